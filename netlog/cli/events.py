"""add-event."""

from netlog.cli.options import Name
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import events, record


def add_event(session: Session, given: dict[str, list[str]], name: Name) -> Answer:
    """Add an event: a conference, workshop, meeting, webinar, PLC or course."""
    values = record.read_options(events.KIND, {"name": [name], **session.piped(given)}, session.ctx)
    with session.write() as log:
        id = record.add(events.KIND, log, values, session.ctx)
        return Answer(record.load(events.KIND, log, [id])[0], "card")
