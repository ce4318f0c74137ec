"""`suggest-goals`: each idea, why, and the command that makes a goal of it."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from netlog.output.columns import flat
from netlog.output.lists import Row
from netlog.output.text import shown


def ideas(rows: Sequence[Row], width: int) -> RenderableType:
    """The ideas, numbered; every command stands whole, to be copied."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for number, row in enumerate(rows, 1):
        text = Text.assemble(
            (shown(flat(row["title"])), "bold"), f": {shown(flat(row['why']))}", overflow="fold"
        )
        grid.add_row(Text(f"{number}."), text.append(f"\n{shown(flat(row['command']))}", style="cyan"))
    return grid
