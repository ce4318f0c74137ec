"""Kinds of field that refer to other records: to one, or to several contacts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from netlog.records import references, text
from netlog.records.fields import Field, Names, Where
from netlog.records.lists import ListField
from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.kind import Kind
    from netlog.store.log import Log


class One(Field):
    """A reference to one record, of one of `types`, each with a column of its own."""

    metavar = "REF"

    def __init__(
        self, key: str, types: dict[str, str], option: str = "", help: str = "", *, given: bool = True
    ) -> None:
        super().__init__(key, option, help, given=given)
        self.types = types
        self.columns = tuple(types.values())

    def read(self, word: str, ctx: "Context") -> str:
        return text.line(word, f"the {self.option}")

    def read_json(self, value: Any, ctx: "Context") -> Any:
        return super().read_json(value["ref"] if isinstance(value, dict) and "ref" in value else value, ctx)

    def resolve(self, log: "Log", value: Any, ctx: "Context") -> Any:
        return references.find(log, value, tuple(self.types), ctx) if isinstance(value, str) else value

    def refs(self, value: Any) -> Iterable[tuple[str, int]]:
        return (value,) if value else ()

    def stored(self, value: Any) -> dict[str, Any]:
        return {column: value[1] if value and value[0] == one else None for one, column in self.types.items()}

    def fetched(self, row: Any) -> Any:
        return next(
            ((one, row[column]) for one, column in self.types.items() if row[column] is not None), None
        )

    def show(self, value: Any, names: Names) -> Any:
        return shown_ref(value, names) if value else None

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        type, id = references.find(log, word, tuple(self.types), ctx)
        return f"{kind.table}.{self.types[type]} = ?", [id]

    def absent(self, kind: "Kind") -> str:
        return " AND ".join(f"{kind.table}.{column} IS NULL" for column in self.columns)


class Contacts(ListField):
    """References to contacts, in a link table; `part` parts those of one table."""

    metavar = "REF"

    type = "contact"

    def __init__(
        self, key: str, table: str, option: str, help: str, part: str = "", column: str = "contact_id"
    ) -> None:
        super().__init__(key, option, help)
        self.table, self.part, self.column = table, part, column

    def read(self, word: str, ctx: "Context") -> str:
        return text.line(word, f"the {self.option}")

    def read_item(self, value: Any, ctx: "Context") -> Any:
        return super().read_item(value["ref"] if isinstance(value, dict) and "ref" in value else value, ctx)

    def resolve(self, log: "Log", value: Any, ctx: "Context") -> Any:
        ids = [
            references.find(log, one, (self.type,), ctx)[1] if isinstance(one, str) else one for one in value
        ]
        return list(dict.fromkeys(ids))

    def refs(self, value: Any) -> Iterable[tuple[str, int]]:
        return ((self.type, id) for id in value)

    def select(self, kind: "Kind") -> str:
        part = f"part = '{self.part}' AND " if self.part else ""
        owner = self.owner(kind)
        return (
            f"SELECT {owner}, {self.column} FROM {self.table} "
            f"WHERE {part}{owner} IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"
        )

    def value(self, row: Any) -> Any:
        return row[1]

    def rows(self, kind: "Kind", id: int, values: list[Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
        if self.part:
            return {
                (id, self.part, one): {self.owner(kind): id, "part": self.part, self.column: one}
                for one in values
            }
        return {(id, one): {self.owner(kind): id, self.column: one} for one in values}

    def show(self, value: Any, names: Names) -> Any:
        return [shown_ref((self.type, id), names) for id in value]

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        _, id = references.find(log, word, (self.type,), ctx)
        part = f" AND part = '{self.part}'" if self.part else ""
        owner = self.owner(kind)
        return f"{kind.table}.id IN (SELECT {owner} FROM {self.table} WHERE {self.column} = ?{part})", [id]

    def absent(self, kind: "Kind") -> str:
        part = f" WHERE part = '{self.part}'" if self.part else ""
        return f"{kind.table}.id NOT IN (SELECT {self.owner(kind)} FROM {self.table}{part})"


class Steps(Contacts):
    """References to steps of the plan, in a link table."""

    type = "step"


def shown_ref(target: tuple[str, int], names: Names) -> dict[str, str]:
    """A reference as JSON gives it."""
    return {"ref": f"{LETTERS[target[0]]}{target[1]}", "name": names.get(target, "")}


def id_of(shown: dict[str, Any]) -> int:
    """The id of a record, or of a reference, as JSON gives it."""
    return int(shown["ref"][1:])
