"""People of other programs' files into contacts: found, added or brought up to date."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netlog.errors import NetlogError, UsageError
from netlog.folding import fold
from netlog.records import acquaintances, kept_lines, remembered, said
from netlog.records.acquaintances import Knowing
from netlog.records.fates import MERGED, NEW, SKIPPED, UNCHANGED, Fate
from netlog.records.kept_lines import KeptLines, mark_of
from netlog.records.pending import Pending
from netlog.records.remembered import Links, Seen
from netlog.records.settling import Decide, Settler
from netlog.records.who import Entry, Who, key_of

if TYPE_CHECKING:
    from netlog.formats.plain import Person
    from netlog.records.context import Context
    from netlog.store.log import Log

Values = dict[str, Any]
Told = tuple[str, Fate]  # a file, and what became of one of its records
_AT_ONCE = 500
_TWICE = "the same entry stands earlier in the file"


class People:
    """All people of a run: what is to become of them is settled first and written at the end."""

    def __init__(self, log: "Log", common: Values, ctx: "Context", decide: Decide) -> None:
        self._ctx = ctx
        self._decide = decide
        self.pending = Pending("contact", log, common, ctx)
        self.links = Links("contact", log)
        self.lines = KeptLines(log)
        self.who = Who(log, self.links)

    def bring(self, format: str, files: Iterable[tuple[str, "Sequence[Person]"]]) -> Iterator[Told]:
        """Settle the people of files that belong together; what becomes of each."""
        read: dict[str, Entry] = {}
        twins: list[tuple[Entry, Entry]] = []
        for file, people in files:
            yield from self._read(format, file, people, read, twins)
        entries = list(read.values())
        self.who.find(format, entries)
        self.who.load_names({fold(name) for one in entries for name in one.knows})
        added = self._add(entries)
        fates: dict[Entry, str] = {}
        knowing: list[Knowing] = []
        for start in range(0, len(entries), _AT_ONCE):
            some = entries[start : start + _AT_ONCE]
            for entry, fate in zip(some, self._settle(format, some, added, read, knowing), strict=True):
                fates[entry] = fate
                entry.values = {}  # of 50,000 they take much room
                if not entry.knows:
                    yield entry.file, _fate(entry, fate)
        for entry, changed in acquaintances.link(format, knowing, self.who, self.pending, self.links):
            if changed and fates[entry] == UNCHANGED:
                fates[entry] = MERGED
            yield entry.file, _fate(entry, fates[entry])
        for first, other in twins:
            other.id = first.id
            fate = MERGED if fates[first] == NEW else fates[first]
            yield other.file, _fate(other, fate if first.id else SKIPPED)

    def _read(
        self,
        format: str,
        file: str,
        people: Sequence["Person"],
        read: dict[str, Entry],
        twins: list[tuple[Entry, Entry]],
    ) -> Iterator[Told]:
        """The people of one file, each once; those that can't be used, or stand there again, are told of."""
        for person in people:
            try:
                values, remarks = said.of_person(person, self._ctx)
            except NetlogError as error:
                yield file, Fate(person.line, None, SKIPPED, "; ".join([error.message, *person.remarks]))
                continue
            entry = Entry(file, person, key_of(person, format), values, [*person.remarks, *remarks])
            first = read.setdefault(entry.key, entry)
            if first is entry:
                continue
            if _take_together(first, entry, format):
                twins.append((first, entry))
            else:
                told = _TWICE if first.file == file else f"the same entry stands in {first.file}"
                yield file, Fate(person.line, None, SKIPPED, told)

    def _add(self, entries: Sequence[Entry]) -> set[Entry]:
        """Add those that nobody is yet."""
        added: set[Entry] = set()
        for entry in entries:
            entry.id = entry.id or self.who.twin(entry)
            if not entry.id:
                namesakes = [id for id in self.who.namesakes(entry) if not self.pending.is_new(id)]
                if namesakes:
                    entry.remarks.append(f"{self.pending.ref(namesakes[0])} has the same name")
                entry.id = self.pending.add(entry.values)
                added.add(entry)
            self.who.put(entry.id, entry, new=entry in added)
        return added

    def _settle(
        self,
        format: str,
        entries: Sequence[Entry],
        added: set[Entry],
        read: Container[str],
        knowing: list[Knowing],
    ) -> Iterator[str]:
        """What becomes of each entry; those who know others are to be linked with them later."""
        before = self._before(format, entries, added, read)
        present = self.pending.load(
            one.id for one in entries if one in added or self._says_more(format, one, before[one])
        )
        settler = Settler(format, self._decide)
        for entry in entries:
            told = before[entry]
            seen = {**told, **said.as_seen(entry.values, format)}
            ours = present.get(entry.id)
            changed = False
            if ours is not None:
                if entry not in added:
                    changed = self._change(settler, entry, ours, told)
                changed |= self._keep_lines(format, entry, told, seen, new=entry in added)
                self.links.put(format, entry.key, entry.id, seen)
            if entry.knows:
                knowing.append(Knowing(entry, told, seen))
            yield NEW if entry in added else MERGED if changed else UNCHANGED

    def _before(
        self, format: str, entries: Sequence[Entry], added: set[Entry], read: Container[str]
    ) -> dict[Entry, Seen]:
        """What the file said of each last time; one known by what it was called then goes on from there."""
        found: dict[Entry, Seen] = {}
        strangers = [one.id for one in entries if one not in added and not self.links.get(format, one.key)]
        weak = self.links.weak_of(format, strangers) if strangers else {}
        for entry in entries:
            link = self.links.get(format, entry.key)
            if link is not None:
                found[entry] = remembered.read(link.seen)
                continue
            old = [seen for source_id, seen in weak.get(entry.id, []) if source_id not in read]
            found[entry] = remembered.read(old[0]) if len(old) == 1 and entry not in added else {}
        return found

    def _says_more(self, format: str, entry: Entry, before: Seen) -> bool:
        """Whether a file says anything that it did not say last time; if not, there is nothing to be done."""
        link = self.links.get(format, entry.key)
        if link is None or link.id != entry.id:
            return True
        says = said.as_seen(entry.values, format)
        if entry.extra:
            says["extra"] = [mark_of(line) for line in kept_lines.usable(entry.extra, [])]
        return any(before.get(key) != value for key, value in says.items())

    def _change(self, settler: Settler, entry: Entry, ours: Values, told: Seen) -> bool:
        ref = self.pending.ref(entry.id)
        at = entry.updated_at
        changes = settler.changes(ref, "name", told, ours, entry.values, at, entry.remarks)
        try:
            self.pending.change(entry.id, ours, changes)
        except UsageError as error:
            entry.remarks.append(f"not changed: {error.message}")
            return False
        ours.update(changes)  # another entry may be the same contact
        if "name" in changes:
            self.who.rename(entry.id, changes["name"])
        return bool(changes)

    def _keep_lines(self, format: str, entry: Entry, told: Seen, seen: Seen, *, new: bool) -> bool:
        if not entry.extra:
            return False
        lines = kept_lines.usable(entry.extra, entry.remarks)
        seen["extra"] = [mark_of(line) for line in lines]
        if new:
            self.lines.add(entry.id, format, lines)
        return not new and self.lines.merge(entry.id, format, told.get("extra", []), lines)


def _fate(entry: Entry, fate: str) -> Fate:
    return Fate(entry.line, f"c{entry.id}", fate, "; ".join(entry.remarks))


def _take_together(first: Entry, other: Entry, format: str) -> bool:
    """Give the first of two entries under one key what only the other says; whether there was anything."""
    told = 0
    for key, value in other.values.items():
        mine = first.values.get(key)
        if isinstance(value, list):
            present = {said.key_of(key, said.text_of(key, one, format)) for one in mine or []}
            more = [one for one in value if said.key_of(key, said.text_of(key, one, format)) not in present]
            told += len(more)
            first.values[key] = [*(mine or []), *more]
        elif mine is None:
            first.values[key] = value
            told += 1
        elif fold(str(mine)) != fold(str(value)):
            other.remarks.append(f"{key.replace('_', ' ')}: that of line {first.line} counts")
            told += 1
    where = "" if first.file == other.file else f" of {first.file}"
    other.remarks.insert(0, f"taken together with line {first.line}{where}")
    return told > 0
