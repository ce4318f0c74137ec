"""What a goal asks for in each period: pauses, amendments, ends."""

from datetime import date, timedelta
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.course import Amendment, Course, Pause, asked, changes, through
from netlog.insight.periods import DEFAULT_TERMS, Period, period_at
from netlog.vocabulary import PERIODS

MARCH = Period("2026-03", date(2026, 3, 1), date(2026, 3, 31))
NOW = date(2026, 3, 31)
days = st.dates(date(2023, 12, 1), date(2026, 12, 31))


def course(**more) -> Course:
    return Course(
        **{"per": "month", "bound": "min", "target": 10, "where": None, "starts_on": date(2026, 1, 1), **more}
    )


def march(first: int, last: int | None) -> Pause:
    return Pause(date(2026, 3, first), date(2026, 3, last) if last else None, "rest")


@pytest.mark.parametrize(
    ("pauses", "target", "rests"),
    [
        ((), 10, False),
        ((march(1, 31),), 0, True),
        ((march(1, None),), 0, True),
        ((march(11, 31),), 3, False),  # 10 of 31 days: 3.2
        ((march(1, 15), march(17, 31)), 0, True),  # one day: 0.3
        ((march(3, 31),), 1, False),  # 2 days: 0.6
        ((Pause(date(2026, 2, 1), date(2026, 2, 28)),), 10, False),
    ],
)
def test_a_pause_takes_its_share_of_the_target(pauses, target, rests):
    found = asked(course(pauses=pauses), MARCH, NOW)
    assert (found.target, found.whole, found.rests) == (target, 10, rests)


def test_half_a_target_is_rounded_up():
    weeks = course(per="week", target=7, pauses=(Pause(date(2026, 3, 4), date(2026, 3, 8)),))
    week = Period("2026-W10", date(2026, 3, 2), date(2026, 3, 8))
    assert asked(weeks, week, NOW).target == 2
    half = course(target=1, pauses=(Pause(date(2026, 4, 16), None),))
    april = Period("2026-04", date(2026, 4, 1), date(2026, 4, 30))
    assert asked(half, april, NOW).target == 1  # 15 of 30 days: 0.5
    assert asked(half._replace(pauses=(Pause(date(2026, 4, 15), None),)), april, NOW).rests


def test_at_most_0_asks_something():
    assert not asked(course(bound="max", target=0), MARCH, NOW).rests


def test_an_amendment_holds_for_the_period_whose_last_day_it_is_in():
    found = course(
        amendments=(Amendment(date(2026, 2, 28), 3, "kind:call"), Amendment(date(2026, 3, 31), 5, None))
    )
    past, current = through(found, date(2026, 3, 30), ())
    assert [(one.period.label, one.target, one.where) for one in past] == [
        ("2026-01", 10, None),
        ("2026-02", 3, "kind:call"),
    ]
    assert (current.target, current.where) == (3, "kind:call")  # today's, not yet the one to come
    assert through(found, date(2026, 3, 31), ())[1].target == 5
    assert found.in_force(date(2026, 1, 1)) == (10, None)


def test_a_goal_that_ends_or_is_closed_asks_nothing_after():
    ended, closed = course(ends_on=date(2026, 3, 10)), course(closed_on=date(2026, 3, 10))
    for one, target in ((ended, 10), (closed, 3)):
        past, current = through(one, NOW, ())
        assert (len(past), current.target, current.period.ends_on) == (2, target, date(2026, 3, 10))
        assert current.days == [(date(2026, 3, 1), date(2026, 3, 10))]


def test_closed_before_it_began_it_asks_nothing():
    _, current = through(course(starts_on=date(2026, 5, 1), closed_on=date(2026, 3, 1)), NOW, ())
    assert current.rests and current.period.ends_on >= current.period.starts_on


def test_the_first_period_asks_from_the_first_day_on():
    found = asked(course(starts_on=date(2026, 3, 20)), MARCH, NOW)
    assert (found.target, found.days) == (10, [(date(2026, 3, 20), date(2026, 3, 31))])


def test_between_terms_there_is_no_period():
    past, current = through(course(per="term"), date(2026, 7, 4), DEFAULT_TERMS)
    assert [one.period.label for one in past] == ["spring 2026"] and current is None
    assert through(course(per="term"), date(2026, 7, 4), ()) == ([], None)


def test_paused_says_by_which_pause():
    found = course(pauses=(march(3, 5), march(9, None)))
    assert [found.paused(date(2026, 3, day)) for day in (2, 3, 5, 6)] == [
        None,
        march(3, 5),
        march(3, 5),
        None,
    ]
    assert found.paused(date(2030, 1, 1)) == march(9, None)


def test_changes_tell_what_became_of_a_period():
    found = course(
        pauses=(Pause(date(2026, 2, 20), date(2026, 3, 2), "flu"), Pause(date(2026, 4, 1), None)),
        amendments=(
            Amendment(date(2026, 3, 5), 3, None, "more time"),
            Amendment(date(2026, 3, 6), 3, "kind:call"),
            Amendment(date(2026, 3, 7), 4, None),
        ),
    )
    assert changes(found, MARCH) == [
        "paused 2026-02-20..2026-03-02 (flu)",
        "amended from 2026-03-05: 10 to 3 (more time)",
        "amended from 2026-03-06: only kind:call",
        "amended from 2026-03-07: 3 to 4, without a filter",
    ]
    assert changes(found, Period("2026-01", date(2026, 1, 1), date(2026, 1, 31))) == []


@st.composite
def courses(draw):
    starts_on = draw(days)
    edges = sorted(draw(st.sets(st.integers(0, 900), max_size=6)))
    pauses = tuple(
        Pause(starts_on + timedelta(days=a), starts_on + timedelta(days=b))
        for a, b in zip(edges[::2], edges[1::2], strict=False)
    )
    return Course(
        draw(st.sampled_from(PERIODS)),
        draw(st.sampled_from(["min", "max"])),
        draw(st.integers(1, 9)),
        None,
        starts_on,
        draw(st.none() | st.integers(0, 700).map(lambda n: starts_on + timedelta(days=n))),
        None,
        pauses,
        tuple(
            Amendment(starts_on + timedelta(days=n), n % 7 + 1, None)
            for n in sorted(draw(st.sets(st.integers(0, 800), max_size=3)))
        ),
    )


@given(courses(), days)
def test_what_is_asked_agrees_with_a_walk_over_the_days(found, today):
    past, current = through(found, today, DEFAULT_TERMS)
    ends = min(today, found.ends_on or today)
    for one in [*past, *([current] if current else [])]:
        period = period_at(found.per, one.period.starts_on, DEFAULT_TERMS)
        asking, paused = [], 0
        day = max(period.starts_on, found.starts_on)
        while day <= min(period.ends_on, found.ends_on or period.ends_on):
            if any(pause.starts_on <= day <= pause.ends_on for pause in found.pauses):
                paused += 1
            else:
                asking.append(day)
            day += timedelta(days=1)
        last = min(period.ends_on, found.ends_on or period.ends_on, today)
        whole = next((a.target for a in reversed(found.amendments) if a.from_on <= last), found.target)
        share = Fraction(whole * len(asking), len(asking) + paused)
        assert (one.whole, one.target) == (whole, floor(share + Fraction(1, 2)))
        spans = [first + timedelta(days=n) for first, end in one.days for n in range((end - first).days + 1)]
        assert spans == asking
    assert all(one.period.ends_on < max(ends, found.starts_on) for one in past)
