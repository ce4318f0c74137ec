"""`evidence`: what was done, section by section, and what it comes to."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from netlog.output import evidence_columns
from netlog.output.columns import Columns, flat
from netlog.output.evidence_columns import TOTALS
from netlog.output.lists import Row, listing, written
from netlog.output.text import shown

EMPTY = "Nothing yet: netlog add-event, add-contribution and add-membership note what counts."


def evidence(data: Row, width: int) -> RenderableType:
    """The period, each section with its sums, then all of it by kind and by level."""
    parts: list[RenderableType] = [
        Text(evidence_columns.TITLE, style="bold"),
        Text(shown(evidence_columns.headed(data)), style="dim", overflow="fold"),
    ]
    if not data["entries"]:
        return Group(*parts, Text(), Text(EMPTY, style="dim"))
    parts.append(Text(evidence_columns.summed(data), overflow="fold"))
    for section, entries in evidence_columns.sections(data):
        columns = (("ref", "Ref"), *evidence_columns.columns(section["section"], entries))
        sums = (f"  {evidence_columns.summed(section)}", "dim")
        parts += [Text(), Text.assemble((shown(section["name"]), "bold"), sums, overflow="fold")]
        parts.append(listing(entries, columns, width, _cell))
    names = {one["section"]: one["name"] for one in data["sections"]}
    kinds = [{**one, "name": names[one["section"]]} for one in data["kinds"]]
    parts += _totals("By kind", (("name", "Section"), ("kind", "Kind")), kinds, width)
    return Group(*parts, *_totals("By level", (("level", "Level"),), data["levels"], width))


def _totals(title: str, columns: Columns, rows: Sequence[Row], width: int) -> list[RenderableType]:
    if not rows:
        return []
    return [Text(), Text(title, style="bold"), listing(rows, (*columns, *TOTALS), width, _total)]


def _total(row: Row, key: str) -> Text:
    if key in dict(TOTALS):
        return Text(flat(float(row[key])) if row[key] else "")
    return Text("unknown", style="dim") if row[key] is None else written(row, key)


def _cell(row: Row, key: str) -> Text:
    return Text(flat(row[key])) if key == "hours" else written(row, key)
