"""Why a record is not in the queue, for who asks `due --why REF`."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from netlog.vocabulary import LETTERS, plural_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log, Row

CONTACT = "SELECT status, next_contact_on, snoozed_until FROM contact WHERE id = ?"
FOLLOW_UP = "SELECT status, due_on, snoozed_until, done_on, dropped_on FROM follow_up WHERE id = ?"
MEMBERSHIP = "SELECT renews_on, left_on, snoozed_until FROM membership WHERE id = ?"
STEP = """
SELECT plan_step.status, done_on, plan_step.by_on, vision.status AS vision
  FROM plan_step JOIN vision ON vision.id = vision_id WHERE plan_step.id = ?"""
STEP_WAITS = """
SELECT id FROM plan_step
 WHERE status NOT IN ('done', 'dropped')
   AND (parent_id = ?1 OR id IN (SELECT needed_id FROM plan_step_need WHERE plan_step_id = ?1)) ORDER BY id"""
EVENT = """
SELECT status, starts_on, (SELECT held_on FROM debrief WHERE event_id = event.id) AS debriefed_on
  FROM event WHERE id = ?"""


def told(
    log: "Log", wanted: Iterable[tuple[str, int]], found: list[dict[str, Any]], ctx: "Context"
) -> list[str]:
    """A line on each record that was asked about and is not among the entries found."""
    refs = {one["ref"] for one in found}
    return [
        f"{LETTERS[type]}{id} is not in the queue: {_why(log, type, id, ctx)}"
        for type, id in sorted(wanted)
        if f"{LETTERS[type]}{id}" not in refs
    ]


def _why(log: "Log", type: str, id: int, ctx: "Context") -> str:
    if type in _ASKED:
        sql, of = _ASKED[type]
        return of(log.rows(sql, id)[0], ctx)
    if type == "step":
        return _of_step(log, id)
    if type == "introduction":
        return _of_introduction(log, id, ctx)
    return _of_goal(log, id, ctx) if type == "goal" else f"{plural_of(type).replace('_', '-')} never are"


def _of_goal(log: "Log", id: int, ctx: "Context") -> str:
    from netlog.records import progress

    goal = progress.goals(log, [id], ctx.today, ctx, exact=0)[0]
    if goal["closed_on"]:
        return f"closed on {goal['closed_on']}"
    if goal["paused"]:
        until = goal["paused"]["ends_on"]
        return f"paused until {until}" if until else "paused until it is resumed"
    if goal["starts_on"] > ctx.today.isoformat():
        return f"it starts {goal['starts_on']}"
    if goal["period"] is None:
        return "between two terms"
    if goal["bound"] == "max":
        return f"a maximum: {goal['done']} of at most {goal['target']}"
    return {"met": "it is met", "missed": "it is over"}.get(goal["state"], "it is on pace")


def _of_contact(row: "Row", ctx: "Context") -> str:
    if row["status"] == "archived":
        return "archived"
    turn = row["next_contact_on"]
    if turn is None:
        return "no cadence, so no turn"
    snoozed = turn == row["snoozed_until"] and turn > ctx.today.isoformat()
    return f"snoozed until {turn}" if snoozed else f"the turn comes on {turn}"


def _of_follow_up(row: "Row", ctx: "Context") -> str:
    if row["status"] != "open":
        return f"{row['status']} on {row['done_on'] or row['dropped_on']}"
    snoozed = (row["snoozed_until"] or "") > row["due_on"]
    return f"snoozed until {row['snoozed_until']}" if snoozed else f"due on {row['due_on']}"


def _of_event(row: "Row", ctx: "Context") -> str:
    if row["debriefed_on"]:
        return f"debriefed on {row['debriefed_on']}"
    if row["status"] == "skipped":
        return "skipped"
    return (
        f"it starts on {row['starts_on']}: preparing begins two weeks before, looking back ends after 60 days"
    )


def _of_step(log: "Log", id: int) -> str:
    row = log.rows(STEP, id)[0]
    if row["vision"] == "past":
        return "a step of a past vision"
    if row["status"] in ("done", "dropped"):
        return f"done on {row['done_on']}" if row["done_on"] else "dropped"
    if waits := [f"s{one['id']}" for one in log.rows(STEP_WAITS, id)]:
        return f"it waits for {', '.join(waits)}"
    return (
        f"it is due on {row['by_on']}" if row["by_on"] else "no date presses it: see `netlog plan timeline`"
    )


def _of_introduction(log: "Log", id: int, ctx: "Context") -> str:
    from netlog.records import introduction_moves, introductions, record

    values = record.fetch(introductions.KIND, log, [id])[0]
    status, until = values["status"], values["snoozed_until"] or ""
    move = introduction_moves.of(values)
    if until > ctx.today.isoformat():
        return f"snoozed until {until}"
    if move is not None:
        return f"{status} on {values[f'{status}_on']}: the next move, {move.status}, is due on {move.due_on}"
    if values["by"] and values["who"] and status in ("asked", "made"):
        return "it is one among others, with no move of yours"
    return f"{status} on {values[f'{status}_on']}"


def _of_membership(row: "Row", ctx: "Context") -> str:
    if row["left_on"]:
        return f"you left on {row['left_on']}"
    if row["renews_on"] is None:
        return "no day of renewal"
    if (row["snoozed_until"] or "") > ctx.today.isoformat():
        return f"snoozed until {row['snoozed_until']}"
    return f"it runs out on {row['renews_on']}: renewing begins a month before"


_ASKED: "dict[str, tuple[str, Callable[[Row, Context], str]]]" = {
    "contact": (CONTACT, _of_contact),
    "follow_up": (FOLLOW_UP, _of_follow_up),
    "event": (EVENT, _of_event),
    "membership": (MEMBERSHIP, _of_membership),
}
