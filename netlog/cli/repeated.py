"""A command whose --key was used before: what it made then, once more."""

from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import made


def repeated(session: Session, step: int) -> Answer:
    """The records that the step made, as they are now; nothing is changed."""
    note = f"done before, as step {step}: nothing was changed"
    with session.read() as log:
        found = made.by_step(log, step)
    if len(found) == 1:
        return Answer(found[0], "card", notes=(note,))
    return Answer(found, "card", notes=(note,))
