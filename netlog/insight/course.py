"""The course of a goal: what it asks for in each of its periods, paused and amended as it was."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netlog.insight import spans
from netlog.insight.periods import Period, Term, period_at, periods_between
from netlog.insight.spans import Span

MAXIMUM = "max"  # the bound of a goal whose target is the most that is meant


class Pause(NamedTuple):
    """Days that ask for nothing; without an end until it is resumed."""

    starts_on: date
    ends_on: date | None
    why: str | None = None


class Amendment(NamedTuple):
    """What is asked for from a day on, in place of what was before."""

    from_on: date
    target: int
    where: str | None
    why: str | None = None


class Course(NamedTuple):
    """A goal as it was set, and what became of it; pauses and amendments in the order of their days."""

    per: str
    bound: str
    target: int
    where: str | None
    starts_on: date
    ends_on: date | None = None
    closed_on: date | None = None
    pauses: tuple[Pause, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    def in_force(self, day: date) -> tuple[int, str | None]:
        """The target and the filter on a day."""
        found = [one for one in self.amendments if one.from_on <= day]
        return (found[-1].target, found[-1].where) if found else (self.target, self.where)

    def paused(self, day: date) -> Pause | None:
        """The pause that a day is in, if any."""
        inside = (one for one in self.pauses if one.starts_on <= day <= (one.ends_on or day))
        return next(inside, None)

    def last_day(self, today: date) -> date:
        """The last day that counts, as seen today."""
        return min(day for day in (today, self.ends_on, self.closed_on) if day is not None)


class Asked(NamedTuple):
    """What a goal asks for in one period.

    `period` is cut where the goal ends, `days` are those in which it asks: none before it began, none in
    a pause, none once it was closed. `whole` is the target in force, `target` that share of it which
    falls to these days.
    """

    period: Period
    target: int
    whole: int
    where: str | None
    days: Sequence[Span]

    @property
    def rests(self) -> bool:
        """Whether nothing is asked: all of it is paused, or too little is left of the target."""
        return not self.days or (self.target == 0 and self.whole > 0)


def asked(course: Course, period: Period, today: date) -> Asked:
    """What is asked in a period: what was in force on its last day, or is today.

    A paused period asks its target in proportion to the days left, rounded half up.
    """
    ends_on = min(period.ends_on, course.ends_on or period.ends_on)
    starts_on = max(period.starts_on, min(course.starts_on, ends_on))
    whole, where = course.in_force(min(ends_on, today))
    days = spans.without([(starts_on, min(ends_on, course.closed_on or ends_on))], _holes(course))
    many, all = spans.length(days), (ends_on - starts_on).days + 1
    target = (2 * whole * many + all) // (2 * all)
    shown = min(ends_on, max(course.closed_on or ends_on, period.starts_on))
    return Asked(period._replace(ends_on=shown), target, whole, where, days)


def through(course: Course, today: date, terms: Sequence[Term]) -> tuple[list[Asked], Asked | None]:
    """The periods that are over, oldest first, and the one that counts now: None between two terms."""
    at = max(course.last_day(today), course.starts_on)
    current = period_at(course.per, at, terms)
    periods = periods_between(course.per, course.starts_on, at, terms)
    past = [
        asked(course, one, today) for one in periods if current is None or one.starts_on != current.starts_on
    ]
    return past, asked(course, current, today) if current else None


def changes(course: Course, period: Period) -> list[str]:
    """What became of the goal in a period, in words."""
    told = [
        f"paused {one.starts_on}..{one.ends_on or ''}{_because(one.why)}"
        for one in course.pauses
        if one.starts_on <= period.ends_on and (one.ends_on is None or one.ends_on >= period.starts_on)
    ]
    before = (course.target, course.where)
    for one in course.amendments:
        if period.starts_on <= one.from_on <= period.ends_on:
            told.append(f"amended from {one.from_on}: {_amended(before, one)}{_because(one.why)}")
        before = (one.target, one.where)
    return told


def _amended(before: tuple[int, str | None], one: Amendment) -> str:
    target = [f"{before[0]} to {one.target}"] if before[0] != one.target else []
    where = [f"only {one.where}" if one.where else "without a filter"] if before[1] != one.where else []
    return ", ".join([*target, *where]) or "the same"


def _because(why: str | None) -> str:
    return f" ({why})" if why else ""


def _holes(course: Course) -> list[tuple[date, date | None]]:
    return [(one.starts_on, one.ends_on) for one in course.pauses]
