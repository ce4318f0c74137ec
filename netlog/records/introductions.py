"""Introductions: who brings whom together with whom, asked, made, met and thanked for."""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError, UsageError
from netlog.insight.introductions import MOVES
from netlog.records import hanging, plan_hooks
from netlog.records.dated import Day
from netlog.records.fields import Choice, Text
from netlog.records.kind import Kind
from netlog.records.links import One
from netlog.vocabulary import INTRODUCTION_STATUSES

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

__all__ = ["KIND", "MOVES"]
DECLINED = "declined"  # ends it at any time

SAME = """
SELECT id, status FROM introduction
 WHERE to_id = ? AND by_id IS ? AND who_id IS ? AND +status IN ('asked', 'made') ORDER BY id LIMIT 1"""


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["to"]:
        raise UsageError("an introduction is to somebody", "name them: --to NAME")
    if not values["by"] and not values["who"]:
        raise UsageError(
            "an introduction is by somebody, or of somebody",
            "--by NAME introduces you; WHO --to NAME is one that you make",
        )
    parts = [values[key] for key in ("by", "who", "to") if values[key]]
    if len(set(parts)) < len(parts):
        raise UsageError("nobody is introduced by or to themselves", "name somebody else")
    _date(values, before, ctx)


def _date(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    """Give the status its day; refuse days that are out of order, or later than the status that is asked for."""
    status = values["status"] = _status(values, before)
    values[f"{status}_on"] = values[f"{status}_on"] or ctx.today.isoformat()
    _take_back(values, before)
    days = [(move, values[f"{move}_on"]) for move in (*MOVES, DECLINED) if values[f"{move}_on"]]
    for (early, first), (late, then) in pairwise(days):
        if then < first:
            raise UsageError(f"the introduction was {late} on {then}, before it was {early} on {first}")
    if before and status != before["status"]:
        values["snoozed_until"] = None


def _status(values: dict[str, Any], before: dict[str, Any]) -> str:
    """The status that is asked for, else that of the last day there is."""
    asked: str | None = values["status"]
    redated = any(values[f"{move}_on"] != before.get(f"{move}_on") for move in (*MOVES, DECLINED))
    if asked and (asked != before.get("status") or not redated):
        return asked
    if values["declined_on"]:
        return DECLINED
    return next((move for move in reversed(MOVES) if values[f"{move}_on"]), MOVES[0])


def _take_back(values: dict[str, Any], before: dict[str, Any]) -> None:
    """Empty the days beyond the status, which it had before; UsageError for one that is given beside it."""
    status = values["status"]
    beyond = () if status == DECLINED else (*MOVES[MOVES.index(status) + 1 :], DECLINED)
    for move in beyond:
        day = values[f"{move}_on"]
        if day and day != before.get(f"{move}_on"):
            raise UsageError(
                f"an introduction that was {move} on {day} is not just {status}", "leave one of them out"
            )
        values[f"{move}_on"] = None


def _settle(log: "Log", values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    """ConflictError for a new one where the same one is under way."""
    if before or values["status"] not in ("asked", "made"):
        return
    by, who, to = (values[key][1] if values[key] else None for key in ("by", "who", "to"))
    row = log.row(SAME, to, by, who)
    if row is not None:
        raise ConflictError(
            f"this introduction is in the log: i{row['id']}, {row['status']}",
            f"netlog mark STATUS i{row['id']}",
        )


KIND = Kind(
    "introduction",
    (
        One("who", {"contact": "who_id"}, "who", "Who is introduced, where it is not you.", given=False),
        One("to", {"contact": "to_id"}, "to", "To whom."),
        One("by", {"contact": "by_id"}, "by", "Who introduces, where it is not you."),
        Text("why", help="What it is about."),
        Choice(
            "status", INTRODUCTION_STATUSES, help="asked, made, met, thanked or declined (default: asked)."
        ),
        Day("asked_on", "asked", "When it was asked for.", lean="past"),
        Day("made_on", "made", "When it was made.", lean="past"),
        Day("met_on", "met", "When they met.", lean="past"),
        Day("thanked_on", "thanked", "When who made it was thanked.", lean="past"),
        Day("declined_on", "declined", "When it was declined.", lean="past"),
        Day("snoozed_until", "snoozed", given=False, lean="future"),
    ),
    title="why",
    named="coalesce((SELECT name FROM contact WHERE id = who_id), 'you') || ' to ' "
    "|| (SELECT name FROM contact WHERE id = to_id)",
    order="id DESC",
    shown="(status IN ('asked', 'made') OR (status = 'met' AND who_id IS NULL))",
    check=_check,
    settle=_settle,
    after_add=plan_hooks.added("introduction"),
    after_change=plan_hooks.changed("introduction"),
    before_delete=hanging.of_any("introduction"),
)
