"""Visions: where you want to be in three to five years, and what for."""

from typing import TYPE_CHECKING, Any

from netlog.errors import NotFoundError, UsageError
from netlog.insight.lengths import add_months
from netlog.records import hanging, record
from netlog.records.dated import Deadline
from netlog.records.fields import Choice, Notes, Text
from netlog.records.kind import Kind
from netlog.vocabulary import VISION_STATUSES

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log


YEARS = 5  # how far ahead a vision looks that is given no day
CURRENT = "SELECT id FROM vision WHERE status = 'current'"


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["statement"]:
        raise UsageError("a vision needs a statement", "say where you will be")
    values["by_on"] = values["by_on"] or add_months(ctx.today, 12 * YEARS).isoformat()
    values["status"] = values["status"] or "current"


def _settle(log: "Log", values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    """It looks ahead. One vision is current: where this one is to be, the one that was is past from now on."""
    by_on = values["by_on"]
    if by_on != before.get("by_on") and by_on <= ctx.today.isoformat():
        raise UsageError(f"the vision is of {by_on}, which is not to come", "look three to five years ahead")
    present = current(log)
    if values["status"] == "current" and present not in (None, before.get("id")):
        record.change(KIND, log, present, {"status": "past"}, ctx)
        statement = log.value("SELECT statement FROM vision WHERE id = ?", present)
        ctx.told.append(f"v{present} {statement} is a past vision now")


KIND = Kind(
    "vision",
    (
        Text("statement", help="Where you will be.", given=False),
        Text("known_for", help="What you want to be known for."),
        Deadline("by_on", "by", "By when (default: in five years).", lean="future"),
        Notes("why", help="Why it matters to you."),
        Notes("meaning", help="What it would mean to get there."),
        Notes("story", help="How it came about, told from its end."),
        Choice("status", VISION_STATUSES, help="current or past (default: current).", given=False),
    ),
    title="statement",
    order="id DESC",
    check=_check,
    settle=_settle,
    before_delete=hanging.of_any("vision"),
)


def current(log: "Log") -> int | None:
    """The current vision, if there is one."""
    found = log.value(CURRENT)
    return None if found is None else int(found)


def must_be_current(log: "Log") -> int:
    """The current vision; NotFoundError where there is none."""
    found = current(log)
    if found is not None:
        return found
    past = log.value("SELECT max(id) FROM vision")
    hint = (
        f"bring one back: netlog edit v{past} status=current" if past else "`netlog vision start` makes one"
    )
    raise NotFoundError("there is no current vision", hint)
