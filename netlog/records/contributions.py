"""Contributions: what you gave the field."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import hanging, plan_hooks, record
from netlog.records.dated import Day
from netlog.records.fields import Choice, Hours, Level, Text
from netlog.records.kind import Kind
from netlog.records.links import Contacts, One
from netlog.vocabulary import CONTRIBUTION_KINDS, LEVELS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log


EVENT = "SELECT name, starts_on, level FROM event WHERE id = ?"


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["title"]:
        raise UsageError("a contribution needs a title")
    values["given_on"] = values["given_on"] or ctx.today.isoformat()
    values["kind"] = values["kind"] or "talk"


KIND = Kind(
    "contribution",
    (
        Text("title", help="What it is called.", given=False),
        Choice("kind", CONTRIBUTION_KINDS, help="talk, workshop, article, post, book, ...", default="talk"),
        Day("given_on", "on", "When (default: the day of its event, else today).", lean="past"),
        Level(
            "level", LEVELS, help="How far it reached: building ... international (default: as its event)."
        ),
        One("event", {"event": "event_id"}, "event", "The event it was given at."),
        One("group", {"group": "group_id"}, "group", "The group it was given to."),
        Text("url", help="Where it can be found."),
        Hours("hours", help="How many hours went into it."),
        Contacts("contacts", "contribution_contact", "with", "With whom; give it again for more.", "with"),
        Contacts(
            *("brought", "contribution_contact", "brought"),
            "Whom it brought into your network; give it again for more.",
            "brought",
        ),
    ),
    title="title",
    order="given_on DESC, id DESC",
    check=_check,
    after_add=plan_hooks.added("contribution"),
    after_change=plan_hooks.changed("contribution"),
    before_delete=hanging.of_any("contribution"),
)


def add(log: "Log", values: dict[str, Any], ctx: "Context") -> int:
    """Add a contribution; one given at an event is of its first day and its level unless said otherwise.

    UsageError for one without a day at an event to come, where nothing can have been given yet.
    """
    values = record.resolve(KIND, log, values, ctx)
    if values.get("event"):
        event = log.rows(EVENT, values["event"][1])[0]
        if not values.get("given_on") and event["starts_on"] > ctx.today.isoformat():
            raise UsageError(
                f"{event['name']} begins {event['starts_on']}: nothing was given there yet",
                "add it afterwards, or say when it was: --on DATE",
            )
        values["given_on"] = values.get("given_on") or event["starts_on"]
        values["level"] = values.get("level") or event["level"]
    return record.add(KIND, log, values, ctx)
