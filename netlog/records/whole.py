"""The whole log as one document."""

import json
from typing import TYPE_CHECKING, Any

from netlog.records import noted, record
from netlog.records.kind import Kind, every_kind

if TYPE_CHECKING:
    from netlog.store.log import Log

Json = dict[str, Any]
ORDER = ("event", "contact", "conversation", "follow_up", "goal")  # no row comes before one it refers to


def document(log: "Log", now: str, *, include_private: bool = False) -> tuple[Json, int]:
    """Everything in the log, and how many private records were left out.

    A private record goes out of the references of others too: its name is nobody's business. So do
    conversations and follow-ups with a private contact alone, as they would if it were deleted.
    """
    kinds = every_kind()
    ids = {
        kind.name: [row[0] for row in log.rows(f"SELECT id FROM {kind.table} ORDER BY id")] for kind in kinds
    }
    loaded = {kind.name: record.load(kind, log, ids[kind.name]) for kind in kinds}
    hidden = set()
    if not include_private:
        hidden = {one["ref"] for found in loaded.values() for one in found if one["private"]}
        hidden |= _with_hidden_alone(log, kinds, hidden)
    sections = {
        section(name): [_without(one, hidden) if hidden else one for one in found if one["ref"] not in hidden]
        for name, found in loaded.items()
    }
    if hidden:
        _redate(sections["contacts"], sections["conversations"])
    names = {one["ref"]: one["name"] for one in loaded["contact"]}
    sources = [
        {
            "format": row["format"],
            "source_id": row["source_id"],
            "contact": {"ref": f"c{row['contact_id']}", "name": names[f"c{row['contact_id']}"]},
            "seen": json.loads(row["seen"]),
        }
        for row in log.rows("SELECT * FROM source ORDER BY format, source_id")
        if f"c{row['contact_id']}" not in hidden
    ]
    cadences = [dict(row) for row in log.rows("SELECT kind, word, days FROM cadence ORDER BY kind, word")]
    reviews = [dict(row) for row in log.rows("SELECT week_on, reviewed_at FROM review ORDER BY week_on")]
    head = {"format": "netlog", "version": 1, "exported_at": now}
    rest = {"cadences": cadences, "reviews": reviews, **noted.sections(log, hidden), "sources": sources}
    return {**head, **sections, **rest}, len(hidden)


def size(document: Json) -> int:
    """How many records a document holds."""
    return sum(len(document[section(name)]) for name in ORDER)


def _with_hidden_alone(log: "Log", kinds: list[Kind], hidden: set[str]) -> set[str]:
    """Conversations and follow-ups whose every contact is hidden."""
    letters = {kind.name: kind.letter for kind in kinds}
    found = set()
    for table in ("conversation", "follow_up"):
        people: dict[str, set[str]] = {}
        for id, contact in log.rows(f"SELECT {table}_id, contact_id FROM {table}_contact"):
            people.setdefault(f"{letters[table]}{id}", set()).add(f"c{contact}")
        found |= {ref for ref, with_ in people.items() if with_ <= hidden}
    return found


def _redate(contacts: list[Json], conversations: list[Json]) -> None:
    """The days of contacts as the conversations of the document alone make them: no hidden one shows through."""
    last: dict[str, str] = {}
    for talk in conversations:
        for who in talk["contacts"]:
            last[who["ref"]] = max(last.get(who["ref"], ""), talk["held_on"])
    for contact in contacts:
        if contact["last_conversation_on"] != last.get(contact["ref"]):
            contact.update(last_conversation_on=last.get(contact["ref"]), next_contact_on=None)


def _without(one: Json, hidden: set[str]) -> Json:
    """A record without its references to hidden ones."""
    kept: Json = {}
    for key, value in one.items():
        if isinstance(value, dict) and value.get("ref") in hidden:
            kept[key] = None
        elif isinstance(value, list):
            kept[key] = [item for item in value if not (isinstance(item, dict) and item.get("ref") in hidden)]
        else:
            kept[key] = value
    return kept


def section(name: str) -> str:
    """The key of a document under which the records of a kind stand."""
    return f"{name}s"
