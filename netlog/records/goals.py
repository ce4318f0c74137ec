"""Goals: what is to be counted, how much of it in each period. How they stand is in progress.py."""

from typing import TYPE_CHECKING, Any

from netlog.errors import NetlogError, UsageError
from netlog.records import countables, goal_changes, hanging
from netlog.records.dated import Day, Span
from netlog.records.fields import Choice, Number, Switch, Text
from netlog.records.goal_changes import Amendments, Pauses
from netlog.records.kind import Kind
from netlog.vocabulary import BOUNDS, COUNTABLES, DISTINCT, GOAL_STATUSES, PERIODS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["title"]:
        raise UsageError("a goal needs a title")
    for key, words in (("count", COUNTABLES), ("per", PERIODS)):
        if not values[key]:
            raise UsageError(f"a goal needs --{key}", f"one of: {', '.join(words)}")
    countables.check(values["count"], values["distinct"], values["where"])
    values["bound"] = values["bound"] or "min"
    if values["target"] is None:
        values["target"] = 1
    if values["target"] == 0 and values["bound"] == "min":
        raise UsageError("a target of 0 asks for nothing", "a whole number of at least 1; --at-most 0 is one")
    if before and not values["starts_on"]:
        raise UsageError("a goal has a day it starts", "write starts=DATE")
    values["starts_on"] = values["starts_on"] or ctx.today.isoformat()
    if values["ends_on"] and values["ends_on"] < values["starts_on"]:
        raise UsageError(f"the goal ends {values['ends_on']}, before it starts {values['starts_on']}")
    goal_changes.check(values)
    values["status"] = values["status"] or "active"
    values["closed_on"] = (
        (values["closed_on"] or ctx.today.isoformat()) if values["status"] == "closed" else None
    )


def _verify(log: "Log", values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    """What is counted can be filtered so; a filter that was there already does not block other edits."""
    _verify_amended(log, values, before, ctx)
    if any(values[key] != before[key] for key in ("count", "where")):
        countables.check_filter(values["count"], values["where"], ctx, log)


def _verify_amended(log: "Log", values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    """Target and filter of an amended goal are of the time before: who changes them now means those of today.

    Not so where that filter names what is there no more, and has to be mended.
    """
    changed = [key for key in ("target", "where") if values[key] != before[key]]
    if not changed or not before["amendments"] or values["amendments"] != before["amendments"]:
        return
    if _is_read(log, before, ctx):
        raise UsageError(
            f"g{before['id']} was amended from {before['amendments'][-1][0]} on",
            f"`netlog amend-goal g{before['id']} {changed[0]}=...`, or first `edit g{before['id']} amendments=`",
        )


def _is_read(log: "Log", values: dict[str, Any], ctx: "Context") -> bool:
    try:
        countables.check_filter(values["count"], values["where"], ctx, log)
    except NetlogError:
        return False
    return True


class Target(Number):
    """How many: 0 only of a goal that says at most."""

    def read(self, word: str, ctx: "Context") -> int:
        return 0 if word == "0" else super().read(word, ctx)


KIND = Kind(
    "goal",
    (
        Text("title", help="The goal, in your words.", given=False),
        Choice("count", COUNTABLES, help="What is counted: contacts, people, conversations, events, ..."),
        Text("where", help="Only those that match these filters: 'level:state kind:conference'."),
        Choice("distinct", DISTINCT, help="Count each organization, region, sector, ... once."),
        Target("target", help="How many per period (default: 1).", default=1),
        Switch("at-most", "bound", "max", "The target is the most that is meant, not the least."),
        Choice("bound", BOUNDS, given=False, default="min"),
        Choice("per", PERIODS, help="The period: week, month, quarter, term or year."),
        Span(
            "on",
            "starts_on",
            "ends_on",
            "From when, and until when: START[..END] (default: from today).",
            open_end=True,
        ),
        Day("starts_on", "starts", given=False),
        Day("ends_on", "ends", given=False),
        Choice("status", GOAL_STATUSES, given=False, default="active"),
        Day("closed_on", "closed", given=False, lean="past"),
        Pauses(),
        Amendments(),
    ),
    title="title",
    order="id",
    shown="status = 'active'",
    check=_check,
    verify=_verify,
    before_delete=hanging.of_any("goal"),
)
