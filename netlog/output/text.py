"""The one sanitiser: nothing stored in the log can move the cursor, hide, or reorder what is read.

Text that is legitimate comes out as it is, whatever its script; a character that only a terminal
would see comes out as a visible escape (`\\x1b`, `\\u202e`).
"""

import re
from typing import Any

_INVISIBLE = (
    "\x7f-\x9f"  # DEL and C1
    "\u00ad"  # soft hyphen: its width depends on the terminal
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls
    "\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff"  # zero width
    "\u2028\u2029"  # line and paragraph separators
    "\ufff9-\ufffb"  # interlinear annotation
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e007f"  # tags: a second, unseen alphabet
)
_LINE = f"[\x00-\x1f{_INVISIBLE}]"
_LINES = f"[\x00-\x08\x0b-\x1f{_INVISIBLE}]"
_JSON = f"[{_INVISIBLE}]"  # json.dumps escapes C0 itself, and its own line ends must stay

_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_JOINERS = "\u200c\u200d"
_EMOJI = ((0x1F000, 0x1FAFF), (0x2190, 0x21FF), (0x2300, 0x23FF), (0x2600, 0x27BF), (0x2B00, 0x2BFF))
_SHAPED = ((0x0600, 0x08FF), (0x0900, 0x0DFF), (0x1000, 0x109F), (0x1780, 0x18AF), (0xA840, 0xABFF))
_VARIANT = "\ufe0f"


def shown(text: str, multiline: bool = False) -> str:
    """`text` as it is safe to print; `multiline` keeps line ends and tabs as they are."""
    if text.isprintable():  # every character escaped here is of a category that is not printable
        return text
    return re.sub(_LINES if multiline else _LINE, _visible, text)


def json_text(data: Any, indent: int | None = None, ascii_only: bool = False) -> str:
    """`data` as JSON that loads back equal and is safe to print; compact without `indent`."""
    import json

    separators = None if indent else (",", ":")
    text = json.dumps(data, ensure_ascii=ascii_only, indent=indent, separators=separators, allow_nan=False)
    return re.sub(_JSON, _escaped, text)


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    if _joins(match):
        return character
    code = ord(character)
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return _SHORT.get(character) or (f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}")


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if _joins(match):
        return character
    code = ord(character)
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"


def _joins(match: re.Match[str]) -> bool:
    """Whether its script needs this joiner: between emoji, after a virama, between shaped letters."""
    if match[0] not in _JOINERS:
        return False
    text, at = match.string, match.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if match[0] == "\u200d" and before == _VARIANT:
        before = text[at - 2 : at - 1]
    if match[0] == "\u200d" and _within(_EMOJI, before) and _within(_EMOJI, after):
        return True
    return _letter(before) and (_letter(after) or _virama(before))


def _within(ranges: tuple[tuple[int, int], ...], character: str) -> bool:
    return bool(character) and any(first <= ord(character) <= last for first, last in ranges)


def _letter(character: str) -> bool:
    import unicodedata

    return _within(_SHAPED, character) and unicodedata.category(character)[0] in "LM"


def _virama(character: str) -> bool:
    import unicodedata

    return unicodedata.combining(character) == 9
