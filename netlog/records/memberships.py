"""Memberships: the groups you are in yourself, as what, and until when it is paid."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError, NotFoundError, UsageError
from netlog.insight.lengths import add_months
from netlog.records import hanging, plan_hooks, record, references
from netlog.records.dated import Day
from netlog.records.fields import Text
from netlog.records.kind import Kind
from netlog.records.links import One

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Values = dict[str, Any]

NAME = "(SELECT name FROM network_group WHERE id = group_id)"
OPEN = "SELECT id FROM membership WHERE group_id = ? AND left_on IS NULL AND id <> ? ORDER BY id DESC LIMIT 1"


def _check(values: Values, before: Values, ctx: "Context") -> None:
    if not values["group"]:
        raise UsageError("a membership is in a group", "name it, or add it with `netlog add-group`")
    joined_on = values["joined_on"] = values["joined_on"] or ctx.today.isoformat()
    for key, verb in (("renews_on", "is to be renewed"), ("left_on", "ends")):
        if values[key] and values[key] < joined_on:
            raise UsageError(f"the membership {verb} {values[key]}, before it starts {joined_on}")
    values["role"] = values["role"] or "member"


def _verify(log: "Log", values: Values, before: Values, ctx: "Context") -> None:
    """One that is opened again, or is of another group now, is the only open one there."""
    if values["left_on"] is None and (before["left_on"] or values["group"] != before["group"]):
        _must_be_only(log, values["group"][1], before["id"])


KIND = Kind(
    "membership",
    (
        One("group", {"group": "group_id"}, "group", "The group.", given=False),
        Day("joined_on", "joined", "Since when (default: today).", lean="past"),
        Day("renews_on", "renews", "When it is to be renewed.", lean="future"),
        Day("left_on", "left", "When you left.", lean="past"),
        Day("snoozed_until", "snoozed", given=False, lean="future"),
        Text("role", help="Yours in it: member, board, chair, ...", default="member"),
    ),
    title="role",
    named=f"{NAME} || ', ' || role",
    order="joined_on DESC, id DESC",
    shown="left_on IS NULL",
    check=_check,
    verify=_verify,
    after_add=plan_hooks.added("membership"),
    after_change=plan_hooks.changed("membership"),
    before_delete=hanging.of_any("membership"),
)


def add(log: "Log", values: Values, ctx: "Context") -> int:
    """Add a membership; ConflictError where there is an open one in the group."""
    values = record.resolve(KIND, log, values, ctx)
    if values.get("group") and not values.get("left_on"):
        _must_be_only(log, values["group"][1], 0)
    return record.add(KIND, log, values, ctx)


def find(log: "Log", text: str, ctx: "Context") -> int:
    """The membership that `text` names; a group stands for the open one in it."""
    type, id = references.find(log, text, ("membership", "group"), ctx)
    if type == "membership":
        return id
    found = log.value(OPEN, id, 0)
    if found is None:
        name = log.value("SELECT name FROM network_group WHERE id = ?", id)
        raise NotFoundError(f"you are not in u{id} {name}", f"netlog add-membership u{id} is to join it")
    return int(found)


def renew(log: "Log", id: int, until: str | None, ctx: "Context") -> str:
    """Move the day of the next renewal: by whole years from what it was until it is to come, or to `until`."""
    values = _open(log, id)
    if until is None and values["renews_on"] is None:
        raise UsageError(f"m{id} has no day of renewal to go on from", "say until when: --until DATE")
    renews_on = until or _years_on(date.fromisoformat(values["renews_on"]), ctx.today).isoformat()
    if renews_on <= ctx.today.isoformat():
        raise UsageError(f"{renews_on} is not in the future", "renew until a later day")
    record.change(KIND, log, id, {"renews_on": renews_on, "snoozed_until": None}, ctx)
    return renews_on


def leave(log: "Log", id: int, on: str, ctx: "Context") -> None:
    """End a membership on a day; ConflictError where it is over."""
    _open(log, id)
    record.change(KIND, log, id, {"left_on": on, "snoozed_until": None}, ctx)


def renewable(log: "Log", id: int) -> None:
    """ConflictError where a membership has no renewal to come, so that it can't be snoozed."""
    if _open(log, id)["renews_on"] is None:
        raise ConflictError(f"m{id} has no day of renewal", f"give one: netlog edit m{id} renews=DATE")


def _open(log: "Log", id: int) -> Values:
    values = record.fetch(KIND, log, [id])[0]
    if values["left_on"]:
        raise ConflictError(f"you left m{id} on {values['left_on']}", "nothing was changed")
    return values


def _must_be_only(log: "Log", group: int, but: int) -> None:
    found = log.value(OPEN, group, but)
    if found is not None:
        name = log.value("SELECT name FROM network_group WHERE id = ?", group)
        raise ConflictError(
            f"you are in {name} already: m{found}",
            f"nothing was changed; `netlog renew m{found}` renews it, `netlog leave m{found}` ends it",
        )


def _years_on(day: date, today: date) -> date:
    """The same day of a later year, the first that is to come; a 29 February is a 28th between leap years."""
    years = max(1, today.year - day.year)
    later = add_months(day, 12 * years)
    return later if later > today else add_months(day, 12 * (years + 1))
