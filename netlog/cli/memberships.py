"""add-membership, renew and leave."""

from typing import Annotated, Any

from netlog.cli.options import Param, Refs
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import marks, memberships, record

Group = Annotated[str, Param(metavar="GROUP", help="A group in the log: its name or reference.")]
Until = Annotated[
    str | None, Param("--until", metavar="DATE", help="When it is to be renewed next (default: a year on).")
]
On = Annotated[str | None, Param("--on", metavar="DATE", help="When you left (default: today).")]


def add_membership(session: Session, given: dict[str, list[str]], group: Group) -> Answer:
    """Add your membership in a group.

    There is one open membership in each; with --renews it is in the queue a month before it runs out.
    """
    kind = memberships.KIND
    values = record.read_options(kind, {"group": [group], **session.piped(given)}, session.ctx)
    with session.write() as log:
        id = memberships.add(log, values, session.ctx)
        return Answer(record.load(kind, log, [id])[0], "card")


def renew(session: Session, refs: Refs, until: Until = None) -> Answer:
    """Renew memberships: a year on, or until a date.

    They are named by themselves or by their group. Without --until the day moves on by a year, by several where
    it ran out long ago.
    """
    day = memberships.KIND.field("renews").read(until, session.ctx) if until is not None else None
    return _changed(session, refs, lambda log, id: memberships.renew(log, id, day, session.ctx))


def leave(session: Session, refs: Refs, on: On = None) -> Answer:
    """End memberships.

    They are named by themselves or by their group, and kept with the day on which you left.
    """
    day = marks.read_day(on if on is not None else "today", session.ctx)
    return _changed(session, refs, lambda log, id: memberships.leave(log, id, day, session.ctx))


def _changed(session: Session, refs: list[str], change: Any) -> Answer:
    named = session.refs(refs)
    with session.write() as log:
        ids = list(dict.fromkeys(memberships.find(log, ref, session.ctx) for ref in named))
        for id in ids:
            change(log, id)
        found = record.load(memberships.KIND, log, ids)
    return Answer(found[0] if len(refs) == 1 and refs != ["-"] else found, "card")
