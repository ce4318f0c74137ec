"""Habits in words: what they count, and what can't be counted."""

import pytest

from netlog.insight import habits
from netlog.insight.habits import Habit
from netlog.vocabulary import COUNTABLES, PERIODS


@pytest.mark.parametrize(
    ("text", "counts", "target", "per", "where"),
    [
        ("one event a semester", "events", 1, "term", ""),
        ("One state-level event a semester", "events", 1, "term", "level:state"),
        ("2 conversations a week", "conversations", 2, "week", ""),
        ("One new colleague a month", "contacts", 1, "month", ""),
        ("meet 2 new people every month", "contacts", 2, "month", ""),
        ("talk with 5 people a month", "people", 5, "month", ""),
        ("3 talks weekly", "conversations", 3, "week", ""),
        ("go to a national conference a year", "events", 1, "year", "kind:conference level:national"),
        ("write two articles per quarter", "contributions", 2, "quarter", "kind:article"),
        ("follow-ups kept monthly", "follow-ups", 1, "month", ""),
        ("two introductions each term", "introductions-made", 2, "term", ""),
        ("a weekly review every week", "reviews", 1, "week", ""),
    ],
)
def test_a_habit_is_read(text, counts, target, per, where):
    assert habits.read(text) == Habit(text, counts, target, per, where)


@pytest.mark.parametrize(
    "text",
    [
        *("", "be nice", "week", "a week", "2 a week", "0 events a year", "99999 events a year"),
        *("2 elephants a week", "2 conversations", "2 conversations a day", "many events a year"),
        *("one event with cake a year", "one galactic event a year"),
    ],
)
def test_what_can_not_be_counted_is_no_habit(text):
    assert habits.read(text) is None


def test_levels_are_those_of_the_user():
    assert habits.read("one galactic event a year", ("galactic",)).where == "level:galactic"
    assert habits.read("one state wide event a year", ("state wide",)).where == 'level:"state wide"'
    assert habits.read("one state event a year", ("galactic",)) is None


def test_what_is_offered_is_a_habit():
    assert all(habits.read(text) for text in habits.READY)


def test_habits_count_what_goals_count():
    assert set(habits._THINGS.values()) <= set(COUNTABLES)
    assert set(habits._PERIODS.values()) == set(PERIODS)
