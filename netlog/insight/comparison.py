"""Two stretches of time side by side: what the other one is, and how far each can be counted."""

from collections.abc import Sequence
from datetime import date, timedelta

from netlog.errors import UsageError
from netlog.insight.periods import Term, period_at, previous
from netlog.insight.series import Slot, labelled, period_of
from netlog.insight.spans import Span

_DAY = timedelta(days=1)


def running(per: str, today: date, terms: Sequence[Term] = ()) -> Span:
    """The period that is running. UsageError where today is between two terms."""
    period = period_at(per, today, terms)
    if period is None:
        raise UsageError(f"{today} is in no {per}", "name two ranges: netlog stats --compare A B")
    return period.starts_on, period.ends_on


def before(span: Span, terms: Sequence[Term] = ()) -> Span:
    """What a span is compared with where nothing is named: the period before it, else as many days before it."""
    found = period_of(*span, terms)
    if found is None:
        days = (span[1] - span[0]).days + 1
        return span[0] - timedelta(days=days), span[0] - _DAY
    per, period = found
    other = previous(per, period, terms)
    return other.starts_on, other.ends_on


def sides(one: Span, other: Span, today: date, terms: Sequence[Term] = ()) -> tuple[Slot, Slot]:
    """Both as far as they are counted: where one is still running, both from their first to the same day.

    The same day is the same number of days from the first; a shorter one is counted to its end. UsageError for
    one that is still to come.
    """
    named = [(labelled(*span, terms), span) for span in (one, other)]
    for label, span in named:
        if span[0] > today:
            raise UsageError(f"{label} is still to come", "compare what has begun")
    begun = [(today - span[0]).days + 1 for span in (one, other) if span[1] > today]
    days = min(begun, default=None)
    found = [_cut(label, span, days) for label, span in named]
    return found[0], found[1]


def _cut(label: str, span: Span, days: int | None) -> Slot:
    last = span[1] if days is None else min(span[1], span[0] + timedelta(days=days - 1))
    return Slot(label, span[0], last, last < span[1])
