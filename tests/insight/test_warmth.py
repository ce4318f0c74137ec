"""How warm ties are, by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.warmth import FULL, LINKS, WEIGHTS, Link, Tie, of_links, of_tie, strength

TODAY = date(2026, 3, 2)


def tie(days: int, talks: int = 0, given: int = 0, received: int = 0) -> Tie:
    return Tie(TODAY - timedelta(days=days), talks, given, received)


def test_a_tie_by_hand():
    # talked 73 days ago: 4 x (1 - 73/365) = 3.2; 3 of 12 talks: 0.75; one each way of two: 2 x 2/4 = 1
    assert of_tie(tie(73, 3, 1, 1), TODAY) == (
        5.95,
        {"known": 1.0, "recent": 3.2, "frequent": 0.75, "mutual": 1.0},
    )


def test_a_tie_is_full_when_all_of_it_is():
    assert of_tie(tie(0, 12, 2, 2), TODAY).value == FULL == sum(WEIGHTS.values())
    assert of_tie(tie(0, 100, 50, 50), TODAY).value == FULL


def test_help_one_way_is_half_of_mutual():
    assert of_tie(tie(400, 0, 9, 0), TODAY).parts == {"known": 1.0, "mutual": 1.0}


def test_who_was_never_talked_with_is_cold():
    assert of_tie(Tie(None, 0, 0, 0), TODAY) == (0.5, {"known": 0.5})
    assert of_tie(Tie(None, 0, 5, 5), TODAY) == (2.5, {"known": 0.5, "mutual": 2.0})


def test_links_by_hand():
    both = [Link("group", "both in A"), Link("knows", "they know each other"), Link("group", "both in B")]
    assert of_links(both[:1]) == (4.0, {"group": 4.0})
    assert of_links([both[0], both[2]]) == (4.0, {"group": 4.0})  # of one kind: no more
    assert of_links(both) == (10.0, {"knows": 10.0})  # nothing is warmer than full
    assert of_links([both[0], Link("career", "both at C")]) == (5.0, {"group": 4.0, "more": 1.0})


@pytest.mark.parametrize(("sharing", "value"), [(2, 6.0), (20, 6.0), (40, 3.0), (2000, 0.06)])
def test_what_many_share_says_less(sharing, value):
    assert strength(Link("organization", "", sharing)) == pytest.approx(value)


_TIES = st.builds(tie, st.integers(0, 800), st.integers(0, 30), st.integers(0, 5), st.integers(0, 5))


@given(_TIES, _TIES)
def test_a_tie_that_is_better_in_all_is_not_colder(one, other):
    if one.last_on >= other.last_on and all(a >= b for a, b in zip(one[1:], other[1:], strict=True)):
        assert of_tie(one, TODAY).value >= of_tie(other, TODAY).value
    assert 0 < of_tie(one, TODAY).value <= FULL


@given(
    st.lists(
        st.builds(Link, st.sampled_from(list(LINKS)), st.just(""), st.integers(1, 3000)),
        min_size=1,
        max_size=6,
    )
)
def test_another_link_never_cools_a_tie(links):
    assert of_links(links).value >= of_links(links[:-1] or links).value - 0.01
    assert of_links(links) == of_links(list(reversed(links)))
    assert 0 <= of_links(links).value <= FULL
