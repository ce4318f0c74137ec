"""What people write for days, ranges and birthdays, and what it means."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import UsageError
from netlog.insight.dates import days_between_text, read_birthday, read_date, read_range
from netlog.insight.periods import DEFAULT_TERMS, Term, period_at

MONDAY = date(2026, 3, 2)
FRAGMENTS = (
    *(
        " ",
        "..",
        "-",
        "+",
        "/",
        ",",
        "last ",
        "next ",
        "this ",
        "in ",
        " ago",
        "a ",
        "today",
        "fri",
        "mar",
        "feb",
    ),
    *(
        "0",
        "1",
        "3",
        "12",
        "29",
        "31",
        "99",
        "1900",
        "2026",
        "2200",
        "9999",
        "d",
        "w",
        "month",
        "year",
        "term",
    ),
    *("-02", "-W53", "-Q4", "spring ", "eot", "sow", " from now", "th", "\u0663", "\x00", "\ud800"),
)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


# One day, whatever the lean.
@pytest.mark.parametrize("lean", ["past", "future", "none"])
@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-03-02", "2026-03-02"),
        ("  2024-02-29 ", "2024-02-29"),
        ("12 Mar 2026", "2026-03-12"),
        ("12th march, 2026", "2026-03-12"),
        ("March  12, 2026", "2026-03-12"),
        ("SEPT 3 1999", "1999-09-03"),
        ("1 may 2026", "2026-05-01"),
        ("today", "2026-03-02"),
        ("Now", "2026-03-02"),
        ("yesterday", "2026-03-01"),
        ("tomorrow", "2026-03-03"),
        ("last fri", "2026-02-27"),
        ("last mon", "2026-02-23"),
        ("next monday", "2026-03-09"),
        ("next tues", "2026-03-03"),
        ("this mon", "2026-03-02"),
        ("this sunday", "2026-03-08"),
        ("last week", "2026-02-23"),
        ("last month", "2026-02-02"),
        ("last year", "2025-03-02"),
        ("next week", "2026-03-09"),
        ("next month", "2026-04-02"),
        ("next quarter", "2026-06-02"),
        ("next year", "2027-03-02"),
        ("+3d", "2026-03-05"),
        ("-2w", "2026-02-16"),
        ("+1m", "2026-04-02"),
        ("+1y", "2027-03-02"),
        ("+1q", "2026-06-02"),
        ("+ 10 days", "2026-03-12"),
        ("2 weeks ago", "2026-02-16"),
        ("a week ago", "2026-02-23"),
        ("3d ago", "2026-02-27"),
        ("in 3 weeks", "2026-03-23"),
        ("in a month", "2026-04-02"),
        ("in two years", "2028-03-02"),
        ("3 days from now", "2026-03-05"),
        ("six months from today", "2026-09-02"),
        ("sow", "2026-03-02"),
        ("eow", "2026-03-08"),
        ("som", "2026-03-01"),
        ("eom", "2026-03-31"),
        ("soq", "2026-01-01"),
        ("eoq", "2026-03-31"),
        ("soy", "2026-01-01"),
        ("EOY", "2026-12-31"),
        ("sot", "2026-01-01"),
        ("eot", "2026-05-31"),
    ],
)
def test_read_date_reads_what_lean_cannot_change(text: str, iso: str, lean: str) -> None:
    assert read_date(text, MONDAY, lean, terms=DEFAULT_TERMS).isoformat() == iso


@pytest.mark.parametrize(
    ("text", "past", "future", "none"),
    [
        ("12 mar", "2025-03-12", "2026-03-12", "2026-03-12"),
        ("Feb 20", "2026-02-20", "2027-02-20", "2026-02-20"),
        ("2 March", "2026-03-02", "2026-03-02", "2026-03-02"),
        ("31 Dec", "2025-12-31", "2026-12-31", "2025-12-31"),
        ("29 Feb", "2024-02-29", "2028-02-29", "2028-02-29"),
        ("fri", "2026-02-27", "2026-03-06", "2026-03-06"),
        ("Monday", "2026-03-02", "2026-03-02", "2026-03-02"),
        ("sun", "2026-03-01", "2026-03-08", "2026-03-08"),
    ],
)
def test_read_date_leans_where_the_text_leaves_it_open(text: str, past: str, future: str, none: str) -> None:
    read = [read_date(text, MONDAY, lean).isoformat() for lean in ("past", "future", "none")]
    assert read == [past, future, none]


def test_read_date_finds_the_leap_day_across_a_year_that_is_none() -> None:
    assert read_date("29 Feb", date(2100, 3, 1), "past") == date(2096, 2, 29)
    assert read_date("29 Feb", date(2096, 3, 1), "future") == date(2104, 2, 29)


def test_read_date_of_a_bare_length_follows_the_lean_or_asks() -> None:
    assert read_date("3d", MONDAY, "past") == date(2026, 2, 27)
    assert read_date("2 weeks", MONDAY, "future") == date(2026, 3, 16)
    with pytest.raises(UsageError) as error:
        read_date("3d", MONDAY)
    assert str(error.value) == "'3d' is not a date (ahead or ago? Write +3d or -3d)"


@pytest.mark.parametrize(
    ("today", "text", "iso"),
    [
        ("2026-01-31", "next month", "2026-02-28"),
        ("2024-02-29", "+1y", "2025-02-28"),
        ("2026-05-31", "last quarter", "2026-02-28"),
        ("2026-03-08", "eow", "2026-03-08"),
        ("2026-03-08", "next mon", "2026-03-09"),
        ("2026-03-07", "this fri", "2026-03-06"),
        ("2026-07-04", "eot", "2026-12-31"),  # between spring and fall: the one to come
        ("2026-07-04", "sot", "2026-08-15"),
    ],
)
def test_read_date_keeps_to_the_calendar_at_its_edges(today: str, text: str, iso: str) -> None:
    assert read_date(text, date.fromisoformat(today), terms=DEFAULT_TERMS).isoformat() == iso


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2027-02-29", "February 2027 has 28 days"),
        ("2026-04-31", "April 2026 has 30 days"),
        ("2026-13-01", "months go from 01 to 12"),
        ("1899-12-31", "years go from 1900 to 2200"),
        ("0000-01-01", "years go from 1900 to 2200"),
        ("+9999y", "years go from 1900 to 2200"),
        ("9999 months ago", "years go from 1900 to 2200"),
        ("31 Apr 2026", "that month is shorter"),
        ("30 feb", "that month is shorter"),
        ("29 Feb 2027", "that month is shorter"),
        ("3/4/2026", "write 2026-04-03 or 2026-03-04"),
        ("10.5.2026", "write 2026-05-10 or 2026-10-05"),
        ("5-5-2026", "write 2026-05-05"),
        ("13/4/2026", "write 2026-04-13"),
    ],
)
def test_read_date_says_why_a_day_is_none(text: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        read_date(text, MONDAY, "future")
    assert (error.value.message, error.value.hint) == (f"{text!r} is not a date", hint)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "12",
            "10",
            "Mar",
            "march 2026",
            "2026",
            "2026-03",
            "20260302",
            "12:30",
            "foo",
            "am",
            "and",
        ),
        *(
            "12 Mar 26",
            "Mar 12 26",
            "32 Mar",
            "0 Mar",
            "12 Mar 0026",
            "12 Mar 2026 10:00",
            "1 2 2026",
            "3/4/26",
        ),
        *(
            "fr",
            "last",
            "last term",
            "this month",
            "in 3 days ago",
            "+3d ago",
            "+3",
            "3 fortnights",
            "99/99/2026",
        ),
        *("2026-03-02T10:00", "\u0662\u0660\u0662\u0666-03-02", "2026-03-02..", "+99999d", "9" * 5000),
    ],
)
@pytest.mark.parametrize("lean", ["past", "future", "none"])
def test_read_date_refuses_what_it_would_have_to_guess(text: str, lean: str) -> None:
    with pytest.raises(UsageError, match="is not a date") as error:
        read_date(text, MONDAY, lean, terms=DEFAULT_TERMS)
    assert error.value.hint.startswith("try 2026-03-02")
    assert len(str(error.value)) < 200


def test_read_date_of_end_of_term_needs_terms() -> None:
    with pytest.raises(UsageError, match="there are no terms"):
        read_date("eot", MONDAY)


@given(days, days, st.sampled_from(["past", "future", "none"]))
def test_read_date_reads_back_every_day_as_written(day: date, today: date, lean: str) -> None:
    assert read_date(day.isoformat(), today, lean) == day
    for form in ("%d %b %Y", "%B %d, %Y", "%d %B, %Y", "%b %d %Y"):
        assert read_date(day.strftime(form), today, lean) == day


@given(
    days.filter(lambda day: 1910 < day.year < 2190), days.filter(lambda day: (day.month, day.day) != (2, 29))
)
def test_read_date_without_a_year_keeps_the_side_it_leans_to(today: date, day: date) -> None:
    past, future, near = (read_date(f"{day:%d %b}", today, lean) for lean in ("past", "future", "none"))
    assert {(read.month, read.day) for read in (past, future, near)} == {(day.month, day.day)}
    assert past <= today <= future
    assert max(today - past, future - today) <= timedelta(days=366)
    assert abs(near - today) == min(today - past, future - today)


@given(
    st.text(max_size=20) | st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join),
    st.sampled_from(["past", "future", "none"]),
)
def test_read_date_and_read_range_know_the_years_they_know_or_refuse(text: str, lean: str) -> None:
    # Any other exception than UsageError fails this test.
    with suppress(UsageError):
        assert 1900 <= read_date(text, MONDAY, lean, terms=DEFAULT_TERMS).year <= 2200
    with suppress(UsageError):
        first, last = read_range(text, MONDAY, lean, DEFAULT_TERMS)
        assert first or last
        assert (first or MONDAY).year >= 1900 and (last or MONDAY).year <= 2200
        assert not (first and last) or first <= last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03-02", "2026-03-02", "2026-03-02"),
        ("fri", "2026-02-27", "2026-02-27"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2025-q4", "2025-10-01", "2025-12-31"),
        ("2026-W10", "2026-03-02", "2026-03-08"),
        ("Spring 2026", "2026-01-01", "2026-05-31"),
        ("Mar 2026", "2026-03-01", "2026-03-31"),
        ("march 2026", "2026-03-01", "2026-03-31"),
        ("this week", "2026-03-02", "2026-03-08"),
        ("this month", "2026-03-01", "2026-03-31"),
        ("this quarter", "2026-01-01", "2026-03-31"),
        ("this term", "2026-01-01", "2026-05-31"),
        ("this year", "2026-01-01", "2026-12-31"),
        ("last week", "2026-02-23", "2026-03-01"),
        ("last month", "2026-02-01", "2026-02-28"),
        ("last quarter", "2025-10-01", "2025-12-31"),
        ("last term", "2025-08-15", "2025-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("next month", "2026-04-01", "2026-04-30"),
        ("next term", "2026-08-15", "2026-12-31"),
        ("last 3 months", "2025-12-02", "2026-03-02"),
        ("past 30 days", "2026-01-31", "2026-03-02"),
        ("next 2 weeks", "2026-03-02", "2026-03-16"),
        ("2026-01-05..2026-02-01", "2026-01-05", "2026-02-01"),
        ("2026-01-05 .. today", "2026-01-05", "2026-03-02"),
        ("2026-01..2026-02", "2026-01-01", "2026-02-28"),
        ("2026-01..", "2026-01-01", None),
        ("..2026-01", None, "2026-01-31"),
        ("2025..2026-Q1", "2025-01-01", "2026-03-31"),
        ("last month..yesterday", "2026-02-01", "2026-03-01"),
        ("last 3 months..", "2025-12-02", None),
        ("-2w..today", "2026-02-16", "2026-03-02"),
        ("2w..", "2026-02-16", None),
    ],
)
def test_read_range_gives_both_days_included(text: str, first: str | None, last: str | None) -> None:
    read = read_range(text, MONDAY, "past", DEFAULT_TERMS)
    assert tuple(day and day.isoformat() for day in read) == (first, last)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("2026-03-02..2026-03-01", "'2026-03-02..2026-03-01' ends before it starts"),
        ("today..last month", "'today..last month' ends before it starts"),
        ("..", "'..' is not a range of dates (try 2026-01"),
        ("", "'' is not a range of dates (try 2026-01"),
        ("2026-13", "'2026-13' is not a range of dates (try 2026-01"),
        ("2025-W53", "'2025-W53' is not a range of dates (try 2026-01"),
        ("2026-Q5", "'2026-Q5' is not a range of dates (try 2026-01"),
        ("2026-W00", "'2026-W00' is not a range of dates (try 2026-01"),
        ("2201", "'2201' is not a range of dates (try 2026-01"),
        ("1..2..3", "'1..2..3' is not a range of dates (try 2026-01"),
        ("winter 2026", "'winter 2026' is not a range of dates (try 2026-01"),
        ("2026-02-30..", "'2026-02-30..' is not a range of dates (February 2026 has 28 days)"),
        ("last 999 years", "'last 999 years' is not a range of dates (years go"),
        ("next 999 years", "'next 999 years' is not a range of dates (years go"),
        ("3/4/2026..", "'3/4/2026..' is not a range of dates (write 2026-04-03 or 2026-03-04)"),
    ],
)
def test_read_range_refuses_in_one_line(text: str, error: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_range(text, MONDAY, "past", DEFAULT_TERMS)
    assert str(refused.value).startswith(error)


def test_read_range_stays_within_its_years() -> None:
    with pytest.raises(UsageError, match="years go from 1900 to 2200"):
        read_range("this term", date(1900, 1, 3), terms=[Term("winter", "12-01", "02-29")])


def test_read_range_between_terms_knows_the_ones_around() -> None:
    july = date(2026, 7, 4)
    assert read_range("last term", july, terms=DEFAULT_TERMS) == (date(2026, 1, 1), date(2026, 5, 31))
    assert read_range("next term", july, terms=DEFAULT_TERMS) == (date(2026, 8, 15), date(2026, 12, 31))
    with pytest.raises(UsageError, match="today is between two terms"):
        read_range("this term", july, terms=DEFAULT_TERMS)


@given(days, st.sampled_from(["week", "month", "quarter", "term", "year"]))
def test_read_range_reads_the_label_of_every_period(day: date, per: str) -> None:
    terms = (Term("winter", "11-15", "02-29"), Term("Long summer", "04-01", "09-30"))
    period = period_at(per, day, terms)
    if period and period.starts_on.year >= 1900 and period.ends_on.year <= 2200:
        assert read_range(period.label, MONDAY, terms=terms) == (period.starts_on, period.ends_on)


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("1990-04-12", "1990-04-12"),
        ("12 Apr 1990", "1990-04-12"),
        ("April 12, 1990", "1990-04-12"),
        ("--04-12", "--04-12"),
        ("04-12", "--04-12"),
        ("12 Apr", "--04-12"),
        ("apr 12", "--04-12"),
        ("02-29", "--02-29"),
        ("29 Feb", "--02-29"),
        ("2000-02-29", "2000-02-29"),
    ],
)
def test_read_birthday_keeps_an_unknown_year_unknown(text: str, birthday: str) -> None:
    assert read_birthday(text) == birthday
    assert read_birthday(birthday) == birthday


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1990",
        "04-31",
        "13-01",
        "1999-02-29",
        "29 Feb 1999",
        "1850-01-01",
        "4/12/1990",
        "today",
        "12 Apr 90",
    ],
)
def test_read_birthday_refuses_what_is_no_birthday(text: str) -> None:
    with pytest.raises(UsageError, match="is not a birthday"):
        read_birthday(text)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2026-03-02", "today"),
        ("2026-03-01", "yesterday"),
        ("2026-03-03", "tomorrow"),
        ("2026-03-05", "in 3 days"),
        ("2026-02-27", "3 days ago"),
        ("2026-02-17", "13 days ago"),
        ("2026-02-16", "2 weeks ago"),
        ("2026-01-03", "8 weeks ago"),
        ("2026-01-02", "2 months ago"),
        ("2025-10-02", "5 months ago"),
        ("2025-03-02", "12 months ago"),
        ("2024-03-03", "23 months ago"),
        ("2024-03-02", "2 years ago"),
        ("2026-05-01", "in 8 weeks"),
        ("2026-05-02", "in 2 months"),
        ("2029-03-01", "in 2 years"),
    ],
)
def test_days_between_text_is_humane(day: str, text: str) -> None:
    assert days_between_text(date.fromisoformat(day), MONDAY) == text
