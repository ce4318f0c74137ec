"""The weekly review on one screen: the numbers, what presses, how the goals stand, what to do next."""

from collections.abc import Sequence
from io import StringIO
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from netlog.output import due, plan, progress
from netlog.output.columns import Columns, flat
from netlog.output.lists import Cell, Row, listing, written
from netlog.output.text import shown
from netlog.plurals import counted

SCREEN = 40  # lines that the whole should fit into
ROWS = (3, 2)  # of a section, each on one line: fewer where it would not fit
MOST = {"wins": 2, "gaps": 2, "to_try": 2}
MARGIN = 12  # the titles beside the sections; above them where it is narrower than BESIDE
BESIDE = 76
DUE: Columns = (("ref", "Ref"), ("what", "What"), ("days_late", "When"), ("fits", "Fits"), ("reason", "Why"))
EVENTS: Columns = (
    ("ref", "Ref"),
    ("starts_on", "Starts"),
    ("name", "Name"),
    ("to_meet", "To meet"),
)
STEPS: Columns = (("ref", "Ref"), ("what", "What"), ("slack", "When"), ("state", "State"))
MOVED: Columns = (("ref", "Ref"), ("on", "On"), ("what", "What"))
WINS: Columns = (("ref", "Ref"), ("on", "On"), ("text", "Win"))
GAPS: Columns = (("ref", "Ref"), ("text", "Gap"), ("command", "Then"))
TO_TRY: Columns = (("ref", "Ref"), ("what", "What"), ("source", "From"))
STALLED: Columns = (
    ("ref", "Ref"),
    ("what", "What"),
    ("contacts", "Through"),
    ("status", "Status"),
    ("on", "Since"),
)
GOALS: Columns = tuple(one for one in progress.COLUMNS if one[0] not in ("period", "streak"))


def _person(row: Row, key: str) -> Text:
    """A cell of the people who slip: the name alone, as all of them are to be got in touch with."""
    return written(row, "contacts") if key == "what" else _due(row, key)


def _due(row: Row, key: str) -> Text:
    """A cell of what is due; it says of an entry whether it fits, where the minutes were given."""
    if key == "fits":
        return Text("fits" if row.get("fits") else "", style="green")
    return due.cell(row, key)


SECTIONS: tuple[tuple[str, str, Columns, Cell], ...] = (
    ("overdue", "Overdue", DUE, _due),
    ("coming", "Coming", DUE, _due),
    ("slipping", "Slipping", DUE, _person),
    ("renewals", "Renew", DUE, _due),
    ("introductions", "Introduce", DUE, _due),
    ("events", "Events", EVENTS, written),
    ("steps", "Plan", STEPS, plan.cell),
    ("moved", "Moved", MOVED, written),
    ("goals", "Goals", GOALS, progress.cell),
    ("wins", "Wins", WINS, written),
    ("gaps", "Gaps", GAPS, written),
    ("to_try", "To try", TO_TRY, written),
    ("opportunities", "Stalled", STALLED, written),
)


def review(data: Row, width: int) -> RenderableType:
    """The whole review, on one screen if it can be; sections with nothing in them are left out."""
    for rows in ROWS[:-1]:
        whole = _whole(data, width, rows)
        if len(Console(width=width, file=StringIO()).render_lines(whole)) <= SCREEN:
            return whole
    return _whole(data, width, ROWS[-1])


def _whole(data: Row, width: int, most_rows: int) -> RenderableType:
    beside = width >= BESIDE
    room = width - MARGIN if beside else width
    sections: list[tuple[Text, RenderableType]] = []
    if data.get("numbers"):
        sections.append((Text("This week", style="bold"), _numbers(data["numbers"], room)))
    ahead = data.get("plan") or {}
    parts = {**data, "steps": ahead.get("next"), "moved": ahead.get("moved")}
    for key, title, columns, cell in SECTIONS:
        if rows := parts.get(key) or []:
            most = 2 * most_rows if key == "goals" else MOST.get(key, most_rows)
            table = listing(_first(key, rows)[:most], columns, room, cell, header=False, lines=1)
            sections.append((_title(title, len(rows), most, beside), table))
    sections.append((_next(data.get("minutes")), _actions(data.get("actions") or [])))
    return Group(_week(data), Text(), _beside(sections) if beside else _stacked(sections))


def _next(minutes: Row | None) -> Text:
    """The heading of the actions; how much of the time there is they take, where it was said."""
    text = Text("Next", style="bold")
    if minutes:
        text.append(f"\n{minutes['planned']} of {minutes['given']} min", style="not bold dim")
    return text


def _beside(sections: Sequence[tuple[Text, RenderableType]]) -> RenderableType:
    grid = Table.grid()
    grid.add_column(width=MARGIN)
    grid.add_column()
    for title, body in sections:
        grid.add_row(title, body)
    return grid


def _stacked(sections: Sequence[tuple[Text, RenderableType]]) -> RenderableType:
    return Group(*(part for section in sections for part in section))


def _first(key: str, rows: list[Row]) -> list[Row]:
    """The rows of a section, those that need a look first."""
    if key != "goals":
        return rows
    return sorted(rows, key=lambda goal: goal.get("state") != "behind")


def _title(title: str, count: int, most: int, beside: bool) -> Text:
    more = f"{most} of {count}" if count > most else ""
    return Text.assemble((title, "bold"), ("\n" if beside and more else "  " if more else ""), (more, "dim"))


def _week(data: Row) -> Text:
    week = data.get("week") or {}
    text = Text.assemble(
        (f"Week {shown(flat(week.get('label')).removeprefix('Week '))}", "bold"),
        (f"  {shown(flat(week.get('starts_on')))} – {shown(flat(week.get('ends_on')))}", "dim"),
    )
    if data.get("reviewed_at"):
        text.append(f"  reviewed {shown(flat(data['reviewed_at'])[:10])}", style="green")
    if data.get("streak"):
        text.append(f"  {counted(data['streak'], 'week')} in a row", style="dim")
    return text


def _numbers(numbers: dict[str, Any], width: int) -> RenderableType:
    """Each count of this week beside its usual, as many to a line as fit."""
    cells = [_number(key, one) for key, one in numbers.items()]
    widest = max(cell.cell_len for cell in cells)
    across = max(1, min(len(cells), (width + 3) // (widest + 3)))
    grid = Table.grid(padding=(0, 3, 0, 0))
    for at in range(0, len(cells), across):
        grid.add_row(*cells[at : at + across])
    return grid


def _number(key: str, one: Any) -> Text:
    now, before = (one.get("now"), one.get("before")) if isinstance(one, dict) else (one, None)
    usual = "" if before is None else f" (usually {flat(round(before, 1))})"
    name = shown(key.replace("follow_up", "follow-up").replace("_", " "))
    return Text.assemble(f"{name} ", (shown(flat(now)) or "0", "bold"), (usual, "dim"))


def _actions(actions: Sequence[Row]) -> RenderableType:
    if not actions:
        return Text("Nothing presses: a good week to reach out to someone new.", style="dim")
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for number, one in enumerate(actions, 1):
        text = Text(shown(flat(one.get("text"))), overflow="fold")
        if (toward := shown(flat(one.get("toward")))) and toward not in text.plain:
            text.append(f"  → {toward}", style="dim")
        if one.get("command"):
            text.append(f"\n{shown(flat(one['command']))}", style="cyan")
        grid.add_row(Text(f"{number}."), text)
    return grid
