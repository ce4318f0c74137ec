"""Events: conferences, workshops, PLCs and whom one meets there."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import hanging, plan_hooks
from netlog.records.dated import Day, Span
from netlog.records.fields import Choice, Hours, Level, Notes, Text
from netlog.records.kind import Kind
from netlog.records.links import Contacts, One
from netlog.vocabulary import EVENT_KINDS, EVENT_MODES, EVENT_ROLES, EVENT_STATUSES, LEVELS

if TYPE_CHECKING:
    from netlog.records.context import Context


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["name"]:
        raise UsageError("an event needs a name")
    if not values["starts_on"]:
        raise UsageError("an event needs a date", "give it: --on 2026-03-02 or --on 2026-03-02..2026-03-04")
    values["ends_on"] = values["ends_on"] or values["starts_on"]
    if values["ends_on"] < values["starts_on"]:
        raise UsageError(f"the event ends {values['ends_on']}, before it starts {values['starts_on']}")
    today = ctx.today.isoformat()
    values["status"] = values["status"] or ("attended" if values["ends_on"] < today else "planned")
    if values["status"] == "attended" and values["starts_on"] > today:
        raise UsageError(f"an event that starts {values['starts_on']} can't be attended yet")
    values["kind"] = values["kind"] or "conference"
    values["role"] = values["role"] or "attendee"


KIND = Kind(
    "event",
    (
        Text("name", help="What it is called.", given=False),
        Span("on", "starts_on", "ends_on", "When it is: 2026-03-02, or 2026-03-02..2026-03-04."),
        Day("starts_on", "starts", given=False),
        Day("ends_on", "ends", given=False),
        Choice("kind", EVENT_KINDS, help="conference, workshop, webinar, plc, ...", default="conference"),
        Choice("mode", EVENT_MODES, help="in-person, online or hybrid."),
        Choice(
            "role", EVENT_ROLES, help="Yours: attendee, presenter, organizer, volunteer.", default="attendee"
        ),
        Choice(
            "status", EVENT_STATUSES, help="planned, registered, attended, skipped (default: by its date)."
        ),
        Level("level", LEVELS, help="How far it reaches: building ... international."),
        Text("place", help="Where it is."),
        Text("url", help="Its web page."),
        Text("organizer", help="Who runs it."),
        One("group", {"group": "group_id"}, "group", "The group whose meeting it is."),
        Hours("hours", help="Hours of professional development."),
        Notes("takeaways", help="What you took home."),
        Contacts(
            "to_meet", "event_contact", "to-meet", "Whom you mean to meet; give it again for more.", "to_meet"
        ),
        Contacts("met", "event_contact", "met", "Whom you met; give it again for more.", "met"),
    ),
    title="name",
    order="starts_on DESC, id DESC",
    check=_check,
    after_add=plan_hooks.added("event"),
    after_change=plan_hooks.changed("event"),
    before_delete=hanging.of_event,
)
