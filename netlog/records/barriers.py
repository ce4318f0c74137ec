"""Barriers: what stands in the way of a step, and who could help with each."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import references, text
from netlog.records.fields import Names, Where
from netlog.records.links import shown_ref
from netlog.records.lists import ListField

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.kind import Kind
    from netlog.store.log import Log

Barrier = tuple[str, Any]  # what it is, and the helper: a name still to be looked up, then a contact's id


class Barriers(ListField):
    """`no budget` or `no budget=Ana Kim`: a barrier, and who could help with it."""

    table = "plan_step_barrier"
    metavar = "WHAT[=REF]"

    def __init__(self) -> None:
        super().__init__("barriers", "barrier", "What stands in the way, and who could help; again for more.")

    def read(self, word: str, ctx: "Context") -> Barrier:
        what, _, helper = word.partition("=")
        return text.line(what, "the barrier"), text.line(helper, "the helper") if helper.strip() else None

    def read_item(self, value: Any, ctx: "Context") -> Barrier:
        if not isinstance(value, dict):
            return self.read(str(value), ctx)
        what, helper = value.get("what"), value.get("helper")
        if not isinstance(what, str):
            raise UsageError("a barrier has no words", "give it `what`")
        named = helper.get("ref") if isinstance(helper, dict) else helper
        return text.line(what, "the barrier"), named or None

    def resolve(self, log: "Log", value: Any, ctx: "Context") -> Any:
        return [
            (what, references.find(log, helper, ("contact",), ctx)[1] if isinstance(helper, str) else helper)
            for what, helper in value
        ]

    def refs(self, value: Any) -> Iterable[tuple[str, int]]:
        return (("contact", helper) for _, helper in value if helper)

    def select(self, kind: "Kind") -> str:
        return (
            "SELECT plan_step_id, what, helper_id FROM plan_step_barrier "
            "WHERE plan_step_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"
        )

    def value(self, row: Any) -> Barrier:
        return row["what"], row["helper_id"]

    def rows(self, kind: "Kind", id: int, values: list[Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
        return {
            (id, what): {"plan_step_id": id, "what": what, "helper_id": helper} for what, helper in values
        }

    def means(self, given: Any, value: Any) -> bool:
        return bool(given[0] == value[0])  # whoever could help

    def show(self, value: Any, names: Names) -> Any:
        return [
            {"what": what, "helper": shown_ref(("contact", helper), names) if helper else None}
            for what, helper in value
        ]

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        holds = "what = ?" if word.startswith("=") else "instr(lower(what), lower(?))"
        return (
            f"plan_step.id IN (SELECT plan_step_id FROM plan_step_barrier WHERE {holds})",
            [word.removeprefix("=")],
        )
