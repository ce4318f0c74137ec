"""The user's own terms around a day, and the gap that the day may be in."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.insight.periods import Period, periods_between
from netlog.plurals import counted

if TYPE_CHECKING:
    from netlog.records.context import Context

Json = dict[str, Any]

BEFORE, AFTER = 1, 4  # how many are shown before the one that is, or comes next, and from it on
_YEAR = 366


def around(day: date, ctx: "Context") -> list[Json]:
    """The terms around a day, in order: label, starts_on, ends_on, current, days_left (of the current one),
    days_until (of those to come)."""
    first, last = day - timedelta(days=2 * _YEAR), day + timedelta(days=4 * _YEAR)
    found = periods_between("term", first, last, ctx.terms)
    place = sum(term.ends_on < day for term in found)
    return [_told(term, day) for term in found[max(place - BEFORE, 0) : place + AFTER]]


def gap(terms: list[Json], day: date) -> str | None:
    """That a day is in no term, in words; None where it is in one, or where there are none."""
    if not terms or any(one["current"] for one in terms):
        return None
    past = [one for one in terms if one["days_until"] is None]
    coming = [one for one in terms if one["days_until"] is not None]
    ended = [f"{past[-1]['label']} ended {past[-1]['ends_on']}"] if past else []
    starts = [
        f"{one['label']} starts {one['starts_on']}, in {counted(one['days_until'], 'day')}"
        for one in coming[:1]
    ]
    return f"{day} is in no term: {'; '.join([*ended, *starts])}; goals by term ask nothing"


def _told(term: Period, day: date) -> Json:
    current = term.starts_on <= day <= term.ends_on
    return {
        "label": term.label,
        "starts_on": str(term.starts_on),
        "ends_on": str(term.ends_on),
        "current": current,
        "days_left": (term.ends_on - day).days if current else None,
        "days_until": (term.starts_on - day).days if term.starts_on > day else None,
    }
