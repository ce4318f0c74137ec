"""The README can't drift from the commands."""

import re
import subprocess

import pytest

from netlog.cli.command import parameters
from netlog.cli.registry import COMMANDS
from netlog.errors import NetlogError
from netlog.insight.queue import WEIGHTS
from netlog.records import marks
from tests.conftest import Run
from tests.reference import README, rewritten

TEXT = README.read_text(encoding="utf-8")


def test_reference_is_that_of_the_commands() -> None:
    assert rewritten(TEXT) == TEXT, "run `python -m tests.reference`"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_option_and_has_text(run: Run, name: str) -> None:
    result = run(name, "--help", env={"COLUMNS": "200", "TERM": "dumb"})
    assert result.code == 0
    assert COMMANDS[name].help in " ".join(result.out.split())
    for one in parameters(name):
        for flag in one.param.flags:
            assert re.search(rf"(?<![\w-]){re.escape(flag)}(?![\w-])", result.out), f"{flag} is not in --help"
        assert one.param.help or not one.param.flags, f"{one.name} has no help"


def test_exit_codes_are_all_documented() -> None:
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)}
    own = {kind.code for kind in NetlogError.__subclasses__()} | {NetlogError.code, 0, 70, 130, 141}
    assert own <= documented


def test_weights_of_the_queue_are_documented() -> None:
    rows = dict(re.findall(r"^\| (\w+) \| ([\d.]+) \|", TEXT, re.MULTILINE))
    assert {name: float(rows[name]) for name in WEIGHTS} == WEIGHTS


def test_first_session_runs_as_written(ok: Run, home: object, tmp_path: object) -> None:
    """Every command of the first session works, in order, on a new log."""
    import shlex
    from pathlib import Path

    block = re.search(r"## A first session\n\n```sh\n(.*?)```", TEXT, re.DOTALL)
    assert block
    csv = Path(str(tmp_path)) / "Connections.csv"
    csv.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Mina,Sorel,https://www.linkedin.com/in/mina-sorel,,Sample Works,Analyst,12 Mar 2024\n"
    )
    for line in block[1].splitlines():
        words = shlex.split(line, comments=True)[1:]
        ok(*(str(csv) if word == "Connections.csv" else word for word in words), today="2026-11-21")


def test_set_up_lines_stand_alone() -> None:
    lines = [line for line in TEXT.splitlines() if line.startswith("python3 -m venv")]
    assert [line.split()[-1] for line in lines] == ["demo", "pytest"]
    assert subprocess.run(["bash", "-n", "-c", "\n".join(lines)], check=False).returncode == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("matches", "Needs and offers are noted with the contact: --need and --offer."),
        (
            "list-exchanges",
            "direction, from, hours, kind, notes, on, private, received, tag, what, win, with.",
        ),
        ("add-introduction", "Who is introduced; left out, it is you."),
        ("wins", "Words to look for, and key:value; with not: before it the opposite."),
        ("path", "Which: a reference as c12, a name or an e-mail address."),
    ],
)
def test_help_says_more_than_the_line_of_the_command(run: Run, name: str, said: str) -> None:
    shown = " ".join(run(name, "--help", env={"COLUMNS": "200", "TERM": "dumb"}).out.split())
    assert said in shown and shown.count(COMMANDS[name].help) == 1


def test_help_of_mark_names_every_status() -> None:
    status = next(one for one in parameters("mark") if one.name == "status")
    told = dict(re.findall(r"(\w+) ([a-z, -]+)[;.]", re.sub(r"\b(of )?an? ", "", status.param.help.lower())))
    for type in marks.DAYS:
        assert told[type].split(", ") == list(marks.statuses(type))
