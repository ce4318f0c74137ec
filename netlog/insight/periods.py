"""Weeks, months, quarters, years and the user's own terms: the spans that goals and reviews count over."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from netlog.errors import UsageError

YEAR = r"(?:19\d\d|2[01]\d\d|2200)"  # a pattern: the years that a date may have
_DAY = timedelta(days=1)
_TERM_HINT = 'as in name = "fall", starts = "08-15", ends = "12-31"'


class Term(NamedTuple):
    """A stretch of every year, both days included, as MM-DD; one that ends before it starts spans new year.

    `02-29` is an end only, and means the last day of February.
    """

    name: str
    starts: str
    ends: str


DEFAULT_TERMS = (Term("fall", "08-15", "12-31"), Term("spring", "01-01", "05-31"))


class Period(NamedTuple):
    """A span of days, both ends included.

    Labels: 2026-W10, 2026-03, 2026-Q1, 2026, spring 2026, and winter 2025-26 for one that spans new year.
    """

    label: str
    starts_on: date
    ends_on: date


def period_at(per: str, day: date, terms: Sequence[Term] = ()) -> Period | None:
    """The `per` (one of vocabulary.PERIODS) that `day` is in; None for a term when it is in none."""
    if per != "term":
        return _calendar(per, day)
    if not terms:
        return None
    return next(
        (term for term in _terms_around(day.year, terms) if term.starts_on <= day <= term.ends_on), None
    )


def period_from(per: str, day: date, terms: Sequence[Term] = ()) -> Period:
    """The `per` that `day` is in or, between two terms, the next one. UsageError when there are no terms."""
    if per != "term":
        return _calendar(per, day)
    return next(term for term in _terms_around(day.year, terms) if term.ends_on >= day)


def previous(per: str, period: Period, terms: Sequence[Term] = ()) -> Period:
    """The `per` before `period`: whatever gap lies between two terms. UsageError when there are no terms."""
    if per != "term":
        return _calendar(per, period.starts_on - _DAY)
    around = _terms_around(period.starts_on.year, terms)
    return next(term for term in reversed(around) if term.ends_on < period.starts_on)


def following(per: str, period: Period, terms: Sequence[Term] = ()) -> Period:
    """The `per` after `period`: whatever gap lies between two terms. UsageError when there are no terms."""
    return period_from(per, period.ends_on + _DAY, terms)


def periods_between(per: str, first: date, last: date, terms: Sequence[Term] = ()) -> list[Period]:
    """Every `per` with a day in `first`..`last`, in order; the outer ones may reach beyond it."""
    periods: list[Period] = []
    if per == "term" and not terms:
        return periods
    period = period_from(per, first, terms)
    while period.starts_on <= last:
        periods.append(period)
        period = following(per, period, terms)
    return periods


def period_named(label: str, terms: Sequence[Term] = ()) -> Period | None:
    """The period that carries this label, in any case; None when none does."""
    if calendar := re.fullmatch(rf"({YEAR})(?:-(?:w(\d\d)|q([1-4])|(\d\d)))?", label, re.ASCII | re.I):
        year, week, quarter, month = calendar.groups()
        try:
            if week:
                return _calendar("week", date.fromisocalendar(int(year), int(week), 1))
            if quarter:
                return _calendar("quarter", date(int(year), int(quarter) * 3, 1))
            if month:
                return _calendar("month", date(int(year), int(month), 1))
            return _calendar("year", date(int(year), 1, 1))
        except ValueError:  # no such month, or no such week in that year
            return None
    years = re.findall(rf"\b{YEAR}\b", label, re.ASCII) if terms else []
    named = (term for year in years for term in _terms_around(int(year), terms))
    return next((term for term in named if term.label.casefold() == label.casefold()), None)


def read_terms(entries: Sequence[Mapping[str, object]]) -> tuple[Term, ...]:
    """The terms of the configuration's `[[terms]]` tables: name, starts and ends (or start and end) as MM-DD.

    UsageError when one lacks a part or a day is none, when two have one name, or when two overlap.
    """
    terms = tuple(_read_term(entry) for entry in entries)
    if not terms:
        return ()
    names = [term.name.casefold() for term in terms]
    for term in terms:
        if names.count(term.name.casefold()) > 1:
            raise UsageError(f"two terms are named {term.name!r}", "give each a name of its own")
    for one, other in pairwise(_terms_around(2024, terms)):  # any year would do: terms recur
        if other.starts_on <= one.ends_on:
            both = " and ".join(repr(term.label.rpartition(" ")[0]) for term in (one, other))
            raise UsageError(f"the terms {both} overlap", "let each end before the next one starts")
    return terms


def _read_term(entry: Mapping[str, object]) -> Term:
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        raise UsageError("a term has no name", _TERM_HINT)
    name = " ".join(name.split())
    days = []
    for key in ("starts", "ends"):
        day = entry.get(key, entry.get(key[:-1]))
        if not isinstance(day, str) or not _is_month_day(day):
            given = "is missing" if day is None else f"is {day!r}, which is not a day of the year"
            raise UsageError(f"{key!r} of the term {name!r} {given}", _TERM_HINT)
        days.append(day)
    if days[0] == "02-29":
        raise UsageError(
            f"the term {name!r} starts on a day that most years lack", "start it on 02-28 or 03-01"
        )
    return Term(name, *days)


def _is_month_day(text: str) -> bool:
    if not re.fullmatch(r"\d\d-\d\d", text, re.ASCII):
        return False
    try:
        date.fromisoformat(f"2024-{text}")  # a leap year: 02-29 is a day
    except ValueError:
        return False
    return True


def _calendar(per: str, day: date) -> Period:
    """The week, month, quarter or year that `day` is in."""
    if per == "week":
        starts_on = day - timedelta(days=day.weekday())
        # The ISO year of a week is not always the year of its days: 2027-01-01 is in 2026-W53.
        year, week, _ = day.isocalendar()
        return Period(f"{year:04}-W{week:02}", starts_on, starts_on + 6 * _DAY)
    months = {"month": 1, "quarter": 3, "year": 12}[per]
    ordinal = (day.month - 1) // months
    last_month = (ordinal + 1) * months
    starts_on = date(day.year, ordinal * months + 1, 1)
    ends_on = date(day.year, 12, 31) if last_month == 12 else date(day.year, last_month + 1, 1) - _DAY
    part = {"month": f"-{day.month:02}", "quarter": f"-Q{ordinal + 1}", "year": ""}[per]
    return Period(f"{day.year:04}{part}", starts_on, ends_on)


def _terms_around(year: int, terms: Sequence[Term]) -> list[Period]:
    """The terms that start in `year` or either of its neighbours, in order.

    Terms recur every year: the one that any day of `year` is in, the one before and the one after are here.
    """
    if not terms:
        raise UsageError("there are no terms", "add [[terms]] to the configuration")
    starts = (_term_in(near, term) for near in (year - 1, year, year + 1) for term in terms)
    return sorted(starts, key=lambda period: period.starts_on)


def _term_in(year: int, term: Term) -> Period:
    """The occurrence of `term` that starts in `year`."""
    starts_on = _month_day(year, term.starts)
    if term.starts <= term.ends:
        return Period(f"{term.name} {year}", starts_on, _month_day(year, term.ends))
    ends_on = _month_day(year + 1, term.ends)
    return Period(f"{term.name} {year}-{ends_on:%y}", starts_on, ends_on)


def _month_day(year: int, month_day: str) -> date:
    if month_day == "02-29":
        return date(year, 3, 1) - _DAY
    return date(year, int(month_day[:2]), int(month_day[3:]))
