"""What people write for cadences and repeats, and days moved by them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import UsageError
from netlog.insight.dates import read_date
from netlog.insight.lengths import add_months, days_text, next_repeat, read_days, read_repeat

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2100-01-31", 1, "2100-02-28"),
        ("2000-01-31", 1, "2000-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-03-02", 0, "2026-03-02"),
    ],
)
def test_add_months_clips_to_the_end_of_the_month(day: str, months: int, moved: str) -> None:
    assert add_months(date.fromisoformat(day), months).isoformat() == moved


@given(days, st.integers(-1200, 1200))
def test_add_months_lands_in_that_month_on_that_day_or_its_last(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert moved.year * 12 + moved.month == day.year * 12 + day.month + months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("6w", 42),
        ("90d", 90),
        ("90", 90),
        ("2 months", 60),
        ("1y", 365),
        ("every 6 weeks", 42),
        ("Every week", 7),
        ("quarter", 90),
        ("a month", 30),
        ("daily", 1),
        ("weekly", 7),
        ("fortnightly", 14),
        ("biweekly", 14),
        ("monthly", 30),
        ("quarterly", 90),
        ("yearly", 365),
        ("10 years", 3650),
        ("none", 0),
        ("Never", 0),
        ("off", 0),
        ("0", 0),
    ],
)
def test_read_days_reads_a_cadence(text: str, length: int) -> None:
    assert read_days(text) == length


@pytest.mark.parametrize(
    "text", ["", "0d", "00", "-5", "+3d", "3651", "11y", "soon", "every", "1.5w", "am", "9" * 5000]
)
def test_read_days_refuses_what_is_no_cadence(text: str) -> None:
    with pytest.raises(UsageError, match="is not a cadence"):
        read_days(text)


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (0, "none"),
        (1, "1 day"),
        (10, "10 days"),
        (14, "2 weeks"),
        (42, "6 weeks"),
        (90, "3 months"),
        (365, "1 year"),
    ],
)
def test_days_text_shows_the_largest_whole_unit(length: int, text: str) -> None:
    assert days_text(length) == text


@given(st.integers(0, 3650))
def test_days_text_reads_back(length: int) -> None:
    assert read_days(days_text(length)) == length


@pytest.mark.parametrize(
    ("text", "repeat"),
    [
        ("every 2 weeks", "2w"),
        ("2w", "2w"),
        ("10 days", "10d"),
        ("daily", "1d"),
        ("weekly", "1w"),
        ("Fortnightly", "2w"),
        ("monthly", "1m"),
        ("every month", "1m"),
        ("quarterly", "3m"),
        ("every two quarters", "6m"),
        ("1y", "1y"),
    ],
)
def test_read_repeat_gives_the_canonical_form(text: str, repeat: str) -> None:
    assert read_repeat(text) == repeat
    assert read_repeat(repeat) == repeat


@pytest.mark.parametrize("text", ["", "2", "0w", "11 years", "none", "often", "every"])
def test_read_repeat_refuses_what_is_no_repeat(text: str) -> None:
    with pytest.raises(UsageError, match="is not a repeat"):
        read_repeat(text)


@pytest.mark.parametrize(
    ("repeat", "start", "after", "following"),
    [
        ("1m", "2026-01-31", "2026-01-31", "2026-02-28"),
        ("1m", "2026-01-31", "2026-02-28", "2026-03-31"),
        ("1m", "2026-01-31", "2026-03-30", "2026-03-31"),
        ("1y", "2024-02-29", "2027-06-01", "2028-02-29"),
        ("2w", "2026-03-02", "2026-03-02", "2026-03-16"),
        ("2w", "2026-03-02", "2026-03-15", "2026-03-16"),
        ("2w", "2026-03-02", "2026-03-16", "2026-03-30"),
        ("10d", "2026-03-02", "2026-01-01", "2026-03-12"),  # done early: the one after it, not itself again
    ],
)
def test_next_repeat_counts_from_the_start(repeat: str, start: str, after: str, following: str) -> None:
    read = next_repeat(repeat, date.fromisoformat(start), date.fromisoformat(after))
    assert read.isoformat() == following


@given(
    st.integers(1, 40),
    st.sampled_from("dwmy"),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.integers(-400, 2000),
)
def test_next_repeat_is_the_first_after(count: int, unit: str, start: date, days_later: int) -> None:
    after = start + timedelta(days=days_later)
    times = 1
    while (due := read_date(f"+{times * count}{unit}", start)) <= after:
        times += 1
    assert next_repeat(f"{count}{unit}", start, after) == due
