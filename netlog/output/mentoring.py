"""`mentoring`: a summary of each mentorship."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from netlog.output.columns import flat
from netlog.output.due import lateness
from netlog.output.lists import Row, pairs
from netlog.output.text import shown

WAYS = {
    ("mentor", False): "mentors you",
    ("mentor", True): "mentored you",
    ("mentee", False): "you mentor them",
    ("mentee", True): "you mentored them",
}
WHO = {"me": "you", "them": "they"}


def mentoring(rows: Sequence[Row], width: int) -> RenderableType:
    """A block for each: who and since when, and below what is known of it."""
    parts: list[RenderableType] = []
    for row in rows:
        parts += [*([Text()] if parts else []), *_mentorship(row)]
    return Group(*parts)


def _mentorship(row: Row) -> list[RenderableType]:
    head = Text.assemble(
        (shown(flat(row["ref"])), "cyan"), "  ", (shown(flat(row["name"])), "bold"), overflow="fold"
    )
    head.append(f"  {_way(row)}", style="dim")
    grid = pairs()
    if row["topics"]:
        grid.add_row("About", Text(shown(flat(row["topics"])), overflow="fold"))
    grid.add_row("Sessions", _sessions(row))
    for title, key, line in (("Promised", "promises", _promise), ("Took home", "takeaways", _takeaway)):
        for place, one in enumerate(row[key]):
            grid.add_row("" if place else title, line(one))
    return [head, Padding(grid, (0, 0, 0, 4))]


def _way(row: Row) -> str:
    """`mentors you since 2024-01-01`, `mentored you until 2025-06-30`."""
    since = f" since {flat(row['since'])}" if row["since"] else ""
    if not row["until"]:
        return f"{WAYS[row['role'], False]}{since}"
    until = flat(row["until"])
    days = f"{flat(row['since'])} to {until}" if since else f"until {until}"
    return f"{WAYS[row['role'], True]}, {days}"


def _sessions(row: Row) -> Text:
    none = "none" if row["until"] else "none yet"
    text = Text(str(row["sessions"]) if row["sessions"] else none, overflow="fold")
    if row["last_session_on"]:
        text.append(f", the last {flat(row['last_session_on'])}")
    if row["hours"]:
        text.append(f", {flat(row['hours'])} {'hour' if row['hours'] == 1 else 'hours'}")
    if row["next_session_on"]:
        text.append(f", next by {flat(row['next_session_on'])}")
        if row["days_late"] > 0:
            text.append("  ").append_text(lateness(row["days_late"]))
    return text


def _promise(one: Row) -> Text:
    return Text.assemble(
        (shown(flat(one["ref"])), "cyan"),
        f"  {WHO[one['owed_by']]}: {shown(flat(one['what']))}  ",
        lateness(one["days_late"]),
        overflow="fold",
    )


def _takeaway(one: Row) -> Text:
    return Text.assemble(
        (shown(flat(one["ref"])), "cyan"),
        f"  {shown(flat(one['what']))}",
        (f"  {flat(one['status'])}", "dim"),
        overflow="fold",
    )
