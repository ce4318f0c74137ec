"""mark."""

from typing import Annotated

from netlog.cli.options import Note, Param, Refs
from netlog.cli.session import Session, one_or_all
from netlog.output.answer import Answer
from netlog.records import marks, record
from netlog.records.kind import kind_of

Status = Annotated[
    str,
    Param(
        metavar="STATUS",
        help="Of an introduction asked, made, met, thanked, declined; of an opportunity open, pursued, ongoing, "
        "gained, lost, declined; of a takeaway to-try, tried, kept, dropped; of a step idea, next, doing, done, "
        "dropped; of an event planned, registered, attended, skipped; of a contact target, active, archived.",
    ),
]
On = Annotated[str | None, Param("--on", metavar="DATE", help="Since when it is so (default: today).")]


def mark(session: Session, status: Status, refs: Refs, on: On = None, note: Note = None) -> Answer:
    """Move records to a status: mark tried k1, mark made i2.

    Several records are one step to undo. A note is added to the notes, of opportunities and takeaways to what
    came of them.
    """
    day = marks.read_day(on, session.ctx) if on is not None else None
    text = session.stdin().strip() if note == "-" else note
    named = session.refs(refs)
    with session.write() as log:
        targets = marks.find(log, named, status, session.ctx)
        put = marks.Mark(status, day, text)
        changed = [marks.put(log, one, put, session.ctx) for one in targets]
        found = [record.load(kind_of(type), log, [id])[0] for type, id in targets]
    if targets and not any(changed):
        session.notes.append("nothing to change: it was so already")
    return Answer(one_or_all(found, refs), "card")
