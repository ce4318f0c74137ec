"""The keyboard of a terminal: one key at once, without Enter, or a whole line."""

import os
import sys

_HABIT = 0.2  # seconds in which Enter still belongs to the key before it
_END = ("\x04", "\0")  # Ctrl-D, and what a terminal makes of one that was typed ahead
_ahead = bytearray()  # typed before it was asked for


def line() -> str:
    """A line with its end; empty at the end of input."""
    if not _ahead:
        return sys.stdin.readline()
    typed, end, rest = bytes(_ahead).partition(b"\n")
    _ahead[:] = rest
    return typed.decode(errors="replace") + (end.decode() if end else sys.stdin.readline())


def key() -> str:
    """One key as soon as it is pressed, "" for Enter, or a word that was typed ahead with its Enter.

    EOFError at the end of input. Where a terminal gives no single keys, a line stands for one.
    """
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return _worded(line())
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)  # Ctrl-C stays what it is; what was typed ahead is kept
        return _pressed(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _pressed(terminal: int) -> str:
    if not _ahead:
        _ahead.extend(os.read(terminal, 1024).replace(b"\r", b"\n"))
    if len(_ahead) == 1 and _ahead != b"\n" and _more(terminal):
        _ahead.extend(os.read(terminal, 1024).replace(b"\r", b"\n"))
    typed, end, rest = bytes(_ahead).partition(b"\n")
    if end or typed.startswith(b"\x1b"):  # a word and its Enter, or a key that sends several signs
        _ahead[:] = rest
        return _worded(typed.decode(errors="replace") + end.decode())
    first = typed.decode(errors="replace")[:1]
    _ahead[:] = typed[len(first.encode()) :]
    return _worded(first)


def _more(terminal: int) -> bool:
    """Whether something follows at once."""
    from select import select

    return bool(select([terminal], [], [], _HABIT)[0])


def _worded(typed: str) -> str:
    if not typed or typed in _END:
        raise EOFError
    return typed.strip()
