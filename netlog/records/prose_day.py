"""The day of a line of prose, and follow-ups that are given outright."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from netlog.errors import UsageError
from netlog.folding import fold
from netlog.insight import day_phrases
from netlog.records.follow_ups import DEFAULT_DAYS
from netlog.records.text import line

if TYPE_CHECKING:
    from netlog.records.context import Context

_LONGEST = 40  # characters of a date before a colon
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Dated(NamedTuple):
    """The day of a conversation, the text without it, and whether the text said it."""

    day: date
    text: str
    said: bool


class Wanted(NamedTuple):
    """A follow-up in the words of --follow-up."""

    what: str
    due_on: date
    owed_by: str


def dated(text: str, on: str | None, ctx: "Context") -> Dated:
    """The day before the first colon, where that is a day; else today. UsageError where it is in the future."""
    if on is not None:
        return Dated(_past(ctx.day(on, "past"), ctx), text, False)
    head, colon, rest = text.partition(": ")
    if not colon or len(head) > _LONGEST or not rest.strip():
        return Dated(ctx.today, text, False)
    words = [word.rstrip(".") for word in fold(head).replace(",", " ").split()]
    day = day_phrases.day(words, ctx.today, "past", ctx.terms)
    if day is None and len(words) > 1 and words[0][:3] in _WEEKDAYS:  # Fri 2/27
        day = day_phrases.day(words[1:], ctx.today, "past", ctx.terms)
    if day is None:
        if _meant(words):
            raise UsageError(
                f"{head!r} is not a date",
                "write it as 2026-03-01, or 1 Mar; a text keeps its colon after --on",
            )
        return Dated(ctx.today, text, False)
    return Dated(_past(day, ctx), rest.strip(), True)


def follow_up(text: str, day: date, ctx: "Context") -> Wanted:
    """`send the rubric by fri`, or with `theirs: ` before it; without a date it is due in a week."""
    text = line(text, "the follow-up")
    head, colon, rest = text.partition(":")
    theirs = bool(colon) and fold(head) in ("theirs", "them") and bool(rest.strip())
    what = rest.strip() if theirs else text
    words = what.split()
    for place in range(1, len(words)):
        due = day_phrases.day([fold(word) for word in words[place:]], day, "future", ctx.terms)
        by = fold(words[place - 1]) in ("by", "before", "on", "due", "until")
        if due is not None and (by or day_phrases.may_start(fold(words[place]))) and place - by > 0:
            return Wanted(" ".join(words[: place - by]), due, "them" if theirs else "me")
    return Wanted(what, day + timedelta(days=DEFAULT_DAYS), "them" if theirs else "me")


def _meant(words: list[str]) -> bool:
    """Whether a day is meant that there is not: 2026-02-30, 3/4/2026, 31 feb."""
    if len(words) == 1:
        parts = words[0].replace("/", "-").replace(".", "-").split("-")
        slashed = len(parts) == 2 and "/" in words[0]
        return (len(parts) == 3 or slashed) and all(part.isdigit() and len(part) < 5 for part in parts)
    months = [word for word in words if word[:3] in _MONTHS and word.isalpha()]
    return (
        len(words) in (2, 3)
        and len(months) == 1
        and sum(word[:1].isdigit() for word in words) == len(words) - 1
    )


def _past(day: date, ctx: "Context") -> date:
    if day > ctx.today:
        raise UsageError(
            f"a conversation can't be held on {day}, in the future", "a follow-up can: netlog add-follow-up"
        )
    return day
