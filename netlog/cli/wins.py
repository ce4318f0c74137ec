"""wins."""

from typing import Annotated

from netlog.cli.options import Filters, Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import wins as successes

Since = Annotated[str | None, Param("--since", metavar="DATE", help="From this day on.")]
Between = Annotated[
    str | None, Param("--between", metavar="A..B", help="In these days: fall, 2026-01..2026-03.")
]


def wins(session: Session, words: Filters = None, since: Since = None, between: Between = None) -> Answer:
    """The successes you noted, the newest first.

    Records of every kind that were added with --win, or have the tag win; the filters are those of the lists.
    """
    first, last = successes.period(since, between, session.ctx)
    with session.read() as log:
        return Answer(successes.find(log, words or [], session.ctx, since=first, until=last), "wins")
