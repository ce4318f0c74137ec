"""How warm a tie is, from 0 to 10: between you and a contact, and between two contacts.

Of you and a contact it is a sum of named parts, each a weight times a share between 0 and 1. Of two contacts
it is what the strongest link between them says, and up to one more for each further kind of link.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

FULL = 10.0
NEVER_TALKED = 0.5  # the share of `known` where you know somebody and the log has no talk with them
WEIGHTS = {"known": 1.0, "recent": 4.0, "frequent": 3.0, "mutual": 2.0}  # of you and a contact: together FULL
RECENT_DAYS = 365
FREQUENT = 12  # conversations in these days
MUTUAL = 2  # exchanges each way
LINKS = {  # of two contacts
    "knows": 10.0,
    "introduction": 9.0,
    "met-through": 8.0,
    "organization": 6.0,
    "group": 4.0,
    "event": 4.0,
    "career": 3.0,
}
MORE = 1.0  # at most, for each further kind of link
CROWD = 20  # what more people share says less of each two of them


class Warmth(NamedTuple):
    """`value` is the sum of `parts`, each rounded to two places, and at most FULL."""

    value: float
    parts: Mapping[str, float]


class Tie(NamedTuple):
    """You and a contact: the last conversation, how many there were in the last year, and help both ways ever."""

    last_on: date | None
    talks: int
    given: int
    received: int


class Link(NamedTuple):
    """What links two contacts: its kind, why in words, and how many share it."""

    kind: str
    why: str
    sharing: int = 2


def of_tie(tie: Tie, today: date) -> Warmth:
    """How warm your tie with a contact you know is: talked with at all, lately, often, and help in both directions."""
    since = RECENT_DAYS if tie.last_on is None else max((today - tie.last_on).days, 0)
    shares = {
        "known": NEVER_TALKED if tie.last_on is None else 1.0,
        "recent": max(0.0, 1 - since / RECENT_DAYS),
        "frequent": min(tie.talks, FREQUENT) / FREQUENT,
        "mutual": (min(tie.given, MUTUAL) + min(tie.received, MUTUAL)) / (2 * MUTUAL),
    }
    return _sum({name: WEIGHTS[name] * share for name, share in shares.items()})


def of_links(links: Iterable[Link]) -> Warmth:
    """How warm the tie of two contacts is, who have these links."""
    kinds: dict[str, float] = {}
    for link in links:
        kinds[link.kind] = max(kinds.get(link.kind, 0.0), strength(link))
    first = min(kinds, key=lambda kind: (-kinds[kind], kind))
    more = sum(min(value, MORE) for kind, value in kinds.items() if kind != first)
    return _sum({first: kinds[first], "more": min(more, FULL - kinds[first])})


def strength(link: Link) -> float:
    """What one link says by itself."""
    return LINKS[link.kind] * min(1.0, CROWD / max(link.sharing, 1))


def _sum(parts: Mapping[str, float]) -> Warmth:
    rounded = {name: round(value, 2) for name, value in parts.items() if round(value, 2)}
    return Warmth(round(sum(rounded.values()), 2), rounded)
