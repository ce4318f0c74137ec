"""The quick door: plain words of a known command, read without Typer, which costs six times an empty start.

It takes what it understands beyond doubt. Everything else (help, an unknown option, a missing
argument, a number that is none) goes to Typer, so that there is one place for messages.
"""

from typing import Any

from netlog.cli.invocation import Invocation
from netlog.cli.table import ARGUMENTS, OPTIONS


def opened(argv: list[str]) -> Invocation | None:
    """What the words ask for, or None where Typer should look at them."""
    if not argv or argv[0] not in OPTIONS:
        return None
    name = argv[0]
    options = {one[0]: one[3] for one in OPTIONS[name].values()}
    try:
        words = _options(argv[1:], OPTIONS[name], options)
        _arguments(words, ARGUMENTS[name], options)
    except _UnclearError:
        return None
    return Invocation(name, argv[1:], options)


class _UnclearError(Exception):
    """Words that are not plain."""


def _options(words: list[str], known: dict[str, Any], options: dict[str, Any]) -> list[str]:
    """Read the options among the words into `options`; the other words."""
    rest: list[str] = []
    pending = iter(words)
    for word in pending:
        if word == "--":
            return [*rest, *pending]
        if word == "-" or not word.startswith("-"):
            rest.append(word)
            continue
        flag, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if flag not in known:
            raise _UnclearError
        name, kind, many, _, low, high, *_ = known[flag]
        if kind == "bool":
            if equals:
                raise _UnclearError
            options[name] = True
            continue
        if not equals:
            value = next(pending, None)  # type: ignore[assignment]
        read = _value(value, kind, low, high)
        options[name] = [*(options[name] or []), read] if many else read
    return rest


def _arguments(words: list[str], known: tuple[Any, ...], options: dict[str, Any]) -> None:
    """Give the words to the arguments in their order; the last may take all that is left."""
    left = list(words)
    for name, kind, many, required, default, low, high, _ in known:
        taken, left = (left, []) if many else (left[:1], left[1:])
        if required and not taken:
            raise _UnclearError
        values = [_value(word, kind, low, high) for word in taken]
        options[name] = (values or default) if many else (values[0] if values else default)
    if left:
        raise _UnclearError


def _value(word: str | None, kind: str, low: int | None, high: int | None) -> Any:
    if word is None:
        raise _UnclearError
    if kind != "int":
        return word
    if not (word.isascii() and word.isdigit() and len(word) < 10):
        raise _UnclearError
    number = int(word)
    if (low is not None and number < low) or (high is not None and number > high):
        raise _UnclearError
    return number
