"""Several processes at once, and processes that are stopped: nothing is lost, nothing is half done."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netlog.store import connection
from tests.conftest import Run

PROCESSES = 24
WAITS = 30  # seconds; only a test that fails waits so long

Process = Callable[..., subprocess.CompletedProcess[str]]


def started(*words: str, **more: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "netlog", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,  # type: ignore[call-overload]
    )


def files_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


@contextmanager
def held(db: Path, how: str = "IMMEDIATE") -> Iterator[sqlite3.Connection]:
    """Another program that has the log locked."""
    other = sqlite3.connect(db, isolation_level=None, check_same_thread=False)
    other.execute(f"BEGIN {how}")
    try:
        yield other
    finally:
        other.close()


@pytest.fixture
def short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)


# at once


AT_ONCE = """
import sys, time
from pathlib import Path
from netlog.cli.main import run
from netlog.records import contacts, record
from netlog.store import connection, log

while not Path(sys.argv[1]).exists():
    time.sleep(0.002)
sys.exit(run(sys.argv[2:]))
"""


def test_processes_that_add_at_once_to_a_log_that_is_not_there_each_add_one(ok: Run, home: Path) -> None:
    (home / "in").mkdir()
    db, go = home / "in" / "n.db", home / "go"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", AT_ONCE, str(go), "add-contact", f"Contact {number:02}", "-f", "ids"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "NETLOG_DB": str(db)},
        )
        for number in range(PROCESSES)
    ]
    threading.Event().wait(0.5)  # most are waiting at the line by now
    go.touch()
    answers = [(*one.communicate(timeout=WAITS * 2), one.returncode) for one in running]
    assert [(err, code) for _, err, code in answers] == [("", 0)] * PROCESSES
    assert sorted(int(out.strip().removeprefix("c")) for out, _, _ in answers) == [*range(1, PROCESSES + 1)]
    names = [one["name"] for one in ok("list-contacts", "--json", "--db", str(db)).json]
    assert names == [f"Contact {number:02}" for number in range(PROCESSES)]
    assert len(ok("history", "--json", "--db", str(db)).json) == PROCESSES
    assert ok("check", "--json", "--db", str(db)).json["ok"] is True
    assert files_in(home / "in") == {"n.db"}, "no litter"


def test_same_key_at_once_is_done_once(ok: Run, home: Path) -> None:
    words = ("add-contact", "Ada Lovelace", "--key", "import-7", "-f", "ids", "--allow-duplicate")
    running = [started(*words) for _ in range(4)]
    answers = [(*one.communicate(timeout=WAITS), one.returncode) for one in running]
    assert [(out, code) for out, _, code in answers] == [("c1\n", 0)] * 4
    assert sum("done before, as step 1" in err for _, err, _ in answers) == 3
    assert ok("list-contacts", "-f", "ids").lines == ["c1"]


def test_writer_waits_for_the_one_before(ok: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_TURN", 0.02)
    ok("add-contact", "Ada Lovelace")
    other = sqlite3.connect(db, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.1, other.execute, ("ROLLBACK",))
    release.start()
    ok("add-contact", "Grace Hopper")  # several turns of waiting
    release.join()
    other.close()
    assert ok("list-contacts", "-f", "ids").lines == ["c1", "c2"]


@pytest.mark.usefixtures("short_wait")
@pytest.mark.parametrize(
    "words",
    [("add-contact", "Grace Hopper"), ("edit", "c1", "nickname=A"), ("delete", "c1"), ("undo",), ("check",)],
    ids=lambda words: words[0],
)
def test_busy_log_is_a_storage_error(ok: Run, run: Run, db: Path, words: tuple[str, ...]) -> None:
    ok("add-contact", "Ada Lovelace")
    before = db.read_bytes()
    with held(db):
        result = run(*words)
        assert (result.code, result.out) == (7, "")
        assert result.err == f"error: {db} is in use by another program (nothing was changed; try again)\n"
        assert ok("list-contacts", "-f", "ids").lines == ["c1"], "who only reads need not wait"
    assert db.read_bytes() == before
    ok(*words)


@pytest.mark.usefixtures("short_wait")
def test_log_locked_for_good_is_a_storage_error_for_readers_too(ok: Run, run: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace")
    with held(db, "EXCLUSIVE"):
        result = run("list-contacts")
        assert (result.code, result.out) == (7, "") and "in use by another program" in result.err


@pytest.mark.usefixtures("short_wait")
def test_reader_in_the_way_of_a_commit_leaves_the_log_as_it_was(ok: Run, run: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace")
    before = db.read_bytes()
    with held(db, "DEFERRED") as reader:
        assert reader.execute("SELECT count(*) FROM contact").fetchone() == (1,)
        result = run("add-contact", "Grace Hopper")
        assert (result.code, result.out) == (7, "") and "in use by another program" in result.err
    assert db.read_bytes() == before and files_in(db.parent) == {"netlog.db"}
    assert ok("list-contacts", "-f", "ids").lines == ["c1"]


# stopped

KILLED = """
import os, signal, sys
from pathlib import Path
from netlog.store import connection, log

db = Path(sys.argv[1])
with log.transaction(db, now="2026-03-02T12:00:00.000000Z", command="add-contact x") as open_log:
    open_log._db.execute("PRAGMA cache_size=2")  # so that pages are in the file before the commit
    row = {"uid": "", "private": 0, "created_at": "2026-03-02T12:00:00.000000Z", "status": "active"}
    row["updated_at"] = row["created_at"]
    rows = [{**row, "uid": str(n), "name": f"Half {n}", "notes": "x" * 2000} for n in range(200)]
    open_log.insert_many("contact", rows)
    sys.stdout.write("written\\n")
    sys.stdout.flush()
    STOP
"""


def killed(db: Path, stop: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED).replace("STOP", stop), str(db)],
        capture_output=True,
        text=True,
        timeout=WAITS,
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, "written\n"), done.stderr


@pytest.mark.parametrize("reader_first", [True, False], ids=["then a reader", "then a writer"])
def test_log_of_a_killed_writer_is_as_before(ok: Run, db: Path, reader_first: bool) -> None:
    ok("add-contact", "Ada Lovelace")
    before = db.read_bytes()
    killed(db, "os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL)
    assert db.read_bytes() != before, "the kill came too early to prove anything"
    assert files_in(db.parent) == {"netlog.db", "netlog.db-journal"}
    if reader_first:
        assert ok("list-contacts", "-f", "ids").lines == ["c1"]
        assert db.read_bytes() == before
    ok("add-contact", "Grace Hopper")
    assert ok("list-contacts", "-f", "ids").lines == ["c1", "c2"]
    assert ok("check", "--json").json["ok"] is True
    assert len(ok("history", "--json").json) == 2
    assert files_in(db.parent) == {"netlog.db"}


def test_log_of_a_writer_that_ended_without_commit_is_as_before(ok: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace")
    before = db.read_bytes()
    killed(db, "sys.exit(3)", 3)
    assert db.read_bytes() == before and files_in(db.parent) == {"netlog.db"}


@pytest.mark.parametrize("signal_", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_signal_while_a_writer_waits_ends_it_at_once(ok: Run, db: Path, signal_: signal.Signals) -> None:
    """SQLite's own wait is deaf to Ctrl-C: it is taken in short turns."""
    ok("add-contact", "Ada Lovelace")
    before = db.read_bytes()
    with held(db):
        waiting = started("add-contact", "Grace Hopper", "--notes", "-", env=fed_by(db))
        wait_until_open(db, waiting)
        waiting.send_signal(signal_)
        out, err = waiting.communicate(timeout=10)  # while the other program still holds the log
    assert out == ""
    if signal_ == signal.SIGINT:
        assert waiting.returncode == 130
        assert err.startswith("error: interrupted") and err.count("\n") == 1
    else:
        assert waiting.returncode in (-signal.SIGTERM, 143)
    assert db.read_bytes() == before and files_in(db.parent) == {"netlog.db"}
    assert ok("list-contacts", "-f", "ids").lines == ["c1"]


def fed_by(db: Path) -> dict[str, str]:
    return {**os.environ, "NETLOG_DB": str(db)}


def wait_until_open(db: Path, process: subprocess.Popen[str]) -> None:
    """Until the process has the log open, so that a signal meets it waiting for the lock."""
    folder = Path(f"/proc/{process.pid}/fd")
    if not folder.is_dir():
        pytest.skip("there is no /proc here")
    for _ in range(WAITS * 100):
        for one in folder.iterdir():
            try:
                if os.readlink(one) == str(db.resolve()):
                    return
            except OSError:
                continue
        assert process.poll() is None, process.communicate()
        threading.Event().wait(0.01)
    pytest.fail("the log was never opened")


def test_interrupt_in_the_middle_of_a_write_leaves_the_log_as_before(
    ok: Run, run: Run, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netlog.records import record

    ok("add-contact", "Ada Lovelace")
    before = db.read_bytes()

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(record, "load", interrupted)  # after the row was written
    result = run("add-contact", "Grace Hopper")
    monkeypatch.undo()
    assert (result.code, result.out) == (130, "")
    assert result.err.startswith("error: interrupted") and result.err.count("\n") == 1
    assert db.read_bytes() == before and files_in(db.parent) == {"netlog.db"}


# a disk that is full

SMALL = 64 * 1024


def limited(size: int) -> Callable[[], None]:
    """Files may not grow beyond `size`: as near to a full disk as a test gets without one."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("room", [0, SMALL, 350_000, 700_000])
def test_full_disk_leaves_the_log_as_it_was(ok: Run, db: Path, room: int) -> None:
    ok("add-contact", "Ada Lovelace")
    before = db.read_bytes()
    full = subprocess.run(
        [sys.executable, "-m", "netlog", "add-contact", "-"],
        input="\n".join(f"Contact {number} {'x' * 900}" for number in range(400)),
        capture_output=True,
        text=True,
        timeout=WAITS,
        check=False,
        preexec_fn=limited(room),
    )
    assert (full.returncode, full.stdout) == (7, ""), full.stderr
    assert full.stderr.startswith("error: ") and full.stderr.count("\n") == 1
    assert "nothing was changed" in full.stderr and str(db) in full.stderr
    # Where there was no room to take it back either, SQLite leaves that to whoever opens the log next.
    assert ok("list-contacts", "-f", "ids").lines == ["c1"]
    assert db.read_bytes() == before and files_in(db.parent) == {"netlog.db"}
    assert ok("check", "--json").json["ok"] is True


def test_full_disk_leaves_nothing_of_a_new_log(home: Path) -> None:
    (home / "in").mkdir()
    full = started(
        "add-contact", "Ada Lovelace", "--db", str(home / "in" / "n.db"), preexec_fn=limited(SMALL)
    )
    out, err = full.communicate(timeout=WAITS)
    assert (full.returncode, out) == (7, ""), err
    assert err.startswith("error: ") and err.count("\n") == 1 and "nothing was changed" in err
    assert files_in(home / "in") == set()


def test_readers_need_no_room(ok: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace")
    reader = started("list-contacts", "-f", "ids", preexec_fn=limited(0))
    out, err = reader.communicate(timeout=WAITS)
    # stdout is a pipe, which has no size to limit
    assert (reader.returncode, out, err) == (0, "c1\n", "")


def test_file_left_by_a_killed_maker_does_not_stop_the_next(ok: Run, home: Path, db: Path) -> None:
    """A new log is built beside its place; one that was never finished has another process's number."""
    (home / ".netlog.db.1.new").write_bytes(b"half of a log")
    ok("add-contact", "Ada Lovelace")
    assert ok("list-contacts", "-f", "ids").lines == ["c1"]
    assert (home / ".netlog.db.1.new").read_bytes() == b"half of a log"
