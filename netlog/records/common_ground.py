"""What a contact and you have in common, as far as the log knows: events, places, people."""

from typing import TYPE_CHECKING, Any

from netlog.records.fields import WIN
from netlog.records.links import shown_ref
from netlog.records.lists import json_ids
from netlog.records.record import names_of
from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netlog.records.references import Target
    from netlog.store.log import Log

Json = dict[str, Any]

EVENTS = 5
GROUPS = 5
PEOPLE = 3  # named of those who share something
COMMON = 200  # what so many share says nothing of any of them

AT_EVENTS = """
SELECT e.id, e.name, e.starts_on, e.starts_on > ?2 AS coming
  FROM (SELECT event_id AS id, part FROM event_contact WHERE contact_id = ?1
        UNION SELECT met_event_id, 'met' FROM contact WHERE id = ?1 AND met_event_id IS NOT NULL
        UNION SELECT t.event_id, 'met' FROM conversation_contact AS held
                JOIN conversation AS t ON t.id = held.conversation_id
               WHERE held.contact_id = ?1 AND t.event_id IS NOT NULL) AS seen
  JOIN event AS e ON e.id = seen.id
 WHERE seen.part = 'met' OR (e.starts_on >= ?2 AND e.status <> 'skipped')
 GROUP BY e.id ORDER BY e.starts_on DESC, e.id DESC LIMIT ?3"""
# The newest that the search finds, then those whose text is the same as a whole.
SHARING = """
SELECT id FROM contact
 WHERE id IN (SELECT rowid FROM contact_text WHERE contact_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2)
   AND "{column}" = ?3 COLLATE NOCASE AND id <> ?4 AND status <> 'archived'
 ORDER BY last_conversation_on DESC, id"""
TAGGED = "SELECT contact_id FROM contact_tag WHERE word = ? LIMIT ?"
RECENT = """
SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?1)) AND id <> ?2 AND status <> 'archived'
 ORDER BY last_conversation_on DESC, id LIMIT ?3"""
THROUGH = """
SELECT id FROM contact WHERE met_through_id = ? AND id <> ? ORDER BY last_conversation_on DESC, id LIMIT ?"""

IN_GROUPS = """
SELECT u.id, u.name, max(coalesce(m.left_on, '9999-12-31')) AS until
  FROM network_group_contact AS part JOIN membership AS m ON m.group_id = part.network_group_id
  JOIN network_group AS u ON u.id = part.network_group_id
 WHERE part.contact_id = ? GROUP BY u.id ORDER BY until DESC, u.folded_name, u.id LIMIT ?"""
KNOWN = """
SELECT id FROM contact
 WHERE (id IN (SELECT known_id FROM contact_knows WHERE contact_id = ?1)
     OR id IN (SELECT contact_id FROM contact_knows WHERE known_id = ?1)) AND status <> 'archived'
 ORDER BY last_conversation_on DESC, id LIMIT ?2"""
# Whoever offers what they need, or needs what they offer; a word that many have says nothing of whom to ask.
WANTED = "SELECT word FROM contact_{mine} WHERE contact_id = ? ORDER BY word"
WITH_WORD = "SELECT contact_id FROM contact_{theirs} WHERE word = ? LIMIT ?"

_SPOKEN = ("introduced-by", "knows", "need", "offer")  # what goes on with the names as a sentence does
_SHARED = {"organization": "also at {}", "specialty": "also {}", "region": "also in {}"}


def of(log: "Log", id: int, values: Json, today: str) -> list[Json]:
    """Each thing in common: kind, text, ref (of an event or group), contacts; `values` are the contact as stored.

    Kinds: event, group, introduced-by, met-through, same-introducer, knows, need, offer, organization,
    specialty, region, tag.
    """
    return [
        *_events(log, id, today),
        *_groups(log, id),
        *_introductions(log, id, values),
        *_known(log, id),
        *_help(log, id),
        *_shared(log, id, values),
        *_tags(log, id, values["tags"]),
    ]


def sharing(log: "Log", column: str, value: str | None, id: int) -> list[int]:
    """Other contacts with the same organization, specialty or region, those last talked with first.

    None where so many have it that it says nothing.
    """
    if not value or not any(one.isalnum() for one in value):
        return []
    query = f'{column} : "{value.replace(chr(34), chr(34) * 2)}"'
    found = [row["id"] for row in log.rows(SHARING.format(column=column), query, COMMON, value, id)]
    return found if len(found) < COMMON - 1 else []


def _events(log: "Log", id: int, today: str) -> list[Json]:
    return [
        _entry(
            "event",
            f"{'both go to' if row['coming'] else 'both at'} {row['name']}, {row['starts_on']}",
            f"{LETTERS['event']}{row['id']}",
        )
        for row in log.rows(AT_EVENTS, id, today, EVENTS)
    ]


def _groups(log: "Log", id: int) -> list[Json]:
    """The groups that both are in, or were in until you left."""
    return [
        _entry(
            "group",
            f"both in {row['name']}"
            if row["until"].startswith("9999")
            else f"in {row['name']}, as you were until {row['until']}",
            f"{LETTERS['group']}{row['id']}",
        )
        for row in log.rows(IN_GROUPS, id, GROUPS)
    ]


def _known(log: "Log", id: int) -> list[Json]:
    known = [row["id"] for row in log.rows(KNOWN, id, PEOPLE)]
    return [_people(log, "knows", "knows", known)] if known else []


def _help(log: "Log", id: int) -> list[Json]:
    """What they look for and who could help with it, what they can help with and who looks for that."""
    found = []
    for mine, theirs, told, met in (
        ("need", "offer", "needs {}", "offered by"),
        ("offer", "need", "offers {}", "needed by"),
    ):
        for (word,) in log.rows(WANTED.format(mine=mine), id):
            ids = [row["contact_id"] for row in log.rows(WITH_WORD.format(theirs=theirs), word, COMMON)]
            few = log.rows(RECENT, json_ids(ids), id, PEOPLE) if len(ids) < COMMON else []
            words = told.format(word)
            others = [row["id"] for row in few]
            found.append(_people(log, mine, f"{words}, {met}", others) if others else _entry(mine, words))
    return found


def _introductions(log: "Log", id: int, values: Json) -> list[Json]:
    through = values["met_through"][1] if values["met_through"] else None
    found = [_people(log, "introduced-by", "introduced by", [through])] if through else []
    if brought := [row["id"] for row in log.rows(THROUGH, id, id, PEOPLE)]:
        found.append(_people(log, "met-through", "you met through them", brought))
    if through and (same := [row["id"] for row in log.rows(THROUGH, through, id, PEOPLE)]):
        name = names_of(log, [("contact", through)])["contact", through]
        found.append(_people(log, "same-introducer", f"also met through {name}", same))
    return found


def _shared(log: "Log", id: int, values: Json) -> list[Json]:
    found = []
    for column, words in _SHARED.items():
        if same := sharing(log, column, values[column], id):
            found.append(_people(log, column, words.format(values[column]), same[:PEOPLE]))
    return found


def _tags(log: "Log", id: int, tags: list[str]) -> list[Json]:
    found = []
    for tag in (one for one in tags if one != WIN):
        ids = [row["contact_id"] for row in log.rows(TAGGED, tag, COMMON)]
        if len(ids) < COMMON and (same := [row["id"] for row in log.rows(RECENT, json_ids(ids), id, PEOPLE)]):
            found.append(_people(log, "tag", f"also tagged {tag}", same))
    return found


def _people(log: "Log", kind: str, words: str, ids: "Iterable[int]") -> Json:
    targets: list[Target] = [("contact", one) for one in ids]
    names = names_of(log, targets)
    contacts = [shown_ref(one, names) for one in targets]
    told = ", ".join(one["name"] for one in contacts)
    return _entry(kind, f"{words} {told}" if kind in _SPOKEN else f"{words}: {told}", None, contacts)


def _entry(
    kind: str, text: str, ref: str | None = None, contacts: list[dict[str, str]] | None = None
) -> Json:
    return {"kind": kind, "text": text, "ref": ref, "contacts": contacts or []}
