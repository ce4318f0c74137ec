"""The heat map: conversations a day over a year of weeks, or over a range."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.insight.periods import period_from
from netlog.records import stats

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

WEEKS = 53

DAYS = """
SELECT held_on AS "on", count(*) AS count FROM conversation INDEXED BY conversation_by_day
 WHERE held_on BETWEEN ? AND ? GROUP BY held_on"""


def of(log: "Log", words: str | None, ctx: "Context") -> Json:
    """starts_on, ends_on, today and days[{on,count}], those with a conversation: of the last 53 weeks, or of a range."""
    first, last = _last_weeks(ctx.today) if words is None else stats.span(log, words, ctx)
    rows = log.rows(DAYS, str(first), str(last))
    return {
        "starts_on": str(first),
        "ends_on": str(last),
        "today": str(ctx.today),
        "days": [dict(row) for row in rows],
    }


def _last_weeks(today: date) -> tuple[date, date]:
    """From the Monday 52 weeks before this week's, up to today."""
    return period_from("week", today).starts_on - timedelta(weeks=WEEKS - 1), today
