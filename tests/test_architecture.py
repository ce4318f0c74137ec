"""What may import what: the rules of the design, held with a walk over the syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import netlog

ROOT = Path(netlog.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))

# What each room may import of the others. The base modules are everyone's.
EVERYONES = {"errors", "vocabulary", "folding", "plurals", "sqlite_uri"}
ROOMS = {
    "cli": {"output", "records", "config", "clock"},
    "records": {"insight", "formats", "store"},
    "output": set(),
    "insight": set(),
    "formats": set(),
    "store": set(),
    "models": set(),
    "config": {"insight"},  # the shape of a term
    "clock": set(),
    "errors": set(),
    "vocabulary": set(),
    "folding": set(),
    "plurals": set(),
    "sqlite_uri": set(),
    "__init__": set(),
    "__main__": {"cli"},
}
# Doors: one module, and why it alone may go where its room may not.
DOORS = {
    ("cli/session.py", "store"): "opens the log for every command, and hands out its type",
    ("cli/journal.py", "store"): "history, undo, redo and check are about the journal itself",
    ("cli/schema.py", "models"): "`schema` prints the contract",
    ("formats/netlog_json.py", "models"): "`import json` validates with the contract",
}
ONLY = {  # who may import a library, and nobody else
    "rich": "output/",
    # completion reads the file itself, to import nothing else; models/reading.py is the Python user's way in
    "sqlite3": ("store/", "cli/suggestions.py", "models/reading.py"),
    "typer": "cli/",
    "sqlmodel": "models/",
    "sqlalchemy": "models/",
    "pydantic": ("models/", "formats/netlog_json.py"),
    "tomlkit": ("config.py", "records/document.py", "records/start_file.py"),
    "tomllib": ("config.py", "records/document.py", "records/start_file.py"),
    "platformdirs": "config.py",
    "dateutil": "insight/",
    "networkx": "insight/",
    "click": (),
}
PURE = ("insight/", "formats/", *(f"{module}.py" for module in sorted(EVERYONES)))
OUTSIDE = {"sqlite3", "os", "sys", "pathlib", "subprocess", "socket", "tempfile", "shutil", "time", "random"}
MOST_LINES = 450
GENERATED = ("cli/table.py", "store/tables.py")  # read by nobody


class Import(NamedTuple):
    line: int
    module: str  # as in netlog.store.log, or sqlite3


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def room_of(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[Import]:
    """Every import, at the top or in a function; those for the type checker alone too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            base = node.module or ""
            if base == "netlog":
                yield from (Import(node.lineno, f"netlog.{alias.name}") for alias in node.names)
            else:
                yield Import(node.lineno, base)


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def wrong_rooms(name: str, room: str, tree: ast.AST) -> list[str]:
    """Imports of rooms that this one may not know."""
    wrong = []
    for one in imports(tree):
        parts = one.module.split(".")
        if parts[0] != "netlog" or len(parts) == 1 or parts[1] == "__version__":
            continue
        target = parts[1]
        if target == room or target in EVERYONES | ROOMS[room] or (name, target) in DOORS:
            continue
        wrong.append(f"{name}:{one.line} imports {one.module}")
    return wrong


def wrong_libraries(name: str, tree: ast.AST) -> list[str]:
    wrong = []
    for one in imports(tree):
        library = one.module.split(".")[0]
        allowed = ONLY.get(library)
        if allowed is not None and not name.startswith(allowed):
            wrong.append(f"{name}:{one.line} imports {library}")
    return wrong


def calls_of(tree: ast.AST, *names: str) -> list[str]:
    return [
        f"{node.func.id} in line {node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]


def test_every_room_is_known():
    assert {room_of(file) for file in FILES} == set(ROOMS)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_module_imports_what_its_room_may(file):
    assert wrong_rooms(name_of(file), room_of(file), tree_of(file)) == []


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_module_imports_the_libraries_made_for_its_room(file):
    assert wrong_libraries(name_of(file), tree_of(file)) == []


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_nothing_prints_or_asks_behind_the_back_of_output(file):
    assert calls_of(tree_of(file), "print", "input", "breakpoint") == []


@pytest.mark.parametrize("file", [file for file in FILES if name_of(file).startswith(PURE)], ids=name_of)
def test_pure_rooms_touch_nothing_outside(file):
    tree = tree_of(file)
    assert [one for one in imports(tree) if one.module.split(".")[0] in OUTSIDE] == []
    assert calls_of(tree, "open", "exec", "eval") == []
    clock = [
        f"line {node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("today", "now", "utcnow")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("date", "datetime")
    ]
    assert clock == [], "the clock is read in clock.py alone"


@pytest.mark.parametrize("file", [f for f in FILES if room_of(f) != "clock"], ids=name_of)
def test_the_clock_alone_reads_the_clock(file):
    read = [
        f"{name_of(file)}:{node.lineno}"
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("today", "now", "utcnow")
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("date", "datetime")
    ]
    assert read == []


@pytest.mark.parametrize("file", [f for f in FILES if room_of(f) == "cli"], ids=name_of)
def test_the_command_line_holds_no_sql(file):
    if name_of(file) == "cli/suggestions.py":  # its queries are the completion's own
        return
    found = [
        f"line {node.lineno}"
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.lstrip().startswith(("SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH ", "PRAGMA "))
    ]
    assert found == []


@pytest.mark.parametrize("file", [f for f in FILES if name_of(f) not in GENERATED], ids=name_of)
def test_a_file_is_of_a_size_to_read(file):
    text = file.read_text(encoding="utf-8")
    if (
        "Generated by" not in text[:200]
    ):  # a table of literals is not read, and is held to its source elsewhere
        assert len(text.splitlines()) <= MOST_LINES


def test_every_door_is_used():
    used = {
        (name_of(file), one.module.split(".")[1])
        for file in FILES
        for one in imports(tree_of(file))
        if one.module.startswith("netlog.")
    }
    assert set(DOORS) <= used, "a door that nobody goes through is to be closed"


@pytest.mark.parametrize(
    ("name", "room", "line", "wrong"),
    [
        ("cli/due.py", "cli", "from netlog.insight import dates", True),
        ("cli/due.py", "cli", "from netlog.store.log import Log", True),
        ("cli/session.py", "cli", "from netlog.store.log import Log", False),
        ("cli/due.py", "cli", "def f():\n    import netlog.formats.linkedin", True),
        ("cli/due.py", "cli", "from netlog import store", True),
        ("cli/due.py", "cli", "from netlog.records import record", False),
        ("records/a.py", "records", "from netlog.output import text", True),
        ("records/a.py", "records", "from netlog.cli.session import Session", True),
        ("records/a.py", "records", "from netlog import clock", True),
        ("output/a.py", "output", "from netlog.records import record", True),
        ("output/a.py", "output", "from netlog.vocabulary import LETTERS", False),
        ("insight/a.py", "insight", "from netlog.records import record", True),
        ("store/a.py", "store", "if TYPE_CHECKING:\n    from netlog.insight import dates", True),
        ("formats/a.py", "formats", "from netlog.errors import NetlogError", False),
    ],
)
def test_the_walk_finds_what_is_wrong(name, room, line, wrong):
    assert bool(wrong_rooms(name, room, ast.parse(line))) is wrong


@pytest.mark.parametrize(
    ("name", "line", "wrong"),
    [
        ("records/a.py", "import sqlite3", True),
        ("store/a.py", "import sqlite3", False),
        ("cli/a.py", "def f():\n    from rich.table import Table", True),
        ("output/a.py", "from rich.table import Table", False),
        ("cli/a.py", "import click", True),
    ],
)
def test_the_walk_finds_a_library_that_is_out_of_place(name, line, wrong):
    assert bool(wrong_libraries(name, ast.parse(line))) is wrong
