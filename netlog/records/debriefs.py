"""Debriefs: looking back on an event, and what comes of it, all in one step."""

from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError, UsageError
from netlog.folding import fold
from netlog.records import acquaintance, contacts, follow_ups, questions, record
from netlog.records import takeaways as things
from netlog.records.events import KIND
from netlog.records.fields import WIN
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

NAMES = "SELECT id, name, nickname FROM contact WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
HELD = "SELECT held_on FROM debrief WHERE event_id = ?"
_APOSTROPHES = ("'", "\u2019")


def must_have_begun(log: "Log", event: int, ctx: "Context") -> Json:
    """The event as JSON; UsageError where it is still to come."""
    values = record.load(KIND, log, [event])[0]
    if values["starts_on"] > ctx.today.isoformat():
        raise UsageError(
            f"{values['name']} starts {values['starts_on']}: it can't be looked back on yet",
            f"see `netlog prep {values['ref']}`",
        )
    return values


def hold(
    log: "Log",
    event: int,
    ctx: "Context",
    *,
    met: list[int],
    new: list[str],
    takeaways: str | None,
    promised: list[str],
    tries: list[str],
    win: bool = False,
) -> Json:
    """Debrief an event: its contract's JSON is event, held_on, contacts_added, follow_ups, takeaways, questions.

    It was attended; `met` are contacts met there, `new` names of new ones; takeaways are added to those
    there are, `promised` become follow-ups and `tries` takeaways of their own; a win is tagged so. Open
    questions of the event are struck off. Again, it adds.
    """
    before = must_have_begun(log, event, ctx)
    added = [_add(log, name, event, before["starts_on"], ctx) for name in dict.fromkeys(new)]
    acquaintance.begin(log, met, "met", ctx, event=event, day=before["starts_on"])
    _attended(log, event, [*met, *added], takeaways, ctx, win=win)
    to_try = [_to_try(log, event, words, ctx) for words in tries]
    made = [_follow_up(log, event, words, ctx) for words in promised]
    struck = questions.strike_of_event(log, event, ctx)
    if log.value(HELD, event) is None:
        log.insert("debrief", {"event_id": event, "held_on": ctx.today.isoformat()})
    return {
        "event": record.load(KIND, log, [event])[0],
        "held_on": log.value(HELD, event),
        "contacts_added": record.load(contacts.KIND, log, added),
        "follow_ups": record.load(follow_ups.KIND, log, made),
        "takeaways": record.load(things.KIND, log, to_try),
        "questions": questions.shown(log, struck),
    }


def _attended(
    log: "Log", event: int, met: list[int], takeaways: str | None, ctx: "Context", *, win: bool
) -> None:
    whole = record.fetch(KIND, log, [event])[0]
    changes: Json = {"status": "attended", "met": list(dict.fromkeys([*whole["met"], *met]))}
    if takeaways:
        changes["takeaways"] = "\n".join(one for one in (whole["takeaways"], takeaways) if one)
    if win:
        changes["tags"] = list(dict.fromkeys([*whole["tags"], WIN]))
    record.change(KIND, log, event, changes, ctx)


def _add(log: "Log", name: str, event: int, day: str, ctx: "Context") -> int:
    """A new contact, met at the event on its first day."""
    values = {"name": contacts.KIND.field("name").read(name, ctx), "met_at": ("event", event), "met_on": day}
    if same := contacts.twin(log, values):
        told = log.value("SELECT name FROM contact WHERE id = ?", same)
        raise ConflictError(
            f"c{same} {told} is in the log already", f"nothing was changed; give --met c{same}"
        )
    return record.add(contacts.KIND, log, values, ctx)


def _to_try(log: "Log", event: int, words: str, ctx: "Context") -> int:
    """A takeaway that came of the event."""
    what = things.KIND.field("what").read(words, ctx)
    return record.add(things.KIND, log, {"what": what, "source": ("event", event)}, ctx)


def _follow_up(log: "Log", event: int, words: str, ctx: "Context") -> int:
    """A follow-up that came of the event, with those met there whom its words name."""
    what, due_on = read_promise(words, ctx)
    met = record.fetch(KIND, log, [event])[0]["met"]
    values: Json = {"what": follow_ups.KIND.field("what").read(what, ctx), "due_on": due_on}
    values |= {"contacts": _named(log, what, met), "source": ("event", event)}
    return follow_ups.add(log, values, ctx)


def read_promise(words: str, ctx: "Context") -> tuple[str, str | None]:
    """`send the rubric by fri` -> the rubric's words and the day; without a day that can be read, all are words."""
    what, by, when = words.rpartition(" by ")
    if not by or not what.strip():
        return words, None
    try:
        return what.strip(), ctx.day(when.strip().rstrip("."), "future").isoformat()
    except UsageError:
        return words, None


def _named(log: "Log", words: str, people: list[int]) -> list[int]:
    """Those of the people whom the words name: in full, by nickname, or by a first name that only one has.

    A first name must be written with its capital and not begin the words: "Mark the essays" is nobody.
    """
    text = f" {_bare(fold(words))} "
    rest = [_bare(word) for word in words.split()[1:]]
    rows = log.rows(NAMES, json_ids(people))
    firsts = [row["name"].split()[0] for row in rows]
    found = []
    for row, first in zip(rows, firsts, strict=True):
        whole = any(f" {fold(name)} " in text for name in (row["name"], row["nickname"]) if name)
        if whole or (firsts.count(first) == 1 and first[0].isupper() and first in rest):
            found.append(row["id"])
    return found


def _bare(text: str) -> str:
    """Words without the signs around them: `Ana's` and `Ana,` are Ana."""
    words = []
    for word in text.split():
        for sign in _APOSTROPHES:
            word = word.removesuffix(f"{sign}s")  # noqa: PLW2901
        words.append(word.strip(".,:;!?()\"'"))
    return " ".join(words)
