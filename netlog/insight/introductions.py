"""Introductions: what comes next in each, whose turn that is, and by when."""

from datetime import date, timedelta
from typing import NamedTuple

MOVES = ("asked", "made", "met", "thanked")  # in this order; declined ends it at any time

MAKE_DAYS = 7  # to make one that you were asked for
REMIND_DAYS = 14  # before you ask again for one that was not made
MEET_DAYS = 7  # to meet whom you were introduced to; and before you hear how one that you made went
THANK_DAYS = 1  # to thank who introduced you

# by the part in it that is yours, and its status: the part of the queue's score, and the days it has
_NEXT = {
    ("by", "asked"): ("introduce", MAKE_DAYS),
    ("by", "made"): ("hear", MEET_DAYS),
    ("who", "asked"): ("remind", REMIND_DAYS),
    ("who", "made"): ("meet", MEET_DAYS),
    ("who", "met"): ("thank", THANK_DAYS),
}


class Move(NamedTuple):
    """The next move: the `status` it leads to, when it is due, and the part of the queue's score it counts as."""

    status: str
    due_on: date
    part: str


def next_move(yours: str, status: str, since: date) -> Move | None:
    """The next move of an introduction that is in a status since a day; None where none is open.

    `yours` is `by` where you introduce two others, `who` where you are introduced; of others among
    themselves nothing is yours to do.
    """
    found = _NEXT.get((yours, status))
    if found is None:
        return None
    part, days = found
    return Move(MOVES[MOVES.index(status) + 1], since + timedelta(days=days), part)
