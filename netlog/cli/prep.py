"""prep."""

from netlog.cli.options import Ref
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import prep as preparing
from netlog.records import references


def prep(session: Session, ref: Ref) -> Answer:
    """What to know before you talk with a contact, or go to an event."""
    with session.read() as log:
        type, id = references.find(log, ref, ("contact", "event"), session.ctx)
        if type == "event":
            return Answer(preparing.of_event(log, id, session.ctx), "prep-event")
        return Answer(preparing.of_contact(log, id, session.ctx), "prep-contact")
