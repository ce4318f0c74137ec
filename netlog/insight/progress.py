"""How a goal stands: pace, state and streaks, from what was counted in each of its periods."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netlog.insight.periods import Period

# An entry can't be half done: behind is more than half an entry below the straight line.
SLACK = 0.5


class Standing(NamedTuple):
    """`expected` is what the straight line from 0 to the target says for today, to two places."""

    expected: float
    state: str  # met | on-pace | behind | missed
    days_left: int


class Streaks(NamedTuple):
    """Periods met in a row: up to now (a current one that is not met yet does not break it), and ever."""

    now: int
    best: int


def standing(done: int, target: int, period: Period, today: date) -> Standing:
    """How `done` of `target` in a period stands on a day."""
    length = (period.ends_on - period.starts_on).days + 1
    elapsed = min(max((today - period.starts_on).days + 1, 0), length)
    expected = round(target * elapsed / length, 2)
    if done >= target:
        state = "met"
    elif today > period.ends_on:
        state = "missed"
    else:
        state = "on-pace" if done >= expected - SLACK else "behind"
    return Standing(expected, state, max((period.ends_on - today).days, 0))


def streaks(past: Sequence[bool], current_met: bool) -> Streaks:
    """Streaks over past periods, oldest first, and the current one."""
    best = run = 0
    for met in past:
        run = run + 1 if met else 0
        best = max(best, run)
    now = run + 1 if current_met else run
    return Streaks(now, max(best, now))
