"""The goals in the queue: those behind pace."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.insight import queue
from netlog.records.entries import entry

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

ANY = "SELECT 1 FROM goal WHERE status = 'active' LIMIT 1"


def behind(log: "Log", today: date, ctx: "Context", left_out: list[str] | None = None) -> list[Json]:
    """The goals that are behind pace, counted; `left_out` as for progress.goals."""
    if log.row(ANY) is None:
        return []
    from netlog.records import progress

    return progress.behind(log, today, ctx, left_out)


def entries(goals: list[Json], today: date, ctx: "Context") -> list[Json]:
    """What goals make of those that are behind pace, of those given."""
    return [_entry(one, today, ctx) for one in goals if one["state"] == "behind"]


def _entry(goal: Json, today: date, ctx: "Context") -> Json:
    ends_on = date.fromisoformat(goal["period"]["ends_on"])
    done, expected, target = goal["done"], goal["expected"], goal["target"]
    return entry(
        goal["ref"],
        goal["title"],
        contacts=[],
        due_on=ends_on,
        today=today,
        reason=f"behind: {done} of {target} done, {expected:g} expected by now",
        urgency=queue.of_goal(done, expected, target, ends_on, today, weights=ctx.weights),
        command=f"goals {goal['ref']} --why",
    )
