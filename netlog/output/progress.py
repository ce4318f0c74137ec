"""`goals`: how far each goal is in its period, and how it went before."""

from collections.abc import Sequence
from math import ceil

from rich.console import Group, RenderableType
from rich.text import Text

from netlog.output.charts import bar, sparkline
from netlog.output.columns import flat
from netlog.output.lists import Row, listing, written
from netlog.output.text import shown
from netlog.plurals import counted

COLUMNS = (
    ("ref", "Ref"),
    ("title", "Goal"),
    ("bar", "Done"),
    ("state", "State"),
    ("days_left", "Left"),
    ("streak", "Streak"),
    ("history", "Before"),
    ("period", "Period"),
)
BAR_WIDTH = 10
PERIODS = 8
STATE_STYLES = {"met": "green", "missed": "red", "behind": "bold", "on-pace": ""}
ENTRIES = (("ref", "Ref"), ("on", "On"), ("text", "Text"))


def progress(rows: Sequence[Row], width: int) -> RenderableType:
    """The goals, and under them the entries that each count comes from, where they were asked for."""
    parts: list[RenderableType] = [listing(rows, COLUMNS, width, cell)]
    for row in rows:
        if row.get("entries"):
            parts += [Text(), _named(row), listing(row["entries"], ENTRIES, width, header=False, lines=None)]
    return Group(*parts)


def cell(row: Row, key: str) -> Text:
    if key == "bar":
        done, target = row.get("done") or 0, row.get("target") or 0
        return Text.assemble(
            (bar(done, target, BAR_WIDTH), "green" if done >= target else "blue"),
            f" {flat(done)}/{flat(target)}",
        )
    if key == "state":
        return state(row)
    if key == "history":
        return Text(sparkline([one.get("done") or 0 for one in (row.get("history") or [])[-PERIODS:]]))
    if key == "days_left":
        days = row.get(key)
        return Text("" if days is None else counted(days, "day"))
    if key == "streak" and not row.get(key):
        return Text()
    return written(row, key)


def state(row: Row) -> Text:
    """The state in words, with how much is lacking when it is behind."""
    name = row.get("state") or ""
    style = STATE_STYLES.get(name, "")
    if name == "behind" and row.get("expected") is not None:
        lacking = max(1, ceil(row["expected"] - (row.get("done") or 0)))
        return Text(f"{lacking} behind", style=style)
    return Text(shown(name.replace("-", " ")), style=style)


def _named(row: Row) -> Text:
    return Text.assemble((shown(flat(row.get("ref"))), "cyan"), "  ", (shown(flat(row.get("title"))), "bold"))
