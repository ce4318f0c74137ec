"""What came through a network: opportunities counted by kind, and by where they came from."""

from collections.abc import Sequence
from typing import NamedTuple

STATUSES = ("gained", "ongoing", "pursued", "open", "lost", "declined")  # what came of it first
CAME = ("gained", "ongoing")

# What an opportunity can have come from: what it is linked to, and how those were met through whom it came.
TYPES = ("contact", "event", "group", "introduction", "met_at", "met_through", "met_via")


class Source(NamedTuple):
    """Where opportunities came from: one of TYPES, and the id of the record, 0 for a way of meeting in words."""

    type: str
    id: int
    words: str = ""


class Opportunity(NamedTuple):
    """One opportunity, and every source of it, each once."""

    id: int
    kind: str
    status: str
    sources: frozenset[Source]


class Yield(NamedTuple):
    """The opportunities of a source in the order given, how many were gained, and how many go on."""

    source: Source
    opportunities: tuple[int, ...]
    gained: int
    ongoing: int


def by_kind(found: Sequence[Opportunity]) -> dict[str, dict[str, int]]:
    """kind -> status -> how many; the kinds that brought most first, every status in its order."""
    counts: dict[str, dict[str, int]] = {}
    for one in found:
        counts.setdefault(one.kind, dict.fromkeys(STATUSES, 0))[one.status] += 1
    return dict(sorted(counts.items(), key=lambda item: (_rank(item[1]), item[0])))


def by_source(found: Sequence[Opportunity]) -> list[Yield]:
    """What each source brought, the most fruitful first. An opportunity counts in full for each of its sources."""
    places: dict[Source, list[Opportunity]] = {}
    for one in found:
        for source in one.sources:
            places.setdefault(source, []).append(one)
    yields = [_yield(source, some) for source, some in places.items()]
    return sorted(yields, key=_order)


def by_status(found: Sequence[Opportunity]) -> dict[str, int]:
    """status -> how many, every status in its order."""
    return {status: sum(one.status == status for one in found) for status in STATUSES}


def _yield(source: Source, some: Sequence[Opportunity]) -> Yield:
    counts = by_status(some)
    return Yield(source, tuple(one.id for one in some), counts["gained"], counts["ongoing"])


def _order(one: Yield) -> tuple[int, int, int, int, str, int]:
    came = one.gained + one.ongoing
    source = one.source
    return (-came, -one.gained, -len(one.opportunities), TYPES.index(source.type), source.words, source.id)


def _rank(counts: dict[str, int]) -> tuple[int, ...]:
    came = sum(counts[status] for status in CAME)
    return (-came, -sum(counts.values()))
