"""pause-goal, resume-goal, amend-goal and close-goal."""

from collections.abc import Callable
from typing import Annotated

from netlog.cli.options import Param, Ref
from netlog.cli.session import Log, Session
from netlog.output.answer import Answer
from netlog.records import goal_course, marks, record, references
from netlog.records import text as texts
from netlog.records.goals import KIND

From = Annotated[str | None, Param("--from", metavar="DATE", help="From this day on (default: today).")]
Until = Annotated[
    str | None, Param("--until", metavar="DATE", help="Until this day, included (else until it is resumed).")
]
On = Annotated[str | None, Param("--on", metavar="DATE", help="From this day on (default: today).")]
ClosedOn = Annotated[str | None, Param("--on", metavar="DATE", help="Its last day (default: today).")]
Because = Annotated[str | None, Param("--why", metavar="TEXT", help="Why, for its history.")]
Changes = Annotated[list[str], Param(metavar="KEY=VALUE...", help="target=N, where='FILTER...'")]


def pause_goal(
    session: Session, ref: Ref, from_: From = None, until: Until = None, because: Because = None
) -> Answer:
    """Let a goal ask for nothing for a while: sick leave, summer."""
    first = session.ctx.first_day(from_) if from_ else session.today
    last = session.ctx.last_day(until, "future") if until else None
    why = _why(because)
    return _changed(session, ref, lambda log, id: goal_course.pause(log, id, first, last, why, session.ctx))


def resume_goal(session: Session, ref: Ref, on: On = None) -> Answer:
    """Let a paused goal ask again."""
    day = session.ctx.day(on) if on else session.today
    return _changed(session, ref, lambda log, id: goal_course.resume(log, id, day, session.ctx))


def amend_goal(
    session: Session, ref: Ref, words: Changes, from_: From = None, because: Because = None
) -> Answer:
    """Change target or filter of a goal from a day on; the periods before it stay as they were."""
    day = session.ctx.first_day(from_) if from_ else session.today
    why = _why(because)
    return _changed(session, ref, lambda log, id: goal_course.amend(log, id, day, words, why, session.ctx))


def close_goal(session: Session, ref: Ref, on: ClosedOn = None) -> Answer:
    """End a goal for good; `netlog edit REF status=active` opens it again."""
    day = marks.read_day(on, session.ctx) if on else session.today.isoformat()
    return _changed(session, ref, lambda log, id: goal_course.close(log, id, day, session.ctx))


def _changed(session: Session, ref: str, change: Callable[[Log, int], bool]) -> Answer:
    """The card of each goal that is named, changed; a note where all of them had it so already."""
    named = session.refs([ref])
    with session.write() as log:
        ids = [references.find(log, one, ("goal",), session.ctx)[1] for one in named]
        changed = [change(log, id) for id in ids]
        found = record.load(KIND, log, ids)
    if ids and not any(changed):
        session.notes.append("nothing to change: it was so already")
    return Answer(found if ref == "-" else found[0], "card")


def _why(words: str | None) -> str | None:
    return texts.line(words, "the reason") if words else None
