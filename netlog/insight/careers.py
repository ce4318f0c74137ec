"""Careers: what becomes of a position when another organization or title takes its place."""

from collections.abc import Sequence
from typing import NamedTuple

from netlog.folding import fold


class Position(NamedTuple):
    """Where somebody works or worked, as what; `since` is empty and `until` None where it is not known.

    Days are ISO dates. One with a beginning and no end goes on.
    """

    organization: str
    title: str
    since: str = ""
    until: str | None = None


def same(one: Position, other: Position) -> bool:
    """Whether two positions are the same but for case, accents and spaces, whenever they were."""
    return _bare(one.organization) == _bare(other.organization) and _bare(one.title) == _bare(other.title)


def replaced(was: Position, now: Position) -> bool:
    """Whether something known was replaced or cleared; what is only filled in or spelled anew is not."""
    return any(
        before and _bare(before) != _bare(after)
        for before, after in ((was.organization, now.organization), (was.title, now.title))
    )


def kept(former: Sequence[Position], was: Position, known_on: str, today: str) -> list[Position]:
    """The former positions with the one that ends today among them, once.

    One that is there as going on is ended. Its beginning is the end of the one before, where that ended
    after `known_on`, the day from which the log would have seen it; a day from before was told, and what
    came after it may have been something else.
    """
    mine = [one for one in former if same(one, was)]
    if any(one.until == today for one in mine):
        return list(former)
    going_on = next((one for one in mine if one.until is None), None)
    if going_on:
        return [one._replace(until=today) if one is going_on else one for one in former]
    since = max((one.until for one in former if one.until and one.until >= known_on), default="")
    if any(one.since == since == "" for one in mine):
        since = max(one.until or "" for one in mine)
    again = next((one for one in mine if one.since == since), None)  # left and taken up on one day
    if again:
        return [one._replace(until=today) if one is again else one for one in former]
    return [*former, was._replace(since=since, until=today)]


def _bare(text: str) -> str:
    return fold(text).replace(" ", "")
