"""Folded text: what two spellings of one name have in common. Comparing and indexing use it, never showing."""

import unicodedata

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
