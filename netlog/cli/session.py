"""One run of a command: where its log is, how it answers, and what it may ask."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

from netlog import clock, config
from netlog.cli import command_line
from netlog.cli.asking import CancelledError, ask
from netlog.errors import BadDataError, NetlogError, StorageError, UsageError
from netlog.output.answer import Answer
from netlog.output.text import shown
from netlog.records import cadences, text
from netlog.records.context import Context
from netlog.store import log as store
from netlog.store.connection import is_there
from netlog.store.log import Log, RepeatedError

# Commands have the log from a session, and only there: nothing else here knows the store.
__all__ = ["Log", "RepeatedError", "Session", "one_or_all"]
_LONG = ("notes", "takeaways")
_DRY = "dry run: nothing was changed"
KEY_LENGTH = 200  # bytes of a --key
SNAPSHOTS = 5  # of the log before imports, that are kept


class Session:
    """The common options of a command, and what they open.

    `read()` and `write()` open the log; `ctx` is what dates and names are read against; `notes`
    are lines for stderr, printed after the answer.
    """

    def __init__(self, argv: list[str], choices: Mapping[str, str], options: Mapping[str, object]) -> None:
        self.argv = argv
        self.config = config.load()
        self.today = clock.today()
        self.now = clock.now()
        self.notes: list[str] = []
        self.ctx = Context(
            self.today,
            self.now,
            terms=self.config.terms,
            levels=self.config.levels,
            tiers=self.config.tiers,
            weights=self.config.weights,
            minutes=self.config.minutes,
            diversity=self.config.diversity,
            choices=choices,
            told=self.notes,
        )
        self.path: Path = config.database(self.config, _text(options.get("db")))
        self.format = _text(options.get("output_format"))
        self.no_input = bool(options.get("no_input"))
        self.dry_run = bool(options.get("dry_run"))
        self.yes = bool(options.get("yes"))
        key = _text(options.get("key"))
        self.key = None if key is None else text.line(key, "the key", KEY_LENGTH)
        self._stdin_was_read = False

    def read(self, *, backwards: bool = False) -> AbstractContextManager[Log]:
        """The log, to read; empty where there is no file yet, which a note says.

        It is told of changed tiers, as write() does; not when looking `backwards`, at what was done.
        """
        if not is_there(self.path):
            self.notes.append(f"there is no log at {self.path} yet: `netlog add-contact NAME` starts it")
        if backwards or self.dry_run or not is_there(self.path):
            return self._opened()
        return self._reading()

    def _opened(self) -> AbstractContextManager[Log]:
        return store.reading(self.path, in_place=not self.dry_run, tell=_tell)

    @contextmanager
    def _reading(self) -> Iterator[Log]:
        """The log, to read; told before of tiers that config.toml has changed, if it can be written to."""
        with self._opened() as log:
            if not cadences.differ(log, self.config.tiers):
                yield log
                return
        with suppress(StorageError):
            self._follow_tiers()
        with self._opened() as log:
            yield log

    def _follow_tiers(self) -> None:
        with store.transaction(self.path, now=self.now, command=self.command) as log:
            cadences.follow_tiers(log, self.config.tiers)

    @contextmanager
    def write(self, *, backwards: bool = False, command: str | None = None) -> Iterator[Log]:
        """The log, to write: one transaction, taken back on any error and with --dry-run.

        A command that makes several steps gives each a `command` line of its own, for the journal.
        The log is told of tiers that config.toml has changed, as a step of its own; not when going
        `backwards`, as undo does: that step would be the next to go.
        """
        told = len(self.notes)
        try:
            with store.transaction(
                self.path,
                now=self.now,
                command=command or self.command,
                key=self.key,
                dry_run=self.dry_run,
                in_place=not self.dry_run,
                tell=_tell,
            ) as log:
                if not backwards:
                    cadences.follow_tiers(log, self.config.tiers)
                yield log
        except NetlogError:
            del self.notes[told:]  # of what was taken back nothing is to be told
            raise
        if self.dry_run and _DRY not in self.notes:
            self.notes.append(_DRY)

    @contextmanager
    def kept_before(self, log: Log, what: str) -> Iterator[None]:
        """Keep the log as it was before `what`, once a day, where anything is changed meanwhile."""
        from netlog.store import backup  # an import alone needs it

        label = f"before-{what}-{self.today}"
        if self.dry_run or not log.had_changes or backup.is_kept(self.path, label):
            yield
            return
        with backup.copied(self.path, label) as copy:
            changes = log.changes
            yield
            if log.changes > changes:
                kept = backup.keep(copy, self.path, label)
                backup.thin(self.path, f"before-{what}-", SNAPSHOTS)
                self.notes.append(f"the log as it was before is kept at {kept}")

    def settle_tiers(self, log: Log, steps: list[int]) -> None:
        """Let config.toml have the tiers that undoing or redoing these steps brought back to the log."""
        known = cadences.tiers_of(log)
        for tier in cadences.tiers_in(log, steps):
            if known.get(tier) == self.config.tiers.get(tier) or self.dry_run:
                continue
            if tier in known:
                config.put(f"tiers.{tier}", str(known[tier]))
                self.notes.append(f"config.toml: tiers.{tier} is {known[tier]} again")
            else:
                config.take_out(f"tiers.{tier}")
                self.notes.append(f"config.toml: there is no tier {tier} any more")

    def reconfigure(self) -> None:
        """Read config.toml again, and let a log that is there know it."""
        self.config = config.load()
        if is_there(self.path):
            with self.write():
                pass  # to open the log is to tell it of the tiers

    @contextmanager
    def rehearse(self) -> Iterator[Log]:
        """The log, to write and then take it all back: what a command would do, and what it would tell."""
        told = len(self.notes)
        try:
            with store.transaction(
                self.path,
                now=self.now,
                command=self.command,
                dry_run=True,
                in_place=not self.dry_run,
                tell=_tell,
            ) as log:
                yield log
        finally:
            del self.notes[told:]

    @property
    def command(self) -> str:
        """The command line as the journal keeps it: without the options that say where and how, not what."""
        return command_line.told(self.argv)

    def command_for(self, line: str) -> str:
        """The command line of a step that a line of standard input asks for."""
        return command_line.kept(f"{self.command}: {line}")

    @property
    def asks(self) -> bool:
        """Whether questions may be asked: on a terminal, unless --no-input."""
        return not self.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def shows_table(self) -> bool:
        """Whether the answer will be a table, for a person."""
        return self.format == "table" or (self.format is None and sys.stdout.isatty())

    @property
    def gives_rows(self) -> bool:
        """Whether the answer will be lines of cells, for programs that know of rows alone."""
        return not self.shows_table and self.format not in ("json", "jsonl")

    def preview(self, answer: Answer) -> None:
        """Show on stderr, as a table, what is to be asked about."""
        from netlog.output.sink import emit

        emit(answer, "table", sys.stderr, sys.stderr, os.environ)

    def confirm(self, question: str) -> None:
        """Ask before something that is hard to take back; CancelledError when the answer is no."""
        if self.yes or self.dry_run or not self.asks:
            return
        if ask(f"{question} [y/N] ").casefold() not in ("y", "yes"):
            raise CancelledError("cancelled", "nothing was changed")

    def stdin(self) -> str:
        """All of standard input, as text; UsageError for a second `-`, BadDataError where it is not UTF-8."""
        if self._stdin_was_read:
            raise UsageError("stdin can't be two things at once", "write `-` once; nothing was changed")
        self._stdin_was_read = True
        data = sys.stdin.buffer.read()
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise BadDataError(
                f"standard input is not UTF-8, in line {line}", "nothing was changed"
            ) from None

    def refs(self, words: list[str]) -> list[str]:
        """References as given, with `-` replaced by those on standard input, one a line."""
        found: list[str] = []
        for word in words:
            if word == "-":
                lines = (line.split("\t", 1)[0].strip() for line in self.stdin().splitlines())
                found += [line for line in lines if line]
            else:
                found.append(word)
        return found

    def piped(self, given: dict[str, list[str]]) -> dict[str, list[str]]:
        """Options as given, with `-` for notes replaced by standard input."""
        return {
            option: [self.stdin() if word == "-" and option in _LONG else word for word in words]
            for option, words in given.items()
        }


def _tell(note: str) -> None:
    """Say at once what is done already, whatever becomes of the command."""
    sys.stderr.write(f"{shown(note)}\n")
    sys.stderr.flush()


def one_or_all(found: list[dict[str, Any]], refs: list[str]) -> dict[str, Any] | list[dict[str, Any]]:
    """The record where one was named, else all of them; what `-` brings in is a list however many it names."""
    return found[0] if len(refs) == 1 and refs != ["-"] else found


def _text(value: object) -> str | None:
    return None if value is None else os.fsdecode(str(value))
