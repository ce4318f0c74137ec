"""What the everyday commands leave unimported: each of these libraries costs more than the command."""

import json
import os
import subprocess
import sys

import pytest

HEAVY = {
    *("sqlmodel", "sqlalchemy", "pydantic", "rich", "dateutil", "tomlkit", "icalendar", "vobject"),
    "importlib.metadata",
}
PROBE = """
import sys
from netlog.cli.main import run
code = run(sys.argv[1:])
sys.stderr.write("\\n" + " ".join([str(code), *sys.modules]))
"""


PLAN = {
    *("netlog.insight.plan", "netlog.insight.likeness"),
    *(f"netlog.records.{room}" for room in ("plan_rows", "step_links", "steps", "visions", "barriers")),
}


def loaded(*words: str, stdin: str = "") -> tuple[int, set[str]]:
    """The exit code of a command in a process of its own, and all modules that it imported."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *words],
        input=stdin,
        capture_output=True,
        text=True,
        env=dict(os.environ),
        timeout=60,
        check=False,
    )
    code, *modules = done.stderr.splitlines()[-1].split()
    return int(code), set(modules)


def imported(*words: str, stdin: str = "") -> tuple[int, set[str]]:
    """The exit code of a command in a process of its own, and which heavy libraries it imported."""
    code, modules = loaded(*words, stdin=stdin)
    return code, HEAVY & modules


@pytest.fixture
def log(ok):
    ok("add-contact", "Ada Example", "--cadence", "6w", "--met", "2025-12-01")
    ok("add-conversation", "Tea", "--with", "c1", "--on", "2026-01-05")
    ok("add-follow-up", "Call", "--with", "c1", "--due", "today")
    ok("add-event", "Fair", "--on", "2026-03-05")
    ok("add-goal", "Meet", "--count", "contacts", "--per", "month")
    ok("add-vision", "Lead computing")
    ok("add-step", "Know Ada", "--about", "ada", "--by", "2026-03-05")


@pytest.mark.parametrize(
    "words",
    [
        ("due",),
        ("due", "--json"),
        ("due", "--count"),
        ("add-contact", "Bo Able", "--email", "bo@example.org", "--met", "last fri"),
        ("add-conversation", "Lunch", "--with", "ada", "--on", "yesterday", "--json"),
        ("add-follow-up", "Write", "--with", "c1", "--due", "next month"),
        ("log", "yesterday: coffee with Ada, promised the rubric by Friday #x"),
        ("log", "call with ada example, she will send it next week", "--json"),
        ("done", "f1", "--note", "kept", "--log"),
        ("snooze", "f1", "+3d"),
        ("list-contacts", "--json"),
        ("list-contacts", "tag:x", "met:2025..", "-f", "csv"),
        ("list-conversations",),
        ("show", "c1"),
        ("show", "c1", "--json"),
        ("edit", "c1", "title=Head"),
        ("delete", "c1"),
        ("search", "tea"),
        ("search", "tea", "not:x", "with:ada", "--json"),
        ("review", "--minutes", "20"),
        ("vision",),
        ("plan",),
        ("plan", "next"),
        ("plan", "gaps", "--json"),
        ("plan", "timeline"),
        ("add-step", "Ask Ada", "--about", "ada", "--needs", "s1"),
        ("done", "s1"),
        ("goals",),
        ("goals", "--json"),
        ("review",),
        ("review", "--json"),
        ("mentoring",),
        ("yield",),
        ("history",),
        ("undo",),
        ("date", "fri"),
        ("export", "json"),
    ],
)
def test_an_everyday_command_imports_nothing_heavy(log, words):
    assert imported(*words) == (0, set())


def test_the_first_command_ever_imports_nothing_heavy(db):
    assert not db.exists()
    assert imported("add-contact", "Ada Example") == (0, set())
    assert db.exists()


@pytest.mark.parametrize("words", [("show", "Nobody"), ("due", "--days", "x"), ("add-contact", "")])
def test_an_error_imports_nothing_heavy(log, words):
    code, heavy = imported(*words)
    assert code in (2, 3)
    assert heavy - {"importlib.metadata"} == set()


def test_import_linkedin_imports_nothing_heavy(log):
    header = "First Name,Last Name,Email Address,Company,Position,Connected On\nBo,Able,,X,Y,12 Mar 2024\n"
    assert imported("import", "-", stdin=header) == (0, set())


def test_the_probe_sees_what_is_heavy(log):
    assert "rich" in imported("due", "-f", "table")[1]
    assert "pydantic" in imported("schema", "contact")[1]


def test_a_read_leaves_the_modules_of_writing_alone(log):
    """What a list does not need (completion, demo, import, editor) is not imported for it."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "list-contacts", "--json"],
        capture_output=True,
        text=True,
        env=dict(os.environ),
        timeout=60,
        check=True,
    )
    assert json.loads(done.stdout)
    modules = set(done.stderr.splitlines()[-1].split())
    for name in (
        "netlog.cli.demo",
        "netlog.cli.transfer",
        "netlog.cli.editor",
        "netlog.formats",
        "netlog.output.tables",
    ):
        assert name not in modules


@pytest.mark.parametrize(
    "words",
    [
        ("due",),
        ("add-contact", "Bo Able"),
        ("add-conversation", "Lunch", "--with", "ada"),
        ("log", "coffee with Ada"),
        ("list-contacts", "--json"),
    ],
)
def test_without_a_plan_nothing_of_it_is_loaded(ok, words):
    ok("add-contact", "Ada Example")
    code, modules = loaded(*words)
    assert code == 0 and "netlog.cli.main" in modules
    assert modules & PLAN == set()
