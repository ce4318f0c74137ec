"""What was to be done, done: a follow-up, a step or an introduction, and what comes of it."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import UsageError
from netlog.insight.help import kind_of_help
from netlog.records import follow_ups, introduction_moves, marks, record, steps
from netlog.records.kind import kind_of
from netlog.vocabulary import EXCHANGE_KINDS, spelled

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.references import Target
    from netlog.store.log import Log

TYPES = ("follow_up", "step", "introduction")
NONE = "none"  # no exchange, whatever the words say
DIRECTIONS = {"me": "given", "them": "received"}


class How(NamedTuple):
    """When, with which note; whether the note is kept as a conversation; which exchange it is, or NONE, or None
    for what the words say."""

    on: date
    note: str | None = None
    as_conversation: bool = False
    exchange: str | None = None


class Came(NamedTuple):
    """The ids of what came of it: the next follow-up of a series, a conversation, an exchange."""

    next: int | None = None
    conversation: int | None = None
    exchange: int | None = None


def exchange_kind(word: str) -> str:
    """The kind of exchange that a word means; UsageError where there is none."""
    known = spelled(word, EXCHANGE_KINDS)
    if known is None:
        raise UsageError(f"{word!r} is no kind of exchange", f"one of: {', '.join(EXCHANGE_KINDS)}")
    return known


def read_day(word: str, ctx: "Context") -> date:
    """The day on which something was done; UsageError for one to come."""
    return date.fromisoformat(marks.read_day(word, ctx))


def finish(log: "Log", target: "Target", how: How, ctx: "Context") -> Came:
    """Do one; ConflictError where it is done already, UsageError for what it can't be asked."""
    type, id = target
    if type == "introduction":
        _must_be_plain(how, f"i{id} is an introduction")
        introduction_moves.finish(log, id, how.on, how.note, ctx)
        return Came()
    if type == "step":
        if how.exchange not in (None, NONE):
            raise UsageError(f"s{id} is a step", "leave --exchange out; netlog add-exchange notes help")
        steps.finish(log, id, how.on, how.note, ctx)
        return Came(
            None, steps.keep_as_conversation(log, id, how.on, how.note, ctx) if how.as_conversation else None
        )
    following = follow_ups.finish(log, id, how.on, how.note, ctx)
    held = follow_ups.keep_as_conversation(log, id, how.on, how.note, ctx) if how.as_conversation else None
    return Came(following, held, _exchange(log, id, how, ctx))


def _must_be_plain(how: How, what: str) -> None:
    if how.as_conversation or how.exchange not in (None, NONE):
        raise UsageError(f"{what}, moved on to its next status", "leave --log and --exchange out")


def _exchange(log: "Log", id: int, how: How, ctx: "Context") -> int | None:
    """Note the help that a kept promise was, given or received; None where it was none.

    One that came of the promise already (it was done before) is not noted again.
    """
    values = record.fetch(follow_ups.KIND, log, [id])[0]
    if how.exchange and how.exchange != NONE and not values["contacts"]:
        raise UsageError(f"f{id} is with nobody", "an exchange is with somebody: leave --exchange out")
    kind = how.exchange or kind_of_help(values["what"])
    if kind in (None, NONE) or not values["contacts"] or log.value(follow_ups.HELP, id):
        return None
    new: dict[str, Any] = {key: values[key] for key in ("what", "contacts", "private")}
    new |= {"kind": kind, "direction": DIRECTIONS[values["owed_by"]], "exchanged_on": how.on.isoformat()}
    return record.add(kind_of("exchange"), log, {**new, "source": ("follow_up", id)}, ctx)
