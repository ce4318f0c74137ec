"""Targets a little above an average, and the period they are asked of."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.goal_ideas import Idea, above, idea, looked_at
from netlog.insight.periods import DEFAULT_TERMS

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("average", "target"), [(0.1, 1), (0.9, 1), (1, 2), (1.6, 2), (9.9, 10), (10, 11), (20, 22), (95.5, 106)]
)
def test_above_by_hand(average, target):
    assert above(average) == target


@given(st.floats(0, 10_000))
def test_above_is_above_and_not_by_much(average):
    assert average < above(average) <= max(average + 1, average * 1.1 + 1)


def test_a_longer_period_where_one_more_would_be_a_leap():
    assert idea({"week": [1, 1, 1, 1], "month": [4, 5]}) == Idea("month", 5, 4.5, 2)
    assert idea({"week": [1, 2, 2, 1], "month": [4, 5]}) == Idea("week", 2, 1.5, 4)
    assert idea({"term": [1, 1], "year": [2]}) == Idea("year", 3, 2.0, 1)
    assert idea({"year": [1]}) == Idea("year", 2, 1.0, 1)
    assert idea({"week": [0, 0], "month": [0]}) is None
    assert idea({}) is None


def test_periods_looked_at_are_over_and_within_the_log():
    weeks = looked_at("week", date(2020, 1, 1), TODAY, ())
    assert (len(weeks), weeks[-1]) == (26, (date(2026, 2, 23), date(2026, 3, 1)))
    assert looked_at("month", date(2026, 1, 10), TODAY, ()) == [(date(2026, 2, 1), date(2026, 2, 28))]
    terms = looked_at("term", date(2020, 1, 1), TODAY, DEFAULT_TERMS)
    assert terms == [(date(2025, 1, 1), date(2025, 5, 31)), (date(2025, 8, 15), date(2025, 12, 31))]
    assert looked_at("term", date(2020, 1, 1), TODAY, ()) == []
    assert looked_at("year", date(2026, 2, 1), TODAY, ()) == [(date(2025, 3, 3), TODAY)]
