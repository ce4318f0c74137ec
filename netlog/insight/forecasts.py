"""Where a goal will end if it goes on as in the last twelve weeks."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netlog.insight import spans
from netlog.insight.course import MAXIMUM, Asked, Course
from netlog.insight.periods import Term, periods_between
from netlog.insight.spans import Span

DAYS = 84
_FAR = 730  # days to look back for those that were neither paused nor between two terms
_STRETCH = {"week": 7, "month": 28}


class Forecast(NamedTuple):
    """`by_end` is how many there will be, to two places; `met_on` is the day of the last one needed,
    None where it is met already, will not be met in its period, or is a maximum."""

    by_end: float
    met_on: date | None
    will_be_met: bool


def looked_at(course: Course, today: date, terms: Sequence[Term]) -> list[Span]:
    """The last twelve weeks that count for the rate: without pauses, and for terms without the gaps."""
    floor = today - timedelta(days=_FAR)
    found = [(floor, today)]
    if course.per == "term":
        terms_then = periods_between("term", floor, today, terms)
        found = [(one.starts_on, min(one.ends_on, today)) for one in terms_then]
    paused = [(one.starts_on, one.ends_on) for one in course.pauses]
    return spans.latest(spans.without(found, paused), DAYS)


def stretches(days: Sequence[Span], per: str) -> list[Span]:
    """Twelve weeks in stretches as long as the period, where they can be: what counts once counts once in each."""
    return spans.pieces(days, _STRETCH.get(per, DAYS))


def forecast(
    done: int,
    asked: Asked,
    recent: int,
    days: int,
    today: date,
    *,
    bound: str = "min",
    most: int | None = None,
) -> Forecast | None:
    """Where the period will end at the rate of `recent` in `days` that asked, or at `most` where that is less.

    None where nothing is asked, where the period is over, or where there is no rate to go by.
    """
    if asked.rests or not days or today > asked.period.ends_on:
        return None
    left = spans.within(asked.days, today + timedelta(days=1), asked.period.ends_on)
    many = recent * spans.length(left)  # in 1/days of an entry: whole numbers have no rounding
    if most is not None:
        many = min(many, (most - done) * days)
    by_end = round(done + many / days, 2)
    if bound == MAXIMUM:
        return Forecast(by_end, None, done * days + many <= asked.target * days)
    missing = (asked.target - done) * days
    met_on = spans.day_number(left, -(-missing // recent)) if 0 < missing <= many else None
    return Forecast(by_end, met_on, many >= missing)
