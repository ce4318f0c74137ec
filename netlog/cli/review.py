"""review."""

from datetime import date
from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.past import periods_shown
from netlog.cli.session import Log, Session
from netlog.output.answer import Answer
from netlog.records import review as reviews

Week = Annotated[str | None, Param("--week", metavar="DATE", help="The week that holds this day.")]
Done = Annotated[bool, Param("--done", help="Note that the review was held.")]
Interactive = Annotated[
    bool, Param("--interactive", "-i", help="Go through it one by one: done, log, snooze, skip, quit.")
]
Minutes = Annotated[
    int | None,
    Param("--minutes", metavar="N", low=1, high=1440, help="Only what fits into this many minutes."),
]


def review(
    session: Session,
    week: Week = None,
    done: Done = False,
    interactive: Interactive = False,
    minutes: Minutes = None,
) -> Answer:
    """One screenful for the weekly look: numbers, follow-ups, people, events, goals, next actions."""
    day = session.ctx.day(week, "past") if week else session.today
    if done or interactive:
        reviews.must_have_begun(day, session.today)
    if interactive:
        from netlog.cli.walk import walk

        return walk(session, day, minutes)
    if done:
        with session.write() as log:
            if not reviews.hold(log, day, session.now):
                session.notes.append("this week's review was held already")
            return _answer(session, log, day, minutes)
    with session.read() as log:
        return _answer(session, log, day, minutes)


def _answer(session: Session, log: Log, day: date, minutes: int | None) -> Answer:
    past = periods_shown(session)
    found = reviews.review(log, day, session.today, session.ctx, session.notes, minutes, past=past)
    return Answer(found, "review")
