"""The weekly review: the week in numbers, what presses, who slips, what comes, how the goals stand, what to do."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.insight.periods import Period, period_from
from netlog.records import filters, progress, queue, record
from netlog.records.kind import kind_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

WEEKS_BEFORE = 4
COMING_DAYS = 7
EVENT_DAYS = 42
MOST_PEOPLE = 20
MOST_ACTIONS = 5

NUMBERS = {
    "conversations": "SELECT count(*) FROM conversation WHERE held_on BETWEEN ? AND ?",
    "people": "SELECT count(DISTINCT contact_id) FROM conversation_contact WHERE held_on BETWEEN ? AND ?",
    "new_contacts": "SELECT count(*) FROM contact WHERE known_on BETWEEN ? AND ? AND status <> 'target'",
    "events": "SELECT count(*) FROM event WHERE starts_on BETWEEN ? AND ? AND status = 'attended'",
    "follow_ups": "SELECT count(*) FROM follow_up WHERE status = 'done' AND done_on BETWEEN ? AND ?",
}
COMING_EVENTS = """
SELECT id FROM event WHERE starts_on BETWEEN ? AND ? AND status IN ('planned', 'registered') ORDER BY starts_on, id"""

# What a goal counts is what an action of a type moves.
_MOVES = {
    "contact": ("people", "conversations"),
    "follow_up": ("follow-ups",),
    "event": ("events", "presentations", "contacts"),
}


def review(log: "Log", day: date, today: date, ctx: "Context", left_out: list[str] | None = None) -> Json:
    """The review of the week that holds `day`, as the contract's JSON; `left_out` as for progress.goals."""
    week = period_from("week", day)
    at = min(max(today, week.starts_on), week.ends_on)
    waiting = queue.due(log, at, COMING_DAYS, MOST_PEOPLE)
    promised = [one for one in waiting if one["type"] == "follow_up"]
    events = _events(log, at)
    goal_ids = filters.find(kind_of("goal"), log, [], ctx)
    goals = progress.goals(log, goal_ids, at, ctx, left_out=left_out)
    slipping = [one for one in waiting if one["type"] == "contact" and one["days_late"] >= 0]
    return {
        "week": {"label": week.label, "starts_on": str(week.starts_on), "ends_on": str(week.ends_on)},
        "numbers": _numbers(log, week),
        "overdue": _by_day([one for one in promised if one["days_late"] > 0]),
        "coming": _by_day([one for one in promised if one["days_late"] <= 0]),
        "slipping": slipping,
        "events": events,
        "goals": goals,
        "actions": _actions(
            [*(one for one in waiting if one["type"] == "follow_up"), *slipping], events, goals, at
        ),
        "reviewed_at": log.value("SELECT reviewed_at FROM review WHERE week_on = ?", str(week.starts_on)),
        "streak": _streak(log, week.starts_on),
    }


def must_have_begun(day: date, today: date) -> None:
    """UsageError where the week of a day is still to come."""
    if period_from("week", day).starts_on > today:
        raise UsageError(f"the week of {day} is still to come", "a review is held in its week or later")


def hold(log: "Log", day: date, now: str) -> bool:
    """Note that the review of a week was held; False when it was noted before."""
    week_on = period_from("week", day).starts_on.isoformat()
    if log.value("SELECT 1 FROM review WHERE week_on = ?", week_on):
        return False
    log.insert("review", {"week_on": week_on, "reviewed_at": now})
    return True


def _numbers(log: "Log", week: Period) -> dict[str, Json]:
    """Each number of the week, and its average over the weeks before."""
    first = week.starts_on - timedelta(weeks=WEEKS_BEFORE)
    last = week.starts_on - timedelta(days=1)
    found = {}
    for key, sql in NUMBERS.items():
        now = log.value(sql, str(week.starts_on), str(week.ends_on))
        weeks = [first + timedelta(weeks=n) for n in range(WEEKS_BEFORE)] if key == "people" else [first]
        days = (
            7 if key == "people" else (last - first).days + 1
        )  # people talked with twice count in each week
        before = sum(log.value(sql, str(start), str(start + timedelta(days=days - 1))) for start in weeks)
        found[key] = {"now": now, "before": round(before / WEEKS_BEFORE, 1)}
    return found


def _events(log: "Log", at: date) -> list[Json]:
    rows = log.rows(COMING_EVENTS, str(at), str(at + timedelta(days=EVENT_DAYS)))
    return record.load(kind_of("event"), log, [row["id"] for row in rows])


def _by_day(rows: list[Json]) -> list[Json]:
    return sorted(rows, key=lambda one: (one["due_on"], -one["score"], one["ref"]))


def _actions(waiting: list[Json], events: list[Json], goals: list[Json], at: date) -> list[Json]:
    """At most five next actions: the most urgent, with room kept for the next event and a goal behind pace."""
    behind = [goal for goal in goals if goal["state"] == "behind"]
    kept = []
    for event in events[:1]:
        if event["to_meet"]:
            names = ", ".join(one["name"] for one in event["to_meet"][:3])
            text = f"prepare for {event['name']}: you mean to meet {names}"
            kept.append(_action(text, f"netlog show {event['ref']}", event["ref"], "event", behind))
    for goal in behind[:1]:
        left = goal["target"] - goal["done"]
        text = f"{goal['title']}: {left} more by {goal['period']['ends_on']}"
        kept.append(_action(text, f"netlog goals {goal['ref']} --why", goal["ref"], "goal", [goal]))
    first = sorted(waiting, key=lambda one: (-one["score"], one["due_on"], one["ref"]))[
        : MOST_ACTIONS - len(kept)
    ]
    urgent = [_action(_named(one), one["command"], one["ref"], one["type"], behind) for one in first]
    return [*urgent, *kept]


def _named(one: Json) -> str:
    names = [who["name"] for who in one["contacts"] if who["name"] not in one["what"]]
    return f"{one['what']} ({', '.join(names)})" if names else str(one["what"])


def _action(text: str, command: str, ref: str, type: str, behind: list[Json]) -> Json:
    serves = next((g for g in behind if type == "goal" or g["count"] in _MOVES[type]), None)
    toward = {"ref": serves["ref"], "name": serves["title"]} if serves else None
    return {"text": text, "command": command, "ref": ref, "toward": toward}


def _streak(log: "Log", week_on: date) -> int:
    """Weeks in a row with a review, up to this one, or to the last if this one's is still to come."""
    held = {row[0] for row in log.rows("SELECT week_on FROM review WHERE week_on <= ?", str(week_on))}
    day = week_on if str(week_on) in held else week_on - timedelta(weeks=1)
    streak = 0
    while str(day) in held:
        streak += 1
        day -= timedelta(weeks=1)
    return streak
