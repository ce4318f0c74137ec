"""debrief: with options, or asking."""

import sys
from typing import Annotated, Any, NamedTuple

from netlog.cli.asking import ask, chosen, fitted
from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import AmbiguousError, NotFoundError
from netlog.output.answer import Answer
from netlog.output.text import shown
from netlog.records import contacts, debriefs, events, references

Event = Annotated[str, Param(metavar="EVENT")]
Met = Annotated[list[str] | None, Param("--met", metavar="REF", help="Whom you met; again for more.")]
New = Annotated[
    list[str] | None, Param("--new", metavar="NAME", help="Somebody new whom you met; again for more.")
]
Takeaways = Annotated[
    str | None, Param("--takeaways", metavar="TEXT", help="What you took home; `-` reads stdin.")
]
Tries = Annotated[
    list[str] | None, Param("--try", metavar="TEXT", help="Something to try, a takeaway; again for more.")
]
Win = Annotated[bool, Param("--win", help="A success, for `netlog wins`.")]
FollowUps = Annotated[
    list[str] | None,
    Param("--follow-up", metavar="TEXT", help="What is next: 'send Ana the rubric by fri'; again for more."),
]


class _Answers(NamedTuple):
    met: list[str]
    new: list[str]
    takeaways: str | None
    promised: list[str]
    tries: list[str]


def debrief(
    session: Session,
    event: Event,
    met: Met = None,
    new: New = None,
    takeaways: Takeaways = None,
    follow_up: FollowUps = None,
    tries: Tries = None,
    win: Win = False,
) -> Answer:
    """Look back on an event, in one step; without options on a terminal it asks."""
    text = session.piped({"takeaways": [takeaways]})["takeaways"][0] if takeaways is not None else None
    told = _Answers(met or [], new or [], text, follow_up or [], tries or [])
    with session.read() as log:
        id = references.find(log, event, ("event",), session.ctx)[1]
        values = debriefs.must_have_begun(log, id, session.ctx)
    if session.asks and not any(told):
        told = _asked(session, values)
    takeaways = events.KIND.field("takeaways").read(told.takeaways or "", session.ctx)
    with session.write() as log:
        people = [references.find(log, one, ("contact",), session.ctx)[1] for one in told.met]
        given: dict[str, Any] = {"met": list(dict.fromkeys(people)), "new": told.new}
        given |= {"takeaways": takeaways, "promised": told.promised, "tries": told.tries, "win": win}
        return Answer(debriefs.hold(log, id, session.ctx, **given), "debrief")


def _asked(session: Session, event: dict[str, Any]) -> _Answers:
    """What the user answers, in one pass; every answer can be empty."""
    when = " to ".join(dict.fromkeys([event["starts_on"], event["ends_on"]]))
    told = f"{shown(event['name'])}, {when}. An empty answer goes on; ^C leaves all as it was."
    sys.stderr.write(f"{fitted(told)}\n")
    unmet = [one["name"] for one in event["to_meet"] if one not in event["met"]]
    if unmet:
        sys.stderr.write(f"You meant to meet {shown(', '.join(unmet))}.\n")
    met: list[str] = []
    new: list[str] = []
    for name in ask("Whom did you meet? (names, with commas) ").split(","):
        if name.strip():
            _sorted(session, name.strip(), met, new)
    takeaways = ask("What did you take home? ")
    promised: list[str] = []
    while words := ask("What is next? (send Ana the rubric by fri) " if not promised else "And? "):
        promised.append(words)
    if takeaways:
        session.notes.append(f"something to try? netlog add-takeaway WHAT --from {event['ref']}")
    return _Answers(met, new, takeaways, promised, [])


def _sorted(session: Session, name: str, met: list[str], new: list[str]) -> None:
    """Put a name with those in the log, or with the new ones where the user says so."""
    while name:
        try:
            with session.read() as log:
                met.append(f"c{references.find(log, name, ('contact',), session.ctx)[1]}")
            return
        except AmbiguousError as error:
            met.append(chosen(error))
            return
        except NotFoundError as error:
            hint = f" ({error.hint})" if error.hint.startswith("did you mean") else ""
            told = f"{error.message}{hint}."
        if references.may_be_name(name) and ask(f"{told} Add {name}? [Y/n] ").casefold() in ("", "y", "yes"):
            new.append(contacts.KIND.field("name").read(name, session.ctx))
            return
        name = ask("Who was it then? (an empty answer leaves them out) ")
