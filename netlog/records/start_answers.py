"""Answers of the guided first session, each looked at as it is typed: can it be kept, and whom does it mean."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from netlog.errors import NotFoundError, UsageError
from netlog.folding import fold
from netlog.insight import habits, interview, plan_words
from netlog.insight.interview import Entry
from netlog.insight.lengths import add_months
from netlog.records import candidates, contacts, countables, events, groups, references, start_targets, text
from netlog.records.steps import KIND as STEP
from netlog.records.vision_start import goal_values
from netlog.records.visions import KIND as VISION
from netlog.records.visions import YEARS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

__all__ = [
    "ADVISED",
    "Entry",
    "count",
    "following",
    "gathered",
    "look",
    "question",
    "repeats",
    "spelled",
    "theme",
]

following, gathered, ADVISED = interview.following, interview.gathered, interview.ADVISED


class Heading(NamedTuple):
    """One of the themes: `2 of 5`, what it is about, and why it is asked."""

    number: int
    of: int
    title: str
    why: str


Known = tuple[str, str]  # a reference or day where the words alone would not do, and what to tell the user
_FIELDS = {"showing_up": "notes"}
_PEOPLE = ("people", "leaders", "helper")
_PLACES = ("groups", "events", "places")


def look(log: "Log", slot: str, answer: str, entries: Sequence[Entry], ctx: "Context") -> Known:
    """What an answer means: see Known.

    UsageError for what can't be kept, NotFoundError for a reference to nothing, AmbiguousError for a name
    that could be several.
    """
    if slot == "by":
        return _horizon(answer, ctx)
    if slot in interview.ALONE:
        VISION.field(_FIELDS.get(slot, slot)).read(answer, ctx)
        return "", ""
    if slot == "step_by":
        day = _day(answer, ctx)
        return day, day
    if slot == "goals":
        values = goal_values({"title": STEP.field("what").read(answer, ctx)}, ctx)
        countables.check_filter(values["count"], values.get("where"), ctx, log)
        where = f", {values['where']}" if values.get("where") else ""
        return "", f"{values['count']}{where}: {values['target']} per {values['per']}"
    if slot == "barrier":
        text.line(answer, "the barrier")
        return "", ""
    name, reason = plan_words.reasoned(answer)
    if reason:
        STEP.field("reason").read(reason, ctx)
    _once(slot, answer, entries)
    return _NAMED.get(slot, _words)(log, name, entries, ctx)


def theme(slot: str) -> Heading:
    """The heading that a question stands under."""
    number = interview.SLOTS[slot].theme
    return Heading(number, len(interview.THEMES), *interview.THEMES[number - 1])


def question(slot: str, entries: Sequence[Entry], ctx: "Context") -> tuple[str, str]:
    """A question, asked again perhaps, and under it an example or what an empty line means."""
    one = interview.SLOTS[slot]
    if one.more and count(entries, slot):
        return one.more, ""
    if slot == "goals":
        ready = [f"{place} {title}" for place, title in enumerate(habits.READY, 1)]
        return one.text, f"{'; '.join(ready)}; or your own, as in: {one.hint}"
    if slot == "by":
        return one.text, f"{one.hint}: {add_months(ctx.today, 12 * YEARS)}"
    return one.text, f"as in: {one.hint}" if one.hint and slot != "step_by" else one.hint


def count(entries: Sequence[Entry], slot: str) -> int:
    """How many answers a question has."""
    return len(interview.named(entries, slot))


def repeats(slot: str) -> bool:
    """Whether a question is asked until an empty line goes on."""
    return interview.SLOTS[slot].next == slot


def spelled(slot: str, answer: str) -> str:
    """An answer in full: the key of a habit that was offered is that habit."""
    if slot == "goals" and answer in [str(place) for place in range(1, len(habits.READY) + 1)]:
        return habits.READY[int(answer) - 1]
    return answer


def _horizon(answer: str, ctx: "Context") -> Known:
    day = _day(answer, ctx)
    if day <= ctx.today.isoformat():
        raise UsageError(f"{day} is not to come", "look three to five years ahead")
    return day, day


def _day(answer: str, ctx: "Context") -> str:
    return str(STEP.field("by").read(answer, ctx))


def _once(slot: str, answer: str, entries: Sequence[Entry]) -> None:
    """What is named already need not be named again."""
    if slot == "introductions" or slot in interview.OF_STEP:
        return
    slots = _PLACES if slot == "places" else (slot,)
    name = fold(interview.typed(Entry(slot, answer)))
    if any(one.slot in slots and one.text and fold(interview.typed(one)) == name for one in entries):
        raise UsageError(
            f"{interview.typed(Entry(slot, answer))!r} is named already", "an empty line goes on"
        )


def _before(name: str, entries: Sequence[Entry]) -> str:
    """Who is new to the log may have been named before, with a last name perhaps."""
    known = [interview.typed(one) for one in entries if one.slot in _PEOPLE and one.text]
    for one in interview.named(entries, "introductions"):
        known += plan_words.introduction(interview.typed(one)).values()
    same = {one for one in known if f"{fold(one)} ".startswith(f"{fold(name)} ")}
    return f"{same.pop()}, whom you named" if len(same) == 1 else ""


def _words(log: "Log", name: str, entries: Sequence[Entry], ctx: "Context") -> Known:
    STEP.field("what").read(name, ctx)
    return "", ""


def _person(log: "Log", name: str, entries: Sequence[Entry], ctx: "Context") -> Known:
    contacts.KIND.field("name").read(name, ctx)
    id = start_targets.person(log, name, ctx)
    if id is None:
        return "", _before(name, entries) or f"new{_like(log, name, 'contact', ctx)}"
    return (f"c{id}" if name in ctx.choices else ""), _described(log, "contact", id)


def _introduction(log: "Log", name: str, entries: Sequence[Entry], ctx: "Context") -> Known:
    parts = plan_words.introduction(name)
    known = [_person(log, part, entries, ctx) for part in parts.values()]
    if len(parts) == 2 and fold(parts["to"]) == fold(parts["through"]):
        raise UsageError(f"{parts['to']!r} can't introduce themselves", "as in: Ana Kim to Grace Hopper")
    refs = [ref or "-" for ref, _ in known] + ["-"] * (2 - len(known))
    return ("" if refs == ["-", "-"] else " ".join(refs)), ", ".join(told for _, told in known)


def _group(log: "Log", name: str, entries: Sequence[Entry], ctx: "Context") -> Known:
    groups.KIND.field("name").read(name, ctx)
    id = start_targets.group(log, name, ctx)
    if id is None:
        return "", f"new{_like(log, name, 'group', ctx)}"
    return (f"u{id}" if name in ctx.choices else ""), _described(log, "group", id)


def _event(log: "Log", name: str, entries: Sequence[Entry], ctx: "Context") -> Known:
    name, on = plan_words.dated(name)
    events.KIND.field("name").read(name, ctx)
    days = events.KIND.field("on").assign([on], ctx) if on else {}
    if on and (days["ends_on"] or days["starts_on"]) < ctx.today.isoformat():
        raise UsageError(f"{name} was on {days['starts_on']}", "name what is to come")
    id = start_targets.event(log, name, days.get("starts_on", ""), ctx)
    if id is not None:
        return (f"e{id}" if name in ctx.choices else ""), _described(log, "event", id)
    return "", f"new, {days['starts_on']}" if on else "a step, until it has a day: NAME, DATE"


def _place(log: "Log", name: str, entries: Sequence[Entry], ctx: "Context") -> Known:
    """An event, or a group of the log."""
    if not plan_words.dated(name)[1]:
        try:
            id = references.find(log, name, ("group",), ctx)[1]
        except NotFoundError:
            pass
        else:
            return f"u{id}", _described(log, "group", id)
    return _event(log, name, entries, ctx)


_NAMED: dict[str, Callable[["Log", str, Sequence[Entry], "Context"], Known]] = {
    **dict.fromkeys(_PEOPLE, _person),
    "introductions": _introduction,
    "groups": _group,
    "events": _event,
    "places": _place,
}


def _described(log: "Log", type: str, id: int) -> str:
    """A record in a few words: `c4 Grace Hopper, North School`."""
    ref, name, detail = candidates.described(log, [(type, id)])[0]
    return f"{ref} {name}" + (f", {detail}" if detail else "")


def _like(log: "Log", name: str, type: str, ctx: "Context") -> str:
    """Who else may have been meant, where the log has a name like it."""
    try:
        references.find(log, name, (type,), ctx)
    except NotFoundError as error:
        if error.hint.startswith("did you mean"):
            return f"; {error.hint} Then < takes this back"
    return ""
