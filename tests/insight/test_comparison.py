"""Two stretches of time: what the other one is, and up to which day both are counted."""

from datetime import date

import pytest

from netlog.errors import UsageError
from netlog.insight import comparison
from netlog.insight.periods import DEFAULT_TERMS

TODAY = date(2026, 3, 2)


def span(first, last):
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("2026-02-01", "2026-02-28"), ("2026-01-01", "2026-01-31")),
        (("2026-01-01", "2026-03-31"), ("2025-10-01", "2025-12-31")),
        (("2026-01-01", "2026-05-31"), ("2025-08-15", "2025-12-31")),  # the term before
        (("2025-08-15", "2025-12-31"), ("2025-01-01", "2025-05-31")),  # over the gap of a summer
        (("2026-01-10", "2026-01-19"), ("2025-12-31", "2026-01-09")),  # no period: as many days
    ],
)
def test_what_one_range_is_compared_with(one, other):
    assert comparison.before(span(*one), DEFAULT_TERMS) == span(*other)


def test_both_are_counted_to_the_same_day_where_one_is_running():
    one, other = comparison.sides(span("2026-01-01", "2026-03-31"), span("2025-01-01", "2025-03-31"), TODAY)
    assert (one.label, one.ends_on, one.days, one.partial) == ("2026-Q1", TODAY, 61, True)
    assert (other.label, other.ends_on, other.days) == ("2025-Q1", date(2025, 3, 2), 61)
    other, one = comparison.sides(span("2025-01-01", "2025-03-31"), span("2026-01-01", "2026-03-31"), TODAY)
    assert (one.days, other.days) == (61, 61), "whichever comes first"


def test_a_shorter_one_is_counted_to_its_end():
    today = date(2026, 3, 31)
    one, other = comparison.sides(span("2026-03-01", "2026-04-30"), span("2026-02-01", "2026-02-28"), today)
    assert (one.days, other.days, other.partial) == (31, 28, False)


def test_what_is_over_is_counted_whole():
    sides = comparison.sides(span("2026-02-01", "2026-02-28"), span("2024-02-01", "2024-02-29"), TODAY)
    assert [(one.days, one.partial) for one in sides] == [(28, False), (29, False)]


def test_what_ends_today_is_over():
    sides = comparison.sides(span("2026-03-01", "2026-03-02"), span("2026-02-01", "2026-02-28"), TODAY)
    assert [(one.days, one.partial) for one in sides] == [(2, False), (28, False)]


def test_of_two_that_are_running_the_one_that_began_last_counts():
    sides = comparison.sides(span("2026-01-01", "2026-12-31"), span("2026-03-01", "2026-03-31"), TODAY)
    assert [(one.days, one.partial) for one in sides] == [(2, True), (2, True)]


def test_what_is_to_come_is_refused():
    with pytest.raises(UsageError, match="2026-Q2 is still to come"):
        comparison.sides(span("2026-04-01", "2026-06-30"), span("2025-04-01", "2025-06-30"), TODAY)


def test_between_terms_none_is_running():
    assert comparison.running("month", TODAY) == span("2026-03-01", "2026-03-31")
    with pytest.raises(UsageError, match="in no term"):
        comparison.running("term", date(2026, 7, 1), DEFAULT_TERMS)
