"""What a command did or found, told in a line or a few: log, undo, check, import."""

from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from netlog.output.agenda import counted
from netlog.output.columns import cell, flat
from netlog.output.lists import Row, listing
from netlog.output.text import shown

COUNTS = ("new", "merged", "unchanged", "skipped")
RECORDS = (("file", "File"), ("line", "Line"), ("ref", "Ref"), ("fate", "Fate"), ("why", "Why"))


def logged(data: Row, width: int) -> RenderableType:
    """What one line of prose became: the conversation, and what came with it."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    if data.get("conversation"):
        grid.add_row(
            Text("Would log" if data.get("saved") is False else "Logged"), _made(data["conversation"])
        )
        if data["conversation"].get("event"):
            grid.add_row(Text("At"), Text(shown(flat(data["conversation"]["event"])), overflow="fold"))
        if data["conversation"].get("tags"):
            tags = " ".join(f"#{tag}" for tag in data["conversation"]["tags"])
            grid.add_row(Text("Tags"), Text(shown(tags), overflow="fold"))
    for one in data.get("contacts_added") or []:
        grid.add_row(Text("New contact"), _made(one))
    for one in data.get("follow_ups") or []:
        grid.add_row(Text("They owe" if one.get("owed_by") == "them" else "You owe"), _made(one))
    return grid


def logged_all(rows: list[Row], width: int) -> RenderableType:
    """What each line of prose became."""
    return Group(*(logged(row, width) for row in rows)) if rows else Text("Nothing was logged.", style="dim")


def _made(one: Any) -> Text:
    """A record that was just made: its ref, its day, what it is about and with whom."""
    if not isinstance(one, dict):
        return Text(shown(flat(one)), overflow="fold")
    text = Text(overflow="fold")
    for value, style in (
        (one.get("ref"), "cyan"),
        (one.get("held_on") or one.get("due_on"), "dim"),
        (one.get("kind"), "dim"),
        ({**one, "ref": None}, ""),
    ):
        if words := shown(flat(value)):
            text.append("  " if text.plain else "").append(words, style=style)
    if one.get("contacts"):
        text.append(f" ({shown(flat(one['contacts']))})", style="dim")
    return text


def undone(data: Row, width: int) -> RenderableType:
    """The steps that were taken back."""
    return _steps("Undid", data)


def redone(data: Row, width: int) -> RenderableType:
    return _steps("Did again", data)


def _steps(verb: str, data: Row) -> RenderableType:
    lines = []
    for one in data.get("undid") or []:
        changes = cell(one, "changes")
        count = f"  {counted(int(changes), 'change')}" if changes.isdigit() else ""
        lines.append(
            Text.assemble(
                f"{verb} step ",
                (shown(flat(one.get("step"))), "cyan"),
                f"  {shown(flat(one.get('command')))}",
                (f"  {shown(flat(one.get('at'))[:16].replace('T', ' '))}{count}", "dim"),
                overflow="fold",
            )
        )
    return Group(*(lines or [Text(f"{verb} nothing.", style="dim")]))


def checked(data: Row, width: int) -> RenderableType:
    """Each check in words, and under it what is wrong."""
    lines = []
    for one in data.get("checks") or []:
        verdict = ("ok       ", "green") if one.get("ok") else ("problem  ", "bold red")
        lines.append(Text.assemble(verdict, shown(flat(one.get("name"))), overflow="fold"))
        problems = one.get("problems")
        for problem in problems if isinstance(problems, list) else [problems] if problems else []:
            lines.append(Text(f"         {shown(flat(problem))}", overflow="fold"))
    whole = (
        Text("The log is sound.", style="green")
        if data.get("ok")
        else Text("The log has problems.", style="red")
    )
    return Group(*lines, whole)


def imported(data: Row, width: int) -> RenderableType:
    """How many records had which fate, and those that need a look."""
    counts = [f"{flat(data.get(key) or 0)} {key}" for key in COUNTS]
    parts: list[RenderableType] = [Text(", ".join(counts) + ".")]
    if data.get("step"):
        parts[0] = Text.assemble(
            Text(", ".join(counts) + "."), (f"  step {shown(flat(data['step']))}", "dim")
        )
    explained = [one for one in data.get("records") or [] if one.get("why")]
    if explained:
        parts += [Text(), listing(explained, RECORDS, width)]
    return Group(*parts)
