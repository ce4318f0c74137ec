"""A record in the user's editor: TOML out, checked on return, kept when it can't be used."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from netlog.cli.asking import CancelledError, ask
from netlog.cli.session import Session
from netlog.errors import AmbiguousError, BadDataError, ConflictError, NetlogError, NotFoundError, UsageError
from netlog.output.answer import Answer
from netlog.records import career, document, record, references
from netlog.records.kind import Kind, kind_of

# What the user can mend in the text: its TOML, its keys and values, the names in it.
MENDABLE = (AmbiguousError, BadDataError, NotFoundError, UsageError)


def edited(session: Session, ref: str) -> Answer:
    """Change a record in $VISUAL or $EDITOR; nothing is locked while the editor is open."""
    words = command(session)
    with session.read() as log:
        type, id = references.find_any(log, ref, session.ctx)
        kind = kind_of(type)
        shown = record.load(kind, log, [id])[0]
    text = document.write(kind, shown)
    file = new_file(text)
    while True:
        new = left_by(words, file, text)
        try:
            values = None if new == text.encode() else _read(kind, new, session)
            answer = _saved(session, kind, id, shown, values)
        except NetlogError as error:
            kept = f"nothing was changed; your text is in {file}"
            if not isinstance(error, MENDABLE):
                error.hint = kept
                raise
            if session.asks and again(error):
                continue
            raise BadDataError(error.message, kept) from None
        file.unlink()
        return answer


def command(session: Session) -> list[str]:
    """The words that start the user's editor; UsageError where there is none to start."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if session.no_input or not (named or sys.stdin.isatty()):
        raise UsageError(
            "nothing to change was given", "write key=value, or set EDITOR to edit the whole record"
        )
    try:
        return shlex.split(named or "vi")
    except ValueError as error:  # a quotation mark that is never closed
        raise UsageError(f"the editor {named!r} can't be read: {error}", "set EDITOR") from None


def again(error: NetlogError) -> bool:
    """Whether the user wants to mend what was wrong."""
    try:
        return ask(f"{error}. Edit again? [Y/n] ").casefold() in ("", "y", "yes")
    except CancelledError:  # Ctrl-D: no
        return False


def new_file(text: str, suffix: str = ".toml") -> Path:
    """A new file for the user alone that holds the text."""
    handle, name = tempfile.mkstemp(suffix=suffix, prefix="netlog-")
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
        stream.write(text)
    return Path(name)


def left_by(words: list[str], file: Path, before: str) -> bytes:
    """What the editor left in the file; NetlogError where it failed."""
    try:
        status = subprocess.run([*words, str(file)], check=False).returncode
    except OSError as error:
        file.unlink()
        raise UsageError(
            f"the editor {words[0]!r} can't be started: {error.strerror}", "set EDITOR"
        ) from None
    try:
        left = file.read_bytes()
    except FileNotFoundError:
        raise NetlogError("the editor took the file away", "nothing was changed") from None
    same = left == before.encode()
    if status:
        if same:
            file.unlink()
        where = "" if same else f"; your text is in {file}"
        raise NetlogError(f"the editor ended with status {status}", f"nothing was changed{where}")
    return left


def _read(kind: Kind, left: bytes, session: Session) -> dict[str, Any] | None:
    try:
        text = left.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadDataError("that is not UTF-8 text") from None
    return document.read(kind, text, session.ctx)


def _saved(
    session: Session, kind: Kind, id: int, shown: dict[str, Any], values: dict[str, Any] | None
) -> Answer:
    if values is None:
        return Answer(shown, "card", notes=("nothing was changed",))
    with session.write() as log:
        if record.load(kind, log, [id])[0] != shown:
            raise ConflictError(f"{shown['ref']} was changed meanwhile")
        changed = record.change(kind, log, id, values, session.ctx)
        found = record.load(kind, log, [id])[0]
    notes = career.told(shown, found, session.ctx) if changed else ("nothing was changed",)
    return Answer(found, "card", notes=notes)
