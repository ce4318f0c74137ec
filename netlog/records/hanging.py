"""What hangs on a record and goes with it when it is deleted, in words for the user."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from netlog.plurals import counted
from netlog.records.loosening import let_go

if TYPE_CHECKING:
    from netlog.store.log import Log

ALONE = """
SELECT {table}_id AS id FROM {table}_contact AS mine WHERE contact_id = ?
   AND NOT EXISTS (SELECT 1 FROM {table}_contact AS other
                    WHERE other.{table}_id = mine.{table}_id AND other.contact_id <> mine.contact_id)"""


def of_any(record: str) -> Callable[["Log", int], list[str]]:
    """What goes with a record of a kind of which nothing else is to be said."""

    def gone(log: "Log", id: int) -> list[str]:
        return let_go(log, record, id)

    return gone


def of_contact(log: "Log", id: int) -> list[str]:
    """Conversations, follow-ups and exchanges with this contact alone; their part in the others."""
    from netlog.records import questions
    from netlog.records.kind import kind_of
    from netlog.records.record import remove

    asked = questions.remove_of(log, "contact", id)
    gone = [counted(asked, "question")] if asked else []
    for table in ("conversation", "follow_up", "exchange"):
        kind = kind_of(table)
        alone = [row["id"] for row in log.rows(ALONE.format(table=table), id)]
        for one in alone:
            remove(kind, log, one)
        if alone:
            gone.append(counted(len(alone), kind.spoken))
        shared = log.value(f"SELECT count(*) FROM {table}_contact WHERE contact_id = ?", id)
        if shared:
            gone.append(f"their part in {counted(shared, kind.spoken)} with others")
    return [*gone, *let_go(log, "contact", id)]


def of_conversation(log: "Log", id: int) -> list[str]:
    """Nothing goes with a conversation; follow-ups that came of it forget it, questions it answered are open again."""
    from netlog.records import questions

    questions.reopen(log, id)
    return let_go(log, "conversation", id)


def of_event(log: "Log", id: int) -> list[str]:
    """The questions and the debrief of an event; what was held or met there forgets it."""
    from netlog.records import questions

    asked = questions.remove_of(log, "event", id)
    gone = [counted(asked, "question")] if asked else []
    if log.value("SELECT 1 FROM debrief WHERE event_id = ?", id):
        gone.append("its debrief")
    return [*gone, *let_go(log, "event", id)]


def of_step(log: "Log", id: int) -> list[str]:
    """Nothing goes with a step; those under it move up to where it was."""
    parent = log.value("SELECT parent_id FROM plan_step WHERE id = ?", id)
    for row in log.rows("SELECT id FROM plan_step WHERE parent_id = ?", id):
        log.update("plan_step", row["id"], {"parent_id": parent})
    return let_go(log, "step", id)
