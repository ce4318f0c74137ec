"""Marks: records moved to a status, with its day where the status has one, and a note."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import NotFoundError, UsageError
from netlog.records import record, references
from netlog.records.dated import Day
from netlog.records.introductions import MOVES
from netlog.records.kind import Kind, kind_of
from netlog.vocabulary import plural_of, spelled

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.references import Target
    from netlog.store.log import Log

Values = dict[str, Any]

# Statuses with a day of their own, by kind of record; every kind here can be marked.
DAYS: dict[str, dict[str, str]] = {
    "introduction": {status: f"{status}_on" for status in (*MOVES, "declined")},
    "opportunity": dict.fromkeys(("gained", "lost", "declined"), "closed_on"),
    "takeaway": {status: f"{status}_on" for status in ("tried", "kept", "dropped")},
    "step": {"done": "done_on"},
    "event": {},
    "contact": {},
}
NOTED = {"opportunity": "outcome", "takeaway": "outcome"}  # where a note goes, if not to the notes


class Mark(NamedTuple):
    """What is asked for: a status, its day (ISO) if one was given, and a note."""

    status: str
    on: str | None
    note: str | None


def statuses(type: str) -> tuple[str, ...]:
    """The words that a kind of record can be marked with."""
    return kind_of(type).field("status").words


def read_day(text: str, ctx: "Context") -> str:
    """The day since when something is so; UsageError for one to come."""
    return Day("on", lean="past").read(text, ctx)


def find(log: "Log", refs: Sequence[str], word: str, ctx: "Context") -> list["Target"]:
    """The records that are named, each of which can be marked with `word`.

    A name is looked for among the kinds that have the word. UsageError for a word that one of them does not have.
    """
    having = tuple(type for type in DAYS if spelled(word, statuses(type)))
    if not having:
        raise _refused(log, refs, word, ctx)
    return list(dict.fromkeys(_found(log, ref, having, word, ctx) for ref in refs))


def put(log: "Log", target: "Target", mark: Mark, ctx: "Context") -> bool:
    """Move one record to a status; False where nothing changed.

    The day is the one given, else the one it has from before, else today. UsageError for a day where the
    status has none.
    """
    type, id = target
    kind = kind_of(type)
    before = record.fetch(kind, log, [id])[0]
    status = spelled(mark.status, statuses(type)) or mark.status
    changes: Values = {"status": status, **_dated(kind, before, status, mark.on, ctx)}
    if mark.note:
        key = NOTED.get(type, "notes")
        changes[key] = _noted(kind, key, before[key], mark.note, ctx)
    return record.change(kind, log, id, changes, ctx)


def _found(log: "Log", ref: str, having: tuple[str, ...], word: str, ctx: "Context") -> "Target":
    try:
        return references.find(log, ref, having, ctx)
    except NotFoundError:
        type, _ = references.find_any(log, ref, ctx)
    raise UsageError(*_not_of(type, word))


def _dated(kind: Kind, before: Values, status: str, on: str | None, ctx: "Context") -> Values:
    """The day that a move sets; the days of later moves are the kinds' own business."""
    days = DAYS[kind.name]
    key = days.get(status)
    if key is None:
        if on is not None:
            dated = f"; those that have one: {', '.join(days)}" if days else ""
            raise UsageError(
                f"{kind.article} {kind.spoken} that is {status} keeps no day of it", f"leave --on out{dated}"
            )
        return {}
    shared = len(set(days.values())) < len(days)  # gained and lost are on the same day, each on its own
    kept = before[key] if before["status"] == status or not shared else None
    return {key: on or kept or ctx.today.isoformat()}


def _noted(kind: Kind, key: str, present: str | None, note: str, ctx: "Context") -> str:
    """A note after what is there: in a line of its own, or after a semicolon where there is one line only."""
    lines = key == "notes"
    text = kind.field(key).read(note if lines else " ".join(note.split()), ctx)
    return ("\n" if lines else "; ").join(one for one in (present, text) if one)


def _refused(log: "Log", refs: Sequence[str], word: str, ctx: "Context") -> UsageError:
    """What to say of a word that nothing can be marked with: what the first of the records can be."""
    type, _ = references.find_any(log, refs[0], ctx) if refs else ("", 0)
    if type:
        return UsageError(*_not_of(type, word))
    words = dict.fromkeys(one for type in DAYS for one in statuses(type))
    return UsageError(f"nothing can be marked {word!r}", f"one of: {', '.join(words)}")


def _not_of(type: str, word: str) -> tuple[str, str]:
    kind = kind_of(type)
    if type == "follow_up":
        return "a follow-up is not marked", "use `netlog done` or `netlog drop`"
    if type not in DAYS:
        marked = ", ".join(plural_of(one) for one in DAYS)
        return f"{kind.article} {kind.spoken} is not marked", f"marked are {marked}"
    return (
        f"{kind.article} {kind.spoken} can't be marked {word!r}",
        f"one of: {', '.join(statuses(type))}; nothing was changed",
    )
