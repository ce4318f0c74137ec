"""The school or business year: from the term that comes first in the user's calendar to the day before its next one."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from netlog.insight.lengths import add_months
from netlog.insight.periods import YEAR, Period, Term, periods_between

_DAY = timedelta(days=1)
_AROUND = timedelta(days=800)
_LONGEST = 400  # days: the first days of a term move a little from year to year
_ITS_YEAR = rf"\s*\b{YEAR}(?:-\d\d)?\b\s*"


def school_year(today: date, terms: Sequence[Term]) -> Period | None:
    """The year that `today` is in, labelled 2025-26, or 2026 where it ends in the year it begins in.

    It begins with the term listed first. None where there are no terms, or where that one was not in the last year.
    """
    if not terms:
        return None
    name = _bare(terms[0].name)
    around = periods_between("term", today - _AROUND, today + _AROUND, terms)
    firsts = [term.starts_on for term in around if _bare(term.label) == name]
    starts_on = max((day for day in firsts if day <= today), default=None)
    if starts_on is None:
        return None
    coming = min((day for day in firsts if day > today), default=add_months(starts_on, 12))
    if (coming - starts_on).days > _LONGEST:
        return None
    ends_on = coming - _DAY
    label = f"{starts_on.year}" if starts_on.year == ends_on.year else f"{starts_on.year}-{ends_on:%y}"
    return Period(label, starts_on, ends_on)


def last_year(today: date) -> Period:
    """The twelve months up to today, which belong to it."""
    starts_on = add_months(today, -12) + _DAY
    return Period(f"{starts_on}..{today}", starts_on, today)


def _bare(name: str) -> str:
    """What a term is called, without its year."""
    return re.sub(_ITS_YEAR, " ", name, flags=re.ASCII).strip().casefold()
