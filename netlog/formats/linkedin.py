"""LinkedIn's own export of one's connections: bytes in, plain records out.

The source is `Connections.csv`, as LinkedIn makes it under Settings > Data privacy > "Get a copy of
your data" (once called "Export your data"), alone or inside the ZIP that LinkedIn sends:

    Notes:
    "When exporting your connection data, you may notice that some of the email addresses are missing. ..."

    First Name,Last Name,URL,Email Address,Company,Position,Connected On
    Ada,Lovelace,https://www.linkedin.com/in/ada-lovelace,,Analytical Engines,Mathematician,12 Mar 2024

The notes are optional and the URL column is missing in older files. A spreadsheet may since have
changed the encoding, the line ends, the delimiter, the order of the columns or the dates.

Nothing here reads a file, prints, or knows the log. The one error raised is `BadDataError`: for a
file that cannot be read as a whole. A single bad row is `Skipped`, with the reason.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netlog.errors import BadDataError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

BLANK = "blank"  # why a row without any text was skipped: a caller counts these, and need not show them

_COLUMNS = ("first name", "last name", "url", "email address", "company", "position", "connected on")
_REQUIRED = {"first name", "last name", "connected on"}  # the last tells LinkedIn's from other address books
_DELIMITERS = (",", ";", "\t")
_HEADER_WITHIN = 20  # lines
_HEAD_BYTES = 64 * 1024  # what recognises() looks at
_MAX_CSV = 16 * 1024 * 1024  # bytes, unpacked from a ZIP
_MAX_CELL = 1024  # characters; NFC takes time quadratic in a run of combining marks

_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ZIP_ENCRYPTED = 0x1
_ZIP_METHODS = (0, 8)  # stored, deflated: the others cannot be unpacked within a bound

_LINE_END = re.compile(r"\r\n|\r|\n")
_BREAKS = re.compile(r"[\t\r\n\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_DAY_MONTH_YEAR = re.compile(r"([0-9]{1,2})[ -]([a-z]{3,4})[ -]([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NUMERIC = re.compile(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}")

_LINKEDIN_HOST = re.compile(r"(?:(?:m|[a-z]{2})\.)?linkedin\.com")  # a country's, or the mobile one
_HINT_EXPORT = "ask LinkedIn for a copy of your data and import its Connections.csv or the whole ZIP"
_HINT_UNPACK = "unpack it and import the Connections.csv itself"


class Connection(NamedTuple):
    """One person of the export; None where the export says nothing."""

    line: int  # where the row starts in the CSV file, from 1
    name: str  # "First Last"
    url: str | None
    email: str | None
    organization: str | None
    title: str | None
    met_on: str | None  # ISO; None also for a date that cannot be told, and `remark` says why
    remark: str  # what the user should know of this row; "" mostly


class Skipped(NamedTuple):
    """A row that is no connection, and the reason; `BLANK` for a row of delimiters only."""

    line: int
    why: str


class _Header(NamedTuple):
    line: int
    delimiter: str
    width: int
    positions: tuple[int, ...]  # of _COLUMNS; -1 for a column that is not there


def read(content: bytes) -> tuple[list[Connection], list[Skipped]]:
    """The connections in a Connections.csv, or in a ZIP that holds one, and the rows left out.

    BadDataError: a ZIP that is damaged, encrypted, too large or without exactly one Connections.csv;
    text that is neither UTF-8 nor UTF-16 with its mark; no header; a quotation mark left open; a
    field beyond csv's limit.
    """
    text = _decoded(_unpacked(content) if content.startswith(_ZIP_STARTS) else content)
    header = _find_header(text)
    if header is None:
        raise BadDataError(
            "this is no LinkedIn export: no line with First Name, Last Name and Connected On"
            f" among the first {_HEADER_WITHIN}",
            _HINT_EXPORT,
        )
    connections: list[Connection] = []
    skipped: list[Skipped] = []
    for line, row in _rows(text, header):
        record = _record(line, row, header)
        if isinstance(record, Skipped):
            skipped.append(record)
        else:
            connections.append(record)
    return connections, skipped


def recognises(content: bytes) -> bool:
    """Whether `read` is the one to try: a ZIP with a Connections.csv, or LinkedIn's header near the top."""
    if content.startswith(_ZIP_STARTS):
        return _holds_connections(content)
    head = content[:_HEAD_BYTES]
    encoding = "utf-16" if head.startswith(_UTF16_BOMS) else "utf-8-sig"
    return _find_header(head.decode(encoding, "replace")) is not None


def url_key(url: str) -> str:
    """What identifies a profile, however its address is written.

    "https://uk.linkedin.com/in/Ada-Lovelace-123/?trk=x" -> "linkedin.com/in/ada-lovelace-123".
    Another site's address keeps the case and the query that may tell two of its pages apart.
    """
    from urllib.parse import unquote

    address = re.sub(r"^(?:[a-z][a-z0-9+.-]*:)?//", "", url.strip(), flags=re.IGNORECASE).partition("#")[0]
    written_host = re.split(r"[/?]", address, maxsplit=1)[0]
    host, path = written_host.lower().removeprefix("www."), address[len(written_host) :]
    if not _LINKEDIN_HOST.fullmatch(host):
        return host + path.rstrip("/")
    parts = [part for part in path.partition("?")[0].split("/") if part]
    if parts and parts[0].lower() == "in":
        parts = parts[:2]  # what follows the slug is a language or a part of the page
    return "/".join(["linkedin.com", *(_folded(unquote(part)) for part in parts)])


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


# --- the ZIP


def _unpacked(content: bytes) -> bytes:
    from io import BytesIO
    from zipfile import ZipFile

    try:
        with ZipFile(BytesIO(content)) as archive, archive.open(_only_member(archive)) as stream:
            unpacked = stream.read(_MAX_CSV + 1)
    except BadDataError:
        raise
    except Exception as error:  # zipfile answers damage with a dozen kinds, from struct.error to EOFError
        raise BadDataError(f"the ZIP file is damaged: {error}", "download it from LinkedIn again") from error
    if len(unpacked) > _MAX_CSV:
        raise BadDataError(f"Connections.csv in the ZIP is larger than {_MAX_CSV >> 20} MiB", _HINT_UNPACK)
    return unpacked


def _only_member(archive: "ZipFile") -> "ZipInfo":
    members = _members(archive)
    if not members:
        raise BadDataError("the ZIP file holds no Connections.csv", _HINT_EXPORT)
    if len(members) > 1:
        raise BadDataError(f"the ZIP file holds {len(members)} files named Connections.csv", _HINT_UNPACK)
    if members[0].flag_bits & _ZIP_ENCRYPTED:
        raise BadDataError("Connections.csv in the ZIP is encrypted", _HINT_UNPACK)
    if members[0].compress_type not in _ZIP_METHODS:
        raise BadDataError("Connections.csv in the ZIP is packed in an unusual way", _HINT_UNPACK)
    return members[0]


def _members(archive: "ZipFile") -> "list[ZipInfo]":
    return [
        info
        for info in archive.infolist()
        if info.filename.replace("\\", "/").rpartition("/")[2].lower() == "connections.csv"
    ]


def _holds_connections(content: bytes) -> bool:
    from io import BytesIO
    from zipfile import ZipFile

    try:
        with ZipFile(BytesIO(content)) as archive:
            return bool(_members(archive))
    except Exception:  # as in _unpacked; a damaged ZIP is not recognised
        return False


# --- the text


def _decoded(content: bytes) -> str:
    encoding, name = ("utf-16", "UTF-16") if content.startswith(_UTF16_BOMS) else ("utf-8", "UTF-8")
    try:
        return content.removeprefix(_UTF8_BOM).decode(encoding)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding, "replace")
        line = len(_LINE_END.findall(before)) + 1
        raise BadDataError(f"line {line} is not {name} text", "save the file as 'CSV UTF-8'") from error


def _find_header(text: str) -> _Header | None:
    """The first line that names the columns: whatever comes before it is notes, quoted or not."""
    from io import StringIO
    from itertools import islice

    for number, line in enumerate(islice(StringIO(text, newline=""), _HEADER_WITHIN), start=1):
        for delimiter in _DELIMITERS:
            names = [" ".join(cell.lower().split()) for cell in _cells(line, delimiter)]
            if _REQUIRED.issubset(names):
                positions = tuple(names.index(name) if name in names else -1 for name in _COLUMNS)
                return _Header(number, delimiter, len(names), positions)
    return None


def _cells(line: str, delimiter: str) -> list[str]:
    import csv

    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


# --- the rows


def _rows(text: str, header: _Header) -> Iterator[tuple[int, list[str]]]:
    """Every row below the header with the line it starts in; empty lines are no rows."""
    import csv
    from io import StringIO
    from itertools import islice

    lines = islice(StringIO(text, newline=""), header.line, None)
    reader = csv.reader(lines, delimiter=header.delimiter, strict=True)
    while True:
        line = header.line + reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise BadDataError(
                f"the row that starts in line {line} cannot be read: {error}",
                "look there for a quotation mark that is never closed, or stands alone",
            ) from error
        if row is None:
            return
        if row:
            yield line, row


def _record(line: int, row: list[str], header: _Header) -> Connection | Skipped:
    wanted = [row[at] if 0 <= at < len(row) else "" for at in header.positions]
    why = _unusable(row, wanted, header.width)
    if why:
        return Skipped(line, why)
    first, last, url, email, organization, title, connected = map(_clean, wanted)
    name = f"{first} {last}".strip()
    if not name:
        return Skipped(line, "no name")
    met_on, remark = _met_on(connected)
    if len(row) < header.width:
        short = f"only {len(row)} of {header.width} cells"
        remark = f"{short}; {remark}" if remark else short
    return Connection(
        line, name, url or None, email or None, organization or None, title or None, met_on, remark
    )


def _unusable(row: list[str], wanted: list[str], width: int) -> str:
    """Why nothing can be made of the row; "" if something can."""
    text = "".join(row)
    control = _CONTROL.search(text)  # before anything is stripped: str.strip takes some of these for spaces
    if control:
        return f"a control character (U+{ord(control[0]):04X})"
    if not text or text.isspace():
        return BLANK
    if len(row) > width and any(cell.strip() for cell in row[width:]):
        return f"more cells than the header ({len(row)}, not {width})"
    longest = max(map(len, wanted))
    if longest > _MAX_CELL:
        return f"a cell of {longest:,} characters"
    return ""


def _clean(cell: str) -> str:
    """`cell` on one line, trimmed, in NFC."""
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    parts = (part.strip() for part in _BREAKS.split(cell))
    return unicodedata.normalize("NFC", " ".join(part for part in parts if part))


# --- the dates


def _met_on(text: str) -> tuple[str | None, str]:
    """`text` as an ISO date, or None and the remark that says why not."""
    if not text:
        return None, ""
    parts = _date_parts(text)
    if parts is None:
        why = "does not say which number is the month" if _NUMERIC.fullmatch(text) else "is no date"
        return None, f"Connected On {_quoted(text)} {why}"
    try:
        return date(*parts).isoformat(), ""
    except ValueError:
        return None, f"Connected On {_quoted(text)} is no day of the calendar"


def _date_parts(text: str) -> tuple[int, int, int] | None:
    """Year, month, day. The months are English in every export, whatever the locale."""
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    match = _DAY_MONTH_YEAR.fullmatch(text.lower())
    if match and match[2] in _MONTHS:
        return _full_year(match[3]), _MONTHS[match[2]], int(match[1])
    return None


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year >= 69 else 2000)


def _quoted(text: str) -> str:
    return f'"{text}"' if len(text) <= 40 else f'"{text[:39]}…"'
