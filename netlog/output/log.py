"""`log`: what prose became."""

from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from netlog.output.columns import flat
from netlog.output.lists import Row, pairs
from netlog.output.text import shown

OBSERVERS = {"me": "you", "them": "they"}


def logged(data: Row, width: int) -> RenderableType:
    """What one line of prose became: the conversation, and what came with it."""
    grid = pairs()
    if data.get("conversation"):
        grid.add_row(
            Text("Would log" if data.get("saved") is False else "Logged"), _made(data["conversation"])
        )
        if data["conversation"].get("event"):
            grid.add_row(Text("At"), Text(shown(flat(data["conversation"]["event"])), overflow="fold"))
        if data["conversation"].get("observer"):
            grid.add_row(Text("Observer"), Text(OBSERVERS[data["conversation"]["observer"]]))
        if data["conversation"].get("tags"):
            tags = " ".join(f"#{tag}" for tag in data["conversation"]["tags"])
            grid.add_row(Text("Tags"), Text(shown(tags), overflow="fold"))
    for one in data.get("contacts_added") or []:
        grid.add_row(Text("New contact"), _made(one))
    for one in data.get("follow_ups") or []:
        grid.add_row(Text("They owe" if one.get("owed_by") == "them" else "You owe"), _made(one))
    for one in data.get("takeaways") or []:
        grid.add_row(Text("To try"), _made({**one, "contacts": None}))
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
