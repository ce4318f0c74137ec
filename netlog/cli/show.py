"""show."""

from netlog.cli.options import Refs
from netlog.cli.session import Session, one_or_all
from netlog.output.answer import Answer
from netlog.records import event_yield, linked, record, references, timeline
from netlog.records.kind import kind_of


def show(session: Session, refs: Refs) -> Answer:
    """Everything about records: a card with what is linked to it; of a contact or group the whole timeline."""
    found = []
    named = session.refs(refs)  # before the log is open: what is piped in may be writing to it
    with session.read() as log:
        for ref in named:
            type, id = references.find_any(log, ref, session.ctx)
            values = record.load(kind_of(type), log, [id])[0]
            values["timeline"] = timeline.of(log, type, id)
            values["linked"] = linked.to(log, type, id)
            if type == "event":
                values["yield"] = event_yield.counted(log, id)
            found.append(values)
    return Answer(one_or_all(found, refs), "card")
