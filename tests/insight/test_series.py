"""Series: which periods are counted and how far; averages, differences, ratios, labels."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.errors import UsageError
from netlog.insight import series
from netlog.insight.periods import DEFAULT_TERMS, Term
from netlog.insight.series import Slot

TODAY = date(2026, 3, 2)  # a Monday
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
PERS = st.sampled_from(["week", "month", "quarter", "year"])


def day(text):
    return date.fromisoformat(text)


def test_the_last_twelve_are_those_up_to_the_one_that_is_running():
    slots = series.latest("month", TODAY)
    assert [one.label for one in slots] == [
        *(f"2025-{month:02}" for month in range(4, 13)),
        *("2026-01", "2026-02", "2026-03"),
    ]
    assert [one.partial for one in slots] == [False] * 11 + [True]
    assert slots[-1].ends_on == day("2026-03-31") and slots[-2].ends_on == day("2026-02-28")


def test_a_period_is_not_over_on_its_last_day():
    assert series.latest("month", day("2026-02-28"))[-1].partial
    assert not series.latest("month", day("2026-03-01"))[-2].partial


@pytest.mark.parametrize(
    ("today", "last"),
    [
        ("2026-12-31", "2026-W53"),  # 2026 has 53 weeks
        ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"),
        ("2024-12-30", "2025-W01"),  # a week is of the year that its Thursday is in
    ],
)
def test_weeks_are_those_of_iso(today, last):
    slots = series.latest("week", day(today))
    assert (len(slots), slots[-1].label) == (12, last)
    assert {one.starts_on.weekday() for one in slots} == {0}
    assert all(one.days == 7 for one in slots)


def test_between_terms_the_last_is_the_one_that_is_over():
    slots = series.latest("term", day("2026-07-01"), DEFAULT_TERMS)
    assert (len(slots), slots[-1].label, slots[-1].partial) == (12, "spring 2026", False)
    assert slots[-2].label == "fall 2025"


def test_a_calendar_without_terms_so_far_is_refused():
    coming = (Term("fall", "2026-08-17", "2026-12-18"),)
    with pytest.raises(UsageError, match="no term in the past"):
        series.latest("term", TODAY, coming)


def test_the_outer_periods_are_cut_to_the_range():
    slots = series.between("month", day("2026-01-10"), day("2026-02-20"), TODAY)
    assert slots == [
        Slot("2026-01", day("2026-01-10"), day("2026-01-31"), True),
        Slot("2026-02", day("2026-02-01"), day("2026-02-20"), True),
    ]
    assert not series.between("month", day("2026-01-01"), day("2026-01-31"), TODAY)[0].partial


def test_february_of_a_leap_year_has_its_day():
    (slot,) = series.between("month", day("2028-02-01"), day("2028-02-29"), day("2028-05-01"))
    assert (slot.days, slot.partial) == (29, False)


@given(DAYS, st.integers(0, 900), PERS)
@settings(max_examples=60)
def test_cut_periods_are_the_range_without_gap_or_overlap(first, length, per):
    last = first + timedelta(days=length)
    slots = series.between(per, first, last, TODAY)
    assert (slots[0].starts_on, slots[-1].ends_on) == (first, last)
    assert sum(one.days for one in slots) == length + 1
    for one, other in pairwise(slots):
        assert other.starts_on == one.ends_on + timedelta(days=1)


def test_too_many_periods_are_refused_before_they_are_made():
    with pytest.raises(UsageError, match="more than 1,100 weeks"):
        series.between("week", day("1950-01-01"), TODAY, TODAY)
    assert len(series.between("year", day("1900-01-01"), TODAY, TODAY)) == 127


def slots(*partial):
    return [Slot(str(place), TODAY, TODAY, one) for place, one in enumerate(partial)]


def test_an_average_is_of_whole_periods_since_there_was_anything():
    assert series.average([0, 0, 4, 6, 99], slots(False, False, False, False, True), 2) == 5.0
    assert series.average([0, 0, 4, 6, 99], slots(False, False, False, False, True)) == 2.5
    assert series.average([3], slots(True)) == 3.0, "where none is whole, of what there is"
    assert series.average([None, 50.0, 75.5], slots(False, False, False)) == 62.8
    assert series.average([None], slots(False)) is None


def test_the_first_period_used_is_that_of_any_series():
    assert series.first_used([[0, 0, 2], [0, 1, 0]]) == 1
    assert series.first_used([[0, 0], [0, 0]]) == 0


def test_differences_and_ratios():
    assert (series.difference(7, 4), series.ratio(7, 4)) == (3, 1.75)
    assert (series.difference(3, 0), series.ratio(3, 0)) == (3, None)
    assert (series.difference(None, 4), series.ratio(None, 4), series.ratio(0, 4)) == (None, None, 0.0)


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2026-01-01", "2026-01-31", "2026-01"),
        ("2026-01-01", "2026-03-31", "2026-Q1"),
        ("2026-01-01", "2026-05-31", "spring 2026"),
        ("2024-12-30", "2025-01-05", "2025-W01"),
        ("2026-01-01", "2026-12-31", "2026"),
        ("2026-01-02", "2026-01-31", "2026-01-02..2026-01-31"),
        ("2026-01-02", "2026-01-02", "2026-01-02"),
    ],
)
def test_a_range_is_called_by_the_period_that_it_is(first, last, label):
    assert series.labelled(day(first), day(last), DEFAULT_TERMS) == label
