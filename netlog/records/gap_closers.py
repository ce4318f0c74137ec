"""What is in sight that would close a gap of diversity: people to meet, events to come, introductions under way."""

from typing import TYPE_CHECKING, Any

from netlog.folding import fold
from netlog.records import diversity_counts

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.diversity_gaps import Wanted
    from netlog.store.log import Log, Row

Json = dict[str, Any]

MOST = 3  # of a gap
LOOKED_AT = 1000  # events, introductions and people, each

# Whom you mean to know is not counted yet; who is met already is, and closes nothing.
TO_MEET = """
SELECT contact.id AS id, contact.name AS name, event.id AS event_id, event.name AS event, event.starts_on AS starts_on
  FROM event INDEXED BY event_by_start CROSS JOIN event_contact AS part ON part.event_id = event.id AND part.part = 'to_meet'
  CROSS JOIN contact ON contact.id = part.contact_id
 WHERE event.starts_on >= ?1 AND event.status IN ('planned', 'registered') AND contact.status = 'target'
 ORDER BY event.starts_on, event.id, contact.id LIMIT ?2"""
INTRODUCED = """
SELECT contact.id AS id, contact.name AS name, i.id AS introduction_id, i.status AS status, giver.name AS giver
  FROM introduction AS i CROSS JOIN contact ON contact.id = i.to_id
  LEFT JOIN contact AS giver ON giver.id = i.by_id
 WHERE i.status IN ('asked', 'made') AND i.who_id IS NULL AND contact.status = 'target' ORDER BY i.id LIMIT ?1"""
MEANT = """
SELECT id, name FROM contact INDEXED BY contact_by_known
 WHERE known_on IS NULL AND status = 'target' ORDER BY id LIMIT ?1"""
COMING = """
SELECT id, name, starts_on, kind, level, place FROM event INDEXED BY event_by_start
 WHERE starts_on >= ?1 AND status IN ('planned', 'registered') ORDER BY starts_on, id LIMIT ?2"""


def of(log: "Log", dimension: str, wanted: "Wanted", ctx: "Context") -> list[Json]:
    """At most three, each of another record: who is to be met where, then introductions, people, and events by themselves.

    Keys: type, ref, name, on (null where it has no day), class, why, command.
    """
    today = ctx.today.isoformat()
    found: list[Json] = []
    if dimension == "met":
        found += _ways_to_meet(log, wanted)
    else:
        met = log.rows(TO_MEET, today, LOOKED_AT)
        introduced = log.rows(INTRODUCED, LOOKED_AT)
        meant = log.rows(MEANT, LOOKED_AT)
        ids = {row["id"] for row in (*met, *introduced, *meant)}
        known = diversity_counts.classes_of(log, dimension, ids, ctx)
        classes = {id: wanted.first(names) for id, names in known.items()}
        for rows, told in ((met, _at_event), (introduced, _introduced), (meant, _meant)):
            found += [told(row, name) for row in rows if (name := classes.get(row["id"]))]
    if dimension in ("level", "region", "met"):
        found += _events(log, dimension, wanted, today)
    return _of_each(found)[:MOST]


def _of_each(found: list[Json]) -> list[Json]:
    """The first of each record; who is met at an event or introduced is not told of again."""
    seen: set[str] = set()
    kept = []
    for one in found:
        people = one.pop("people")
        if one["ref"] not in seen and not seen.intersection(people):
            kept.append(one)
        seen |= {one["ref"], *people}
    return kept


def _closer(
    type: str, ref: str, name: str, on: str | None, of: str, why: str, command: str, *people: str
) -> Json:
    told = {"type": type, "ref": ref, "name": name, "on": on, "class": of, "why": why}
    return {**told, "command": f"netlog {command}", "people": people}


def _at_event(row: "Row", name: str) -> Json:
    ref, why = f"e{row['event_id']}", f"you mean to meet {row['name']} there ({name})"
    return _closer("event", ref, row["event"], row["starts_on"], name, why, f"prep {ref}", f"c{row['id']}")


def _introduced(row: "Row", name: str) -> Json:
    ref = f"i{row['introduction_id']}"
    why = f"{row['giver']} {'was asked to introduce' if row['status'] == 'asked' else 'introduced'} you ({name})"
    return _closer("introduction", ref, row["name"], None, name, why, f"show {ref}", f"c{row['id']}")


def _meant(row: "Row", name: str) -> Json:
    ref = f"c{row['id']}"
    return _closer("contact", ref, row["name"], None, name, f"you mean to know them ({name})", f"path {ref}")


def _ways_to_meet(log: "Log", wanted: "Wanted") -> list[Json]:
    """Introductions under way, where too few were met through others."""
    if not wanted.has(diversity_counts.THROUGH):
        return []
    return [_introduced(row, diversity_counts.THROUGH) for row in log.rows(INTRODUCED, LOOKED_AT)]


def _events(log: "Log", dimension: str, wanted: "Wanted", today: str) -> list[Json]:
    """Events to come that are of a class themselves: by their level, their kind, or a place in the region."""
    found = []
    for row in log.rows(COMING, today, LOOKED_AT):
        if name := _class_of(row, dimension, wanted):
            ref = f"e{row['id']}"
            why = f"it is in {name}" if dimension == "region" else f"it is a {name} event"
            if dimension == "met":
                why = f"whom you meet there you met at a {name}"
            found.append(_closer("event", ref, row["name"], row["starts_on"], name, why, f"prep {ref}"))
    return found


def _class_of(row: "Row", dimension: str, wanted: "Wanted") -> str | None:
    if dimension == "region":
        place = f" {_words(row['place'] or '')} "
        return next((name for name in wanted.named.values() if f" {_words(name)} " in place), None)
    name = row["level" if dimension == "level" else "kind"]
    return name if name and wanted.has(name) else None


def _words(text: str) -> str:
    """The words of a text, folded, with single spaces between them."""
    return " ".join("".join(one if one.isalnum() else " " for one in fold(text)).split())
