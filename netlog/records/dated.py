"""Kinds of field that hold days, spans of days, and how often something is meant to be."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.insight import dates, lengths
from netlog.records.fields import Field, Where
from netlog.vocabulary import spelled

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.kind import Kind
    from netlog.store.log import Log


class Day(Field):
    """A date. `lean` says which way an unclear one leans; a date that leans to the past is not in the future."""

    metavar = "DATE"

    def __init__(
        self, key: str, option: str = "", help: str = "", *, lean: str = "none", **more: Any
    ) -> None:
        super().__init__(key, option, help, **more)
        self.lean = lean

    def read(self, word: str, ctx: "Context") -> str:
        day = dates.iso_date(word) or dates.read_date(word, ctx.today, self.lean, terms=ctx.terms)
        if self.lean == "past" and day > ctx.today:
            told = word if word == day.isoformat() else f"{word!r}, {day},"
            raise UsageError(f"{told} is in the future", f"--{self.option} can't be later than today")
        return day.isoformat()

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        return between(f'{kind.table}."{self.columns[0]}"', word, self.lean, ctx)


class Deadline(Day):
    """The day by which something is to be: of a month or a year that is named, the last."""

    def read(self, word: str, ctx: "Context") -> str:
        return (dates.iso_date(word) or ctx.last_day(word, self.lean)).isoformat()


class Span(Field):
    """`START[..END]`, an option for two dates that each have a key of their own."""

    metavar = "START[..END]"

    def __init__(
        self, option: str, starts: str, ends: str, help: str = "", *, open_end: bool = False
    ) -> None:
        super().__init__("", option, help)
        self.starts, self.ends, self.open_end = starts, ends, open_end
        self.columns = ()

    def assign(self, words: list[str], ctx: "Context") -> dict[str, Any]:
        first, dots, last = words[-1].partition("..")
        start = ctx.first_day(first)
        if dots and last:
            return {self.starts: start.isoformat(), self.ends: ctx.last_day(last).isoformat()}
        return {self.starts: start.isoformat(), self.ends: None if self.open_end else start.isoformat()}

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        return between(f'{kind.table}."{self.starts}"', word, "none", ctx)

    def absent(self, kind: "Kind") -> str:
        return f'{kind.table}."{self.starts}" IS NULL'


class Days(Field):
    """A cadence, in days."""

    metavar = "EVERY"

    def read(self, word: str, ctx: "Context") -> int:
        if (tier := spelled(word, tuple(ctx.tiers))) is not None:
            return ctx.tiers[tier]
        return lengths.read_days(word)

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        low, dots, high = word.partition("..")
        column = f'{kind.table}."{self.columns[0]}"'
        if not dots:
            return f"{column} = ?", [self.read(word, ctx)]
        return f"{column} BETWEEN ? AND ?", [
            self.read(low, ctx) if low else 0,
            self.read(high, ctx) if high else 3650,
        ]


class Repeat(Field):
    """How often a follow-up comes again."""

    metavar = "EVERY"

    def read(self, word: str, ctx: "Context") -> str:
        return lengths.read_repeat(word)

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        return f'{kind.table}."{self.columns[0]}" = ?', [self.read(word, ctx)]


class Birthday(Field):
    """A birthday, with or without its year."""

    metavar = "DATE"

    def read(self, word: str, ctx: "Context") -> str:
        day = dates.read_birthday(word)
        if day > ctx.today.isoformat():  # one without its year, --04-12, sorts before any date
            raise UsageError(f"{word!r} is in the future", "nobody is born then yet")
        return day

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        return f'{kind.table}."{self.columns[0]}" = ?', [self.read(word, ctx)]


def between(column: str, word: str, lean: str, ctx: "Context") -> Where:
    """The condition that a column lies in the range that `word` means."""
    first, last = dates.read_range(word, ctx.today, lean, terms=ctx.terms)
    if first and last:
        return f"{column} BETWEEN ? AND ?", [first.isoformat(), last.isoformat()]
    if first:
        return f"{column} >= ?", [first.isoformat()]
    return f"{column} <= ?", [last.isoformat() if last else "9999-12-31"]
