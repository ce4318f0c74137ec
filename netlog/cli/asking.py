"""Questions to the user: on stderr, as stdout is data, and answered on the terminal."""

import os
import sys
from collections.abc import Mapping

from netlog.cli import keyboard
from netlog.errors import AmbiguousError, NetlogError
from netlog.output.text import shown


class CancelledError(NetlogError):
    """The user was asked and said no."""


def ask(question: str) -> str:
    """One line from the terminal; CancelledError at the end of input."""
    sys.stderr.write(fitted(shown(question)))
    sys.stderr.flush()
    answer = keyboard.line()
    if not answer:
        raise CancelledError("cancelled", "nothing was changed")
    return answer.strip()


def press(question: str) -> str:
    """One key from the terminal, "" for Enter; CancelledError at the end of input."""
    sys.stderr.write(fitted(shown(question)))
    sys.stderr.flush()
    try:
        key = keyboard.key()
    except EOFError:
        sys.stderr.write("\n")
        raise CancelledError("cancelled", "nothing was changed") from None
    sys.stderr.write(f"{shown(key)}\n")
    return key.casefold()


def one_of(choices: str, keys: Mapping[str, str], indent: str = "  ") -> str | None:
    """What the pressed key, or the word it stands for, means; asked again until it means something.

    None at the end of input.
    """
    question = f"{indent}{choices}: "
    while True:
        try:
            key = press(question)
        except CancelledError:
            return None
        if key in keys or key in keys.values():
            return keys.get(key, key)
        question = f"{indent}{key!r} is none of them: {choices}: "


def fitted(line: str) -> str:
    """A line broken between words where the terminal is too narrow for it: it would break within them."""
    try:
        width = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):  # a file, or a stream in memory
        return line
    text = line.strip()
    if len(line) < width or not text:
        return line
    from textwrap import wrap

    indent = line[: len(line) - len(line.lstrip())]
    lines = wrap(
        text, max(width - 1, 20), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
    return "\n".join(lines) + line[len(line.rstrip()) :]


def chosen(error: AmbiguousError) -> str:
    """Which of the candidates the user means, by its reference; CancelledError for none of them."""
    sys.stderr.write(f"{shown(error.message)}:\n")
    for place, (ref, name, detail) in enumerate(error.candidates, 1):
        sys.stderr.write(f"  {place}. {ref}  {shown(name)}  {shown(detail)}\n")
    answer = ask(f"Which one? [1-{len(error.candidates)}] ")
    if not (answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(error.candidates)):
        raise CancelledError("cancelled", "nothing was changed")
    return error.candidates[int(answer) - 1][0]
