"""`undo`, `redo` and `check`: steps that were taken back or done again, and whether the log is sound."""

from rich.console import Group, RenderableType
from rich.text import Text

from netlog.output.columns import cell, flat
from netlog.output.lists import Row
from netlog.output.text import shown
from netlog.plurals import counted


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
