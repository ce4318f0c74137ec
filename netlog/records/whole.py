"""The whole log as one document."""

from typing import TYPE_CHECKING, Any

from netlog.records import noted, record, remembered
from netlog.records.kind import Kind, every_kind
from netlog.records.loosening import LOST_WITHOUT
from netlog.vocabulary import plural_of, record_of

if TYPE_CHECKING:
    from netlog.store.log import Log

Json = dict[str, Any]
ORDER = (  # no row comes before one it refers to
    *("group", "event", "contact", "conversation", "follow_up", "goal", "membership", "contribution"),
    *("introduction", "exchange", "opportunity", "takeaway", "vision", "step"),
)


def document(log: "Log", now: str, *, include_private: bool = False) -> tuple[Json, int]:
    """Everything in the log, and how many private records were left out.

    A private record goes out of the references of others too: its name is nobody's business. So do
    conversations, follow-ups and exchanges with a private contact alone, introductions of one, memberships of
    a private group and steps of a private vision, as they would if it were deleted.
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
        hidden |= _lost_without(loaded, hidden)
    sections = {
        section(name): [_without(one, hidden) if hidden else one for one in found if one["ref"] not in hidden]
        for name, found in loaded.items()
    }
    if hidden:
        _redate(sections["contacts"], sections["conversations"])
    cadences = [dict(row) for row in log.rows("SELECT kind, word, days FROM cadence ORDER BY kind, word")]
    reviews = [dict(row) for row in log.rows("SELECT week_on, reviewed_at FROM review ORDER BY week_on")]
    head = {"format": "netlog", "version": 2, "exported_at": now}
    sources = remembered.section(log, hidden)
    rest = {"cadences": cadences, "reviews": reviews, **noted.sections(log, hidden), "sources": sources}
    return {**head, **sections, **rest}, len(hidden)


def size(document: Json) -> int:
    """How many records a document holds."""
    return sum(len(document[section(name)]) for name in ORDER)


def _with_hidden_alone(log: "Log", kinds: list[Kind], hidden: set[str]) -> set[str]:
    """Conversations, follow-ups and exchanges whose every contact is hidden."""
    letters = {kind.name: kind.letter for kind in kinds}
    found = set()
    for table in ("conversation", "follow_up", "exchange"):
        people: dict[str, set[str]] = {}
        for id, contact in log.rows(f"SELECT {table}_id, contact_id FROM {table}_contact"):
            people.setdefault(f"{letters[table]}{id}", set()).add(f"c{contact}")
        found |= {ref for ref, with_ in people.items() if with_ <= hidden}
    return found


def _lost_without(loaded: dict[str, list[Json]], hidden: set[str]) -> set[str]:
    """Records that say nothing without one that is hidden."""
    found = set()
    for table, column in LOST_WITHOUT:
        for one in loaded[record_of(table)]:
            target = one[column.removesuffix("_id")]
            if target and target["ref"] in hidden:
                found.add(one["ref"])
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
            shown = [item for item in value if not (isinstance(item, dict) and item.get("ref") in hidden)]
            kept[key] = [_without(item, hidden) if isinstance(item, dict) else item for item in shown]
        else:
            kept[key] = value
    return kept


def section(name: str) -> str:
    """The key of a document under which the records of a kind stand."""
    return plural_of(name)
