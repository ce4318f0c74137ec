"""add-exchange."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import exchanges, record

What = Annotated[str, Param(metavar="WHAT", help="What helped, in a few words.")]


def add_exchange(session: Session, given: dict[str, list[str]], what: What) -> Answer:
    """Add help that you gave or received.

    What came of a conversation or follow-up (--from) is with the same people, unless --with says otherwise.
    """
    kind = exchanges.KIND
    values = record.read_options(kind, {"what": [what], **session.piped(given)}, session.ctx)
    with session.write() as log:
        id = exchanges.add(log, values, session.ctx)
        return Answer(record.load(kind, log, [id])[0], "card")
