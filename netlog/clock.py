"""The only reader of the clock, and of NETLOG_TODAY, which stands in for it in scripts and tests."""

import os
from datetime import UTC, date, datetime

from netlog.errors import UsageError


def today() -> date:
    """The user's day: NETLOG_TODAY where it is set, else the local date."""
    return _pinned() or date.today()


def now() -> str:
    """This moment as `2026-03-02T12:00:00.000000Z`: UTC; 12:00 of NETLOG_TODAY where that is set."""
    pinned = _pinned()
    moment = datetime(pinned.year, pinned.month, pinned.day, 12, tzinfo=UTC) if pinned else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _pinned() -> date | None:
    text = os.environ.get("NETLOG_TODAY")
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
        if not 1900 <= day.year <= 2200:  # as for every other date
            raise ValueError(day)
        return day
    except ValueError:
        raise UsageError(f"NETLOG_TODAY is {text!r}, which is not a date", "give it as 2026-03-02") from None
