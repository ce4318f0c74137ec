"""log: prose in, records out."""

from typing import Annotated, Any

from netlog.cli.asking import CancelledError, chosen, press
from netlog.cli.options import Param
from netlog.cli.session import Log, Session
from netlog.errors import AmbiguousError, BadDataError, UsageError
from netlog.output.answer import Answer
from netlog.records import capture
from netlog.records.fields import WIN

Words = Annotated[list[str] | None, Param(metavar="[TEXT...|-]")]
With = Annotated[
    list[str] | None,
    Param("--with", metavar="REF", help="Who took part; no names are looked for in the text."),
]
On = Annotated[str | None, Param("--on", metavar="DATE", help="When; the text is left whole.")]
Event = Annotated[str | None, Param("--event", metavar="REF", help="The event, or `none`.")]
Kind = Annotated[str | None, Param("--kind", metavar="WORD", help="meeting, call, video, email, ...")]
FollowUps = Annotated[
    list[str] | None,
    Param(
        "--follow-up",
        metavar="TEXT",
        help="`send X by fri`, or `theirs: X by fri`; or `none`. No promises are looked for in the text.",
    ),
]
Tags = Annotated[list[str] | None, Param("--tag", metavar="TAG", help="A tag, as #tag in the text.")]
New = Annotated[
    list[str] | None, Param("--new", metavar="NAME", help='A new contact, as +"NAME" in the text.')
]
Win = Annotated[bool, Param("--win", help="A success, for `netlog wins`.")]
Observer = Annotated[str | None, Param("--observer", metavar="WORD", help="Of an observation: me or them.")]
Takeaways = Annotated[
    list[str] | None,
    Param("--takeaway", metavar="TEXT", help="What you take home, to be tried; give it again for more."),
]
Confirm = Annotated[
    bool, Param("--confirm", help="On a terminal, show what was understood and ask before saving.")
]


def log(
    session: Session,
    words: Words = None,
    people: With = None,
    on: On = None,
    event: Event = None,
    kind: Kind = None,
    follow_ups: FollowUps = None,
    tags: Tags = None,
    new: New = None,
    win: Win = False,
    observer: Observer = None,
    taken: Takeaways = None,
    confirm: Confirm = False,
) -> Answer:
    """Log a conversation in a sentence: date, people, event, kind, #tags and promises are read from it."""
    tagged = (*(tags or ()), *((WIN,) if win else ()))
    lists = (tuple(one or ()) for one in (people, follow_ups, new, taken))
    who, owed, added, whats = lists
    given = capture.Given(who, on, event, kind, owed, tagged, added, observer, whats)
    if words == ["-"]:
        return _lines(session, given)
    if not words:
        from netlog.cli import prose_editor

        return prose_editor.written(session, lambda text: _one(session, text, given, confirm))
    return _one(session, " ".join(words), given, confirm)


def _one(session: Session, text: str, given: capture.Given, confirm: bool) -> Answer:
    """One sentence: on a terminal ties are asked about, and so is what is unsure."""
    if session.asks:
        text = _agreed(session, text, given, confirm)
    with session.write() as log:
        data = _logged(session, log, text, given)
    return _told(session, data, [data])


def _told(
    session: Session, data: dict[str, Any] | list[dict[str, Any]], found: list[dict[str, Any]]
) -> Answer:
    """The answer; of a rehearsal in plain columns the reading, as there are no references to go on with."""
    if session.dry_run and session.format in (None, "tsv") and not session.shows_table:
        return Answer([one["read"] for one in found], "reading")
    return Answer(data, "log")


def _lines(session: Session, given: capture.Given) -> Answer:
    """A sentence a line, from standard input: each a step of its own, all of them or none."""
    lines = session.stdin().splitlines()
    found = []
    with session.write() as log:
        for number, text in enumerate(lines, 1):
            if not text.strip():
                continue
            log.next_step(session.command_for(text.strip()))
            try:
                found.append(_logged(session, log, text, given))
            except AmbiguousError as error:
                message = f"line {number}: {error.message}"
                raise AmbiguousError(error.text, message, error.candidates, error.hint) from None
            except UsageError as error:
                hint = f"{error.hint}; no line was logged" if error.hint else "no line was logged"
                raise BadDataError(f"line {number}: {error.message}", hint) from None
    return _told(session, found, found)


def _logged(session: Session, log: Log, text: str, given: capture.Given) -> dict[str, Any]:
    reading = capture.read(log, text, given, session.ctx)
    data = capture.save(log, reading, session.ctx)
    session.notes += [*reading.chosen, *reading.unsure, *reading.remarks]
    step = None if session.dry_run else log.step_id
    return {"step": step, "saved": not session.dry_run, **data}


def _agreed(session: Session, text: str, given: capture.Given, confirm: bool) -> str:
    """The text that is to be saved, once every tie is settled and what is unsure was looked at."""
    while True:
        try:
            with session.rehearse() as log:
                reading = capture.read(log, text, given, session.ctx)
                data = {"step": None, "saved": False, **capture.save(log, reading, session.ctx)}
        except AmbiguousError as error:
            session.ctx.choices = {**session.ctx.choices, error.text: chosen(error)}
            continue
        if session.yes or session.dry_run or not (confirm or reading.unsure):
            return text
        understood = Answer(data, "log", (*reading.chosen, *reading.unsure, *reading.remarks))
        session.preview(understood)  # stdout is for what was saved
        answer = press("[Enter] save, e edit, c cancel: ")
        if answer in ("", "y", "yes", "s", "save"):
            return text
        if answer not in ("e", "edit"):
            raise CancelledError("cancelled", "nothing was changed")
        from netlog.cli.prose_editor import again

        text = again(session, text)
