"""Text on its way in: NFC, no control characters, no more than there is room for."""

import unicodedata

from netlog.errors import UsageError

NAME_BYTES = 1024
NOTES_BYTES = 1024 * 1024
_UNSEEN = ("Cf", "Zs", "Zl", "Zp", "Mn")


def line(text: str, what: str, limit: int = NAME_BYTES) -> str:
    """One line: a name, a title, a summary. UsageError where it is empty, too long or not text."""
    if text.isascii() and text.isprintable() and 0 < len(text) <= limit and text == text.strip():
        return text  # as most are
    clean = _clean(text, what, allowed="").strip()
    if not clean or not (clean.isascii() or any(unicodedata.category(one) not in _UNSEEN for one in clean)):
        raise UsageError(f"{what} is empty")
    return _within(clean, what, limit)


def paragraphs(text: str, what: str) -> str:
    """Several lines: notes and takeaways. UsageError where it is too long or not text."""
    clean = _clean(text.replace("\r\n", "\n"), what, allowed="\n\t")
    return _within(clean.rstrip(), what, NOTES_BYTES)


def _clean(text: str, what: str, allowed: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    for character in text:
        category = unicodedata.category(character)
        if category == "Cs":
            raise UsageError(f"{what} is not UTF-8 text", "nothing was changed")
        if category == "Cc" and character not in allowed:
            raise UsageError(f"{what} has a control character, U+{ord(character):04X}", "nothing was changed")
    return unicodedata.normalize("NFC", text)


def _within(text: str, what: str, limit: int) -> str:
    size = len(text.encode())
    if size > limit:
        raise UsageError(
            f"{what} has {size:,} bytes, more than the {limit:,} there is room for", "nothing was changed"
        )
    return text
