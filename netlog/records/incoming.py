"""Files of other programs, or of netlog: told by their look, unpacked where they are archives, and read."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, NamedTuple

from netlog.errors import BadDataError
from netlog.formats import archives, netlog_json
from netlog.formats.plain import MOST_BYTES, MOST_RECORDS, Found
from netlog.records.fates import SKIPPED, Fate

is_passing = archives.is_passing
MOST_FILES = 50_000  # in a folder or an archive
MOST_UNPACKED = 4 * MOST_BYTES  # of all files in an archive
_NO_LIMIT = 1 << 62
_UNCHANGED = "nothing was changed"

JSON = "json"
# A format's module, with recognises(data) and read(data, limits) -> Found; and what a file of it is called.
MODULES = {
    "linkedin": ("netlog.records.connections", "LinkedIn's Connections.csv"),
    "vcard": ("netlog.formats.vcard", "an address book in vCard"),
}


File = tuple[str, Found]  # its name, and what it holds


class Part(NamedTuple):
    """A file as it was found; `why` it can't be read, where `content` is None."""

    name: str
    content: bytes | None
    why: str = ""


class Batch:
    """Files of one format that belong together: one that was named, or those of a folder or an archive."""

    def __init__(self, format: str) -> None:
        self.format = format
        self.files: list[File] = []
        self.documents: list[tuple[str, netlog_json.Document]] = []
        self.fates: list[tuple[str, Fate]] = []  # of what can't be used
        self.notes: list[str] = []

    def put(self, name: str, found: Any) -> None:
        """A file that was read."""
        if isinstance(found, netlog_json.Document):
            self.documents.append((name, found))
            return
        self.files.append((name, found))
        self.fates += [(name, Fate(one.line, None, SKIPPED, one.why)) for one in found.skipped]
        self.notes += [f"{name}: {remark}" for remark in found.remarks]

    def drained(self) -> Iterator[File]:
        """The files, each let go of: what they hold is not needed twice, and much."""
        while self.files:
            yield self.files.pop(0)

    @property
    def size(self) -> int:
        """How many records of other programs there are."""
        of = (len(one.people) + len(one.occasions) + len(one.talks) + len(one.todos) for _, one in self.files)
        return sum(of) + len(self.fates)


def formats() -> tuple[str, ...]:
    """The formats that can be asked for."""
    return (*MODULES, JSON)


def largest(limits: bool) -> int | None:
    """How many bytes a file may have; None where that does not matter."""
    return MOST_BYTES if limits else None


def read_file(name: str, content: bytes, format: str | None, *, limits: bool) -> list[Batch]:
    """What one file holds, or the files in an archive; BadDataError where it can't be read."""
    if archives.recognises(content) and format != JSON and not _is(format or "linkedin", content):
        return read_folder(name, _members(name, content, limits), format, limits=limits)
    batch = Batch(format or _recognised(content, name))
    batch.put(name, _read(batch.format, content, name, limits))
    return [_within(batch, name, limits)]


def read_folder(name: str, parts: Iterable[Part], format: str | None, *, limits: bool) -> list[Batch]:
    """What the files of a folder hold, by format; one that can't be read is told of, the others are read."""
    batches: dict[str, Batch] = {}
    bad: list[tuple[str, Fate]] = []
    for part in parts:
        try:
            if part.content is None:
                raise BadDataError(part.why)
            of = format or _look(part.content)
            if of is None:
                raise BadDataError("no format that netlog knows")
            found = _read(of, part.content, part.name, limits)
        except BadDataError as error:
            why = error.message.removeprefix(f"{part.name}: ")
            bad.append((part.name, Fate(None, None, SKIPPED, why)))
            continue
        batches.setdefault(of, Batch(of)).put(part.name, found)
        _within(batches[of], name, limits)
    if not batches:
        why = f": {bad[0][0]}: {bad[0][1].why}" if bad else ""
        raise BadDataError(f"{name} holds no file that can be imported{why}", _UNCHANGED)
    found_there = list(batches.values())
    found_there[0].fates += bad
    return found_there


def _members(name: str, content: bytes, limits: bool) -> list[Part]:
    most, size = (MOST_FILES, MOST_UNPACKED) if limits else (_NO_LIMIT, _NO_LIMIT)
    try:
        found = archives.members(content, most, size)
    except BadDataError as error:
        raise BadDataError(f"{name}: {error.message}", error.hint) from None
    return [Part(f"{name}/{path}", data) for path, data in found]


def _read(format: str, content: bytes, name: str, limits: bool) -> Any:
    try:
        if limits and len(content) > MOST_BYTES:
            raise BadDataError(f"it has more than {MOST_BYTES >> 20} MiB", "--no-limits takes it as it is")
        return netlog_json.read(content) if format == JSON else _module(format).read(content, limits)
    except BadDataError as error:
        raise BadDataError(f"{name}: {error.message}", error.hint or _UNCHANGED) from None


def _within(batch: Batch, name: str, limits: bool) -> Batch:
    if limits and batch.size > MOST_RECORDS:
        raise BadDataError(f"{name} holds more than {MOST_RECORDS:,} records", "--no-limits takes them all")
    return batch


def _look(content: bytes) -> str | None:
    """The format that a file is of, by its look."""
    if netlog_json.recognises(content):
        return JSON
    return next((format for format in MODULES if _is(format, content)), None)


def _recognised(content: bytes, name: str) -> str:
    format = _look(content)
    if format is not None:
        return format
    known = [told for _, told in MODULES.values()]
    raise BadDataError(f"{name} is neither {', '.join(known)} nor a log in JSON", _UNCHANGED)


def _is(format: str, content: bytes) -> bool:
    return bool(_module(format).recognises(content))


def _module(format: str) -> Any:
    return import_module(MODULES[format][0])
