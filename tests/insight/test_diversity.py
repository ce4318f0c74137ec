"""diversity: classes of one dimension, and the measures of how evenly they are filled."""

from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight.diversity import Class, largest, measures, share, spreads, told

COUNTS = st.lists(st.integers(1, 500), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("counts", "gini_simpson", "evenness", "effective", "most"),
    [
        # p = 1/2, 3/10, 1/5. Sum of squares .25 + .09 + .04 = .38, so 1 - .38 = .62; the most of three classes
        # is 1 - 1/3, and .62 / (2/3) = .93. H = .5 ln 2 + .3 ln(10/3) + .2 ln 5 = .34657 + .36119 + .32189
        # = 1.02965, and e^1.02965 = 2.8001.
        ([50, 30, 20], 0.62, 0.93, 2.8001, 0.5),
        # Four equal classes: 1 - 4/16 = 3/4, which is the most there can be; as diverse as four (Hill 1973).
        ([7, 7, 7, 7], 0.75, 1.0, 4.0, 0.25),
        # p = 9/10, 1/10: 1 - .82 = .18, by 1/2 is .36; H = .09482 + .23026 = .32508, e^H = 1.3841.
        ([9, 1], 0.18, 0.36, 1.3841, 0.9),
        # One class: nobody differs, it is as diverse as one, and of evenness nothing can be said.
        ([5], 0.0, None, 1.0, 1.0),
        ([], None, None, None, None),
        ([0, 4, 0], 0.0, None, 1.0, 1.0),
    ],
)
def test_measures_are_those_worked_out_by_hand(counts, gini_simpson, evenness, effective, most):
    assert measures(counts) == (gini_simpson, evenness, effective, most)


@settings(max_examples=60)
@given(COUNTS)
def test_splitting_every_class_in_two_doubles_the_effective_number(counts):
    """Hill's doubling property, which index values themselves do not have."""
    once, twice = measures(counts).effective_classes, measures([*counts, *counts]).effective_classes
    assert isclose(twice, 2 * once, abs_tol=0.001)


@settings(max_examples=60)
@given(COUNTS)
def test_measures_keep_their_bounds(counts):
    found = measures(counts)
    assert 0 <= found.gini_simpson <= 1 - 1 / len(counts) + 1e-4
    assert 1 - 1e-4 <= found.effective_classes <= len(counts) + 1e-3
    assert found.evenness is None or 0 <= found.evenness <= 1
    assert 1 / len(counts) - 1e-4 <= found.largest_share <= 1


@settings(max_examples=60)
@given(COUNTS)
def test_the_index_is_the_chance_that_two_differ(counts):
    """Counted pair by pair, with putting back."""
    owners = [place for place, count in enumerate(counts) for _ in range(min(count, 8))]
    differ = sum(one != other for one in owners for other in owners)
    found = measures([owners.count(place) for place in range(len(counts))])
    assert isclose(found.gini_simpson, differ / len(owners) ** 2, abs_tol=1e-4)


def test_spellings_of_a_class_are_one_and_the_commonest_is_shown():
    counted = [("Industry", 2), ("industry", 5), ("Québec", 1), ("quebec", 1), (None, 3), ("", 1), ("x", 0)]
    found = spreads((name, [count, 2 * count]) for name, count in counted)
    assert found[0] == (13, 4, 9, (Class("industry", 7), Class("Québec", 2)))
    assert found[1] == (26, 8, 18, (Class("industry", 14), Class("Québec", 4)))


def test_who_is_of_several_classes_is_one_of_the_people():
    (found,) = spreads([("mentor", [2]), ("peer", [2]), (None, [1])], [4])
    assert (found.people, found.unknown, found.total) == (4, 1, 4)


def test_sets_are_told_by_the_same_classes():
    all_, new = spreads([("a", [5, 0]), ("b", [4, 1]), ("c", [1, 0]), ("C", [0, 2])])
    names = largest([all_, new], 1)
    assert names == ["a", "C"]
    assert told(all_, names) == ([Class("a", 5), Class("C", 1)], [Class("b", 4)])
    assert told(new, names) == ([Class("C", 2)], [Class("b", 1)])


def test_a_share_of_nothing_is_unknown():
    assert (share(1, 3), share(0, 0)) == (0.3333, None)
