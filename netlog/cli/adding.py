"""The add commands of kinds that need nothing of their own: the name, the options, the new record."""

from typing import Annotated, Any

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import record
from netlog.records.kind import kind_of

Given = dict[str, list[str]]
What = Annotated[str, Param(metavar="WHAT", help="What it is, in a few words.")]
Statement = Annotated[str, Param(metavar="STATEMENT", help="Where you want to be, in a sentence.")]
Who = Annotated[str | None, Param(metavar="[WHO]", help="Who is introduced; left out, it is you.")]


def add_thing(session: Session, kind: str, given: Given, what: What) -> Answer:
    """Add a record that says what it is."""
    return added(session, kind, given, {"what": what})


def add_introduction(session: Session, given: Given, who: Who = None) -> Answer:
    """Add an introduction: by whom, of whom, to whom.

    `--by ada --to grace`: you asked Ada to introduce you to Grace. `raj --to bo`: you mean to introduce Raj to Bo.
    """
    return added(session, "introduction", given, {"who": who} if who else {})


def add_vision(session: Session, given: Given, statement: Statement) -> Answer:
    """Add a vision; the current one becomes past."""
    return added(session, "vision", given, {"statement": statement})


def added(session: Session, kind: str, given: Given, named: dict[str, Any]) -> Answer:
    """The card of a new record."""
    of = kind_of(kind)
    words = {**{key: [word] for key, word in named.items()}, **session.piped(given)}
    values = record.read_options(of, words, session.ctx)
    with session.write() as log:
        id = record.add(of, log, values, session.ctx)
        return Answer(record.load(of, log, [id])[0], "card")
