"""What a weekly review goes through: the entries of the queue that press, and how long they take."""

from typing import TYPE_CHECKING, Any

from netlog.insight import budget

if TYPE_CHECKING:
    from netlog.records.context import Context

Json = dict[str, Any]

ENDLESS = 10**9  # minutes: all the time there is


def pressing(waiting: list[Json]) -> list[Json]:
    """The entries of the queue that a review is about: all but people whose turn is still to come."""
    return [
        one
        for one in waiting
        if one["days_late"] >= 0 or one["type"] != "contact" or "pinned" in one["parts"]
    ]


def within(waiting: list[Json], given: int, ctx: "Context") -> list[Json]:
    """The entries that fit into so many minutes; each entry is marked, with its `minutes` and whether it `fits`."""
    for one in waiting:
        one["minutes"], one["fits"] = budget.minutes_of(one["type"], ctx.minutes), False
    pressed = pressing(waiting)
    for one, fits in zip(pressed, budget.fitting([one["minutes"] for one in pressed], given), strict=True):
        one["fits"] = fits
    return [one for one in pressed if one["fits"]]
