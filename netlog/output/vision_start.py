"""`vision start`: what is about to be made, before it is saved."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from netlog.output.lists import Row
from netlog.output.text import shown

NEW = (("contacts_added", "New people"), ("groups_added", "New groups"), ("events_added", "New events"))


def summary(data: Row, width: int) -> RenderableType:
    """The vision, who and what is new to the log, and the steps, each under the one that it is a part of."""
    if data["vision"] is None:
        return Text("Nothing is made.", style="dim")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text("Vision"), Text(shown(data["vision"]["statement"]), style="bold"))
    for key, label in (("known_for", "Known for"), ("by_on", "By")):
        if data["vision"][key]:
            grid.add_row(Text(label), Text(shown(data["vision"][key])))
    for key, label in NEW:
        if data[key]:
            grid.add_row(Text(label), Text(shown(", ".join(one["name"] for one in data[key]))))
    for place, line in enumerate(_steps(data["steps"])):
        grid.add_row(Text("" if place else "Steps"), line)
    for place, goal in enumerate(data["goals"]):
        grid.add_row(Text("" if place else "Goals"), _goal(goal))
    return Group(Text(), grid)


def _steps(steps: list[Row]) -> list[Text]:
    """A line for each step, indented under the one above it; with its day and what stands in its way."""
    under: dict[str | None, list[Row]] = {}
    known = {one["ref"] for one in steps}
    for one in steps:
        above = one["parent"]["ref"] if one["parent"] else None
        under.setdefault(above if above in known else None, []).append(one)
    lines: list[Text] = []

    def grow(ref: str | None, indent: str) -> None:
        for one in under.get(ref, ()):
            lines.append(_step(one, indent))
            grow(one["ref"], f"{indent}  ")

    grow(None, "")
    return lines


def _step(step: Row, indent: str) -> Text:
    text = Text.assemble(f"{indent}{shown(step['what'])}", overflow="fold")
    said = [f"by {step['by_on']}"] if step["by_on"] else []
    for barrier in step["barriers"]:
        helper = f" ({barrier['helper']['name']} could help)" if barrier["helper"] else ""
        said.append(f"in the way: {barrier['what']}{helper}")
    return text.append(f"  {shown('; '.join(said))}", style="dim") if said else text


def _goal(goal: Row) -> Text:
    where = f" {goal['where']}" if goal["where"] else ""
    counts = f"  {goal['count']}{where}: {goal['target']} per {goal['per']}"
    return Text(shown(goal["title"]), overflow="fold").append(shown(counts), style="dim")
