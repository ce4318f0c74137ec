"""The quick door reads what Typer would read, or leaves it to Typer."""

from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

import netlog.cli
from netlog.cli.app import parsed
from netlog.cli.door import opened
from netlog.cli.generated import table_py
from netlog.cli.invocation import Invocation
from netlog.cli.registry import COMMANDS
from netlog.cli.table import ARGUMENTS, OPTIONS
from netlog.errors import UsageError

PLAIN = st.sampled_from(["ada", "c1", "2026-03-02", "x y", "-", "tag:a", "k=v", "7", "0", "-5", "é", ""])


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """A command with some of its options, values and arguments in any order, some of them wrong."""
    name = draw(st.sampled_from(sorted(COMMANDS)))
    words: list[str] = []
    for flag in draw(st.lists(st.sampled_from(sorted(OPTIONS[name])), max_size=4)):
        value = draw(PLAIN)
        if OPTIONS[name][flag][1] == "bool":
            words.append(flag)
        elif flag.startswith("--") and draw(st.booleans()):
            words.append(f"{flag}={value}")
        else:
            words += [flag, value]
    arguments = draw(st.lists(PLAIN, max_size=len(ARGUMENTS[name]) + 1))
    if draw(st.booleans()):
        return [name, *arguments, *words]
    split = draw(st.integers(0, len(arguments)))
    marker = draw(st.sampled_from([[], ["--"]]))
    return [name, *arguments[:split], *words, *marker, *arguments[split:]]


def _read(invocation: Invocation) -> dict[str, Any]:
    """What an invocation will call its function with; nothing and an empty list mean the same."""
    values = {**invocation._own, **invocation._common}
    return {key: value for key, value in values.items() if value not in (None, [], ())}


def _by_typer(argv: list[str]) -> dict[str, Any] | str:
    try:
        invocation = parsed(argv)
    except typer.TyperException:
        return "refused"
    except UsageError as error:
        return error.message
    assert invocation is not None
    return _read(invocation)


def _by_door(argv: list[str]) -> dict[str, Any] | str | None:
    try:
        invocation = opened(argv)
    except UsageError as error:
        return error.message
    return None if invocation is None else _read(invocation)


@settings(max_examples=250, deadline=None)
@given(command_lines())
def test_door_reads_as_typer_does(argv: list[str]) -> None:
    by_door = _by_door(argv)
    if by_door is not None:
        assert by_door == _by_typer(argv)


@pytest.mark.parametrize(
    "argv",
    [
        ["due"],
        ["due", "--days", "3", "--json"],
        ["due", "--days=3", "-f", "ids", "c1", "c2"],
        ["show", "--", "-x"],
        ["add-contact", "Ada", "--tag", "a", "--tag", "b", "--private", "--dry-run"],
        ["edit", "c1", "tag+=x"],
        ["undo", "3"],
        ["import", "-"],
        ["list-contacts", "tag:x", "--limit", "5", "--reverse"],
    ],
)
def test_door_takes_plain_words(argv: list[str]) -> None:
    assert _by_door(argv) == _by_typer(argv)
    assert _by_door(argv) is not None


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["nope"],
        ["--version"],
        ["due", "--help"],
        ["due", "--nope"],
        ["due", "--days", "x"],
        ["due", "--days", "-1"],
        ["due", "--days"],
        ["due", "--count=yes"],
        ["show"],
        ["date"],
        ["undo", "1", "2"],
        ["undo", "0"],
        ["due", "-x"],
    ],
)
def test_door_leaves_the_rest_to_typer(argv: list[str]) -> None:
    assert opened(argv) is None


def test_table_is_that_of_the_commands() -> None:
    path = Path(netlog.cli.__file__).with_name("table.py")
    assert path.read_text(encoding="utf-8") == table_py(), "run `python -m netlog.cli`"
