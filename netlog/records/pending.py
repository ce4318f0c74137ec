"""Records on their way into the log: what is to be added and changed, before any of it is written."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from netlog.records import many, record
from netlog.records.kind import kind_of
from netlog.records.uid import new_uid

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Values = dict[str, Any]
Each = Callable[[Any], Any]  # gives back what it is given, and counts it
_AT_ONCE = 500  # records that are changed


class Pending:
    """What is to become of the records of one kind; ids are those that the new ones will have."""

    def __init__(self, kind: str, log: "Log", common: Values, ctx: "Context") -> None:
        self.kind = kind_of(kind)
        self._log = log
        self._common = common
        self._ctx = ctx
        self._defaults = {
            field.key: [] if field.many else field.default for field in self.kind.keyed if not field.fixed
        }
        self._last: int = log.value("SELECT seq FROM sqlite_sequence WHERE name = ?", self.kind.table) or 0
        self._new: dict[int, Values] = {}
        self._changed: dict[int, Values] = {}

    @property
    def count(self) -> int:
        """How many records there are to write."""
        return len(self._new) + len(self._changed)

    def ref(self, id: int) -> str:
        """The reference of one."""
        return f"{self.kind.letter}{id}"

    def is_new(self, id: int) -> bool:
        """Whether it is to be added."""
        return id in self._new

    def add(self, values: Values) -> int:
        """Add one, with what is common to all new ones; its id. UsageError where it can't be one."""
        whole = {**self._defaults, **values}
        for key, value in self._common.items():
            whole[key] = list(dict.fromkeys([*whole[key], *value])) if isinstance(value, list) else value
        if self.kind.check:
            self.kind.check(whole, {}, self._ctx)
        self._last += 1
        # of 50,000 records most is as it always is
        self._new[self._last] = {
            key: value
            for key, value in whole.items()
            if value not in (None, []) and value != self._defaults[key]
        }
        return self._last

    def load(self, ids: Iterable[int]) -> dict[int, Values]:
        """Records as they are to be: id -> values; those of new ones hold nothing that is empty."""
        ids = list(dict.fromkeys(ids))
        stored = [id for id in ids if id not in self._new]
        found = (
            {values["id"]: values for values in record.fetch(self.kind, self._log, stored)} if stored else {}
        )
        for id in ids:
            found[id] = self._new[id] if id in self._new else {**found[id], **self._changed.get(id, {})}
        return found

    def change(self, id: int, ours: Values, changes: Values) -> None:
        """Change one that holds `ours`; UsageError where it can't be so."""
        if not changes:
            return
        kept = self._new.get(id)
        if self.kind.check:
            before = ours if kept is None else {}
            self.kind.check({**self._defaults, **ours, **changes}, before, self._ctx)
        if kept is not None:
            kept.update(changes)
        else:
            self._changed.setdefault(id, {}).update(changes)

    def write_new(self, each: Each) -> None:
        """Write the new records, without what hangs on them: that may refer to new ones of any kind."""
        at = self._ctx.now
        stamps = ({"uid": new_uid(at), "created_at": at, "updated_at": at} for _ in self._new)
        rows = ((id, stamp, values) for (id, values), stamp in zip(self._new.items(), stamps, strict=True))
        many.insert(self.kind, self._log, map(each, rows))

    def write_rest(self, each: Each) -> None:
        """Write what hangs on the new records, and the changes of the others."""
        many.insert_lists(self.kind, self._log, list(self._new.items()))
        self._new.clear()
        follow = self.kind.name == "contact"  # a former position is kept; other kinds would move things
        ids = list(self._changed)
        for start in range(0, len(ids), _AT_ONCE):
            for ours in record.fetch(self.kind, self._log, ids[start : start + _AT_ONCE]):
                changes, id = self._changed[each(ours["id"])], ours["id"]
                record.change(self.kind, self._log, id, changes, self._ctx, follow=follow, before=ours)
        self._changed.clear()
