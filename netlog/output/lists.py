"""A list as a table that fits its width; data enters Rich as Text only, never as markup."""

from collections.abc import Callable, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from netlog.output import columns as flat_columns
from netlog.output.columns import Columns
from netlog.output.fitting import Need, fitted
from netlog.output.text import shown

Row = dict[str, Any]
Cell = Callable[[Row, str], Text]

# the first of these that a view has is what its rows are about: it folds, stays bright and is never left out
SUBJECTS = ("name", "summary", "what", "text", "title", "tag", "value", "why", "command")
SUBJECT_LINES = 3
FOLDING = ("reason", "text")  # beside the subject
STYLES = {"ref": "cyan", "step": "cyan", "key": "cyan"}
BRIGHT = {
    *("contacts", "due_on", "held_on", "starts_on", "next_contact_on", "on"),
    *("days_late", "bar", "state", "fate"),
}


def written(row: Row, key: str) -> Text:
    """A cell as its flat text; a timestamp to the minute."""
    text = flat_columns.cell(row, key)
    if key == "at":
        text = text[:16].replace("T", " ")
    return Text(shown(text))


def ruled(*, header: bool = True, gap: int = 1) -> Table:
    """A table with a line under its headings and no other, its columns so many cells apart."""
    return Table(
        box=box.SIMPLE_HEAD,
        show_header=header,
        show_edge=False,
        pad_edge=False,
        padding=(0, gap, 0, 0),
        header_style="dim",
        border_style="dim",
    )


def listing(
    rows: Sequence[Row],
    columns: Columns,
    width: int,
    cell: Cell = written,
    *,
    header: bool = True,
    lines: int | None = SUBJECT_LINES,
) -> Table:
    """The rows as a table no wider than `width`; a column without a value in any row is left out.

    The subject of a row folds to about `lines` lines; None shows all of it.
    """
    subject = next((key for key in SUBJECTS if key in dict(columns)), "")
    headings = {key: Text(heading if header else "") for key, heading in columns}
    cells = {key: [cell(row, key) for row in rows] for key in headings}
    needs = [
        Need(key, max(text.cell_len for text in [headings[key], *cells[key]]), key == subject)
        for key in headings
        if key in (subject, "ref") or any(text.plain for text in cells[key])
    ]
    table = ruled(header=header)
    widths = fitted(needs, width)
    for key, room in widths.items():
        main = key == subject
        folds = (main or key in FOLDING) and lines != 1
        table.add_column(
            headings[key],
            style="" if main or key in BRIGHT else STYLES.get(key, "dim"),
            width=room,
            justify="right" if not main and _numeric(cells[key]) else "left",
            no_wrap=not folds,
            overflow="fold" if folds else "ellipsis",
        )
    for text in cells.get(subject, ()):
        if lines and text.cell_len > widths[subject] * lines:
            text.truncate(widths[subject] * lines, overflow="ellipsis")
    for index in range(len(rows)):
        table.add_row(*(cells[key][index] for key in widths))
    return table


def pairs(style: str = "dim") -> Table:
    """A grid of two columns: what a line is, in this style, and what it says."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=style, no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _numeric(cells: Sequence[Text]) -> bool:
    return all(text.plain.replace(".", "", 1).isdigit() for text in cells if text.plain)
