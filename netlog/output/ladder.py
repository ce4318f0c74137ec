"""`ladder`: contributions by level and year, and the next rung with what comes up there."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from netlog.output.columns import flat
from netlog.output.lists import Row, ruled
from netlog.output.text import shown

EMPTY = "No contributions yet: netlog add-contribution TITLE --level LEVEL adds one."
UNKNOWN = "unknown"
YEAR = 6  # cells of a column with its gap
BEFORE = 13  # of the column of all earlier years


def ladder(data: Row, width: int) -> RenderableType:
    """The furthest level on top, as on a ladder; years that there is no room for are summed in one column."""
    levels = data["levels"]
    body = _table(levels, width) if any(one["total"] for one in levels) else Text(EMPTY, style="dim")
    return Group(body, Text(), *_next(data["next_rung"]))


def _table(levels: list[Row], width: int) -> Table:
    years = list(levels[0]["years"])
    widest = max(len(one["level"] or UNKNOWN) for one in levels)
    room = max(1, (width - widest - 10) // YEAR)
    if len(years) > room:
        room = max(1, (width - widest - 10 - BEFORE) // YEAR)
    early, late = years[:-room], years[-room:]
    table = ruled()
    table.add_column(Text("Level", style="dim"), no_wrap=True)
    for heading in (*([f"before {late[0]}"] if early else []), *late, "Total"):
        table.add_column(Text(heading, style="dim"), justify="right", no_wrap=True)
    for one in _furthest_first(levels):
        counts = [sum(one["years"][year] for year in early)] if early else []
        counts += [one["years"][year] for year in late]
        table.add_row(_level(one), *(_count(many) for many in counts), Text(str(one["total"]), style="bold"))
    return table


def _furthest_first(levels: list[Row]) -> list[Row]:
    """The levels from the top down; what is unknown stands below, where there is any."""
    known = [one for one in levels if one["level"]]
    return [*reversed(known), *(one for one in levels if not one["level"] and one["total"])]


def _level(one: Row) -> Text:
    return Text(shown(one["level"])) if one["level"] else Text(UNKNOWN, style="dim")


def _count(many: int) -> Text:
    return Text(str(many)) if many else Text("·", style="dim")


def _next(rung: Row) -> list[RenderableType]:
    lines: list[RenderableType] = [
        Text.assemble(
            ("Next rung  ", "bold"), shown(rung["level"]), (f"  {shown(rung['why'])}", "dim"), overflow="fold"
        )
    ]
    for one in rung["events"]:
        lines.append(
            Text.assemble(
                (shown(one["ref"]), "cyan"), f"  {one['on']}  ", shown(one["name"]), overflow="fold"
            )
        )
    lines += [Text(shown(flat(one)), style="cyan", overflow="fold") for one in rung["commands"]]
    return lines
