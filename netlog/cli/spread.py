"""spread."""

from typing import Annotated

from netlog.cli.options import Filters, Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import spread as spreads

Over = Annotated[
    str | None, Param("--over", metavar="SPAN", help="Over how long: 6w, 2 months (default: 6w).")
]
PerWeek = Annotated[
    int | None, Param("--per-week", metavar="N", low=1, high=1000, help="At most so many in any week.")
]


def spread(session: Session, words: Filters = None, over: Over = None, per_week: PerWeek = None) -> Answer:
    """Give contacts never talked with a day each, evenly over some weeks; shows the plan and asks first."""
    span = spreads.read_span(over)
    if session.asks and not session.yes and not session.dry_run:
        with session.read() as log:
            planned, _ = spreads.plan(log, words or [], session.ctx, span=span, per_week=per_week)
        if planned:
            session.preview(Answer(planned, "spread"))
            session.confirm(f"Spread these {len(planned)} contacts so?")
    with session.write() as log:
        planned, left = spreads.plan(log, words or [], session.ctx, span=span, per_week=per_week)
        spreads.keep(log, planned, session.ctx)
    if left:
        session.notes.append(f"{left} left as they are: they have a day to come already")
    return Answer(planned, "spread")
