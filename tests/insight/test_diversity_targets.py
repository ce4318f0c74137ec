"""diversity targets: how they are read, and whom it takes to reach them."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.errors import UsageError
from netlog.insight.diversity import Class
from netlog.insight.diversity_targets import (
    Lack,
    Target,
    lacking,
    reached,
    read_share,
    read_targets,
    read_text,
)


def classes(*counts):
    return [Class(f"c{place}", count) for place, count in enumerate(sorted(counts, reverse=True))]


def test_lacks_grow_with_the_whole():
    # 34 people. Five come in, so 39: 15% is 5.85, and 6 are needed of each: 2 more of the 4, 3 more of the 3.
    # With four there would be 38, 15% of it 5.7: 6 again, and one of the two classes at 5.
    assert lacking(classes(23, 4, 3, 2, 1, 1), Target(3, 0.15)) == [Lack("c1", 4, 2), Lack("c2", 3, 3)]


def test_who_is_large_may_have_to_grow_too():
    # Of 100 people 30 have their 30%, until others come in: of 106 it is 31.8, so both need 32, which is 2 and 4 more.
    assert lacking(classes(42, 30, 28), Target(3, 0.3)) == [Lack("c1", 30, 2), Lack("c2", 28, 4)]


def test_classes_that_are_not_there_are_any_other():
    assert lacking(classes(9), Target(3)) == [Lack(None, 0, 1), Lack(None, 0, 1)]
    assert lacking([], Target(2, 0.4)) == [Lack(None, 0, 1), Lack(None, 0, 1)]


def test_a_share_is_reckoned_in_whole_numbers():
    assert 0.07 * 100 > 7  # what floats make of it
    assert lacking(classes(93, 7), Target(2, 0.07)) == []
    assert reached(classes(93, 7), Target(2, 0.07)) == 2


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(1, 12), max_size=2), st.integers(1, 2), st.sampled_from([0, 0.1, 0.15, 0.3, 0.45])
)
def test_who_comes_in_reaches_the_target_and_fewer_would_not(counts, many, least):
    target = Target(many, least)
    found = classes(*counts)
    lacks = lacking(found, target)
    after = {one.name: one.size for one in found}
    for place, one in enumerate(lacks):
        after[one.name or f"new{place}"] = one.has + one.needs
    grown = [Class(name, count) for name, count in after.items()]
    assert reached(grown, target) >= many
    needed = sum(one.needs for one in lacks)
    if needed:  # nobody gets there with one fewer, however they are spread
        start = [*(one.size for one in found), *[0] * many]
        for more in product(range(min(needed, 8)), repeat=len(start)):
            if sum(more) < needed:
                tried = [count + one for count, one in zip(start, more, strict=True)]
                spread = [Class(str(place), count) for place, count in enumerate(tried) if count]
                assert reached(spread, target) < many


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3 at 15%", {"classes": 3, "share": 0.15}),
        ("3 at .15", {"classes": 3, "share": 0.15}),
        ("4", {"classes": 4}),
        ("x at y", {"classes": "x", "share": "y"}),
    ],
)
def test_a_target_is_read_as_it_is_typed(text, found):
    assert read_text(text) == found


@pytest.mark.parametrize(
    ("text", "share"),
    [("12.5%", 0.125), ("0.2", 0.2), ("%", "%"), ("", ""), (".", "."), ("-1", "-1"), ("1e3", "1e3")],
)
def test_a_share_is_read_in_either_way(text, share):
    assert read_share(text) == share


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (5, "must be [diversity.DIMENSION] tables"),
        ({"colour": {"classes": 1}}, "there is no dimension 'colour'"),
        ({"sector": 5}, "takes classes and share"),
        ({"sector": {}}, "takes classes and share"),
        ({"sector": {"classes": 2, "most": 1}}, "takes classes and share"),
        ({"sector": {"classes": 0}}, "whole number"),
        ({"sector": {"classes": True}}, "whole number"),
        ({"sector": {"classes": 2.0}}, "whole number"),
        ({"sector": {"classes": 1, "share": 1}}, "less than 1"),
        ({"sector": {"classes": 1, "share": float("nan")}}, "less than 1"),
        ({"sector": {"classes": 1, "share": "15%"}}, "less than 1"),
        ({"sector": {"classes": 5, "share": 0.2}}, "leaves nobody else room"),
    ],
)
def test_what_is_no_target_is_refused(values, told):
    with pytest.raises(UsageError, match=told.replace("[", r"\[").replace(".", r"\.")):
        read_targets(values)


def test_targets_are_told_as_they_are_typed():
    assert [str(one) for one in (Target(3, 0.15), Target(2), Target(2, 0.125))] == [
        "3 at 15%",
        "2",
        "2 at 12.5%",
    ]
