"""due, done, snooze and drop."""

from datetime import date
from typing import Annotated, Any

from netlog.cli.options import Note, OptionalRefs, Param, Ref, Refs, Why
from netlog.cli.session import Log, Session, one_or_all
from netlog.errors import ConflictError, NotFoundError
from netlog.output.answer import Answer
from netlog.records import absences, conversations, due_scope, follow_ups, queue, record, references, turns
from netlog.records.kind import kind_of

Days = Annotated[
    int | None,
    Param(
        "--days",
        metavar="N",
        low=0,
        high=3650,
        help="Look this many days ahead, at snoozed ones too (else 7).",
    ),
]
Count = Annotated[bool, Param("--count", help="Print how many; exit 1 when there are none.")]
On = Annotated[str | None, Param("--on", metavar="DATE", help="When it was done (default: today).")]
AsConversation = Annotated[bool, Param("--log", help="Keep the note as a conversation with the same people.")]
Until = Annotated[list[str], Param(metavar="DATE")]


def due(
    session: Session, refs: OptionalRefs = None, days: Days = None, count: Count = False, why: Why = False
) -> Answer:
    """Promises, people, events and goals that press, the most urgent first, each with its reason."""
    named = session.refs(refs or [])  # before the log is open: what is piped in may be writing to it
    with session.read() as log:
        wanted = {references.find_any(log, ref, session.ctx) for ref in named}
        if count and not refs:
            return _counted(sum(queue.count(log, session.today, days, session.ctx, session.notes).values()))
        nobody = refs and not wanted  # `-`, and nothing on it: not the same as everybody
        found = (
            []
            if nobody
            else queue.due(log, session.today, days, session.ctx, only=wanted, left_out=session.notes)
        )
        resting = absences.told(log, wanted, found, session.ctx) if why else []
        if not refs and len(found) >= queue.SCREENFUL:
            found = _cut(session, found, queue.how_many(log, due_scope.window(session.today, days)))
    session.notes += resting
    if count:
        return _counted(len(found))
    return Answer(found, "due-why" if why else "due")


def done(
    session: Session, refs: Refs, on: On = None, note: Note = None, as_conversation: AsConversation = False
) -> Answer:
    """Mark follow-ups as done; one that repeats comes again. --log makes a conversation of the note."""
    day = _day(on, session)
    text = session.stdin().strip() if note == "-" else note
    note = kind_of("follow_up").field("notes").read(text, session.ctx) if text else None
    found = []
    named = session.refs(refs)
    with session.write() as log:
        for ref in named:
            id = _follow_up(log, ref, session)
            following = follow_ups.finish(log, id, day, note, session.ctx)
            held = (
                follow_ups.keep_as_conversation(log, id, day, note, session.ctx) if as_conversation else None
            )
            values = _shown(log, "follow_up", id) or {}
            values["next"] = _shown(log, "follow_up", following)
            values["conversation"] = _shown(log, "conversation", held)
            found.append(values)
    for one in found:
        if one["next"]:
            session.notes.append(
                f"{one['ref']} comes again as {one['next']['ref']}, due {one['next']['due_on']}"
            )
        if one["conversation"]:
            session.notes.append(f"{one['conversation']['ref']} keeps it as a conversation")
    return Answer(one_or_all(found, refs), "card")


def snooze(session: Session, ref: Ref, until: Until) -> Answer:
    """Put a follow-up, or a contact's turn, off until a date."""
    day = session.ctx.day(" ".join(until), "future")
    turns.must_come(day, session.ctx)
    named = session.refs([ref])
    with session.write() as log:
        found = [_snoozed(log, one, day, session) for one in named]
    return Answer(one_or_all(found, [ref]), "card")


def drop(session: Session, refs: Refs) -> Answer:
    """Give follow-ups up for good, and let a contact go for this round: the next turn is one cadence on."""
    found = []
    named = session.refs(refs)
    with session.write() as log:
        for ref in named:
            type, id = references.find(log, ref, ("follow_up", "contact"), session.ctx)
            if type == "follow_up":
                follow_ups.drop(log, id, session.ctx)
            else:
                turns.let_go(log, id, session.ctx)
            found.append(_shown(log, type, id) or {})
    return Answer(one_or_all(found, refs), "card")


def _counted(many: int) -> Answer:
    return Answer({"count": many}, "count", code=0 if many else 1, text=str(many))


def _cut(session: Session, found: list[dict[str, Any]], counts: dict[str, int]) -> list[dict[str, Any]]:
    """A screenful for a person, and a note of how much more there is."""
    kept = queue.first_people(found, queue.SCREENFUL) if session.shows_table else found
    for type, noun in (("contact", "people"), ("follow_up", "follow-ups")):
        many = sum(one["type"] == type for one in kept)
        if many < counts[type]:
            listed = "list-contacts next:..today" if type == "contact" else "list-follow-ups due:..today"
            session.notes.append(f"{many} of {counts[type]:,} {noun}: `netlog {listed}` has all")
    return kept


def _day(text: str | None, session: Session) -> date:
    if text is None:
        return session.today
    return date.fromisoformat(conversations.KIND.field("on").read(text, session.ctx))


def _follow_up(log: Log, ref: str, session: Session) -> int:
    try:
        return references.find(log, ref, ("follow_up",), session.ctx)[1]
    except NotFoundError as error:
        raise NotFoundError(error.message, "see `netlog list-follow-ups`") from None


def _snoozed(log: Log, ref: str, day: date, session: Session) -> dict[str, Any]:
    type, id = references.find(log, ref, ("follow_up", "contact"), session.ctx)
    turns.put_off(log, (type, id), day, session.ctx)
    values = record.load(kind_of(type), log, [id])[0]
    if type == "contact" and values["next_contact_on"] is None:
        raise ConflictError(
            f"{values['name']} has no cadence to snooze", f"give one: netlog edit c{id} cadence=6w"
        )
    return values


def _shown(log: Log, type: str, id: int | None) -> dict[str, Any] | None:
    return record.load(kind_of(type), log, [id])[0] if id else None
