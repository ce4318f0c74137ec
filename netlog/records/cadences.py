"""Cadences of tiers, roles and tags: days between conversations, where the triggers can read them.

A contact's own cadence comes before all; else the shortest of its roles and tags; else its tier's.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.insight import lengths
from netlog.records.lists import Roles, Tags, json_ids
from netlog.vocabulary import ROLES, TIERS, spelled

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

KINDS = ("role", "tag", "tier")
TIER_DAYS = "SELECT word, days FROM cadence WHERE kind = 'tier'"
RULES = "SELECT kind, word, days FROM cadence WHERE kind <> 'tier' ORDER BY kind, word"
CHANGED = """
SELECT row_key FROM change WHERE record = 'cadence' AND step_id IN (SELECT value FROM json_each(?))"""
DAYS = "SELECT days FROM cadence WHERE kind = ? AND word = ?"
# The rule that each contact goes by: the same choice that the triggers make.
_RULE = """
  SELECT contact.id AS id, contact.cadence AS own, contact.tier AS tier,
         (SELECT c.days || ' ' || c.kind || ':' || c.word FROM cadence AS c
           WHERE (c.kind = 'role' AND c.word IN (
                   SELECT role FROM contact_role WHERE contact_id = contact.id AND until IS NULL))
              OR (c.kind = 'tag' AND c.word IN (SELECT word FROM contact_tag WHERE contact_id = contact.id))
           ORDER BY c.days, c.kind, c.word LIMIT 1) AS rule
    FROM contact"""
RULES_OF = f"{_RULE} WHERE contact.id IN (SELECT value FROM json_each(?))"
_RULED = """
  SELECT contact_id FROM cadence JOIN contact_role ON role = word WHERE kind = 'role' AND until IS NULL
   UNION SELECT contact_id FROM cadence JOIN contact_tag USING (word) WHERE kind = 'tag'"""
GOVERNED = f"""
SELECT rule, count(*) AS many
  FROM ({_RULE} WHERE contact.cadence IS NULL AND contact.status <> 'archived' AND contact.id IN ({_RULED})) GROUP BY 1"""
THE_REST = f"""
SELECT cadence IS NOT NULL AS own, CASE WHEN cadence IS NULL THEN tier END AS tier, count(*) AS many
  FROM contact WHERE status <> 'archived' AND (cadence IS NOT NULL OR id NOT IN ({_RULED})) GROUP BY 1, 2"""


def follow_tiers(log: "Log", tiers: Mapping[str, int]) -> None:
    """Bring the log's days of the tiers in line with the configuration; mostly there is nothing to do."""
    known = _tier_rows(log)
    with log.aside("config tiers"):
        for tier, days in tiers.items():
            if tier not in known and days != TIERS.get(tier):
                log.insert("cadence", {"kind": "tier", "word": tier, "days": days})
            elif known.get(tier, days) != days:
                log.update("cadence", ("tier", tier), {"days": days})


def differ(log: "Log", tiers: Mapping[str, int]) -> bool:
    """Whether the log has other days for a tier than the configuration."""
    known = _tier_rows(log)
    return any(known.get(tier, TIERS.get(tier)) != days for tier, days in tiers.items())


def _tier_rows(log: "Log") -> dict[str, int]:
    return {row["word"]: row["days"] for row in log.rows(TIER_DAYS)}


def tiers_of(log: "Log") -> dict[str, int]:
    """The days of every tier that the log knows."""
    return {**TIERS, **_tier_rows(log)}


def tiers_in(log: "Log", steps: Iterable[int]) -> list[str]:
    """The tiers whose days these steps changed."""
    keys = {row["row_key"] for row in log.rows(CHANGED, json_ids(steps))}
    return sorted(word for kind, word in map(json.loads, keys) if kind == "tier")


def read_rule(text: str, ctx: "Context") -> tuple[str, str] | None:
    """`tier:close`, `role:mentor` or `tag:x` as kind and word; None for anything else.

    UsageError for a tier that is not configured, or a word that can't be a role or tag.
    """
    kind, colon, word = text.partition(":")
    if not colon or kind not in KINDS:
        return None
    if kind == "tag":
        return kind, Tags("contact_tag").read(word, ctx)
    if kind == "role":
        return kind, Roles(ROLES).checked(word, "", "", ctx)[0]
    tier = spelled(word, tuple(ctx.tiers))
    if tier is None:
        raise UsageError(
            f"there is no tier {word!r}",
            f"one of: {', '.join(ctx.tiers)}; `netlog config set tiers.NAME DAYS` makes one",
        )
    return kind, tier


def set_rule(log: "Log", kind: str, word: str, days: int) -> bool:
    """Let a role, tag or tier have this cadence, none with 0 days; False when it was so already."""
    known = log.value(DAYS, kind, word)
    if days == 0 and kind == "tier":
        raise UsageError("a tier has days", "give a contact no cadence: netlog cadence REF none")
    if known is None:
        if days == (TIERS.get(word, 0) if kind == "tier" else 0):
            return False
        log.insert("cadence", {"kind": kind, "word": word, "days": days})
        return True
    if days == 0:
        log.delete("cadence", (kind, word))
        return True
    return log.update("cadence", (kind, word), {"days": days})


def values(text: str, ctx: "Context") -> Json:
    """What a cadence makes of a contact: a tier and no cadence of its own, or days of its own (0 is never)."""
    tier = spelled(text, tuple(ctx.tiers))
    return {"tier": tier, "cadence": None} if tier else {"cadence": lengths.read_days(text)}


def of_contacts(log: "Log", ids: Iterable[int], ctx: "Context") -> dict[int, tuple[int | None, str | None]]:
    """The days that each contact goes by and where they come from: `own`, `role:mentor`, `tag:x`, `tier:close`.

    None where it has none; 0 days is never.
    """
    tiers = tiers_of(log)
    return {row["id"]: _effective(row, tiers) for row in log.rows(RULES_OF, json_ids(ids))}


def of_contact(log: "Log", id: int, ctx: "Context") -> Json:
    """What a contact goes by, as JSON: ref, name, rule, days, every, next_contact_on."""
    days, rule = of_contacts(log, [id], ctx)[id]
    row = log.row("SELECT name, next_contact_on FROM contact WHERE id = ?", id)
    return {
        "ref": f"c{id}",
        "name": row["name"] if row else None,
        "rule": rule,
        "days": days,
        "every": None if days is None else lengths.days_text(days),
        "next_contact_on": row["next_contact_on"] if row else None,
    }


def listed(log: "Log", ctx: "Context") -> list[Json]:
    """Every rule with its days and how many contacts it governs: own ones first, then roles, tags, tiers."""
    counts = {row["rule"].partition(" ")[2]: row["many"] for row in log.rows(GOVERNED)}
    for row in log.rows(THE_REST):
        counts["own" if row["own"] else f"tier:{row['tier']}" if row["tier"] else "none"] = row["many"]
    rules = [(f"{row['kind']}:{row['word']}", row["days"]) for row in log.rows(RULES)]
    tiers = {**tiers_of(log), **ctx.tiers}
    rules += [
        (f"tier:{tier}", days)
        for tier, days in _by_days(tiers)
        if tier in ctx.tiers or f"tier:{tier}" in counts  # taken out of the settings, and nobody's any more
    ]
    found = [shown(rule, days, counts.get(rule, 0)) for rule, days in rules]
    own = [shown("own", None, counts["own"])] if "own" in counts else []
    others = [one for one in counts if one not in ("own", *dict(rules))]
    return [*own, *found, shown("none", None, sum(counts[one] for one in others))]


def shown(rule: str, days: int | None, contacts: int) -> Json:
    """A rule as JSON gives it."""
    kind, _, word = rule.partition(":")
    every = None if days is None else lengths.days_text(days)
    return {
        "rule": rule,
        "kind": kind,
        "word": word or None,
        "days": days,
        "every": every,
        "contacts": contacts,
    }


def _by_days(tiers: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(tiers.items(), key=lambda one: one[1])


def _effective(row: Any, tiers: Mapping[str, int]) -> tuple[int | None, str | None]:
    if row["own"] is not None:
        return row["own"], "own"
    if row["rule"]:
        days, _, rule = row["rule"].partition(" ")
        return int(days), rule
    if row["tier"] in tiers:
        return tiers[row["tier"]], f"tier:{row['tier']}"
    return None, None
