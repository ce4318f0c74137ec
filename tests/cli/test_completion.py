"""Completion: the protocol of each shell, values from the log, nothing heavy, nothing that can run."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netlog.cli.registry import COMMANDS
from netlog.records.kind import Kind, every_kind
from tests.conftest import Run

Complete = Callable[..., list[str]]


@pytest.fixture
def complete(home: Path, capfd: pytest.CaptureFixture[str]) -> Complete:
    """complete("netlog", "show", "Ad") -> what bash would offer for the last word."""

    def call(*words: str) -> list[str]:
        environ = {
            **os.environ,
            "_NETLOG_COMPLETE": "complete_bash",
            "COMP_WORDS": "\n".join(words),
            "COMP_CWORD": str(len(words) - 1),
        }
        return _completed(environ).splitlines()

    return call


def _completed(environ: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "netlog"], env=environ, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture
def filled(ok: Run) -> None:
    """A log with a few of everything."""
    ok("add-contact", "Ada Okafor", "--tag", "robotics", "--organization", "Hill School")
    ok("add-contact", "Adam Sorel", "--tag", "reading")
    ok("add-contact", "Zoë Lind", "--tag", "stem")
    ok("add-event", "Lakeshore Learning", "--on", "2026-12-10")
    ok("add-follow-up", "send the rubric", "--with", "ada okafor")
    ok("add-goal", "One a month", "--count", "contacts", "--per", "month")


def test_commands_are_offered_by_their_start(complete: Complete) -> None:
    assert complete("netlog", "list-") == [name for name in COMMANDS if name.startswith("list-")]
    assert set(COMMANDS) <= set(complete("netlog", ""))


def test_options_of_a_command_are_offered(complete: Complete) -> None:
    assert complete("netlog", "due", "--da") == ["--days"]
    assert "--dry-run" in complete("netlog", "add-contact", "Ada", "--d")
    assert "--dry-run" not in complete("netlog", "due", "--d")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("add-contact", "X", "--tier", ""), ["inner", "close", "loose"]),
        (("add-contact", "X", "--tier", "c"), ["close"]),
        (("add-event", "X", "--mode", "on"), ["online"]),
        (("due", "-f", "js"), ["json", "jsonl"]),
        (("import", "l"), ["linkedin"]),
        (("config", "g"), ["get"]),
        (("plan", "t"), ["timeline"]),
        (("diversity", "se"), ["setting", "sector"]),
        (("diversity", "sector", "--among", "n"), ["new"]),
        (("map", "--as", "g"), ["graphml"]),
        (("vision", ""), ["start", "edit"]),
        (("schema", "fo"), ["follow-up"]),
        (("snooze", "f1", "tom"), ["tomorrow"]),
        (("list-contacts", "ti"), ["title:", "tier:"]),
        (("list-contacts", "not:spec"), ["not:specialty:"]),
        (("search", "grading", "wit"), ["with:"]),
        (("search", "--in", "con"), ["contacts", "conversations", "contributions"]),
        (("search", "tea", "--lim"), ["--limit"]),
        (("review", "--min"), ["--minutes"]),
        (("list-events", "--sort", "pl"), ["place"]),
        (("edit", "c1", "org"), ["organization="]),
        (("nonsense", "x"), []),
    ],
)
def test_fixed_words_are_offered(complete: Complete, words: tuple[str, ...], offered: list[str]) -> None:
    assert complete("netlog", *words) == offered


def test_names_come_from_the_log(complete: Complete, filled: None) -> None:
    assert complete("netlog", "show", "Ad") == [r"Ada\ Okafor", r"Adam\ Sorel"]
    assert complete("netlog", "show", "ad") == [r"Ada\ Okafor", r"Adam\ Sorel"]
    assert complete("netlog", "show", "zoë") == [r"Zoë\ Lind"]
    assert complete("netlog", "add-conversation", "x", "--with", "Ada") == [r"Ada\ Okafor", r"Adam\ Sorel"]
    assert complete("netlog", "add-conversation", "x", "--event", "L") == [r"Lakeshore\ Learning"]
    assert complete("netlog", "show", "Ada\\ Ok") == [r"Ada\ Okafor"]
    assert complete("netlog", "done", "") == ["f1"]
    assert complete("netlog", "goals", "g") == ["g1"]


def test_tags_come_from_the_log(complete: Complete, filled: None) -> None:
    assert complete("netlog", "add-contact", "X", "--tag", "r") == ["reading", "robotics"]
    assert complete("netlog", "tag", "c1", "s") == ["stem"]
    # bash parts words at the colon, and replaces only what follows it
    assert complete("netlog", "list-contacts", "tag", ":", "ro") == ["robotics"]
    assert complete("netlog", "list-contacts", "tag", ":") == ["reading", "robotics", "stem"]


def test_zsh_and_fish_say_what_a_name_is(home: Path, filled: None) -> None:
    zsh = {**os.environ, "_NETLOG_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "netlog show Ada"}
    assert '"Ada Okafor":"c1 Hill School"' in _completed(zsh)
    fish = {**os.environ, "_NETLOG_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": "netlog show Ada"}
    assert "Ada Okafor\tc1 Hill School" in _completed({**fish, "_TYPER_COMPLETE_FISH_ACTION": "get-args"})


def test_zsh_falls_back_to_files(home: Path) -> None:
    environ = {**os.environ, "_NETLOG_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "netlog import x.c"}
    assert _completed(environ) == "_files"


def test_hostile_names_are_offered_by_reference(complete: Complete, ok: Run, home: Path) -> None:
    """Scripts of shells evaluate what they are given: such a name never reaches them."""
    ok("add-contact", 'Eve $(touch pwned) "`x`" \\')
    assert complete("netlog", "show", "Eve") == []
    assert complete("netlog", "show", "c") == ["c1"]
    zsh = {**os.environ, "_NETLOG_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "netlog show c"}
    assert not set("$`\\") & set(_completed(zsh))


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Se", r"Seán\ O\'Brien"),
        (r"Seán\ O\'B", r"Seán\ O\'Brien"),
        ('"Seán O', "Seán O'Brien"),
        ("'Seán O", r"Seán O'\''Brien"),
    ],
)
def test_a_name_with_an_apostrophe_is_offered(complete: Complete, ok: Run, typed: str, offered: str) -> None:
    ok("add-contact", "Seán O'Brien", "--organization", "St. John's")
    assert complete("netlog", "show", typed) == [offered]
    zsh = {**os.environ, "_NETLOG_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "netlog show Se"}
    asked = f"eval() {{ printf '%s|' \"$@\"; }}; _arguments() {{ printf '%s|' \"$@\"; }}; {_completed(zsh)}"
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == """*: :(("Seán O'Brien":"c1 St. John's"))|"""


def test_bash_completes_in_a_real_shell(home: Path, filled: None) -> None:
    """The script that Typer shows, sourced by bash, fills COMPREPLY from this path."""
    binary = home / "netlog"
    binary.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m netlog "$@"\n')
    binary.chmod(0o755)
    script = subprocess.run(
        [str(binary)],
        env={**os.environ, "_NETLOG_COMPLETE": "source_bash"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "complete -o default -F" in script
    asked = f"""
{script}
COMP_WORDS=(netlog show Ad); COMP_CWORD=2
_netlog_completion netlog
printf '%s|' "${{COMPREPLY[@]}}"
"""
    environ = {**os.environ, "PATH": f"{home}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "--norc", "-c", asked], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout == r"Ada\ Okafor|Adam\ Sorel|"


@pytest.mark.parametrize("content", [b"", b"not a log", b"SQLite format 3\x00" + b"x" * 200])
def test_a_file_that_is_no_log_offers_nothing(complete: Complete, db: Path, content: bytes) -> None:
    db.write_bytes(content)
    assert complete("netlog", "show", "A") == []
    assert db.read_bytes() == content


def test_no_log_is_made(complete: Complete, db: Path) -> None:
    assert complete("netlog", "show", "A") == []
    assert not db.exists()


def test_completion_imports_nothing_heavy(home: Path, filled: None) -> None:
    code = (
        "import sys, os; os.environ.update(_NETLOG_COMPLETE='complete_bash', COMP_WORDS='netlog show Ad', COMP_CWORD='2')\n"
        "from netlog.__main__ import main; main()\n"
        "heavy = {'typer', 'rich', 'sqlmodel', 'sqlalchemy', 'pydantic', 'dateutil', 'typing', 're', 'json'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=False,
                          env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])})  # fmt: skip
    assert done.stderr.strip() == "[]"
    assert r"Ada\ Okafor" in done.stdout


def test_a_failure_offers_nothing_and_says_nothing(home: Path) -> None:
    environ = {**os.environ, "_NETLOG_COMPLETE": "complete_bash", "COMP_WORDS": "netlog", "COMP_CWORD": "x"}
    done = subprocess.run(
        [sys.executable, "-m", "netlog"], env=environ, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


@pytest.mark.parametrize("quote", ['"', "'"])
def test_within_an_open_quote_nothing_is_escaped(filled: None, complete: Complete, quote: str) -> None:
    assert complete("netlog", "show", f"{quote}Ada O") == ["Ada Okafor"]


@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: str(kind.name))
def test_every_key_of_a_kind_is_offered_by_its_list(kind: Kind, complete: Complete) -> None:
    offered = complete("netlog", f"list-{kind.plural.replace('_', '-')}", "")
    assert {one.removesuffix(":") for one in offered} == {field.option for field in kind.fields}


def test_an_edit_offers_the_keys_of_its_record_and_their_values(filled: None, complete: Complete) -> None:
    assert complete("netlog", "edit", "f1", "d") == ["due=", "done=", "dropped="]
    assert complete("netlog", "edit", "c1", "level=nat") == ["level=national"]
    assert complete("netlog", "edit", "c1", "tag+=ro") == ["tag+=robotics"]
    assert complete("netlog", "list-follow-ups", "status:o") == ["status:open"]
