"""Opportunities: what came up, through whom, and what came of it."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import hanging
from netlog.records.dated import Day
from netlog.records.fields import Choice, Text
from netlog.records.kind import Kind
from netlog.records.links import Contacts, One
from netlog.vocabulary import OPPORTUNITY_KINDS, OPPORTUNITY_STATUSES

if TYPE_CHECKING:
    from netlog.records.context import Context


CLOSED = ("gained", "lost", "declined")


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["what"]:
        raise UsageError("an opportunity needs words", "say what came up")
    today = ctx.today.isoformat()
    values["kind"] = values["kind"] or "other"
    values["status"] = values["status"] or "open"
    closed = values["status"] in CLOSED
    values["closed_on"] = (values["closed_on"] or today) if closed else None
    values["opened_on"] = values["opened_on"] or values["closed_on"] or today
    if closed and values["closed_on"] < values["opened_on"]:
        raise UsageError(
            f"the opportunity is closed {values['closed_on']}, before it came up {values['opened_on']}"
        )


KIND = Kind(
    "opportunity",
    (
        Text("what", help="What came up.", given=False),
        Choice("kind", OPPORTUNITY_KINDS, help="job, collaboration, speaking, grant, ...", default="other"),
        Choice("status", OPPORTUNITY_STATUSES, help="open, pursued, ongoing, gained, ... (default: open)."),
        Day("opened_on", "on", "When it came up (default: today).", lean="past"),
        Day("closed_on", "closed", "When it was gained, lost or declined.", lean="past"),
        Contacts(
            "contacts", "opportunity_contact", "through", "Through whom it came; give it again for more."
        ),
        One(
            "source",
            {"event": "event_id", "group": "group_id", "introduction": "introduction_id"},
            "from",
            "What else it came of: e3, u1, i2.",
        ),
        Text("outcome", help="What came of it."),
    ),
    title="what",
    order="opened_on DESC, id DESC",
    check=_check,
    before_delete=hanging.of_any("opportunity"),
)
