"""What hangs on a record and goes with it when it is deleted, in words for the user."""

from typing import TYPE_CHECKING

from netlog.plurals import counted

if TYPE_CHECKING:
    from netlog.store.log import Log

ALONE = """
SELECT {table}_id AS id FROM {table}_contact AS mine WHERE contact_id = ?
   AND NOT EXISTS (SELECT 1 FROM {table}_contact AS other
                    WHERE other.{table}_id = mine.{table}_id AND other.contact_id <> mine.contact_id)"""


def of_contact(log: "Log", id: int) -> list[str]:
    """Conversations and follow-ups with this contact alone; their part in the others."""
    from netlog.records import pins, questions
    from netlog.records.kind import kind_of
    from netlog.records.record import remove

    asked = questions.remove_of(log, "contact", id)
    gone = [counted(asked, "question")] if asked else []
    for table in ("conversation", "follow_up"):
        kind = kind_of(table)
        alone = [row["id"] for row in log.rows(ALONE.format(table=table), id)]
        for one in alone:
            remove(kind, log, one)
        if alone:
            gone.append(counted(len(alone), kind.spoken))
        shared = log.rows(f"SELECT {table}_id AS id FROM {table}_contact WHERE contact_id = ?", id)
        for row in shared:
            log.delete(f"{table}_contact", (row["id"], id))
        if shared:
            gone.append(f"their part in {counted(len(shared), kind.spoken)} with others")
    for row in log.rows("SELECT event_id, part FROM event_contact WHERE contact_id = ?", id):
        log.delete("event_contact", (row["event_id"], row["part"], id))
    pins.unpin(log, "contact", id)
    for row in log.rows("SELECT format, source_id FROM source WHERE contact_id = ?", id):
        log.delete("source", (row["format"], row["source_id"]))
    _clear(log, "contact", "met_through_id", id)
    return gone


def of_conversation(log: "Log", id: int) -> list[str]:
    """Nothing goes with a conversation; follow-ups that came of it forget it, questions it answered are open again."""
    from netlog.records import questions

    questions.reopen(log, id)
    _clear(log, "follow_up", "conversation_id", id)
    return []


def of_event(log: "Log", id: int) -> list[str]:
    """The questions and the debrief of an event; what was held or met there forgets it."""
    from netlog.records import questions

    asked = questions.remove_of(log, "event", id)
    gone = [counted(asked, "question")] if asked else []
    if log.value("SELECT 1 FROM debrief WHERE event_id = ?", id):
        log.delete("debrief", (id,))
        gone.append("its debrief")
    _clear(log, "conversation", "event_id", id)
    _clear(log, "contact", "met_event_id", id)
    _clear(log, "follow_up", "event_id", id)
    return gone


def of_follow_up(log: "Log", id: int) -> list[str]:
    """The pin of a follow-up, without a word."""
    from netlog.records import pins

    pins.unpin(log, "follow_up", id)
    return []


def _clear(log: "Log", table: str, column: str, id: int) -> None:
    for row in log.rows(f"SELECT id FROM {table} WHERE {column} = ?", id):
        log.update(table, row["id"], {column: None})
