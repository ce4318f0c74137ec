"""`debrief`: what came of an event, in a few lines."""

from rich.console import RenderableType
from rich.text import Text

from netlog.output.columns import flat
from netlog.output.lists import Row, pairs
from netlog.output.text import shown


def debriefed(data: Row, width: int) -> RenderableType:
    """The event, whom you met, what you took home, what is next and what was struck off."""
    event = data["event"]
    grid = pairs()
    grid.add_row(Text("Debriefed"), _named(event["ref"], event["name"], event["starts_on"]))
    if event["met"]:
        grid.add_row(Text("Met"), Text(shown(flat(event["met"]))))
    for one in data["contacts_added"]:
        grid.add_row(Text("New contact"), _named(one["ref"], one["name"]))
    if event["takeaways"]:
        grid.add_row(Text("Took home"), Text(shown(event["takeaways"], multiline=True)))
    for one in data["takeaways"]:
        grid.add_row(Text("To try"), _named(one["ref"], one["what"]))
    for one in data["follow_ups"]:
        whom = f"due {one['due_on']}" + (f", with {flat(one['contacts'])}" if one["contacts"] else "")
        grid.add_row(Text("Follow-up"), _named(one["ref"], one["what"], whom))
    for one in data["questions"]:
        grid.add_row(Text("Struck off"), Text(shown(one["what"])))
    return grid


def _named(ref: str, name: str, more: str = "") -> Text:
    text = Text.assemble((shown(ref), "cyan"), "  ", shown(name), overflow="fold")
    return text.append(f"  {shown(more)}", style="dim") if more else text
