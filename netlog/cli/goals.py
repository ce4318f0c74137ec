"""goals."""

from typing import Annotated

from netlog.cli.options import OptionalRefs, Param, Why
from netlog.cli.past import periods_shown
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import progress, references

At = Annotated[str | None, Param("--at", metavar="DATE", help="As they stood on this day.")]
Check = Annotated[
    bool, Param("--check", help="Exit 1 when a goal is behind, or more was done than its maximum.")
]


def goals(
    session: Session, refs: OptionalRefs = None, at: At = None, why: Why = False, check: Check = False
) -> Answer:
    """How the goals stand: counted from the log, with pace, forecast, streak and the last periods."""
    today = session.ctx.day(at, "past") if at else session.today
    named = session.refs(refs or [])
    with session.read() as log:
        if refs:
            ids = [references.find(log, ref, ("goal",), session.ctx)[1] for ref in named]
        else:
            ids = progress.active(log, today if at else None)
        found = progress.goals(
            log, ids, today, session.ctx, why=why, soonest=bool(refs or why), exact=periods_shown(session)
        )
    slipping = check and any(progress.slipping(one, today) for one in found)
    return Answer(found, "goal" if refs else "progress", code=1 if slipping else 0)
