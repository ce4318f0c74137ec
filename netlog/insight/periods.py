"""Weeks, months, quarters, years and the user's own terms: the spans that goals and reviews count over."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from netlog.errors import UsageError

YEAR = r"(?:19\d\d|2[01]\d\d|2200)"  # a pattern: the years that a date may have
_DAY = timedelta(days=1)
_TERM_HINT = 'as in name = "fall", starts = "08-15", ends = "12-31", or 2026-08-17 for one year alone'
_LONGEST_TERM = 366  # days


class Term(NamedTuple):
    """A stretch of every year, both days included, as MM-DD; one that ends before it starts spans new year.

    `02-29` is an end only, and means the last day of February. With whole dates (2026-08-17) it is that
    one stretch, in place of the yearly one of that name.
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
    """The `per` that `day` is in or, between two terms, the next one. UsageError when there is no such term."""
    if per != "term":
        return _calendar(per, day)
    found = next((term for term in _terms_around(day.year, terms) if term.ends_on >= day), None)
    if found is None:
        raise UsageError(f"there is no term from {day} on", "add [[terms]] to the configuration")
    return found


def previous(per: str, period: Period, terms: Sequence[Term] = ()) -> Period:
    """The `per` before `period`: whatever gap lies between two terms. UsageError when there is no such term."""
    if per != "term":
        return _calendar(per, period.starts_on - _DAY)
    around = reversed(_terms_around(period.starts_on.year, terms))
    found = next((term for term in around if term.ends_on < period.starts_on), None)
    if found is None:
        raise UsageError(f"there is no term before {period.label}", "add [[terms]] to the configuration")
    return found


def following(per: str, period: Period, terms: Sequence[Term] = ()) -> Period:
    """The `per` after `period`: whatever gap lies between two terms. UsageError when there is no such term."""
    return period_from(per, period.ends_on + _DAY, terms)


def periods_between(per: str, first: date, last: date, terms: Sequence[Term] = ()) -> list[Period]:
    """Every `per` with a day in `first`..`last`, in order; the outer ones may reach beyond it."""
    periods: list[Period] = []
    if per == "term":
        return _terms_between(first, last, terms)
    period = _calendar(per, first)
    while period.starts_on <= last:
        periods.append(period)
        period = _calendar(per, period.ends_on + _DAY)
    return periods


def _terms_between(first: date, last: date, terms: Sequence[Term]) -> list[Period]:
    """Every term with a day in `first`..`last`, in order; a term is no longer than a year."""
    if not terms:
        return []
    found = {term for year in range(first.year, last.year + 1) for term in _terms_around(year, terms)}
    within = (term for term in found if term.ends_on >= first and term.starts_on <= last)
    return sorted(within, key=lambda term: term.starts_on)


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
    """The terms of the configuration's `[[terms]]` tables: name, starts and ends (or start and end).

    Days are MM-DD, or whole dates where the term is of one year alone. UsageError when one lacks a part
    or a day is none, when two are called the same, or when two overlap.
    """
    terms = tuple(_read_term(entry) for entry in entries)
    names = [(_called(term), _year(term)) for term in terms]
    for term, name in zip(terms, names, strict=True):
        if names.count(name) > 1:
            raise UsageError(f"two terms are named {term.name!r}", "give each a name of its own")
    years = {2024, *(year for _, year in names if year)}  # any year would do for those that recur
    for year in sorted(years) if terms else ():
        for one, other in pairwise(_terms_around(year, terms)):
            if other.starts_on <= one.ends_on:
                raise _overlapping(one, other, dated=len(years) > 1)
    return terms


def _overlapping(one: Period, other: Period, *, dated: bool) -> UsageError:
    """Told by their years where some have dates of their own."""
    labels = [period.label if dated else period.label.rpartition(" ")[0] for period in (one, other)]
    both = " and ".join(map(repr, labels))
    return UsageError(f"the terms {both} overlap", "let each end before the next one starts")


def _read_term(entry: Mapping[str, object]) -> Term:
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        raise UsageError("a term has no name", _TERM_HINT)
    name = " ".join(name.split())
    starts, ends = (_read_day(entry, key, name) for key in ("starts", "ends"))
    if len(starts) != len(ends):
        raise UsageError(
            f"the term {name!r} goes from {starts} to {ends}", "give both with a year, or neither"
        )
    if starts == "02-29":
        raise UsageError(
            f"the term {name!r} starts on a day that most years lack", "start it on 02-28 or 03-01"
        )
    if (
        _is_whole(starts)
        and not 0 <= (date.fromisoformat(ends) - date.fromisoformat(starts)).days < _LONGEST_TERM
    ):
        wrong = "before it starts" if ends < starts else "more than a year after it starts"
        raise UsageError(f"the term {name!r} ends {ends}, {wrong} {starts}", _TERM_HINT)
    return Term(name, starts, ends)


def _read_day(entry: Mapping[str, object], key: str, name: str) -> str:
    """`starts` or `ends` of a term, as text; TOML has dates of its own for those without quotes."""
    day = entry.get(key, entry.get(key[:-1]))
    day = day.isoformat() if isinstance(day, date) else day
    if not isinstance(day, str) or not _is_day(day):
        given = "is missing" if day is None else f"is {day!r}, which is not a day of the year"
        raise UsageError(f"{key!r} of the term {name!r} {given}", _TERM_HINT)
    return day


def _is_day(text: str) -> bool:
    if not re.fullmatch(rf"(?:{YEAR}-)?\d\d-\d\d", text, re.ASCII):
        return False
    try:
        date.fromisoformat(text if _is_whole(text) else f"2024-{text}")  # a leap year: 02-29 is a day
    except ValueError:
        return False
    return True


def _is_whole(day: str) -> bool:
    """Whether a day of a term has its year."""
    return len(day) > 5


def _called(term: Term) -> str:
    """The name of a term without a year in it, and whatever its case: Fall 2026 is called fall."""
    return " ".join(re.sub(rf"\b{YEAR}\b", "", term.name, flags=re.ASCII).casefold().split())


def _year(term: Term) -> int:
    """The year of a term with dates of its own, 0 of one that recurs."""
    return int(term.starts[:4]) if _is_whole(term.starts) else 0


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
    """The terms that start in `year` or either of its neighbours, and all with dates of their own, in order.

    Terms that recur are in every year: the one that any day of `year` is in, the one before and the one
    after are here. One with dates of its own stands in for the occurrence of its name in its year.
    """
    if not terms:
        raise UsageError("there are no terms", "add [[terms]] to the configuration")
    found: dict[tuple[str, int], Period] = {}
    for term in sorted(terms, key=_year):
        for near in (_year(term),) if _year(term) else (year - 1, year, year + 1):
            found[_called(term), near] = _term_in(near, term)
    return sorted(found.values(), key=lambda period: period.starts_on)


def _term_in(year: int, term: Term) -> Period:
    """The occurrence of `term` that starts in `year`."""
    if _is_whole(term.starts):
        starts_on, ends_on = date.fromisoformat(term.starts), date.fromisoformat(term.ends)
    else:
        starts_on = _month_day(year, term.starts)
        ends_on = _month_day(year + (term.starts > term.ends), term.ends)
    span = f"{year}" if ends_on.year == year else f"{year}-{ends_on:%y}"
    named = re.search(rf"\b{YEAR}\b", term.name, re.ASCII)  # "fall 2026" says it itself
    return Period(term.name if named else f"{term.name} {span}", starts_on, ends_on)


def _month_day(year: int, month_day: str) -> date:
    if month_day == "02-29":
        return date(year, 3, 1) - _DAY
    return date(year, int(month_day[:2]), int(month_day[3:]))
