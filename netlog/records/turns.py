"""The turn of a follow-up, a contact, an introduction or a membership in the queue: put off, or let go for this round."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from netlog.errors import ConflictError, UsageError
from netlog.records import cadences, follow_ups, memberships, pins, record
from netlog.records.contacts import KIND
from netlog.records.kind import kind_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.references import Target
    from netlog.store.log import Log


def must_come(until: date, ctx: "Context") -> None:
    """UsageError where a day to put something off until is not to come."""
    if until <= ctx.today:
        raise UsageError(f"{until} is not in the future", "snooze until a later day")


def put_off(log: "Log", target: "Target", until: date, ctx: "Context") -> None:
    """Put an open follow-up, a contact's turn, the next move of an introduction or a renewal off until a day."""
    type, id = target
    if type == "follow_up":
        follow_ups.open_one(log, id)
    elif type == "membership":
        memberships.renewable(log, id)
    elif type == "introduction":
        from netlog.records import introduction_moves

        introduction_moves.must_be_open(log, id)
    record.change(kind_of(type), log, id, {"snoozed_until": until.isoformat()}, ctx)


def let_go(log: "Log", id: int, ctx: "Context") -> None:
    """Take a contact out of the queue until one cadence after the turn that was due, or from today if that is later.

    A pin is taken off; a first contact without a cadence has no turn any more. ConflictError where there is none.
    """
    values = record.fetch(KIND, log, [id])[0]
    pinned = pins.unpin(log, "contact", id)
    if values["next_contact_on"] is None:
        if not pinned:
            raise ConflictError(
                f"{values['name']} has no turn to let go", f"a cadence makes turns: netlog cadence c{id} 6w"
            )
        return
    days, _ = cadences.of_contacts(log, [id], ctx)[id]
    turn = max(date.fromisoformat(values["next_contact_on"]), ctx.today)
    until = (turn + timedelta(days=days)).isoformat() if days else None
    record.change(KIND, log, id, {"snoozed_until": until}, ctx)
