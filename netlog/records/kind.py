"""Kind: the declaration of one kind of record, from which its options, filters, edits and JSON come."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records.fields import Field, Flag, Notes, Win
from netlog.records.lists import ListField, Tags
from netlog.store.tables import TABLES
from netlog.vocabulary import LETTERS, plural_of, table_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Check = Callable[[dict[str, Any], dict[str, Any], "Context"], None]
Verify = Callable[["Log", dict[str, Any], dict[str, Any], "Context"], None]
Hanging = Callable[["Log", int], list[str]]
Added = Callable[["Log", int, dict[str, Any], "Context"], None]
Changed = Callable[["Log", int, dict[str, Any], dict[str, Any], "Context"], None]


class Kind:
    """One kind of record: its own `fields`, and the tags, notes and privacy that every record has.

    `title` is the key that names a record, `named` what it is called by others, in SQL, where that is
    not its title; `order` is how a list is sorted, `shown` the condition of
    those that a list shows without --all; `check(values, before, ctx)` settles and refuses whole
    records, `verify(log, values, before, ctx)` those changed, with the log to look things up in;
    `settle(log, values, before, ctx)` sees to what must be so before a record is added or changed;
    `after_add(log, id, values, ctx)` does what follows from a new one, `after_change(log, id, values,
    before, ctx)` what follows from a change;
    `before_delete(log, id)` removes what hangs on one and says what that was.
    """

    def __init__(
        self,
        name: str,
        fields: tuple[Field, ...],
        *,
        title: str,
        order: str,
        named: str = "",
        shown: str = "",
        check: Check | None = None,
        verify: Verify | None = None,
        settle: Verify | None = None,
        after_add: Added | None = None,
        after_change: Changed | None = None,
        before_delete: Hanging | None = None,
    ) -> None:
        self.name = name
        self.table = table_of(name)
        self.letter = LETTERS[name]
        self.plural = plural_of(name)
        self.title = title
        self.named = named or title
        self.order = order
        self.shown = shown
        self.check = check
        self.verify = verify
        self.settle = settle
        self.after_add = after_add
        self.after_change = after_change
        self.before_delete = before_delete
        self.fields = (
            *fields,
            Tags(f"{self.table}_tag"),
            Win(),
            Notes("notes", help="Anything else; `-` reads it from stdin."),
            Flag("private", help="Leave it out of exports and reports.", default=0),
        )
        self.searched = TABLES[self.table].searched
        self.keyed = [field for field in self.fields if field.key]
        self.lists = [field for field in self.fields if isinstance(field, ListField)]
        self._by_option = {field.option: field for field in self.fields}
        self._by_key = {field.key: field for field in self.keyed}

    def field(self, word: str) -> Field:
        """The field that an option's name or a JSON key means; UsageError when there is none."""
        found = (
            self._by_option.get(word) or self._by_option.get(word.replace("_", "-")) or self._by_key.get(word)
        )
        if found is None:
            words = ", ".join(sorted(self._by_option))
            raise UsageError(f"{self.article} {self.spoken} has no {word!r}", f"it has: {words}")
        return found

    def has(self, word: str) -> bool:
        """Whether an option's name or a JSON key means a field of this kind."""
        return word in self._by_option or word.replace("_", "-") in self._by_option or word in self._by_key

    def json_field(self, key: str) -> Field | None:
        """The field that a JSON key names, if any."""
        return self._by_key.get(key)

    @property
    def spoken(self) -> str:
        """The name as one says it."""
        return self.name.replace("_", "-")

    @property
    def article(self) -> str:
        """`a`, or `an` for an event."""
        return "an" if self.spoken[0] in "aeiou" else "a"

    def matches(self) -> str:
        """The condition that full text search puts on a record; its one parameter is the query."""
        return f"{self.table}.id IN (SELECT rowid FROM {self.table}_text WHERE {self.table}_text MATCH ?)"


def kind_of(name: str) -> Kind:
    """The declaration of a kind, loaded when it is first asked for."""
    from importlib import import_module

    kind: Kind = import_module(f"netlog.records.{plural_of(name)}").KIND
    return kind


def every_kind() -> list[Kind]:
    """All kinds, in the order of their letters' list."""
    return [kind_of(name) for name in LETTERS]
