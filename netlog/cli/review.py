"""review."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import review as reviews

Week = Annotated[str | None, Param("--week", metavar="DATE", help="The week that holds this day.")]
Done = Annotated[bool, Param("--done", help="Note that the review was held.")]


def review(session: Session, week: Week = None, done: Done = False) -> Answer:
    """One screenful for the weekly look: numbers, follow-ups, people, events, goals, next actions."""
    day = session.ctx.day(week, "past") if week else session.today
    if done:
        reviews.must_have_begun(day, session.today)
        with session.write() as log:
            if not reviews.hold(log, day, session.now):
                session.notes.append("this week's review was held already")
            return Answer(reviews.review(log, day, session.today, session.ctx, session.notes), "review")
    with session.read() as log:
        return Answer(reviews.review(log, day, session.today, session.ctx, session.notes), "review")
