"""A sentence written in the user's editor; kept in a file when it can't be used."""

from collections.abc import Callable
from pathlib import Path

from netlog.cli import editor
from netlog.cli.asking import CancelledError
from netlog.cli.session import Session
from netlog.errors import NetlogError
from netlog.output.answer import Answer

TEMPLATE = """
# A conversation in a sentence, as in
#   yesterday: coffee with Ana and Raj Patel at ACTE VISION, promised the rubric by Friday #assessment
# More lines are kept as notes. Lines that begin with "# " are left out; nothing written logs nothing.
"""


def written(session: Session, save: Callable[[str], Answer]) -> Answer:
    """What `save` makes of a text from $VISUAL or $EDITOR; CancelledError where none was written.

    Where it can't be saved, the user may mend it on a terminal; the text is kept in its file if not.
    """
    command = editor.command(session)
    file = editor.new_file(TEMPLATE, ".txt")
    before = TEMPLATE
    while True:
        left = editor.left_by(command, file, before).decode("utf-8", "replace")
        text = _said(left)
        if not text:
            file.unlink()
            raise CancelledError("nothing was written", "nothing was changed")
        try:
            answer = save(text)
        except CancelledError as error:
            raise _kept(error, file) from None
        except NetlogError as error:
            if isinstance(error, editor.MENDABLE) and session.asks and editor.again(error):
                before = left
                continue
            raise _kept(error, file) from None
        file.unlink()
        return answer


def again(session: Session, text: str) -> str:
    """A text changed in the editor; CancelledError where nothing is left of it."""
    command = editor.command(session)
    before = text + TEMPLATE
    file = editor.new_file(before, ".txt")
    left = _said(editor.left_by(command, file, before).decode("utf-8", "replace"))
    file.unlink()
    if not left:
        raise CancelledError("cancelled", "nothing was changed")
    return left


def _said(text: str) -> str:
    """The text without the lines of the template."""
    lines = (line for line in text.removeprefix("\ufeff").splitlines() if not (line + " ").startswith("# "))
    return "\n".join(lines).strip()


def _kept(error: NetlogError, file: Path) -> NetlogError:
    error.hint = f"nothing was changed; your text is in {file}"
    return error
