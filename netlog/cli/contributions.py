"""add-contribution."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import contributions, record

Title = Annotated[str, Param(metavar="TITLE", help="What it is called.")]


def add_contribution(session: Session, given: dict[str, list[str]], title: Title) -> Answer:
    """Add what you gave the field: a talk, an article, a lesson plan, a comment."""
    kind = contributions.KIND
    values = record.read_options(kind, {"title": [title], **session.piped(given)}, session.ctx)
    with session.write() as log:
        id = contributions.add(log, values, session.ctx)
        return Answer(record.load(kind, log, [id])[0], "card")
