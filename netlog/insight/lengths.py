"""Lengths of time as people write them: cadences, repeats, and days moved by them."""

from datetime import date, timedelta

from netlog.insight.reading import Unclear, folded, matched, refusal
from netlog.plurals import counted

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_CADENCES = {
    "daily": "1d",
    "weekly": "1w",
    "fortnightly": "2w",
    "biweekly": "2w",
    "monthly": "1m",
    "quarterly": "1q",
    "yearly": "1y",
    "annually": "1y",
}
_UNIT_DAYS = {
    "d": 1,
    "w": 7,
    "m": 30,
    "q": 90,
    "y": 365,
}  # months and years so in cadences alone: dates move by whole ones
_UNIT_MONTHS = {"m": 1, "q": 3, "y": 12}
_MOST_DAYS = 3650
_DAYS_HINT = "try 6w, 90d, 2 months, monthly or none, up to ten years"
_REPEAT_HINT = "try 10d, every 2 weeks, monthly or 1y, up to ten years"
YEARS_HINT = "years go from 1900 to 2200"

LENGTH = (
    r"(\d{1,4}|(?:an?|one|two|three|four|five|six)(?= )) ?"
    r"(d|w|m|q|y|(?:day|wk|week|mo|month|qtr|quarter|yr|year)s?)"
)
_EVERY = rf"(?:every )?(?:(?P<bare>day|week|month|quarter|year)|{LENGTH})"


def add_months(day: date, months: int) -> date:
    """The same day `months` later (earlier when negative), or that month's last day: 31 Jan + 1 is 28 Feb.

    ValueError outside the years 1 to 9999.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def read_days(text: str) -> int:
    """The length of a cadence in days, 1 to 3650; 0 for none, never and off.

    "90", "90d", "6w", "2 months" (30 days each), "1y" (365), "every 6 weeks", "weekly", "quarterly" (90).
    UsageError for anything else.
    """
    words = folded(text)
    if words in {"0", "none", "never", "off"}:
        return 0
    count, unit = (int(words), "d") if matched(r"\d{1,4}", words) else _every(words)
    days = count * _UNIT_DAYS.get(unit, 0)
    if not 1 <= days <= _MOST_DAYS:
        raise refusal(text, "a cadence", Unclear(_DAYS_HINT))
    return days


def days_text(days: int) -> str:
    """A cadence as read_days reads it back, in the largest unit that divides it: "6 weeks", "none" for 0."""
    if not days:
        return "none"
    name, length = next(
        (name, length)
        for name, length in (("year", 365), ("month", 30), ("week", 7), ("day", 1))
        if days % length == 0
    )
    return counted(days // length, name)


def read_repeat(text: str) -> str:
    """The canonical form of a repeat: 10d, 2w, 1m or 1y, from "every 2 weeks", "monthly", "2w" and the like.

    Quarters become months. UsageError for anything else, a bare number too, and beyond ten years.
    """
    count, unit = _every(folded(text))
    if not 1 <= count * _UNIT_DAYS.get(unit, 0) <= _MOST_DAYS:
        raise refusal(text, "a repeat", Unclear(_REPEAT_HINT))
    return f"{count * 3}m" if unit == "q" else f"{count}{unit}"


def next_repeat(repeat: str, start: date, after: date) -> date:
    """The first of `start` + 1, 2, 3... repeats that lies after `after`; `start` itself is never given.

    Each is counted from `start`, so that months do not drift: 31 Jan, 28 Feb, 31 Mar.
    `repeat` is as read_repeat gives it.
    """
    count, unit = int(repeat[:-1]), repeat[-1]
    if unit in _UNIT_MONTHS:
        times = months_apart(start, after) // (count * _UNIT_MONTHS[unit])
    else:
        times = (after - start).days // (count * _UNIT_DAYS[unit])
    times = max(1, times)
    day = moved(start, times * count, unit)
    return day if day > after else moved(start, (times + 1) * count, unit)


def moved(day: date, count: int, unit: str) -> date:
    """`day` moved by `count` of a unit, which its first letter tells: d, w, m, q or y."""
    letter = unit[0]
    try:
        if letter in _UNIT_MONTHS:
            return add_months(day, count * _UNIT_MONTHS[letter])
        return day + timedelta(days=count * _UNIT_DAYS[letter])
    except ValueError:
        raise Unclear(YEARS_HINT) from None


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def months_apart(first: date, last: date) -> int:
    """How many months `last` is named after `first`, whatever their days."""
    return (last.year - first.year) * 12 + last.month - first.month


def number(word: str) -> int:
    """The count that LENGTH begins with, in digits or as a word."""
    return _NUMBERS.get(word) or int(word)


def _every(words: str) -> tuple[int, str]:
    """The count and the unit's letter of "every 2 weeks", "2w" or "weekly"; (0, "") for anything else."""
    every = matched(_EVERY, _CADENCES.get(words, words))
    if not every:
        return 0, ""
    bare, count, unit = every.groups()
    return (1, bare[0]) if bare else (number(count), unit[0])
