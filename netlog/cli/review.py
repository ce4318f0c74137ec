"""review."""

from typing import Annotated

import typer

from netlog.cli.session import Session
from netlog.insight import dates
from netlog.output.answer import Answer
from netlog.records import review as reviews

Week = Annotated[str | None, typer.Option("--week", metavar="DATE", help="The week that holds this day.")]
Done = Annotated[bool, typer.Option("--done", help="Note that the review was held.")]


def review(session: Session, week: Week = None, done: Done = False) -> Answer:
    """One screenful for the weekly look: numbers, follow-ups, people, events, goals, next actions."""
    day = dates.read_date(week, session.today, "past", terms=session.ctx.terms) if week else session.today
    if done:
        with session.write() as log:
            if not reviews.hold(log, day, session.now):
                session.notes.append("this week's review was held already")
            return Answer(reviews.review(log, day, session.today, session.ctx), "review")
    with session.read() as log:
        return Answer(reviews.review(log, day, session.today, session.ctx), "review")
