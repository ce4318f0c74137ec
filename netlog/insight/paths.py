"""The ways to somebody through those you know, each as good as its hops are warm.

The score of a way is 10 times the product of its hops' warmths, each a tenth of it, halved for each person
between the one to ask and the target, and divided by one more than the number of introductions that the one to
ask was asked for lately. So a cold hop spoils the rest, and nobody is asked all the time.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from netlog.insight.warmth import FULL

MOST = 5
ASKED_DAYS = 90
FURTHER = 2  # what a score is divided by for each person between the one to ask and the target


class Edge(NamedTuple):
    """Two contacts with a tie, and how warm it is; it holds both ways."""

    one: int
    other: int
    warmth: float


class Way(NamedTuple):
    """`people` from the one to ask to the target; `warmths` of the hops, the first from you to the one to ask."""

    people: tuple[int, ...]
    warmths: tuple[float, ...]
    score: float


def find(
    target: int,
    edges: Iterable[Edge],
    ties: Mapping[int, float],
    asked: Mapping[int, int],
    strangers: Collection[int] = (),
    most: int = MOST,
) -> list[Way]:
    """The best ways to a contact, of two or three hops, one for each person to ask, the best first.

    `ties` are those you know, with your own warmth; `asked` is how often each was asked lately. A way goes
    through nobody twice, and through none of those you know but the one to ask; unless they are among the
    `strangers`, whom somebody else may know better.
    """
    near = _neighbours(edges)
    best: dict[int, Way] = {}
    for middle, last in near.get(target, {}).items():
        if middle in ties:
            _keep(best, (middle, target), (ties[middle], last), asked)
            if middle not in strangers:
                continue
        for first, between in near[middle].items():
            if first in ties and first != target:
                _keep(best, (first, middle, target), (ties[first], between, last), asked)
    return sorted(best.values(), key=_order)[:most]


def score(warmths: Iterable[float], asked: int) -> float:
    """The score of a way, to two places."""
    product, between = FULL, -2
    for warmth in warmths:
        product *= warmth / FULL
        between += 1
    for _ in range(between):
        product /= FURTHER
    return round(product / (1 + asked), 2)


def _neighbours(edges: Iterable[Edge]) -> dict[int, dict[int, float]]:
    near: dict[int, dict[int, float]] = {}
    for edge in edges:
        if edge.one == edge.other:
            continue
        for one, other in ((edge.one, edge.other), (edge.other, edge.one)):
            known = near.setdefault(one, {})
            known[other] = max(known.get(other, 0.0), edge.warmth)
    return near


def _keep(
    best: dict[int, Way], people: tuple[int, ...], warmths: tuple[float, ...], asked: Mapping[int, int]
) -> None:
    way = Way(people, warmths, score(warmths, asked.get(people[0], 0)))
    known = best.get(people[0])
    if known is None or _order(way) < _order(known):
        best[people[0]] = way


def _order(way: Way) -> tuple[float, int, tuple[int, ...]]:
    return -way.score, len(way.people), way.people
