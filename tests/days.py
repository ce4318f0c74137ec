"""The tests' today, and days around it."""

from datetime import date, timedelta

TODAY = date(2026, 3, 2)  # a Monday


def day(days: int) -> str:
    """So many days from the tests' today, as ISO."""
    return (TODAY + timedelta(days=days)).isoformat()
