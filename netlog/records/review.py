"""The weekly review: the week in numbers, what presses, who slips, what comes, how the goals stand, what to do."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import UsageError
from netlog.insight import budget
from netlog.insight.periods import Period, period_from
from netlog.records import (
    agenda,
    plan,
    progress,
    queue,
    record,
    review_answers,
    serving,
    stalled,
    to_try,
    wins,
)
from netlog.records.kind import kind_of
from netlog.records.variety import Variety

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

WEEKS_BEFORE = 4
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
    "event": ("events", "contacts"),
    "step": ("steps",),
}
# and of an introduction, by the part that it has in the score
_INTRODUCTION_MOVES = {
    "introduce": ("introductions-made",),
    "remind": ("introductions-received",),
    "meet": ("people", "conversations", "contacts"),
}


def review(
    log: "Log",
    day: date,
    today: date,
    ctx: "Context",
    left_out: list[str] | None = None,
    minutes: int | None = None,
    *,
    past: int = progress.ALL,
) -> Json:
    """The review of the week that holds `day`, as the contract's JSON; `left_out` as for progress.goals.

    With `minutes` its actions are what fits into them. Of the goals, `past` periods are counted in full.
    """
    week, at = _week(day, today)
    goal_ids = progress.active(log, at if at < today else None)
    goals = progress.goals(log, goal_ids, at, ctx, exact=past, left_out=left_out)
    variety = Variety(log, ctx)
    waiting = queue.first_people(queue.due(log, at, None, ctx, goals=goals, variety=variety), MOST_PEOPLE)
    promised = [one for one in waiting if one["type"] == "follow_up"]
    fitting = None if minutes is None else agenda.within(waiting, minutes, ctx)
    events = _events(log, at)
    slipping = [one for one in waiting if one["type"] == "contact" and one["days_late"] >= 0]
    actions = _actions(waiting, events, goals, ctx) if fitting is None else _each(fitting, goals, ctx)
    people = {
        **{one["ref"]: one["to_meet"] for one in events},
        **{one["ref"]: one["contacts"] for one in waiting},
    }
    gaps = _gaps(log, ctx, variety)
    return {
        "week": {"label": week.label, "starts_on": str(week.starts_on), "ends_on": str(week.ends_on)},
        "numbers": _numbers(log, week),
        "overdue": _by_day([one for one in promised if one["days_late"] > 0]),
        "coming": _by_day([one for one in promised if one["days_late"] <= 0]),
        "slipping": slipping,
        "renewals": _by_day([one for one in waiting if one["type"] == "membership"]),
        "introductions": [one for one in waiting if one["type"] == "introduction"],
        "events": events,
        "goals": goals,
        "wins": wins.find(log, [], ctx, since=str(week.starts_on), until=str(week.ends_on)),
        "to_try": to_try.oldest(log, str(at)),
        "opportunities": stalled.longest(log, at),
        "plan": plan.of_week(log, week.starts_on, week.ends_on, at),
        "gaps": gaps,
        "actions": serving.with_gaps(serving.with_steps(log, actions, people), gaps),
        "minutes": None if fitting is None else _minutes(minutes, fitting),
        "reviewed_at": log.value("SELECT reviewed_at FROM review WHERE week_on = ?", str(week.starts_on)),
        "streak": _streak(log, week.starts_on),
    }


class Left(NamedTuple):
    """What a running review has still to go through, how many entries were answered, and the weeks in a row before it."""

    week_on: str
    entries: list[Json]
    answered: int
    streak: int


def left(log: "Log", day: date, today: date, ctx: "Context", minutes: int | None) -> Left:
    """What is left of the review of the week that holds `day`; with `minutes`, as much as fits into them."""
    week, at = _week(day, today)
    waiting = queue.first_people(queue.due(log, at, None, ctx), MOST_PEOPLE)
    answers = review_answers.answered(log, str(week.starts_on))
    unanswered = [one for one in waiting if one["ref"] not in answers]
    fitting = agenda.within(unanswered, agenda.ENDLESS if minutes is None else minutes, ctx)
    return Left(str(week.starts_on), fitting, len(answers), _streak(log, week.starts_on))


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


def _week(day: date, today: date) -> tuple[Period, date]:
    """The week of a day, and the day from which it is looked at: today, or the nearest of its own."""
    week = period_from("week", day)
    return week, min(max(today, week.starts_on), week.ends_on)


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


def _gaps(log: "Log", ctx: "Context", variety: Variety) -> list[Json]:
    """What the network lacks to its diversity targets; nothing is counted where there are none."""
    if not ctx.diversity:
        return []
    from netlog.records import diversity_gaps

    return diversity_gaps.open_ones(log, ctx, variety.counted)


def _by_day(rows: list[Json]) -> list[Json]:
    return sorted(rows, key=lambda one: (one["due_on"], -one["score"], one["ref"]))


def _actions(waiting: list[Json], events: list[Json], goals: list[Json], ctx: "Context") -> list[Json]:
    """At most five next actions: the first of the queue, with room kept for an event and a goal behind pace."""
    behind = [goal for goal in goals if goal["state"] == "behind"]
    pressing = agenda.pressing(waiting)
    event = next((one for one in pressing if one["command"].startswith("netlog prep ")), None)
    goal = next((one for one in pressing if one["type"] == "goal"), None)
    kept = []
    if event:
        kept.append(_action_of(event, behind, ctx))
    elif events and events[0]["to_meet"]:
        text = f"prepare for {events[0]['name']}{_to_meet(events[0]['to_meet'])}"
        moved = [goal for goal in behind if goal["count"] in _MOVES["event"]]
        kept.append(_action(text, f"netlog prep {events[0]['ref']}", events[0]["ref"], "event", moved, ctx))
    if goal:
        kept.append(_action_of(goal, behind, ctx))
    others = [one for one in pressing if one is not event and one["type"] != "goal"]
    first = _with_somebody(others, MOST_ACTIONS - len(kept))
    return [*(_action_of(one, behind, ctx) for one in first), *kept]


def _with_somebody(entries: list[Json], most: int) -> list[Json]:
    """The first entries; where none is a person, the last of them makes room for the first who is."""
    first = entries[:most]
    somebody = next((one for one in entries[most:] if one["type"] == "contact"), None)
    if somebody is None or any(one["type"] == "contact" for one in first):
        return first
    return [*first[:-1], somebody]


def _each(fitting: list[Json], goals: list[Json], ctx: "Context") -> list[Json]:
    behind = [goal for goal in goals if goal["state"] == "behind"]
    return [_action_of(one, behind, ctx) for one in fitting]


def _minutes(given: int | None, fitting: list[Json]) -> Json:
    return {"given": given, "planned": sum(one["minutes"] for one in fitting)}


def _action_of(entry: Json, behind: list[Json], ctx: "Context") -> Json:
    """What an entry of the queue asks for; a goal is moved by nothing but itself."""
    if entry["type"] != "goal":
        moved = [goal for goal in behind if goal["count"] in _moves(entry)]
        return _action(_named(entry), entry["command"], entry["ref"], entry["type"], moved, ctx)
    found = next(one for one in behind if one["ref"] == entry["ref"])
    text = f"{entry['what']}: {found['target'] - found['done']} more by {entry['due_on']}"
    return _action(text, entry["command"], entry["ref"], "goal", [found], ctx)


def _to_meet(people: list[Json]) -> str:
    return f": you mean to meet {', '.join(one['name'] for one in people[:3])}" if people else ""


def _named(one: Json) -> str:
    if one["command"].startswith("netlog prep "):
        return f"{one['what']}{_to_meet(one['contacts'])}"
    names = [who["name"] for who in one["contacts"] if who["name"] not in one["what"]]
    return f"{one['what']} ({', '.join(names)})" if names else str(one["what"])


def _moves(entry: Json) -> tuple[str, ...]:
    """What a goal may count that dealing with an entry makes one more of."""
    if entry["type"] == "introduction":
        return next((counts for part, counts in _INTRODUCTION_MOVES.items() if part in entry["parts"]), ())
    return _MOVES.get(entry["type"], ())


def _action(text: str, command: str, ref: str, type: str, moved: list[Json], ctx: "Context") -> Json:
    serves = next(iter(moved), None)
    toward = {"ref": serves["ref"], "name": serves["title"]} if serves else None
    minutes = budget.minutes_of(type, ctx.minutes)
    return {"text": text, "command": command, "ref": ref, "toward": toward, "minutes": minutes}


def _streak(log: "Log", week_on: date) -> int:
    """Weeks in a row with a review, up to this one, or to the last if this one's is still to come."""
    held = {row[0] for row in log.rows("SELECT week_on FROM review WHERE week_on <= ?", str(week_on))}
    day = week_on if str(week_on) in held else week_on - timedelta(weeks=1)
    streak = 0
    while str(day) in held:
        streak += 1
        day -= timedelta(weeks=1)
    return streak
