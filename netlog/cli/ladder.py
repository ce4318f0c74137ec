"""ladder."""

from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import ladder as ladders


def ladder(session: Session) -> Answer:
    """What you gave the field by level and year, and the next rung.

    Counted from contributions alone, with the events of the next rung that come up. Events where you
    presented and that have none are told of.
    """
    with session.read() as log:
        found = ladders.of(log, session.ctx)
        session.notes += ladders.untold(log)
    return Answer(ladders.by_year(found) if session.format == "csv" else found, "ladder")
