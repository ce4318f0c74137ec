"""Questions, debriefs, pins and extras in the whole log's document, and back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from netlog.errors import BadDataError, UsageError
from netlog.records import pins, questions, remembered, text
from netlog.records.links import shown_ref
from netlog.records.record import names_of

if TYPE_CHECKING:
    from netlog.records.references import Target
    from netlog.store.log import Log

Json = dict[str, Any]
Find = Callable[[Json, tuple[str, ...]], "Target"]

DEBRIEFS = "SELECT event_id, held_on FROM debrief ORDER BY event_id"
SAME_QUESTION = """
SELECT id, struck_on FROM question
 WHERE {type}_id = ? AND what = ? AND noted_at = ? ORDER BY struck_on IS NOT NULL, id LIMIT 1"""
DEBRIEFED = "SELECT 1 FROM debrief WHERE event_id = ?"


def sections(log: "Log", hidden: set[str]) -> dict[str, list[Json]]:
    """The sections `questions`, `debriefs`, `pins` and `extras`, without those of hidden records."""
    found = []
    for one in questions.listed(log, all=True):
        if one["of"]["ref"] in hidden:
            continue
        held = (
            one["conversation"] if one["conversation"] and one["conversation"]["ref"] not in hidden else None
        )
        found.append({key: value for key, value in {**one, "conversation": held}.items() if key != "id"})
    rows = log.rows(DEBRIEFS)
    names = names_of(log, [("event", row["event_id"]) for row in rows])
    held_on = [
        {"event": shown_ref(("event", row["event_id"]), names), "held_on": row["held_on"]} for row in rows
    ]
    return {
        "questions": found,
        "debriefs": [one for one in held_on if one["event"]["ref"] not in hidden],
        "pins": [one for one in pins.listed(log) if one["of"]["ref"] not in hidden],
        "extras": remembered.extras(log, hidden),
    }


def restore(log: "Log", data: Json, find: Find) -> None:
    """Bring these sections in, where the document has them; `find` gives the record that a reference names.

    A question that is there already is not added again, and struck off where the document says so.
    """
    for one in data.get("questions", []):
        _question(log, one, find)
    for one in data.get("debriefs", []):
        event = find(one["event"], ("event",))[1]
        if log.value(DEBRIEFED, event) is None:
            log.insert("debrief", {"event_id": event, "held_on": one["held_on"]})
    for one in data.get("pins", []):
        pins.restore(log, *find(one["of"], ("contact", "follow_up")), one["pinned_at"])
    remembered.restore_extras(log, data.get("extras", []), find)


def _question(log: "Log", one: Json, find: Find) -> None:
    type, id = find(one["of"], ("contact", "event"))
    held = find(one["conversation"], ("conversation",))[1] if one["conversation"] else None
    try:
        what = text.line(one["what"], "the question")
    except UsageError as error:
        raise BadDataError(f"a question of {one['of']['ref']}: {error.message}", error.hint) from None
    struck = {"struck_on": one["struck_on"], "conversation_id": held}
    known = log.row(SAME_QUESTION.format(type=type), id, what, one["noted_at"])
    if known is None:
        log.insert("question", {f"{type}_id": id, "what": what, "noted_at": one["noted_at"], **struck})
    elif one["struck_on"] and not known["struck_on"]:
        log.update("question", known["id"], struck)
