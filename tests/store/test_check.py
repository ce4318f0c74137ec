"""check: sound after any work, and telling what is wrong when something is."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from netlog.store import connection
from tests.conftest import Run

NAMES = ["file", "references", "schema", "journal", "replay", "derived", "search"]
QUICK = ["file", "references"]


WORK: tuple[tuple[str, ...], ...] = (
    ("add-contact", "Ada Lovelace", "--cadence", "30d", "--nickname", "Countess", "--tag", "math"),
    ("add-contact", "Grace Hopper", "--email", "grace@example.org", "--role", "mentor", "--tier", "close"),
    ("add-contact", "Joan Clarke", "--status", "target"),
    ("add-event", "STEM Day", "--on", "2026-02-01", "--met", "c1"),
    ("add-conversation", "About engines", "--with", "c1", "--on", "2026-01-05"),
    ("add-conversation", "About compilers", "--with", "c1", "--with", "c2", "--on", "2026-02-20"),
    ("add-follow-up", "Send the slides", "--from", "t1", "--repeat", "2w"),
    ("add-goal", "Talk more", "--count", "conversations", "--per", "week"),
    ("done", "f1", "--note", "sent", "--log"),
    ("edit", "c2", "name=Grace B. Hopper", "tag=navy"),
    ("delete", "t1", "--yes"),
    ("undo", "2"),
    ("redo",),
    ("review", "--done"),
)
BUILT: dict[str, bytes] = {}  # the log that WORK makes, made once


@pytest.fixture
def filled(ok: Run, db: Path) -> Path:
    """A log with some of everything, some of it undone."""
    if not BUILT:
        for words in WORK:
            ok(*words)
        BUILT["log"] = db.read_bytes()
    db.write_bytes(BUILT["log"])
    return db


def tampered(db: Path, sql: str) -> None:
    """What another program does to the file, with triggers and keys as it likes."""
    other = sqlite3.connect(db)
    other.executescript(sql)
    other.commit()
    other.close()


def failed(answer: dict[str, Any]) -> dict[str, list[str]]:
    return {one["name"]: one["problems"] for one in answer["checks"] if not one["ok"]}


def test_log_is_sound_after_any_work(ok: Run, filled: Path) -> None:
    before = filled.read_bytes()
    answer = ok("check", "--json").json
    assert answer == {"ok": True, "checks": [{"name": name, "ok": True, "problems": []} for name in NAMES]}
    assert [line.split("\t")[:2] for line in ok("check").lines] == [[name, "yes"] for name in NAMES]
    assert filled.read_bytes() == before, "checking changes nothing"
    assert [one.name for one in filled.parent.iterdir()] == ["netlog.db"]


def test_quick_looks_at_pages_and_references_alone(ok: Run, filled: Path) -> None:
    tampered(filled, "UPDATE contact SET name = 'Somebody' WHERE id = 1")
    assert ok("check", "--quick", "--json").json == {
        "ok": True,
        "checks": [{"name": name, "ok": True, "problems": []} for name in QUICK],
    }


def test_sample_log_is_sound(ok: Run, home: Path) -> None:
    ok("demo", "--keep", str(home / "demo.db"))
    assert ok("check", "--json", "--db", str(home / "demo.db")).json["ok"] is True


WRONG: dict[str, tuple[str, dict[str, str]]] = {
    "a row edited": (
        "UPDATE contact SET region = 'Elsewhere' WHERE id = 1",
        {"replay": "contact 1 differs from the journal", "search": "the search index of contact does not"},
    ),
    "a row edited, not searched": (
        "UPDATE contact SET birthday = '1815-12-10' WHERE id = 1",
        {"replay": "contact 1 differs from the journal"},
    ),
    "a row added": (
        "INSERT INTO contact_tag VALUES (1, 'forged')",
        {"replay": 'contact_tag [1,"forged"] is not in the journal'},
    ),
    "a row removed": (
        "DELETE FROM contact_tag WHERE word = 'math'",
        {"replay": 'contact_tag [1,"math"] is missing'},
    ),
    "a setting added": (
        "INSERT INTO cadence VALUES ('tag', 'nobody', 30)",
        {"replay": 'cadence ["tag","nobody"] is not in the journal'},
    ),
    "the first change removed": (
        "DELETE FROM change WHERE seq = 1",
        {"journal": "change 2 of step 1 was altered, or one before it removed", "replay": "contact 1 "},
    ),
    "a change in the middle removed": (
        "DELETE FROM change WHERE seq = 2",
        {"journal": "change 3 of step ", "replay": "contact_tag "},
    ),
    "the last change removed": (
        "DELETE FROM change WHERE seq = (SELECT max(seq) FROM change)",
        {"replay": "review "},
    ),
    "a change's value altered": (
        "UPDATE change SET after = replace(after, 'Ada', 'Eva') WHERE seq = 1",
        {
            "journal": "change 1 of step 1 was altered, or one before it removed",
            "replay": "contact 1 differs from the journal",
        },
    ),
    "a value altered in row and journal": (
        """UPDATE contact SET birthday = '1815-12-10' WHERE id = 1;
           UPDATE change SET after = json_set(after, '$.birthday', '1815-12-10') WHERE seq = 1""",
        {"journal": "change 1 of step 1 was altered"},
    ),
    "a change given to another step": (
        "UPDATE change SET step_id = 2 WHERE seq = 1",
        {"journal": "change 1 of step 2 was altered"},
    ),
    "a digest altered": (
        f"UPDATE change SET digest = '{'f' * 64}' WHERE seq = 3",
        {"journal": "change 3 of step "},
    ),
    "a change that is no JSON": (
        "UPDATE change SET after = 'garbage' WHERE seq = 1",
        {"journal": "change 1 of step 1 was altered", "replay": "a change in the journal can't be read"},
    ),
    "a change that is no object": (
        "UPDATE change SET after = '[1]' WHERE seq = 1",
        {"journal": "change 1 of step 1 was altered", "replay": "a change in the journal can't be read"},
    ),
    "a last conversation that was none": (
        "UPDATE contact SET last_conversation_on = '2020-01-01' WHERE id = 3",
        {"derived": "contact 3 has dates that do not follow from its conversations"},
    ),
    "a last conversation put off": (
        "UPDATE contact SET last_conversation_on = '2026-02-27' WHERE id = 1",
        {"derived": "contact 1 has dates that do not follow from its conversations"},
    ),
    "a turn put off": (
        "UPDATE contact SET next_contact_on = '2030-01-01' WHERE id = 2",
        {"derived": "contact 2 has dates that do not follow from its conversations"},
    ),
    "a day of getting to know": (
        "UPDATE contact SET known_on = NULL WHERE id = 1",
        {"derived": "contact 1 has dates that do not follow from its conversations"},
    ),
    "the day of a conversation's part": (
        "DROP TRIGGER conversation_contact_dated; "
        "UPDATE conversation_contact SET held_on = '2026-01-04' WHERE conversation_id = 1",
        {
            "derived": "conversation 1 is filed under another day than its own",
            "schema": "the trigger conversation_contact_dated is missing",
        },
    ),
    "a folded name": (
        "UPDATE contact SET folded_name = 'ada' WHERE id = 1",
        {"derived": "contact 1 is filed under another name than its own"},
    ),
    "a folded nickname": (
        "UPDATE contact SET folded_nickname = NULL WHERE id = 1",
        {"derived": "contact 1 is filed under another name than its own"},
    ),
    "a folded address": (
        "UPDATE contact_channel SET folded_value = 'other@example.org'",
        {"derived": "contact_channel 2 is filed under another name than its own"},
    ),
    "a folded title": (
        "UPDATE goal SET folded_title = ''",
        {"derived": "goal 1 is filed under another name than its own"},
    ),
    "a search index emptied": (
        "INSERT INTO conversation_text (conversation_text) VALUES ('delete-all')",
        {"search": "the search index of conversation does not match its text"},
    ),
    "a search index with more": (
        "INSERT INTO goal_text (rowid, title, notes) VALUES (99, 'forged', NULL)",
        {"search": "the search index of goal does not match its text"},
    ),
    "a row that refers to nothing": (
        "UPDATE contact SET met_event_id = 99 WHERE id = 1",
        {
            "references": "a row of contact refers to a row of event that is not there",
            "replay": "contact 1 differs",
        },
    ),
    "a table that is gone": (
        "DROP TABLE event_tag",
        {
            "replay": "can't be read: no such table: event_tag",
            "schema": "the index event_tag_word is missing",
        },
    ),
    "a trigger altered": (
        "DROP TRIGGER contact_added; CREATE TRIGGER contact_added AFTER INSERT ON contact BEGIN SELECT 1; END",
        {"schema": "the trigger contact_added was altered"},
    ),
    "a table of somebody else's": ("CREATE TABLE mine (x)", {"schema": "the table mine is not netlog's"}),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_named(ok: Run, run: Run, filled: Path, what: str) -> None:
    sql, problems = WRONG[what]
    tampered(filled, sql)
    before = filled.read_bytes()
    result = run("check", "--json")
    assert result.code == 6
    assert result.json["ok"] is False
    found = failed(result.json)
    assert set(found) == set(problems)
    for name, start in problems.items():
        assert any(problem.startswith(start) for problem in found[name]), found[name]
    assert [one["name"] for one in result.json["checks"]] == NAMES
    text = run("check")
    assert text.code == 6
    marks = {line.split("\t")[0]: line.split("\t")[1] for line in text.lines}
    assert {name for name, mark in marks.items() if mark != "yes"} == set(problems)
    for name in problems:
        assert found[name][0] in next(line for line in text.lines if line.startswith(name))
    table = run("check", "-f", "table")
    assert table.code == 6 and all(name in table.out for name in problems)
    assert filled.read_bytes() == before, "a log is not mended by looking at it"


def test_references_are_looked_at_by_the_quick_check_too(run: Run, filled: Path) -> None:
    tampered(filled, "UPDATE contact SET met_event_id = 99 WHERE id = 1")
    result = run("check", "--quick", "--json")
    assert result.code == 6 and set(failed(result.json)) == {"references"}


@pytest.mark.parametrize("quick", [True, False], ids=["quick", "whole"])
def test_damaged_pages_are_found(ok: Run, run: Run, filled: Path, quick: bool) -> None:
    """The index of the journal by row: nothing reads it in passing."""
    with connection.reading(filled) as reader:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'change_by_row'"
        page = reader.execute(sql).fetchone()[0]
    data = bytearray(filled.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    filled.write_bytes(data)
    result = run("check", "--json", *(["--quick"] if quick else []))
    assert result.code == 6 and "file" in failed(result.json)
    assert bytes(data) == filled.read_bytes()


def test_index_that_lost_a_row_is_found(run: Run, filled: Path) -> None:
    tampered(
        filled,
        """PRAGMA writable_schema = ON;
        UPDATE sqlite_master SET sql = replace(sql, 'IS NOT NULL', 'IS NULL') WHERE name = 'contact_by_next'""",
    )
    result = run("check", "--json")
    assert result.code == 6 and "file" in failed(result.json)


def test_many_problems_are_cut_to_twenty(ok: Run, run: Run, db: Path) -> None:
    ok("add-contact", "-", stdin="".join(f"Contact {number}\n" for number in range(60)))
    tampered(db, "UPDATE contact SET birthday = '1815-12-10'")
    assert len(failed(run("check", "--json").json)["replay"]) == 20


def test_two_changes_exchanged_are_found(run: Run, filled: Path) -> None:
    tampered(
        filled,
        "UPDATE change SET seq = -1 WHERE seq = 4; UPDATE change SET seq = 4 WHERE seq = 5;"
        "UPDATE change SET seq = 5 WHERE seq = -1",
    )
    assert "journal" in failed(run("check", "--json").json)
