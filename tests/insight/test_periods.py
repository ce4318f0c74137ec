"""Weeks, months, quarters, years and terms: where each begins, ends and goes on."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import UsageError
from netlog.insight.periods import (
    DEFAULT_TERMS,
    Period,
    Term,
    following,
    period_at,
    period_from,
    period_named,
    periods_between,
    previous,
    read_terms,
)
from netlog.vocabulary import PERIODS

DAY = timedelta(days=1)
NORTHERN_WINTER = (Term("winter", "11-01", "02-29"), Term("summer", "03-01", "10-31"))
DATED = (
    *DEFAULT_TERMS,
    Term("fall", "2026-08-24", "2027-01-15"),  # spring 2027 begins late too
    Term("spring", "2027-01-25", "2027-06-10"),
    Term("summer school 2028", "2028-06-10", "2028-07-20"),
)
days = st.dates(date(1901, 1, 1), date(2199, 12, 31))
calendar_periods = st.sampled_from([per for per in PERIODS if per != "term"])


@pytest.mark.parametrize(
    ("per", "day", "label", "starts_on", "ends_on"),
    [
        ("week", "2026-03-02", "2026-W10", "2026-03-02", "2026-03-08"),
        ("week", "2026-03-08", "2026-W10", "2026-03-02", "2026-03-08"),
        ("week", "2027-01-01", "2026-W53", "2026-12-28", "2027-01-03"),
        ("week", "2024-12-31", "2025-W01", "2024-12-30", "2025-01-05"),
        ("month", "2026-03-31", "2026-03", "2026-03-01", "2026-03-31"),
        ("month", "2024-02-01", "2024-02", "2024-02-01", "2024-02-29"),
        ("month", "2026-12-31", "2026-12", "2026-12-01", "2026-12-31"),
        ("quarter", "2026-03-31", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("quarter", "2026-11-15", "2026-Q4", "2026-10-01", "2026-12-31"),
        ("year", "2026-07-04", "2026", "2026-01-01", "2026-12-31"),
        ("term", "2026-03-02", "spring 2026", "2026-01-01", "2026-05-31"),
        ("term", "2026-08-15", "fall 2026", "2026-08-15", "2026-12-31"),
    ],
)
def test_period_at_names_and_bounds_the_period(
    per: str, day: str, label: str, starts_on: str, ends_on: str
) -> None:
    period = Period(label, date.fromisoformat(starts_on), date.fromisoformat(ends_on))
    assert period_at(per, date.fromisoformat(day), DEFAULT_TERMS) == period


@pytest.mark.parametrize(
    ("day", "ends_on"),
    [("2023-11-01", "2024-02-29"), ("2024-02-29", "2024-02-29"), ("2025-01-15", "2025-02-28")],
)
def test_period_at_spans_new_year_to_the_end_of_any_february(day: str, ends_on: str) -> None:
    period = period_at("term", date.fromisoformat(day), NORTHERN_WINTER)
    assert period is not None
    ends = date.fromisoformat(ends_on)
    assert period == Period(f"winter {ends.year - 1}-{ends:%y}", date(ends.year - 1, 11, 1), ends)


def test_period_at_knows_a_term_of_one_day() -> None:
    fair = period_from("term", date(2026, 3, 2), (Term("fair", "05-01", "05-01"),))
    assert fair == Period("fair 2026", date(2026, 5, 1), date(2026, 5, 1))


def test_days_with_a_year_stand_in_for_the_term_of_the_same_name() -> None:
    found = [one.label for one in periods_between("term", date(2026, 6, 1), date(2028, 8, 1), DATED)]
    assert found == ["fall 2026-27", "spring 2027", "fall 2027", "spring 2028", "summer school 2028"]
    assert read_terms([term._asdict() for term in DATED]) == DATED
    assert period_from("term", date(2027, 1, 20), DATED).starts_on == date(2027, 1, 25)


def test_period_at_is_none_between_terms_and_without_terms() -> None:
    assert period_at("term", date(2026, 7, 4), DEFAULT_TERMS) is None
    assert period_at("term", date(2026, 3, 2)) is None


def test_period_from_gives_the_term_to_come_in_a_gap() -> None:
    july = period_from("term", date(2026, 7, 4), DEFAULT_TERMS)
    assert july.label == "fall 2026"
    assert period_from("term", date(2026, 5, 31), DEFAULT_TERMS).label == "spring 2026"
    assert period_from("month", date(2026, 7, 4)).label == "2026-07"


def test_terms_follow_each_other_across_gaps_and_new_year() -> None:
    fall = period_from("term", date(2026, 9, 1), DEFAULT_TERMS)
    assert following("term", fall, DEFAULT_TERMS).label == "spring 2027"
    assert previous("term", fall, DEFAULT_TERMS).label == "spring 2026"
    once_a_year = (Term("summer school", "07-01", "07-31"),)
    summer = period_from("term", date(2026, 8, 1), once_a_year)
    assert [summer.label, previous("term", summer, once_a_year).label] == [
        "summer school 2027",
        "summer school 2026",
    ]


@pytest.mark.parametrize("step", [previous, following])
def test_terms_that_are_gone_are_an_error_not_a_crash(step: object) -> None:
    assert callable(step)
    with pytest.raises(UsageError, match="there are no terms"):
        step("term", Period("fall 2026", date(2026, 8, 15), date(2026, 12, 31)))


@given(calendar_periods, days)
def test_periods_tile_the_calendar(per: str, day: date) -> None:
    period = period_at(per, day)
    assert period is not None
    assert period.starts_on <= day <= period.ends_on
    assert following(per, period).starts_on == period.ends_on + DAY
    assert previous(per, period).ends_on == period.starts_on - DAY
    assert period_at(per, period.starts_on) == period_at(per, period.ends_on) == period
    assert following(per, period).label != period.label


@given(st.sampled_from(PERIODS), days, st.sampled_from([DEFAULT_TERMS, NORTHERN_WINTER, DATED]))
def test_previous_undoes_following(per: str, day: date, terms: tuple[Term, ...]) -> None:
    period = period_from(per, day, terms)
    assert previous(per, following(per, period, terms), terms) == period
    assert following(per, previous(per, period, terms), terms) == period


@given(st.sampled_from(PERIODS), days, st.sampled_from([DEFAULT_TERMS, NORTHERN_WINTER, DATED]))
def test_period_named_reads_every_label_back(per: str, day: date, terms: tuple[Term, ...]) -> None:
    period = period_from(per, day, terms)
    assert period_named(period.label.upper(), terms) == period


@pytest.mark.parametrize(
    "label",
    ["", "2026-13", "2026-00", "2026-Q5", "2025-W53", "2026-W00", "1899", "2201", "fall", "fall 26", "26"],
)
def test_period_named_knows_no_other_labels(label: str) -> None:
    assert period_named(label, DEFAULT_TERMS) is None


def test_period_named_knows_no_term_without_terms() -> None:
    assert period_named("spring 2026") is None


def test_periods_between_touch_the_days_given() -> None:
    def labels(per: str, first: date, last: date) -> list[str]:
        return [period.label for period in periods_between(per, first, last, DEFAULT_TERMS)]

    assert labels("month", date(2025, 12, 31), date(2026, 2, 1)) == ["2025-12", "2026-01", "2026-02"]
    assert labels("quarter", date(2026, 4, 1), date(2026, 6, 30)) == ["2026-Q2"]
    assert labels("term", date(2025, 7, 1), date(2026, 1, 1)) == ["fall 2025", "spring 2026"]
    assert labels("term", date(2026, 6, 1), date(2026, 8, 14)) == []
    assert labels("year", date(2026, 1, 2), date(2026, 1, 1)) == ["2026"]
    assert periods_between("term", date(2026, 1, 1), date(2026, 12, 31)) == []


@given(calendar_periods, days, st.integers(0, 800))
def test_periods_between_cover_each_day_once(per: str, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    periods = periods_between(per, first, last)
    assert periods[0].starts_on <= first <= periods[0].ends_on
    assert periods[-1].starts_on <= last <= periods[-1].ends_on
    assert all(b.starts_on == a.ends_on + DAY for a, b in pairwise(periods))


def test_read_terms_reads_both_spellings_in_the_order_given() -> None:
    entries = [
        {"name": " Fall  term", "starts": "08-15", "ends": "12-31"},
        {"name": "winter", "start": "01-01", "end": "02-29"},
    ]
    assert read_terms(entries) == (Term("Fall term", "08-15", "12-31"), Term("winter", "01-01", "02-29"))
    assert read_terms([term._asdict() for term in DEFAULT_TERMS]) == DEFAULT_TERMS
    assert read_terms([]) == ()


def _term(name: str, starts: object, ends: object) -> dict[str, object]:
    return {"name": name, "starts": starts, "ends": ends}


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([{"starts": "08-15", "ends": "12-31"}], "a term has no name"),
        ([_term("  ", "08-15", "12-31")], "a term has no name"),
        ([{"name": "fall", "starts": "08-15"}], "'ends' of the term 'fall' is missing"),
        (
            [_term("fall", "02-30", "12-31")],
            "'starts' of the term 'fall' is '02-30', which is not a day of the year",
        ),
        (
            [_term("fall", "8-15", "12-31")],
            "'starts' of the term 'fall' is '8-15', which is not a day of the year",
        ),
        ([_term("fall", "08-15", 1231)], "'ends' of the term 'fall' is 1231, which is not a day of the year"),
        ([_term("leap", "02-29", "03-31")], "the term 'leap' starts on a day that most years lack"),
        ([_term("Fall", "01-01", "03-31"), _term("FALL", "05-01", "06-30")], "two terms are named 'Fall'"),
        ([_term("a", "01-01", "03-31"), _term("b", "03-31", "06-30")], "the terms 'a' and 'b' overlap"),
        ([_term("a", "01-15", "03-31"), _term("b", "10-01", "01-15")], "the terms 'b' and 'a' overlap"),
        (
            [_term("all year", "01-01", "12-31"), _term("b", "05-01", "05-01")],
            "the terms 'all year' and 'b' overlap",
        ),
    ],
)
def test_read_terms_says_what_is_wrong(entries: list[dict[str, object]], message: str) -> None:
    with pytest.raises(UsageError) as error:
        read_terms(entries)
    assert error.value.message == message
    assert error.value.hint
