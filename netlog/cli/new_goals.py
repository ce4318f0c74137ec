"""add-goal and suggest-goals."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import countables, goal_doubts, goal_ideas, record
from netlog.records.goals import KIND

Title = Annotated[str, Param(metavar="TITLE")]


def add_goal(session: Session, given: dict[str, list[str]], title: Title) -> Answer:
    """Add a goal: a count per period of entries that match a filter."""
    values = record.read_options(KIND, {"title": [title], **session.piped(given)}, session.ctx)
    with session.write() as log:
        id = record.add(KIND, log, values, session.ctx)
        found = record.load(KIND, log, [id])[0]
        countables.check_filter(found["count"], found["where"], session.ctx, log)
        session.notes += goal_doubts.told(log, found, session.ctx)
        return Answer(found, "card")


def suggest_goals(session: Session) -> Answer:
    """Three goals a little above what the last year of the log shows, each as the command that adds it."""
    with session.read() as log:
        return Answer(goal_ideas.suggested(log, session.today, session.ctx), "goal-ideas")
