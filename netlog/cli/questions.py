"""ask."""

from typing import Annotated

from netlog.cli.options import OptionalRef, Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.records import questions, references

Words = Annotated[list[str] | None, Param(metavar="[QUESTION...]")]
Strike = Annotated[int | None, Param("--strike", metavar="ID", low=1, help="Strike this question off.")]
Struck = Annotated[bool, Param("--all", help="List those struck off too.")]


def ask(
    session: Session, ref: OptionalRef = None, words: Words = None, strike: Strike = None, all: Struck = False
) -> Answer:
    """Note a question for a contact or an event, list those that are open, or strike one off."""
    if strike is not None:
        return _struck(session, strike, alone=ref is None and not all)
    if not words:
        with session.read() as log:
            target = references.find(log, ref, ("contact", "event"), session.ctx) if ref is not None else None
            return Answer(questions.listed(log, target, all=all), "questions")
    if all:
        raise UsageError("--all is for the list", "give it without a question")
    with session.write() as log:
        target = references.find(log, ref or "", ("contact", "event"), session.ctx)
        id = questions.add(log, target, " ".join(words), session.ctx)
        return Answer(questions.shown(log, [id])[0], "questions")


def _struck(session: Session, id: int, alone: bool) -> Answer:
    if not alone:
        raise UsageError("--strike takes the number of a question alone", "see `netlog ask`")
    with session.write() as log:
        questions.strike(log, id, session.ctx)
        return Answer(questions.shown(log, [id])[0], "questions")
