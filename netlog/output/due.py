"""`due`: who, why now, and what to type next."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from netlog.output.columns import flat
from netlog.output.lists import Row, listing, written
from netlog.output.text import shown
from netlog.plurals import counted
from netlog.vocabulary import PARTS

COLUMNS = (
    ("ref", "Ref"),
    ("what", "What"),
    ("days_late", "When"),
    ("reason", "Why now"),
    ("command", "Then"),
)
SCORED = (*COLUMNS[:-1], ("score", "Score"))


def due(rows: Sequence[Row], width: int) -> RenderableType:
    return listing(rows, COLUMNS, width, cell)


def reasoned(rows: Sequence[Row], width: int) -> RenderableType:
    """The entries, and under them the terms that each score is the sum of, and what they mean (`due --why`)."""
    sums = [
        Text.assemble((shown(flat(row.get("ref"))), "cyan"), "  ", (shown(terms(row)), "dim"))
        for row in rows
        if row.get("parts")
    ]
    legend = [
        Text(f"{name}: {PARTS[name]}", style="dim")
        for name in PARTS
        if any(name in row["parts"] for row in rows)
    ]
    space = [Text()] if sums else []
    return Group(listing(rows, SCORED, width, cell), *space, *sums, *space, *legend)


def cell(row: Row, key: str) -> Text:
    if key == "days_late":
        return lateness(row.get(key))
    text = written(row, key)
    if key == "what" and (names := unnamed(row)):
        text.append(f" ({shown(names)})", style="dim")
    return text


def unnamed(row: Row) -> str:
    """With whom, where what is due does not say so itself."""
    what = flat(row.get("what"))
    return ", ".join(name for one in row.get("contacts") or [] if (name := flat(one)) not in what)


def lateness(days: int | None) -> Text:
    """Days late in words, overdue in red; negative days are to come."""
    if days is None:
        return Text()
    if days > 0:
        return Text(f"{counted(days, 'day')} late", style="red")
    return Text("due today", style="bold") if days == 0 else Text(f"in {counted(-days, 'day')}")


def terms(row: Row) -> str:
    """The score as a sum of named terms, whether they come as an object or as a list."""
    parts: Any = row["parts"]
    named = parts.items() if isinstance(parts, dict) else (_term(part) for part in parts)
    return f"{flat(row.get('score'))} = " + " + ".join(
        f"{flat(name)} {flat(value)}".strip() for name, value in named
    )


def _term(part: Any) -> tuple[Any, Any]:
    if isinstance(part, dict):
        return part.get("name") or part.get("label") or part.get("text"), part.get("value")
    return (part[0], part[1]) if isinstance(part, list) and len(part) == 2 else (part, None)
