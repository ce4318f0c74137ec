"""terms."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import terms as calendar

At = Annotated[str | None, Param("--at", metavar="DATE", help="Around this day (default: today).")]


def terms(session: Session, at: At = None) -> Answer:
    """The terms around today, with the one that it is in, or the gap between two."""
    day = session.ctx.day(at) if at else session.today
    found = calendar.around(day, session.ctx)
    if told := calendar.gap(found, day):
        session.notes.append(told)
    return Answer(found, "terms")
