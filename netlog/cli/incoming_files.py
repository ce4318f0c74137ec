"""The files that an import reads: each as it is named, a folder as all that is in it."""

import os
from collections.abc import Iterator
from pathlib import Path

from netlog.cli import files
from netlog.errors import BadDataError, NetlogError
from netlog.records import incoming
from netlog.records.incoming import Batch, Part

_SMALLER = "export it without photos, or --no-limits takes it as it is"


def read(names: list[str], format: str | None, *, limits: bool) -> list[Batch]:
    """What the files hold, in the order in which they are named."""
    found: list[Batch] = []
    for name in names:
        if name != "-" and os.path.isdir(name):
            found += incoming.read_folder(name, _parts(name, limits), format, limits=limits)
        else:
            found += incoming.read_file(name, _content(name, limits), format, limits=limits)
    return found


def _content(name: str, limits: bool) -> bytes:
    """The bytes of a file, or of standard input; BadDataError where there are too many, of a pipe without end too."""
    most = incoming.largest(limits)
    data = files.content(name, most)
    if most is not None and len(data) > most:
        told = "standard input" if name == "-" else name
        raise BadDataError(f"{told} has more than {most >> 20} MiB", f"nothing was changed; {_SMALLER}")
    return data


def _parts(folder: str, limits: bool) -> Iterator[Part]:
    """The files of a folder and those below it, by their names; hidden and half written ones are none."""
    for count, path in enumerate(_paths(folder)):
        if limits and count >= incoming.MOST_FILES:
            told = f"{folder} holds more than {incoming.MOST_FILES:,} files"
            raise BadDataError(told, "nothing was changed; --no-limits takes them all")
        try:
            yield Part(path, _content(path, limits))
        except NetlogError as error:
            yield Part(path, None, error.message)


def _paths(folder: str) -> Iterator[str]:
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not incoming.is_passing(name))
        for name in sorted(names):
            path = Path(place, name)
            if not incoming.is_passing(name) and path.is_file():  # no pipe, which would wait for ever
                yield str(path)
