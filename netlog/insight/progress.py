"""How a goal stands: pace, state and streaks, from what was counted in each of its periods."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netlog.insight import spans
from netlog.insight.course import MAXIMUM, Asked

# An entry can't be half done: behind is more than half an entry below the straight line.
SLACK = 0.5


class Standing(NamedTuple):
    """`expected` is what the straight line from 0 to the target says for today, to two places."""

    expected: float
    state: str  # met | on-pace | behind | missed
    days_left: int


class Streaks(NamedTuple):
    """Periods met in a row, up to now and ever; those in which nothing was asked are skipped."""

    now: int
    best: int


def standing(done: int, asked: Asked, today: date, *, bound: str = "min") -> Standing:
    """How `done` stands on a day against what is asked in a period.

    The straight line is flat on days that ask for nothing, and on such a day no goal is behind.
    A maximum is met while no more is done, and missed at once when more is.
    """
    days_left = max((asked.period.ends_on - today).days, 0)
    if asked.rests:
        return Standing(0.0, "on-pace", days_left)
    elapsed = spans.length(spans.within(asked.days, asked.days[0][0], today))
    expected = round(asked.target * elapsed / spans.length(asked.days), 2)
    if done > asked.target if bound == MAXIMUM else done < asked.target:
        state = _short(done, expected, asked, today, bound)
    else:
        state = "met"
    return Standing(expected, state, days_left)


def _short(done: int, expected: float, asked: Asked, today: date, bound: str) -> str:
    """The state of a goal that is not met."""
    if bound == MAXIMUM or today > asked.period.ends_on:
        return "missed"
    if done >= expected - SLACK or not _asks(asked, today):
        return "on-pace"
    return "behind"


def _asks(asked: Asked, today: date) -> bool:
    """Whether a day is one of those that ask for something."""
    return any(first <= today <= last for first, last in asked.days)


def kept(done: int, asked: Asked, *, bound: str = "min") -> bool | None:
    """Whether a period that is over was met; None where nothing was asked."""
    if asked.rests:
        return None
    return done <= asked.target if bound == MAXIMUM else done >= asked.target


def undecided(state: str, asked: Asked, today: date, *, bound: str = "min") -> bool | None:
    """Whether the present period is met for good (True) or missed for good (False); None while it is open."""
    if asked.rests:
        return None
    over = today > asked.period.ends_on
    if state == "met":
        return True if over or bound != MAXIMUM else None
    return False if state == "missed" else None


def streaks(past: Iterable[bool | None], current: bool | None) -> Streaks:
    """Streaks over past periods, oldest first, and the current one; None is one that does not count."""
    best = run = 0
    for met in (*past, current):
        run = run if met is None else run + 1 if met else 0
        best = max(best, run)
    return Streaks(run, best)
