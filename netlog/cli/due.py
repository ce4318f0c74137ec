"""due."""

from typing import Annotated, Any

from netlog.cli.options import OptionalRefs, Param, Why
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import absences, due_scope, queue, references

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
