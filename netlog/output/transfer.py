"""`import`: what became of the records."""

from rich.console import Group, RenderableType
from rich.text import Text

from netlog.output.columns import COLUMNS, flat
from netlog.output.lists import Row, listing
from netlog.output.text import shown

MOST = 50  # records that are explained on a screen
COUNTS = ("new", "merged", "unchanged", "skipped")


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
        parts += [Text(), listing(explained[:MOST], COLUMNS["import"], width)]
    if len(explained) > MOST:
        more = f"... and {len(explained) - MOST:,} more: --report FILE writes down what became of each"
        parts.append(Text(more, "dim"))
    return Group(*parts)
