"""Log: rows in and out, each change journalled; --key and --dry-run over it."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from netlog.errors import ConflictError
from netlog.store import log as store
from netlog.store.log import Log, RepeatedError, digest, read_key
from tests.conftest import Run

NOW = "2026-03-02T12:00:00.000000Z"
CONTACT = {"uid": "u1", "private": 0, "created_at": NOW, "updated_at": NOW, "status": "active"}
CHANGES = "SELECT op, record, row_key, before, after FROM change ORDER BY seq"

Write = Callable[..., AbstractContextManager[Log]]


@pytest.fixture
def write(db: Path) -> Write:
    return partial(store.transaction, db, now=NOW, command="test")


@pytest.fixture
def log(write: Write) -> Iterator[Log]:
    with write() as opened:
        yield opened


def contact(name: str, **more: Any) -> dict[str, Any]:
    return {**CONTACT, "uid": f"u-{name}", "name": name, **more}


def changes(log: Log) -> list[tuple[Any, ...]]:
    return [
        (op, record, key, before and json.loads(before), after and json.loads(after))
        for op, record, key, before, after in map(tuple, log.rows(CHANGES))
    ]


def found(log: Log, words: str, table: str = "contact") -> list[int]:
    sql = f"SELECT rowid FROM {table}_text WHERE {table}_text MATCH ? ORDER BY rowid"
    return [row[0] for row in log.rows(sql, words)]


# insert


def test_insert_gives_ids_in_order_and_journals_what_is_set(log: Log) -> None:
    assert log.insert("contact", contact("Ada", nickname=None)) == 1
    assert log.insert("contact", contact("Grace", title="Admiral")) == 2
    assert [change[:4] for change in changes(log)] == [
        ("insert", "contact", "1", None),
        ("insert", "contact", "2", None),
    ]
    assert changes(log)[0][4] == {**contact("Ada"), "id": 1}
    assert changes(log)[1][4] == {**contact("Grace"), "id": 2, "title": "Admiral"}
    assert log.changes == 2


def test_insert_keeps_folded_names_and_the_search_index(log: Log) -> None:
    log.insert("contact", contact("Zoë  O’Neil", nickname="ŁUCJA", notes="chess in Łódź"))
    row = log.row("SELECT folded_name, folded_nickname FROM contact")
    assert row is not None and tuple(row) == ("zoe o'neil", "lucja")
    assert found(log, "zoe") == found(log, "chess") == [1]
    assert found(log, "ada") == []


def test_insert_of_a_link_has_no_id_and_is_keyed_by_what_it_links(log: Log) -> None:
    log.insert("contact", contact("Ada"))
    assert log.insert("contact_tag", {"contact_id": 1, "word": 'a"b, é'}) == 0
    assert changes(log)[-1] == (
        "insert",
        "contact_tag",
        '[1,"a\\"b, é"]',
        None,
        {"contact_id": 1, "word": 'a"b, é'},
    )
    assert read_key('[1,"a\\"b, é"]') == (1, 'a"b, é') and read_key("12") == 12


def test_insert_many_is_insert_one_after_the_other(write: Write, tmp_path: Path) -> None:
    people = [contact(name, notes=f"{name} knits") for name in ("Ada", "Grace", "Mary")]
    with write() as many:
        assert many.insert_many("contact", people) == [1, 2, 3]
        assert many.insert_many("contact", []) == []
        at_once = changes(many), found(many, "knits"), many.value("SELECT max(digest) FROM change")
    with store.transaction(tmp_path / "other.db", now=NOW, command="test") as single:
        assert [single.insert("contact", one) for one in people] == [1, 2, 3]
        in_turn = changes(single), found(single, "knits"), single.value("SELECT max(digest) FROM change")
    assert at_once == in_turn


def test_id_is_never_given_again(log: Log) -> None:
    log.insert("contact", contact("Ada"))
    log.delete("contact", 1)
    assert log.insert("contact", contact("Grace")) == 2
    assert log.insert("contact", contact("Mary", id=9)) == 9
    assert log.insert("contact", contact("Joan")) == 10


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("contact", contact("Ada", status="friend")),
        ("contact", contact("Ada", met_on="2026-02-30")),
        ("contact", contact("Ada", birthday="--02-30")),
        ("contact", contact("Ada", cadence=4000)),
        ("contact", contact("Ada", cadence="often")),
        ("contact", contact("Ada", met_event_id=7)),
        ("contact", {**CONTACT}),
        ("contact_tag", {"contact_id": 7, "word": "x"}),
        ("review", {"week_on": "soon", "reviewed_at": NOW}),
        ("cadence", {"kind": "mood", "word": "x", "days": 1}),
    ],
)
def test_row_that_the_schema_refuses_is_not_inserted(db: Path, write: Write, table: str, row: Any) -> None:
    with write() as log:
        log.insert("contact", contact("Grace"))

    def insert() -> None:
        with write() as log:
            log.insert(table, row)
            log.rows("PRAGMA defer_foreign_keys")

    before = db.read_bytes()
    with pytest.raises(sqlite3.IntegrityError):
        insert()
    assert db.read_bytes() == before


# update


def test_update_journals_changed_columns_alone(log: Log) -> None:
    log.insert("contact", contact("Ada", title="Countess"))
    assert log.update("contact", 1, {"name": "Ada L", "title": "Countess", "region": None}) is True
    assert changes(log)[-1] == ("update", "contact", "1", {"name": "Ada"}, {"name": "Ada L"})
    assert log.update("contact", 1, {"name": "Ada L"}) is False
    assert log.update("contact", 1, {}) is False
    assert log.update("contact", 1, {"title": None}) is True
    assert changes(log)[-1] == ("update", "contact", "1", {"title": "Countess"}, {"title": None})
    assert log.changes == 3


def test_update_keeps_folded_names_and_the_search_index(log: Log) -> None:
    log.insert("contact", contact("Ada", notes="chess"))
    log.insert("contact", contact("Grace", notes="chess"))
    log.update("contact", 1, {"name": "Élise", "notes": "go"})
    assert log.value("SELECT folded_name FROM contact WHERE id = 1") == "elise"
    assert (found(log, "ada"), found(log, "elise"), found(log, "chess")) == ([], [1], [2])
    log.update("contact", 2, {"notes": None})
    assert found(log, "chess") == []
    log.rows("INSERT INTO contact_text (contact_text, rank) VALUES ('integrity-check', 1)")


def test_update_of_a_link_goes_by_its_whole_key(log: Log) -> None:
    log.insert("contact", contact("Ada"))
    role = {"contact_id": 1, "role": "mentor", "since": "", "until": None}
    log.insert_many("contact_role", [role, {**role, "since": "2024-01-01"}])
    assert log.update("contact_role", (1, "mentor", ""), {"until": "2023-12-31"})
    assert changes(log)[-1][2:] == ('[1,"mentor",""]', {"until": None}, {"until": "2023-12-31"})
    assert [tuple(row) for row in log.rows("SELECT since, until FROM contact_role ORDER BY since")] == [
        ("", "2023-12-31"),
        ("2024-01-01", None),
    ]


@pytest.mark.parametrize("act", ["update", "delete"])
@pytest.mark.parametrize(("table", "key"), [("contact", 7), ("contact_tag", (1, "none"))])
def test_row_that_is_not_there_is_a_conflict(log: Log, act: str, table: str, key: Any) -> None:
    arguments = ({"notes": "x"},) if act == "update" else ()
    with pytest.raises(ConflictError, match="is not there any more"):
        getattr(log, act)(table, key, *arguments)
    assert changes(log) == []


# delete


def test_delete_journals_the_whole_row_and_forgets_its_words(log: Log) -> None:
    log.insert("contact", contact("Ada", notes="chess"))
    log.delete("contact", 1)
    assert changes(log)[-1] == ("delete", "contact", "1", {**contact("Ada"), "id": 1, "notes": "chess"}, None)
    assert found(log, "chess") == [] and log.rows("SELECT * FROM contact") == []
    log.rows("INSERT INTO contact_text (contact_text, rank) VALUES ('integrity-check', 1)")


def test_delete_of_a_row_that_is_referred_to_is_a_conflict(write: Write, db: Path) -> None:
    with write() as log:
        log.insert("contact", contact("Ada"))
        log.insert("contact_tag", {"contact_id": 1, "word": "math"})
    before = db.read_bytes()

    def delete() -> None:
        with write() as log:
            log.delete("contact", 1)

    with pytest.raises(ConflictError, match="is still referred to"):
        delete()
    assert db.read_bytes() == before


# steps


def test_command_is_one_step_and_none_when_it_changes_nothing(write: Write) -> None:
    with write() as log:
        log.insert("contact", contact("Ada"))
        log.update("contact", 1, {"title": "Countess"})
        assert log.step_id == 1
    with write() as log:
        log.update("contact", 1, {"title": "Countess"})
        assert log.step_id is None
        assert [tuple(row) for row in log.rows("SELECT id, at, command, key, undoes FROM step")] == [
            (1, NOW, "test", None, None)
        ]
        assert [row[0] for row in log.rows("SELECT step_id FROM change")] == [1, 1]


def test_digest_hangs_on_the_one_before_and_on_every_part() -> None:
    row = [1, 1, "insert", "contact", "1", None, '{"name":"Ada"}']
    first = digest("0" * 64, row)
    assert len(first) == 64 and first == digest("0" * 64, row)
    assert digest(first, row) != first
    for place in range(len(row)):
        other = [*row[:place], "else", *row[place + 1 :]]
        assert digest("0" * 64, other) != first, place


# --key


def test_same_command_with_a_key_is_done_once_and_prints_the_same(ok: Run, db: Path) -> None:
    words = ("add-contact", "Ada Lovelace", "--tag", "math", "--key", "k1")
    first = ok(*words, "--json")
    before = db.read_bytes()
    again = ok(*words, "--json")
    assert again.json == first.json and isinstance(again.json, dict)
    assert again.err == "done before, as step 1: nothing was changed\n"
    assert ok(*words, "-f", "ids").lines == ["c1"]
    assert ok(*words, "-f", "tsv").out == ok("list-contacts", "-f", "tsv").out
    assert db.read_bytes() == before
    assert len(ok("history", "--json").json) == 1


REPEATED: dict[str, tuple[str, ...]] = {
    "add-contact": ("add-contact", "Grace Hopper"),
    "add-conversation": ("add-conversation", "About compilers", "--with", "Ada"),
    "add-event": ("add-event", "STEM Day", "--on", "2026-04-01", "--to-meet", "Ada"),
    "add-follow-up": ("add-follow-up", "Send the slides", "--with", "Ada"),
    "add-goal": ("add-goal", "Talk more", "--count", "conversations", "--per", "week"),
    "edit": ("edit", "c1", "nickname=A"),
    "edit-nothing": ("edit", "c1", "name=Ada Lovelace"),
    "tag": ("tag", "c1", "math"),
    "untag": ("untag", "c1", "old"),
    "done": ("done", "f1"),
    "drop": ("drop", "f1"),
    "snooze": ("snooze", "f1", "2026-04-01"),
    "delete": ("delete", "c1"),
    "undo": ("undo",),
    "undo-2": ("undo", "2"),
    "undo-step": ("undo", "--step", "2"),
    "redo": ("redo",),
    "review": ("review", "--done"),
}


BUILT: dict[str, bytes] = {}  # the log of `busy`, made once


@pytest.fixture
def busy(ok: Run, db: Path) -> None:
    """A log with something for every command to do."""
    if not BUILT:
        ok("add-contact", "Ada Lovelace", "--tag", "old")
        ok("add-follow-up", "Call Ada", "--with", "Ada")
        ok("add-contact", "Mary Somerville")
        ok("undo")
        BUILT["log"] = db.read_bytes()
    db.write_bytes(BUILT["log"])


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("what", REPEATED)
def test_any_writing_command_is_done_once_per_key(ok: Run, db: Path, what: str) -> None:
    words = (*REPEATED[what], "--key", "k1")
    ok(*words)
    before = db.read_bytes()
    again = ok(*words, today="2026-03-09")
    assert "done before, as step " in again.err and "nothing was changed" in again.err
    assert db.read_bytes() == before
    assert ok("check", "--json").json["ok"] is True


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("what", REPEATED)
def test_key_changes_nothing_of_what_a_command_does(ok: Run, tmp_path: Path, what: str) -> None:
    plain = tmp_path / "plain.db"
    plain.write_bytes((tmp_path / "netlog.db").read_bytes())

    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(one) for key, one in value.items() if key not in ("uid", "command")}
        return [shape(one) for one in value] if isinstance(value, list) else value

    words = REPEATED[what]
    without = ok(*words, "--json", "--db", str(plain))
    with_key = ok(*words, "--json", "--key", "k1")
    assert shape(with_key.json) == shape(without.json)
    for list_ in ("list-contacts", "list-follow-ups", "list-conversations", "list-events", "list-goals"):
        here, there = (
            ok(list_, "--all", "--json", "--db", str(one)) for one in (tmp_path / "netlog.db", plain)
        )
        assert shape(here.json) == shape(there.json)


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("what", ["edit", "tag", "done", "drop", "snooze"])
def test_repeated_change_prints_the_changed_record(ok: Run, what: str) -> None:
    words = (*REPEATED[what], "--key", "k1", "--json")
    # Another day, so that updated_at tells that the record was touched.
    first = ok(*words, today="2026-03-05").json
    again = ok(*words, today="2026-03-05").json
    assert {key: first[key] for key in again} == again and again["ref"] in ("c1", "f1")


def test_key_of_another_command_is_a_conflict(ok: Run, run: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace", "--key", "k1")
    before = db.read_bytes()
    for words in (("add-event", "STEM Day", "--on", "2026-04-01"), ("undo",), ("edit", "c1", "nickname=A")):
        result = run(*words, "--key", "k1")
        assert (result.code, result.out) == (5, "")
        assert result.err.startswith("error: the key 'k1' was used by step 1: add-contact ")
        assert "choose another key" in result.err and result.err.count("\n") == 1
    assert db.read_bytes() == before


@pytest.mark.parametrize("key", ["", "  ", "a\x01", "a\nb", "\udcff", "k" * 201])
def test_key_that_is_no_word_is_refused(run: Run, home: Path, key: str) -> None:
    """An unset variable in a script must not make one command of all."""
    result = run("add-contact", "Ada Lovelace", "--key", key)
    assert (result.code, result.out) == (2, "") and result.err.startswith("error: the key ")
    assert list(home.iterdir()) == []


def test_key_of_a_command_that_failed_is_free(ok: Run, run: Run) -> None:
    ok("add-contact", "Ada Lovelace")
    assert run("add-contact", "Ada Lovelace", "--key", "k1").code == 5
    assert run("add-contact", "Grace Hopper", "--met", "2027-02-29", "--key", "k1").code == 2
    assert ok("add-contact", "Grace Hopper", "--key", "k1", "-f", "ids").out == "c2\n"


def test_key_of_a_dry_run_is_free(ok: Run) -> None:
    ok("add-contact", "Ada Lovelace", "--key", "k1", "--dry-run")
    assert ok("add-contact", "Ada Lovelace", "--key", "k1", "-f", "ids").out == "c1\n"


def test_later_steps_of_a_command_have_its_key_with_their_number(write: Write) -> None:
    with write(key="k1") as log:
        log.insert("contact", contact("Ada"))
        log.next_step()
        log.insert("contact", contact("Grace"))
        assert [row[0] for row in log.rows("SELECT key FROM step ORDER BY id")] == ["k1", "k1\n1"]

    def again() -> None:
        with write(key="k1"):
            pytest.fail("the command was begun again")

    with pytest.raises(RepeatedError) as repeated:
        again()
    assert repeated.value.step == 1


# --dry-run

DRY = {
    **REPEATED,
    "add-contact -": ("add-contact", "-"),
    "undo": ("undo",),
}


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("what", DRY)
def test_dry_run_answers_and_leaves_the_log_byte_for_byte(ok: Run, db: Path, what: str) -> None:
    before = db.read_bytes()
    result = ok(*DRY[what], "--dry-run", "--json", stdin="Joan Clarke\n")
    assert "dry run: nothing was changed" in result.err
    assert result.json not in (None, [])
    assert db.read_bytes() == before
    assert [one.name for one in db.parent.iterdir()] == ["netlog.db"]


def test_dry_run_shows_what_would_come_of_it(ok: Run, db: Path) -> None:
    would = ok("add-contact", "Ada Lovelace", "--tag", "math", "--dry-run", "--json")
    did = ok("add-contact", "Ada Lovelace", "--tag", "math", "--json")
    assert {**would.json, "uid": ""} == {**did.json, "uid": ""}


def test_dry_run_makes_no_file(ok: Run, home: Path) -> None:
    for words in (("add-contact", "Ada Lovelace"), ("review", "--done"), ("add-contact", "-")):
        ok(*words, "--dry-run", stdin="Joan Clarke\n")
        ok(*words, "--dry-run", "--db", str(home / "none" / "n.db"), stdin="Joan Clarke\n")
    assert list(home.iterdir()) == []


def test_large_dry_run_leaves_the_log_byte_for_byte(ok: Run, db: Path) -> None:
    """More than fits SQLite's cache, so that pages reach the file before they are taken back."""
    ok("add-contact", "Ada Lovelace")
    before = db.read_bytes()
    many = "\n".join(f"Contact {number} {'x' * 1000}" for number in range(1200))
    ok("add-contact", "-", "--dry-run", stdin=many)
    assert db.read_bytes() == before


@pytest.mark.parametrize("more", [("Grace Hopper",), ("Ada Lovelace", "--tag", "math")])
def test_key_of_the_same_command_with_other_words_is_a_conflict(
    ok: Run, run: Run, more: tuple[str, ...]
) -> None:
    ok("add-contact", "Ada Lovelace", "--key", "k1")
    result = run("add-contact", *more, "--key", "k1")
    assert (result.code, result.out) == (5, "") and "step 1: add-contact 'Ada Lovelace'" in result.err


def test_key_does_not_mind_how_the_answer_is_printed(ok: Run) -> None:
    ok("add-contact", "Ada Lovelace", "--key", "k1")
    assert ok("add-contact", "Ada Lovelace", "-f", "ids", "--key=k1", "--no-input").out == "c1\n"
