"""The queue: why something is worth doing now, as a sum of named parts, in the spirit of Taskwarrior's urgency.

Each part is a weight times a share between 0 and 1. Lateness and neglect stop growing after a while,
so that what is very old does not drown what is new.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

WEIGHTS = {  # what each part stands for is in vocabulary.PARTS
    "pinned": 20.0,  # more than all else together, so that it comes first
    "promise": 6.0,
    "awaited": 3.0,
    "soon": 4.0,
    "late": 6.0,
    "lapsed": 3.0,
    "neglect": 4.0,
    "closeness": 2.0,
    "new": 1.0,
    "prepare": 4.0,
    "debrief": 4.0,
    "fresh": 3.0,
    "behind": 3.0,
    "gap": 3.0,
}
SOON_DAYS = 7
LATE_DAYS = 14
CLOSE_DAYS = 30
PREPARE_DAYS = 14
DEBRIEF_DAYS = 60
UNHURRIED_DAYS = 180  # stands in for the cadence of a contact that has none, only a day for the first talk


class Urgency(NamedTuple):
    """`score` is the sum of `parts`, each rounded to two places; `pinned` is there whatever it weighs."""

    score: float
    parts: Mapping[str, float]


def of_follow_up(
    due: date, owed_by: str, today: date, *, pinned: bool = False, weights: Mapping[str, float] = WEIGHTS
) -> Urgency:
    """How much a follow-up presses on a day."""
    late = (today - due).days
    shares = {
        "pinned": float(pinned),
        "promise" if owed_by == "me" else "awaited": 1.0,
        "soon": _soon(due, today),
        "late": min(max(late, 0), LATE_DAYS) / LATE_DAYS,
    }
    return _sum(shares, weights)


def of_contact(
    next_on: date | None,
    cadence: int | None,
    talked: bool,
    today: date,
    *,
    pinned: bool = False,
    weights: Mapping[str, float] = WEIGHTS,
) -> Urgency:
    """How much a contact whose turn comes on `next_on`, every `cadence` days, presses on a day.

    One that is only pinned has no turn; one with a day for the first talk may have no cadence.
    """
    every = max(cadence or UNHURRIED_DAYS, 1)
    late = (today - next_on).days if next_on else -1
    shares = {
        "pinned": float(pinned),
        "lapsed": 1.0 if late >= 0 else 0.0,
        "neglect": min(max(late, 0) / every, 1.0),
        "closeness": min(CLOSE_DAYS / every, 1.0) if cadence else 0.0,
        "new": 0.0 if talked else 1.0,
    }
    return _sum(shares, weights)


def of_preparation(starts_on: date, today: date, *, weights: Mapping[str, float] = WEIGHTS) -> Urgency:
    """How much an event to come asks to be prepared for."""
    return _sum({"prepare": 1.0, "soon": _soon(starts_on, today)}, weights)


def of_debrief(ended_on: date, today: date, *, weights: Mapping[str, float] = WEIGHTS) -> Urgency:
    """How much an event asks to be looked back on: the sooner, the more of it is remembered."""
    since = (today - ended_on).days
    return _sum({"debrief": 1.0, "fresh": min(max(1 - since / DEBRIEF_DAYS, 0.0), 1.0)}, weights)


def of_goal(
    done: int,
    expected: float,
    target: int,
    ends_on: date,
    today: date,
    *,
    weights: Mapping[str, float] = WEIGHTS,
) -> Urgency:
    """How much a goal that is behind its straight line presses, in a period that ends on a day."""
    gap = min(max((expected - done) / target, 0.0), 1.0)
    return _sum({"behind": 1.0, "gap": gap, "soon": _soon(ends_on, today)}, weights)


def _soon(due: date, today: date) -> float:
    """1 on the day and after, less the further off, 0 more than a week before."""
    return min(max(0.0, 1 - (due - today).days / (SOON_DAYS + 1)), 1.0)


def _sum(shares: Mapping[str, float], weights: Mapping[str, float]) -> Urgency:
    rounded = {name: round(weights[name] * share, 2) for name, share in shares.items() if share}
    parts = {name: value for name, value in rounded.items() if value or name == "pinned"}
    return Urgency(round(sum(parts.values()), 2), parts)
