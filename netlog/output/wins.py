"""`wins`: what went well, newest first."""

from collections.abc import Sequence

from rich.console import RenderableType

from netlog.output.columns import COLUMNS
from netlog.output.lists import Row, listing


def wins(rows: Sequence[Row], width: int) -> RenderableType:
    """A line for each, its kind as one says it."""
    spoken = [{**row, "type": str(row["type"]).replace("_", "-")} for row in rows]
    return listing(spoken, COLUMNS["wins"], width)
