"""Files that a command reads and writes: whole, or not at all."""

import os
import sys
from pathlib import Path
from typing import Any

from netlog.errors import BadDataError, ConflictError, NetlogError, NotFoundError, StorageError
from netlog.formats import linkedin, netlog_json
from netlog.formats.netlog_json import SECTIONS
from netlog.records.transfer import SKIPPED, Fate

__all__ = ["SECTIONS", "content", "parsed", "write_json", "write_report"]


def content(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise NotFoundError(f"there is no file {name}", "nothing was changed") from None
    except IsADirectoryError:
        raise BadDataError(f"{name} is a folder", "name a file in it; nothing was changed") from None
    except OSError as error:
        raise StorageError(f"can't read {name}: {error.strerror}", "nothing was changed") from None


def parsed(data: bytes, name: str, format: str | None) -> tuple[str, Any, list[Fate]]:
    """The format (as asked for, else as it looks), what is in it, and the lines that can't be used."""
    if format is None:
        format = _recognised(data, name)
    try:
        if format == "json":
            return format, netlog_json.read(data), []
        found, skipped = linkedin.read(data)
    except NetlogError as error:
        raise BadDataError(f"{name}: {error.message}", error.hint) from None
    fates = [Fate(one.line, None, SKIPPED, one.why) for one in skipped if one.why != linkedin.BLANK]
    return format, found, fates


def _recognised(data: bytes, name: str) -> str:
    if netlog_json.recognises(data):
        return "json"
    if linkedin.recognises(data):
        return "linkedin"
    raise BadDataError(
        f"{name} is neither LinkedIn's Connections.csv nor a log in JSON", "nothing was changed"
    )


def write_json(file: Path, data: Any, *, force: bool) -> None:
    """Write JSON, readable by its owner alone, whole or not at all; ConflictError where a file is there."""
    from netlog.output.text import json_text

    if file.exists() and not force:
        raise ConflictError(f"{file} is there already", "--force writes over it")
    _write(file, json_text(data, 1) + "\n")


def write_report(file: Path, records: list[dict[str, Any]]) -> None:
    """Write what became of each record as CSV."""
    import csv
    import io

    text = io.StringIO()
    writer = csv.DictWriter(text, ["file", "line", "ref", "fate", "why"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)
    _write(file, text.getvalue())


def _write(file: Path, text: str) -> None:
    new = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        with os.fdopen(
            os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8"
        ) as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise StorageError(f"can't write {file}: {error.strerror}", "nothing was written") from None
