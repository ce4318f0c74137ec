"""Whose number, whose name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.insight.same_person import could_be, phone_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+49 (170) 123-4567", "0170 1234567"),
        ("0049 170 1234567", "+491701234567"),
        ("+1 614-555-0100", "(614) 555 0100"),
        ("614.555.0100 x12", "614.555.0100 ext. 9"),
        ("614 555 0100;ext=3", "614 555 0100"),
        ("٠١٧٠١٢٣٤٥٦٧", "٠١٧٠ ١٢٣٤٥٦٧"),
    ],
)
def test_spellings_of_a_number_have_one_key(one, other):
    assert phone_key(one) == phone_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("614 555 0100", "614 555 0101"), ("0170 1234567", "0171 1234567")]
)
def test_two_numbers_have_two_keys(one, other):
    assert phone_key(one) != phone_key(other)


@pytest.mark.parametrize("number", ["", "4711", "ext. 5550100123", "call me", "+", "000000000000"])
def test_what_is_nobodys_own_number_has_none(number):
    assert phone_key(number) == ""


SAME = [
    ("Ada Okafor", "ada OKAFOR"),
    ("Ada", "Ada Okafor"),
    ("Ada Okafor", "Dr. Ada B. Okafor, PhD"),
    ("Okafor, Ada", "Ada Okafor"),
    ("A. Okafor", "Ada Okafor"),
    ("Zoë O’Neil", "Zoe O'Neil"),
]
OTHERS = [
    ("Ann Lee", "Bob Lee"),
    ("John Smith", "John Miller"),
    ("Ada Okafor", "Bo Able"),
    ("B. Okafor", "Ada Okafor"),
    ("", "Ada"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_that_could_be_one_persons(one, other):
    assert could_be(one, other) and could_be(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_names_that_are_not(one, other):
    assert not could_be(one, other) and not could_be(other, one)


def test_a_nickname_stands_for_a_first_name():
    assert not could_be("Raj Patel", "RJ Patel")
    assert could_be("Raj Patel", "RJ Patel", "RJ", None)
    assert could_be("Raj Patel", "RJ", "RJ")
    assert not could_be("Raj Patel", "RJ Able", "RJ")


@given(st.text(max_size=12), st.text(max_size=12))
def test_it_holds_both_ways_whatever_is_typed(one, other):
    assert could_be(one, other) == could_be(other, one)
    assert phone_key(one) == phone_key(one + " ")
