"""add-follow-up."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import follow_ups, record

What = Annotated[str, Param(metavar="WHAT")]


def add_follow_up(session: Session, given: dict[str, list[str]], what: What) -> Answer:
    """Add something to be done by a date, by you or by them."""
    kind = follow_ups.KIND
    values = record.read_options(kind, {"what": [what], **session.piped(given)}, session.ctx)
    with session.write() as log:
        id = follow_ups.add(log, values, session.ctx)
        return Answer(record.load(kind, log, [id])[0], "card")
