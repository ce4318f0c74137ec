"""Whom and what a plan names: the contact, group or event of the log that it means, if there is one."""

from typing import TYPE_CHECKING

from netlog.errors import AmbiguousError, NotFoundError
from netlog.folding import fold
from netlog.records import candidates, references

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

TO_COME = """
SELECT id, folded_name, starts_on, ends_on FROM event
 WHERE folded_name >= ? AND folded_name < ? AND ends_on >= ? ORDER BY starts_on, id LIMIT 21"""
TITLED = "SELECT id FROM goal WHERE folded_title = ? AND status = 'active' ORDER BY id LIMIT 1"
TALKED = "SELECT last_conversation_on IS NOT NULL FROM contact WHERE id = ?"
MEMBER = "SELECT 1 FROM membership WHERE group_id = ? AND left_on IS NULL LIMIT 1"
_LAST = "\U0010ffff"


def person(log: "Log", name: str, ctx: "Context") -> int | None:
    """The contact that a name means; None for somebody new. NotFoundError for an id or address of nobody."""
    return _found(log, name, "contact", ctx, by_name=references.may_be_name(name))


def group(log: "Log", name: str, ctx: "Context") -> int | None:
    """The group that a name means; None for a new one. NotFoundError for an id of none."""
    return _found(log, name, "group", ctx, by_name=_is_name(name))


def event(log: "Log", name: str, on: str, ctx: "Context") -> int | None:
    """The event to come that a name means, of several editions the one of the day `on`; None for a new one.

    What is over is not meant: a plan is of what is to come. AmbiguousError where several could be.
    """
    word = ctx.choices.get(name, name)
    if not _is_name(word):
        return references.find(log, word, ("event",), ctx)[1]
    wanted = fold(word)
    rows = log.rows(TO_COME, wanted, wanted + _LAST, ctx.today.isoformat())
    rows = [row for row in rows if row["folded_name"] == wanted] or rows
    if on:
        rows = [row for row in rows if row["starts_on"] <= on <= row["ends_on"]]
    if len(rows) > 1:
        found = candidates.described(log, [("event", row["id"]) for row in rows[:20]])
        told = f"{name!r} could be {len(rows)} events"
        raise AmbiguousError(name, told, found, "nothing was changed; name one by its reference")
    return rows[0]["id"] if rows else None


def goal(log: "Log", title: str) -> int | None:
    """The active goal of this title, if there is one."""
    found = log.value(TITLED, fold(title))
    return None if found is None else int(found)


def talked_with(log: "Log", contact: int) -> bool:
    """Whether there was a conversation with a contact."""
    return bool(log.value(TALKED, contact))


def is_member(log: "Log", group: int) -> bool:
    """Whether you are in a group now."""
    return bool(log.value(MEMBER, group))


def _found(log: "Log", name: str, type: str, ctx: "Context", *, by_name: bool) -> int | None:
    try:
        return references.find(log, name, (type,), ctx)[1]
    except NotFoundError:
        if by_name:
            return None
        raise


def _is_name(word: str) -> bool:
    return references.may_be_name(word.replace("@", " "))
