"""`spread`: how many first contacts fall into each week, and who they are."""

from collections.abc import Sequence

from rich.console import RenderableType

from netlog.output.columns import flat
from netlog.output.lists import Row, listing
from netlog.plurals import counted

COLUMNS = (("on", "From"), ("name", "First contacts"))
NAMED = 3


def spread(rows: Sequence[Row], width: int) -> RenderableType:
    """A line for each seven days, from the first day on."""
    from datetime import date

    first = date.fromisoformat(flat(rows[0].get("on")))
    weeks: dict[int, list[Row]] = {}
    for row in rows:
        weeks.setdefault((date.fromisoformat(flat(row.get("on"))) - first).days // 7, []).append(row)
    return listing([_week(some) for some in weeks.values()], COLUMNS, width, lines=None)


def _week(rows: list[Row]) -> Row:
    names = ", ".join(flat(row.get("name")) for row in rows[:NAMED])
    more = len(rows) - NAMED
    return {
        "on": rows[0].get("on"),
        "name": f"{counted(len(rows), 'contact')}: {names}{f' and {more} more' if more > 0 else ''}",
    }
