"""What a plan lacks, each with the command that mends it."""

import shlex
from typing import TYPE_CHECKING, Any

from netlog.records import reach
from netlog.records.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

PEOPLE = ("person", "leader")
GOALS = "SELECT id, title FROM goal WHERE status = 'active' ORDER BY id"
SERVED = """
SELECT goal_id FROM vision CROSS JOIN plan_step ON plan_step.vision_id = vision.id
 WHERE vision.status = 'current' AND goal_id IS NOT NULL AND plan_step.status <> 'dropped'"""


def gaps(log: "Log", vision: int, ctx: "Context") -> list[Json]:
    """Each gap of a plan: gap, ref, what, command.

    no-introducer, no-date, no-next-action and no-helper are gaps of a step, no-goal of the vision, and
    no-vision of an active goal that no step of the current vision is about.
    """
    whole = Plan(log, vision, ctx.today)
    live = whole.steps(whole.slots)
    once = [step for step in live if step["kind"] != "habit" and not _serves_goal(step)]
    return [
        *(gap for step in live if (gap := _out_of_reach(log, step))),
        *(_undated(step) for step in once if step["by_on"] is None),
        *(_waiting(step) for step in once if step["ready"] and step["state"] == "idea"),
        *(gap for step in live for gap in _unhelped(step)),
        *_goals(log, whole.vision, live),
    ]


def _serves_goal(step: Json) -> bool:
    """Whether a step is about a goal, which has days of its own and is its own next action, as any habit is."""
    return bool(step["about"]) and step["about"]["ref"][0] == "g"


def _out_of_reach(log: "Log", step: Json) -> Json | None:
    about = step["about"]
    if step["kind"] not in PEOPLE or about is None or about["ref"][0] != "c":
        return None
    contact = int(about["ref"][1:])
    if reach.is_known(log, contact) or reach.can_be_introduced(log, contact):
        return None
    return _gap(
        "no-introducer",
        step,
        f"{step['what']}: who knows {about['name']}?",
        f"netlog edit NAME knows+={about['ref']}",
    )


def _undated(step: Json) -> Json:
    return _gap("no-date", step, f"{step['what']}: by when?", f"netlog edit {step['ref']} by=DATE")


def _waiting(step: Json) -> Json:
    return _gap("no-next-action", step, f"{step['what']}: is it next?", f"netlog mark next {step['ref']}")


def _unhelped(step: Json) -> "Iterator[Json]":
    for barrier in step["barriers"]:
        if barrier["helper"] is None:
            told = f"{step['what']}: who could help with {barrier['what']!r}?"
            word = shlex.quote(f"barrier+={barrier['what']}=NAME")
            yield _gap("no-helper", step, told, f"netlog edit {step['ref']} {word}")


def _goals(log: "Log", vision: Json, live: list[Json]) -> "Iterator[Json]":
    rows = log.rows(GOALS)
    if not any(_serves_goal(step) for step in live):
        tie = 'netlog add-step "HABIT" --vision {} --about g{}'
        command = tie.format(vision["ref"], rows[0]["id"]) if rows else "netlog suggest-goals"
        yield _gap("no-goal", vision, f"no goal serves {vision['statement']}", command)
    served = {row["goal_id"] for row in log.rows(SERVED)}
    for row in rows if vision["status"] == "current" else ():
        if row["id"] not in served:
            goal = {"ref": f"g{row['id']}"}
            command = f"netlog add-step {shlex.quote(row['title'])} --about {goal['ref']}"
            yield _gap("no-vision", goal, f"the goal {row['title']!r} serves no vision", command)


def _gap(gap: str, of: Json, what: str, command: str) -> Json:
    return {"gap": gap, "ref": of["ref"], "what": what, "command": command}
