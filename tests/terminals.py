"""Commands on a pseudo-terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pexpect


def opened() -> Iterator[Callable[..., Any]]:
    """call("triage", width=72, env={...}) -> a child on a terminal; without colour unless env asks for it.

    All are closed at the end.
    """
    children = []

    def call(*words: str, width: int = 100, env: dict[str, str] | None = None) -> Any:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "netlog", *words],
            env={**os.environ, "NO_COLOR": "1", **(env or {})},
            encoding="utf-8",
            timeout=60,  # a commit waits for the disk
            dimensions=(40, width),
        )
        children.append(child)
        return child

    yield call
    for child in children:
        child.close(force=True)


def end(child: Any) -> tuple[str, int | None]:
    """All that was still to come, and the exit code."""
    child.expect(pexpect.EOF)
    rest = child.before.replace("\r\n", "\n")
    child.close()
    return rest, child.exitstatus


def interrupt(child: Any) -> tuple[str, int | None]:
    """Press Ctrl-C until the program ends: all that was still to come, and the exit code.

    A signal between Python's own check and its read is seen only after the read: a person presses again.
    """
    rest = ""
    for _ in range(20):
        child.sendintr()
        ended = not child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=2)
        rest = child.before.replace("\r\n", "\n")
        if ended:
            break
    child.close()
    return rest, child.exitstatus
