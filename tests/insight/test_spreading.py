"""First contacts over some weeks."""

from bisect import bisect_left
from datetime import date, timedelta
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from netlog.insight import spreading

FIRST = date(2026, 3, 3)
counts = st.integers(1, 300)
spans = st.integers(1, 400)


def busiest(days):
    """The most that any seven days in a row have."""
    return max(bisect_left(days, day + timedelta(days=7)) - place for place, day in enumerate(days))


def test_by_hand():
    assert spreading.days(0, FIRST, 14) == []
    assert spreading.days(4, FIRST, 8) == [FIRST + timedelta(days=n) for n in (0, 2, 4, 6)]
    assert spreading.days(3, FIRST, 1) == [FIRST] * 3


@given(counts, spans)
def test_days_are_in_order_within_the_span_and_even(count, span):
    days = spreading.days(count, FIRST, span)
    assert len(days) == count and days == sorted(days)
    assert days[0] == FIRST and days[-1] < FIRST + timedelta(days=span)
    assert busiest(days) <= ceil(7 * count / span)


@given(counts, st.integers(1, 60))
def test_the_span_needed_has_room_and_keeps_to_the_share_of_a_week(count, per_week):
    span = spreading.span_needed(count, per_week)
    assert spreading.room(span, per_week) >= count
    assert span == 7 or spreading.room(span - 7, per_week) < count
    assert busiest(spreading.days(count, FIRST, span)) <= per_week


@given(spans, st.integers(1, 60))
def test_what_there_is_room_for_fits(span, per_week):
    room = spreading.room(span, per_week)
    assert not room or busiest(spreading.days(room, FIRST, span)) <= per_week
