"""Pace, state and streaks of a goal."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.periods import Period
from netlog.insight.progress import SLACK, standing, streaks

MARCH = Period("2026-03", date(2026, 3, 1), date(2026, 3, 31))
WEEK = Period("2026-W10", date(2026, 3, 2), date(2026, 3, 8))

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
counts = st.integers(0, 40)
targets = st.integers(1, 30)


@st.composite
def periods(draw):
    starts_on = draw(days)
    return Period("p", starts_on, starts_on + timedelta(days=draw(st.integers(0, 400))))


@pytest.mark.parametrize(
    ("done", "target", "period", "today", "expected", "state", "days_left"),
    [
        (0, 31, MARCH, date(2026, 3, 1), 1.0, "behind", 30),
        (1, 31, MARCH, date(2026, 3, 1), 1.0, "on-pace", 30),
        (10, 31, MARCH, date(2026, 3, 10), 10.0, "on-pace", 21),
        (9, 31, MARCH, date(2026, 3, 10), 10.0, "behind", 21),
        (31, 31, MARCH, date(2026, 3, 10), 10.0, "met", 21),
        (40, 31, MARCH, date(2026, 4, 10), 31.0, "met", 0),
        (30, 31, MARCH, date(2026, 3, 31), 31.0, "behind", 0),  # the last day is not over
        (30, 31, MARCH, date(2026, 4, 1), 31.0, "missed", 0),
        (0, 2, MARCH, date(2026, 2, 1), 0.0, "on-pace", 58),  # not begun
        (0, 1, WEEK, date(2026, 3, 5), 0.57, "behind", 3),
        (0, 1, WEEK, date(2026, 3, 4), 0.43, "on-pace", 4),  # less than half of one lacks
    ],
)
def test_standing_by_hand(done, target, period, today, expected, state, days_left):
    assert standing(done, target, period, today) == (expected, state, days_left)


@given(counts, targets, periods(), days)
def test_standing_is_one_of_four_and_each_says_what_it_means(done, target, period, today):
    stands = standing(done, target, period, today)
    over = today > period.ends_on
    assert (stands.state == "met") == (done >= target)
    assert (stands.state == "missed") == (done < target and over)
    if stands.state in ("on-pace", "behind"):
        assert (stands.state == "behind") == (done < stands.expected - SLACK)
    assert 0 <= stands.expected <= target
    assert stands.days_left == (0 if over else (period.ends_on - today).days)


@given(counts, targets, periods(), days)
def test_expected_never_falls_and_reaches_the_target_on_the_last_day(done, target, period, today):
    def expected(day):
        return standing(done, target, period, day).expected

    assert expected(today) <= expected(today + timedelta(days=1))
    assert expected(period.starts_on - timedelta(days=1)) == 0
    assert expected(period.ends_on) == expected(period.ends_on + timedelta(days=9)) == target


@given(counts, targets, periods(), days)
def test_one_more_is_never_worse(done, target, period, today):
    order = ["missed", "behind", "on-pace", "met"]
    before, after = (standing(many, target, period, today).state for many in (done, done + 1))
    assert order.index(before) <= order.index(after)


@pytest.mark.parametrize(
    ("past", "current", "now", "best"),
    [
        ("", False, 0, 0),
        ("", True, 1, 1),
        ("yyy", False, 3, 3),  # the current one can still be met
        ("yyy", True, 4, 4),
        ("yyyn", False, 0, 3),
        ("yyyn", True, 1, 3),
        ("yynyyyny", True, 2, 3),
        ("nnn", False, 0, 0),
    ],
)
def test_streaks_by_hand(past, current, now, best):
    assert streaks([one == "y" for one in past], current) == (now, best)


@given(st.lists(st.booleans(), max_size=30), st.booleans())
def test_streaks_agree_with_runs_in_a_string(past, current):
    line = "".join("y" if one else "n" for one in [*past, *([True] if current else [])])
    runs = [len(run) for run in line.split("n")]
    assert streaks(past, current) == (runs[-1], max(runs))
