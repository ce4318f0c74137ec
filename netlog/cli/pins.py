"""pin and unpin."""

from typing import Any

from netlog.cli.options import Refs
from netlog.cli.session import Session, one_or_all
from netlog.output.answer import Answer
from netlog.records import pins, record, references
from netlog.records.kind import kind_of


def pin(session: Session, refs: Refs) -> Answer:
    """Keep contacts or follow-ups at the top of the queue, due or not, until they are unpinned."""
    return _changed(session, refs, pinning=True)


def unpin(session: Session, refs: Refs) -> Answer:
    """Let contacts or follow-ups take their own place in the queue again."""
    return _changed(session, refs, pinning=False)


def _changed(session: Session, refs: list[str], *, pinning: bool) -> Answer:
    found: list[dict[str, Any]] = []
    named = session.refs(refs)
    with session.write() as log:
        for ref in named:
            type, id = references.find(log, ref, ("contact", "follow_up"), session.ctx)
            found += record.load(kind_of(type), log, [id])
            if not (pins.pin(log, type, id, session.ctx) if pinning else pins.unpin(log, type, id)):
                session.notes.append(
                    f"{found[-1]['ref']} {'was pinned already' if pinning else 'was not pinned'}"
                )
    return Answer(one_or_all(found, refs), "card")
