"""Hooks of the kinds that move the plan; what they do is loaded when something is written."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.kind import Added, Changed
    from netlog.store.log import Log


def added(kind: str) -> "Added":
    """What a new record of a kind does to the plan."""

    def hook(log: "Log", id: int, values: dict[str, Any], ctx: "Context") -> None:
        from netlog.records import plan_moves

        plan_moves.MOVES[kind](log, id, values, {}, ctx)

    return hook


def changed(kind: str) -> "Changed":
    """What a change of a record of a kind does to the plan."""

    def hook(log: "Log", id: int, values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
        from netlog.records import plan_moves

        plan_moves.MOVES[kind](log, id, values, before, ctx)

    return hook
