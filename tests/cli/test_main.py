"""The command line as a whole: help, version, the error boundary, pipes and full disks."""

import os
import shlex
import subprocess
import sys

import pytest

from netlog import __version__
from netlog.cli.registry import COMMANDS
from tests.answers import refused

FULL = os.path.exists("/dev/full")


def shell(line):
    """A line of sh, in which `netlog` is this one; (exit code of netlog, stdout, stderr)."""
    netlog = f"{shlex.quote(sys.executable)} -m netlog"
    script = f'netlog() {{ {netlog} "$@"; }}\n{line}'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def test_version_is_one_line(ok):
    assert ok("--version").out == f"netlog {__version__}\n"


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",)])
def test_help_lists_every_command_with_its_line(ok, words):
    result = ok(*words, env={"COLUMNS": "160"})
    assert result.err == ""
    for name, entry in COMMANDS.items():
        line = next(line for line in result.lines if line.strip("│ ").startswith(f"{name} "))
        assert entry.help in line


def test_a_usage_error_names_the_help_of_its_command(run):
    refused(run("due", "--dayz"), 2, "--dayz", "(see `netlog due --help`)")
    refused(run("add-contact", "Ada", "Okafor"), 2, "in quotes; see `netlog add-contact --help`")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_says_what_it_does_and_takes(ok, name):
    result = ok(name, "--help", env={"COLUMNS": "160"})
    assert COMMANDS[name].help in result.out and f"netlog {name}" in result.out
    assert "--db" in result.out and "--format" in result.out and "--no-input" in result.out
    assert ("--dry-run" in result.out) == COMMANDS[name].writes
    assert ok(name, "-h", env={"COLUMNS": "160"}).out == result.out


def test_help_names_every_option_of_the_contract(ok):
    options = {
        "add-contact": "nickname organization title email phone link handle region setting sector specialty level"
        " role met met-at met-through met-via cadence tier status birthday tag notes private if-absent allow-duplicate",
        "add-conversation": "with on kind event notes tag private",
        "list-contacts": "sort reverse limit all json",
        "delete": "dry-run key yes",
    }
    for name, words in options.items():
        out = ok(name, "--help", env={"COLUMNS": "160"}).out
        assert [word for word in words.split() if f"--{word} " not in out] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("frobnicate",), "'frobnicate'"),
        (("add_contact", "Ada"), "'add_contact'"),
        (("",), "''"),
        (("--frobnicate",), "--frobnicate"),
        (("add-contact",), "NAME"),
        (("add-contact", "Ada", "Bo"), "(Bo)"),
        (("add-contact", "Ada", "--frobnicate"), "--frobnicate"),
        (("add-contact", "Ada", "--level"), "--level"),
        (("add-contact", "--private=yes", "Ada"), "--private"),
        (("show",), "REF"),
        (("edit",), "REF"),
        (("tag", "c1"), "TAG"),
        (("list-contacts", "--limit"), "--limit"),
        (("list-contacts", "--dry-run"), "--dry-run"),
        (("--json", "list-contacts"), "--json"),
    ],
)
def test_words_that_netlog_does_not_know_are_one_line(run, db, words, said):
    refused(run(*words), 2, said)
    assert not db.exists()


@pytest.mark.parametrize(
    "day", ["yesterday", "2026-02-30", "20260302x", "1899-12-31", "2201-01-01", "\udcff"]
)
@pytest.mark.parametrize("command", [("due",), ("add-contact", "Ada"), ("list-contacts",)])
def test_today_that_is_no_date_is_refused(run, db, command, day):
    refused(run(*command, today=day), 2, "NETLOG_TODAY")
    assert not db.exists()


def broken(monkeypatch, error):
    """Make `list-tags` raise."""

    def raising(log):
        raise error

    monkeypatch.setattr("netlog.records.tags.counted", raising)


def test_bug_is_one_line_and_70(run, ok, monkeypatch):
    broken(monkeypatch, RuntimeError("two\nlines \x1b[31m"))
    refused(run("list-tags"), 70, "a bug in netlog", "RuntimeError", r"two\nlines \x1b[31m", "NETLOG_DEBUG=1")


def test_debug_shows_the_traceback_before_the_line(run, monkeypatch):
    broken(monkeypatch, RuntimeError("boom"))
    result = run("list-tags", env={"NETLOG_DEBUG": "1"})
    assert result.code == 70 and result.out == ""
    assert result.err.startswith("Traceback") and "in raising" in result.err
    assert result.err.splitlines()[-1].startswith("error: a bug in netlog: RuntimeError: boom")
    assert "Traceback" in run("show", "nobody", env={"NETLOG_DEBUG": "1"}).err


def test_interrupt_is_one_line_and_130(run, monkeypatch):
    broken(monkeypatch, KeyboardInterrupt())
    refused(run("list-tags"), 130, "interrupted")


def test_bug_in_a_writing_command_leaves_the_log_as_it_was(run, ok, db, monkeypatch):
    ok("add-contact", "Ada")
    before = db.read_bytes()

    def raising(*_, **__):
        raise RuntimeError("boom")

    monkeypatch.setattr("netlog.records.record.load", raising)
    refused(run("add-contact", "Bo"), 70, "boom")
    refused(run("edit", "c1", "region=Ohio"), 70, "boom")
    refused(run("delete", "c1"), 70, "boom")
    assert db.read_bytes() == before


# real processes and their streams


@pytest.mark.parametrize(
    "command", ["list-contacts", "list-contacts --json", "show c1", "--help", "show --help", "--version"]
)
def test_closed_pipe_is_141_and_silent(ok, command):
    ok("add-contact", "-", "-f", "ids", stdin="".join(f"Person {n}\n" for n in range(50)))
    # true ends before netlog has begun to write
    code, _, err = shell(f"{{ sleep 0.3; netlog {command}; echo $? >&2; }} | true")
    assert (code, err) == (0, "141\n")


@pytest.mark.skipif(not FULL, reason="no /dev/full")
@pytest.mark.parametrize(
    "command", ["list-contacts", "list-contacts -f table", "show c1 --json", "--help", "--version"]
)
def test_full_disk_under_stdout_is_7_and_one_line(ok, command):
    ok("add-contact", "Ada")
    code, _, err = shell(f"netlog {command} > /dev/full")
    assert code == 7
    assert err.startswith("error: ") and err.count("\n") == 1 and "No space left" in err


@pytest.mark.skipif(not FULL, reason="no /dev/full")
def test_change_whose_answer_can_not_be_written_is_not_said_to_be_undone(ok):
    code, _, err = shell("netlog add-contact Ada > /dev/full")
    assert code == 7 and "nothing was changed" not in err and "netlog history" in err
    assert ok("list-contacts", "-f", "ids").out == "c1\n"


@pytest.mark.parametrize(
    ("line", "code", "out"),
    [
        ("netlog show c1 -f ids <&-", 0, "c1\n"),
        ("netlog delete c1 -f ids <&-", 0, "c1\n"),
        ("netlog add-contact - <&-", 0, ""),
        ("netlog list-contacts >&-", 0, ""),
        ("netlog list-contacts -f ids 2>&-", 0, "c1\n"),
        ("netlog show nobody 2>&-", 3, ""),
        ("netlog show nobody <&- >&- 2>&-", 3, ""),
        ("netlog --version >&-", 0, ""),
    ],
)
def test_closed_streams_are_no_bug(ok, line, code, out):
    ok("add-contact", "Ada")
    found, stdout, err = shell(line)
    assert (found, stdout) == (code, out)
    assert "bug" not in err and "Traceback" not in err


def test_messages_go_to_stderr_and_data_to_stdout(process, ok):
    ok("add-contact", "Ada")
    done = process("delete", "c1", "--json")
    assert done.returncode == 0 and done.stdout.startswith("{") and done.stderr == "deleted c1 Ada\n"
    missing = process("show", "c1")
    assert (missing.returncode, missing.stdout) == (3, "") and missing.stderr.startswith("error: ")


def test_log_named_with_an_option_comes_before_the_environment(ok, home):
    other = home / "folder with space" / "ü%3f#.db"
    ok("add-contact", "Ada", "--db", str(other))
    assert ok("list-contacts", "-f", "ids", "--db", str(other)).out == "c1\n"
    assert ok("list-contacts", "-f", "ids").out == ""
    assert ok("list-contacts", "-f", "ids", env={"NETLOG_DB": str(other)}).out == "c1\n"
