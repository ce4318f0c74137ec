"""snooze and drop."""

from datetime import date
from typing import Annotated, Any

from netlog.cli.options import Param, Ref, Refs
from netlog.cli.session import Log, Session, one_or_all
from netlog.errors import ConflictError
from netlog.output.answer import Answer
from netlog.records import follow_ups, record, references, steps, turns
from netlog.records.kind import kind_of

Until = Annotated[list[str], Param(metavar="DATE")]


def snooze(session: Session, ref: Ref, until: Until) -> Answer:
    """Put a follow-up, a contact's turn, an introduction or the renewal of a membership off until a date."""
    day = session.ctx.day(" ".join(until), "future")
    turns.must_come(day, session.ctx)
    named = session.refs([ref])
    with session.write() as log:
        found = [_snoozed(log, one, day, session) for one in named]
    return Answer(one_or_all(found, [ref]), "card")


def drop(session: Session, refs: Refs) -> Answer:
    """Give follow-ups and steps up for good, and let a contact go for this round: the next turn is one cadence on."""
    found = []
    named = session.refs(refs)
    with session.write() as log:
        for ref in named:
            type, id = references.find(log, ref, ("follow_up", "contact", "step"), session.ctx)
            if type == "follow_up":
                follow_ups.drop(log, id, session.ctx)
            elif type == "step":
                steps.moved(log, id, "dropped", None, session.ctx)
            else:
                turns.let_go(log, id, session.ctx)
            found.append(record.load(kind_of(type), log, [id])[0])
    return Answer(one_or_all(found, refs), "card")


def _snoozed(log: Log, ref: str, day: date, session: Session) -> dict[str, Any]:
    type, id = references.find(log, ref, ("follow_up", "contact", "membership", "introduction"), session.ctx)
    turns.put_off(log, (type, id), day, session.ctx)
    values = record.load(kind_of(type), log, [id])[0]
    if type == "contact" and values["next_contact_on"] is None:
        raise ConflictError(
            f"{values['name']} has no cadence to snooze", f"give one: netlog edit c{id} cadence=6w"
        )
    return values
