"""goals and add-goal."""

from typing import Annotated

from netlog.cli.options import OptionalRefs, Param, Why
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import countables, filters, progress, record, references
from netlog.records import goals as nouns

Title = Annotated[str, Param(metavar="TITLE")]
At = Annotated[str | None, Param("--at", metavar="DATE", help="As they stood on this day.")]
Check = Annotated[bool, Param("--check", help="Exit 1 when a goal is behind.")]


def add_goal(session: Session, given: dict[str, list[str]], title: Title) -> Answer:
    """Add a goal: a count per period of entries that match a filter."""
    kind = nouns.KIND
    values = record.read_options(kind, {"title": [title], **session.piped(given)}, session.ctx)
    with session.write() as log:
        id = record.add(kind, log, values, session.ctx)
        found = record.load(kind, log, [id])[0]
        countables.check_filter(found["count"], found["where"], session.ctx, log)
        return Answer(found, "card")


def goals(
    session: Session, refs: OptionalRefs = None, at: At = None, why: Why = False, check: Check = False
) -> Answer:
    """How the goals stand: counted from the log, with pace, streak and the last periods."""
    today = session.ctx.day(at, "past") if at else session.today
    named = session.refs(refs or [])
    with session.read() as log:
        if refs:
            ids = [references.find(log, ref, ("goal",), session.ctx)[1] for ref in named]
        else:
            ids = filters.find(nouns.KIND, log, [], session.ctx)
        found = progress.goals(log, ids, today, session.ctx, why=why)
    behind = check and any(one["state"] == "behind" for one in found)
    return Answer(found, "progress", code=1 if behind else 0)
