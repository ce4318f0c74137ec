"""The lines of a card as properties: unfolded, their encodings undone, their parameters told apart.

Folding: 3.0 and 4.0 drop the white space after the break (RFC 2425, 5.8.1; RFC 6350, 3.2), 2.1 keeps it (versit
vCard 2.1, 2.1.3) - though what writes 2.1 with every full line broken at 75 or 76 means the former. Quoted-printable
has its soft breaks besides. Photos and other binary values are passed over and counted, never decoded.
"""

import re
from binascii import Error, a2b_base64, a2b_qp
from functools import lru_cache
from typing import NamedTuple

from netlog.formats.vcard_charsets import Charsets
from netlog.formats.vcard_values import clean, shown

MOST_PROPERTIES = 5_000  # of one card
MOST_LINES = 1_000_000  # of one card: a photo of 16 MiB has a quarter of that
LONGEST = 64 * 1024  # characters of a head, and of a value that is neither a note nor a picture
_LONG_HEAD = 200  # characters; few heads are longer, and those are no two alike
_TOLD = 3  # lines quoted in remarks
_FOLDS = (75, 76)  # where a 2.1 line is broken by force

_HEAD = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z][A-Za-z0-9_/-]*)\s*")
_QUOTED = re.compile(r'(?:"[^"]*"|[^":])*+:')
_PARAMETER = re.compile(r'(?:"[^"]*"|[^;"]|")+?(?=;|$)')
_BASE64 = re.compile(r"[A-Za-z0-9+/=]+\s*")
_ADDRESS = re.compile(
    r"\s*(?!data:)[a-z][a-z0-9+.-]{1,20}:.{1,2000}$", re.IGNORECASE
)  # of a picture elsewhere
_KEY = re.compile(r"[A-Z0-9-]+")
_BREAKS = re.compile(r"[\n\t]+")
_CARET = re.compile(r"\^([n'^])")
_CUSTOM = re.compile(r"X-CUSTOM\((.*)\)", re.IGNORECASE | re.DOTALL)  # Samsung: a label among the types
_VERSION = re.compile(rb"^[ \t]*VERSION[^:\n]*+:[ \t]*2\.", re.IGNORECASE | re.MULTILINE)
_NEXT = re.compile(
    r"(?:ADR|BDAY|CATEGORIES|EMAIL|FN|N|NICKNAME|NOTE|ORG|PHOTO|REV|ROLE|TEL|TITLE|UID|URL|X-[A-Z-]+)[;:]"
)

_PICTURES = {"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-THUMBNAIL"}
_ENCODINGS = {"QUOTED-PRINTABLE": "QUOTED-PRINTABLE", "BASE64": "B", "B": "B", "7BIT": "", "8BIT": ""}
_BARE_VALUES = {"URL", "URI", "INLINE", "CID", "CONTENT-ID"}
_TEXTS = {"FN", "N", "NOTE", "ORG", "TITLE", "ROLE", "ADR", "NICKNAME", "LABEL"}
_RUNNING_ON = {"NOTE", "DESCRIPTION"}  # may go on in lines that are no properties


class Property(NamedTuple):
    """One property; its value is text, still escaped, or `literal`: its line ends stand in it as they are."""

    line: int
    group: str
    name: str  # in capitals
    params: tuple[tuple[str, str], ...]  # names in capitals; a bare word is a TYPE
    value: str
    literal: bool = False

    def param(self, name: str) -> str:
        """The value of a parameter; "" where it has none of that name."""
        return next((value for key, value in self.params if key == name), "")


def is_card(value: str) -> bool:
    """Whether a value, that of an AGENT, is a card itself."""
    return value[:64].lstrip()[:11].upper() == "BEGIN:VCARD"


class Content(NamedTuple):
    """What a card holds; `old` is version 2.1, `remarks` say what of it can't be used."""

    properties: list[Property]
    old: bool
    pictures: int
    remarks: list[str]
    overfull: bool = False


class Head(NamedTuple):
    """What stands before the colon; `encoding` is QUOTED-PRINTABLE, B or ""."""

    group: str
    name: str
    params: tuple[tuple[str, str], ...]
    encoding: str
    charset: str


def head_of(text: str) -> Head | None:
    """The head of a property, without its colon; None if it is none."""
    return _usual_head(text) if len(text) <= _LONG_HEAD else _head(text)


@lru_cache(maxsize=4096)
def _usual_head(text: str) -> Head | None:
    return _head(text)


def _head(text: str) -> Head | None:
    start = _HEAD.match(text) if len(text) <= LONGEST else None
    if start is None or (start.end() < len(text) and text[start.end()] != ";"):
        return None
    params: list[tuple[str, str]] = []
    encoding = charset = ""
    for match in _PARAMETER.finditer(text, start.end() + 1):
        key, value = _parameter(match[0].strip())
        if not _KEY.fullmatch(key):
            continue
        if key == "ENCODING":
            encoding = _ENCODINGS.get(value.upper(), "")
        elif key == "CHARSET":
            charset = value
        elif value.strip(", "):
            params.append((key, value))
    return Head(start[1] or "", start[2].upper(), tuple(params), encoding, charset)


def _parameter(text: str) -> tuple[str, str]:
    custom = _CUSTOM.fullmatch(text)
    if custom:
        return "TYPE", _custom(custom[1])
    key, named, value = text.partition("=")
    if named:
        return key.strip().upper(), _plain(value)
    word = text.upper()
    if word in _ENCODINGS:
        return "ENCODING", word
    if word in ("UTF-8", "UTF8"):
        return "CHARSET", word
    return ("VALUE" if word in _BARE_VALUES else "TYPE"), _plain(text)


def _plain(value: str) -> str:
    """What a parameter says: without its quotes, in one line."""
    value = value.replace('"', "")
    value = _CARET.sub(_uncareted, value) if "^" in value else value
    return (value if value.isprintable() else _BREAKS.sub(" ", clean(value))).strip()


def _uncareted(found: re.Match[str]) -> str:
    """RFC 6868: how a parameter holds line ends and quotes."""
    return {"n": "\n", "'": '"', "^": "^"}[found[1]]


def _custom(text: str) -> str:
    *settings, label = text.split(",")
    if any("QUOTED-PRINTABLE" in one.upper() for one in settings):
        return a2b_qp(label.encode("utf-8", "replace")).decode("utf-8", "replace")
    return label


def content(parts: tuple[tuple[int, bytes], ...], charsets: Charsets) -> Content:
    """All that stands in a card."""
    reader = _Reader(charsets)
    reader.old = any(_VERSION.search(text) for _, text in parts)
    if all(text.count(b"\n") <= MOST_LINES and reader.read(line, text) for line, text in parts):
        return reader.content()
    return Content([], reader.old, 0, [], overfull=True)


class _Reader:
    """Reads the parts of one card."""

    def __init__(self, charsets: Charsets) -> None:
        self.charsets = charsets
        self.old = False
        self.found: list[Property] = []
        self.pictures = 0
        self.strange: list[tuple[int, str]] = []  # lines that can't be read, and what of them to tell
        self.more: list[str] = []  # of the last property, which runs on without being folded
        self.lines: list[str] = []
        self.raw = False  # the lines hold bytes, one a character

    def content(self) -> Content:
        self._run_on()
        remarks = [f"line {line} cannot be read: {text}" for line, text in self.strange[:_TOLD]]
        if len(self.strange) > _TOLD:
            remarks.append(f"{len(self.strange) - _TOLD} more lines cannot be read")
        return Content(self.found, self.old, self.pictures, remarks)

    def read(self, first: int, text: bytes) -> bool:
        """Whether there are no more properties than there may be."""
        self.raw = not self.charsets.utf8
        whole = text.decode("latin-1") if self.raw else text.decode("utf-8", "replace")
        self.lines = whole.replace("\r\n", "\n").removesuffix("\r").split("\n")
        at = 0
        while at < len(self.lines):
            if len(self.found) + len(self.strange) > MOST_PROPERTIES:
                return False
            line = self.lines[at]
            at = at + 1 if not line or line.isspace() else self._property(at, first + at)
        return True

    def _property(self, at: int, line: int) -> int:
        """Take the property that starts in line `at`; where the next may start."""
        text = self.lines[at]
        colon = text.find(":")
        head = head_of(text[:colon]) if 0 < colon <= _LONG_HEAD and '"' not in text[:colon] else None
        if head and head.encoding == "QUOTED-PRINTABLE":
            value, after = self._quoted_printable(at, text[colon + 1 :])
            self._add(line, head, value)
            return after
        text, after = self._unfolded(at)
        if head is None:
            quoted = _QUOTED.match(text)
            colon = quoted.end() - 1 if quoted else text.find(":")
            head = head_of(text[:colon]) if colon > 0 else None
        if head is None or (head.name in ("HTTP", "HTTPS") and text.startswith("//", colon + 1)):
            self._stray(line, text)
        elif head.encoding == "B" or head.name in _PICTURES:
            after = self._binary(line, head, text[colon + 1 :], after)
        else:
            self._add(line, head, text[colon + 1 :])
        return after

    def _unfolded(self, at: int) -> tuple[str, int]:
        lines, after = self.lines, at + 1
        if after >= len(lines) or lines[after][:1] not in (" ", "\t") or not lines[after]:
            return lines[at].lstrip(), after
        texts = [lines[at].lstrip()]
        while after < len(lines) and lines[after][:1] in (" ", "\t") and lines[after]:
            by_force = not self.old or self._width(lines[after - 1]) in _FOLDS
            texts.append(lines[after][1:] if by_force else " " + lines[after].lstrip(" \t"))
            after += 1
        return "".join(texts), after

    def _width(self, line: str) -> int:
        return len(line if self.raw or line.isascii() else line.encode())

    def _quoted_printable(self, at: int, value: str) -> tuple[str, int]:
        """The value over its soft breaks; a break before a blank line, or before another property, is a slip."""
        lines, after, texts = self.lines, at + 1, []
        while True:
            bare = value.rstrip(" \t")
            soft = bare.endswith("=")
            texts.append(bare[:-1] if soft else value)
            following = after
            while soft and following < len(lines) and not lines[following].strip():
                following += 1
            if following >= len(lines):
                break
            next_line = lines[following]
            if soft:
                new = head_of(next_line.partition(":")[0]) if following > after and ":" in next_line else None
                if new or (_NEXT.match(next_line) and not bare.upper().endswith("=0A=")):
                    break
            elif next_line[:1] not in (" ", "\t") or not next_line.strip():
                break
            value, after = next_line, following + 1
        return "".join(texts), after

    def _binary(self, line: int, head: Head, value: str, after: int) -> int:
        """Pass over a picture, a key or a sound; only its address, or a short text, is kept."""
        if head.encoding == "B" or not value.strip():
            while after < len(self.lines) and _BASE64.fullmatch(self.lines[after]):
                value += self.lines[after] if len(value) < LONGEST else ""
                after += 1
        if head.encoding == "B" and head.name in _TEXTS and len(value) < LONGEST:
            try:
                decoded = self.charsets.decode(a2b_base64(value.encode()), head.charset, encoded=True)
            except (Error, ValueError):
                self._stray(line, value)
                return after
            self._add(line, head, decoded, decoded=True)
        elif value.strip() and (head.encoding == "B" or not _ADDRESS.match(value)):
            self.pictures += 1
        elif value.strip():
            self._add(line, head, value)
        return after

    def _add(self, line: int, head: Head, value: str, decoded: bool = False) -> None:
        literal = decoded
        if not decoded and head.encoding == "QUOTED-PRINTABLE":
            raw = a2b_qp(value.encode("latin-1" if self.raw else "utf-8", "replace"))
            value, literal = self.charsets.decode(raw, head.charset, encoded=True), True
        elif not decoded and (self.raw or head.charset):
            raw = value.encode("latin-1" if self.raw else "utf-8", "replace")
            value = self.charsets.decode(raw, head.charset)
        if len(value) > LONGEST and head.name not in _RUNNING_ON and not is_card(value):
            self.strange.append((line, f"{head.name}, {len(value):,} characters long"))
            return
        params = tuple((key, self._text(one)) for key, one in head.params) if self.raw else head.params
        self._run_on()
        self.found.append(Property(line, head.group, head.name, params, clean(value), literal))

    def _text(self, value: str) -> str:
        return value if value.isascii() else self.charsets.decode(value.encode("latin-1", "replace"), "")

    def _stray(self, line: int, text: str) -> None:
        """A line that is no property: more of the note before it, or nothing that can be used."""
        text = clean(self._text(text) if self.raw else text).strip()
        if self.found and self.found[-1].name in _RUNNING_ON:
            self.more.append(text)
        else:
            self.strange.append((line, shown(text)))

    def _run_on(self) -> None:
        if self.more:
            last = self.found[-1]
            self.found[-1] = last._replace(value="\n".join([last.value, *self.more]))
            self.more.clear()
