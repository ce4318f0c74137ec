"""Dates, ranges and birthdays as people write them, and back.

Nothing here asks the clock: `today` is handed in. Everything that cannot be read raises UsageError
with one line that says why and what to write instead.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from netlog.errors import UsageError
from netlog.insight.lengths import (
    LENGTH,
    YEARS_HINT,
    add_months,
    month_length,
    months_apart,
    moved,
    number,
)
from netlog.insight.periods import YEAR, Period, Term, following, period_from, period_named, previous
from netlog.insight.reading import Unclear, folded, matched, quoted, refusal
from netlog.plurals import counted
from netlog.vocabulary import MONTHS

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
_EDGES = {"w": "week", "m": "month", "q": "quarter", "t": "term", "y": "year"}

_DATE_HINT = "try 2026-03-02, 12 Mar 2026, fri, last fri, +3d, 2 weeks ago or eom"
_RANGE_HINT = "try 2026-01..2026-03, 2026-01.., 2026-Q1, last month or last 3 months"
_BIRTHDAY_HINT = "try 1990-04-12, or 04-12 where the year is unknown"


# Patterns are compiled when first asked for: together they would take 4 ms of every command.
_MOVE = rf"(?:(?P<sign>[+-]) ?|(?P<into>in ))?{LENGTH}(?: (?P<side>ago|from (?:now|today)))?"
_LAST_LENGTH = rf"(last|past|next) {LENGTH}"
_BESIDE = r"(last|this|next) ([a-z]+)"
_EDGE = r"([se])o([wmqty])"
_ISO = r"(\d{4})-(\d\d)-(\d\d)"
_NUMERIC = rf"(\d\d?)[/.-](\d\d?)[/.-]({YEAR})"

# dateutil alone reads "32 Mar" as a year and "12" as a day of this month, so only these forms reach it.
_MONTH = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS).lower() + "|sept)"
_MONTH_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_TEXTUAL = rf"(?:{_MONTH_DAY} {_MONTH}|{_MONTH} {_MONTH_DAY})(?P<year>,? {YEAR})?"
_MONTH_YEAR = rf"{_MONTH} {YEAR}"


def read_date(text: str, today: date, lean: str = "none", *, terms: Sequence[Term] = ()) -> date:
    """The day that `text` means, between 1900 and 2200.

    `lean` ("past", "future" or "none") decides what is left open. Without a year, 12 Mar is the latest
    up to today, the earliest from today, or the nearest; fri is the latest up to today or the first from
    today (also for "none"); 3d is ago, ahead, or an error. "last fri" is before today, "next fri" after
    it and "this fri" in this week, Monday to Sunday. Last and next week, month, quarter and year move
    today by as much. Two-digit years and 3/4/2026 are refused, never guessed. `terms` serve sot and eot:
    the term today is in, or the next one. UsageError says what could not be read.
    """
    try:
        if (day := _date(folded(text), today, lean, terms)) is not None:
            return day
        raise Unclear(_DATE_HINT)
    except Unclear as unclear:
        raise refusal(text, "a date", unclear) from None


def iso_date(text: str) -> date | None:
    """The day of a plain `2026-03-02` between 1900 and 2200, None for anything else: what machines write."""
    if len(text) != 10 or not "1900" <= text[:4] <= "2200" or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_range(
    text: str, today: date, lean: str = "none", terms: Sequence[Term] = ()
) -> tuple[date | None, date | None]:
    """The first and last day that `text` means, both included; None for a side left open.

    A side of `a..b` is a date as read_date reads it, or the label of a period (2026, 2026-01, 2026-Q1,
    2026-W10, spring 2026, Mar 2026), or "this", "last" or "next" week, month, quarter, term or year as a
    whole, or "last 3 months" (that day 3 months ago, up to today) or "next 2 weeks": `a..` starts with
    the first day of a and `..b` ends with the last of b. UsageError where read_date gives one, and when
    the range ends before it starts.
    """
    first, dots, last = (side.strip() for side in folded(text).partition(".."))
    try:
        if not dots:
            return _span(first, today, lean, terms)
        if not first and not last:
            raise Unclear(_RANGE_HINT)
        starts_on = _span(first, today, lean, terms)[0] if first else None
        ends_on = _span(last, today, lean, terms)[1] if last else None
    except Unclear as unclear:
        raise refusal(text, "a range of dates", unclear) from None
    if starts_on and ends_on and starts_on > ends_on:
        raise UsageError(f"{quoted(text)} ends before it starts", f"{starts_on} is after {ends_on}")
    return starts_on, ends_on


def read_birthday(text: str) -> str:
    """A birthday as 1990-04-12 or, without a year, as --04-12 (as vCard writes it).

    Also from 04-12, 12 Apr, Apr 12 and 12 Apr 1990. UsageError for anything else.
    """
    words = folded(text)
    try:
        if without_year := matched(r"(?:--)?(\d\d)-(\d\d)", words):
            # 2000 is a leap year: a birthday on 29 February is a birthday.
            return f"--{_made(2000, *map(int, without_year.groups())):%m-%d}"
        if textual := matched(_TEXTUAL, words):
            day = _parsed(words)
            return day.isoformat() if textual["year"] else f"--{day:%m-%d}"
        if iso := matched(_ISO, words):
            return _made(*map(int, iso.groups())).isoformat()
        raise Unclear(_BIRTHDAY_HINT)
    except Unclear as unclear:
        raise refusal(text, "a birthday", unclear) from None


def days_between_text(day: date, today: date) -> str:
    """How far `day` is from `today`: "today", "in 3 days", "2 weeks ago", "5 months ago", "2 years ago".

    Rounded down: weeks from 14 days on, months from two whole months on, years from two whole years on.
    """
    apart = abs((day - today).days)
    if apart < 2:
        return {0: "today", -1: "yesterday", 1: "tomorrow"}[(day - today).days]
    first, last = sorted((day, today))
    months = months_apart(first, last)
    if add_months(first, months) > last:
        months -= 1
    if apart < 14:
        length = counted(apart, "day")
    elif months < 2:
        length = counted(apart // 7, "week")
    else:
        length = counted(months, "month") if months < 24 else counted(months // 12, "year")
    return f"in {length}" if day > today else f"{length} ago"


def _date(words: str, today: date, lean: str, terms: Sequence[Term]) -> date | None:
    """The day that folded words mean; None when they have the form of none."""
    if iso := matched(_ISO, words):
        return _made(*map(int, iso.groups()))
    day = (
        _named_day(words, today, lean, terms)
        or _moved_day(words, today, lean)
        or _written_day(words, today, lean)
    )
    return day and _within(day)


def _span(words: str, today: date, lean: str, terms: Sequence[Term]) -> tuple[date, date]:
    """The first and last day of one side of a range."""
    if period := _period(words, today, terms):
        return _within(period.starts_on), _within(period.ends_on)
    if length := matched(_LAST_LENGTH, words):
        which, count, unit = length.groups()
        if which == "next":
            return today, _within(moved(today, number(count), unit))
        return _within(moved(today, -number(count), unit)), today
    if day := _date(words, today, lean, terms):
        return day, day
    raise Unclear(_RANGE_HINT)


def _period(words: str, today: date, terms: Sequence[Term]) -> Period | None:
    """2026-01, spring 2026, Mar 2026, last quarter: a whole period."""
    beside = matched(_BESIDE, words)
    if not beside or beside[2] not in _EDGES.values():
        if matched(_MONTH_YEAR, words):
            words = f"{_parsed(f'1 {words}'):%Y-%m}"
        return period_named(words, terms)
    which, per = beside.groups()
    period = period_from(per, today, terms)
    between_terms = period.starts_on > today
    if which == "last":
        return previous(per, period, terms)
    if which == "next":
        return period if between_terms else following(per, period, terms)
    if between_terms:
        raise Unclear("today is between two terms")
    return period


def _named_day(words: str, today: date, lean: str, terms: Sequence[Term]) -> date | None:
    """today, fri, last fri, next month, eom."""
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if edge := matched(_EDGE, words):
        period = period_from(_EDGES[edge[2]], today, terms)
        return period.starts_on if edge[1] == "s" else period.ends_on
    beside = matched(_BESIDE, words)
    which, name = beside.groups() if beside else ("", words)
    if (weekday := _weekday(name)) is not None:
        ahead = (weekday - today.weekday()) % 7
        if which == "this":
            ahead = weekday - today.weekday()
        elif which == "next":
            ahead = ahead or 7
        elif which == "last" or (lean == "past" and ahead):
            ahead -= 7
        return today + timedelta(days=ahead)
    if which in {"last", "next"} and name in {"week", "month", "quarter", "year"}:
        return moved(today, 1 if which == "next" else -1, name)
    return None


def _moved_day(words: str, today: date, lean: str) -> date | None:
    """+3d, -2w, 2 weeks ago, in a month, 3 days from now; 3d by its lean."""
    move = matched(_MOVE, words)
    if not move:
        return None
    sign, into, count, unit, side = move.groups()
    if sum(map(bool, (sign, into, side))) > 1:  # "in 3 days ago"
        return None
    if not (sign or into or side) and lean == "none":
        raise Unclear(f"ahead or ago? Write +{words} or -{words}")
    back = sign == "-" or side == "ago" or (lean == "past" and not (sign or into or side))
    return moved(today, -number(count) if back else number(count), unit)


def _written_day(words: str, today: date, lean: str) -> date | None:
    """12 Mar 2026, March 12; a refusal of 3/4/2026."""
    if textual := matched(_TEXTUAL, words):
        day = _parsed(words)
        return day if textual["year"] else _in_some_year(day, today, lean)
    if numeric := matched(_NUMERIC, words):
        one, other, year = map(int, numeric.groups())
        readings = [
            f"{year}-{month:02}-{day:02}"
            for month, day in dict.fromkeys(((other, one), (one, other)))
            if 1 <= month <= 12 and 1 <= day <= month_length(year, month)
        ]
        if readings:
            raise Unclear(f"write {' or '.join(readings)}")
    return None


def _parsed(words: str) -> date:
    """The day that words of the form _TEXTUAL name; in 2000, a leap year, when they name no year."""
    # Imported here: few commands meet a date in words, and every command would pay for it.
    from datetime import datetime

    from dateutil import parser

    try:
        return parser.parse(words, default=datetime(2000, 1, 1)).date()
    except parser.ParserError:
        raise Unclear("that month is shorter") from None


def _in_some_year(day: date, today: date, lean: str) -> date:
    """The day and month of `day` in the year that `lean` asks for."""
    # 29 February can be eight years away, around 1900 and 2100.
    years = range(today.year - 8, today.year + 9)
    days = [date(year, day.month, day.day) for year in years if day.day <= month_length(year, day.month)]
    if lean == "past":
        return max(one for one in days if one <= today)
    if lean == "future":
        return min(one for one in days if one >= today)
    return min(days, key=lambda one: abs(one - today))


def _made(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise Unclear("months go from 01 to 12")
    if not 1900 <= year <= 2200:
        raise Unclear(YEARS_HINT)
    length = month_length(year, month)
    if not 1 <= day <= length:
        raise Unclear(f"{MONTHS[month - 1]} {year} has {length} days")
    return date(year, month, day)


def _within(day: date) -> date:
    if not 1900 <= day.year <= 2200:
        raise Unclear(YEARS_HINT)
    return day


def _weekday(word: str) -> int | None:
    """0 for mon, monday and all between."""
    return next((n for n, name in enumerate(_WEEKDAYS) if len(word) >= 3 and name.startswith(word)), None)
