"""What ties a step into the plan: its vision, the step above it and its needs agree, and none waits for itself."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from netlog.errors import BadDataError, UsageError
from netlog.insight import plan
from netlog.records import plan_rows, visions
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.store.log import Log

VISION_OF = "SELECT vision_id FROM plan_step WHERE id = ?"
ELSEWHERE = """
SELECT id, what, vision_id FROM plan_step
 WHERE id IN (SELECT value FROM json_each(?)) AND vision_id <> ? ORDER BY id LIMIT 1"""
TIED = """
SELECT plan_step_id, needed_id FROM plan_step_need WHERE plan_step_id IN (SELECT value FROM json_each(?1))
UNION SELECT plan_step_id, needed_id FROM plan_step_need WHERE needed_id IN (SELECT value FROM json_each(?1))
 ORDER BY 1, 2"""
EVERY_VISION = "SELECT id FROM vision ORDER BY id"
TOGETHER = "the steps of a plan lead to one vision"
DEEPEST = 100  # steps above each other: what a tree can be drawn of, and more than anybody can read
_NEW = 0  # stands for a step that has no id yet


def settle(log: "Log", values: dict[str, Any], before: dict[str, Any]) -> None:
    """Give a step its vision where none was named; UsageError where it can't be tied in so.

    Without a vision of its own it has that of the step above, else the current one. Steps under one that
    moves to another vision move with it.
    """
    own, parent = before.get("id", _NEW), values["parent"]
    _choose_vision(log, values, before)
    vision = values["vision"][1]
    if parent and parent[1] != own:
        _same_vision(log, [parent[1]], vision, f"a step of v{vision} can't be under", "under=")
    moving = _family(log, own, before["vision"][1]) if before else [own]
    if not before or any(values[key] != before[key] for key in ("parent", "needs", "vision")):
        involved = {vision, *([before["vision"][1]] if before else [])}
        _no_cycle(log, own, values, involved)
        staying = [need for need in values["needs"] if need not in moving]
        _same_vision(log, staying, vision, f"a step of v{vision} can't need", "needs-=REF")
    if before and before["vision"] != values["vision"]:
        _move(log, moving, vision)


def must_be_sound(log: "Log") -> None:
    """BadDataError where steps wait for each other in a circle, or are under or need one of another vision."""
    steps = plan_rows.of_visions(log, [row["id"] for row in log.rows(EVERY_VISION)])
    if found := plan.any_cycle(plan.waits_of(steps)):
        raise BadDataError(f"steps wait for each other: {_named(found)}", "nothing was changed")
    if plan.deepest(steps) > DEEPEST:
        raise BadDataError(f"more than {DEEPEST} steps stand above each other", "nothing was changed")
    for one in steps:
        tied = [*one.needs, *([one.parent] if one.parent else [])]
        row = log.row(ELSEWHERE, json_ids(tied), log.value(VISION_OF, one.id)) if tied else None
        if row is not None:
            raise BadDataError(f"s{one.id} and s{row['id']} are of two visions", TOGETHER)


def _choose_vision(log: "Log", values: dict[str, Any], before: dict[str, Any]) -> None:
    parent = values["parent"]
    follows = before and parent != before["parent"] and values["vision"] == before["vision"]
    if values["vision"] and not follows:
        return
    if parent:
        values["vision"] = ("vision", log.value(VISION_OF, parent[1]))
    elif not values["vision"]:
        values["vision"] = ("vision", visions.must_be_current(log))


def _same_vision(log: "Log", ids: Iterable[int], vision: int, told: str, edit: str) -> None:
    row = log.row(ELSEWHERE, json_ids(ids), vision)
    if row is not None:
        raise UsageError(
            f"{told} s{row['id']} {row['what']}, which is of v{row['vision_id']}",
            f"{TOGETHER}; leave it out: {edit}",
        )


def _no_cycle(log: "Log", own: int, values: dict[str, Any], involved: Iterable[int]) -> None:
    """UsageError naming the cycle that the step would close."""
    steps = [one for one in plan_rows.of_visions(log, involved) if one.id != own]
    parent = values["parent"][1] if values["parent"] else None
    steps.append(plan.Step(own, values["status"], parent, tuple(values["needs"])))
    waits = plan.waits_of(steps)
    if parent == own:
        waits[own].append(own)
    if found := plan.cycle_through(own, waits):
        raise UsageError(
            f"that is a cycle: {_named(found)}", "a step waits for its needs and for those under it"
        )
    if plan.deepest(steps) > DEEPEST:
        raise UsageError(
            f"that would be more than {DEEPEST} steps above each other", "let it need them instead"
        )


def _family(log: "Log", own: int, vision: int) -> list[int]:
    """A step and all under it."""
    under: dict[int, list[int]] = {}
    for one in plan_rows.of_visions(log, [vision]):
        if one.parent is not None:
            under.setdefault(one.parent, []).append(one.id)
    found = [own]
    for id in found:  # grows meanwhile
        found += [one for one in under.get(id, ()) if one not in found]
    return found


def _move(log: "Log", moving: list[int], vision: int) -> None:
    """Bring steps to another vision; UsageError where one of them and one that stays need each other."""
    for row in log.rows(TIED, json_ids(moving)):
        pair = (row["plan_step_id"], row["needed_id"])
        if (pair[0] in moving) != (pair[1] in moving) and moving[0] != pair[0]:
            raise UsageError(
                f"s{pair[0]} needs s{pair[1]}, and {TOGETHER}",
                f"nothing was changed; netlog edit s{pair[0]} needs-=s{pair[1]}",
            )
    for id in moving[1:]:
        log.update("plan_step", id, {"vision_id": vision})


def _named(cycle: list[int]) -> str:
    return " -> ".join(f"s{id}" if id else "the new step" for id in cycle)
