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
    "variety": 0.0,  # a matter of taste: whoever wants it gives it a weight
    "prepare": 4.0,
    "debrief": 4.0,
    "fresh": 3.0,
    "behind": 3.0,
    "gap": 3.0,
    "renewal": 3.0,
    "step": 3.0,
    "introduce": 5.0,
    "remind": 2.0,
    "hear": 2.0,
    "meet": 4.0,
    "thank": 3.0,
    "waiting": 2.0,
}
SOON_DAYS = 7
LATE_DAYS = 14
CLOSE_DAYS = 30
PREPARE_DAYS = 14
DEBRIEF_DAYS = 60
RENEW_DAYS = 30
WAITING_DAYS = 30
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
    lacking: bool = False,
    weights: Mapping[str, float] = WEIGHTS,
) -> Urgency:
    """How much a contact whose turn comes on `next_on`, every `cadence` days, presses on a day.

    One that is only pinned has no turn; one with a day for the first talk may have no cadence. `lacking` is
    whether they are of a class that the diversity targets lack.
    """
    every = max(cadence or UNHURRIED_DAYS, 1)
    late = (today - next_on).days if next_on else -1
    shares = {
        "pinned": float(pinned),
        "lapsed": 1.0 if late >= 0 else 0.0,
        "neglect": min(max(late, 0) / every, 1.0),
        "closeness": min(CLOSE_DAYS / every, 1.0) if cadence else 0.0,
        "new": 0.0 if talked else 1.0,
        "variety": float(lacking),
    }
    return _sum(shares, weights)


def of_preparation(
    starts_on: date, today: date, *, lacking: bool = False, weights: Mapping[str, float] = WEIGHTS
) -> Urgency:
    """How much an event to come asks to be prepared for; `lacking` as of a contact, of whom you mean to meet there."""
    shares = {"prepare": 1.0, "soon": _soon(starts_on, today), "variety": float(lacking)}
    return _sum(shares, weights)


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


def of_step(latest_on: date, today: date, *, weights: Mapping[str, float] = WEIGHTS) -> Urgency:
    """How much a step of the plan presses that can be done now and has to be by a day."""
    late = min(max((today - latest_on).days, 0), LATE_DAYS) / LATE_DAYS
    return _sum({"step": 1.0, "soon": _soon(latest_on, today), "late": late}, weights)


def of_renewal(renews_on: date, today: date, *, weights: Mapping[str, float] = WEIGHTS) -> Urgency:
    """How much a membership that runs out on a day asks to be renewed."""
    late = min(max((today - renews_on).days, 0), LATE_DAYS) / LATE_DAYS
    return _sum({"renewal": 1.0, "soon": _soon(renews_on, today), "late": late}, weights)


def of_introduction(
    part: str,
    due_on: date,
    today: date,
    *,
    lacking: bool = False,
    weights: Mapping[str, float] = WEIGHTS,
) -> Urgency:
    """How much the next move of an introduction presses; `part` is introduce, remind, hear, meet or thank.

    One that you owe presses like a promise, the others more the longer they wait. `lacking` as of a contact, of
    whom you are to be introduced to.
    """
    late = max((today - due_on).days, 0)
    if part == "introduce":
        return _sum(
            {part: 1.0, "soon": _soon(due_on, today), "late": min(late, LATE_DAYS) / LATE_DAYS}, weights
        )
    waiting = min(late, WAITING_DAYS) / WAITING_DAYS
    return _sum({part: 1.0, "waiting": waiting, "variety": float(lacking)}, weights)


def _soon(due: date, today: date) -> float:
    """1 on the day and after, less the further off, 0 more than a week before."""
    return min(max(0.0, 1 - (due - today).days / (SOON_DAYS + 1)), 1.0)


def _sum(shares: Mapping[str, float], weights: Mapping[str, float]) -> Urgency:
    rounded = {name: round(weights[name] * share, 2) for name, share in shares.items() if share}
    parts = {name: value for name, value in rounded.items() if value or name == "pinned"}
    return Urgency(round(sum(parts.values()), 2), parts)
