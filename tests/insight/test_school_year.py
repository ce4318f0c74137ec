"""The school or business year of a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight.periods import DEFAULT_TERMS, Period, Term
from netlog.insight.school_year import last_year, school_year

QUARTERS = tuple(
    Term(name, starts, ends)
    for name, starts, ends in (
        *(("Q1", "01-01", "03-31"), ("Q2", "04-01", "06-30")),
        *(("Q3", "07-01", "09-30"), ("Q4", "10-01", "12-31")),
    )
)


@pytest.mark.parametrize(
    ("today", "label", "first", "last"),
    [
        ("2026-03-02", "2025-26", "2025-08-15", "2026-08-14"),
        ("2026-08-14", "2025-26", "2025-08-15", "2026-08-14"),  # the summer is of the year before it
        ("2026-08-15", "2026-27", "2026-08-15", "2027-08-14"),
    ],
)
def test_it_begins_with_the_term_that_is_listed_first(today, label, first, last):
    found = school_year(date.fromisoformat(today), DEFAULT_TERMS)
    assert found == Period(label, date.fromisoformat(first), date.fromisoformat(last))


def test_a_business_year_of_quarters_is_the_calendars():
    assert school_year(date(2028, 2, 29), QUARTERS) == Period("2028", date(2028, 1, 1), date(2028, 12, 31))


def test_a_term_with_dates_of_its_own_moves_the_year():
    terms = (*DEFAULT_TERMS, Term("fall", "2026-08-20", "2026-12-18"))
    assert school_year(date(2026, 3, 2), terms) == Period("2025-26", date(2025, 8, 15), date(2026, 8, 19))
    named = (Term("autumn 2025", "2025-09-01", "2025-12-15"),)
    assert school_year(date(2026, 3, 2), named) == Period("2025-26", date(2025, 9, 1), date(2026, 8, 31))


def test_without_terms_or_long_after_the_last_there_is_none():
    assert school_year(date(2026, 3, 2), ()) is None
    assert school_year(date(2028, 3, 2), (Term("fall", "2025-08-20", "2025-12-18"),)) is None


def test_the_last_twelve_months_have_today_in_them():
    assert last_year(date(2026, 3, 2))[1:] == (date(2025, 3, 3), date(2026, 3, 2))
    assert last_year(date(2028, 2, 29))[1:] == (date(2027, 3, 1), date(2028, 2, 29))


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.sampled_from([DEFAULT_TERMS, QUARTERS]))
@settings(max_examples=60)
def test_years_follow_each_other(today, terms):
    year = school_year(today, terms)
    assert year and year.starts_on <= today <= year.ends_on
    after = school_year(year.ends_on + timedelta(days=1), terms)
    assert after and after.starts_on == year.ends_on + timedelta(days=1)
