"""The people of the map and what links them, read from the log for all of them at once."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from netlog.folding import fold
from netlog.insight.lengths import add_months
from netlog.insight.network import Network, Person, Thing, Tie, build

if TYPE_CHECKING:
    from netlog.store.log import Log, Row

NEAR_DAYS = 365  # who was talked with in these is within your reach
TALKS_YEARS = 3  # how far back conversations are looked at
TALKED = 500  # people in one conversation, at most

HOW_MANY = "SELECT count(*) FROM contact WHERE status <> 'archived'"
# Whom you mean to know first: they are few, and never talked with.
TARGETS = """
SELECT id, name, status, last_conversation_on AS last_on, private FROM contact INDEXED BY contact_by_known
 WHERE known_on IS NULL AND status = 'target' ORDER BY id LIMIT ?1"""
LATEST = """
SELECT id, name, status, last_conversation_on AS last_on, private FROM contact
 WHERE last_conversation_on >= ?1 AND status <> 'archived' ORDER BY last_conversation_on DESC, id DESC LIMIT ?2"""
NEVER = """
SELECT id, name, status, last_conversation_on AS last_on, private FROM contact
 WHERE last_conversation_on IS NULL AND status = 'active' ORDER BY id DESC LIMIT ?1"""

_OURS = "IN (SELECT value FROM json_each(?1))"
KNOWS = f"SELECT contact_id AS one, known_id AS other FROM contact_knows WHERE contact_id {_OURS}"
THROUGH = (
    f"SELECT id AS one, met_through_id AS other FROM contact WHERE id {_OURS} AND met_through_id IS NOT NULL"
)
INTRODUCED = f"""
SELECT by_id, who_id, to_id FROM introduction INDEXED BY introduction_by_to
 WHERE to_id {_OURS} AND status IN ('made', 'met', 'thanked') AND private <= ?2"""
IN_GROUPS = f"""
SELECT part.contact_id AS member, g.id AS id, g.name AS name FROM network_group_contact AS part
  JOIN network_group AS g ON g.id = part.network_group_id WHERE part.contact_id {_OURS} AND g.private <= ?2
 ORDER BY g.id, member"""
AT_EVENTS = f"""
SELECT part.contact_id AS member, e.id AS id, e.name AS name FROM event_contact AS part
  JOIN event AS e ON e.id = part.event_id WHERE part.contact_id {_OURS} AND part.part = 'met' AND e.status <> 'skipped'
   AND e.private <= ?2
UNION SELECT contact.id, e.id, e.name FROM contact JOIN event AS e ON e.id = contact.met_event_id
 WHERE contact.id {_OURS} AND e.private <= ?2 ORDER BY 2, 1"""
AT_PLACES = f"""
SELECT id AS member, organization AS name FROM contact WHERE id {_OURS} AND organization IS NOT NULL ORDER BY id"""
TALKED_TOGETHER = f"""
SELECT conversation_id AS id, json_group_array(contact_id) AS members FROM conversation_contact
 WHERE contact_id {_OURS} AND held_on >= ?3 AND (?2 OR (SELECT private FROM conversation WHERE id = conversation_id) = 0)
 GROUP BY conversation_id HAVING count(*) BETWEEN 2 AND {TALKED}"""


class Read(NamedTuple):
    """A network, how many contacts there are in all, and how many private ones were left out of it."""

    network: Network
    contacts: int
    left_out: int


def read(
    log: "Log", today: date, most: int, years: int | None = None, *, include_private: bool = True
) -> Read:
    """The network of at most so many people: whom you mean to know, then those talked with last.

    With `years` only those talked with in so many years, and whom you mean to know. Without what is private
    neither such people are in it, nor what links others.
    """
    rows = _people(log, today, most, years)
    kept = [row for row in rows if include_private or not row["private"]]
    near = str(today - timedelta(days=NEAR_DAYS))
    people = [
        Person(row["id"], row["name"], row["status"], row["last_on"], (row["last_on"] or "") > near)
        for row in kept
    ]
    ids = json.dumps([one.id for one in people])
    since = str(add_months(today, -12 * TALKS_YEARS))
    private = int(include_private)
    things = [*_things(log, ids, private), *_conversations(log, ids, private, since)]
    network = build(people, things, _ties(log, ids, private))
    return Read(network, log.value(HOW_MANY), len(rows) - len(kept))


def _people(log: "Log", today: date, most: int, years: int | None) -> "list[Row]":
    since = "" if years is None else str(add_months(today, -12 * years))
    found = log.rows(TARGETS, most // 5)
    found += log.rows(LATEST, since, most - len(found))
    if years is None and len(found) < most:
        found += log.rows(NEVER, most - len(found))
    return list({row["id"]: row for row in found}.values())


def _ties(log: "Log", ids: str, private: int) -> Iterable[Tie]:
    for kind, sql in (("knows", KNOWS), ("met-through", THROUGH)):
        for row in log.rows(sql, ids):
            yield Tie(kind, row["one"], row["other"])
    for row in log.rows(INTRODUCED, ids, private):
        by, who, to = row["by_id"], row["who_id"], row["to_id"]
        for one, other in ((by, who), (by, to), (who, to)):
            if one is not None and other is not None:
                yield Tie("introduction", one, other)


def _things(log: "Log", ids: str, private: int) -> list[Thing]:
    found: dict[str, tuple[str, str, list[int]]] = {}
    for row in log.rows(AT_PLACES, ids):
        _put(found, f"organization:{fold(row['name'])}", "organization", row)
    for kind, letter, sql in (("group", "u", IN_GROUPS), ("event", "e", AT_EVENTS)):
        for row in log.rows(sql, ids, private):
            _put(found, f"{letter}{row['id']}", kind, row)
    return [Thing(kind, key, name, tuple(members)) for key, (kind, name, members) in found.items()]


def _put(found: dict[str, tuple[str, str, list[int]]], key: str, kind: str, row: "Row") -> None:
    found.setdefault(key, (kind, row["name"], []))[2].append(row["member"])


def _conversations(log: "Log", ids: str, private: int, since: str) -> list[Thing]:
    """What was talked about by the same people is one thing, however often."""
    together: dict[tuple[int, ...], int] = {}
    for row in log.rows(TALKED_TOGETHER, ids, private, since):
        members: Sequence[int] = sorted(json.loads(row["members"]))
        together.setdefault(tuple(members), row["id"])
    return [
        Thing("conversation", f"t{id}", f"conversation t{id}", members) for members, id in together.items()
    ]
