"""A log of an older version: any command makes it one of this version, wholly or not at all."""

import os
import re
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.cli import suggestions
from netlog.errors import BadDataError
from netlog.store import connection, journal, upgrade
from netlog.store import log as store
from netlog.store.tables import TABLES
from tests.conftest import Run
from tests.store.old_logs import (
    Rows,
    make_version_1,
    redo_all,
    release_later,
    rows_of,
    schema_of,
    sequences_of,
    undo_all,
    version_of,
)

WAITS = 60  # seconds; only a test that fails waits so long
NOTE = f"upgraded the log to schema {connection.VERSION}; the old one is kept at "
BACKUP = "netlog.db.v1-backup"
HISTORY = {"step", "change"}
UID = re.compile("[0-9a-f]{8}-[0-9a-f-]{27}")
AS_OWNER = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def old(db: Path) -> Rows:
    """A log of version 1; its rows."""
    make_version_1(db)
    return rows_of(db)


def files_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def tampered(db: Path, sql: str) -> None:
    with closing(sqlite3.connect(db)) as other:
        other.executescript(sql)


# what is left of it: everything

COMMANDS = {
    "list": ("list-contacts", "-f", "ids"),
    "show": ("show", "c1"),
    "due": ("due",),
    "review": ("review",),
    "goals": ("goals",),
    "search": ("search", "rubric"),
    "history": ("history",),
    "check": ("check",),
    "quick check": ("check", "--quick"),
    "export": ("export", "json"),
    "add": ("add-contact", "Grace Hopper"),
    "edit": ("edit", "c1", "nickname=A"),
    "log": ("log", "call with Ada Okafor"),
    "done": ("done", "f4"),
    "delete": ("delete", "c1", "--yes"),
    "undo": ("undo",),
    "a mistake": ("show", "c99"),
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_any_command_upgrades_the_log_and_says_so_once(
    ok: Run, run: Run, db: Path, old: Rows, words: tuple[str, ...]
) -> None:
    first = run(*words)
    assert first.code == (3 if words == ("show", "c99") else 0), first.err
    assert first.err.startswith(f"{NOTE}{db}.v1-backup\n")
    assert version_of(db) == connection.VERSION
    assert NOTE not in run(*words).err and NOTE not in ok("list-contacts").err
    answer = ok("check", "--json").json
    assert [one for one in answer["checks"] if not one["ok"]] == []
    assert files_in(db.parent) == {"netlog.db", BACKUP}


def test_answers_of_an_upgraded_log_are_data_alone(ok: Run, old: Rows) -> None:
    assert [one["ref"] for one in ok("list-contacts", "--json").json] == ["c1", "c3", "c5", "c2"]


def test_every_row_goes_along(ok: Run, db: Path, old: Rows) -> None:
    before = sequences_of(db)
    ok("list-contacts")
    assert rows_of(db, old) == old
    after = sequences_of(db)
    assert {name: after[name] for name in before} == before
    assert sum(map(len, old.values())) > 150 and all(old.values()), "the log of version 1 has some of all"


def test_the_schema_is_that_of_a_new_log(ok: Run, db: Path, old: Rows, home: Path) -> None:
    ok("list-contacts")
    connection.create(home / "new.db")
    assert schema_of(db) == schema_of(home / "new.db")
    with connection.reading(db) as reader:
        assert reader.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert reader.execute("PRAGMA legacy_alter_table").fetchone()[0] == 0


def test_export_has_what_was_in_the_old_log(ok: Run, old: Rows) -> None:
    log = ok("export", "json", "--include-private").json
    assert [one["name"] for one in log["contacts"]] == [one["name"] for one in old["contact"]]
    assert [one["uid"] for one in log["conversations"]] == [one["uid"] for one in old["conversation"]]
    assert len(log["follow_ups"]) == len(old["follow_up"])
    assert [one["count"] for one in log["goals"]] == ["conversations", "contacts"]


def test_no_id_is_given_again(ok: Run, old: Rows) -> None:
    assert max(one["id"] for one in old["contact"]) == 5
    assert ok("add-contact", "Grace Hopper", "-f", "ids").out == "c7\n", "c6 was undone, in version 1"


@pytest.mark.parametrize(
    ("word", "refs"), [("chess", ["c1"]), ("rubrics", ["e2"]), ("dogs", []), ("mittens", ["c2"])]
)
def test_search_finds_what_it_found(run: Run, old: Rows, word: str, refs: list[str]) -> None:
    assert [one["ref"] for one in run("search", word, "--json").json] == refs


def test_steps_of_before_are_undone_and_redone(ok: Run, run: Run, db: Path, old: Rows) -> None:
    ok("add-contact", "Grace Hopper")
    after = rows_of(db)
    count = undo_all(run)
    assert count > 25
    left = {name: rows for name, rows in rows_of(db).items() if rows and name not in HISTORY}
    assert left == {}
    assert ok("check", "--json").json["ok"] is True
    assert redo_all(run) == count
    assert ok("check", "--json").json["ok"] is True
    again = rows_of(db)
    assert {name: again[name] for name in again if name not in HISTORY} == {
        name: rows for name, rows in after.items() if name not in HISTORY
    }


def test_a_step_of_before_is_undone_alone(ok: Run, old: Rows) -> None:
    step = next(one["id"] for one in old["step"] if one["command"].startswith("add-goal 'Talk more'"))
    ok("undo", "--step", str(step))
    assert [one["ref"] for one in ok("list-goals", "--json").json] == ["g2"]
    ok("redo")
    assert ok("check", "--json").json["ok"] is True


def test_a_key_of_before_is_known(ok: Run, old: Rows) -> None:
    assert "done before, as step " in ok("add-contact", "Gone Again", "--key", "import-7").err


def test_digests_are_unbroken(ok: Run, db: Path, old: Rows) -> None:
    ok("add-contact", "Grace Hopper")
    with store.reading(db) as log:
        assert list(journal.broken_digests(log)) == []
        assert log.value("SELECT count(*) FROM change") > len(old["change"])


# how it is done


def test_a_current_log_is_opened_without_it(ok: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace")
    probe = (
        "import sys; from netlog.cli.main import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    )
    for words in (("list-contacts",), ("add-contact", "Grace Hopper")):
        done = subprocess.run(
            [sys.executable, "-c", probe, *words], capture_output=True, text=True, timeout=WAITS, check=True
        )
        for name in ("upgrade", "rebuild", "backup", "check"):
            assert f"netlog.store.{name}" not in done.stderr.split()


def test_every_version_before_has_its_step() -> None:
    assert set(upgrade.STEPS) == set(range(1, connection.VERSION))


def test_the_old_log_is_kept_whole(ok: Run, db: Path, old: Rows) -> None:
    schema, before = schema_of(db), sequences_of(db)
    umask = os.umask(0o777)
    try:
        ok("add-contact", "Grace Hopper")
    finally:
        os.umask(umask)
    kept = db.with_name(BACKUP)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert (version_of(kept), rows_of(kept), schema_of(kept), sequences_of(kept)) == (1, old, schema, before)


def test_the_old_log_is_kept_over_no_other_file(ok: Run, db: Path, old: Rows) -> None:
    for name in (BACKUP, f"{BACKUP}.2"):
        db.with_name(name).write_text("mine")
    db.with_name(f".{BACKUP}.new").write_text("left by a process that was killed")
    assert ok("list-contacts").err == f"{NOTE}{db}.v1-backup.3\n"
    assert db.with_name(BACKUP).read_text() == db.with_name(f"{BACKUP}.2").read_text() == "mine"
    assert rows_of(db.with_name(f"{BACKUP}.3")) == old
    assert files_in(db.parent) == {"netlog.db", BACKUP, f"{BACKUP}.2", f"{BACKUP}.3"}


def test_the_old_log_is_kept_beside_the_file_that_a_link_names(ok: Run, home: Path) -> None:
    (home / "links").mkdir()
    make_version_1(home / "real.db")
    (home / "links" / "n.db").symlink_to(home / "real.db")
    ok("list-contacts", "--db", str(home / "links" / "n.db"))
    assert files_in(home / "links") == {"n.db"}
    assert version_of(home / "real.db.v1-backup") == 1


DRY = {
    "add": ("add-contact", "Grace Hopper"),
    "edit": ("edit", "Ada Okafor", "nickname=A"),
    "delete": ("delete", "c1"),
    "log": ("log", "call with Ada Okafor"),
    "undo": ("undo", "5"),
    "review": ("review", "--done"),
}


@pytest.mark.parametrize("words", DRY.values(), ids=DRY)
def test_dry_run_leaves_the_old_log_byte_for_byte(
    ok: Run, db: Path, old: Rows, words: tuple[str, ...]
) -> None:
    before = db.read_bytes()
    dry = ok(*words, "--dry-run", "--json")
    assert db.read_bytes() == before and files_in(db.parent) == {"netlog.db"}
    assert NOTE not in dry.err and "dry run: nothing was changed" in dry.err
    ok("list-contacts")
    upgraded = ok(*words, "--dry-run", "--json")

    assert UID.sub("", dry.out) == UID.sub("", upgraded.out)


def test_completion_copes_with_an_old_log(db: Path, old: Rows) -> None:
    before = db.read_bytes()
    assert suggestions.records(("contact",), "Ada") == [("Ada Okafor", "c1 Lake School")]
    assert suggestions.records(tuple(suggestions.BY_ID), "") is not None
    assert suggestions.tags("st") in ([], [("stem", "")])
    assert db.read_bytes() == before


# where it can't be done


@pytest.mark.parametrize("what", ["file", "folder"])
def test_an_old_log_that_cannot_be_written_is_a_storage_error(
    home: Path, as_owner: AS_OWNER, what: str
) -> None:
    folder = home / "shut"
    folder.mkdir()
    db = folder / "n.db"
    make_version_1(db)
    before = db.read_bytes()
    shut = db if what == "file" else folder
    shut.chmod(0o400 if what == "file" else 0o500)
    try:
        for words in (("list-contacts",), ("check",), ("add-contact", "Grace Hopper")):
            refused = as_owner(*words, "--db", str(db))
            assert (refused.returncode, refused.stdout) == (7, ""), refused.stderr
            assert refused.stderr == (
                f"error: {db} is of an older version and has to be upgraded, but can't be written"
                " (nothing was changed; copy it to a folder that can be, and name the copy with --db)\n"
            )
        dry = as_owner("add-contact", "Grace Hopper", "--dry-run", "-f", "ids", "--db", str(db))
        assert (dry.returncode, dry.stdout) == (0, "c7\n")
    finally:
        shut.chmod(0o700)
    assert db.read_bytes() == before and files_in(folder) == {"n.db"}


MISFITS = {
    "a word": "PRAGMA ignore_check_constraints=ON; UPDATE conversation SET kind = 'seance' WHERE id = 1",
    "a page": "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'goal'",
}


@pytest.mark.parametrize("what", MISFITS)
def test_rows_that_do_not_fit_leave_the_log_as_it_was(run: Run, db: Path, old: Rows, what: str) -> None:
    tampered(db, MISFITS[what])
    before = db.read_bytes()
    for words in (("list-contacts",), ("add-contact", "Grace Hopper")):
        result = run(*words)
        assert (result.code, result.out) == (6, "") and result.err.count("\n") == 1, result.err
        assert str(db) in result.err and "it was left as it is" in result.err
    assert db.read_bytes() == before and files_in(db.parent) == {"netlog.db"}


def test_a_reference_to_nothing_was_there_before_and_is_after(run: Run, db: Path, old: Rows) -> None:
    """An upgrade neither mends nor hides it: `check` says what it said."""
    tampered(db, "PRAGMA foreign_keys=OFF; UPDATE contact SET met_event_id = 77 WHERE id = 1")
    assert run("list-contacts").code == 0
    assert [one["name"] for one in run("check", "--json").json["checks"] if not one["ok"]] == [
        "references",
        "replay",
    ]


def limited(size: int) -> Callable[[], None]:
    """Files may not grow beyond `size`: as near to a full disk as a test gets without one."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("room", [0, 100_000, 425_000, 500_000])
def test_full_disk_leaves_the_log_as_it_was(ok: Run, db: Path, old: Rows, room: int) -> None:
    before = db.read_bytes()
    assert 400_000 < len(before) < 425_000, "the third is room for the snapshot, not for the upgrade"
    for _ in range(2):
        full = subprocess.run(
            [sys.executable, "-m", "netlog", "list-contacts"],
            capture_output=True,
            text=True,
            timeout=WAITS,
            check=False,
            preexec_fn=limited(room),
        )
        assert (full.returncode, full.stdout) == (7, ""), full.stderr
        assert full.stderr.startswith("error: ") and full.stderr.count("\n") == 1
        assert "nothing was changed" in full.stderr and str(db) in full.stderr
    assert rows_of(db) == old and version_of(db) == 1  # reading it takes back what there was no room to
    assert db.read_bytes() == before and files_in(db.parent) == {"netlog.db"}
    ok("list-contacts")
    assert rows_of(db, old) == old


# several at once, and stopped

AT_ONCE = """
import sys, time
from pathlib import Path
from netlog.cli.main import run
from netlog.store import check, upgrade
while not Path(sys.argv[1]).exists():
    time.sleep(0.002)
sys.exit(run(sys.argv[2:]))
"""


def test_of_several_at_once_one_upgrades_and_all_go_on(ok: Run, home: Path) -> None:
    (home / "in").mkdir()
    db, go = home / "in" / "netlog.db", home / "go"
    make_version_1(db)
    old = rows_of(db)
    asked = [("list-contacts", "-f", "ids"), ("add-contact", "-f", "ids")] * 4
    running = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                AT_ONCE,
                str(go),
                words[0],
                *words[1:],
                *([f"New {at}"] if at % 2 else []),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "NETLOG_DB": str(db)},
        )
        for at, words in enumerate(asked)
    ]
    threading.Event().wait(0.5)  # most are waiting at the line by now
    go.touch()
    answers = [(*one.communicate(timeout=WAITS), one.returncode) for one in running]
    assert [code for _, _, code in answers] == [0] * 8, answers
    assert sorted(err for _, err, _ in answers) == [""] * 7 + [f"{NOTE}{db}.v1-backup\n"]
    assert sorted(int(out[1:]) for out, _, _ in answers[1::2]) == [7, 8, 9, 10]
    assert files_in(home / "in") == {"netlog.db", BACKUP}
    assert rows_of(db.with_name(BACKUP)) == old
    assert ok("check", "--json", "--db", str(db)).json["ok"] is True


KILLED = """
import os, signal, sys
from pathlib import Path
from netlog.store import backup, connection, upgrade

db, left = Path(sys.argv[1]), int(sys.argv[2])
seen = 0

def tick(*_):
    global seen
    seen += 1
    if seen == left:
        os.kill(os.getpid(), signal.SIGKILL)

def before(module, name):
    real = getattr(module, name)
    def call(*values):
        tick()
        return real(*values)
    setattr(module, name, call)

begin = upgrade._begin
def begun(log):
    log.execute("PRAGMA cache_size=5")  # so that pages are in the file before the commit
    begin(log)
    log.set_trace_callback(tick)  # each statement
    log.set_progress_handler(tick, 500)  # and in the midst of one
upgrade._begin = begun
backup._PAGES = 10
for module, name in ((backup, "_sync"), (connection, "put_in_place"), (os, "open"), (os, "link"), (os, "unlink")):
    before(module, name)
backup._patience = lambda _: tick
upgrade.upgrade(db, tick)
sys.stdout.write(str(seen))
"""
POINTS = 24


def killed(db: Path, tick: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(db), str(tick)],
        capture_output=True,
        text=True,
        timeout=WAITS,
        check=False,
    )


def test_killed_in_the_middle_it_is_the_old_log_or_the_new(ok: Run, db: Path, old: Rows, home: Path) -> None:
    shutil.copy(db, home / "v1")
    whole = killed(db, 0)
    assert whole.returncode == 0, whole.stderr
    ticks = int(whole.stdout)
    assert ticks > 400
    found = set()
    for point in range(POINTS):
        for name in files_in(home) - {"v1"}:
            (home / name).unlink()
        shutil.copy(home / "v1", db)
        done = killed(db, 1 + point * (ticks - 1) // (POINTS - 1))
        assert done.returncode == -signal.SIGKILL, done.stderr
        found.add((version_of(db), (home / BACKUP).exists()))  # takes back what was left half done
        assert rows_of(db, old) == old
        assert version_of(home / BACKUP) == 1 if (home / BACKUP).exists() else version_of(db) == 1
        ok("list-contacts")
        assert ok("check", "--json").json["ok"] is True
        assert rows_of(db, old) == old
        assert files_in(home) <= {"v1", "netlog.db", BACKUP, f"{BACKUP}.2"}, "no litter but a second copy"
    assert found >= {(1, False), (connection.VERSION, True)}


# a version to come: columns, words, tables, indexes, a view and what triggers keep


@pytest.fixture
def current(ok: Run, db: Path) -> Rows:
    """A log of today; its rows."""
    make_version_1(db)
    ok("edit", "c3", "tier=inner", "notes=sings")
    db.with_name(BACKUP).unlink()
    return rows_of(db)


def test_any_change_of_the_schema_is_made(
    run: Run, ok: Run, db: Path, current: Rows, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release_later(monkeypatch, home)
    before = sequences_of(db)
    ok("list-contacts")
    assert rows_of(db, current) == current
    assert sequences_of(db) == before and before["contact"] == 6, "though c6 is not there"
    connection.create(home / "new.db")
    assert schema_of(db) == schema_of(home / "new.db")
    with store.reading(db) as log:
        rows = log.rows("SELECT * FROM contact")
        assert {row["stars"] for row in rows} == {3} and {row["pronouns"] for row in rows} == {None}
        found = log.rows("SELECT rowid FROM contact_text WHERE contact_text MATCH 'sings'")
        assert [row[0] for row in found] == [3]
    assert ok("check", "--json").json["ok"] is True


def test_what_triggers_keep_is_found_anew_where_they_changed(
    ok: Run, db: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ok("add-contact", "Ada Lovelace", "--tier", "inner", "--met", "2026-03-01")
    assert ok("show", "c1", "--json").json["next_contact_on"] == "2026-03-31"
    release_later(monkeypatch, home)
    ok("list-contacts")
    assert rows_of(db)["contact"][0]["next_contact_on"] == "2026-04-01"
    assert ok("check", "--json").json["ok"] is True


def test_the_journal_of_before_holds_with_defaults(
    run: Run, ok: Run, db: Path, current: Rows, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release_later(monkeypatch, home)
    ok("delete", "c1", "--yes")  # journalled whole, with the new columns
    ok("undo")
    assert rows_of(db)["contact"][0]["stars"] == 3
    assert ok("check", "--json").json["ok"] is True
    count = undo_all(run)
    assert {name for name, rows in rows_of(db).items() if rows} == HISTORY
    assert redo_all(run) == count + 1 > 25, "the deletion too"
    ok("undo")
    assert ok("check", "--json").json["ok"] is True
    with store.transaction(db, now="2026-03-02T12:00:00.000000Z", command="x") as log:
        log.update("contact", 1, {"stars": 5, "pronouns": "she", "status": "paused"})
    assert ok("check", "--json").json["ok"] is True
    assert run("undo", "--step", "1").code == 5, "the contact was changed since"
    with store.transaction(db, now="2026-03-02T12:00:00.000000Z", command="x") as log:
        log.update("contact", 1, {"stars": 4})
        log.rows("UPDATE contact SET stars = 1 WHERE id = 2")
    failed = [one for one in run("check", "--json").json["checks"] if not one["ok"]]
    assert [(one["name"], one["problems"]) for one in failed] == [
        ("replay", ["contact 2 differs from the journal"])
    ]


def test_a_step_says_what_rows_need_besides(
    ok: Run, db: Path, current: Rows, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = release_later(monkeypatch, home, ("INSERT INTO gift (what) SELECT name FROM contact",))
    ok("list-contacts")
    assert version_of(db) == version
    assert len(rows_of(db)["gift"]) == len(current["contact"])


def test_a_rebuild_that_loses_a_reference_is_taken_back(
    db: Path, current: Rows, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release_later(monkeypatch, home, ("DELETE FROM event",))
    before = db.read_bytes()
    with pytest.raises(BadDataError, match="refers to one that is not there"):
        upgrade.upgrade(db)
    assert db.read_bytes() == before


def test_two_versions_are_made_up_at_once(
    ok: Run, db: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_version_1(db)
    old = rows_of(db)
    version = release_later(monkeypatch, home)
    assert (
        ok("list-contacts").err
        == f"upgraded the log to schema {version}; the old one is kept at {db}.v1-backup\n"
    )
    assert rows_of(db, old).keys() == old.keys() and version_of(db) == version
    assert ok("check", "--json").json["ok"] is True


def test_tables_of_others_stay_and_what_acts_on_ours_goes(run: Run, db: Path, old: Rows) -> None:
    tampered(
        db,
        """
        CREATE TABLE mine (x);
        INSERT INTO mine VALUES ('kept');
        CREATE TRIGGER spy AFTER INSERT ON cadence BEGIN INSERT INTO mine VALUES (NEW.word); END;
        CREATE INDEX extra ON contact (title);
        CREATE VIEW names AS SELECT name FROM contact;
        """,
    )
    assert run("list-contacts").code == 0
    assert rows_of(db)["mine"] == [{"x": "kept"}]
    (schema,) = (one for one in run("check", "--json").json["checks"] if one["name"] == "schema")
    assert schema["problems"] == ["the table mine is not netlog's"]


def test_defaults_are_what_the_schema_says() -> None:
    with connection.empty() as db:
        for name, known in TABLES.items():
            columns = db.execute(f'PRAGMA table_info("{name}")').fetchall()
            said = {row["name"]: row["dflt_value"] for row in columns if row["dflt_value"] is not None}
            assert {column: f"'{value}'" for column, value in known.defaults.items()} == said
            assert all(row["notnull"] for row in columns if row["name"] in known.defaults)
