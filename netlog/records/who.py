"""Who is who: the contact that each person of a file is, by uid, id, e-mail address, phone, or name.

What two people can share (an address, a phone, a name) counts less the later it is looked at, and never takes a
contact from the person of the same file that it belongs to: to the program that wrote it they are two.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from netlog.folding import fold
from netlog.insight.same_person import could_be, phone_key
from netlog.records.remembered import AT_ONCE, Links
from netlog.records.said import Values

if TYPE_CHECKING:
    from netlog.formats.plain import Person
    from netlog.store.log import Log, Row

UIDS = "SELECT uid, id FROM contact WHERE uid IN (SELECT value FROM json_each(?))"
EMAILS = """
SELECT folded_value AS value, contact_id AS id FROM contact_channel
 WHERE kind = 'email' AND folded_value IN (SELECT value FROM json_each(?)) ORDER BY contact_id"""
PHONES = "SELECT folded_value AS value, contact_id AS id FROM contact_channel WHERE kind = 'phone' ORDER BY contact_id"
NAMES = """
SELECT folded_name AS value, id FROM contact WHERE folded_name IN (SELECT value FROM json_each(?)) ORDER BY id"""
FACTS = """
SELECT id, name, nickname, organization FROM contact WHERE id IN (SELECT value FROM json_each(?))"""
# The `+` keeps SQLite from going through all that was ever imported in a format.
KNOWN_HERE = """
SELECT DISTINCT contact_id FROM source WHERE contact_id IN (SELECT value FROM json_each(?)) AND +format = ?"""
SAME_DAY = """
SELECT DISTINCT contact_id FROM source
 WHERE contact_id IN (SELECT value FROM json_each(?)) AND +format = ? AND json_extract(seen, '$.met_on') = ?"""
STRONG = """
SELECT contact_id FROM source WHERE contact_id IN (SELECT value FROM json_each(?)) AND +format = ?
   AND source_id NOT LIKE 'email:%' AND source_id NOT LIKE 'name:%'"""

# Formats whose ids are people's own: somebody who is known by another one is somebody else.
PERSONAL_IDS = ("linkedin",)


class Entry:
    """One person of a file on the way in: `id` is the contact that it is, 0 as long as nobody knows."""

    __slots__ = (
        "extra",
        "file",
        "how",
        "id",
        "key",
        "knows",
        "line",
        "remarks",
        "uid",
        "updated_at",
        "values",
    )

    def __init__(self, file: str, person: "Person", key: str, values: Values, remarks: list[str]) -> None:
        self.file = file
        self.line = person.line
        self.uid = (person.uid or "").lower().removeprefix("urn:uuid:")
        self.knows = person.knows
        self.extra = person.extra
        self.updated_at = person.updated_at
        self.key = key
        self.values = values
        self.remarks = remarks
        self.id = 0
        self.how = ""  # by what it was found: key, uid, email, phone, day, name; "" for somebody new

    @property
    def addresses(self) -> list[str]:
        """The e-mail addresses, folded."""
        return [fold(value) for _, value in self.values.get("emails", ())]

    @property
    def numbers(self) -> list[str]:
        """What tells the phone numbers apart."""
        keys = (phone_key(value) for _, value in self.values.get("phones", ()))
        return [key for key in keys if key]


def key_of(person: "Person", format: str) -> str:
    """What the file knows a person by, or what stands in for that."""
    if person.uid:
        return f"uid:{person.uid}"
    if person.source_id:
        return person.source_id if format in PERSONAL_IDS else f"id:{person.source_id}"
    name = fold(person.name)
    if person.emails:
        return f"email:{fold(person.emails[0][1])}:{name}"
    return f"name:{name}:{fold(person.organization or '')}"


class Facts:
    """What is known of contacts by their ids: those of the log, and those to come."""

    def __init__(self, log: "Log") -> None:
        self._log = log
        self._known: dict[int, tuple[str, str | None, str | None]] = {}

    def load(self, ids: Iterable[int]) -> None:
        """Look up those that are not known."""
        wanted = [id for id in ids if id not in self._known]
        for row in self._log.rows(FACTS, json.dumps(wanted)) if wanted else ():
            self._known[row["id"]] = (row["name"], row["nickname"], row["organization"])

    def put(self, id: int, values: Values) -> None:
        """Somebody new."""
        self._known[id] = (values["name"], values.get("nickname"), values.get("organization"))

    def could_be(self, id: int, values: Values) -> bool:
        """Whether a contact's name could be that of the person."""
        name, nickname, _ = self._known[id]
        return could_be(name, values["name"], nickname, values.get("nickname"))

    def organization(self, id: int) -> str:
        """Where a contact works, folded."""
        return fold(self._known[id][2] or "")


class Index:
    """Contacts by one thing that they can share, as it is in the log and as it is to be."""

    def __init__(self) -> None:
        self._ids: dict[str, int | tuple[int, ...]] = {}  # of 50,000 nearly all are one

    def get(self, value: str) -> tuple[int, ...]:
        """Who has it."""
        ids = self._ids.get(value, ())
        return (ids,) if isinstance(ids, int) else ids

    def put(self, value: str, id: int) -> None:
        """Somebody has it."""
        ids = self.get(value)
        if id not in ids:
            self._ids[value] = (*ids, id) if ids else id


class Who:
    """Finds the contacts of people; what it is told of new ones counts from then on."""

    def __init__(self, log: "Log", links: Links) -> None:
        self._log = log
        self._links = links
        self.claimed: set[int] = set()  # by somebody of this run
        self.forget()

    def forget(self) -> None:
        """Begin anew: nobody is to be found that was not written."""
        self.facts = Facts(self._log)
        self.emails, self.phones, self.names = Index(), Index(), Index()
        self._names_to_be = Index()  # of those who are renamed
        self._renamed: dict[int, str] = {}
        self._all_phones = False

    def find(self, format: str, entries: Sequence[Entry]) -> None:
        """Give each entry of a file the contact that it is, where there is one."""
        taken: set[int] = set()

        def settle(how: str, found: Callable[[Entry], Iterable[int]]) -> None:
            for entry in entries:
                if not entry.id and (ids := list(found(entry))):
                    entry.id, entry.how = ids[0], how
                    taken.add(ids[0])

        self._links.load(format, [one.key for one in entries])
        settle("key", lambda one: self._by_key(format, one))
        uids = self._by_uid(entries)
        settle("uid", lambda one: (uids[one.uid],) if one.uid in uids else ())
        self._load([one for one in entries if not one.id])
        settle("email", lambda one: filter(lambda id: self.facts.could_be(id, one.values), self._mailed(one)))
        settle(
            "email",
            lambda one: (id for id in self._mailed(one) if id not in taken and id not in self.claimed),
        )
        settle("phone", self._phoned)
        if format in PERSONAL_IDS:
            settle("day", lambda one: self._met_that_day(format, one, taken))
        settle("name", lambda one: self._named(format, one, taken))
        self.claimed |= taken

    def namesakes(self, entry: Entry) -> Sequence[int]:
        """Contacts of the same name."""
        return self.names.get(fold(entry.values["name"]))

    def twin(self, entry: Entry) -> int:
        """The contact of an entry before it in the file that is the same person; 0 for nobody."""
        shared = [*self._mailed(entry), *self._phoned(entry)]
        return next((id for id in shared if self.facts.could_be(id, entry.values)), 0)

    def called(self, name: str, besides: int = 0) -> int:
        """The only contact of a name, or the only one of this run; 0 where that can't be told."""
        folded = fold(name)
        had = [id for id in self.names.get(folded) if self._renamed.get(id, folded) == folded]
        ids = [id for id in dict.fromkeys([*had, *self._names_to_be.get(folded)]) if id != besides]
        here = [id for id in ids if id in self.claimed]
        return ids[0] if len(ids) == 1 else here[0] if len(here) == 1 else 0

    def rename(self, id: int, name: str) -> None:
        """A contact has another name from now on."""
        self._renamed[id] = fold(name)
        self._names_to_be.put(fold(name), id)

    def addressed(self, address: str) -> int:
        """The only contact with an e-mail address; 0 where that can't be told."""
        ids = self.emails.get(fold(address))
        return ids[0] if len(ids) == 1 else 0

    def put(self, id: int, entry: Entry, *, new: bool) -> None:
        """Somebody new, or somebody of whom more is known."""
        if new:
            self.facts.put(id, entry.values)
        self.claimed.add(id)
        if entry.how == "key":
            return  # what the log has of them is looked up when it is asked for
        self.names.put(fold(entry.values["name"]), id)
        for address in entry.addresses:
            self.emails.put(address, id)
        for number in entry.numbers:
            self.phones.put(number, id)

    def _by_uid(self, entries: Sequence[Entry]) -> dict[str, int]:
        wanted = [one.uid for one in entries if one.uid and not one.id]
        return {row["uid"]: row["id"] for row in self._rows(UIDS, wanted)}

    def _load(self, entries: Sequence[Entry]) -> None:
        """Look up whom these could be."""
        self.load_addresses({address for one in entries for address in one.addresses})
        self.load_names({fold(one.values["name"]) for one in entries})
        if not self._all_phones and any(one.values.get("phones") for one in entries):
            self._all_phones = True
            for row in self._log.rows(PHONES):
                if key := phone_key(row["value"]):
                    self.phones.put(key, row["id"])
        could = (id for one in entries for id in [*self.namesakes(one), *self._shared(one)])
        self.facts.load(set(could))

    def _shared(self, entry: Entry) -> Iterator[int]:
        yield from self._mailed(entry)
        yield from (id for number in entry.numbers for id in self.phones.get(number))

    def load_names(self, names: Iterable[str]) -> None:
        """Look up who has these names, folded."""
        for row in self._rows(NAMES, list(names)):
            self.names.put(row["value"], row["id"])

    def load_addresses(self, addresses: Iterable[str]) -> None:
        """Look up who has these e-mail addresses, folded."""
        for row in self._rows(EMAILS, list(addresses)):
            self.emails.put(row["value"], row["id"])

    def _rows(self, sql: str, values: list[str]) -> "Iterator[Row]":
        for start in range(0, len(values), AT_ONCE):
            yield from self._log.rows(sql, json.dumps(values[start : start + AT_ONCE]))

    def _by_key(self, format: str, entry: Entry) -> Iterable[int]:
        link = self._links.get(format, entry.key)
        return (link.id,) if link else ()

    def _mailed(self, entry: Entry) -> Iterator[int]:
        return (id for address in entry.addresses for id in self.emails.get(address))

    def _phoned(self, entry: Entry) -> Iterable[int]:
        ids = (id for number in entry.numbers for id in self.phones.get(number))
        return (id for id in ids if self.facts.could_be(id, entry.values))

    def _met_that_day(self, format: str, entry: Entry, taken: set[int]) -> Iterable[int]:
        """Whom another file of the format met on the same day, by the same name, unless two ids tell them apart."""
        met_on = entry.values.get("met_on")
        ids = json.dumps(self.namesakes(entry))
        if not met_on or ids == "[]":
            return ()
        found = {row[0] for row in self._log.rows(SAME_DAY, ids, format, met_on)} - taken
        if found and not entry.key.startswith(("email:", "name:")):
            found -= {row[0] for row in self._log.rows(STRONG, ids, format)}
        return found if len(found) == 1 else ()

    def _named(self, format: str, entry: Entry, taken: set[int]) -> Iterable[int]:
        """The only one of the name who could work there; of several, the only one who does."""
        free = [id for id in self.namesakes(entry) if id not in taken]
        if free and format in PERSONAL_IDS:
            known = {row[0] for row in self._log.rows(KNOWN_HERE, json.dumps(free), format)}
            free = [id for id in free if id not in known]
        theirs = fold(entry.values.get("organization") or "")
        there = [id for id in free if theirs and self.facts.organization(id) == theirs]
        if len(there) == 1:
            return there
        fits = len(free) == 1 and (not theirs or self.facts.organization(free[0]) in ("", theirs))
        return free if fits else ()
