"""Charts of one line, and how they look where the terminal cannot show them."""

from collections.abc import Sequence

BLOCKS = "▁▂▃▄▅▆▇█"
FULL, EMPTY = "━", "╌"

# every glyph of our own, as one plain character, so that columns stay in line
_PLAIN = str.maketrans(
    {
        FULL: "=",
        EMPTY: ".",
        "·": "-",
        "…": "~",
        "→": ">",
        "–": "-",
        "✓": "x",
        "✗": "-",
        "●": "*",
        "▸": ">",
        "■": "#",
        **dict(zip("░▒▓", ".:*", strict=True)),
        **dict(zip(BLOCKS, "_.,-~=+#", strict=True)),
    }
)


def bar(done: float, target: float, width: int) -> str:
    """How much of the target is done; more than nothing and less than all are always visible."""
    if target <= 0:
        return FULL * width
    full = round(width * min(max(done / target, 0), 1))
    if 0 < done < target:
        full = min(max(full, 1), width - 1)
    return FULL * full + EMPTY * (width - full)


def sparkline(values: Sequence[float | None], top: float | None = None) -> str:
    """One block a value, from nothing to `top`, else the largest; a blank for what is unknown."""
    most = top or max((value for value in values if value), default=0) or 1
    return "".join(" " if value is None else _block(value / most) for value in values)


def _block(part: float) -> str:
    return BLOCKS[round(min(max(part, 0), 1) * (len(BLOCKS) - 1))]


def encodable(text: str, encoding: str) -> str:
    """`text` in what `encoding` can say, character for character: our glyphs in ASCII, the rest as `?`."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text
