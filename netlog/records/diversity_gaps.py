"""What the network lacks to its diversity targets, and who, which event or which introduction would close it."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from netlog.folding import fold
from netlog.insight.diversity_targets import Lack, lacking, reached
from netlog.records import diversity_counts, gap_closers
from netlog.vocabulary import DIMENSIONS

if TYPE_CHECKING:
    from netlog.insight.diversity import Class
    from netlog.insight.diversity_targets import Target
    from netlog.records.context import Context
    from netlog.records.diversity_counts import Spreads
    from netlog.store.log import Log

Json = dict[str, Any]

SHOWN = 2  # gaps in a review


class Wanted:
    """The classes that a target lacks; it holds every class but the largest ones where any other will do."""

    def __init__(self, lacks: Iterable[Lack], largest: "Iterable[Class]") -> None:
        found = list(lacks)
        self.named = {fold(one.name): one.name for one in found if one.name is not None}
        self.any_other = any(one.name is None for one in found)
        self._largest = {fold(one.name) for one in largest}

    def has(self, name: str) -> bool:
        return fold(name) in self.named or (self.any_other and fold(name) not in self._largest)

    def first(self, names: Iterable[str]) -> str | None:
        """The first of the names that is wanted."""
        return next((name for name in names if self.has(name)), None)


def of(log: "Log", ctx: "Context", found: "Spreads | None" = None) -> list[Json]:
    """Each target with how far it is, in the order of the dimensions; of `found` where it has been counted.

    Keys: dimension, asks, classes, share, reached, met, lacks[{class, has, needs}], unknown, closers[{type,
    ref, name, on, class, why, command}], text, command.
    """
    targets = [one for one in DIMENSIONS if one in ctx.diversity]
    counted: Spreads = found or {}
    missing = [one for one in targets if (one, "all") not in counted]
    if found is not None:
        targets = [one for one in targets if one not in missing]
    elif missing:
        counted = diversity_counts.of(log, missing, ctx)
    return [_gap(log, one, ctx.diversity[one], counted, ctx) for one in targets]


def open_ones(log: "Log", ctx: "Context", counted: "Spreads") -> list[Json]:
    """The gaps that a review tells of: dimension, asks, text, ref (of what would close it, if any), command.

    Those that something in sight would close come first.
    """
    gaps = [one for one in of(log, ctx, counted) if not one["met"]]
    gaps = sorted(gaps, key=lambda one: not one["closers"])[:SHOWN]
    return [
        {
            "dimension": one["dimension"],
            "asks": one["asks"],
            "text": _with_closer(one),
            "ref": one["closers"][0]["ref"] if one["closers"] else None,
            "command": one["command"],
        }
        for one in gaps
    ]


def wanted(ctx: "Context", counted: "Spreads") -> Mapping[str, Wanted]:
    """What each target lacks; those that are met are left out."""
    found = {}
    for dimension, target in ctx.diversity.items():
        classes = counted[dimension, "all"].classes
        if lacks := lacking(classes, target):
            found[dimension] = Wanted(lacks, classes[: target.classes])
    return found


def _gap(log: "Log", dimension: str, target: "Target", counted: "Spreads", ctx: "Context") -> Json:
    found = counted[dimension, "all"]
    lacks = lacking(found.classes, target)
    missing = Wanted(lacks, found.classes[: target.classes])
    closers = gap_closers.of(log, dimension, missing, ctx) if lacks else []
    asks = f"{target.classes} of {dimension}"
    return {
        "dimension": dimension,
        "asks": f"{asks} at {str(target).partition(' at ')[2]} each" if target.share else asks,
        "classes": target.classes,
        "share": target.share,
        "reached": min(reached(found.classes, target), target.classes),
        "met": not lacks,
        "lacks": [{"class": one.name, "has": one.has, "needs": one.needs} for one in lacks],
        "unknown": found.unknown,
        "closers": closers,
        "text": _told(dimension, target, lacks),
        "command": closers[0]["command"] if closers else _fallback(dimension, lacks, found.unknown),
    }


def _told(dimension: str, target: "Target", lacks: Collection[Lack]) -> str:
    """How a target stands in words: `sector, 3 at 15% each: lacks 2 more of industry, 4 of another class`."""
    asks = f"{dimension}, {target} each" if target.share else f"{dimension}, {target} classes"
    if not lacks:
        return f"{asks}: reached"
    told = [f"{one.needs} more of {one.name}" for one in lacks if one.name]
    others = [one.needs for one in lacks if not one.name]
    if others:
        kinds = "another class" if len(others) == 1 else f"each of {len(others)} other classes"
        told.append(f"{others[0]} of {kinds}")
    return f"{asks}: lacks {', '.join(told)}"


def _with_closer(gap: Json) -> str:
    closer = next(iter(gap["closers"]), None)
    return f"{gap['text']}: {closer['name']}, {closer['why']}" if closer else str(gap["text"])


def _fallback(dimension: str, lacks: Collection[Lack], unknown: int) -> str | None:
    """What helps where nobody is in sight: to fill in what is unknown, else to think of somebody."""
    if not lacks:
        return None
    if unknown:
        return f"netlog list-contacts {UNKNOWN.get(dimension, f'{dimension}:')}"
    if dimension == "met":
        return "netlog add-event NAME --on DATE --to-meet NAME"
    from shlex import quote

    name = next((one.name for one in lacks if one.name), None)
    return f"netlog add-contact NAME --status target --{dimension} {quote(name) if name else 'WORD'}"


UNKNOWN = {"met": "met-through: met-at: met-via:"}  # the filters of those whose class is not known
