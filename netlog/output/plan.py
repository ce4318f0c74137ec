"""`plan`: the tree from the vision backwards, what is next, what is lacking, and the backward schedule."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from netlog.output.columns import Columns, flat
from netlog.output.due import lateness
from netlog.output.lists import Row, listing, written
from netlog.output.text import shown
from netlog.plurals import counted

MARKS = {"done": "✓", "dropped": "✗", "doing": "●", "next": "▸", "blocked": "■", "idea": "·"}
STYLES = {"done": "green", "dropped": "dim", "doing": "bold", "next": "bold", "blocked": "magenta"}
WHAT_STYLES = {"done": "dim", "dropped": "dim", "doing": "bold", "next": "bold"}
NEXT: Columns = (("ref", "Ref"), ("what", "Step"), ("slack", "When"), ("state", "State"), ("command", "Then"))
TIMELINE: Columns = (
    ("ref", "Ref"),
    ("latest_on", "Latest"),
    ("slack", "Slack"),
    ("what", "Step"),
    ("state", "State"),
    ("needed_by", "For"),
)
FAR, YEAR = 60, 365  # days
GAPS = {
    "no-introducer": "Nobody you know could introduce you",
    "no-date": "No date",
    "no-next-action": "Can be done now, and is not marked as next",
    "no-helper": "A barrier that nobody helps with",
    "no-goal": "A vision without goals",
    "no-vision": "A goal that serves no vision",
}


def tree(data: Row, width: int) -> RenderableType:
    """The vision, and under it its steps, each under what it is a part of."""
    root = Tree(_vision(data), guide_style="dim")
    for step in data["steps"]:
        _grow(root, step)
    if data["steps"]:
        return root
    hint = f"No steps yet: netlog add-step WHAT --vision {flat(data['ref'])} adds one."
    return Group(root, Text(), Text(hint, style="dim"))


def upcoming(rows: Sequence[Row], width: int) -> RenderableType:
    return listing(rows, NEXT, width, cell)


def timeline(rows: Sequence[Row], width: int) -> RenderableType:
    return listing(rows, TIMELINE, width, cell)


def gaps(rows: Sequence[Row], width: int) -> RenderableType:
    """What is lacking, by what it is, each with the command that mends it."""
    parts: list[RenderableType] = []
    for gap, title in GAPS.items():
        if found := [row for row in rows if row.get("gap") == gap]:
            grid = Table.grid(padding=(0, 2, 0, 0))
            grid.add_column(style="cyan", no_wrap=True)
            grid.add_column(overflow="fold")
            for row in found:
                text = Text(shown(flat(row.get("what"))), overflow="fold")
                text.append(f"\n{shown(flat(row.get('command')))}", style="cyan")
                grid.add_row(Text(shown(flat(row.get("ref")))), text)
            parts += [*([Text()] if parts else []), Text(title, style="bold"), grid]
    return Group(*parts)


def cell(row: Row, key: str) -> Text:
    if key == "slack":
        return when(row)
    if key == "state":
        return Text(shown(words(row)), style=STYLES.get(row.get("state") or "", ""))
    if key == "needed_by":
        ref = flat((row.get(key) or {}).get("ref"))
        return Text(shown(ref))
    return written(row, key)


def when(row: Row) -> Text:
    """How far off the latest day is, beyond two months roughly; late in red."""
    slack = row.get("slack")
    if slack is None:
        return Text()
    if slack <= FAR:
        return lateness(-slack)
    return Text(f"in {counted(slack // 30, 'month')}" if slack < 2 * YEAR else f"in {slack // YEAR} years")


def words(row: Row) -> str:
    """How a step stands, in words."""
    if row.get("blocked_by") and row.get("state") == "blocked":
        return f"blocked by {', '.join(flat(one.get('ref')) for one in row['blocked_by'])}"
    return "can be done now" if row.get("state") == "idea" and row.get("ready") else flat(row.get("state"))


def _vision(data: Row) -> Text:
    past = "" if data.get("status") == "current" else " (past)"
    text = Text.assemble(
        (shown(flat(data["ref"])), "cyan"),
        "  ",
        (shown(flat(data["statement"])), "bold"),
        (f"  by {shown(flat(data['by_on']))}{past}", "dim"),
        overflow="fold",
    )
    if data.get("known_for"):
        text.append(f"\n    known for {shown(flat(data['known_for']))}", style="dim")
    done = sum(one["state"] == "done" for one in _all(data["steps"]))
    if many := len(list(_all(data["steps"]))):
        text.append(f"\n    {done} of {counted(many, 'step')} done", style="dim")
    return text


def _grow(under: Tree, step: Row) -> None:
    branch = under.add(_step(step))
    for one in step["children"]:
        _grow(branch, one)


def _step(step: Row) -> Text:
    """One step: its mark, what it is, how it stands, by when, and what stands in its way."""
    state = flat(step["state"])
    style = STYLES.get(state, "")
    text = Text.assemble(
        (MARKS.get(state, "·"), style),
        " ",
        (shown(flat(step["ref"])), "cyan"),
        "  ",
        (shown(flat(step["what"])), WHAT_STYLES.get(state, "")),
        overflow="fold",
    )
    told = [one for one in (shown(words(step)), _day(step)) if one and one != "idea"]
    text.append(f"  {', '.join(told)}" if told else "", style="dim")
    if (step.get("slack") or 0) < 0:
        text.append("  ").append_text(when(step))
    for barrier in step.get("barriers") or [] if state not in ("done", "dropped") else []:
        helper = flat(barrier.get("helper"))
        who = f": {shown(helper)} could help" if helper else ": who could help?"
        text.append(f"\n  ! {shown(flat(barrier.get('what')))}{who}", style="dim")
    return text


def _day(step: Row) -> str:
    """The day a step was done, or its own day."""
    if step["state"] == "done":
        return shown(flat(step.get("done_on")))
    return f"by {shown(flat(step['by_on']))}" if step.get("by_on") and step["state"] != "dropped" else ""


def _all(steps: Sequence[Row]) -> list[Row]:
    return [one for step in steps for one in (step, *_all(step["children"]))]
