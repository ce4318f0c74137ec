"""What links contacts to each other, as far as the log tells: looked up from one contact at a time, by index.

What many share (an organization, a group, an event) is looked through only for those you talked with last.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from netlog.insight.warmth import Link

if TYPE_CHECKING:
    from netlog.store.log import Log, Row

NEAREST = 50  # of those who share something, at most
SHARED = 20  # groups, events and organizations of one contact, at most
MANY = 300  # from so many on those you talked with are walked through, instead of sorting all who share it

# Each of two: the other's id, and what is between them; ?1 is the contact, ?2 the most.
KNOWS = """
SELECT known_id AS id FROM contact_knows WHERE contact_id = ?1
UNION SELECT contact_id FROM contact_knows WHERE known_id = ?1 LIMIT ?2"""
MET_THROUGH = """
SELECT met_through_id AS id, 1 AS through FROM contact WHERE contact.id = ?1 AND met_through_id IS NOT NULL
UNION ALL SELECT id, 0 FROM (
  SELECT id FROM contact WHERE met_through_id = ?1 ORDER BY last_conversation_on DESC, id LIMIT ?2)"""
INTRODUCED = """
SELECT id, by_id, who_id, to_id FROM (
  SELECT id, by_id, who_id, to_id, status FROM introduction WHERE to_id = ?1
  UNION SELECT id, by_id, who_id, to_id, status FROM introduction WHERE by_id = ?1
  UNION SELECT id, by_id, who_id, to_id, status FROM introduction WHERE who_id = ?1)
 WHERE status IN ('made', 'met', 'thanked') ORDER BY id DESC LIMIT ?2"""

# What a contact shares with others: the id or name of it, in words, and the span of a position.
GROUPS = """
SELECT g.id AS id, g.name AS name FROM network_group_contact AS part JOIN network_group AS g
    ON g.id = part.network_group_id WHERE part.contact_id = ?1 ORDER BY g.id LIMIT ?2"""
EVENTS = """
SELECT e.id AS id, e.name || ', ' || e.starts_on AS name FROM (
  SELECT event_id AS id FROM event_contact WHERE contact_id = ?1
  UNION SELECT met_event_id FROM contact WHERE contact.id = ?1 AND met_event_id IS NOT NULL) AS seen
  JOIN event AS e ON e.id = seen.id WHERE e.status <> 'skipped' ORDER BY e.starts_on DESC, e.id DESC LIMIT ?2"""
PLACES = """
SELECT organization AS name, 1 AS now, '' AS since, '9999' AS until FROM contact
 WHERE id = ?1 AND organization IS NOT NULL
UNION ALL SELECT organization, 0, since, coalesce(until, '9999') FROM contact_career
           WHERE contact_id = ?1 AND organization <> '' LIMIT ?2"""

HOW_MANY_SHARE = "SELECT count(*) FROM (SELECT 1 FROM {source} LIMIT ?2)"
SHARING_SORTED = """
SELECT contact.id AS id FROM contact
 WHERE contact.id IN (SELECT contact_id FROM {source})
 ORDER BY last_conversation_on DESC, id DESC LIMIT ?2"""
SHARING_WALKED = """
SELECT contact.id AS id FROM contact
 WHERE last_conversation_on IS NOT NULL AND EXISTS (SELECT 1 FROM {source} AND contact_id = contact.id)
 ORDER BY last_conversation_on DESC, id DESC LIMIT ?2"""
IN_GROUP = "network_group_contact WHERE network_group_id = ?1"
AT_EVENT = """(SELECT contact_id, event_id FROM event_contact
  UNION ALL SELECT id, met_event_id FROM contact WHERE met_event_id IS NOT NULL) WHERE event_id = ?1"""
AT_NOW = """
SELECT id FROM contact WHERE organization = ?1 COLLATE NOCASE
 ORDER BY last_conversation_on DESC, id DESC LIMIT ?2"""
HOW_MANY_NOW = "SELECT count(*) FROM (SELECT 1 FROM contact WHERE organization = ?1 COLLATE NOCASE LIMIT ?2)"
AT_ONCE = """
SELECT contact_id AS id, since, coalesce(until, '9999') AS until FROM contact_career
 WHERE organization = ?1 COLLATE NOCASE LIMIT ?2"""


class Shared(NamedTuple):
    """Those who share something, you talked with first, and how many they are in all."""

    people: list[int]
    many: int


class Links:
    """The links of contacts; `capped` names what more people share than were looked at."""

    def __init__(self, log: "Log") -> None:
        self._log = log
        self._shared: dict[tuple[str, int | str], Shared] = {}
        self.capped: dict[str, None] = {}

    def of(self, id: int) -> dict[int, list[Link]]:
        """Whom a contact is linked to, and by what."""
        found: dict[int, list[Link]] = {}
        for other, link in (*self._personal(id), *self._at_things(id), *self._at_places(id)):
            if other != id:
                found.setdefault(other, []).append(link)
        return found

    def _personal(self, id: int) -> "Iterable[tuple[int, Link]]":
        for row in self._log.rows(KNOWS, id, NEAREST):
            yield row["id"], Link("knows", "they know each other")
        for row in self._log.rows(MET_THROUGH, id, NEAREST):
            yield row["id"], Link("met-through", "you met one through the other")
        for row in self._log.rows(INTRODUCED, id, NEAREST):
            for other in (row["by_id"], row["who_id"], row["to_id"]):
                if other is not None:
                    yield other, Link("introduction", f"introduced, i{row['id']}")

    def _at_things(self, id: int) -> "Iterable[tuple[int, Link]]":
        for kind, sql, source, told in (
            ("group", GROUPS, IN_GROUP, "both in"),
            ("event", EVENTS, AT_EVENT, "both at"),
        ):
            for row in self._log.rows(sql, id, SHARED):
                shared = self._sharing(kind, row, source)
                for other in shared.people:
                    yield other, Link(kind, f"{told} {row['name']}", shared.many)

    def _sharing(self, kind: str, row: "Row", source: str) -> Shared:
        key = (kind, row["id"])
        if key not in self._shared:
            many = self._log.value(HOW_MANY_SHARE.format(source=source), row["id"], MANY + 1)
            how = SHARING_WALKED if many > MANY and kind == "group" else SHARING_SORTED
            people = [one["id"] for one in self._log.rows(how.format(source=source), row["id"], NEAREST)]
            self._shared[key] = self._noted(row["name"], Shared(people, many))
        return self._shared[key]

    def _at_places(self, id: int) -> "Iterable[tuple[int, Link]]":
        for row in self._log.rows(PLACES, id, SHARED):
            present = self._at_now(row["name"])
            kind, told = ("organization", "both at") if row["now"] else ("career", "both at some time at")
            for other in present.people:
                yield other, Link(kind, f"{told} {row['name']}", present.many)
            past = self._log.rows(AT_ONCE, row["name"], NEAREST)
            for one in past:
                if row["now"] or max(row["since"], one["since"]) <= min(row["until"], one["until"]):
                    yield one["id"], Link("career", f"both at some time at {row['name']}", len(past))

    def _at_now(self, name: str) -> Shared:
        key = ("organization", name.casefold())
        if key not in self._shared:
            many = self._log.value(HOW_MANY_NOW, name, MANY + 1)
            people = [row["id"] for row in self._log.rows(AT_NOW, name, NEAREST)]
            self._shared[key] = self._noted(name, Shared(people, many))
        return self._shared[key]

    def _noted(self, name: str, shared: Shared) -> Shared:
        if shared.many > NEAREST:
            many = f"over {MANY:,}" if shared.many > MANY else f"{shared.many:,}"
            self.capped[
                f"{name}: the {NEAREST} of {many} people that you talked with last were looked at"
            ] = None
        return shared
