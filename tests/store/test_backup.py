"""Snapshots: whole, beside the log, over nothing; and the way back."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from netlog.errors import BadDataError, StorageError
from netlog.store import backup, connection
from tests.conftest import Run
from tests.store.old_logs import make_version_1, rows_of, schema_of, version_of


@pytest.fixture
def ada(ok: Run, db: Path) -> Path:
    """A log with one contact."""
    ok("add-contact", "Ada Lovelace", "--notes", "chess")
    return db


def files_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def names(ok: Run, db: Path) -> list[str]:
    return [one["name"] for one in ok("list-contacts", "--json", "--db", str(db)).json]


# snapshot


def test_snapshot_is_a_whole_log_of_its_owner_alone(ok: Run, ada: Path) -> None:
    umask = os.umask(0o777)
    try:
        made = backup.snapshot(ada)
    finally:
        os.umask(umask)
    assert made == ada.with_name("netlog.db.backup")
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert rows_of(made) == rows_of(ada) and schema_of(made) == schema_of(ada)
    assert version_of(made) == connection.VERSION
    assert ok("check", "--json", "--db", str(made)).json["ok"] is True
    assert files_in(ada.parent) == {"netlog.db", "netlog.db.backup"}


def test_snapshots_are_counted_and_none_is_written_over(ada: Path) -> None:
    ada.with_name("netlog.db.before-import.2").mkdir()
    made = [backup.snapshot(ada, "before-import").name for _ in range(3)]
    assert made == [f"netlog.db.before-import{end}" for end in ("", ".3", ".4")]


def test_snapshot_without_hard_links(ada: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    made = [backup.snapshot(ada).name for _ in range(2)]
    assert made == ["netlog.db.backup", "netlog.db.backup.2"]
    assert rows_of(ada.with_name(made[1])) == rows_of(ada)
    assert files_in(ada.parent) == {"netlog.db", *made}


def test_snapshot_waits_for_a_writer_and_has_what_it_wrote_or_nothing(
    ada: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(ada, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE contact SET notes = 'go'")
        with pytest.raises(StorageError, match="in use by another program"):
            backup.snapshot(ada)
        other.execute("COMMIT")
    assert rows_of(backup.snapshot(ada))["contact"][0]["notes"] == "go"
    assert files_in(ada.parent) == {"netlog.db", "netlog.db.backup"}


def test_snapshot_of_what_is_no_log_is_refused(home: Path) -> None:
    (home / "text").write_text("Ada Lovelace\n" * 500)
    with pytest.raises(BadDataError, match="is not a netlog log"):
        backup.snapshot(home / "text")
    with pytest.raises(StorageError, match="can't be opened"):
        backup.snapshot(home / "none")
    assert files_in(home) == {"text"}


FULL = """
import sys
from pathlib import Path
from netlog.errors import StorageError
from netlog.store import backup
try:
    backup.snapshot(Path(sys.argv[1]))
except StorageError as error:
    sys.exit(str(error))
"""


def test_full_disk_leaves_no_half_of_a_snapshot(ada: Path) -> None:
    def limit() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    full = subprocess.run(
        [sys.executable, "-c", FULL, str(ada)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=limit,
    )
    assert full.returncode == 1 and "is the disk full?" in full.stderr
    assert files_in(ada.parent) == {"netlog.db"}


# restore


def test_restore_brings_the_log_of_the_snapshot_back(ok: Run, ada: Path) -> None:
    made = backup.snapshot(ada)
    kept = made.read_bytes()
    before = rows_of(ada)
    for number in range(300):
        ok("add-contact", f"Contact {number}", "--notes", "x" * 3000) if number % 100 == 0 else None
    ok("delete", "c1", "--yes")
    inode = ada.stat().st_ino
    backup.restore(ada, made)
    assert rows_of(ada) == before and names(ok, ada) == ["Ada Lovelace"]
    assert ok("check", "--json").json["ok"] is True
    assert made.read_bytes() == kept, "a snapshot may be restored again"
    assert ada.stat().st_ino == inode, "whoever has the log open goes on with what is restored"
    assert files_in(ada.parent) == {"netlog.db", "netlog.db.backup"}
    assert ok("add-contact", "Grace Hopper", "-f", "ids").out == "c2\n"


def test_restore_makes_a_log_that_is_gone(ok: Run, ada: Path) -> None:
    made = backup.snapshot(ada)
    ada.unlink()
    backup.restore(ada, made)
    assert names(ok, ada) == ["Ada Lovelace"] and stat.S_IMODE(ada.stat().st_mode) == 0o600


def test_restored_log_of_before_is_upgraded_again(ok: Run, db: Path) -> None:
    make_version_1(db)
    old = rows_of(db)
    ok("add-contact", "Grace Hopper")
    backup.restore(db, db.with_name("netlog.db.v1-backup"))
    assert version_of(db) == 1 and rows_of(db) == old
    assert "netlog.db.v1-backup.2" in ok("list-contacts").err
    assert rows_of(db, old) == old and ok("check", "--json").json["ok"] is True


def half(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version={connection.VERSION + 1}")


@pytest.mark.parametrize(
    "spoil", [half, newer, lambda path: path.write_text("x")], ids=["half", "newer", "text"]
)
def test_snapshot_that_is_no_sound_log_is_not_restored(ada: Path, spoil: object) -> None:
    made = backup.snapshot(ada)
    spoil(made)  # type: ignore[operator]
    before = ada.read_bytes()
    with pytest.raises(BadDataError):
        backup.restore(ada, made)
    assert ada.read_bytes() == before


def test_file_that_is_no_log_is_not_restored_over(ada: Path, home: Path) -> None:
    made = backup.snapshot(ada)
    (home / "other.db").write_text("mine")
    with pytest.raises(BadDataError, match="is not a netlog log"):
        backup.restore(home / "other.db", made)
    assert (home / "other.db").read_text() == "mine"


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE", "DEFERRED"])
def test_restore_waits_for_others_and_then_gives_up(
    ada: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    made = backup.snapshot(ada)
    before = ada.read_bytes()
    with closing(sqlite3.connect(ada, isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        other.execute("SELECT count(*) FROM contact").fetchone()
        with pytest.raises(StorageError, match="in use by another program"):
            backup.restore(ada, made)
    assert ada.read_bytes() == before
    backup.restore(ada, made)


KILLED = """
import os, signal, sys
from pathlib import Path
from netlog.store import backup
left = int(sys.argv[3])
def tick(*_):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
backup._PAGES = 5
backup._patience = lambda _: tick
real = backup.connection.opened
def opened(path):
    log = real(path)
    log.execute("PRAGMA cache_size=2")
    return log
backup.connection.opened = opened
backup.restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize("turn", [1, 2, 10, 25])
def test_killed_restore_leaves_the_log_as_it_was(ok: Run, ada: Path, turn: int) -> None:
    made = backup.snapshot(ada)
    ok("edit", "c1", "notes=go")
    ok("add-contact", "Grace Hopper")
    before = rows_of(ada)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(ada), str(made), str(turn)], timeout=60, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert names(ok, ada) == ["Ada Lovelace", "Grace Hopper"] and rows_of(ada) == before
    assert files_in(ada.parent) == {"netlog.db", "netlog.db.backup"}
