"""done."""

from typing import Annotated, Any

from netlog.cli.options import Note, Param, Refs
from netlog.cli.session import Log, Session, one_or_all
from netlog.errors import NotFoundError, UsageError
from netlog.output.answer import Answer
from netlog.records import kept, record, references
from netlog.records.kind import kind_of

On = Annotated[str | None, Param("--on", metavar="DATE", help="When it was done (default: today).")]
AsConversation = Annotated[bool, Param("--log", help="Keep the note as a conversation with the same people.")]
Exchange = Annotated[
    str | None,
    Param("--exchange", metavar="EXCHANGE", help="Note it as help of this kind: resource, advice, ..."),
]
NoExchange = Annotated[bool, Param("--no-exchange", help="Note no help, whatever the words say.")]


def done(
    session: Session,
    refs: Refs,
    on: On = None,
    note: Note = None,
    as_conversation: AsConversation = False,
    exchange: Exchange = None,
    no_exchange: NoExchange = False,
) -> Answer:
    """Mark follow-ups and steps as done, and introductions as moved on; a follow-up that repeats comes again.

    A promise that hands something over is noted as an exchange too. --log makes a conversation of the note.
    """
    if exchange is not None and no_exchange:
        raise UsageError("--exchange and --no-exchange are opposites", "leave one of them out")
    kind = kept.NONE if no_exchange else kept.exchange_kind(exchange) if exchange is not None else None
    text = session.stdin().strip() if note == "-" else note
    note = kind_of("follow_up").field("notes").read(text, session.ctx) if text else None
    day = session.today if on is None else kept.read_day(on, session.ctx)
    how = kept.How(day, note, as_conversation, kind)
    named = session.refs(refs)
    with session.write() as log:
        found = [_finished(log, ref, how, session) for ref in named]
    session.notes += [line for one in found for line in _told(one)]
    return Answer(one_or_all(found, refs), "card")


def _finished(log: Log, ref: str, how: kept.How, session: Session) -> dict[str, Any]:
    """One record as it is now, with what came of it."""
    try:
        type, id = references.find(log, ref, kept.TYPES, session.ctx)
    except NotFoundError as error:
        raise NotFoundError(error.message, "see `netlog list-follow-ups` or `netlog list-steps`") from None
    came = kept.finish(log, (type, id), how, session.ctx)
    return {
        **record.load(kind_of(type), log, [id])[0],
        "next": _shown(log, "follow_up", came.next),
        "conversation": _shown(log, "conversation", came.conversation),
        "exchange": _shown(log, "exchange", came.exchange),
    }


def _told(one: dict[str, Any]) -> list[str]:
    """What came of one, in words."""
    found = []
    if following := one["next"]:
        found.append(f"{one['ref']} comes again as {following['ref']}, due {following['due_on']}")
    if held := one["conversation"]:
        found.append(f"{held['ref']} keeps it as a conversation")
    if help := one["exchange"]:
        ref = help["ref"]
        found.append(
            f"{ref} keeps it as help {help['direction']}, {help['kind']}: netlog delete {ref} if it was none"
        )
    return found


def _shown(log: Log, type: str, id: int | None) -> dict[str, Any] | None:
    return record.load(kind_of(type), log, [id])[0] if id else None
