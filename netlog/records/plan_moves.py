"""The log moves the plan: what happened does the steps that are exactly about it, and proposes those like it.

Only the open steps of the current vision are moved. What knows of steps is loaded once there is one: most of
what is written moves none.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from netlog.records import acquaintance
from netlog.records.record import names_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log, Row

Values = dict[str, Any]
Why = Callable[["Row"], str | None]  # why a step is moved, in words; None where it is not

KNOWN = ("person", "leader", "introduction")  # kinds of step that meeting the person does
HABIT = "habit"  # a kind of step that nothing that happens once does
MADE = ("made", "met", "thanked")
PROPOSED = 3  # at most, of steps that only sound like it

OPEN = """
SELECT s.id, s.what, s.kind, s.parent_id, s.contact_id, s.event_id, s.group_id, s.goal_id, s.contribution_id,
       s.introduction_id, i.to_id AS introduced_to
  FROM vision CROSS JOIN plan_step AS s ON s.vision_id = vision.id
  LEFT JOIN introduction AS i ON i.id = s.introduction_id AND i.who_id IS NULL
 WHERE vision.status = 'current' AND s.status NOT IN ('done', 'dropped') ORDER BY s.id"""
STILL_OPEN = "SELECT 1 FROM plan_step WHERE id = ? AND status NOT IN ('done', 'dropped')"
MEMBER_SINCE = "SELECT min(joined_on) FROM membership WHERE group_id = ? AND left_on IS NULL"
GIVEN_AT = "SELECT min(given_on) FROM contribution WHERE event_id = ?"
GIVEN_TO = "SELECT min(given_on) FROM contribution WHERE group_id = ?"


def conversation(log: "Log", id: int, values: Values, before: Values, ctx: "Context") -> None:
    """You talked with those of a conversation, whom you had perhaps only meant to know."""
    people = [one for one in values["contacts"] if one not in before.get("contacts", ())]
    if people:
        acquaintance.begin(log, people, "talked with", ctx)
        _known(log, people, "you talked with", values["held_on"], ctx)


def event(log: "Log", id: int, values: Values, before: Values, ctx: "Context") -> None:
    """An event was attended, and people were met there."""
    met = [one for one in values["met"] if one not in before.get("met", ())]
    day = values["starts_on"]
    if met and day <= ctx.today.isoformat():
        acquaintance.begin(log, met, "met", ctx, event=id, day=day)
        _known(log, met, f"at {values['name']} you met", day, ctx)
    if values["status"] != "attended" or before.get("status") == "attended":
        return
    _move(
        log,
        min(values["ends_on"], ctx.today.isoformat()),
        lambda step: f"you were at {values['name']}" if step["event_id"] == id else None,
        ("event",),
        (values["name"],),
        ctx,
    )


def membership(log: "Log", id: int, values: Values, before: Values, ctx: "Context") -> None:
    """You joined a group."""
    if values["left_on"] or (before and before["group"] == values["group"] and not before["left_on"]):
        return
    name = names_of(log, [values["group"]])[values["group"]]
    _move(
        log,
        values["joined_on"],
        lambda step: f"you joined {name}" if step["group_id"] == values["group"][1] else None,
        ("group",),
        (name,),
        ctx,
    )


def contribution(log: "Log", id: int, values: Values, before: Values, ctx: "Context") -> None:
    """You gave the field something, at an event or to a group perhaps."""
    places = {"event_id": values["event"], "group_id": values["group"]}
    if before and all(before[key] == values[key] for key in ("event", "group", "title")):
        return
    named = names_of(log, [place for place in places.values() if place])

    def about(step: "Row") -> str | None:
        linked = any(place and step[column] == place[1] for column, place in places.items())
        return f"you gave {values['title']}" if linked or step["contribution_id"] == id else None

    _move(log, values["given_on"], about, ("contribution",), (values["title"], *named.values()), ctx)


def introduction(log: "Log", id: int, values: Values, before: Values, ctx: "Context") -> None:
    """An introduction was made: of you, or by you; those who met know each other."""
    if values["status"] not in MADE or (before.get("status") in MADE and values["status"] != "met"):
        return
    to, yours = values["to"], values["who"] is None
    name = names_of(log, [to])[to]
    if yours and values["status"] in ("met", "thanked"):
        acquaintance.begin(log, [to[1]], "were introduced to", ctx)
        _known(log, [to[1]], "you met", values["met_on"] or values[f"{values['status']}_on"], ctx)
    told = f"you were introduced to {name}" if yours else f"you made the introduction to {name}"
    _move(
        log,
        values["made_on"] or values[f"{values['status']}_on"],
        lambda step: (
            told if step["introduction_id"] == id or (yours and step["contact_id"] == to[1]) else None
        ),
        ("introduction",),
        (),
        ctx,
    )


def step(log: "Log", id: int, values: Values, before: Values, ctx: "Context") -> None:
    """A step is linked to what it is about: where that has come about already, it is done; or it was closed."""
    from netlog.insight.plan import CLOSED
    from netlog.records import steps

    if before and values["status"] in CLOSED and before["status"] not in CLOSED:
        steps.tell_of_closing(log, id, ctx)
    about = values["about"]
    if about is None or about == before.get("about") or values["status"] in CLOSED:
        return
    found = _come_about(log, about, values["kind"])
    if found is not None:
        day, why = found
        _done(log, id, values["what"], day, why, ctx)


def _come_about(log: "Log", about: tuple[str, int], kind: str) -> tuple[str, str] | None:
    """The day on which what a step is about came about, and how, in words."""
    type, id = about
    name = names_of(log, [about])[about]
    if type == "contribution" and kind == type:
        return log.value("SELECT given_on FROM contribution WHERE id = ?", id), f"you gave {name}"
    if type == "introduction" and kind == type:
        row = log.row(
            "SELECT status, coalesce(made_on, met_on, thanked_on) FROM introduction WHERE id = ?", id
        )
        return (row[1], "the introduction was made") if row and row[0] in MADE else None
    if type == "group" and kind == type and (day := log.value(MEMBER_SINCE, id)):
        return day, f"you are in {name}"
    given = GIVEN_AT if type == "event" else GIVEN_TO
    if type in ("event", "group") and kind == "contribution" and (day := log.value(given, id)):
        return day, f"you gave something at {name}" if type == "event" else f"you gave {name} something"
    if type == "event" and kind == type:
        row = log.row("SELECT ends_on FROM event WHERE id = ? AND status = 'attended'", id)
        return (row[0], f"you were at {name}") if row else None
    return None


def _known(log: "Log", people: Iterable[int], how: str, day: str, ctx: "Context") -> None:
    """Steps about people who were talked with, or met."""
    names = {id: name for (_, id), name in names_of(log, [("contact", one) for one in people]).items()}

    def about(step: "Row") -> str | None:
        id = step["contact_id"] if step["contact_id"] in names else step["introduced_to"]
        return f"{how} {names[id]}" if id in names else None

    _move(log, day, about, KNOWN, (), ctx)


def _move(
    log: "Log", day: str, about: Why, kinds: tuple[str, ...], named: tuple[str, ...], ctx: "Context"
) -> None:
    """Do the steps of these kinds that are about it; propose the others, and those that sound like its names."""
    rows = log.rows(OPEN)
    if not rows:
        return
    exact: dict[int, tuple[Row, str]] = {}
    proposed = []
    for row in rows:
        why = about(row)
        if why is not None and row["kind"] in kinds:
            exact[row["id"]] = row, why
        elif row["kind"] != HABIT and (why is not None or _sounds(row, kinds, named)):
            proposed.append(row)
    for id in _parts_first(row for row, _ in exact.values()):
        row, why = exact[id]
        _done(log, id, row["what"], day, why, ctx)
    for row in proposed[:PROPOSED]:
        if log.value(STILL_OPEN, row["id"]):
            ctx.told.append(f"s{row['id']} {row['what']}: is it done with that? netlog done s{row['id']}")


def _parts_first(rows: "Iterable[Row]") -> list[int]:
    """Steps in the order in which they are done: none is told of as left open that is about to be done too."""
    from netlog.insight import plan

    parents = {row["id"]: row["parent_id"] for row in rows}
    parts: dict[int, list[int]] = {id: [] for id in parents}
    for id, parent in parents.items():
        if parent in parts:
            parts[parent].append(id)
    return plan.ordered(parts)


def _sounds(row: "Row", kinds: tuple[str, ...], named: tuple[str, ...]) -> bool:
    """Whether a step about nothing that is in the log, of such a kind or a skill, sounds like one of the names."""
    from netlog.insight.likeness import alike
    from netlog.records.steps import ABOUT

    linked = any(row[column] is not None for column in ABOUT.values())
    wanted = row["kind"] in kinds or row["kind"] == "skill"
    return wanted and not linked and any(alike(row["what"], name) for name in named)


def _done(log: "Log", id: int, what: str, day: str, why: str, ctx: "Context") -> None:
    from datetime import date

    from netlog.records import steps

    ctx.told.append(f"s{id} {what} is done: {why}")
    steps.moved(log, id, "done", date.fromisoformat(day), ctx)


MOVES = {
    "conversation": conversation,
    "event": event,
    "membership": membership,
    "contribution": contribution,
    "introduction": introduction,
    "step": step,
}
