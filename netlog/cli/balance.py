"""balance."""

from typing import Annotated

from netlog.cli.options import Limit, OptionalRef, Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.records import balance as balances
from netlog.records import references
from netlog.vocabulary import PERIODS, spelled

Per = Annotated[
    str, Param("--per", metavar="PERIOD", help="Over time by week, month, quarter, term or year (default).")
]


def balance(session: Session, ref: OptionalRef = None, per: Per = "year", limit: Limit = None) -> Answer:
    """Help given and received, with whom and over time.

    It counts what is in the log as exchanges, and lists who gave and had nothing back; nothing of it is in the queue.
    """
    period = spelled(per, PERIODS)
    if period is None:
        raise UsageError(f"{per!r} is no period", f"one of: {', '.join(PERIODS)}")
    with session.read() as log:
        contact = references.find(log, ref, ("contact",), session.ctx)[1] if ref else None
        found, told = balances.of(log, contact, period, limit or balances.MOST, session.ctx)
    session.notes += told
    return Answer(found["contacts"] if session.gives_rows else found, "balance")
