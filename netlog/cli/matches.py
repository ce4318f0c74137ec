"""matches."""

from typing import Annotated

from netlog.cli.options import Limit, OptionalRef, Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import matches as matching
from netlog.records import references

Why = Annotated[bool, Param("--why", help="Say what makes each score.")]


def matches(session: Session, ref: OptionalRef = None, limit: Limit = None, why: Why = False) -> Answer:
    """Two people you know who should meet.

    One needs what the other offers, and nothing in the log says that they know each other. With REF those for
    one contact. Needs and offers are noted with the contact: --need and --offer.
    """
    with session.read() as log:
        target = references.find(log, ref, ("contact",), session.ctx)[1] if ref else None
        found, told = matching.of(log, target, limit or matching.MOST, session.ctx)
    session.notes += told
    return Answer(found, "matches-why" if why else "matches")
