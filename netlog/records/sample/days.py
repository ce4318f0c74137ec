"""Days told from today, so that the sample log is as fresh on any day as on any other."""

from datetime import date, timedelta
from typing import Any

Record = dict[str, Any]


def weekday_of(today: date, weeks_ago: int, weekday: int) -> date:
    """The weekday (0 is Monday) of the week that was so many weeks ago; negative weeks are to come."""
    return monday_of(today) + timedelta(days=weekday - 7 * weeks_ago)


def this_week(today: date, days_ago: int) -> date:
    """So many days ago, but not before this week's Monday."""
    return max(monday_of(today), today - timedelta(days=days_ago))


def monday_of(today: date) -> date:
    return today - timedelta(days=today.weekday())


def filled(record: Record) -> Record:
    """The record without the keys that say nothing."""
    return {key: value for key, value in record.items() if value not in (None, "", [])}
