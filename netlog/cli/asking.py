"""Questions to the user that several commands ask."""

import sys

from netlog.cli.session import CancelledError, ask
from netlog.errors import AmbiguousError
from netlog.output.text import shown


def chosen(error: AmbiguousError) -> str:
    """Which of the candidates the user means, by its reference; CancelledError for none of them."""
    sys.stderr.write(f"{shown(error.message)}:\n")
    for place, (ref, name, detail) in enumerate(error.candidates, 1):
        sys.stderr.write(f"  {place}. {ref}  {shown(name)}  {shown(detail)}\n")
    answer = ask(f"Which one? [1-{len(error.candidates)}] ")
    if not (answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(error.candidates)):
        raise CancelledError("cancelled", "nothing was changed")
    return error.candidates[int(answer) - 1][0]
