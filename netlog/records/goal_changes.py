"""What became of a goal over time: pauses, and what it was amended to from a day on."""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records.fields import Names, Where
from netlog.records.lists import ListField

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.kind import Kind
    from netlog.store.log import Log


class _Changes(ListField):
    """Rows of a goal, each a tuple of `parts`, keyed by the first of them."""

    parts: tuple[str, ...] = ()

    def __init__(self, key: str, table: str, command: str) -> None:
        super().__init__(key, given=False)
        self.table = table
        self.closed_by = command

    def read(self, word: str, ctx: "Context") -> Any:
        raise UsageError(f"{self.option} are not edited", f"use {self.closed_by}")

    def read_item(self, value: Any, ctx: "Context") -> tuple[Any, ...]:
        if not isinstance(value, dict):
            return tuple(self.read(str(value), ctx))
        return tuple(value.get(part) for part in self.parts)

    def select(self, kind: "Kind") -> str:
        names = ", ".join(f'"{part}"' for part in self.parts)
        return (
            f"SELECT goal_id, {names} FROM {self.table} "
            "WHERE goal_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"
        )

    def value(self, row: Any) -> tuple[Any, ...]:
        return tuple(row[1:])

    def rows(self, kind: "Kind", id: int, values: list[Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
        return {
            (id, value[0]): {"goal_id": id, **dict(zip(self.parts, value, strict=True))} for value in values
        }

    def show(self, value: Any, names: Names) -> Any:
        return [dict(zip(self.parts, one, strict=True)) for one in value]

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        raise UsageError(f"goals are not filtered by {self.option}", "see `netlog goals`")


class Pauses(_Changes):
    """Days in which a goal asks for nothing: (starts_on, ends_on or None, why or None)."""

    parts = ("starts_on", "ends_on", "why")

    def __init__(self) -> None:
        super().__init__("pauses", "goal_pause", "`netlog pause-goal` and `netlog resume-goal`")


class Amendments(_Changes):
    """What a goal asks for from a day on: (from_on, target, where or None, why or None)."""

    parts = ("from_on", "target", "where", "why")

    def __init__(self) -> None:
        super().__init__("amendments", "goal_amendment", "`netlog amend-goal`")


def check(values: dict[str, Any]) -> None:
    """UsageError where pauses or amendments of a goal can't be so: pauses that overlap, a target of 0, ..."""
    pauses = values["pauses"] = sorted(values["pauses"], key=lambda one: str(one[0]))
    for first, last, _ in pauses:
        if last is not None and last < first:
            raise UsageError(f"the pause ends {last}, before it starts {first}")
    for one, other in pairwise(pauses):
        if one[1] is None or one[1] >= other[0]:
            raise UsageError(
                f"the pauses {_span(*one)} and {_span(*other)} overlap", "one day is paused once"
            )
    for day, target, *_ in values["amendments"]:
        if day < values["starts_on"]:
            raise UsageError(f"the goal starts {values['starts_on']}, after it is amended from {day}")
        if target == 0 and values["bound"] == "min":
            raise UsageError("a target of 0 asks for nothing", "pause or close the goal instead")


def _span(first: str, last: str | None, *_: Any) -> str:
    return f"{first}..{last or ''}"
