"""What a search found: the records, with the words that were found in them set off."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from netlog.output.columns import COLUMNS
from netlog.output.lists import Row, listing, written
from netlog.output.text import shown

HIGHLIGHT = "bold magenta"


def search(rows: Sequence[Row], width: int) -> RenderableType:
    return listing(rows, COLUMNS["search"], width, cell)


def cell(row: Row, key: str) -> Text:
    text = written(row, key)
    if key == "text" and row.get("where") not in (None, "notes"):
        text = Text.assemble((f"{shown(row['where']).replace('_', ' ')}: ", "dim"), text)
    if key in ("name", "text"):
        text.highlight_words([shown(one) for one in row.get("found") or []], HIGHLIGHT)
    return text
