"""Opening the file: where it is, who may read it, and what is refused without a byte of it changed."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from netlog.errors import StorageError
from netlog.store import connection
from tests.conftest import Run

COMMANDS = {
    "list": ("list-contacts",),
    "show": ("show", "c1"),
    "add": ("add-contact", "Grace Hopper"),
    "add-dry": ("add-contact", "Grace Hopper", "--dry-run"),
    "edit": ("edit", "c1", "nickname=G"),
    "undo": ("undo",),
    "check": ("check",),
    "export": ("export", "json"),
}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def files_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


# where it is


def test_log_is_where_the_option_says_before_the_environment(ok: Run, home: Path, db: Path) -> None:
    ok("add-contact", "Ada Lovelace", "--db", str(home / "other.db"))
    assert (home / "other.db").exists() and not db.exists()
    ok("add-contact", "Grace Hopper")
    assert db.exists()
    assert [one["name"] for one in ok("list-contacts", "--json").json] == ["Grace Hopper"]


def test_log_is_in_the_data_folder_when_nothing_is_said(
    ok: Run, home: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NETLOG_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    made = Path(platformdirs.user_data_dir("netlog")) / "netlog.db"
    ok("add-contact", "Ada Lovelace")
    assert made.exists() and made.name == "netlog.db" and home in made.parents and not db.exists()
    if sys.platform.startswith("linux"):
        assert made == home / "data" / "netlog" / "netlog.db"


# who may read it


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o027, 0o077, 0o177, 0o777])
def test_new_log_is_its_owners_alone_whatever_the_umask(ok: Run, home: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        ok("add-contact", "Ada Lovelace", "--db", str(home / "made" / "n.db"))
    finally:
        os.umask(before)
    assert mode(home / "made") == 0o700
    assert mode(home / "made" / "n.db") == 0o600
    assert files_in(home / "made") == {"n.db"}


def test_folder_that_was_there_keeps_its_mode(ok: Run, home: Path) -> None:
    (home / "mine").mkdir()
    (home / "mine").chmod(0o755)
    ok("add-contact", "Ada Lovelace", "--db", str(home / "mine" / "n.db"))
    assert mode(home / "mine") == 0o755
    assert mode(home / "mine" / "n.db") == 0o600


# how it is opened

PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "application_id": connection.APPLICATION_ID,
    "user_version": connection.VERSION,
}


@pytest.mark.parametrize(("pragma", "value"), PRAGMAS.items())
def test_pragmas_hold_for_readers_and_writers(ok: Run, db: Path, pragma: str, value: int | str) -> None:
    ok("add-contact", "Ada Lovelace")
    with connection.reading(db) as reader:
        assert reader.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    with connection.writing(db) as writer:
        assert writer.execute(f"PRAGMA {pragma}").fetchone()[0] == value


@pytest.mark.parametrize("made", [True, False], ids=["a log", "no log yet"])
def test_reader_cannot_write(ok: Run, db: Path, made: bool) -> None:
    if made:
        ok("add-contact", "Ada Lovelace")
    with connection.reading(db) as reader:
        assert reader.execute("PRAGMA query_only").fetchone()[0] == 1
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute("INSERT INTO review VALUES ('2026-03-02', 'x')")
    assert db.exists() == made


def test_writer_that_fails_leaves_nothing(ok: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace")
    before = db.read_bytes()

    def half_done() -> None:
        with connection.writing(db) as writer:
            writer.execute("INSERT INTO review VALUES ('2026-03-02', 'x')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_done()
    assert db.read_bytes() == before
    with connection.writing(db) as writer:
        writer.execute("INSERT INTO review VALUES ('2026-03-02', 'x')")
    with connection.reading(db) as reader:
        assert reader.execute("SELECT count(*) FROM review").fetchone()[0] == 1


def test_writers_wait_for_each_other_and_readers_see_whole_states(ok: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace")
    with connection.writing(db) as writer:
        writer.execute("INSERT INTO review VALUES ('2026-03-02', 'x')")
        with connection.reading(db) as reader:
            assert reader.execute("SELECT count(*) FROM review").fetchone()[0] == 0


def test_too_old_sqlite_is_said_and_nothing_made(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "OLDEST_SQLITE", (99, 0))
    result = run("add-contact", "Ada Lovelace")
    assert result.code == 7 and "too old" in result.err and not db.exists()


def test_new_log_is_put_in_place_without_hard_links_too(
    ok: Run, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    ok("add-contact", "Ada Lovelace")
    assert files_in(db.parent) == {"netlog.db"} and mode(db) == 0o600
    assert ok("list-contacts", "-f", "ids").lines == ["c1"]


@pytest.mark.parametrize("links", [True, False], ids=["with hard links", "without"])
def test_log_that_another_process_made_meanwhile_is_kept(
    ok: Run, db: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """create() is called when there is no log; here one comes while it builds its own."""

    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    if not links:
        monkeypatch.setattr(os, "link", no_links)
    ok("add-contact", "Ada Lovelace")
    before = db.read_bytes()
    connection.create(db)
    assert db.read_bytes() == before
    assert files_in(db.parent) == {"netlog.db"}


# whose it is


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE contact (id INTEGER PRIMARY KEY, name TEXT)")
        other.execute("INSERT INTO contact (name) VALUES ('Somebody else''s')")
    other.close()


def newer(path: Path) -> None:
    connection.create(path)
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA user_version={connection.VERSION + 1}")
    other.close()


def unversioned(path: Path) -> None:
    connection.create(path)
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version=0")
    other.close()


def half(path: Path) -> None:
    connection.create(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def header_only(path: Path) -> None:
    connection.create(path)
    path.write_bytes(path.read_bytes()[:100])


def overwritten_start(path: Path) -> None:
    connection.create(path)
    path.write_bytes(b"\xff" * 200 + path.read_bytes()[200:])


def overwritten_schema(path: Path) -> None:
    connection.create(path)
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * 3996 + data[4096:])


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "foreign": (foreign, "is not a netlog log"),
    "text": (lambda path: path.write_text("Ada Lovelace\n" * 500), "is not a netlog log"),
    "short text": (lambda path: path.write_text("x"), "is not a netlog log"),
    "empty": (lambda path: path.touch(), "is empty, not a netlog log"),
    "newer": (newer, "was written by a newer netlog"),
    "unversioned": (unversioned, "is not a netlog log"),
    "half": (half, "is damaged"),
    "header only": (header_only, "is damaged"),
    "overwritten start": (overwritten_start, "is not a netlog log"),
    "overwritten schema": (overwritten_schema, "is damaged"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("what", REFUSED)
def test_file_that_is_no_sound_log_is_refused_untouched(run: Run, db: Path, what: str, command: str) -> None:
    make, message = REFUSED[what]
    make(db)
    before = db.read_bytes()
    result = run(*COMMANDS[command])
    assert result.code == 6, result
    assert result.out == ""
    assert len(result.err.splitlines()) == 1 and result.err.startswith("error: ")
    assert message in result.err and str(db) in result.err and "it was left as it is" in result.err
    assert result.err.rstrip().endswith(")"), "it says what to do"
    assert db.read_bytes() == before
    assert files_in(db.parent) == {"netlog.db"}


def test_damage_in_a_page_is_found_when_it_is_read(ok: Run, run: Run, db: Path) -> None:
    for number in range(40):
        ok("add-contact", f"Contact {number}", "--notes", "x" * 4000)
    data = db.read_bytes()
    middle = len(data) // 2 // 4096 * 4096
    db.write_bytes(data[:middle] + b"\xff" * (len(data) - middle))
    damaged = db.read_bytes()
    result = run("export", "json")
    assert (result.code, result.out) == (6, "")
    assert "is damaged" in result.err and "restore it from a copy" in result.err
    assert db.read_bytes() == damaged


# odd places


def test_folder_is_no_log(run: Run, home: Path) -> None:
    for command in COMMANDS.values():
        result = run(*command, "--db", str(home))
        assert result.code == 2, command
        assert result.err == f"error: {home} is a folder (name a file: --db FOLDER/netlog.db)\n"
    assert files_in(home) == set()


@pytest.mark.parametrize(
    "name",
    ["a?b#c%20 d.db", "mode=memory?mode=memory.db", "Zoë 李.db", "%", "?", "-n.db", "a'b\"c;.db", ":memory:"],
)
def test_any_name_is_a_files_name(ok: Run, home: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "in").mkdir()
    ok("add-contact", "Ada Lovelace", f"--db={home / 'in' / name}")
    ok("add-contact", "Grace Hopper", f"--db={home / 'in' / name}")
    assert files_in(home / "in") == {name}
    monkeypatch.chdir(home / "in")
    assert ok("list-contacts", "-f", "ids", f"--db={name}").lines == ["c1", "c2"]
    assert files_in(home / "in") == {name}


def test_link_is_followed_and_stays_a_link(ok: Run, home: Path) -> None:
    ok("add-contact", "Ada Lovelace", "--db", str(home / "real.db"))
    (home / "links").mkdir()
    link = home / "links" / "n.db"
    link.symlink_to(home / "real.db")
    ok("add-contact", "Grace Hopper", "--db", str(link))
    assert link.is_symlink() and files_in(home / "links") == {"n.db"}
    assert ok("list-contacts", "-f", "ids", "--db", str(home / "real.db")).lines == ["c1", "c2"]


def test_link_to_a_log_that_is_not_there_yet_makes_it_where_it_points(ok: Run, home: Path) -> None:
    (home / "links").mkdir()
    link = home / "links" / "n.db"
    link.symlink_to(home / "synced" / "real.db")
    assert ok("list-contacts", "--db", str(link)).out == ""
    ok("add-contact", "Ada Lovelace", "--db", str(link))
    assert link.is_symlink() and files_in(home / "links") == {"n.db"}
    assert mode(home / "synced" / "real.db") == 0o600
    assert files_in(home / "synced") == {"real.db"}


def test_link_to_itself_is_refused(run: Run, home: Path) -> None:
    (home / "n.db").symlink_to("n.db")
    result = run("add-contact", "Ada Lovelace", "--db", str(home / "n.db"))
    assert result.code == 7 and result.err.count("\n") == 1
    assert files_in(home) == {"n.db"}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("place", ["a" * 300, "a/" * 3000 + "n.db"], ids=["long name", "long path"])
def test_name_that_is_too_long_is_a_storage_error(run: Run, home: Path, command: str, place: str) -> None:
    result = run(*COMMANDS[command], "--db", str(home / place))
    assert result.code == 7 and result.err.count("\n") == 1 and "too long" in result.err
    assert files_in(home) == set()


def test_file_as_a_folder_is_a_storage_error(run: Run, home: Path) -> None:
    (home / "file").write_text("mine")
    result = run("add-contact", "Ada Lovelace", "--db", str(home / "file" / "n.db"))
    assert result.code == 7 and result.err.count("\n") == 1 and "nothing was changed" in result.err
    assert (home / "file").read_text() == "mine"


# what may not be read or written


def test_file_that_cannot_be_written_can_be_read(
    ok: Run, db: Path, as_owner: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    ok("add-contact", "Ada Lovelace")
    db.chmod(0o400)
    before = db.read_bytes()
    listed = as_owner("list-contacts", "-f", "ids")
    assert (listed.returncode, listed.stdout, listed.stderr) == (0, "c1\n", "")
    assert as_owner("check", "--quick").returncode == 0
    # A whole check tries the search index by writing to it: that it may not is no damage.
    for words in (("add-contact", "Grace Hopper"), ("undo",), ("edit", "c1", "nickname=A"), ("check",)):
        refused = as_owner(*words)
        assert (refused.returncode, refused.stdout) == (7, ""), words
        assert "is not writable (nothing was changed; check its permissions)" in refused.stderr
    assert db.read_bytes() == before and files_in(db.parent) == {"netlog.db"}


def test_file_that_cannot_be_read_is_a_storage_error(
    ok: Run, db: Path, as_owner: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    ok("add-contact", "Ada Lovelace")
    db.chmod(0)
    for words in (("list-contacts",), ("add-contact", "Grace Hopper")):
        refused = as_owner(*words)
        assert (refused.returncode, refused.stdout) == (7, ""), refused.stderr
        assert "check its permissions" in refused.stderr and refused.stderr.count("\n") == 1


def test_folder_that_cannot_be_written_is_a_storage_error(
    ok: Run, home: Path, as_owner: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    folder = home / "shut"
    ok("add-contact", "Ada Lovelace", "--db", str(folder / "old.db"))
    folder.chmod(0o500)
    try:
        for name in ("old.db", "new.db", "deeper/new.db"):
            refused = as_owner("add-contact", "Grace Hopper", "--db", str(folder / name))
            assert (refused.returncode, refused.stdout) == (7, ""), refused.stderr
            assert refused.stderr.count("\n") == 1 and "nothing was changed" in refused.stderr
        listed = as_owner("list-contacts", "-f", "ids", "--db", str(folder / "old.db"))
        assert (listed.returncode, listed.stdout) == (0, "c1\n")
        assert files_in(folder) == {"old.db"}
    finally:
        folder.chmod(0o700)


def test_folder_that_cannot_be_looked_into_is_a_storage_error(
    home: Path, as_owner: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    folder = home / "dark"
    folder.mkdir()
    folder.chmod(0)
    try:
        for words in (("list-contacts",), ("check",), ("add-contact", "Grace Hopper")):
            refused = as_owner(*words, "--db", str(folder / "n.db"))
            assert (refused.returncode, refused.stdout) == (7, ""), refused.stderr
            assert refused.stderr.count("\n") == 1 and "permission" in refused.stderr.lower()
    finally:
        folder.chmod(0o700)


def test_place_that_cannot_be_told_is_a_storage_error(home: Path) -> None:
    with pytest.raises(StorageError, match="can't look at"):
        connection.is_there(home / ("a" * 300))


# a log that is not there yet

EMPTY_READS = {
    "list-contacts": [],
    "list-conversations": [],
    "list-events": [],
    "list-follow-ups": [],
    "list-goals": [],
    "list-tags": [],
    "due": [],
    "goals": [],
    "history": [],
    "check": {"ok": True, "checks": []},
}


@pytest.mark.parametrize(("command", "answer"), EMPTY_READS.items())
def test_read_of_a_log_that_is_not_there_is_empty_and_makes_none(
    ok: Run, home: Path, command: str, answer: object
) -> None:
    result = ok(command, "--json", "--db", str(home / "none" / "n.db"))
    assert result.json == answer
    assert result.err.startswith("there is no log at ") and "add-contact NAME" in result.err
    assert ok(command, "--db", str(home / "none" / "n.db")).out == ""
    assert files_in(home) == set()


def test_reference_into_a_log_that_is_not_there_is_not_found(run: Run, home: Path) -> None:
    for words in (("show", "c1"), ("edit", "c1", "nickname=A"), ("history", "c1"), ("due", "Ada")):
        assert run(*words).code == 3, words
    assert files_in(home) == set()
