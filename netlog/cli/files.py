"""Files that a command reads and writes: whole, or not at all."""

import os
import sys
from pathlib import Path
from typing import Any

from netlog.errors import BadDataError, ConflictError, NotFoundError, StorageError


def content(name: str, most: int | None = None) -> bytes:
    """The bytes of a file, or of standard input for `-`; of one with more than `most`, one more than that."""
    size = -1 if most is None else most + 1
    if name == "-":
        return sys.stdin.buffer.read(size)
    try:
        with Path(name).open("rb") as stream:
            return stream.read(size)
    except FileNotFoundError:
        raise NotFoundError(f"there is no file {name}", "nothing was changed") from None
    except IsADirectoryError:
        raise BadDataError(f"{name} is a folder", "name a file in it; nothing was changed") from None
    except OSError as error:
        raise StorageError(f"can't read {name}: {error.strerror}", "nothing was changed") from None


def guard(file: Path, *precious: str | Path) -> None:
    """ConflictError where writing the file would destroy the log, or what is read."""
    for one in precious:
        if os.path.exists(file) and os.path.exists(one) and os.path.samefile(file, one):
            raise ConflictError(f"{file} would be written over", "name another file; nothing was changed")


def write_json(file: Path, data: Any, *, force: bool) -> None:
    """Write JSON, readable by its owner alone, whole or not at all; ConflictError where a file is there."""
    from netlog.output.text import json_text

    write_text(file, json_text(data, 1) + "\n", force=force)


def write_text(file: Path, text: str, *, force: bool) -> None:
    """Write text, readable by its owner alone, whole or not at all; ConflictError where a file is there."""
    if os.path.exists(file) and not force:
        raise ConflictError(f"{file} is there already", "--force writes over it")
    _write(file, text)


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
    file = Path(os.path.realpath(file))  # where a link points: the link itself stays
    # A rename would put a file in the place of a device or a pipe.
    if os.path.exists(file) and not os.path.isfile(file):
        raise StorageError(f"{file} is no ordinary file", "nothing was written; `-` is standard output")
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
