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


def sparkline(values: Sequence[float]) -> str:
    """One block a value, from nothing to the largest."""
    top = max(values, default=0)
    if top <= 0:
        return BLOCKS[0] * len(values)
    return "".join(BLOCKS[round(max(value, 0) / top * (len(BLOCKS) - 1))] for value in values)


def encodable(text: str, encoding: str) -> str:
    """`text` in what `encoding` can say, character for character: our glyphs in ASCII, the rest as `?`."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text
