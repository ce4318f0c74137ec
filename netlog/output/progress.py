"""`goals`: how far each goal is in its period, and how it went before."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from netlog.output import goal_words
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
    ("forecast", "At this rate"),
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
            parts += [Text(), named(row), listing(row["entries"], ENTRIES, width, header=False, lines=None)]
    return Group(*parts)


def cell(row: Row, key: str) -> Text:
    if key == "bar":
        return Text() if goal_words.rests(row) else bar_of(row, BAR_WIDTH)
    if key == "state":
        return state(row)
    words = {"history": _sparks, "forecast": goal_words.ahead, "days_left": _days_left}.get(key)
    if words:
        return Text(shown(words(row)))
    return Text() if key == "streak" and not row.get(key) else written(row, key)


def _sparks(row: Row) -> str:
    return sparkline([one.get("done") or 0 for one in (row.get("history") or [])[-PERIODS:]])


def _days_left(row: Row) -> str:
    days = row.get("days_left")
    return "" if days is None else counted(days, "day")


def bar_of(row: Row, width: int) -> Text:
    """How much of what is asked is done; of a maximum, how much of it is used up."""
    done, target = row.get("done") or 0, row.get("target") or 0
    limit = row.get("bound") == goal_words.MAXIMUM
    style = ("red" if done > target else "green") if limit else ("green" if done >= target else "blue")
    filled = bar(done, target or 1, width)
    return Text.assemble((filled, style), f" {flat(done) or 0}/{flat(target) or 0}")


def state(row: Row) -> Text:
    """The state in words, with how much is lacking, left or too much."""
    return Text(shown(goal_words.state(row)), style=STATE_STYLES.get(row.get("state") or "", ""))


def named(row: Row) -> Text:
    return Text.assemble((shown(flat(row.get("ref"))), "cyan"), "  ", (shown(flat(row.get("title"))), "bold"))
