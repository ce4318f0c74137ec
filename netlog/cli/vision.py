"""vision: where you want to be, shown, edited, or thought up in a guided session."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.records import record, visions

Action = Annotated[str | None, Param(metavar="[start|edit]")]
# -f is --format elsewhere: here it names a file, unless its value is a format and there is no such file.
Files = Annotated[
    list[str] | None, Param("--file", "-f", metavar="FILE", help="start: the plan as TOML; `-` is stdin.")
]
Template = Annotated[bool, Param("--template", help="start: print such a file, every key explained.")]


def vision(
    session: Session, action: Action = None, files: Files = None, template: Template = False
) -> Answer:
    """The current vision; `edit` opens it in $EDITOR, `start` makes one with the plan toward it."""
    if action == "start" or files or template:
        from netlog.cli import vision_start
    if action == "start":
        return vision_start.start(session, files or [], template=template)
    if action not in (None, "edit"):
        raise UsageError(f"{action!r} is nothing a vision does", "netlog vision, or with start or edit")
    if template or (files and vision_start.file_among(session, files)):
        raise UsageError("only a new plan is made from a file", "netlog vision start -f FILE")
    with session.read() as log:
        id = visions.must_be_current(log)
        if action is None:
            return Answer(record.load(visions.KIND, log, [id])[0], "card")
    from netlog.cli import editor

    return editor.edited(session, f"v{id}")
