"""The queue that `due` and `review` draw from: follow-ups, people, events and goals that press."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.insight import dates, lengths, queue
from netlog.records import cadences, occasions
from netlog.records.lists import json_ids
from netlog.store.log import Row
from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]
Target = tuple[str, int]

DAYS = 7  # how far a queue looks ahead
PEOPLE = 200  # contacts in a queue at most
SCREENFUL = 50  # of them for a person to read
PROMISES = 500  # follow-ups in a queue at most

_PROMISE = "follow_up.id, what, due_on, owed_by, repeat, snoozed_until"
_AWAKE = "(snoozed_until IS NULL OR snoozed_until <= max(due_on, ?2))"
FOLLOW_UPS = f"""
SELECT {_PROMISE} FROM follow_up
 WHERE status = 'open' AND due_on <= ?1 AND {_AWAKE} ORDER BY due_on, id LIMIT ?3"""
FOLLOW_UPS_OF = f"""
SELECT {_PROMISE} FROM follow_up
 WHERE status = 'open' AND due_on <= ?1 AND {_AWAKE}
   AND (id IN (SELECT value FROM json_each(?3))
     OR id IN (SELECT follow_up_id FROM follow_up_contact WHERE contact_id IN (SELECT value FROM json_each(?4))))"""
# CROSS JOIN: from the few pins to what is pinned, never the other way round
PINNED_FOLLOW_UPS = f"""
SELECT {_PROMISE}, substr(pinned_at, 1, 10) AS pinned_on
  FROM follow_up_pin CROSS JOIN follow_up ON follow_up.id = follow_up_id
 WHERE status = 'open' AND due_on > ?1 AND (snoozed_until IS NULL OR snoozed_until <= ?2)"""
WITH = """
SELECT follow_up_contact.follow_up_id AS id, contact.id AS contact_id, contact.name AS name
  FROM follow_up_contact JOIN contact ON contact.id = follow_up_contact.contact_id
 WHERE follow_up_contact.follow_up_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"""

_PERSON = "contact.id, name, next_contact_on, last_conversation_on, met_on, snoozed_until, created_at"
# Neither the longest lapsed nor those who lapsed today may crowd the others out.
LAPSED = f"SELECT {_PERSON} FROM contact WHERE next_contact_on <= ? ORDER BY next_contact_on, id LIMIT ?"
LATELY = (
    f"SELECT {_PERSON} FROM contact WHERE next_contact_on <= ? ORDER BY next_contact_on DESC, id DESC LIMIT ?"
)
COMING = f"""
SELECT {_PERSON} FROM contact
 WHERE next_contact_on > ?1 AND next_contact_on <= ?2 AND (snoozed_until IS NOT next_contact_on OR next_contact_on <= ?3)
 ORDER BY next_contact_on, id LIMIT ?4"""
PEOPLE_OF = f"""
SELECT {_PERSON} FROM contact
 WHERE next_contact_on <= ?1 AND (snoozed_until IS NOT next_contact_on OR next_contact_on <= ?2)
   AND id IN (SELECT value FROM json_each(?3))"""
PINNED_PEOPLE = f"""
SELECT {_PERSON}, substr(pinned_at, 1, 10) AS pinned_on
  FROM contact_pin CROSS JOIN contact ON contact.id = contact_id
 WHERE status <> 'archived' AND coalesce(next_contact_on, '9999') > ?1
   AND (snoozed_until IS NULL OR snoozed_until <= ?2)"""
HOW_MANY = f"""
SELECT (SELECT count(*) FROM follow_up WHERE status = 'open' AND due_on <= ?1 AND {_AWAKE}),
       (SELECT count(*) FROM contact WHERE next_contact_on <= ?2)
     + (SELECT count(*) FROM contact WHERE next_contact_on > ?2 AND next_contact_on <= ?1
           AND snoozed_until IS NOT next_contact_on)"""


class Window(NamedTuple):
    """Which days count: `until` is how far to look ahead, `awake` until when snoozes have run out, both ISO."""

    today: date
    until: str
    awake: str


def window(today: date, days: int | None = None) -> Window:
    """What is due by today and in the `days` after it, snoozed or not; None is a week, and snoozes hold."""
    until = (today + timedelta(days=DAYS if days is None else days)).isoformat()
    return Window(today, until, today.isoformat() if days is None else until)


def due(
    log: "Log",
    today: date,
    days: int | None,
    ctx: "Context",
    *,
    only: Iterable[Target] = (),
    goals: list[Json] | None = None,
    left_out: list[str] | None = None,
) -> list[Json]:
    """What is due within `days` of today (see window), the most urgent first, what is pinned before all.

    With `only`, what concerns these records. `goals` are those of progress.goals, where they were counted
    already; those that can't be are told in `left_out`.
    """
    when = window(today, days)
    wanted = _Wanted(only)
    found: list[Json] = []
    if wanted.has("follow_up", "contact"):
        found += _follow_ups(log, when, ctx, wanted)
    if wanted.has("contact"):
        found += _people(log, when, ctx, wanted)
    if wanted.has("event", "contact"):
        found += occasions.events(log, today, ctx)
    if wanted.has("goal"):
        behind = occasions.behind(log, today, ctx, left_out) if goals is None else goals
        found += occasions.of_goals(behind, today, ctx)
    return ordered(one for one in found if wanted.concerns(one))


def count(
    log: "Log", today: date, days: int | None, ctx: "Context", left_out: list[str] | None = None
) -> Json:
    """How many entries due() has of each type, were it not for its limits."""
    return {
        **how_many(log, window(today, days)),
        "event": len(occasions.events(log, today, ctx)),
        "goal": len(occasions.behind(log, today, ctx, left_out)),
    }


def how_many(log: "Log", when: Window) -> dict[str, int]:
    """How many follow-ups and contacts are due, or pinned."""
    row = log.row(HOW_MANY, when.until, when.awake)
    promised, people = (row[0], row[1]) if row else (0, 0)
    return {
        "follow_up": promised + len(log.rows(PINNED_FOLLOW_UPS, when.until, when.awake)),
        "contact": people + len(log.rows(PINNED_PEOPLE, when.until, when.awake)),
    }


def ordered(found: Iterable[Json]) -> list[Json]:
    """Entries as a queue has them: pinned ones first, then by score."""
    return sorted(
        found, key=lambda one: ("pinned" not in one["parts"], -one["score"], one["due_on"], one["ref"])
    )


def first_people(found: list[Json], most: int) -> list[Json]:
    """The entries without contacts beyond the first so many."""
    kept, left = [], most
    for one in found:
        left -= one["type"] == "contact"
        if one["type"] != "contact" or left >= 0:
            kept.append(one)
    return kept


class _Wanted:
    """The records that a queue is asked about; everything where there are none."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._ids: dict[str, list[int]] = {}
        for type, id in targets:
            self._ids.setdefault(type, []).append(id)
        self._refs = {f"{LETTERS[type]}{id}" for type, ids in self._ids.items() for id in ids}

    def __bool__(self) -> bool:
        return bool(self._ids)

    def has(self, *types: str) -> bool:
        return not self._ids or any(type in self._ids for type in types)

    def ids(self, type: str) -> str:
        """Those of a type, as a JSON array."""
        return json_ids(self._ids.get(type, []))

    def concerns(self, entry: Json) -> bool:
        refs = {entry["ref"], *(who["ref"] for who in entry["contacts"])}
        return not self._refs or not self._refs.isdisjoint(refs)


def _follow_ups(log: "Log", when: Window, ctx: "Context", wanted: _Wanted) -> list[Json]:
    pinned = {row["id"]: row for row in log.rows(PINNED_FOLLOW_UPS, "", when.awake)}
    if wanted:
        ids = (wanted.ids("follow_up"), wanted.ids("contact"))
        rows = log.rows(FOLLOW_UPS_OF, when.until, when.awake, *ids)
    else:
        rows = log.rows(FOLLOW_UPS, when.until, when.awake, PROMISES)
    rows = [*pinned.values(), *(row for row in rows if row["id"] not in pinned)]
    with_whom: dict[int, list[Json]] = {}
    for row in log.rows(WITH, json_ids(row["id"] for row in rows)):
        with_whom.setdefault(row["id"], []).append({"ref": f"c{row['contact_id']}", "name": row["name"]})
    return [
        _follow_up(row, with_whom.get(row["id"], []), row["id"] in pinned, when.today, ctx) for row in rows
    ]


def _people(log: "Log", when: Window, ctx: "Context", wanted: _Wanted) -> list[Json]:
    found = {row["id"]: row for row in log.rows(PINNED_PEOPLE, "", when.awake)}
    pinned = set(found)
    if wanted:
        rows = log.rows(PEOPLE_OF, when.until, when.awake, wanted.ids("contact"))
    else:
        today = when.today.isoformat()
        rows = log.rows(LAPSED, today, PEOPLE)
        if len(rows) == PEOPLE:
            rows = rows[: PEOPLE // 2] + log.rows(LATELY, today, PEOPLE // 2)
        rows += log.rows(COMING, today, when.until, when.awake, PEOPLE // 2)
    for row in rows:
        found.setdefault(row["id"], row)
    rules = cadences.of_contacts(log, found, ctx)
    return [
        _contact(row, rules.get(id, (None, None))[0], id in pinned, when.today, ctx)
        for id, row in found.items()
    ]


def _follow_up(row: Row, contacts: list[Json], pinned: bool, today: date, ctx: "Context") -> Json:
    snoozed = (row["snoozed_until"] or "") > row["due_on"]
    due_on = date.fromisoformat(row["snoozed_until"] if snoozed else row["due_on"])
    urgency = queue.of_follow_up(due_on, row["owed_by"], today, pinned=pinned, weights=ctx.weights)
    owed = "you promised this" if row["owed_by"] == "me" else "they owe you this"
    by = f" by {row['due_on']}, snoozed" if snoozed else ""
    repeats = f", every {row['repeat']}" if row["repeat"] else ""
    return {
        "ref": f"f{row['id']}",
        "type": "follow_up",
        "what": row["what"],
        "contacts": contacts,
        "due_on": str(due_on),
        "days_late": (today - due_on).days,
        "reason": f"{'pinned; ' if pinned else ''}{owed}{by}{repeats}",
        "score": urgency.score,
        "parts": urgency.parts,
        "command": f"netlog done f{row['id']}",
    }


def _contact(row: Row, cadence: int | None, pinned: bool, today: date, ctx: "Context") -> Json:
    ref = f"c{row['id']}"
    turn = date.fromisoformat(row["next_contact_on"]) if row["next_contact_on"] else None
    last = row["last_conversation_on"]
    urgency = queue.of_contact(turn, cadence, bool(last), today, pinned=pinned, weights=ctx.weights)
    due_on = turn or date.fromisoformat(row["pinned_on"])  # of a turn that never comes: since it was pinned
    return {
        "ref": ref,
        "type": "contact",
        "what": f"get in touch with {row['name']}",
        "contacts": [{"ref": ref, "name": row["name"]}],
        "due_on": str(due_on),
        "days_late": (today - due_on).days,
        "reason": f"{'pinned; ' if pinned else ''}{_why_now(row, cadence, turn, today)}",
        "score": urgency.score,
        "parts": urgency.parts,
        "command": f'netlog add-conversation "..." --with {ref}',
    }


def _why_now(row: Row, cadence: int | None, turn: date | None, today: date) -> str:
    last = row["last_conversation_on"]
    talked = "never talked yet"
    if last:
        talked = f"last talked {dates.days_between_text(date.fromisoformat(last), today)}"
    if cadence:
        return f"{talked}, meant to be every {lengths.days_text(cadence).removeprefix('1 ')}"
    return f"{talked}, first contact planned for {turn}" if turn else f"{talked}, no cadence"
