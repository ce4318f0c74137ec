"""Folded text: what two spellings of one name have in common. Comparing and indexing use it, never showing."""

import unicodedata
from collections.abc import Iterator

# Letters that Unicode does not decompose, spelled as people type them without the key for them.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
    }
)


def fold(text: str) -> str:
    """`text` without case, accents, odd quotes or extra spaces: "Zoë  O’Neil" -> "zoe o'neil"."""
    if text.isascii():
        return " ".join(text.casefold().split())
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(bare.casefold().translate(_LETTERS).split())


def after(start: str) -> str:
    """Where the texts that begin so end, in their order: those from `start` up to, not including, this."""
    return f"{start}\U0010ffff"


# How the letters of _LETTERS are typed without the key for them; full text search keeps both apart.
_KEPT = {
    **{"o": "ø", "d": "đð", "l": "ł", "i": "ı"},
    **{"ae": "æ", "oe": "œ", "th": "þ", "ss": "ß"},
}
_MOST_REPLACED = 3


def spellings(text: str, most: int = 64) -> list[str]:
    """`text` and the other ways to spell it that fold to the same: "soren" -> "soren", "søren".

    For full text search, which sets case and accents aside itself but keeps such letters whole. At
    most three letters are spelled another way, the fewest first, and at most `most` ways are given.
    """
    typed = text if text.isascii() else unicodedata.normalize("NFC", text)
    plain = typed.casefold() if text.isascii() else "".join(map(_plain, typed.casefold()))
    found = dict.fromkeys((typed,) if plain == typed.casefold() else (typed, plain))
    layer = [(plain, 0)]
    for _ in range(_MOST_REPLACED):
        following = []
        for one in (other for before in layer for other in _respelled(*before)):
            if len(found) >= most:
                return list(found)
            found.setdefault(one[0])
            following.append(one)
        layer = following
    return list(found)


def _plain(character: str) -> str:
    """A letter as it is typed without its accents; one of another script as it is."""
    base = unicodedata.normalize("NFD", character)[0].translate(_LETTERS)
    return base if base.isascii() else character


def _respelled(text: str, start: int) -> Iterator[tuple[str, int]]:
    """`text` with one letter, at `start` or later, spelled another way; and where the next may be."""
    for at in range(start, len(text)):
        for typed, letters in _KEPT.items():
            # the last letter may be the first of two: what is typed is the start of a word
            if text.startswith(typed, at) or (at + 1 == len(text) and typed[0] == text[at]):
                for letter in letters:
                    yield text[:at] + letter + text[at + len(typed) :], at + 1
