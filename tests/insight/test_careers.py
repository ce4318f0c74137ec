"""What becomes of a position when another takes its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight.careers import Position, kept, replaced, same

KNOWN, TODAY = "2025-01-01", "2026-03-02"
HILL = Position("Hill School", "teacher")


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (("Hill School", "teacher"), ("Acme", "teacher"), True),
        (("Hill School", "teacher"), ("Hill School", "head"), True),
        (("Hill School", "teacher"), ("", "teacher"), True),
        (("Hill School", ""), ("Hill School", "teacher"), False),
        (("", "teacher"), ("Hill School", "teacher"), False),
        (("", ""), ("Hill School", "teacher"), False),
        (("Hill School", "teacher"), ("HILL  school", "Teacher"), False),
        (("Hillschool", ""), ("Hill School", ""), False),
        (("Lycée Zola", ""), ("Lycee Zola", ""), False),
    ],
)
def test_only_what_was_known_is_replaced(was, now, expected):
    assert replaced(Position(*was), Position(*now)) is expected


def test_the_first_position_begins_nobody_knows_when():
    assert kept([], HILL, KNOWN, TODAY) == [Position("Hill School", "teacher", "", TODAY)]


def test_the_next_one_begins_when_the_one_before_ended():
    before = Position("Lake School", "aide", "", "2025-09-01")
    assert kept([before], HILL, KNOWN, TODAY) == [before, HILL._replace(since="2025-09-01", until=TODAY)]


def test_one_that_ended_before_the_log_knew_them_says_nothing_of_the_next():
    before = Position("Lake School", "aide", "2010-01-01", "2014-12-31")
    assert kept([before], HILL, KNOWN, TODAY)[-1] == HILL._replace(until=TODAY)


def test_one_that_goes_on_is_ended():
    present = HILL._replace(since="2015-08-01")
    aside = Position("State University", "adjunct", "2020-01-01")
    assert kept([present, aside], HILL, KNOWN, TODAY) == [present._replace(until=TODAY), aside]


def test_one_that_ended_today_already_is_not_kept_twice():
    ended = [Position("hill school", "Teacher", "", TODAY)]
    assert kept(ended, HILL, KNOWN, TODAY) == ended


def test_one_taken_up_again_is_told_apart_from_before():
    first = HILL._replace(until="2019-12-31")
    assert kept([first], HILL, KNOWN, TODAY) == [first, HILL._replace(since="2019-12-31", until=TODAY)]


def test_one_left_and_taken_up_on_one_day_goes_on_from_there():
    day = "2025-05-01"
    passed = [HILL._replace(since=day, until=day), Position("Acme", "", day, day)]
    assert kept(passed, HILL, KNOWN, TODAY) == [HILL._replace(since=day, until=TODAY), passed[1]]


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["A", "a", "B", "C", ""]), st.sampled_from(["x", "X ", "y", ""]), st.integers(0, 2)
    ),
    max_size=12,
)


@given(MOVES, st.lists(st.sampled_from(["2024-06-01", "2025-06-01"]), max_size=1))
@settings(max_examples=300)
def test_a_career_stays_sane_however_one_moves(moves, told):
    """No position twice on a day or under one key, none without words, none that ends before it starts."""
    day = 10
    present = Position("A", "x")
    former = [Position("A", "x", "", one) for one in told]
    for organization, title, days in moves:
        day += days
        today = f"2026-03-{day:02}"
        following = Position(organization, title.strip())
        if replaced(present, following):
            before = former
            former = kept(former, present, KNOWN, today)
            assert any(same(one, present) and one.until == today for one in former)
            assert len(former) - len(before) in (0, 1)
            assert all(any(same(one, other) for other in former) for one in before)
        present = following
    assert len({one[:3] for one in former}) == len(former)
    ends = [(one.organization.casefold(), one.title.casefold(), one.until) for one in former]
    assert len(set(ends)) == len(ends)
    assert all(one.organization or one.title for one in former)
    assert all(one.since <= one.until for one in former)
