"""`ask`: the questions that are noted."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from netlog.output.columns import COLUMNS
from netlog.output.lists import Row, listing, written


def questions(rows: Sequence[Row], width: int) -> RenderableType:
    """Questions with their numbers, by which `ask --strike` knows them."""
    return listing(rows, COLUMNS["questions"], width, _cell, lines=None)


def _cell(row: Row, key: str) -> Text:
    text = written(row, key)
    text.truncate(10 if key == "noted_at" else text.cell_len)
    return text
