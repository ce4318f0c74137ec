"""`terms`: the user's own terms, with today among them."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from netlog.output.lists import Row, listing, written
from netlog.plurals import counted

COLUMNS = (("label", "Term"), ("starts_on", "Starts"), ("ends_on", "Ends"), ("when", "When"))
TODAY = "← today"


def terms(rows: Sequence[Row], width: int) -> RenderableType:
    """The terms in order; a line of its own for a day that is between two."""
    told = list(rows)
    if not any(row["current"] for row in rows):
        coming = sum(row["days_until"] is None for row in rows)
        told.insert(coming, {"label": "(no term)", "current": True})
    return listing(told, COLUMNS, width, _cell)


def _cell(row: Row, key: str) -> Text:
    text = Text(_when(row)) if key == "when" else written(row, key)
    if row["current"]:
        text.stylize("bold")
    return text


def _when(row: Row) -> str:
    if row["current"]:
        days = row.get("days_left")
        return TODAY if days is None else f"{TODAY}, {counted(days, 'day')} left"
    days = row["days_until"]
    return "" if days is None else f"in {counted(days, 'day')}"
