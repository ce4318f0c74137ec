"""`diversity`: a table for each dimension, the sets of contacts side by side, with what is lacking to the target."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from netlog.output.charts import bar
from netlog.output.columns import flat
from netlog.output.lists import Row, ruled
from netlog.output.text import shown

SETS = {"all": "All", "active": "Active", "new": "New"}
MEASURES = (
    ("effective_classes", "effective classes"),
    ("evenness", "evenness"),
    ("gini_simpson", "Gini-Simpson"),
)
LEGEND = (
    "All: neither archived nor targets. Active: talked with in a year. New: met this year.",
    "Shares are of those known, that of the unknown is of all.",
    "effective classes: so many equal ones would be as diverse (Shannon, exp H)",
    "evenness: 1 is all classes equal (Gini-Simpson by the most it can be)",
    "Gini-Simpson: the chance that two picked at random differ (Blau's index)",
)
EMPTY = "Nobody to count yet: netlog add-contact NAME adds somebody."
CLASS = 28  # cells of the longest class that is shown whole
BAR = 12
ROOMY = 96


def diversity(rows: Sequence[Row], width: int) -> RenderableType:
    """Each dimension with its target; nothing but a hint where nobody is in any set."""
    if not any(one["people"] for one in rows):
        return Text(EMPTY, style="dim")
    parts: list[RenderableType] = []
    for dimension, found in groupby(rows, key=lambda row: row["dimension"]):
        sets = list(found)
        parts += [*([Text()] if parts else []), _heading(dimension), _table(sets, width), *_target(sets)]
    return Group(*parts, Text(), *(Text(line, style="dim") for line in LEGEND))


def _heading(dimension: str) -> Text:
    told = {"role": "  whoever has several counts in each", "met": "  how you met"}.get(dimension, "")
    return Text.assemble((dimension.capitalize(), "bold"), (told, "dim"))


def _table(sets: Sequence[Row], width: int) -> Table:
    """The classes in the order of the first set, then what is unknown, then the measures."""
    table = ruled(gap=2)
    table.add_column("", no_wrap=True, overflow="ellipsis", max_width=CLASS)
    bars = width >= ROOMY
    for one in sets:
        heading = Text(f"{SETS[one['among']]} {one['people']:,}", style="dim")
        table.add_column(heading, justify="right", no_wrap=True)
    if bars:
        table.add_column("", no_wrap=True, style="cyan")
    for name in _names(sets):
        found = [_of_class(one, name) for one in sets]
        share = bar((found[0] or {}).get("share") or 0, 1, BAR)
        table.add_row(Text(shown(name)), *(_cell(one) for one in found), *([Text(share)] if bars else []))
    for name, cells in (*_remainder(sets), *_measured(sets)):
        table.add_row(Text(name, style="dim"), *(Text(cell, style="dim") for cell in cells))
    return table


def _names(sets: Sequence[Row]) -> list[str]:
    """The classes as the sets have them, those of the first set first."""
    return list(dict.fromkeys(told["class"] for one in sets for told in one["counts"]))


def _of_class(one: Row, name: str) -> Row | None:
    """What a set says of a class; None where it has nobody in it."""
    return next((told for told in one["counts"] if told["class"] == name), None)


def _cell(told: Row | None) -> Text:
    if told is None:
        return Text("·", style="dim")
    return Text.assemble(f"{told['count']:,} ", (_percent(told["share"]), "dim"))


def _remainder(sets: Sequence[Row]) -> list[tuple[str, list[str]]]:
    rows = []
    if any(one["rest"] for one in sets):
        many = max(one["rest"]["classes"] for one in sets if one["rest"])
        rows.append((f"{many:,} more", [_rest(one["rest"]) for one in sets]))
    if any(one["people"] for one in sets):
        rows.append(("unknown", [f"{one['unknown']:,} {_percent(one['unknown_share'])}" for one in sets]))
    return rows


def _rest(rest: Row | None) -> str:
    if rest is None:
        return "·"
    return f"{rest['count']:,} {_percent(rest['share'])}"


def _measured(sets: Sequence[Row]) -> list[tuple[str, list[str]]]:
    rows = [("classes", [f"{one['classes']:,}" for one in sets])]
    rows += [(title, [_figure(one[key]) for one in sets]) for key, title in MEASURES]
    return [*rows, ("largest share", [_percent(one["largest_share"]) for one in sets])]


def _figure(value: float | None) -> str:
    return "·" if value is None else f"{value:.2f}"


def _percent(share: float | None) -> str:
    return "   ·" if share is None else f"{share:4.0%}"


def _target(sets: Sequence[Row]) -> list[RenderableType]:
    """How far it is to the target, and what in sight would close the gap."""
    target = sets[0].get("target")
    if not target:
        return []
    style = "green" if target["met"] else "yellow"
    lines = [Text.assemble("Target ", (shown(flat(target["text"])), style), overflow="fold")]
    for one in target["closers"]:
        on = f"  {one['on']}" if one["on"] else ""
        name = Text.assemble(
            "  ", (shown(one["ref"]), "cyan"), f"{on}  {shown(one['name'])}: ", overflow="fold"
        )
        name.append(shown(one["why"]), style="dim").append(f"\n      {shown(one['command'])}", style="cyan")
        lines.append(name)
    if not target["closers"] and target["command"]:
        lines.append(Text(f"  {shown(target['command'])}", style="cyan", overflow="fold"))
    if target["unknown"] and not target["met"]:
        lines.append(Text(f"  of {target['unknown']:,} it is unknown", style="dim"))
    return list(lines)
