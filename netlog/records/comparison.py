"""`stats --compare`: two stretches of time, series by series."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.insight import comparison, series
from netlog.insight.series import Slot
from netlog.insight.spans import Span
from netlog.plurals import counted
from netlog.records import stats

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

UNLIKE = 0.1  # February and March are not


def of(log: "Log", ranges: Sequence[str], per: str, ctx: "Context") -> tuple[Json, list[str]]:
    """periods[{label,starts_on,ends_on,days}], the two; series[{key,name,unit,values,difference,ratio}], of the first
    against the second; and what is to be told.

    Of one range and the one before it where one is given, of the `per` that is running where none is.
    """
    spans = _spans(log, ranges, per, ctx)
    slots = comparison.sides(*spans, ctx.today, ctx.terms)
    counts, told = stats.counted(log, slots, ctx)
    found = {
        "periods": [
            {
                "label": one.label,
                "starts_on": str(one.starts_on),
                "ends_on": str(one.ends_on),
                "days": one.days,
            }
            for one in slots
        ],
        "series": [
            {
                **stats.named(key),
                "values": values,
                "difference": series.difference(*values),
                "ratio": series.ratio(*values),
            }
            for key, values in counts.items()
        ],
    }
    return found, [*told, *_told(slots)]


def _spans(log: "Log", ranges: Sequence[str], per: str, ctx: "Context") -> tuple[Span, Span]:
    if len(ranges) > 2:
        raise UsageError(
            f"{len(ranges)} ranges were given", 'quote what belongs together: "fall 2025" "fall 2024"'
        )
    named = [stats.span(log, words, ctx) for words in ranges] or [
        comparison.running(per, ctx.today, ctx.terms)
    ]
    return named[0], named[1] if len(named) == 2 else comparison.before(named[0], ctx.terms)


def _told(slots: Sequence[Slot]) -> list[str]:
    """That both are counted up to the same day, and that they are not of one length where that matters."""
    one, other = slots
    told = []
    if one.partial or other.partial:
        days = counted(max(one.days, other.days), "day")
        told.append(f"counted up to the same day: the first {days} of each, as one is still running")
    if abs(one.days - other.days) > UNLIKE * max(one.days, other.days):
        told.append(
            f"{one.label} has {counted(one.days, 'day')}, {other.label} has {counted(other.days, 'day')}"
        )
    return told


def by_series(found: Json) -> list[Json]:
    """The same as a row for each series: key, name, unit, one, other, difference, ratio."""
    return [
        {key: row[key] for key in ("key", "name", "unit")}
        | {"one": row["values"][0], "other": row["values"][1]}
        | {key: row[key] for key in ("difference", "ratio")}
        for row in found["series"]
    ]
