"""A command whose --key was used before: what it made then, once more."""

from typing import Any

from netlog.cli.session import Log, Session
from netlog.output.answer import Answer
from netlog.records import made


def repeated(session: Session, step: int) -> Answer:
    """The records that the command made, as they are now; nothing is changed."""
    note = f"done before, as step {step}: nothing was changed"
    with session.read() as log:
        steps = made.steps_of(log, step)
        if session.argv[0] == "log" and (answer := _logged(session, log, steps)):
            return Answer(answer, "log", notes=(note,))
        type = session.argv[0].removeprefix("add-").replace("-", "_")  # of any other command it is none
        found = [one for each in steps for one in made.added(log, each, type)]
    return Answer(found[0] if len(found) == 1 else found, "card", notes=(note,))


def _logged(session: Session, log: Log, steps: list[int]) -> dict[str, Any] | list[dict[str, Any]] | None:
    """What `log` answered then; None where nothing of it is there any more."""
    found = [one for one in (made.logged(log, step) for step in steps) if one]
    if "-" in session.argv:
        return found
    return found[0] if found else None
