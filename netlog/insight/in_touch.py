"""Response to cadence: how many of those with a cadence were in time on a day."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

Stretch = tuple[int, int]  # places among the days: the first, and the one after the last


class Turn(NamedTuple):
    """A contact with a cadence of so many `days`, known or in the log since `begun_on`.

    `held` are the days of conversations, in order, as far back as they matter: `first_on` is that of the very first.
    Before it the cadence runs from `from_on`, the day you met, else that of the contact's entry.
    """

    days: int
    begun_on: date
    from_on: date
    first_on: date | None
    held: Sequence[date]


def shares(turns: Iterable[Turn], days: Sequence[date]) -> list[float | None]:
    """On each of `days`, in order, how many in a hundred of those begun by it were not late, to one place.

    Late is who was last talked with longer ago than the cadence, as in the queue, snoozes aside. None where nobody
    had begun. Every conversation is looked at once, however many days there are.
    """
    begun, in_time = ([0] * (len(days) + 1) for _ in range(2))
    for turn in turns:
        first = bisect_left(days, turn.begun_on)
        begun[first] += 1
        for start, stop in _stretches(turn, days):
            if max(first, start) < stop:
                in_time[max(first, start)] += 1
                in_time[stop] -= 1
    counts = zip(accumulate(in_time[:-1]), accumulate(begun[:-1]), strict=True)
    return [round(100 * kept / many, 1) if many else None for kept, many in counts]


def _stretches(turn: Turn, days: Sequence[date]) -> Iterator[Stretch]:
    """Where among the days the contact is in time: before the first conversation, and after each up to the next."""
    reach = timedelta(days=turn.days)
    before = len(days) if turn.first_on is None else bisect_left(days, turn.first_on)
    yield 0, min(before, bisect_right(days, turn.from_on + reach))
    for place, held in enumerate(turn.held, 1):
        until = bisect_left(days, turn.held[place]) if place < len(turn.held) else len(days)
        yield bisect_left(days, held), min(until, bisect_right(days, held + reach))
