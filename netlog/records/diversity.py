"""`diversity`: the network by each dimension, over all, active and new contacts, with its targets."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.insight.diversity import Spread, largest, measures, share, told
from netlog.records import diversity_counts, diversity_gaps
from netlog.vocabulary import AMONG, DIMENSIONS, spelled

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

TOP = 10  # classes that are told one by one, unless asked for otherwise


def read_dimensions(words: Sequence[str]) -> list[str]:
    """The dimensions that words name; all where there are none."""
    found = [spelled(word, DIMENSIONS) or _unknown(word, "dimension", DIMENSIONS) for word in words]
    return list(dict.fromkeys(found)) or list(DIMENSIONS)


def read_among(word: str | None) -> list[str]:
    """The sets of contacts that are asked for."""
    if word is None:
        return list(AMONG)
    return [spelled(word, AMONG) or _unknown(word, "set of contacts", AMONG)]


def of(
    log: "Log", dimensions: Sequence[str], among: Sequence[str], ctx: "Context", top: int = TOP
) -> list[Json]:
    """One row for each dimension and set, as the contract's JSON; the target stands with the set `all`.

    What is among the `top` largest classes of any of the sets is told in all of them, to be compared.
    """
    found = diversity_counts.of(log, dimensions, ctx)
    gaps = {
        one["dimension"]: one for one in diversity_gaps.of(log, ctx, found) if one["dimension"] in dimensions
    }
    rows = []
    for dimension in dimensions:
        names = largest((found[dimension, one] for one in among), top)
        for one in among:
            row = _row(dimension, one, found[dimension, one], names)
            rows.append({**row, "target": gaps.get(dimension) if one == "all" else None})
    return rows


def _row(dimension: str, among: str, found: Spread, names: Sequence[str]) -> Json:
    """Counts and shares of the named classes, largest first, and the measures of all.

    All shares but that of the unknown are of `total`.
    """
    named, rest = told(found, names)
    left = sum(one.size for one in rest)
    measured = measures(one.size for one in found.classes)
    return {
        "dimension": dimension,
        "among": among,
        "people": found.people,
        "unknown": found.unknown,
        "unknown_share": share(found.unknown, found.people),
        "total": found.total,
        "classes": len(found.classes),
        **measured._asdict(),
        "counts": [
            {"class": one.name, "count": one.size, "share": share(one.size, found.total)} for one in named
        ],
        "rest": {"classes": len(rest), "count": left, "share": share(left, found.total)} if rest else None,
    }


def _unknown(word: str, what: str, known: Sequence[str]) -> str:
    raise UsageError(f"there is no {what} {word!r}", f"there are: {', '.join(known)}")
