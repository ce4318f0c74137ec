"""The steps of a plan that is made at once: put under each other by their names, none waiting for itself."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.folding import fold
from netlog.insight import plan as plans
from netlog.records import record
from netlog.records.start_file import Item, Start
from netlog.records.steps import KIND

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

SAME = """
SELECT id FROM plan_step
 WHERE folded_what = ? AND vision_id = ? AND status NOT IN ('done', 'dropped') ORDER BY id LIMIT 1"""


class Draft:
    """A step to be: `name` is what others call it by, `under` and `needs` are names, `above` is the step above."""

    def __init__(
        self, item: Item, name: str, values: dict[str, Any], under: str = "", needs: list[str] | None = None
    ) -> None:
        self.item = item
        self.name = name
        self.values = values
        self.under = under
        self.needs = needs or []
        self.above: Draft | None = None
        self.id: int | None = None


def add(log: "Log", plan: Start, vision: int, drafts: list[Draft], ctx: "Context") -> list[int]:
    """Add the steps of a vision, each after the one above it; their ids, those that were there already too.

    UsageError (of a file, with its place) for a name that no step has, and for steps that wait for each other.
    """
    needs = _tied(plan, drafts)
    _no_cycle(plan, drafts, needs)
    for draft in drafts:
        _add(log, plan, vision, draft, ctx)
    for draft, needed in zip(drafts, needs, strict=True):
        if needed and draft.id is not None:
            with plan.placed(draft.item.table, draft.item.place, "needs"):
                before = record.fetch(KIND, log, [draft.id])[0]["needs"]
                wanted = list(dict.fromkeys([*before, *(one.id for one in needed)]))
                record.change(KIND, log, draft.id, {"needs": wanted}, ctx)
    return list(dict.fromkeys(draft.id for draft in drafts if draft.id is not None))


def _tied(plan: Start, drafts: list[Draft]) -> list[list[Draft]]:
    """Find the step above each draft, and those that each needs."""
    named: dict[str, Draft] = {}
    for draft in drafts:
        for name in (draft.name, draft.values["what"]):
            named.setdefault(fold(name), draft)

    def found(draft: Draft, name: str, key: str) -> Draft:
        with plan.placed(draft.item.table, draft.item.place, key):
            if fold(name) not in named:
                raise UsageError(
                    f"there is no {name!r} in the plan", "name a person, group, event, skill or step of it"
                )
        return named[fold(name)]

    for draft in drafts:
        if draft.under:
            draft.above = found(draft, draft.under, "under")
    return [[found(draft, name, "needs") for name in draft.needs] for draft in drafts]


def _no_cycle(plan: Start, drafts: list[Draft], needs: list[list[Draft]]) -> None:
    at = {id(draft): place for place, draft in enumerate(drafts)}
    steps = [
        plans.Step(
            place,
            "idea",
            at[id(draft.above)] if draft.above else None,
            tuple(at[id(one)] for one in needed),
        )
        for place, (draft, needed) in enumerate(zip(drafts, needs, strict=True))
    ]
    waits = plans.waits_of(steps)
    cycle = plans.any_cycle(waits)
    if cycle:
        first = drafts[cycle[0]].item
        with plan.placed(first.table, first.place):
            names = " -> ".join(drafts[place].name for place in cycle)
            raise UsageError(f"that is a cycle: {names}", "a step waits for its needs and for those under it")


def _add(log: "Log", plan: Start, vision: int, draft: Draft, ctx: "Context") -> int:
    """Add a step and, before it, the one above; one of the same words that is open is the same step."""
    if draft.id is not None:
        return draft.id
    parent = _add(log, plan, vision, draft.above, ctx) if draft.above else None
    same = log.value(SAME, fold(draft.values["what"]), vision)
    if same is None:
        values = {
            **draft.values,
            "vision": ("vision", vision),
            "parent": ("step", parent) if parent is not None else None,
        }
        with plan.placed(draft.item.table, draft.item.place):
            same = record.add(KIND, log, values, ctx)
    draft.id = int(same)
    return draft.id
