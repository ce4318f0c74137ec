"""The sample's goals: of each sort one, with what became of some of them."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from netlog.records.sample.days import Record, filled, monday_of


class _Goal(NamedTuple):
    """A goal, in weeks from this week's Monday: when it began, and how long it runs (None: until I say so)."""

    title: str
    counted: str
    target: int
    per: str
    weeks_ago: int
    weeks: int | None = None
    more: dict[str, Any] | None = None


_GOALS = (
    _Goal("Two real conversations a week", "conversations", 2, "week", 52),
    _Goal("Keep three promises a week", "follow-ups", 3, "week", 50),
    _Goal("Someone new every month", "contacts", 1, "month", 53, 156),
    _Goal("Hear from five people at state level", "people", 3, "quarter", 52, None, {"where": "level:state"}),
    _Goal("Two events a term", "events", 2, "term", 54),
    _Goal("Present four times a year", "presentations", 4, "year", 56, 156, {"where": "role:presenter"}),
    _Goal("Hear from ten regions a year", "people", 10, "year", 52, None, {"distinct": "region"}),
    _Goal("Give the field something each term", "contributions", 1, "term", 52),
    _Goal(
        *("At most two webinars a quarter", "events", 2, "quarter", 52, None),
        {"where": "kind:webinar", "bound": "max"},
    ),
)
# of the goal by its title: weeks ago, and what then
_SUMMER = ("Someone new every month", 24, 19, "the summer is mine")
_AMENDED = ("Hear from five people at state level", 30, 5, "three were too easy")


def goals(today: date) -> list[Record]:
    return [_told(one, monday_of(today)) for one in _GOALS]


def _told(goal: _Goal, monday: date) -> Record:
    starts = monday - timedelta(weeks=goal.weeks_ago)
    ends = None if goal.weeks is None else starts + timedelta(weeks=goal.weeks, days=-1)
    pauses = [
        {"starts_on": _ago(monday, first), "ends_on": _ago(monday, last), "why": why}
        for title, first, last, why in (_SUMMER,)
        if title == goal.title
    ]
    amendments = [
        {
            "from_on": _ago(monday, weeks),
            "target": target,
            "where": (goal.more or {}).get("where"),
            "why": why,
        }
        for title, weeks, target, why in (_AMENDED,)
        if title == goal.title
    ]
    return filled(
        {
            **{"title": goal.title, "count": goal.counted, "target": goal.target, "per": goal.per},
            **{"starts_on": str(starts), "ends_on": None if ends is None else str(ends)},
            **{"pauses": pauses, "amendments": amendments, **(goal.more or {})},
        }
    )


def _ago(monday: date, weeks: int) -> str:
    return str(monday - timedelta(weeks=weeks))
