"""Spans of days, both ends included, in order: taken apart by pauses, counted, cut."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

Span = tuple[date, date]
_DAY = timedelta(days=1)


def without(spans: Iterable[Span], holes: Iterable[tuple[date, date | None]]) -> list[Span]:
    """What is left of spans beside holes, which may overlap; one without an end goes on for good."""
    left = [span for span in spans if span[0] <= span[1]]
    for first, last in holes:
        parts: list[Span] = []
        for start, end in left:
            if end < first or (last is not None and start > last):
                parts.append((start, end))
                continue
            if start < first:
                parts.append((start, first - _DAY))
            if last is not None and last < end:
                parts.append((last + _DAY, end))
        left = parts
    return left


def within(spans: Iterable[Span], first: date, last: date) -> list[Span]:
    """The parts of spans that lie in `first`..`last`."""
    cut = ((max(start, first), min(end, last)) for start, end in spans)
    return [span for span in cut if span[0] <= span[1]]


def length(spans: Iterable[Span]) -> int:
    """How many days there are in spans."""
    return sum((end - start).days + 1 for start, end in spans)


def latest(spans: Sequence[Span], most: int) -> list[Span]:
    """The last `most` days of spans."""
    kept: list[Span] = []
    for start, end in reversed(spans):
        if most <= 0:
            break
        first = max(start, end - timedelta(days=most - 1))
        kept.append((first, end))
        most -= (end - first).days + 1
    return kept[::-1]


def pieces(spans: Iterable[Span], most: int) -> list[Span]:
    """Spans cut into stretches of at most so many days, from the end of each."""
    cut: list[Span] = []
    for start, end in spans:
        last = end
        while start <= last:
            first = max(start, last - timedelta(days=most - 1))
            cut.append((first, last))
            last = first - _DAY
    return sorted(cut)


def day_number(spans: Iterable[Span], number: int) -> date | None:
    """The day of spans that comes as number 1, 2, ...; None where there are fewer."""
    for start, end in spans:
        days = (end - start).days + 1
        if number <= days:
            return start + timedelta(days=number - 1)
        number -= days
    return None
