"""What an import is asked for: formats, files, and what is common to all that is new."""

from pathlib import Path
from typing import Any

from netlog.cli import files
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.records import incoming, record
from netlog.records.contacts import KIND


def named(words: list[str]) -> tuple[str | None, list[str]]:
    """The format, where one is asked for, and the files."""
    known = incoming.formats()
    format, names = (words[0], words[1:]) if words[0] in known else (None, words)
    if not names:
        raise UsageError("no file was given", "name it, or `-` for standard input")
    if names.count("-") > 1:
        raise UsageError("stdin can't be two files at once", "write `-` once; nothing was changed")
    return format, names


def common(session: Session, tags: list[str] | None, cadence: str | None, private: bool) -> dict[str, Any]:
    """The values that new contacts have in common."""
    given = {
        "tag": tags or [],
        "cadence": [cadence] if cadence else [],
        "private": ["yes"] if private else [],
    }
    asked = {option: words for option, words in given.items() if words}
    return record.read_options(KIND, asked, session.ctx)


def guard(report: str, session: Session, names: list[str]) -> None:
    """Refuse a report that can't be written, or would destroy the log or what is read."""
    if report == "-":
        raise UsageError("a report goes to a file", "--json prints what became of each record")
    files.guard(Path(report), session.path, *names)
