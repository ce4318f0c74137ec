"""The queue: why something is worth doing now, as a sum of named parts, in the spirit of Taskwarrior's urgency.

Each part is a weight times a share between 0 and 1. Lateness and neglect stop growing after a while,
so that what is very old does not drown what is new.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

WEIGHTS = {
    "promise": 6.0,  # you said you would
    "awaited": 3.0,  # they said they would
    "soon": 4.0,  # due within a week, more the nearer
    "late": 6.0,  # overdue, full after two weeks
    "lapsed": 3.0,  # a contact whose cadence has run out
    "neglect": 4.0,  # how far past the cadence, full at twice it
    "closeness": 2.0,  # a short cadence: full at a month or less, half at two months
    "new": 1.0,  # never talked with yet
}
SOON_DAYS = 7
LATE_DAYS = 14
CLOSE_DAYS = 30


class Urgency(NamedTuple):
    """`score` is the sum of `parts`, each rounded to two places."""

    score: float
    parts: Mapping[str, float]


def of_follow_up(due: date, owed_by: str, today: date) -> Urgency:
    """How much a follow-up presses on a day."""
    late = (today - due).days
    return _sum(
        {
            "promise" if owed_by == "me" else "awaited": 1.0,
            "soon": 1.0 if late >= 0 else max(0.0, 1 + late / (SOON_DAYS + 1)),
            "late": min(max(late, 0), LATE_DAYS) / LATE_DAYS,
        }
    )


def of_contact(next_on: date, cadence: int, talked: bool, today: date) -> Urgency:
    """How much a contact whose turn comes on `next_on`, every `cadence` days, presses on a day."""
    late = (today - next_on).days
    return _sum(
        {
            "lapsed": 1.0 if late >= 0 else 0.0,
            "neglect": min(max(late, 0) / max(cadence, 1), 1.0),
            "closeness": min(CLOSE_DAYS / max(cadence, 1), 1.0),
            "new": 0.0 if talked else 1.0,
        }
    )


def _sum(shares: Mapping[str, float]) -> Urgency:
    parts = {name: round(WEIGHTS[name] * share, 2) for name, share in shares.items() if share}
    return Urgency(round(sum(parts.values()), 2), parts)
