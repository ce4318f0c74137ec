"""add-conversation."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import conversations, linked, questions, record, takeaways

Summary = Annotated[str, Param(metavar="SUMMARY", help="What was said, in a line.")]
Takeaways = Annotated[
    list[str] | None,
    Param("--takeaway", metavar="TEXT", help="What you take home, to be tried; give it again for more."),
]


def add_conversation(
    session: Session, given: dict[str, list[str]], summary: Summary, taken: Takeaways = None
) -> Answer:
    """Add a conversation with one or more contacts, and what you take home from it."""
    kind = conversations.KIND
    whats = takeaways.read(taken or [])
    values = record.read_options(kind, {"summary": [summary], **session.piped(given)}, session.ctx)
    with session.write() as log:
        id = record.add(kind, log, values, session.ctx)
        takeaways.of_conversation(log, id, whats, session.ctx)
        struck = questions.told(questions.struck_by(log, id))
        found = record.load(kind, log, [id])[0]
        if whats:
            found["linked"] = linked.to(log, "conversation", id)
        return Answer(found, "card", struck)
