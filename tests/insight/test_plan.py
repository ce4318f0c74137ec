"""The plan: cycles, what can be done now, and the schedule worked back from the horizon."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight.plan import (
    CLOSED,
    Step,
    any_cycle,
    cycle_through,
    ordered,
    schedule,
    standings,
    upcoming,
    waits_of,
)

TODAY, HORIZON = date(2026, 3, 2), date(2030, 1, 1)
STATUSES = ("idea", "next", "doing", "done", "dropped")


def day(days):
    return TODAY + timedelta(days=days)


@st.composite
def graphs(draw):
    """What waits for what, circles and all."""
    many = draw(st.integers(1, 8))
    ids = st.integers(1, many)
    return {id: draw(st.lists(ids, max_size=3, unique=True)) for id in range(1, many + 1)}


@st.composite
def plans(draw):
    """Steps without a circle: each waits only for those before it, or is under one after it."""
    many = draw(st.integers(1, 12))
    steps = []
    for id in range(1, many + 1):
        needs = draw(st.lists(st.integers(1, id - 1), max_size=3, unique=True)) if id > 1 else []
        parent = draw(st.none() | st.integers(id + 1, many)) if id < many else None
        by_on = draw(st.none() | st.integers(-30, 2000).map(day))
        steps.append(Step(id, draw(st.sampled_from(STATUSES)), parent, tuple(needs), by_on))
    return draw(st.permutations(steps))


def reaches(waits, start, end):
    """The slow, obvious way: follow every edge until nothing new turns up."""
    seen, more = set(), set(waits[start])
    while more:
        seen |= more
        more = {other for id in more for other in waits[id]} - seen
    return end in seen


@given(graphs())
def test_a_cycle_is_named_truly_and_only_where_there_is_one(waits):
    for id in waits:
        found = cycle_through(id, waits)
        assert bool(found) == reaches(waits, id, id)
        if found:
            assert found[0] == found[-1] == id and len(set(found)) == len(found) - 1
            assert all(later in waits[one] for one, later in pairwise(found))
    whole = any_cycle(waits)
    assert bool(whole) == any(reaches(waits, id, id) for id in waits)
    assert not whole or (whole[0] == whole[-1] and cycle_through(whole[0], waits))


@given(graphs())
def test_no_step_is_lost_and_each_comes_after_those_it_waits_for(waits):
    order = ordered(waits)
    assert sorted(order) == sorted(waits)
    if not any_cycle(waits):
        place = {id: at for at, id in enumerate(order)}
        assert all(place[other] < place[id] for id in waits for other in waits[id])


@given(plans())
def test_states_say_what_they_mean(steps):
    stands = standings(steps)
    by_id = {one.id: one for one in steps}
    for one in steps:
        found = stands[one.id]
        undone = [need for need in one.needs if by_id[need].status not in CLOSED]
        assert list(found.blocked_by) == undone
        if one.status in (*CLOSED, "doing"):
            assert found.state == one.status
        else:
            assert found.state == ("blocked" if undone else one.status)
        under = [other for other in steps if other.parent == one.id and other.status not in CLOSED]
        assert found.ready == (found.live and found.state != "blocked" and not under)
        assert not found.live or one.status not in CLOSED


@given(plans())
def test_a_step_is_live_alone_under_a_live_one_or_needed_by_one(steps):
    stands = standings(steps)
    live = {id for id, one in stands.items() if one.live}
    for one in steps:
        wanted = (
            one.parent is None or one.parent in live or any(one.id in o.needs for o in steps if o.id in live)
        )
        assert (one.id in live) == (one.status not in CLOSED and wanted)


@given(plans())
def test_no_latest_day_is_later_than_what_waits_for_it_its_own_or_the_horizon(steps):
    slots = schedule(steps, HORIZON, TODAY)
    waits = waits_of(steps)
    for one in steps:
        if one.id not in slots:
            continue
        slot = slots[one.id]
        assert slot.latest_on <= min(one.by_on or HORIZON, HORIZON)
        assert slot.slack == (slot.latest_on - TODAY).days
        waiting = [slots[id] for id in slots if one.id in waits[id]]
        assert all(slot.latest_on <= other.latest_on for other in waiting)
        # nor is it earlier than it must be
        assert slot.latest_on == min([one.by_on or HORIZON, HORIZON, *(o.latest_on for o in waiting)])
        because = slots.get(slot.because)
        assert slot.because is None or (because in waiting and because.latest_on == slot.latest_on)


@given(plans())
def test_the_schedule_holds_live_steps_in_the_order_of_their_days(steps):
    slots = schedule(steps, HORIZON, TODAY)
    stands = standings(steps)
    assert set(slots) == {id for id, one in stands.items() if one.live}
    days = [one.latest_on for one in slots.values()]
    assert days == sorted(days)


@given(plans())
@settings(max_examples=60)
def test_what_is_next_is_unblocked_and_what_can_be_done_comes_first(steps):
    stands, slots = standings(steps), schedule(steps, HORIZON, TODAY)
    found = upcoming(steps, stands, slots)
    assert set(found) == {id for id, one in stands.items() if one.live and one.state != "blocked"}
    ready = [stands[id].ready for id in found]
    assert ready == sorted(ready, reverse=True)
    assert not found or ready[0] or not any(ready)


def test_a_plan_with_live_steps_has_one_that_can_be_begun():
    """Else the plan would be stuck: without a circle something waits for nothing."""
    chain = [Step(1, "idea", needs=(2,)), Step(2, "idea", needs=(3,)), Step(3, "idea", 1)]
    assert upcoming(chain, standings(chain), schedule(chain, HORIZON, TODAY)) == [3]


@pytest.mark.parametrize(
    ("steps", "latest"),
    [
        ([Step(1, "idea")], {1: HORIZON}),
        ([Step(1, "idea", by_on=day(5))], {1: day(5)}),
        ([Step(1, "idea", by_on=date(2040, 1, 1))], {1: HORIZON}),
        (
            [Step(1, "idea", by_on=day(5)), Step(2, "idea", 1), Step(3, "idea", 2)],
            dict.fromkeys((1, 2, 3), day(5)),
        ),
        ([Step(1, "idea", needs=(2,), by_on=day(5)), Step(2, "idea", by_on=day(9))], {1: day(5), 2: day(5)}),
        ([Step(1, "done", by_on=day(5)), Step(2, "idea", 1)], {}),  # left over under a closed step
        ([Step(1, "idea", needs=(3,)), Step(2, "dropped"), Step(3, "idea", 2)], {1: HORIZON, 3: HORIZON}),
        ([Step(1, "done", needs=(2,), by_on=day(5)), Step(2, "idea")], {2: HORIZON}),
        ([Step(1, "idea", by_on=day(-9))], {1: day(-9)}),
    ],
)
def test_schedule_by_hand(steps, latest):
    assert {id: slot.latest_on for id, slot in schedule(steps, HORIZON, TODAY).items()} == latest


def test_a_long_chain_is_no_trouble():
    steps = [Step(id, "idea", needs=(id + 1,)) for id in range(1, 5000)] + [Step(5000, "idea")]
    assert upcoming(steps, standings(steps), schedule(steps, HORIZON, TODAY)) == [5000]
    assert not any_cycle(waits_of(steps))
