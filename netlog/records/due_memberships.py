"""The memberships in the queue: those that run out within a month, and those that ran out, until they are renewed."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.insight import dates, queue
from netlog.records.entries import entry

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.due_scope import Window
    from netlog.store.log import Log, Row

Json = dict[str, Any]

RENEWED = """
SELECT membership.id AS id, network_group.name AS name, renews_on, snoozed_until
  FROM membership JOIN network_group ON network_group.id = group_id
 WHERE renews_on <= ?1 AND left_on IS NULL AND (snoozed_until IS NULL OR snoozed_until <= ?2)
 ORDER BY renews_on, membership.id"""


def entries(log: "Log", when: "Window", ctx: "Context") -> list[Json]:
    """Those to be renewed within a month, or as far as the window looks ahead if that is further."""
    last = max(when.until, str(when.today + timedelta(days=queue.RENEW_DAYS)))
    return [_renewal(row, when.today, ctx) for row in log.rows(RENEWED, last, when.awake)]


def _renewal(row: "Row", today: date, ctx: "Context") -> Json:
    renews_on = date.fromisoformat(row["renews_on"])
    due_on = date.fromisoformat(max(row["renews_on"], row["snoozed_until"] or ""))  # as a follow-up's snooze
    ran = "ran" if renews_on < today else "runs"
    snoozed = f", snoozed until {row['snoozed_until']}" if row["snoozed_until"] else ""
    return entry(
        f"m{row['id']}",
        f"renew your membership in {row['name']}",
        contacts=[],
        due_on=due_on,
        today=today,
        reason=f"it {ran} out {dates.days_between_text(renews_on, today)}{snoozed}",
        urgency=queue.of_renewal(due_on, today, weights=ctx.weights),
        command=f"renew m{row['id']}",
    )
