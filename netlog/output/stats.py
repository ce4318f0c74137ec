"""`stats`: a line for each series, with its course and the figures of as many periods as there is room for."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from netlog.output.charts import sparkline
from netlog.output.columns import flat
from netlog.output.lists import Row, ruled
from netlog.output.text import shown
from netlog.plurals import counted

SPARKS = 24  # the latest periods
FEWEST = 4
_GAP = 2  # cells between two columns
_FIGURES = (("total", "Total"), ("average", "Average"))


class Column(NamedTuple):
    """A heading, and a cell for each series."""

    heading: Text
    cells: list[Text]

    @property
    def width(self) -> int:
        return max(text.cell_len for text in (self.heading, *self.cells))


def stats(data: Row, width: int) -> RenderableType:
    """The latest period first among the figures, then what it all comes to, then the periods before it."""
    periods, series = data["periods"], data["series"]
    names = Column(Text(counted(len(periods), data["per"])), [Text(shown(one["name"])) for one in series])
    latest = _of_period(periods, series, -1)
    room = width - names.width - latest.width - 2 * _GAP
    course = _course(series, len(periods), max(FEWEST, min(SPARKS, room)))
    before = (_of_period(periods, series, place) for place in range(-2, -len(periods) - 1, -1))
    figures = [latest, *(_figure(key, name, series) for key, name in _FIGURES), *before]
    shown_figures = _fitting(figures, width - names.width - course.width - _GAP)
    return Group(_heading(periods), Text(), _table([names, course], shown_figures))


def _table(words: Sequence[Column], figures: Sequence[Column]) -> Table:
    table = ruled()
    for one in words:
        table.add_column(one.heading, no_wrap=True, overflow="ellipsis")
    for one in figures:
        table.add_column(one.heading, justify="right", no_wrap=True)
    for row in zip(*(one.cells for one in (*words, *figures)), strict=True):
        table.add_row(*row)
    return table


def _heading(periods: Sequence[Row]) -> Text:
    """The days that are counted, and whether the last period is not over."""
    first, last = periods[0], periods[-1]
    so_far = f"; {shown(last['label'])} so far" if last["partial"] else ""
    return Text(f"{first['starts_on']} to {last['ends_on']}{so_far}", style="dim", overflow="fold")


def _course(series: Sequence[Row], many: int, room: int) -> Column:
    """A sparkline of each series, of the latest periods that there is room for; a share is one of a hundred."""
    heading = Text("Course" if many <= room else f"Last {room}")
    lines = (sparkline(one["values"][-room:], 100.0 if one["unit"] == "percent" else None) for one in series)
    return Column(heading, [Text(line, style="cyan") for line in lines])


def _of_period(periods: Sequence[Row], series: Sequence[Row], place: int) -> Column:
    style = "bold" if place == -1 else ""
    return Column(
        Text(shown(periods[place]["label"])), [_number(one["values"][place], style) for one in series]
    )


def _figure(key: str, name: str, series: Sequence[Row]) -> Column:
    return Column(Text(name), [_number(one[key]) for one in series])


def _number(value: float | None, style: str = "") -> Text:
    """A figure; nothing where it is unknown, and a dot where there was nothing."""
    if value is None:
        return Text()
    return Text(flat(float(value)), style=style) if value else Text("·", style="dim")


def _fitting(columns: Iterable[Column], room: int) -> list[Column]:
    """The first columns that there is room for."""
    kept = []
    for one in columns:
        room -= one.width + _GAP
        if room < 0:
            break
        kept.append(one)
    return kept
