"""Spans of days agree with sets of days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netlog.insight import spans

FIRST = date(2024, 2, 20)  # a leap day is near
offsets = st.integers(0, 60)


def day(offset: int) -> date:
    return FIRST + timedelta(days=offset)


@st.composite
def separate(draw):
    """Spans in order that do not touch."""
    edges = sorted(draw(st.sets(offsets, max_size=10)))
    edges = edges[: len(edges) // 2 * 2]
    return [(day(a), day(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


holes = st.lists(st.tuples(offsets, st.none() | offsets), max_size=4).map(
    lambda found: [(day(a), None if b is None else day(a + b % 20)) for a, b in found]
)


def days_of(found) -> list[date]:
    return [first + timedelta(days=n) for first, last in found for n in range((last - first).days + 1)]


@given(separate(), holes)
def test_without_leaves_the_days_that_no_hole_has(found, gaps):
    left = [
        one
        for one in days_of(found)
        if not any(first <= one and (last is None or one <= last) for first, last in gaps)
    ]
    assert days_of(spans.without(found, gaps)) == left


@given(separate(), offsets, offsets)
def test_within_keeps_the_days_between(found, a, b):
    kept = [one for one in days_of(found) if day(a) <= one <= day(b)]
    assert days_of(spans.within(found, day(a), day(b))) == kept


@given(separate(), st.integers(0, 80))
def test_latest_are_the_last_days(found, most):
    days = days_of(found)
    assert days_of(spans.latest(found, most)) == days[max(len(days) - most, 0) :]
    assert spans.length(found) == len(days)


@given(separate(), st.integers(1, 9))
def test_pieces_are_the_same_days_in_short_stretches(found, most):
    cut = spans.pieces(found, most)
    assert days_of(cut) == days_of(found)
    assert all((last - first).days < most for first, last in cut)


@given(separate(), st.integers(1, 70))
def test_day_number_counts_the_days(found, number):
    days = days_of(found)
    assert spans.day_number(found, number) == (days[number - 1] if number <= len(days) else None)


def test_spans_by_hand():
    march = [(date(2026, 3, 1), date(2026, 3, 31))]
    assert spans.without(march, [(date(2026, 3, 10), date(2026, 3, 12)), (date(2026, 3, 30), None)]) == [
        (date(2026, 3, 1), date(2026, 3, 9)),
        (date(2026, 3, 13), date(2026, 3, 29)),
    ]
    assert spans.without([(date(2026, 3, 2), date(2026, 3, 1))], []) == []
    assert spans.pieces(march, 28) == [
        (date(2026, 3, 1), date(2026, 3, 3)),
        (date(2026, 3, 4), date(2026, 3, 31)),
    ]
