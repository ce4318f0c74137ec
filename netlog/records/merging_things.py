"""Events, conversations and tasks of other programs' files: found, added or brought up to date.

They are found by the id that the file gives them, by their uid here, else by their name and day.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import NetlogError
from netlog.folding import fold
from netlog.insight import three_way
from netlog.records import said
from netlog.records.fates import MERGED, NEW, SKIPPED, UNCHANGED, Fate
from netlog.records.pending import Pending
from netlog.records.remembered import Links, Seen, read
from netlog.records.said import Said
from netlog.records.settling import Decide, Settler
from netlog.records.who import Who

if TYPE_CHECKING:
    from netlog.formats.plain import Found, Occasion, Talk, ToDo
    from netlog.records.context import Context
    from netlog.store.log import Log

Values = dict[str, Any]
Told = tuple[str, Fate]  # a file, and what became of one of its records
_MOST_NAMED = 3

BY_UID = "SELECT id FROM {table} WHERE uid = ?"
SAME_EVENT = "SELECT id FROM event WHERE folded_name = ? AND starts_on = ? ORDER BY id LIMIT 2"
SAME_TALK = "SELECT id FROM conversation WHERE held_on = ? AND summary = ? ORDER BY id LIMIT 2"
SAME_TODO = """
SELECT id FROM follow_up WHERE status = 'open' AND due_on = ? AND what = ? ORDER BY id LIMIT 2"""


class Thing(NamedTuple):
    """A record of a file that is no person, in one shape for the three sorts; `people` are (name, address)."""

    line: int
    key: str
    uid: str | None
    people: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    read: Callable[[], Said]


class Sort(NamedTuple):
    """One sort of record: its kind, the value that names one, and what finds one that no file gave."""

    kind: str
    title: str
    same: str
    by: tuple[str, str]


_EVENTS = Sort("event", "name", SAME_EVENT, ("name", "starts_on"))
_TALKS = Sort("conversation", "summary", SAME_TALK, ("held_on", "summary"))
_TODOS = Sort("follow_up", "what", SAME_TODO, ("due_on", "what"))


class Things:
    """All records of one sort of a run: what is to become of them is settled first and written at the end."""

    def __init__(
        self, sort: Sort, who: Who, log: "Log", common: Values, ctx: "Context", decide: Decide
    ) -> None:
        self._sort = sort
        self._who = who
        self._log = log
        self._ctx = ctx
        self._decide = decide
        self._taken: set[int] = set()
        self.pending = Pending(sort.kind, log, common, ctx)
        self.links = Links(sort.kind, log)

    def bring(self, format: str, file: str, things: Sequence[Thing]) -> Iterator[Told]:
        """Settle what a file holds; what becomes of each."""
        self.links.load(format, [one.key for one in things])
        self._who.load_names({fold(name) for one in things for name, _ in one.people if name})
        self._who.load_addresses({fold(address) for one in things for _, address in one.people if address})
        settler = Settler(format, self._decide)
        seen: set[str] = set()
        for one in things:
            remarks = list(one.remarks)
            try:
                if one.key in seen:
                    ref, fate = None, SKIPPED
                    remarks.insert(0, "the same entry stands earlier in the file")
                else:
                    id, fate = self._settled(format, settler, one, remarks)
                    ref = self.pending.ref(id)
            except NetlogError as error:
                ref, fate = None, SKIPPED
                remarks.insert(0, error.message)
            seen.add(one.key)
            yield file, Fate(one.line, ref, fate, "; ".join(remarks))

    def _settled(self, format: str, settler: Settler, one: Thing, remarks: list[str]) -> tuple[int, str]:
        values, more = one.read()
        remarks += more
        people = self._people(one, values, remarks)
        id = self._find(format, one, values)
        link = self.links.get(format, one.key)
        told = read(link.seen) if link else {}
        seen: Seen = {**told, **said.as_seen(values, format)}
        if people:
            seen["people"] = list(people)
        if id:
            fate = (
                self._change(settler, id, told, values, people, remarks)
                if seen != told or not link
                else UNCHANGED
            )
        else:
            id, fate = self.pending.add({**values, **self._with(values, list(people.values()))}), NEW
        self._taken.add(id)
        self.links.put(format, one.key, id, seen)
        return id, fate

    def _change(
        self,
        settler: Settler,
        id: int,
        told: Seen,
        values: Values,
        people: dict[str, int],
        remarks: list[str],
    ) -> str:
        ours = self.pending.load([id])[id]
        changes = settler.changes(self.pending.ref(id), self._sort.title, told, ours, values, None, remarks)
        new = three_way.added(told.get("people", []), list(people), [], str)
        for key, ids in self._with({**ours, **changes}, [people[name] for name in new]).items():
            present = ours.get(key) or []
            if more := [one for one in ids if one not in present]:
                changes[key] = [*present, *more]
        self.pending.change(id, ours, changes)
        return MERGED if changes else UNCHANGED

    def _with(self, values: Values, ids: list[int]) -> Values:
        """Who took part, under the key that holds them: those of an event that is over were met there."""
        ids = list(dict.fromkeys(ids))
        if not ids:
            return {}
        if self._sort.kind != "event":
            return {"contacts": ids}
        over = (values.get("ends_on") or values["starts_on"]) < self._ctx.today.isoformat()
        return {} if values.get("status") == "skipped" else {"met" if over else "to_meet": ids}

    def _find(self, format: str, one: Thing, values: Values) -> int:
        """The record that it is; 0 for none."""
        link = self.links.get(format, one.key)
        if link:
            return link.id
        if one.uid and (id := self._log.value(BY_UID.format(table=self.pending.kind.table), one.uid.lower())):
            return int(id)
        named = [fold(values[key]) if key == "name" else values.get(key) for key in self._sort.by]
        same = [row[0] for row in self._log.rows(self._sort.same, *named) if row[0] not in self._taken]
        return same[0] if len(same) == 1 else 0

    def _people(self, one: Thing, values: Values, remarks: list[str]) -> dict[str, int]:
        """The contacts among those who took part, by what the file calls them."""
        found, strangers = {}, []
        for name, address in one.people:
            id = self._who.addressed(address) if address else 0
            id = id or (self._who.called(name) if name else 0)
            if id:
                found[name or address] = id
            else:
                strangers.append(name or address)
        if strangers:
            named = ", ".join(strangers[:_MOST_NAMED])
            others = f" and {len(strangers) - _MOST_NAMED} more" if len(strangers) > _MOST_NAMED else ""
            remarks.append(f"not in the log: {named}{others}")
        return found


def sorts(who: Who, log: "Log", common: Values, ctx: "Context", decide: Decide) -> dict[str, Things]:
    """The three sorts, by the key under which a file has them; events before what may refer to them."""
    of = {"occasions": _EVENTS, "talks": _TALKS, "todos": _TODOS}
    return {key: Things(sort, who, log, common, ctx, decide) for key, sort in of.items()}


def things_in(found: "Found", ctx: "Context") -> dict[str, list[Thing]]:
    """What a file holds besides people."""
    return {
        "occasions": [_occasion(one, ctx) for one in found.occasions],
        "talks": [_talk(one, ctx) for one in found.talks],
        "todos": [_todo(one, ctx) for one in found.todos],
    }


def _occasion(one: "Occasion", ctx: "Context") -> Thing:
    key = _key("event", one.uid, (fold(one.name), one.starts_on))
    return Thing(one.line, key, one.uid, one.people, one.remarks, lambda: said.of_occasion(one, ctx))


def _talk(one: "Talk", ctx: "Context") -> Thing:
    key = _key("talk", one.source_id, (one.held_on, fold(one.summary)))
    people = tuple((name, "") for name in one.people)
    return Thing(one.line, key, None, people, one.remarks, lambda: said.of_talk(one, ctx))


def _todo(one: "ToDo", ctx: "Context") -> Thing:
    key = _key("todo", one.uid or one.source_id, (one.due_on or "", fold(one.what)))
    return Thing(one.line, key, one.uid, one.people, one.remarks, lambda: said.of_todo(one, ctx))


def _key(sort: str, id: str | None, instead: Iterable[str]) -> str:
    """What the file knows a thing by, or what stands in for that; no other sort has such a key."""
    return f"{sort}:id:{id}" if id else f"{sort}:{':'.join(instead)}"
