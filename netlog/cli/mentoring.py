"""mentoring."""

from typing import Annotated

from netlog.cli.options import OptionalRefs, Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.plurals import counted
from netlog.records import mentoring as mentorships

Ended = Annotated[bool, Param("--all", help="Those that have ended too.")]


def mentoring(session: Session, refs: OptionalRefs = None, all: Ended = False) -> Answer:
    """Who mentors you and whom you mentor, in sum.

    Since when, about what, the sessions (conversations of kind mentoring), open promises and what you took home.
    `netlog edit REF role+=mentor`, or mentee, begins a mentorship.
    """
    named = session.refs(refs or [])
    with session.read() as log:
        found = mentorships.of(log, named, session.ctx, all=all) if named or not refs else []
        ended = 0 if all or refs else mentorships.ended(log, session.ctx)
    if ended:
        session.notes.append(f"{counted(ended, 'mentorship')} ended: --all shows them too")
    return Answer(found, "mentoring")
