"""Days that are written as a number and a month: "the 15th", "March 6", "3/15", "15.3.2026".

They are put as 2026-03-15 here, and not left to dates.read_date, which imports a parser for them: a
sentence has several, and is read in no time.
"""

from collections.abc import Sequence
from datetime import date

from netlog.insight import lengths

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_YEARS_APART = 8  # 29 February can be that far away


def ordinal(word: str) -> int:
    """15 of "15th"; 0 for what is no day of a month."""
    bare = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else ""
    return int(bare) if bare.isdecimal() and len(bare) < 3 and 1 <= int(bare) <= 31 else 0


def of_month(number: int, today: date, lean: str) -> str:
    """The nearest such day of a month, ahead or ago."""
    for moved in range(13):
        first = lengths.add_months(today.replace(day=1), moved if lean == "future" else -moved)
        try:
            found = first.replace(day=number)
        except ValueError:  # a shorter month
            continue
        if found >= today if lean == "future" else found <= today:
            return found.isoformat()
    return ""


def written(words: Sequence[str], today: date, lean: str) -> str:
    """March 6, 6 mar, 6th march 2026; empty for anything else."""
    year = int(words[2]) if len(words) == 3 and words[2].isdecimal() and len(words[2]) == 4 else 0
    if len(words) != 2 + bool(year):
        return ""
    for name, number in (words[:2], words[1::-1]):
        month = next((at for at, one in enumerate(MONTHS, 1) if name in (one, one[:3])), 0)
        bare = ordinal(number) or (int(number) if number.isdecimal() and len(number) < 3 else 0)
        if month and bare:
            return _nearest(year, month, bare, today, lean)
    return ""


def numeric(word: str, today: date, lean: str) -> str:
    """3/15, 15/3, 3/15/2026 and 15.3.2026, where only one of two can be the month; any other word as it is.

    Where both could be, a day ahead has the month first: "by 3/6" is 6 March.
    """
    dotted = word.count(".") == 2
    one, _, other = (word.replace(".", "/") if dotted else word).partition("/")
    other, _, year = other.partition("/")
    if not (one.isdecimal() and other.isdecimal() and len(one) < 3 and len(other) < 3):
        return word
    if year and not (year.isdecimal() and len(year) in (2, 4)):
        return ""
    first, second = int(one), int(other)
    american = second > 12 or (lean == "future" and first <= 12 and not dotted)
    if lean != "future" and first <= 12 and second <= 12 and first != second:
        return ""  # it could be either: 3/4/2026
    month, number = (first, second) if american else (second, first)
    return _nearest(int(f"20{year}"[-4:]) if year else 0, month, number, today, lean)


def month_first(word: str) -> tuple[int, int] | None:
    """The month and day of 3/6, which could be the other way round; None for any other word."""
    parts = word.split("/")
    if len(parts) not in (2, 3) or not all(part.isdecimal() and len(part) < 5 for part in parts):
        return None
    month, number = int(parts[0]), int(parts[1])
    return (month, number) if 1 <= month <= 12 and 1 <= number <= 12 and month != number else None


def _nearest(year: int, month: int, number: int, today: date, lean: str) -> str:
    """The day in its year, else in the one nearest ahead or ago; empty where there is no such day."""
    apart = range(_YEARS_APART + 1)
    near = (today.year + one if lean == "future" else today.year - one for one in apart)
    for one in (year,) if year else near:
        if not 1900 <= one <= 2200:  # what the log holds
            continue
        try:
            found = date(one, month, number)
        except ValueError:
            continue
        if year or (found >= today if lean == "future" else found <= today):
            return found.isoformat()
    return ""
