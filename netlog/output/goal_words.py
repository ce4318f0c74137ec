"""A goal in words: what it asks for, how it goes on, what became of it."""

from datetime import date, timedelta
from math import ceil
from typing import Any

from netlog.plurals import counted

Row = dict[str, Any]

MAXIMUM = "max"
# one and several of what is counted, where these are not the word of --count and the same without its s
NOUNS = {
    "contacts": ("new contact", "new contacts"),
    "people": ("person talked with", "people talked with"),
    "follow-ups": ("follow-up kept", "follow-ups kept"),
    "introductions-made": ("introduction made", "introductions made"),
    "introductions-received": ("introduction received", "introductions received"),
    "help-given": ("time help given", "times help given"),
    "help-received": ("time help received", "times help received"),
    "group-meetings": ("group meeting", "group meetings"),
    "memberships": ("group joined", "groups joined"),
    "opportunities": ("opportunity", "opportunities"),
    "takeaways": ("takeaway tried", "takeaways tried"),
    "reviews": ("weekly review", "weekly reviews"),
    "steps": ("step done", "steps done"),
}


def asked(row: Row) -> str:
    """What a goal asks for: `at least 2 conversations per week, only kind:call`.

    Where a pause or its end leaves less of it to the present period, that too.
    """
    bound = "at most" if row.get("bound") == MAXIMUM else "at least"
    one, many = NOUNS.get(row["count"], (row["count"].removesuffix("s"), row["count"]))
    whole = row["whole"]
    what = counted(whole, one, many)
    if row.get("distinct"):
        what = f"{counted(whole, row['distinct'])} of {many}"
    where = f", only {row['where']}" if row.get("where") else ""
    less = row["period"] and 0 < row["target"] < whole
    share = f" ({row['target']} of it in {row['period']['label']})" if less else ""
    return f"{bound} {what} per {row['per']}{where}{share}"


def state(row: Row) -> str:
    """The state, with how much is lacking, left or too much."""
    name, done, target = row.get("state") or "", row.get("done") or 0, row.get("target") or 0
    if rests(row):
        idle = "nothing asked" if row.get("period") else "between two terms"
        return "paused" if row.get("paused") else idle
    if not begun(row):
        return f"starts {row['starts_on']}"
    if row.get("bound") == MAXIMUM:
        return f"{done - target} over" if name == "missed" else f"{target - done} left"
    if name == "behind" and row.get("expected") is not None:
        return f"{max(1, ceil(row['expected'] - done))} behind"
    return "paused" if name == "on-pace" and row.get("paused") else name.replace("-", " ")


def rests(row: Row) -> bool:
    """Whether nothing is asked of the present period."""
    return row.get("state") == "on-pace" and not row.get("expected") and not row.get("target")


def begun(row: Row) -> bool:
    """Whether the day that a goal is seen on, which the days left tell, is not before its first."""
    if not row.get("days_left") or not row.get("starts_on"):
        return True
    seen_on = date.fromisoformat(row["period"]["ends_on"]) - timedelta(days=row["days_left"])
    return date.fromisoformat(row["starts_on"]) <= seen_on


def ahead(row: Row) -> str:
    """The forecast in a few words; nothing where all is well."""
    found = row.get("forecast")
    if not found or (row.get("state") in ("met", "missed") and row.get("bound") != MAXIMUM):
        return ""
    if found["met_on"]:
        return f"met {found['met_on']}"
    if row.get("bound") == MAXIMUM and found["will_be_met"]:
        return ""
    return f"{number(found['by_end'])} by the end"


def paused(one: Row) -> str:
    """`2026-06-01..2026-08-14 (summer)`."""
    return f"{one['starts_on']}..{one['ends_on'] or ''}{_because(one)}"


def amended(one: Row) -> str:
    """`from 2026-02-01: 3, only level:state (more time)`."""
    where = f", only {one['where']}" if one["where"] else ""
    return f"from {one['from_on']}: {one['target']}{where}{_because(one)}"


def left(row: Row) -> str:
    """How many days the period still has, and which it is."""
    period = row.get("period")
    if not period:
        return ""
    return f"{counted(row['days_left'], 'day')} left in {period['label']}"


def number(value: float) -> str:
    """A number to one place."""
    return str(round(value, 1)).removesuffix(".0")


def _because(one: Row) -> str:
    return f" ({one['why']})" if one.get("why") else ""
