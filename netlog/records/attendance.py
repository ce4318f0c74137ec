"""Who is to be met at an event and why, who was there before, and who could introduce you."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.errors import NetlogError
from netlog.folding import fold
from netlog.insight import course
from netlog.insight.periods import period_at
from netlog.records import common_ground, filters, goals, progress, record
from netlog.records.countables import COUNTED, split
from netlog.records.event_yield import MET
from netlog.records.kind import kind_of
from netlog.records.links import id_of, shown_ref
from netlog.records.lists import json_ids
from netlog.records.record import names_of
from netlog.records.tally import Tally

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

BEFORE = 10  # people of earlier events of the same name, those last talked with first
THROUGH = 2  # who could introduce you, for each person

NAMED_ALIKE = """
SELECT id, name FROM event
 WHERE id IN (SELECT rowid FROM event_text WHERE event_text MATCH ?1 ORDER BY rowid DESC LIMIT 50)
   AND starts_on < ?2 ORDER BY starts_on DESC, id DESC"""
MET_THERE = f"""
SELECT id FROM contact WHERE id IN ({MET}) AND status <> 'archived' ORDER BY last_conversation_on DESC, id LIMIT ?2"""
GOALS = """
SELECT id FROM goal
 WHERE status = 'active' AND bound = 'min' AND count IN ('contacts', 'people')
   AND starts_on <= ?1 AND (ends_on IS NULL OR ends_on >= ?1) ORDER BY id"""
MOVED = {  # what makes a contact one more for a goal; ?1 are the contacts, ?2 is when its period starts
    "contacts": """
SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?)) AND (status = 'target' OR known_on IS NULL)
   AND ? IS NOT NULL""",
    "people": """
SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?))
   AND coalesce(last_conversation_on, '') < ?""",
}
TOGETHER = """
SELECT other.contact_id AS id, e.name AS name FROM event_contact AS mine
  JOIN event_contact AS other ON other.event_id = mine.event_id AND other.part = 'met'
  JOIN event AS e ON e.id = mine.event_id
 WHERE mine.contact_id = ?1 AND mine.event_id <> ?2 AND other.contact_id <> ?1
 ORDER BY e.starts_on DESC, other.contact_id LIMIT 20"""
UNDER_WAY = """
SELECT id, by_id, status, coalesce(made_on, asked_on) AS since FROM introduction
 WHERE to_id = ? AND who_id IS NULL AND +status IN ('asked', 'made') ORDER BY id DESC"""
TALKED = """
SELECT id FROM contact
 WHERE id = ? AND status = 'active' AND (last_conversation_on IS NOT NULL OR met_on IS NOT NULL)"""


def people(log: "Log", event: Json, ctx: "Context") -> list[Json]:
    """Whom you mean to meet, then whom you met, then who was at earlier events of the same name.

    Each has ref, name, part, why (in words), organization, title and toward; `event` is as `show` gives it.
    """
    parts = {id_of(one): "to_meet" for one in event["to_meet"]}
    parts |= {id_of(one): "met" for one in event["met"]}
    came = _before(log, event, set(parts))
    parts |= dict.fromkeys(came, "before")
    toward = _moved(log, list(parts), event["starts_on"], ctx)
    return [
        {
            "ref": one["ref"],
            "name": one["name"],
            "part": parts[id_of(one)],
            "why": _why(one, came.get(id_of(one)), toward.get(id_of(one), []), ctx),
            "organization": one["organization"],
            "title": one["title"],
            "toward": toward.get(id_of(one), []),
        }
        for one in record.load(kind_of("contact"), log, list(parts))
    ]


def introductions(log: "Log", event: Json, ctx: "Context") -> list[Json]:
    """Whom to ask for an introduction to those you mean to meet and never talked with: to, through, why.

    Those who were asked already come first.
    """
    found = []
    wanted = [id_of(one) for one in event["to_meet"] if one not in event["met"]]
    for values in record.fetch(kind_of("contact"), log, wanted):
        if values["last_conversation_on"] is None:
            through = {**_under_way(log, values["id"], ctx), **_through(log, values, id_of(event))}
            names = names_of(log, [("contact", one) for one in (values["id"], *through)])
            to = shown_ref(("contact", values["id"]), names)
            found += [
                {"to": to, "through": shown_ref(("contact", one), names), "why": why}
                for one, why in list(through.items())[:THROUGH]
            ]
    return found


def _before(log: "Log", event: Json, known: set[int]) -> dict[int, str]:
    """Contacts met at earlier events of the same name, and the name of the last of these."""
    words = _lasting(event["name"])
    if not any(one.isalnum() for one in words):
        return {}
    found: dict[int, str] = {}
    query = f'name : "{words.replace(chr(34), chr(34) * 2)}"'
    for row in log.rows(NAMED_ALIKE, query, event["starts_on"]):
        if fold(_lasting(row["name"])) == fold(words):
            for (id,) in log.rows(MET_THERE, row["id"], BEFORE + len(known)):
                if id not in known:
                    found.setdefault(id, row["name"])
    return dict(list(found.items())[:BEFORE])


def _lasting(name: str) -> str:
    """The name of an event without what changes from year to year: ACTE VISION 2026, the 12th Fair."""
    words = [word for word in name.split() if not _counts(word.strip("'\u2019().,:#-"))]
    return " ".join(words) if words else name


def _counts(word: str) -> bool:
    return word.isdigit() or (word[-2:].casefold() in ("st", "nd", "rd", "th") and word[:-2].isdigit())


def _moved(log: "Log", ids: list[int], day: str, ctx: "Context") -> dict[int, list[dict[str, str]]]:
    """The goals that each contact would be one more for, in the period that the day is in."""
    found: dict[int, list[dict[str, str]]] = {}
    wanted = [row["id"] for row in log.rows(GOALS, day)] if ids else []
    for goal in record.load(goals.KIND, log, wanted):
        period = period_at(goal["per"], date.fromisoformat(day), ctx.terms)
        if period is None:
            continue
        asked = course.asked(progress.course_of(goal, ctx.today), period, date.fromisoformat(day))
        if asked.rests:
            continue
        try:
            query = filters.read(kind_of("contact"), split(asked.where), ctx, log)
            new = _new_fact(log, goal, asked, ctx)
        except NetlogError:
            continue  # its filter names what is there no more: `netlog goals` says so
        sql = f"{MOVED[goal['count']]} AND {query.where()} AND {new[0]}"
        for row in log.rows(sql, json_ids(ids), str(period.starts_on), *query.values, *new[1]):
            found.setdefault(row["id"], []).append({"ref": goal["ref"], "name": goal["title"]})
    return found


def _new_fact(log: "Log", goal: Json, asked: course.Asked, ctx: "Context") -> tuple[str, list[str]]:
    """The condition that a contact brings a region, sector, ... which its period does not have yet."""
    if not goal["distinct"]:
        return "TRUE", []
    fact = COUNTED[goal["count"]].facts[goal["distinct"]]
    facts = Tally(log, ctx, goal["count"], asked.where, goal["distinct"]).facts(
        (asked.period.starts_on, ctx.today)
    )
    return f"{fact} IS NOT NULL AND {fact} COLLATE NOCASE NOT IN (SELECT value FROM json_each(?))", [
        json.dumps(facts)
    ]


def _why(contact: Json, before: str | None, toward: list[dict[str, str]], ctx: "Context") -> str:
    """Why this contact, in words: what they are to you, what they would move, when you last talked."""
    last, due = contact["last_conversation_on"], contact["next_contact_on"]
    roles = [one["role"] for one in contact["roles"] if not one["until"]]
    words = [
        *([f"met at {before}"] if before else []),
        *(["you mean to know them"] if contact["status"] == "target" else []),
        *roles,
        *(f"toward {goal['name']!r}" for goal in toward),
        f"last talked {ctx.away(date.fromisoformat(last))}" if last else "never talked yet",
        *(["their turn to hear from you"] if due and due <= ctx.today.isoformat() else []),
    ]
    return "; ".join(words)


def _under_way(log: "Log", id: int, ctx: "Context") -> dict[int, str]:
    """Who was asked to introduce you to a contact, or did so, and how far that got."""
    return {
        row["by_id"]: f"i{row['id']}, {row['status']} {ctx.away(date.fromisoformat(row['since']))}"
        for row in log.rows(UNDER_WAY, id)
        if row["since"]
    }


def _through(log: "Log", values: Json, event: int) -> dict[int, str]:
    """Who could introduce you to a contact, the likeliest first, and why they could."""
    found: dict[int, str] = {}
    if values["met_through"]:
        found[values["met_through"][1]] = "you know of them through this contact"
    where = values["organization"]
    for id in common_ground.sharing(log, "organization", where, values["id"])[:20]:
        if log.value(TALKED, id):
            found.setdefault(id, f"also at {where}")
    for row in log.rows(TOGETHER, values["id"], event):
        if log.value(TALKED, row["id"]):
            found.setdefault(row["id"], f"was at {row['name']} too")
    return found
