"""add-conversation."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import conversations, questions, record

Summary = Annotated[str, Param(metavar="SUMMARY")]


def add_conversation(session: Session, given: dict[str, list[str]], summary: Summary) -> Answer:
    """Add a conversation with one or more contacts."""
    kind = conversations.KIND
    values = record.read_options(kind, {"summary": [summary], **session.piped(given)}, session.ctx)
    with session.write() as log:
        id = record.add(kind, log, values, session.ctx)
        struck = questions.told(questions.struck_by(log, id))
        return Answer(record.load(kind, log, [id])[0], "card", struck)
