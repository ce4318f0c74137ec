"""How much follow-ups and contacts press."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.queue import (
    LATE_DAYS,
    SOON_DAYS,
    WEIGHTS,
    of_contact,
    of_debrief,
    of_follow_up,
    of_goal,
    of_preparation,
)
from netlog.vocabulary import PARTS

TODAY = date(2026, 3, 2)
days_late = st.integers(-400, 400)
cadences = st.integers(1, 3650)


def follow_up(late, owed_by="me"):
    return of_follow_up(TODAY - timedelta(days=late), owed_by, TODAY)


def contact(late, cadence=30, talked=True):
    return of_contact(TODAY - timedelta(days=late), cadence, talked, TODAY)


@pytest.mark.parametrize(
    ("late", "owed_by", "parts"),
    [
        (0, "me", {"promise": 6.0, "soon": 4.0}),
        (0, "them", {"awaited": 3.0, "soon": 4.0}),
        (7, "me", {"promise": 6.0, "soon": 4.0, "late": 3.0}),
        (14, "me", {"promise": 6.0, "soon": 4.0, "late": 6.0}),
        (365, "me", {"promise": 6.0, "soon": 4.0, "late": 6.0}),
        (-4, "me", {"promise": 6.0, "soon": 2.0}),
        (-8, "me", {"promise": 6.0}),
        (-300, "them", {"awaited": 3.0}),
    ],
)
def test_follow_up_by_hand(late, owed_by, parts):
    assert follow_up(late, owed_by) == (sum(parts.values()), parts)


@pytest.mark.parametrize(
    ("late", "cadence", "talked", "parts"),
    [
        (0, 30, True, {"lapsed": 3.0, "closeness": 2.0}),
        (30, 30, True, {"lapsed": 3.0, "neglect": 4.0, "closeness": 2.0}),
        (300, 30, True, {"lapsed": 3.0, "neglect": 4.0, "closeness": 2.0}),
        (15, 60, True, {"lapsed": 3.0, "neglect": 1.0, "closeness": 1.0}),
        (15, 60, False, {"lapsed": 3.0, "neglect": 1.0, "closeness": 1.0, "new": 1.0}),
        (-1, 7, True, {"closeness": 2.0}),
        (-1, 120, False, {"closeness": 0.5, "new": 1.0}),
    ],
)
def test_contact_by_hand(late, cadence, talked, parts):
    assert contact(late, cadence, talked) == (sum(parts.values()), parts)


@given(
    st.one_of(
        st.builds(follow_up, days_late, st.sampled_from(("me", "them"))),
        st.builds(contact, days_late, cadences, st.booleans()),
    )
)
def test_a_score_is_the_sum_of_named_parts_none_above_its_weight(urgency):
    assert urgency.score == round(sum(urgency.parts.values()), 2)
    assert all(0 < value <= WEIGHTS[name] for name, value in urgency.parts.items() if value)
    assert all(value == round(value, 2) for value in urgency.parts.values())


@given(days_late, st.sampled_from(("me", "them")))
def test_a_follow_up_never_presses_less_a_day_later(late, owed_by):
    assert follow_up(late, owed_by).score <= follow_up(late + 1, owed_by).score


@given(days_late, cadences, st.booleans())
def test_a_contact_never_presses_less_a_day_later(late, cadence, talked):
    assert contact(late, cadence, talked).score <= contact(late + 1, cadence, talked).score


@given(st.integers(-SOON_DAYS, LATE_DAYS - 1))
def test_within_its_days_a_follow_up_presses_more_each_day(late):
    assert follow_up(late).score < follow_up(late + 1).score


@given(days_late)
def test_a_promise_presses_more_than_what_is_awaited(late):
    assert follow_up(late, "me").score > follow_up(late, "them").score


@given(days_late, cadences, cadences)
def test_the_shorter_cadence_presses_no_less(late, one, other):
    short, long = sorted((one, other))
    assert contact(late, short).score >= contact(late, long).score


@given(st.integers(1, 400), cadences, days_late, st.booleans())
def test_a_late_promise_comes_before_any_contact(late, cadence, late_contact, talked):
    assert follow_up(late).score > contact(late_contact, cadence, talked).score


@given(days_late, cadences)
def test_who_was_never_talked_with_presses_more(late, cadence):
    assert contact(late, cadence, False).score > contact(late, cadence, True).score


# events, goals, pins


@pytest.mark.parametrize(
    ("ahead", "parts"),
    [
        (14, {"prepare": 4.0}),
        (8, {"prepare": 4.0}),
        (4, {"prepare": 4.0, "soon": 2.0}),
        (0, {"prepare": 4.0, "soon": 4.0}),
    ],
)
def test_preparation_by_hand(ahead, parts):
    assert of_preparation(TODAY + timedelta(days=ahead), TODAY) == (sum(parts.values()), parts)


@pytest.mark.parametrize(
    ("since", "parts"),
    [(0, {"debrief": 4.0, "fresh": 3.0}), (30, {"debrief": 4.0, "fresh": 1.5}), (60, {"debrief": 4.0})],
)
def test_debrief_by_hand(since, parts):
    assert of_debrief(TODAY - timedelta(days=since), TODAY) == (sum(parts.values()), parts)


@pytest.mark.parametrize(
    ("done", "expected", "target", "left", "parts"),
    [
        (0, 5.0, 10, 20, {"behind": 3.0, "gap": 1.5}),
        (1, 3.0, 4, 0, {"behind": 3.0, "gap": 1.5, "soon": 4.0}),
        (0, 4.0, 4, 4, {"behind": 3.0, "gap": 3.0, "soon": 2.0}),
    ],
)
def test_goal_by_hand(done, expected, target, left, parts):
    found = of_goal(done, expected, target, TODAY + timedelta(days=left), TODAY)
    assert found == (sum(parts.values()), parts)


@given(days_late, st.sampled_from(("me", "them")), days_late, cadences, st.booleans())
def test_what_is_pinned_outweighs_all_that_is_not(late, owed_by, late_contact, cadence, talked):
    least = of_contact(None, None, True, TODAY, pinned=True).score
    assert least > follow_up(late, owed_by).score
    assert least > contact(late_contact, cadence, talked).score


@given(st.integers(0, 400), cadences, st.integers(0, 400))
def test_the_age_of_neglect_is_capped(late, cadence, more):
    assert contact(2 * cadence + late, cadence).score == contact(2 * cadence + late + more, cadence).score


@given(st.dictionaries(st.sampled_from(sorted(WEIGHTS)), st.floats(0, 100), min_size=1), days_late)
def test_a_part_weighs_what_it_was_given(own, late):
    weights = {**WEIGHTS, **own}
    found = of_follow_up(TODAY - timedelta(days=late), "me", TODAY, pinned=True, weights=weights)
    assert found.parts["pinned"] == round(weights["pinned"], 2)
    assert all(0 <= value <= round(weights[name], 2) for name, value in found.parts.items())


def test_every_part_is_described():
    assert set(PARTS) == set(WEIGHTS)
