"""Many first contacts over some weeks, so that no week has more than its share."""

from datetime import date, timedelta
from math import ceil


def span_needed(count: int, per_week: int) -> int:
    """The days, in whole weeks, that so many contacts take at so many a week."""
    return 7 * ceil(count / per_week)


def room(span: int, per_week: int) -> int:
    """How many contacts fit into so many days at so many a week."""
    return span * per_week // 7


def days(count: int, first: date, span: int) -> list[date]:
    """A day for each of `count`, in order, evenly over `span` days from `first`.

    Any seven days in a row have at most ceil(7 * count / span) of them.
    """
    return [first + timedelta(days=place * span // count) for place in range(count)]
