"""The sample's goals: one for each thing that can be counted."""

from datetime import date, timedelta

from netlog.records.sample.days import Record, monday_of

# title, count, where, target, per, started weeks ago, weeks it runs (None: until I say so)
_GOALS: tuple[tuple[str, str, str, int, str, int, int | None], ...] = (
    ("Two real conversations a week", "conversations", "", 2, "week", 52, None),
    ("Keep three promises a week", "follow-ups", "", 3, "week", 50, None),
    ("Someone new every month", "contacts", "", 1, "month", 53, 156),
    ("Hear from five people at state level", "people", "level:state", 5, "quarter", 52, None),
    ("Two events a term", "events", "", 2, "term", 54, None),
    ("Present four times a year", "presentations", "role:presenter", 4, "year", 56, 156),
)


def goals(today: date) -> list[Record]:
    return [_goal(row, today) for row in _GOALS]


def _goal(row: tuple[str, str, str, int, str, int, int | None], today: date) -> Record:
    title, count, where, target, per, weeks_ago, weeks = row
    starts = monday_of(today) - timedelta(weeks=weeks_ago)
    ends = None if weeks is None else starts + timedelta(weeks=weeks, days=-1)
    return {
        "title": title,
        "count": count,
        "where": where,
        "target": target,
        "per": per,
        "starts_on": starts.isoformat(),
        "ends_on": None if ends is None else ends.isoformat(),
    }
