"""What the bytes of a vCard file mean: the charset named, UTF-8, or what the rest of the file suggests.

A 2.1 card names the charset of each property (`N;CHARSET=SHIFT_JIS:`), and its default is ASCII; 3.0 leaves it to
the transport (RFC 2426, 5); 4.0 is UTF-8 (RFC 6350, 3.1). In truth files are in UTF-8, in UTF-16, or in the
code page of the computer that wrote them, and CHARSET is at times a relic of an earlier life.
"""

import codecs
import re
from collections import Counter
from functools import lru_cache

_UTF16 = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UTF32 = ((b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"))
_UTF8_BOM = b"\xef\xbb\xbf"
_HEAD = 4096
_CHUNK = 1 << 20
_NAMED = re.compile(rb"CHARSET=\"?([\w.:-]{1,40})", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]")
_MOST_LOOKED_AT = 16 * 1024  # bytes
# Codecs that are no charsets of text, or that make text of anything: a file must not choose them.
_REFUSED = {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "charmap"}
_SEVEN_BIT = ("iso2022", "hz", "utf-7")  # their bytes are all ASCII's
_WIDE = ("utf-16", "utf-32")
_DEFAULT = "cp1252"
# Of scripts whose letters are all beyond ASCII. Left to choose among all it knows, charset-normalizer takes a
# few Hebrew or Cyrillic names for Korean.
_DENSE = (
    *("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256"),
    *("cp932", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
)


def as_utf8(data: bytes) -> bytes:
    """`data` in an encoding that holds ASCII as it is: UTF-16 and UTF-32 as UTF-8, marks taken away."""
    encoding, mark = _wide(data)
    if not encoding:
        return data.removeprefix(_UTF8_BOM)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    chunks = [
        decoder.decode(data[at : at + _CHUNK]).encode("utf-8", "replace")
        for at in range(mark, len(data), _CHUNK)
    ]
    return b"".join([*chunks, decoder.decode(b"", True).encode("utf-8", "replace")])


def _wide(data: bytes) -> tuple[str, int]:
    """The encoding of two or four bytes a letter, and the length of its mark; "" if it is neither."""
    for mark, encoding in (*_UTF32, *_UTF16):
        if data.startswith(mark):
            return encoding, len(mark)
    head = data[:_HEAD].upper()
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        at = head.find("BEGIN:VCARD".encode(encoding))
        if at >= 0 and at % width == 0:
            return encoding, 0
    return "", 0


def is_utf8(data: bytes) -> bool:
    """Whether all of it is; by pieces, so that no copy of the whole is made."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(data), _CHUNK):
            decoder.decode(data[at : at + _CHUNK])
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


@lru_cache(maxsize=256)
def codec(name: str) -> str:
    """Python's name of the charset called `name`; "" if there is none that a file may use."""
    name = name.strip().strip("\"'")
    if "\0" in name or len(name) > 40 or not name.isascii():
        return ""
    try:
        found = codecs.lookup(name)
    except LookupError:
        return ""
    # Python keeps base64, zlib and the like among its codecs; one of these would unpack a bomb
    if not getattr(found, "_is_text_encoding", False) or found.name.replace("-", "_") in _REFUSED:
        return ""
    return found.name


class Charsets:
    """How to read the bytes of one file."""

    def __init__(self, data: bytes) -> None:
        self.utf8 = is_utf8(data)
        self.fallback = "" if self.utf8 else _fallback(data)
        self.guessed = 0  # values that are neither in the charset named nor in UTF-8

    def decode(self, raw: bytes, named: str, encoded: bool = False) -> str:
        """`raw` as text, whatever it takes.

        `named` is the CHARSET of the property. It is believed where an editor cannot have changed the bytes
        since (`encoded`, as in quoted-printable), and in a file that is not UTF-8 as a whole.
        """
        charset = codec(named) if named else ""
        if charset.startswith(_WIDE) and not encoded:
            charset = ""  # that was of the file, and is done
        special = charset.startswith((*_SEVEN_BIT, *_WIDE))
        if raw.isascii() and not special:
            return raw.decode("ascii")
        for one in (charset if encoded or special or not self.utf8 else "", "utf-8"):
            if one:
                try:
                    return raw.decode(one)
                except (UnicodeError, ValueError):
                    continue
        return self._damaged(raw)

    def _damaged(self, raw: bytes) -> str:
        self.guessed += 1
        text = raw.decode("utf-8", "replace")
        lost = text.count("\ufffd")
        if sum(not one.isascii() for one in text) > 2 * lost:
            return text  # mostly UTF-8: a letter was cut in two
        return decoded(raw, self.fallback or _DEFAULT)


def decoded(raw: bytes, charset: str) -> str:
    """`raw` in `charset`, with what it has no letter for as Windows, and then Latin-1, would show it."""
    for one in (charset, _DEFAULT):
        try:
            return raw.decode(one)
        except (UnicodeError, ValueError):
            continue
    return raw.decode("latin-1")


def _fallback(data: bytes) -> str:
    """The charset of the lines that are not UTF-8 and name none."""
    names = Counter(codec(name.decode("ascii", "replace")) for name in _NAMED.findall(data))
    for name, _ in names.most_common():
        if name and name not in ("utf-8", "ascii") and not name.startswith(_WIDE):
            return name
    return _guess(_strange_lines(data))


def _strange_lines(data: bytes) -> bytes:
    """The lines that are not UTF-8, as far as they are looked at."""
    found: list[bytes] = []
    size = at = 0
    while size < _MOST_LOOKED_AT and (high := _HIGH.search(data, at)):
        begin = data.rfind(b"\n", 0, high.start()) + 1
        end = data.find(b"\n", high.start())
        at = len(data) if end < 0 else end + 1
        line = data[begin : min(at, begin + _MOST_LOOKED_AT)].rpartition(b":")[2]
        if not is_utf8(line):
            found.append(line)
            size += len(line)
    return b"".join(found)


def _guess(sample: bytes) -> str:
    """Windows-1252, unless most of the letters are beyond ASCII, as they are in no western language."""
    high = len(_HIGH.findall(sample))
    if high < 8 or high < 2 * sum(one < 0x80 and chr(one).isalpha() for one in sample):
        return _DEFAULT
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_DENSE)).best()
    return codec(best.encoding) or _DEFAULT if best else _DEFAULT
