"""run("add-contact", "Ada", today="2026-03-02") -> Result(code, out, err), with a fresh log per test."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from netlog.cli.main import run as run_netlog
from tests import terminals
from tests.days import TODAY


class Result(NamedTuple):
    """What a command left: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """stdout, as the JSON it must be."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """stdout, line by line."""
        return self.out.splitlines()


class _Pipe(io.TextIOWrapper):
    """A stream over memory that is no terminal."""

    def __init__(self, data: bytes = b"") -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", newline="\n", write_through=True)

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode()  # type: ignore[attr-defined]


Run = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own: nothing of the user's is read or written."""
    for name in list(os.environ):
        if name.startswith(("NETLOG_", "XDG_")) or name in (
            "NO_COLOR",
            "FORCE_COLOR",
            "VISUAL",
            "EDITOR",
            "COLUMNS",
        ):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETLOG_DB", str(tmp_path / "netlog.db"))
    monkeypatch.setenv("NETLOG_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("NETLOG_TODAY", str(TODAY))
    monkeypatch.setenv("TERM", "xterm-256color")
    return tmp_path


@pytest.fixture
def db(home: Path) -> Path:
    """Where the test's log is, or will be."""
    return home / "netlog.db"


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process, off a terminal: run("due", today="2026-03-02", stdin="...")."""

    def call(
        *words: str, today: str | None = None, stdin: str | bytes = b"", env: dict[str, str] | None = None
    ) -> Result:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = _Pipe(), _Pipe()
        with monkeypatch.context() as patch:
            patch.setenv("NETLOG_TODAY", today or os.environ["NETLOG_TODAY"])
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", _Pipe(data))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run_netlog(list(words))
        return Result(code, out.text(), err.text())

    return call


@pytest.fixture
def ok(run: Run) -> Run:
    """Like run, for commands that must succeed: anything else fails the test, with what was said."""

    def call(*words: str, **more: Any) -> Result:
        result = run(*words, **more)
        assert result.code == 0, f"netlog {' '.join(words)} -> {result.code}: {result.err}"
        return result

    return call


@pytest.fixture(scope="module")
def _made() -> dict[Callable[..., object], bytes]:
    return {}


@pytest.fixture
def once(ok: Run, db: Path, _made: dict[Callable[..., object], bytes]) -> Callable[..., bytes]:
    """once(make): the log that make(ok) makes for a module's first test, copied for its others; its bytes."""

    def call(make: Callable[[Run], object]) -> bytes:
        if make not in _made:
            make(ok)
            _made[make] = db.read_bytes()
        db.write_bytes(_made[make])
        return _made[make]

    return call


@pytest.fixture
def terminal(home: Path) -> Iterator[Callable[..., Any]]:
    """Run a command on a pseudo-terminal: terminal("triage", width=72, env={"NO_COLOR": ""})."""
    yield from terminals.opened()


@pytest.fixture
def process(home: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command as a process of its own: process("due", stdin="...", env={...})."""

    def call(
        *words: str, stdin: str = "", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "netlog", *words],
            input=stdin,
            capture_output=True,
            text=True,
            env={**os.environ, **(env or {})},
            timeout=60,
            check=False,
        )

    return call
