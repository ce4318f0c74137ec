"""`yield`: what came through the network, by kind and status and by source."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from netlog.output.columns import flat
from netlog.output.lists import Row, listing, ruled, written
from netlog.output.text import shown

EMPTY = "No opportunities here: netlog add-opportunity WHAT --through NAME adds one."
COLUMNS = (
    ("ref", "Ref"),
    ("name", "Source"),
    ("gained", "Gained"),
    ("ongoing", "Ongoing"),
    ("opportunities", "Opportunities"),
)
TITLES = {
    "contact": "Through whom",
    "event": "At events",
    "group": "In groups",
    "introduction": "By introductions",
    "met": "How you met those through whom it came",
}


def yields(data: Row, width: int) -> RenderableType:
    """A table of kinds by status, then the sources of each sort, the most fruitful first."""
    if not data["total"]:
        return Text(EMPTY, style="dim")
    parts: list[RenderableType] = [_kinds(data)]
    for type, title in TITLES.items():
        rows = [one for one in data["by_source"] if one["type"].partition("_")[0] == type]
        if rows:
            parts += [Text(), Text(title, style="bold"), listing(rows, COLUMNS, width, _cell)]
    if data["without_source"]:
        refs = _refs(data["without_source"])
        parts += [Text(), Text.assemble(("From nowhere known  ", "bold"), refs, overflow="fold")]
    return Group(*parts)


def _kinds(data: Row) -> Table:
    """A line for each kind; statuses that none has are left out, but for what was gained."""
    statuses = [status for status, many in data["by_status"].items() if many or status == "gained"]
    table = ruled()
    table.add_column(Text("Kind", style="dim"), overflow="fold")
    for heading in (*statuses, "total"):
        table.add_column(Text(heading.capitalize(), style="dim"), justify="right", no_wrap=True)
    for kind, counts in data["by_kind"].items():
        _count(table, shown(kind), counts, statuses)
    if len(data["by_kind"]) > 1:
        _count(table, "all", data["by_status"], statuses)
    return table


def _count(table: Table, name: str, counts: dict[str, int], statuses: Sequence[str]) -> None:
    cells = [
        Text(str(counts[one]) if counts[one] else "·", style="" if counts[one] else "dim") for one in statuses
    ]
    table.add_row(Text(name), *cells, Text(str(sum(counts.values())), style="bold"))


def _cell(row: Row, key: str) -> Text:
    if key == "opportunities":
        return _refs(row[key])
    if key == "name" and row["type"].startswith("met_"):
        return Text(f"{row['type'].replace('_', ' ')} {shown(flat(row['name']))}")
    if key in ("gained", "ongoing"):
        return Text(str(row[key]) if row[key] else "")
    return written(row, key)


def _refs(references: Sequence[Row]) -> Text:
    return Text(" ".join(shown(flat(one["ref"])) for one in references))
