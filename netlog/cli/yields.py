"""yield."""

from typing import Annotated

from netlog.cli.options import Filters, Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import yields

Since = Annotated[
    str | None, Param("--since", metavar="DATE", help="What came up from this day, month or year on.")
]


def yield_(session: Session, words: Filters = None, since: Since = None) -> Answer:
    """What came through the network, by kind and by source.

    Opportunities, counted for each contact, event, group and introduction that they came from, and for how you
    met those contacts. The filters are those of `netlog list-opportunities`.
    """
    first = None if since is None else session.ctx.first_day(since, "past")
    with session.read() as log:
        found = yields.of(log, words or [], session.ctx, since=first)
    return Answer(found["by_source"] if session.gives_rows else found, "yield")
