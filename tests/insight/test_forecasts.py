"""Where a goal will end at the rate of the last twelve weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight import spans
from netlog.insight.course import Asked, Course, Pause
from netlog.insight.forecasts import DAYS, forecast, looked_at, stretches
from netlog.insight.periods import DEFAULT_TERMS, Period

MARCH = Period("2026-03", date(2026, 3, 1), date(2026, 3, 31))
TODAY = date(2026, 3, 11)  # 20 days are left


def asked(target: int, first: int = 1, last: int = 31) -> Asked:
    return Asked(MARCH, target, target, None, [(date(2026, 3, first), date(2026, 3, last))])


def course(**more) -> Course:
    return Course(**{"per": "week", "bound": "min", "target": 1, "where": None, "starts_on": TODAY, **more})


@pytest.mark.parametrize(
    ("done", "target", "recent", "by_end", "met_on", "met"),
    [
        (0, 1, 84, 20.0, "2026-03-12", True),  # one a day
        (0, 2, 8, 1.9, None, False),  # 160/84
        (1, 2, 8, 2.9, "2026-03-22", True),  # the first after 10.5 days
        (1, 3, 8, 2.9, None, False),
        (0, 20, 84, 20.0, "2026-03-31", True),
        (0, 21, 84, 20.0, None, False),
        (3, 2, 0, 3.0, None, True),
        (0, 2, 0, 0.0, None, False),
    ],
)
def test_forecast_by_hand(done, target, recent, by_end, met_on, met):
    found = forecast(done, asked(target), recent, 84, TODAY)
    assert found == (by_end, date.fromisoformat(met_on) if met_on else None, met)


def test_a_forecast_leaves_out_the_days_of_a_pause():
    paused = Asked(
        MARCH, 4, 10, None, [(date(2026, 3, 1), date(2026, 3, 11)), (date(2026, 3, 29), date(2026, 3, 31))]
    )
    assert forecast(2, paused, 84, 84, TODAY) == (5.0, date(2026, 3, 30), True)


def test_there_is_no_forecast_where_there_is_nothing_to_say():
    resting = Asked(MARCH, 0, 4, None, [])
    assert forecast(0, resting, 9, 84, TODAY) is None
    assert forecast(0, asked(4), 0, 0, TODAY) is None
    assert forecast(0, asked(4), 9, 84, date(2026, 4, 1)) is None


def test_a_maximum_is_kept_while_the_rate_allows():
    assert forecast(1, asked(3), 8, 84, TODAY, bound="max") == (2.9, None, True)
    assert forecast(2, asked(3), 8, 84, TODAY, bound="max") == (3.9, None, False)


def test_there_are_no_more_facts_than_there_are():
    assert forecast(4, asked(9), 84, 84, TODAY, most=5) == (5.0, None, False)
    assert forecast(4, asked(5), 84, 84, TODAY, most=5) == (5.0, date(2026, 3, 12), True)
    assert forecast(5, asked(5), 84, 84, TODAY, most=5) == (5.0, None, True)


@given(st.integers(0, 30), st.integers(1, 30), st.integers(0, 90), st.integers(1, DAYS), st.integers(1, 31))
def test_met_on_is_the_first_day_by_which_enough_was_done(done, target, recent, days, day):
    today = date(2026, 3, day)
    found = forecast(done, asked(target), recent, days, today)
    reached = [n for n in range(32 - day) if done * days + recent * n >= target * days]
    assert found.will_be_met == bool(reached)
    assert found.met_on == (today + timedelta(days=reached[0]) if reached and reached[0] else None)


def test_twelve_weeks_are_looked_at_without_pauses_and_gaps():
    first = TODAY - timedelta(days=DAYS - 1)
    assert looked_at(course(), TODAY, DEFAULT_TERMS) == [(first, TODAY)]
    flu = Pause(date(2026, 3, 2), date(2026, 3, 8))
    assert looked_at(course(pauses=(flu,)), TODAY, ()) == [
        (first - timedelta(days=7), date(2026, 3, 1)),
        (date(2026, 3, 9), TODAY),
    ]
    fall = looked_at(course(per="term"), date(2026, 8, 20), DEFAULT_TERMS)
    assert fall == [(date(2026, 3, 15), date(2026, 5, 31)), (date(2026, 8, 15), date(2026, 8, 20))]
    assert spans.length(fall) == DAYS
    assert looked_at(course(per="term"), TODAY, ()) == []
    assert looked_at(course(pauses=(Pause(date(2020, 1, 1), None),)), TODAY, ()) == []


@pytest.mark.parametrize(
    ("per", "many"), [("week", 12), ("month", 3), ("quarter", 1), ("term", 1), ("year", 1)]
)
def test_stretches_are_as_long_as_the_period(per, many):
    found = stretches(looked_at(course(), TODAY, ()), per)
    assert len(found) == many and spans.length(found) == DAYS
