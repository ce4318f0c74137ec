"""Series over periods: which periods are counted, how far, and what they come to on average and against each other."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netlog.errors import UsageError
from netlog.insight.periods import Period, Term, period_at, periods_between
from netlog.vocabulary import PERIODS

USUAL = 12
MOST = 1100  # periods: twenty years of weeks
_LONGEST = {"week": 7, "month": 31, "quarter": 92, "term": 366, "year": 366}  # days
_DAY = timedelta(days=1)


class Slot(NamedTuple):
    """A period as far as it is counted, both days included; `partial` when it is cut, or not over yet."""

    label: str
    starts_on: date
    ends_on: date
    partial: bool = False

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days + 1


def latest(per: str, today: date, terms: Sequence[Term] = (), many: int = USUAL) -> list[Slot]:
    """The last periods that have begun, up to the one that is running. UsageError where there is no such term."""
    first = max(date(1900, 1, 1), today - timedelta(days=_LONGEST[per] * many))
    begun = periods_between(per, first, today, terms)[-many:]
    if not begun:
        raise _no_terms()
    return [_slot(one, one.starts_on, one.ends_on, today) for one in begun]


def between(per: str, first: date, last: date, today: date, terms: Sequence[Term] = ()) -> list[Slot]:
    """The periods with a day in a range, the outer ones cut to it.

    UsageError where there is no such term in it, or where there are more than MOST.
    """
    if (last - first).days > _LONGEST[per] * MOST:
        raise _too_many(per)
    found = [
        _slot(one, max(one.starts_on, first), min(one.ends_on, last), today)
        for one in periods_between(per, first, last, terms)
    ]
    if not found:
        raise _no_terms(f"{first}..{last}")
    if len(found) > MOST:
        raise _too_many(per)
    return found


def _slot(period: Period, starts_on: date, ends_on: date, today: date) -> Slot:
    whole = (starts_on, ends_on) == (period.starts_on, period.ends_on) and ends_on < today
    return Slot(period.label, starts_on, ends_on, not whole)


def _no_terms(where: str = "the past") -> UsageError:
    return UsageError(
        f"there is no term in {where}", "`netlog terms` shows yours; [[terms]] are in config.toml"
    )


def _too_many(per: str) -> UsageError:
    return UsageError(f"that is more than {MOST:,} {per}s", "count by a longer period, or over less time")


def average(values: Sequence[float | None], slots: Sequence[Slot], begun: int = 0) -> float | None:
    """The mean of what is known of whole periods, from number `begun` on; where none is whole, of all of them.

    `begun` is the first period in which there was anything: those before the log are no zeros. To one place.
    """
    whole = [place for place in range(begun, len(slots)) if not slots[place].partial]
    known = [value for place in whole or range(begun, len(slots)) if (value := values[place]) is not None]
    return round(sum(known) / len(known), 1) if known else None


def first_used(many: Sequence[Sequence[float | None]]) -> int:
    """The place of the first period in which any of the series has something; 0 where none has."""
    places = (place for place, column in enumerate(zip(*many, strict=True)) if any(column))
    return next(places, 0)


def difference(value: float | None, other: float | None) -> float | None:
    """How much more the one is, to one place; None where either is unknown."""
    return None if value is None or other is None else round(value - other, 1)


def ratio(value: float | None, other: float | None) -> float | None:
    """How many times the other the one is, to two places; None where that is nothing, or either is unknown."""
    return None if value is None or not other else round(value / other, 2)


def labelled(first: date, last: date, terms: Sequence[Term] = ()) -> str:
    """What a range is called: the label of the period that it is, else its days."""
    period = period_of(first, last, terms)
    return period[1].label if period else str(first) if first == last else f"{first}..{last}"


def period_of(first: date, last: date, terms: Sequence[Term] = ()) -> tuple[str, Period] | None:
    """The whole period that a range is, and of what sort; None where it is none."""
    for per in PERIODS:
        period = period_at(per, first, terms)
        if period and (period.starts_on, period.ends_on) == (first, last):
            return per, period
    return None


def day_before(day: date) -> date:
    return day - _DAY
