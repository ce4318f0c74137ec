"""Goals a little above what was done: how much to ask for, and of which period."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil, floor
from typing import NamedTuple

from netlog.insight.periods import Term, periods_between
from netlog.insight.spans import Span

YEAR = 365  # days that are looked at
WEEKS = 26  # and weeks at most: what was done in summer says little of a week in fall
MORE = 1.1  # times the average, where it is large
MOST_MORE = 1.5  # times the average; where one more is more than that, a longer period is asked of


class Idea(NamedTuple):
    """A target per period, and the average of the `periods` that it is above."""

    per: str
    target: int
    average: float
    periods: int


def looked_at(per: str, first: date, today: date, terms: Sequence[Term]) -> list[Span]:
    """The periods that ended in the last year, none from before the first day of the log; the year itself for `year`."""
    start = today - timedelta(days=YEAR)
    if per == "year":
        return [(start + timedelta(days=1), today)]
    found = [
        (one.starts_on, one.ends_on)
        for one in periods_between(per, start, today, terms)
        if one.starts_on >= first and one.ends_on < today
    ]
    return found[-WEEKS:]


def idea(counts: Mapping[str, Sequence[int]]) -> Idea | None:
    """The goal that the counts of one or several periods (by their name, the shorter first) suggest.

    None where nothing was done.
    """
    found = [
        Idea(per, above(sum(many) / len(many)), round(sum(many) / len(many), 1), len(many))
        for per, many in counts.items()
        if sum(many)
    ]
    modest = (one for one in found if one.target <= MOST_MORE * one.average)
    return next(modest, found[-1] if found else None)


def above(average: float) -> int:
    """The whole number a little above an average: the next one, and a tenth more where it is large."""
    return max(floor(average) + 1, ceil(average * MORE) if average >= 1 / (MORE - 1) else 0)
