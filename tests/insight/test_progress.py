"""Pace, state and streaks of a goal."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.course import Asked
from netlog.insight.periods import Period
from netlog.insight.progress import SLACK, kept, standing, streaks, undecided

MARCH = Period("2026-03", date(2026, 3, 1), date(2026, 3, 31))
WEEK = Period("2026-W10", date(2026, 3, 2), date(2026, 3, 8))

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
counts = st.integers(0, 40)
targets = st.integers(1, 30)


def march(day: int) -> date:
    return date(2026, 3, day)


def whole(target: int, period: Period) -> Asked:
    """A period that asks on all of its days."""
    return Asked(period, target, target, None, [(period.starts_on, period.ends_on)])


def partly(target: int, *spans: tuple[int, int], whole: int = 9) -> Asked:
    """March, asking on some spans of its days."""
    return Asked(MARCH, target, whole, None, [(march(first), march(last)) for first, last in spans])


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
    assert standing(done, whole(target, period), today) == (expected, state, days_left)


@pytest.mark.parametrize(
    ("done", "today", "expected", "state"),
    [
        (0, 10, 5.0, "behind"),
        (0, 11, 5.0, "on-pace"),  # paused from the 11th to the 20th: nobody is behind on such a day
        (0, 20, 5.0, "on-pace"),
        (5, 20, 5.0, "on-pace"),
        (5, 21, 5.5, "on-pace"),
        (4, 21, 5.5, "behind"),
        (10, 15, 5.0, "met"),
    ],
)
def test_the_line_is_flat_in_a_pause(done, today, expected, state):
    stands = standing(done, partly(10, (1, 10), (21, 30)), march(today))
    assert (stands.expected, stands.state) == (expected, state)


@pytest.mark.parametrize("bound", ["min", "max"])
@pytest.mark.parametrize("asked", [partly(0, (1, 3)), partly(4)])
def test_where_nothing_is_asked_nothing_is_lacking(asked, bound):
    assert standing(0, asked, march(9), bound=bound)[:2] == (0.0, "on-pace")
    assert standing(9, asked, march(9), bound=bound)[:2] == (0.0, "on-pace")
    assert kept(0, asked, bound=bound) is None
    assert undecided("met", asked, march(9), bound=bound) is None


@pytest.mark.parametrize(
    ("done", "target", "today", "state", "settled"),
    [
        (0, 0, march(2), "met", None),
        (1, 0, march(2), "missed", False),
        (3, 3, march(2), "met", None),  # kept so far: the month is not over
        (4, 3, march(2), "missed", False),
        (3, 3, date(2026, 4, 1), "met", True),
        (4, 3, date(2026, 4, 1), "missed", False),
    ],
)
def test_a_maximum_is_met_until_it_is_exceeded(done, target, today, state, settled):
    asked = whole(target, MARCH)
    assert standing(done, asked, today, bound="max").state == state
    assert undecided(state, asked, today, bound="max") is settled
    assert kept(done, asked, bound="max") is (done <= target)


@given(counts, targets, periods(), days)
def test_standing_is_one_of_four_and_each_says_what_it_means(done, target, period, today):
    stands = standing(done, whole(target, period), today)
    over = today > period.ends_on
    assert (stands.state == "met") == (done >= target)
    assert (stands.state == "missed") == (done < target and over)
    if stands.state in ("on-pace", "behind"):
        asks = today >= period.starts_on
        assert (stands.state == "behind") == (asks and done < stands.expected - SLACK)
    assert 0 <= stands.expected <= target
    assert stands.days_left == (0 if over else (period.ends_on - today).days)


@given(counts, st.integers(0, 30), periods(), days)
def test_a_maximum_is_never_behind(done, target, period, today):
    assert standing(done, whole(target, period), today, bound="max").state == (
        "met" if done <= target else "missed"
    )


@given(counts, targets, periods(), days)
def test_expected_never_falls_and_reaches_the_target_on_the_last_day(done, target, period, today):
    def expected(day):
        return standing(done, whole(target, period), day).expected

    assert expected(today) <= expected(today + timedelta(days=1))
    assert expected(period.starts_on - timedelta(days=1)) == 0
    assert expected(period.ends_on) == expected(period.ends_on + timedelta(days=9)) == target


@given(counts, targets, periods(), days)
def test_one_more_is_never_worse(done, target, period, today):
    order = ["missed", "behind", "on-pace", "met"]
    before, after = (standing(many, whole(target, period), today).state for many in (done, done + 1))
    assert order.index(before) <= order.index(after)


@pytest.mark.parametrize(
    ("past", "current", "now", "best"),
    [
        ("", None, 0, 0),
        ("", True, 1, 1),
        ("yyy", None, 3, 3),  # the current one can still be met
        ("yyy", True, 4, 4),
        ("yyy", False, 0, 3),  # a maximum that is exceeded is missed at once
        ("yyyn", None, 0, 3),
        ("yyyn", True, 1, 3),
        ("yynyyyny", True, 2, 3),
        ("nnn", None, 0, 0),
        ("yy--y", None, 3, 3),  # what was paused is skipped
        ("n--", True, 1, 1),
    ],
)
def test_streaks_by_hand(past, current, now, best):
    assert streaks([None if one == "-" else one == "y" for one in past], current) == (now, best)


@given(st.lists(st.none() | st.booleans(), max_size=30), st.none() | st.booleans())
def test_streaks_agree_with_runs_in_a_string(past, current):
    line = "".join("y" if one else "n" for one in [*past, current] if one is not None)
    runs = [len(run) for run in line.split("n")]
    assert streaks(past, current) == (runs[-1], max(runs))
