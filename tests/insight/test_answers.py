"""One key for each of several answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.answers import keys


@pytest.mark.parametrize(
    ("words", "taken", "found"),
    [
        (("inner", "close", "loose"), "tasq", {"i": "inner", "c": "close", "l": "loose"}),
        (("core", "close"), "", {"c": "core", "l": "close"}),
        (("at", "A", "!"), "t", {"a": "at", "1": "A", "2": "!"}),
        ((), "tasq", {}),
    ],
)
def test_by_hand(words, taken, found):
    assert keys(words, taken) == found


@given(st.lists(st.text(min_size=1), unique=True), st.text(alphabet="tasq"))
def test_every_word_has_a_key_of_its_own_that_is_free(words, taken):
    found = keys(words, taken)
    assert list(found.values()) == words
    assert not set(found) & set(taken) and all(key and key == key.casefold() for key in found)
