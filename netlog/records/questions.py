"""Questions noted for a contact or an event, and struck off once there was a conversation, or a debrief."""

from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError, NotFoundError
from netlog.records import text
from netlog.records.links import shown_ref
from netlog.records.lists import json_ids
from netlog.records.record import names_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.references import Target
    from netlog.store.log import Log, Row

Json = dict[str, Any]

_COLUMNS = "SELECT id, contact_id, event_id, what, noted_at, struck_on, conversation_id FROM question"
ONE = f"{_COLUMNS} WHERE id = ?"
EVERY = f"{_COLUMNS} ORDER BY id"
OPEN = f"{_COLUMNS} WHERE struck_on IS NULL ORDER BY id"
OF_ONE = f"{_COLUMNS} WHERE {{type}}_id = ? ORDER BY id"
OPEN_OF = f"{_COLUMNS} WHERE {{type}}_id = ? AND struck_on IS NULL ORDER BY id"
STRUCK_BY = f"{_COLUMNS} WHERE conversation_id = ? ORDER BY id"
# A question noted after a conversation was not asked in it; that of today was, whatever the clock says in UTC.
ANSWERED = """
SELECT id FROM question
 WHERE contact_id IN (SELECT value FROM json_each(?1)) AND struck_on IS NULL
   AND (?2 = ?3 OR substr(noted_at, 1, 10) <= ?2) ORDER BY id"""


def add(log: "Log", target: "Target", words: str, ctx: "Context") -> int:
    """Note a question for a contact or an event; its id. ConflictError where it is noted already."""
    type, id = target
    what = text.line(words, "the question")
    for row in log.rows(OPEN_OF.format(type=type), id):
        if row["what"] == what:
            raise ConflictError(f"this is question {row['id']} already", "nothing was changed")
    return log.insert("question", {f"{type}_id": id, "what": what, "noted_at": ctx.now})


def strike(log: "Log", id: int, ctx: "Context") -> None:
    """Strike one off by hand; NotFoundError where there is none, ConflictError where it was struck off."""
    row = log.row(ONE, id)
    if row is None:
        raise NotFoundError(f"there is no question {id}", "see `netlog ask`")
    if row["struck_on"]:
        raise ConflictError(f"question {id} was struck off on {row['struck_on']}", "nothing was changed")
    log.update("question", id, {"struck_on": ctx.today.isoformat()})


def strike_answered(log: "Log", conversation: int, values: Json, ctx: "Context") -> None:
    """Strike off what was open with those who took part in a conversation that was just added."""
    held_on = values["held_on"]
    rows = log.rows(ANSWERED, json_ids(values["contacts"]), held_on, ctx.today.isoformat())
    for row in rows:
        log.update("question", row["id"], {"struck_on": held_on, "conversation_id": conversation})


def strike_of_event(log: "Log", event: int, ctx: "Context") -> list[int]:
    """Strike off what was open at an event; their ids."""
    ids = [row["id"] for row in log.rows(OPEN_OF.format(type="event"), event)]
    for id in ids:
        log.update("question", id, {"struck_on": ctx.today.isoformat()})
    return ids


def reopen(log: "Log", conversation: int) -> None:
    """Those that a conversation struck off are open again: it is about to go."""
    for row in log.rows(STRUCK_BY, conversation):
        log.update("question", row["id"], {"struck_on": None, "conversation_id": None})


def remove_of(log: "Log", type: str, id: int) -> int:
    """Remove all questions of a contact or event; how many those were."""
    rows = log.rows(OF_ONE.format(type=type), id)
    for row in rows:
        log.delete("question", row["id"])
    return len(rows)


def listed(log: "Log", target: "Target | None" = None, *, all: bool = False) -> list[Json]:
    """Open questions, or all, of one contact or event or of everyone: id, of, what, noted_at, struck_on, conversation."""
    if target is None:
        return _shown(log, log.rows(EVERY if all else OPEN))
    type, id = target
    return _shown(log, log.rows((OF_ONE if all else OPEN_OF).format(type=type), id))


def shown(log: "Log", ids: list[int]) -> list[Json]:
    """Questions by their ids, as JSON gives them; those that are there no more are left out."""
    return _shown(log, [row for id in ids for row in log.rows(ONE, id)])


def struck_by(log: "Log", conversation: int) -> list[Json]:
    """The questions that a conversation struck off."""
    return _shown(log, log.rows(STRUCK_BY, conversation))


def told(struck: list[Json]) -> tuple[str, ...]:
    """What was struck off, in words for the user."""
    return tuple(f"struck off: {one['what']} ({one['of']['name']})" for one in struck)


def whose(row: "Row") -> "Target":
    """The contact or event that a question is for."""
    return ("contact", row["contact_id"]) if row["contact_id"] is not None else ("event", row["event_id"])


def _shown(log: "Log", rows: "list[Row]") -> list[Json]:
    held = {("conversation", row["conversation_id"]) for row in rows if row["conversation_id"]}
    names = names_of(log, {*held, *(whose(row) for row in rows)})
    return [
        {
            "id": row["id"],
            "of": shown_ref(whose(row), names),
            "what": row["what"],
            "noted_at": row["noted_at"],
            "struck_on": row["struck_on"],
            "conversation": shown_ref(("conversation", row["conversation_id"]), names)
            if row["conversation_id"]
            else None,
        }
        for row in rows
    ]
