"""ZIP files of other programs' files: their members, unpacked within bounds.

What could do harm is refused as a whole, with why: bombs, paths that lead out of the archive, encrypted
members, archives within archives. Dot files, `.tmp` files (vdir: ignored while they are written) and what
macOS and Windows add are no members.
"""

from typing import TYPE_CHECKING, NamedTuple

from netlog.errors import BadDataError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED = 0x1
_METHODS = (0, 8)  # stored, deflated: the others cannot be unpacked within a bound
_SHORT_PATH = 512  # characters
_OTHERS = ("thumbs.db", "desktop.ini")
_HINT = "unpack it and import what is in it; nothing was changed"


class Member(NamedTuple):
    """A file in an archive: its path there, and what it holds."""

    path: str
    content: bytes


def recognises(content: bytes) -> bool:
    """Whether this is a ZIP file."""
    return content.startswith(_STARTS)


def is_passing(name: str) -> bool:
    """Whether a file of this name is none of a program's own: hidden, half written or the system's."""
    return name.startswith((".", "~$")) or name.endswith((".tmp", "~")) or name.lower() in _OTHERS


def members(content: bytes, most: int, size: int) -> list[Member]:
    """The files in a ZIP, by their paths: at most so many, of so many bytes in all; else a BadDataError."""
    from io import BytesIO
    from zipfile import ZipFile

    try:
        with ZipFile(BytesIO(content)) as archive:
            wanted = _wanted(archive, most)
            found: list[Member] = []
            left = size
            for info in wanted:
                found.append(Member(info.filename, _unpacked(archive, info, left)))
                left -= len(found[-1].content)
    except BadDataError:
        raise
    except Exception as error:  # zipfile answers damage with a dozen kinds, from struct.error to EOFError
        raise BadDataError(f"the ZIP file is damaged: {error}", "nothing was changed") from error
    return found


def _wanted(archive: "ZipFile", most: int) -> "list[ZipInfo]":
    wanted = []
    for info in archive.infolist():
        parts = info.filename.replace("\\", "/").split("/")
        if info.is_dir() or "__MACOSX" in parts or any(is_passing(part) for part in parts if part != ".."):
            continue
        _must_be_harmless(info, parts)
        wanted.append(info)
        if len(wanted) > most:
            raise BadDataError(f"the ZIP file holds more than {most:,} files", _HINT)
    return sorted(wanted, key=lambda info: info.filename)


def _must_be_harmless(info: "ZipInfo", parts: list[str]) -> None:
    name = info.filename[:80]
    if parts[0] == "" or parts[0].endswith(":") or ".." in parts or len(info.filename) > _SHORT_PATH:
        raise BadDataError(f"the ZIP file holds {name!r}, a path that leads elsewhere", _HINT)
    if info.flag_bits & _ENCRYPTED:
        raise BadDataError(f"{name} in the ZIP is encrypted", _HINT)
    if info.compress_type not in _METHODS:
        raise BadDataError(f"{name} in the ZIP is packed in an unusual way", _HINT)


def _unpacked(archive: "ZipFile", info: "ZipInfo", most: int) -> bytes:
    """What a member holds, whatever size it says to have."""
    with archive.open(info) as stream:
        content: bytes = stream.read(most + 1)
    if len(content) > most:
        raise BadDataError(
            f"the ZIP file holds more than is allowed: {info.filename[:80]} is too large", _HINT
        )
    if recognises(content):
        raise BadDataError(f"{info.filename[:80]} in the ZIP is a ZIP itself", _HINT)
    return content
