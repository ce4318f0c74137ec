"""What is remembered of imports: where each record was found, and what the file said of it last time."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import BadDataError, UsageError
from netlog.records import many, text
from netlog.records.links import shown_ref
from netlog.records.record import names_of
from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.records.references import Target
    from netlog.store.log import Log

Json = dict[str, Any]
Find = Callable[[Json, tuple[str, ...]], "Target"]
Seen = dict[str, Any]  # texts, and lists of texts

OF = ("contact", "event", "conversation", "follow_up")  # what an import can bring
WEAK = ("email:", "name:")  # how ids begin that are made up of what a record says: they change with it
EXTRA_BYTES = 1 << 18  # of one line
AT_ONCE = 2000  # ids or rows of one query

LINKED = """
SELECT source_id, {of}_id AS id, seen FROM source
 WHERE format = ? AND source_id IN (SELECT value FROM json_each(?)) AND {of}_id IS NOT NULL"""
# The `+` keeps SQLite from going through all that was ever imported in the format.
OF_CONTACTS = """
SELECT contact_id, source_id, seen FROM source
 WHERE contact_id IN (SELECT value FROM json_each(?)) AND +format = ? ORDER BY contact_id, source_id"""
ALL = "SELECT * FROM source ORDER BY format, source_id"
EXTRAS = "SELECT contact_id, format, line FROM contact_extra ORDER BY contact_id, format, position"
THERE = "SELECT 1 FROM source WHERE format = ? AND source_id = ?"
EXTRA_THERE = "SELECT 1 FROM contact_extra WHERE contact_id = ? AND format = ? LIMIT 1"


class Link(NamedTuple):
    """The record that a file's record is, and what the file said of it last time, as JSON."""

    id: int
    seen: str


class Links:
    """The links of one kind of record to those of files, as they are and as they are to be."""

    def __init__(self, of: str, log: "Log") -> None:
        self._of = of
        self._log = log
        self._stored: dict[tuple[str, str], Link] = {}
        self._new: dict[tuple[str, str], Link] = {}

    def load(self, format: str, source_ids: Sequence[str]) -> None:
        """Look these up."""
        for start in range(0, len(source_ids), AT_ONCE):
            wanted = json.dumps(source_ids[start : start + AT_ONCE])
            for row in self._log.rows(LINKED.format(of=self._of), format, wanted):
                self._stored[format, row["source_id"]] = Link(row["id"], row["seen"])

    def get(self, format: str, source_id: str) -> Link | None:
        """The link, as it is to be."""
        return self._new.get((format, source_id)) or self._stored.get((format, source_id))

    def weak_of(self, format: str, ids: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
        """Contacts' links by ids that were made up: contact -> (source id, seen) of each."""
        found: dict[int, list[tuple[str, str]]] = {}
        for row in self._log.rows(OF_CONTACTS, json.dumps(list(ids)), format):
            if row["source_id"].startswith(WEAK):
                found.setdefault(row["contact_id"], []).append((row["source_id"], row["seen"]))
        return found

    def put(self, format: str, source_id: str, id: int, seen: Seen) -> None:
        """Remember what a file says, once it is written."""
        text = json.dumps(seen, ensure_ascii=False, sort_keys=True)
        if self.get(format, source_id) != Link(id, text):
            self._new[format, source_id] = Link(id, text)

    def write(self) -> None:
        """Write what is new."""
        fresh = {key: link for key, link in self._new.items() if key not in self._stored}
        many.insert_rows(self._log, "source", (_row(*key, self._of, *link) for key, link in fresh.items()))
        for key, link in self._new.items():
            if key not in fresh:
                self._log.update("source", key, {f"{self._of}_id": link.id, "seen": link.seen})
        self._stored.update(self._new)
        self._new.clear()


def read(seen: str) -> Seen:
    """What a link's record said, by key."""
    found: dict[str, Any] = json.loads(seen)
    return {key: value for key, value in found.items() if value}


def section(log: "Log", hidden: set[str]) -> list[Json]:
    """The section `sources` of the whole log's document, without those of hidden records."""
    rows = [(row, _of(row)) for row in log.rows(ALL)]
    shown = [(row, target) for row, target in rows if f"{LETTERS[target[0]]}{target[1]}" not in hidden]
    names = names_of(log, [target for _, target in shown])
    return [
        {
            "format": row["format"],
            "source_id": row["source_id"],
            **{one: shown_ref(target, names) if one == target[0] else None for one in OF},
            "seen": json.loads(row["seen"]),
        }
        for row, target in shown
    ]


def extras(log: "Log", hidden: set[str]) -> list[Json]:
    """The section `extras`: what only the formats that contacts came in have a place for."""
    lines: dict[tuple[int, str], list[str]] = {}
    for row in log.rows(EXTRAS):
        lines.setdefault((row["contact_id"], row["format"]), []).append(row["line"])
    names = names_of(log, {("contact", id) for id, _ in lines})
    found: list[Json] = [
        {"contact": shown_ref(("contact", id), names), "format": format, "lines": some}
        for (id, format), some in lines.items()
    ]
    return [one for one in found if one["contact"]["ref"] not in hidden]


def restore(log: "Log", sections: list[Json], find: Find) -> None:
    """Bring `sources` back: those of a format and id that are not there."""
    rows = []
    for one in sections:
        named = [of for of in OF if one.get(of)]
        if len(named) != 1:
            where = f"the source {one['format']} {one['source_id']}"
            raise BadDataError(f"{where} is of {len(named)} records, not of one", "nothing was changed")
        id = find(one[named[0]], (named[0],))[1]
        if not log.row(THERE, one["format"], one["source_id"]):
            seen = json.dumps(one["seen"], ensure_ascii=False, sort_keys=True)
            rows.append(_row(one["format"], one["source_id"], named[0], id, seen))
    log.insert_many("source", rows)


def restore_extras(log: "Log", sections: list[Json], find: Find) -> None:
    """Bring `extras` back: those of contacts that have none of the format."""
    rows: list[Json] = []
    seen = set()
    for one in sections:
        place = find(one["contact"], ("contact",))[1], one["format"]
        if place in seen:
            ref = one["contact"]["ref"]
            raise BadDataError(f"extras: {one['format']} of {ref} stands twice", "nothing was changed")
        seen.add(place)
        if not log.row(EXTRA_THERE, *place):
            rows += extra_rows(*place, [_line(one["contact"], line) for line in one["lines"]])
    log.insert_many("contact_extra", rows)


def _line(contact: Json, line: str) -> str:
    try:
        return text.line(line, "a line", EXTRA_BYTES)
    except UsageError as error:
        raise BadDataError(f"extras of {contact['ref']}: {error.message}", error.hint) from None


def extra_rows(id: int, format: str, lines: list[str]) -> list[Json]:
    """The rows that hold the lines of one contact in one format."""
    return [
        {"contact_id": id, "format": format, "position": place, "line": line}
        for place, line in enumerate(lines)
    ]


def _row(format: str, source_id: str, of: str, id: int, seen: str) -> Json:
    ids = {f"{one}_id": id if one == of else None for one in OF}
    return {"format": format, "source_id": source_id, **ids, "seen": seen}


def _of(row: Any) -> "Target":
    return next((one, row[f"{one}_id"]) for one in OF if row[f"{one}_id"] is not None)
