"""The guided first session as a table: which question follows which, and what the answers come to.

Nothing is asked here. The answers so far are all the state there is: the next question follows from
the last of them, so to go back is to take one away.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from netlog.insight import plan_words

Data = dict[str, Any]  # the keys of a plan file


class Theme(NamedTuple):
    """One of the five things that are asked about, and why."""

    title: str
    why: str


class Slot(NamedTuple):
    """A question: `next` comes after an answer, `skip` after an empty line; `hint` is an example, `more` asks again."""

    theme: int
    text: str
    hint: str
    next: str
    skip: str
    more: str = ""


class Entry(NamedTuple):
    """One answer, as it was typed; `ref` is what it means, where the words alone would not do: a record or a day."""

    slot: str
    text: str
    ref: str = ""


THEMES = (
    Theme(
        "Your best possible career in five years",
        "Imagine that it all went as well as it could. It is easier to walk back from a place than to drift to one.",
    ),
    Theme(
        "Whom you know then, and who knows you",
        "Leaders near and far whom you admire; those you would have coffee with. Careers are made with people.",
    ),
    Theme(
        "Looking back from there: how did you come to know them?",
        "You have arrived. What you did on the way is what there is to do.",
    ),
    Theme(
        "Where you have to be to meet them, and how you show up there",
        "People meet in places. Which are theirs?",
    ),
    Theme(
        "What you can do right now",
        "A plan holds when its next step is small, has a day, and somebody helps with what stands in its way.",
    ),
)
FIRST = "statement"
SLOTS = {
    "statement": Slot(
        *(1, "Where are you, and what do you do there?"),
        *("I lead science for the schools of my state", "known_for", "known_for"),
    ),
    "known_for": Slot(1, "What are you known for?", "assessment that students look forward to", "by", "by"),
    "by": Slot(1, "By when?", "2031, in 3 years; empty: in five years", "why", "why"),
    "why": Slot(1, "Why does it matter to you?", "", "people", "people"),
    "people": Slot(
        *(2, "Whom do you know, and who knows you?"),
        *("Grace Hopper - she shapes the state standards", "people", "groups", "Who else?"),
    ),
    "groups": Slot(
        *(3, "Which associations did you join?", "State Science Teachers", "groups", "events", "Which else?"),
    ),
    "events": Slot(
        *(3, "Which conferences did you attend?"),
        *("Lakeshore Learning, 2026-12-10..2026-12-11", "events", "assignments", "Which else?"),
    ),
    "assignments": Slot(
        *(3, "Which assignments did you do?", "chair the curriculum committee"),
        *("assignments", "leaders", "Which else?"),
    ),
    "leaders": Slot(
        *(3, "Which leaders did you follow?", "Alan Turing - writes on computing in schools"),
        *("leaders", "introductions", "Whom else?"),
    ),
    "introductions": Slot(
        *(3, "Who introduced you, and to whom?", "Ana Kim to Grace Hopper"),
        *("introductions", "skills", "Who else?"),
    ),
    "skills": Slot(
        *(3, "Which skills did you build?", "speaking to a full room", "skills", "story", "Which else?"),
    ),
    "story": Slot(3, "In a sentence or two: how did it come about?", "", "places", "places"),
    "places": Slot(
        *(4, "Where do you have to be to meet them?", "State Board Hearing, 2027-03-04; or a group"),
        *("places", "showing_up", "Where else?"),
    ),
    "showing_up": Slot(
        4, "How do you show up differently there?", "I ask the first question", "steps", "steps"
    ),
    "steps": Slot(
        *(5, "Which step can you take right now?", "write to Grace Hopper - she asked for examples"),
        *("step_by", "meaning", "Which else?"),
    ),
    "step_by": Slot(5, "  By when?", "fri, +2w; empty: no day yet", "barrier", "barrier"),
    "barrier": Slot(
        5, "  What stands in the way?", "no time before Friday", "helper", "steps", "  What else?"
    ),
    "helper": Slot(5, "  Who could help with that?", "Ana Kim", "barrier", "barrier"),
    "meaning": Slot(5, "What would taking these steps mean to you?", "", "goals", "goals"),
    "goals": Slot(
        5, "Which one or two habits keep you going?", "2 conversations a week", "goals", "", "And?"
    ),
}
COUNTED = ("people", "groups", "events", "assignments", "leaders", "skills", "places")
ADVISED = ("people", "groups", "events", "skills")  # of which 3 to 7 are a good number
OF_STEP = ("step_by", "barrier", "helper")
ALONE = {"statement", "known_for", "by", "why", "meaning", "story", "showing_up"}  # of the vision itself


def following(entries: Sequence[Entry]) -> str:
    """The question that comes after these answers; "" after the last."""
    if not entries:
        return FIRST
    last = entries[-1]
    slot = SLOTS[last.slot]
    name = slot.next if last.text else slot.skip
    # without any step there is nothing to say of taking them
    if name == "meaning" and not any(one.slot == "steps" and one.text for one in entries):
        return SLOTS[name].skip
    return name


def named(entries: Sequence[Entry], slot: str) -> list[Entry]:
    """The answers given to a question; of barriers and helpers those of the last step."""
    found: list[Entry] = []
    for one in entries:
        if one.slot == "steps" and slot in OF_STEP:
            found.clear()
        if one.slot == slot and one.text:
            found.append(one)
    return found


def gathered(entries: Sequence[Entry]) -> Data:
    """The answers as a plan file has them."""
    data: Data = {
        "vision": {one.slot: one.ref or one.text for one in entries if one.slot in ALONE and one.text}
    }
    called: dict[str, str] = {}  # a name as it was typed -> as the plan has it
    for one in entries:
        if not one.text or one.slot in ALONE:
            continue
        if one.slot in OF_STEP:
            _of_step(data["steps"][-1], one)
            continue
        table, item = _item(one)
        data.setdefault(table, []).append(item)
        if one.slot in COUNTED:
            called[typed(one)] = next(iter(item.values()))
    people = [typed(one) for one in entries if one.slot in ("people", "leaders") and one.text]
    for step in data.get("steps", []):
        if name := plan_words.mentioned(step["what"], list(called), people):
            step["under"] = called[name]
    return {table: value for table, value in data.items() if value}


def typed(entry: Entry) -> str:
    """The name in an answer, without the reason and the day."""
    name, _ = plan_words.reasoned(entry.text)
    return plan_words.dated(name)[0] if entry.slot in ("events", "places") else name


def _item(entry: Entry) -> tuple[str, Data]:
    """The table that an answer goes to, and what it holds: its name first."""
    text, reason = plan_words.reasoned(entry.text)
    table = entry.slot
    if table == "goals":
        return table, {"title": entry.text}
    if table == "introductions":
        item = plan_words.introduction(text, entry.ref)
    elif table in ("events", "places"):
        table = "groups" if entry.ref.startswith("u") else "events"
        name, on = plan_words.dated(text)
        item = {"name": entry.ref or name, **({"on": on} if on and not entry.ref else {})}
    elif table in ("people", "leaders", "groups"):
        item = {"name": entry.ref or text}
    else:
        item = {"what": text}
    return table, {**item, **({"reason": reason} if reason else {})}


def _of_step(step: Data, entry: Entry) -> None:
    """What is said of the last step: its day, what stands in the way, who could help."""
    if entry.slot == "step_by":
        step["by"] = entry.ref or entry.text  # a draft taken up another week means the same friday
    elif entry.slot == "barrier":
        step.setdefault("barriers", []).append({"what": entry.text})
    else:
        step["barriers"][-1]["helper"] = entry.ref or entry.text
