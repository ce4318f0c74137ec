"""Which entries fit into the minutes there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.budget import fitting


@pytest.mark.parametrize(
    ("needs", "given", "fits"),
    [
        ([5, 5, 5], 11, [True, True, False]),
        ([10, 5, 2], 8, [False, True, True]),
        ([5], 5, [True]),
        ([5], 4, [False]),
        ([], 20, []),
    ],
)
def test_the_first_go_first_and_smaller_ones_fill_what_is_left(needs, given, fits):
    assert fitting(needs, given) == fits


@given(st.lists(st.integers(1, 60), max_size=30), st.integers(1, 300))
def test_what_fits_never_takes_more_and_nothing_that_would_fit_is_left(needs, given):
    fits = fitting(needs, given)
    taken = sum(need for need, fit in zip(needs, fits, strict=True) if fit)
    assert taken <= given
    assert all(need > given - taken for need, fit in zip(needs, fits, strict=True) if not fit)
