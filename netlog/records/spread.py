"""First contacts over some weeks: a day for each, so that an import does not come due all at once."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.insight import lengths, spreading
from netlog.records import cadences, filters
from netlog.records.contacts import KIND
from netlog.records.links import id_of
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

DEFAULT_SPAN = 42
WAITING = """
SELECT id, name, known_on, snoozed_until FROM contact
 WHERE id IN (SELECT value FROM json_each(?)) AND last_conversation_on IS NULL AND cadence IS NOT 0"""


def read_span(over: str | None) -> int | None:
    """How many days to spread over; UsageError where that is no stretch of time."""
    if over is None:
        return None
    days = lengths.read_days(over)
    if not days:
        raise UsageError(f"{over!r} is no stretch of time", "write 6w, 40d or 2 months")
    return days


def plan(
    log: "Log", words: Sequence[str], ctx: "Context", *, span: int | None, per_week: int | None
) -> tuple[list[Json], int]:
    """A day for each contact that the filters ask for and that was never talked with: on, ref, name.

    Those with the shortest cadence come first, then those met last. Second is how many are left alone, as
    they have a day to come already. UsageError where they do not fit into the span at so many a week.
    """
    ids = filters.find(KIND, log, words, ctx)
    rows = log.rows(WAITING, json_ids(ids))
    free = [row for row in rows if (row["snoozed_until"] or "") <= ctx.today.isoformat()]
    rules = cadences.of_contacts(log, [row["id"] for row in free], ctx)
    first: list[Any] = sorted(free, key=lambda row: (row["known_on"] or "", -row["id"]), reverse=True)
    first.sort(key=lambda row: rules[row["id"]][0] or 10**6)
    days = _days(len(first), ctx.today + timedelta(days=1), span, per_week)
    return [
        {"on": day.isoformat(), "ref": f"c{row['id']}", "name": row["name"]}
        for day, row in zip(days, first, strict=True)
    ], len(rows) - len(free)


def keep(log: "Log", planned: list[Json], ctx: "Context") -> None:
    """Let each contact's first turn come on its day."""
    for one in planned:
        log.update("contact", id_of(one), {"snoozed_until": one["on"], "updated_at": ctx.now})


def _days(count: int, first: date, span: int | None, per_week: int | None) -> list[date]:
    if span is None:
        span = spreading.span_needed(count, per_week) if per_week else DEFAULT_SPAN
    elif per_week and count > spreading.room(span, per_week):
        raise UsageError(
            f"{count} contacts do not fit into {lengths.days_text(span)} at {per_week} a week",
            f"give them {lengths.days_text(spreading.span_needed(count, per_week))}, or name fewer with a filter",
        )
    return spreading.days(count, first, span)
