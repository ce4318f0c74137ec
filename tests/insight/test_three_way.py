"""Three versions of one fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.three_way import CLASH, KEEP, TAKE, listed, settled

VALUES = st.sampled_from(["", "a", "A", "b", "c"])
ITEMS = st.lists(st.sampled_from(["a", "b", "c", "d:1", "d:2"]), max_size=4, unique_by=lambda one: one[0])


def merged(before, ours, theirs):
    return listed({one[0]: one for one in before}, ours, theirs, key=lambda one: one[0], text=lambda one: one)


@pytest.mark.parametrize(
    ("before", "ours", "theirs", "verdict"),
    [
        ("", "", "new", TAKE),
        ("old", "old", "new", TAKE),
        ("old", "mine", "old", KEEP),
        ("old", "mine", "", KEEP),
        ("old", "mine", "new", CLASH),
        ("old", "", "new", CLASH),  # it was taken out by hand
        ("old", "", "old", KEEP),
        ("", "mine", "theirs", CLASH),
        ("", "mine", "MINE", KEEP),
        ("mine", "mine", "MINE", TAKE),
        (None, 0, 1, TAKE),
    ],
)
def test_one_value(before, ours, theirs, verdict):
    assert settled(before, ours, theirs) == verdict


@pytest.mark.parametrize(
    ("before", "ours", "theirs", "after"),
    [
        (["a"], ["a"], ["a", "b"], ["a", "b"]),
        (["a", "b"], ["a", "b"], ["b"], ["b"]),
        (["a"], ["a"], ["b"], ["b"]),
        (["a"], ["a"], [], ["a"]),
        (["a"], [], ["a", "b"], ["b"]),  # what was taken out by hand does not come back
        (["a"], ["a", "c"], ["b"], ["c", "b"]),
        (["d:1"], ["d:1"], ["d:2"], ["d:2"]),
        (["d:1"], ["d:mine"], ["d:2"], ["d:mine"]),
        (["d:1"], ["d:mine"], ["a"], ["d:mine", "a"]),
        ([], ["d:mine"], ["d:1"], ["d:mine"]),
    ],
)
def test_several_values(before, ours, theirs, after):
    assert merged(before, ours, theirs) == after


@given(VALUES, VALUES)
def test_what_a_file_says_again_changes_nothing(ours, theirs):
    assert settled(theirs, ours, theirs) == KEEP


@given(ITEMS, ITEMS, ITEMS)
def test_lists_settle_at_once(before, ours, theirs):
    after = merged(before, ours, theirs)
    assert merged(theirs or before, after, theirs) == after
    assert len({one[0] for one in after}) == len(after)
    assert {one for one in ours if one not in before} <= set(after), "what was added by hand stays"
