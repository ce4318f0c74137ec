"""A record in the user's editor: TOML out, checked on return, kept when it can't be used."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from netlog.cli.session import Session, ask
from netlog.errors import BadDataError, ConflictError, NetlogError, UsageError
from netlog.output.answer import Answer
from netlog.records import document, record, references
from netlog.records.kind import Kind, kind_of


def edited(session: Session, ref: str) -> Answer:
    """Change a record in $VISUAL or $EDITOR; nothing is locked while the editor is open."""
    command = _command(session)
    with session.read() as log:
        type, id = references.find_any(log, ref, session.ctx)
        kind = kind_of(type)
        shown = record.load(kind, log, [id])[0]
    text = document.write(kind, shown)
    values = _returned(session, command, kind, text)
    if values is None:
        return Answer(shown, "card", notes=("nothing was changed",))
    with session.write() as log:
        if record.load(kind, log, [id])[0] != shown:
            raise ConflictError(f"{shown['ref']} was changed meanwhile", "nothing was changed; edit it again")
        changed = record.change(kind, log, id, values, session.ctx)
        found = record.load(kind, log, [id])[0]
    return Answer(found, "card", notes=() if changed else ("nothing was changed",))


def _command(session: Session) -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if session.no_input or not (named or sys.stdin.isatty()):
        raise UsageError(
            "nothing to change was given", "write key=value, or set EDITOR to edit the whole record"
        )
    return shlex.split(named or "vi")


def _returned(session: Session, command: list[str], kind: Kind, text: str) -> dict[str, Any] | None:
    """What the user made of the text; None for no change. What can't be read is kept in a file."""
    handle, name = tempfile.mkstemp(suffix=".toml", prefix="netlog-")
    os.close(handle)
    file = Path(name)
    file.write_text(text, encoding="utf-8")
    while True:
        try:
            status = subprocess.run([*command, name], check=False).returncode
        except OSError as error:
            file.unlink()
            raise UsageError(
                f"the editor {command[0]!r} can't be started: {error.strerror}", "set EDITOR"
            ) from None
        if status:
            raise NetlogError(
                f"the editor ended with status {status}", f"nothing was changed; your text is in {file}"
            )
        try:
            new = file.read_text(encoding="utf-8")
            values = None if new == text else document.read(kind, new, session.ctx)
        except (BadDataError, UnicodeDecodeError) as error:
            why = str(error) if isinstance(error, BadDataError) else "that is not UTF-8 text"
            if session.asks and ask(f"{why}. Edit again? [Y/n] ").casefold() in ("", "y", "yes"):
                continue
            raise BadDataError(why, f"nothing was changed; your text is in {file}") from None
        file.unlink()
        return values
