"""path."""

from typing import Annotated

from netlog.cli.options import Param, Ref
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import paths, references

Why = Annotated[bool, Param("--why", help="Say what makes each score.")]


def path(session: Session, ref: Ref, why: Why = False) -> Answer:
    """The ways to somebody through those you know: whom to ask.

    At most five, of up to three hops, the warmest first; who was asked for introductions lately comes later.
    Hops are what links two contacts: whom they know, who introduced them, groups, events and organizations.
    """
    with session.read() as log:
        _, id = references.find(log, ref, ("contact",), session.ctx)
        found, told = paths.to(log, id, session.ctx)
    session.notes += told
    return Answer(found, "path-why" if why else "path")
