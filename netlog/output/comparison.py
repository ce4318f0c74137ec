"""`stats --compare`: two stretches of time side by side."""

from rich.console import RenderableType
from rich.text import Text

from netlog.output.columns import flat
from netlog.output.lists import Row, ruled
from netlog.output.text import shown


def comparison(data: Row, width: int) -> RenderableType:
    """A line for each series: both, how much more or less the first is, and how many times the second."""
    table = ruled()
    table.add_column("", overflow="fold")
    for heading in (*(_heading(one) for one in data["periods"]), Text("Change"), Text("Ratio")):
        table.add_column(heading, justify="right", overflow="fold")
    for one in data["series"]:
        values = (Text(flat(float(value)) if value is not None else "") for value in one["values"])
        table.add_row(Text(shown(one["name"])), *values, _change(one["difference"]), _ratio(one["ratio"]))
    return table


def _heading(period: Row) -> Text:
    """What it is called, and the first and the last day that are counted."""
    label, days = shown(period["label"]), f"{period['starts_on']}\n{period['ends_on']}"
    return Text(days if ".." in label else f"{label}\n{days}")


def _change(value: float | None) -> Text:
    if not value:
        return Text("" if value is None else "=", style="dim")
    return Text(
        f"{'+' if value > 0 else '-'}{flat(float(abs(value)))}", style="green" if value > 0 else "yellow"
    )


def _ratio(value: float | None) -> Text:
    return Text("" if value is None else f"x{value:.2f}", style="dim")
