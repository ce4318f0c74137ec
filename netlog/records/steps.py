"""Steps of the plan: whom to know, where to be, what to do, each under a vision or another step."""

from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError, NotFoundError, UsageError
from netlog.insight.plan import CLOSED
from netlog.records import hanging, plan_hooks, record, references, step_links
from netlog.records.barriers import Barriers
from netlog.records.dated import Day, Deadline
from netlog.records.fields import Choice, Text
from netlog.records.kind import Kind
from netlog.records.links import One, Steps
from netlog.vocabulary import STEP_KINDS, STEP_STATUSES

if TYPE_CHECKING:
    from datetime import date

    from netlog.records.context import Context
    from netlog.store.log import Log


ABOUT = {
    "contact": "contact_id",
    "event": "event_id",
    "group": "group_id",
    "goal": "goal_id",
    "contribution": "contribution_id",
    "introduction": "introduction_id",
}
EVENT_ENDS = "SELECT ends_on FROM event WHERE id = ?"
HORIZON = "SELECT by_on FROM vision WHERE id = ?"
# What a step is that is about a record, unless it says otherwise.
KINDS = {"contact": "person", "goal": "habit"}


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["what"]:
        raise UsageError("a step needs words", "say what it is")
    usual = _usual_kind(values["about"])
    follows = before and values["kind"] == before["kind"] == _usual_kind(before["about"])
    values["kind"] = usual if follows else values["kind"] or usual
    status = values["status"] = values["status"] or "idea"
    values["done_on"] = (values["done_on"] or ctx.today.isoformat()) if status == "done" else None


def _usual_kind(about: tuple[str, int] | None) -> str:
    return KINDS.get(about[0], about[0]) if about else "other"


def _settle(log: "Log", values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    step_links.settle(log, values, before)
    about = values["about"]
    if about and about[0] == "event" and not before and not values["by_on"]:
        values["by_on"] = log.value(EVENT_ENDS, about[1])
    if values["by_on"] and values["by_on"] != before.get("by_on"):
        _tell_of_horizon(log, values, ctx)


def _tell_of_horizon(log: "Log", values: dict[str, Any], ctx: "Context") -> None:
    """A day after that of the vision is kept, though the plan goes by the earlier one."""
    vision = values["vision"][1]
    horizon = log.value(HORIZON, vision)
    if values["by_on"] > horizon:
        ctx.told.append(f"{values['what']}: {values['by_on']} is after the day of v{vision}, {horizon}")


class About(One):
    """Whom or what a step is about; who is not in the log yet can be added as somebody you mean to know."""

    def resolve(self, log: "Log", value: Any, ctx: "Context") -> Any:
        try:
            return super().resolve(log, value, ctx)
        except NotFoundError as error:
            if isinstance(value, str) and references.may_be_name(value):
                add = f'netlog add-contact "{value}" --status target'
                error.hint = f"{error.hint.rpartition(', or add')[0] or error.hint}; to know them: {add}"
            raise


KIND = Kind(
    "step",
    (
        Text("what", help="What it is.", given=False),
        Choice(
            "kind", STEP_KINDS, help="person, event, group, skill, habit, ... (default: by what it is about)."
        ),
        One("vision", {"vision": "vision_id"}, "vision", "The vision it leads to (default: the current)."),
        One("parent", {"step": "parent_id"}, "under", "The step that it is a part of."),
        Text("reason", help="What it is good for."),
        Deadline("by_on", "by", "By when (default: when the event is that it is about).", lean="future"),
        Choice("status", STEP_STATUSES, help="idea, next, doing, done or dropped (default: idea)."),
        Day("done_on", "done", given=False, lean="past"),
        Steps(
            *("needs", "plan_step_need", "needs"),
            "A step to be done before it; give it again for more.",
            column="needed_id",
        ),
        About("about", ABOUT, "about", "Whom or what it is about: c12, e3, u1, g2, b4, i2."),
        Barriers(),
    ),
    title="what",
    order="id",
    shown="status NOT IN ('done', 'dropped')",
    check=_check,
    settle=_settle,
    after_add=plan_hooks.added("step"),
    after_change=plan_hooks.changed("step"),
    before_delete=hanging.of_step,
)

FREED = """
SELECT plan_step.id AS id, what FROM plan_step_need AS mine JOIN plan_step ON plan_step.id = mine.plan_step_id
 WHERE mine.needed_id = ?1 AND status IN ('idea', 'next')
   AND NOT EXISTS (SELECT 1 FROM plan_step_need AS also JOIN plan_step AS other ON other.id = also.needed_id
                    WHERE also.plan_step_id = mine.plan_step_id AND also.needed_id <> ?1
                      AND other.status NOT IN ('done', 'dropped')) ORDER BY plan_step.id"""
OPEN_UNDER = "SELECT id FROM plan_step WHERE parent_id = ? AND status NOT IN ('done', 'dropped') ORDER BY id"


def moved(
    log: "Log", id: int, status: str, on: "date | None", ctx: "Context", note: str | None = None
) -> bool:
    """Give a step a status, done on a day (None: today), with a note added; False when it has it already.

    ConflictError where a step that is to be done or dropped is so.
    """
    values = record.fetch(KIND, log, [id])[0]
    if status in CLOSED and values["status"] == status:
        day = f" on {values['done_on']}" if status == "done" else ""
        raise ConflictError(f"s{id} was {status}{day}", "nothing was changed")
    changes: dict[str, Any] = {"status": status}
    if status == "done":
        changes["done_on"] = (on or ctx.today).isoformat()
    if note:
        changes["notes"] = f"{values['notes']}\n{note}" if values["notes"] else note
    return record.change(KIND, log, id, changes, ctx)


def tell_of_closing(log: "Log", id: int, ctx: "Context") -> None:
    """Tell what can be done now that a step is closed, and what is left open under it."""
    for row in log.rows(FREED, id):
        ctx.told.append(f"s{row['id']} {row['what']} is not blocked any more")
    if under := [f"s{row['id']}" for row in log.rows(OPEN_UNDER, id)]:
        ctx.told.append(f"still open under s{id}: {', '.join(under)}")


def finish(log: "Log", id: int, on: "date", note: str | None, ctx: "Context") -> None:
    """Mark a step as done on a day, with a note added; nothing comes next, as it may of a follow-up."""
    moved(log, id, "done", on, ctx, note)


def keep_as_conversation(log: "Log", id: int, on: "date", note: str | None, ctx: "Context") -> int:
    """The conversation that the note of a step makes, with the contact that it is about."""
    values = record.fetch(KIND, log, [id])[0]
    if values["about"] is None or values["about"][0] != "contact":
        raise UsageError(f"s{id} is about nobody", "a conversation is with somebody: leave --log out")
    from netlog.records import conversations

    return conversations.keep(log, note or values["what"], on, [values["about"][1]], ctx)
