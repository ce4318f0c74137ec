"""Response to cadence: by hand, and against a slow and obvious count."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight.in_touch import Turn, shares

FIRST = date(2025, 1, 1)


def day(number):
    return FIRST + timedelta(days=number)


def turn(days, begun, *held):
    return Turn(days, day(begun), day(begun), day(held[0]) if held else None, [day(one) for one in held])


def test_in_time_until_the_day_that_the_turn_is_due():
    ada = turn(30, 0, 10, 50)  # due on day 40, late until 50, due again on day 80
    assert shares([ada], [day(one) for one in (10, 40, 41, 49, 50, 80, 81)]) == [
        *(100.0, 100.0, 0.0, 0.0, 100.0, 100.0, 0.0)
    ]


def test_before_the_first_conversation_the_cadence_runs_from_the_beginning():
    assert shares([turn(30, 5)], [day(4), day(5), day(35), day(36)]) == [None, 100.0, 100.0, 0.0]


def test_those_begun_later_do_not_count_before():
    two = [turn(10, 0, 0), turn(10, 20, 20)]
    assert shares(two, [day(19), day(20), day(31)]) == [0.0, 50.0, 0.0]
    assert shares([*two, turn(400, 0)], [day(20)]) == [66.7]


def test_nobody_and_no_day():
    assert shares([], [day(1)]) == [None]
    assert shares([turn(1, 0)], []) == []


NUMBERS = st.integers(0, 300)


@st.composite
def turns(draw):
    held = sorted(draw(st.lists(NUMBERS, max_size=5)))
    first = day(held[0]) if held else None
    return Turn(
        draw(st.integers(1, 120)), day(draw(NUMBERS)), day(draw(NUMBERS)), first, [day(one) for one in held]
    )


def obvious(all, on):
    """One contact after the other, looking for the last conversation by that day."""
    begun = [one for one in all if one.begun_on <= on]
    last = [max((held for held in one.held if held <= on), default=one.from_on) for one in begun]
    kept = [since + timedelta(days=one.days) >= on for one, since in zip(begun, last, strict=True)]
    return round(100 * sum(kept) / len(kept), 1) if kept else None


@given(st.lists(turns(), max_size=6), st.lists(NUMBERS, max_size=6, unique=True).map(sorted))
@settings(max_examples=150)
def test_shares_are_those_of_an_obvious_count(all, numbers):
    days = [day(number) for number in numbers]
    assert shares(all, days) == [obvious(all, one) for one in days]
