"""Goals: what is to be counted, how much of it in each period. How they stand is in progress.py."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records.countables import check_filter
from netlog.records.dated import Day, Span
from netlog.records.fields import Choice, Number, Text
from netlog.records.kind import Kind
from netlog.vocabulary import COUNTABLES, GOAL_STATUSES, PERIODS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["title"]:
        raise UsageError("a goal needs a title")
    for key, words in (("count", COUNTABLES), ("per", PERIODS)):
        if not values[key]:
            raise UsageError(f"a goal needs --{key}", f"one of: {', '.join(words)}")
    values["target"] = values["target"] or 1
    if before and not values["starts_on"]:
        raise UsageError("a goal has a day it starts", "write starts=DATE")
    values["starts_on"] = values["starts_on"] or ctx.today.isoformat()
    if values["ends_on"] and values["ends_on"] < values["starts_on"]:
        raise UsageError(f"the goal ends {values['ends_on']}, before it starts {values['starts_on']}")
    values["status"] = values["status"] or "active"


def _verify(log: "Log", values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    """What is counted can be filtered so; a filter that was there already does not block other edits."""
    if any(values[key] != before[key] for key in ("count", "where")):
        check_filter(values["count"], values["where"], ctx, log)


KIND = Kind(
    "goal",
    (
        Text("title", help="The goal, in your words.", given=False),
        Choice("count", COUNTABLES, help="What is counted: contacts, people, conversations, events, ..."),
        Text("where", help="Only those that match these filters: 'level:state kind:conference'."),
        Number("target", help="How many per period (default: 1).", default=1),
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
    ),
    title="title",
    order="id",
    shown="status = 'active'",
    check=_check,
    verify=_verify,
)
