"""Steps back and forth: undo, redo, history, and that undoing everything gives the start."""

import itertools
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netlog.store import connection, journal
from netlog.store import log as store
from netlog.store.tables import TABLES
from tests.conftest import Result, Run

JOURNALLED = sorted(set(TABLES) - {"step", "change"})
WORDS = ("ada", "grace", "compilers", "stem", "slides", "chess", "math", "new", "talk")


def state(db: Path) -> dict[str, Any]:
    """Every row of every table but the journal's, derived columns too, and what the searches find."""
    with connection.reading(db) as reader:
        found: dict[str, Any] = {}
        for table in JOURNALLED:
            order = ", ".join(TABLES[table].key)
            found[table] = [dict(row) for row in reader.execute(f"SELECT * FROM {table} ORDER BY {order}")]
            if TABLES[table].searched:
                sql = f"SELECT rowid FROM {table}_text WHERE {table}_text MATCH ? ORDER BY rowid"
                found[f"{table} found"] = {
                    word: [row[0] for row in reader.execute(sql, (f"{word}*",))] for word in WORDS
                }
        return found


def refs(result: Result) -> list[str]:
    return [line.split("\t")[0] for line in result.lines]


@pytest.fixture
def three(ok: Run) -> None:
    """Three steps: c1, c2, c3."""
    for name in ("Ada Lovelace", "Grace Hopper", "Mary Somerville"):
        ok("add-contact", name)


def contacts(ok: Run) -> list[str]:
    return ok("list-contacts", "-f", "ids", "--all").lines


# the digest chain


def test_each_change_has_the_digest_of_itself_and_the_one_before(ok: Run, db: Path) -> None:
    ok("add-contact", "Zoë 李 [/red] =1+1", "--tag", "math", "--email", "zoe@example.org")
    ok("edit", "c1", "name=Zoë", "tag+=emoji🙂", "notes=a\nb")
    ok("undo")
    ok("redo")
    with store.reading(db) as log:
        previous = "0" * 64
        rows = log.rows("SELECT * FROM change ORDER BY seq")
        for number, row in enumerate(rows, 1):
            *content, stored = tuple(row)
            assert content[0] == number, "no number is missing"
            assert stored == store.digest(previous, content)
            previous = stored
        assert len(rows) >= 9
        assert list(journal.broken_digests(log)) == []


def test_changes_hold_only_the_columns_that_changed(ok: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace", "--title", "Countess")
    ok("edit", "c1", "title=Analyst", today="2026-03-03")
    with store.reading(db) as log:
        row = log.rows("SELECT before, after FROM change WHERE step_id = 2 AND op = 'update' ORDER BY seq")[0]
        assert (json.loads(row[0]), json.loads(row[1])) == ({"title": "Countess"}, {"title": "Analyst"})


def test_derived_columns_are_never_journalled(ok: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace", "--cadence", "30d", "--nickname", "A", "--email", "a@example.org")
    ok("add-conversation", "About engines", "--with", "c1")
    with store.reading(db) as log:
        for row in log.rows("SELECT record, after FROM change WHERE after IS NOT NULL"):
            assert not set(json.loads(row["after"])) & set(TABLES[row["record"]].derived)


# undo and redo


@pytest.mark.usefixtures("three")
def test_undo_takes_back_the_newest_and_redo_brings_it_back(ok: Run) -> None:
    undone = ok("undo", "--json").json
    assert undone == {
        "step": 4,
        "undid": [
            {
                "step": 3,
                "command": "add-contact 'Mary Somerville'",
                "at": "2026-03-02T12:00:00.000000Z",
                "changes": 1,
            }
        ],
    }
    assert contacts(ok) == ["c1", "c2"]
    redone = ok("redo", "--json").json
    assert redone["step"] == 5 and [one["step"] for one in redone["undid"]] == [3]
    assert contacts(ok) == ["c1", "c2", "c3"]


@pytest.mark.usefixtures("three")
def test_undo_twice_is_undo_2(ok: Run, db: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(db.read_bytes())
    ok("undo")
    ok("undo")
    answer = ok("undo", "2", "--json", "--db", str(copy)).json
    assert [one["step"] for one in answer["undid"]] == [3, 2]
    assert state(copy) == state(db)
    for _ in range(2):
        ok("redo")
        ok("redo", "--db", str(copy))
    assert sorted(contacts(ok)) == ["c1", "c2", "c3"]
    assert state(copy) == state(db)


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("undone", "says"),
    [(0, "are only 3 commands"), (2, "is only one command"), (3, "is nothing")],
)
def test_undo_of_more_than_there_is_changes_nothing(
    ok: Run, run: Run, db: Path, undone: int, says: str
) -> None:
    for _ in range(undone):
        ok("undo")
    before = db.read_bytes()
    result = run("undo", "4")
    assert (result.code, result.out) == (1, "")
    assert result.err == f"error: there {says} to undo (nothing was changed)\n"
    assert db.read_bytes() == before


@pytest.mark.parametrize("count", ["0", "-1", "two", "1.5"])
def test_undo_takes_a_count_of_at_least_one(run: Run, count: str) -> None:
    assert run("undo", count).code == 2


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_nothing_to_undo_or_redo_is_said(run: Run, db: Path, command: str) -> None:
    result = run(command)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"error: there is nothing to {command} (nothing was changed)\n"


@pytest.mark.usefixtures("three")
def test_ordinary_step_ends_redo(ok: Run, run: Run) -> None:
    ok("undo", "2")
    ok("add-contact", "Joan Clarke")
    result = run("redo")
    assert (result.code, result.err) == (1, "error: there is nothing to redo (nothing was changed)\n")
    ok("undo")  # Joan goes, and with her no way is open to those before
    assert contacts(ok) == ["c1"]
    ok("redo")
    assert sorted(contacts(ok)) == ["c1", "c4"]
    assert run("redo").code == 1


@pytest.mark.usefixtures("three")
def test_command_that_changed_nothing_leaves_redo(ok: Run, run: Run) -> None:
    ok("undo")
    ok("edit", "c1", "name=Ada Lovelace")
    ok("add-contact", "Ada Lovelace", "--if-absent")
    assert run("add-contact", "Ada Lovelace").code == 5
    ok("redo")
    assert sorted(contacts(ok)) == ["c1", "c2", "c3"]


@pytest.mark.usefixtures("three")
def test_redos_and_undos_are_undone_in_turn(ok: Run, db: Path) -> None:
    """undo undo redo redo undo undo undo: each goes where one expects."""
    seen = []
    for command in ("undo", "undo", "redo", "redo", "undo", "undo", "undo", "redo"):
        ok(command)
        seen.append(len(contacts(ok)))
    assert seen == [2, 1, 2, 3, 2, 1, 0, 1]
    assert ok("check", "--json").json["ok"] is True


def test_same_values_in_another_order_are_no_change(ok: Run, db: Path) -> None:
    fill(ok)
    before = db.read_bytes()
    for words in (
        ("edit", "c2", "tag=math,chess"),
        ("edit", "c2", "role=peer", "role+=mentor=2024-01-01..2025-06-30"),
        ("edit", "t2", "with=c2", "with+=c1"),
        ("tag", "c2", "math"),
    ):
        result = ok(*words, today="2026-03-09")
        assert result.err in ("nothing to change: it was so already\n", ""), words
        assert db.read_bytes() == before, words
    ok("edit", "c2", "email=ada@example.com", "email+=ada@example.org")  # of addresses the first counts
    assert [one["value"] for one in ok("show", "c2", "--json").json["emails"]] == [
        "ada@example.com",
        "ada@example.org",
    ]


# undo --step


@pytest.mark.usefixtures("three")
def test_undo_step_takes_back_that_one_alone(ok: Run) -> None:
    answer = ok("undo", "--step", "2", "--json").json
    assert [one["step"] for one in answer["undid"]] == [2]
    assert sorted(contacts(ok)) == ["c1", "c3"]
    ok("redo")
    assert sorted(contacts(ok)) == ["c1", "c2", "c3"]
    ok("undo", "--step", "2")
    ok("undo")
    assert contacts(ok) == ["c1"], "the newest that is left was taken"


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("before", "step", "code", "says"),
    [
        ([], "99", 3, "there is no step 99 (see `netlog history`)"),
        ([("undo",)], "3", 5, "step 3 is undone already (nothing was changed)"),
        ([("undo",)], "4", 5, "step 4 is itself an undo or a redo"),
        ([("undo",), ("redo",)], "5", 5, "step 5 is itself an undo or a redo"),
        ([("edit", "c1", "name=Ada King")], "1", 5, "c1 was changed since"),
        ([("edit", "c1", "title=Countess")], "1", 5, "c1 was changed since"),
        ([("delete", "c1")], "1", 5, "c1 was changed since"),
        ([("tag", "c1", "math")], "1", 5, "c1"),
        ([("add-conversation", "About engines", "--with", "c1")], "1", 5, "c1 is still referred to"),
        ([("edit", "c2", "met-through=c1")], "1", 5, "c1 is still referred to"),
        ([("edit", "c1", "title=A"), ("edit", "c1", "title=B")], "4", 5, "c1 was changed since"),
    ],
)
def test_undo_step_that_cannot_be(
    ok: Run, run: Run, db: Path, before: list[tuple[str, ...]], step: str, code: int, says: str
) -> None:
    for words in before:
        ok(*words)
    as_it_was = db.read_bytes()
    result = run("undo", "--step", step)
    assert (result.code, result.out) == (code, "")
    assert says in result.err and result.err.count("\n") == 1
    assert db.read_bytes() == as_it_was


@pytest.mark.usefixtures("three")
def test_undo_step_after_what_hung_on_it_is_undone(ok: Run, run: Run) -> None:
    ok("add-conversation", "About engines", "--with", "c1")
    assert run("undo", "--step", "1").code == 5
    ok("undo", "--step", "4")
    ok("undo", "--step", "1")
    assert sorted(contacts(ok)) == ["c2", "c3"]


def test_undo_step_of_a_deletion_whose_place_is_taken_is_a_conflict(ok: Run, run: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace", "--tag", "math")
    ok("untag", "c1", "math")
    ok("tag", "c1", "math")
    before = db.read_bytes()
    result = run("undo", "--step", "2")
    assert result.code == 5 and "was changed since" in result.err
    assert db.read_bytes() == before


# history


@pytest.mark.usefixtures("three")
def test_history_is_newest_first_and_says_what_undoes_what(ok: Run) -> None:
    ok("undo")
    ok("redo")
    steps = ok("history", "--json").json
    assert [set(one) for one in steps] == [{"step", "at", "command", "changes"}] * 5
    assert [(one["step"], one["command"], one["changes"]) for one in steps] == [
        (5, "redo (of step 4)", 1),
        (4, "undo (of step 3)", 1),
        (3, "add-contact 'Mary Somerville'", 1),
        (2, "add-contact 'Grace Hopper'", 1),
        (1, "add-contact 'Ada Lovelace'", 1),
    ]
    assert {one["at"] for one in steps} == {"2026-03-02T12:00:00.000000Z"}
    assert ok("history", "--limit", "2", "--json").json == steps[:2]
    assert [line.split("\t")[0] for line in ok("history").lines] == ["5", "4", "3", "2", "1"]


def test_history_of_a_record_has_the_steps_that_touched_it(ok: Run) -> None:
    for number in range(1, 13):
        ok("add-contact", f"Contact {number:02}")
    ok("tag", "c1", "math")
    ok("tag", "c12", "math")
    ok("edit", "c1", "role=mentor", "email=one@example.org")
    ok("add-event", "STEM Day", "--on", "2026-04-01", "--met", "c12")
    ok("edit", "e1", "place=Hall", "tag=stem")
    steps = {ref: [one["step"] for one in ok("history", ref, "--json").json] for ref in ("c1", "c12", "e1")}
    assert steps == {"c1": [15, 13, 1], "c12": [14, 12], "e1": [17, 16]}


def test_history_of_nothing_is_not_found(run: Run) -> None:
    result = run("history", "c7")
    assert (result.code, result.out) == (3, "")


def test_history_keeps_long_commands_short_and_whole_words(ok: Run) -> None:
    ok("add-contact", "Ada Lovelace", "--notes", "x" * 5000)
    command = ok("history", "--json").json[0]["command"]
    assert len(command) == 200 and command.endswith("…")
    ok("add-contact", "O'Neil; rm -rf $HOME", "--tag", "a,b")
    assert ok("history", "--json").json[0]["command"] == ("add-contact 'O'\\''Neil; rm -rf $HOME' --tag a,b")


# what a deletion takes comes back


def fill(ok: Run) -> None:
    """One of everything, tied together."""
    ok("add-contact", "Grace Hopper", "--cadence", "60d")
    ok("add-event", "STEM Day", "--on", "2026-01-10", "--to-meet", "c1", "--tag", "stem", "--place", "Hall")
    ok(
        *("add-contact", "Ada Lovelace", "--nickname", "Countess", "--email", "work=ada@example.org"),
        *("--email", "home=ada@example.com", "--phone", "+1 555 0100", "--link", "https://ada.example.org"),
        *("--handle", "mastodon=@ada@example.org", "--role", "mentor=2024-01-01..2025-06-30"),
        *("--role", "peer", "--tag", "math,chess", "--met", "2024-05-01", "--met-at", "e1"),
        *("--met-through", "c1", "--tier", "close", "--birthday", "12-10", "--notes", "Knits\nand codes"),
    )
    ok("add-contact", "Mary Somerville", "--met-through", "c2", "--status", "target")
    ok("add-conversation", "About engines", "--with", "c2", "--on", "2026-02-01", "--event", "e1")
    ok(
        "add-conversation",
        "About compilers",
        "--with",
        "c1",
        "--with",
        "c2",
        "--on",
        "2026-02-20",
        "--tag",
        "math",
    )
    ok("edit", "e1", "met=c2")
    ok(
        "add-follow-up",
        "Send the slides",
        "--from",
        "t1",
        "--due",
        "2026-03-09",
        "--repeat",
        "2w",
        "--tag",
        "stem",
    )
    ok("add-follow-up", "Plan a talk", "--with", "c1", "--with", "c2", "--theirs", "--from", "e1")
    ok(
        "add-goal",
        "Talk more",
        "--count",
        "conversations",
        "--per",
        "week",
        "--where",
        "tag:math",
        "--tag",
        "new",
    )
    ok("review", "--done")


DELETED = {
    "a contact, with all that hangs on it": ("c2",),
    "a contact that introduced others": ("c1",),
    "both at once": ("c1", "c2"),
    "the other way round": ("c2", "c1"),
    "an event": ("e1",),
    "a conversation that a follow-up came of": ("t1",),
    "a conversation with several": ("t2",),
    "follow-ups": ("f1", "f2"),
    "a goal": ("g1",),
    "everything": ("f1", "g1", "t1", "e1", "c3", "c2", "c1"),
}


@pytest.mark.parametrize("words", DELETED.values(), ids=DELETED)
def test_undo_of_a_deletion_restores_everything(ok: Run, db: Path, words: tuple[str, ...]) -> None:
    fill(ok)
    refs = ("c1", "c2", "c3", "t1", "t2", "e1", "f1", "f2", "g1")
    before, shown = state(db), ok("show", *refs, "--json").json
    ok("delete", *words, "--yes")
    after = state(db)
    assert all(after[table] != before[table] for table in {TABLE[word[0]] for word in words})
    assert ok("check", "--json").json["ok"] is True
    ok("undo")
    assert state(db) == before
    assert ok("show", *refs, "--json").json == shown
    ok("redo")
    assert state(db) == after
    assert ok("check", "--json").json["ok"] is True


TABLE = {"c": "contact", "t": "conversation", "e": "event", "f": "follow_up", "g": "goal"}


def test_undo_restores_what_is_derived(ok: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace", "--cadence", "30d")
    first = ok("show", "c1", "--json").json
    ok("add-conversation", "About engines", "--with", "Ada", "--on", "2026-02-20")
    then = ok("show", "c1", "--json").json
    assert (first["last_conversation_on"], then["last_conversation_on"]) == (None, "2026-02-20")
    assert (first["next_contact_on"], then["next_contact_on"]) == ("2026-04-01", "2026-03-22")
    ok("undo")
    assert ok("show", "c1", "--json").json == first
    ok("redo")
    assert ok("show", "c1", "--json").json == then


def test_undo_of_a_change_of_name_finds_by_the_old_one(ok: Run, run: Run) -> None:
    ok("add-contact", "Ada Lovelace", "--notes", "chess")
    ok("edit", "c1", "name=Zoë King", "notes=go")
    assert run("show", "lovelace").code == 3 and ok("list-contacts", "chess", "-f", "ids").lines == []
    ok("undo")
    assert ok("list-contacts", "chess", "-f", "ids").lines == ["c1"]
    assert ok("show", "ada lovelace", "--json").json["ref"] == "c1"
    assert run("show", "Zoe King").code == 3
    ok("redo")
    assert ok("show", "Zoe King", "--json").json["ref"] == "c1"


def test_undo_over_an_altered_journal_is_bad_data(ok: Run, run: Run, db: Path) -> None:
    ok("add-contact", "Ada Lovelace")
    with sqlite3.connect(db) as other:
        other.execute("UPDATE change SET after = 'garbage'")
    other.close()
    before = db.read_bytes()
    result = run("undo")
    assert (result.code, result.out) == (6, "") and "netlog check" in result.err
    assert db.read_bytes() == before


# the law: undoing everything is the start, redoing everything the end

NAMES = ("Ada Lovelace", "Grace Hopper", "Zoë 李", "Mary Somerville", "[bold]O'Neil", "Ada King")
SOME = st.sampled_from((1, 1, 2, 2, 3, 4))
TAG = st.sampled_from(("math", "chess", "stem", "new"))
DAY = st.sampled_from(("2025-12-31", "2026-01-31", "2026-02-28", "2026-03-02"))
TEXT = st.sampled_from(("About compilers", "Slides for a talk", "Chess\nand math", "x [/items] y", "=1+1"))


def command(*parts: Any) -> st.SearchStrategy[tuple[str, ...]]:
    """A command line whose words are fixed, or drawn."""
    return st.tuples(*(one if isinstance(one, st.SearchStrategy) else st.just(one) for one in parts)).map(
        lambda words: tuple(str(word) for word in words)
    )


def ref(letter: str) -> st.SearchStrategy[str]:
    return SOME.map(lambda number: f"{letter}{number}")


ANY = st.one_of(*(ref(letter) for letter in TABLE))
EDITS = {
    "c": (
        *("name=Chess club", "nickname=Countess", "email=ada@example.org", "email+=b=grace@example.org"),
        *(
            "email=",
            "role+=mentor",
            "role=peer=2024-01-01..2025-01-01",
            "tier=inner",
            "cadence=6w",
            "cadence=",
        ),
        *("status=archived", "status=active", "met=2025-05-05", "met=", "met-through=c1", "met-at=e1"),
        *("met-at=", "birthday=02-29", "notes=Grace wrote of math", "notes=", "private=yes", "tag=stem"),
    ),
    "t": ("summary=New talk", "on=2026-01-15", "with=c2", "with+=c1", "event=e1", "event=", "kind=call"),
    "e": ("name=New fair", "met+=c2", "met=", "to-meet=c1", "place=Slides hall", "role=presenter"),
    "f": (
        "what=Stem slides",
        "due=2026-05-05",
        "status=done",
        "status=open",
        "from=t1",
        "from=",
        "repeat=1m",
    ),
    "g": ("title=New goal", "target=3", "where=tag:new", "where=", "per=year", "status=closed", "tag+=math"),
}


def edit(letter: str) -> st.SearchStrategy[tuple[str, ...]]:
    value = st.sampled_from(EDITS[letter])
    return command("edit", ref(letter), value) | command("edit", ref(letter), value, value)


COMMAND = st.one_of(
    command("add-contact", st.sampled_from(NAMES), "--tag", TAG, "--cadence", "30d", "--met", DAY),
    command("add-contact", st.sampled_from(NAMES), "--email", "m=mary@example.org", "--allow-duplicate"),
    command(
        "add-conversation", TEXT.map(lambda text: text.replace("\n", " ")), "--with", ref("c"), "--on", DAY
    ),
    command("add-conversation", "All of us", "--with", ref("c"), "--with", ref("c"), "--tag", TAG),
    command("add-event", "STEM Day", "--on", DAY, "--to-meet", ref("c"), "--met", ref("c"), "--tag", TAG),
    command("add-follow-up", "Send slides", "--with", ref("c"), "--repeat", "2w"),
    command("add-follow-up", "Plan a talk", "--from", st.one_of(ref("t"), ref("e")), "--tag", TAG),
    command("add-goal", "Talk more", "--count", "people", "--per", "month", "--tag", TAG),
    *(edit(letter) for letter in EDITS),
    command("tag", ANY, TAG),
    command("untag", ANY, TAG),
    command("delete", ANY, "--yes"),
    command("done", ref("f"), "--note", TEXT, "--log"),
    command("done", ref("f")),
    command("snooze", st.one_of(ref("f"), ref("c")), "2026-06-01"),
    command("drop", ref("f")),
    command("review", "--done", "--week", DAY),
)
KNOWN = {0, 2, 3, 4, 5}  # what a command that can't be done may answer: never 70
FRESH = itertools.count()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(COMMAND, min_size=8, max_size=22))
def test_undoing_everything_is_the_start_and_redoing_everything_the_end(
    run: Run, ok: Run, home: Path, filled: Path, commands: list[tuple[str, ...]]
) -> None:
    db = home / f"{next(FRESH)}.db"
    db.write_bytes(filled.read_bytes())
    here = ("--db", str(db))
    start = state(db)
    before, done = start, 0
    for number, words in enumerate(commands):
        bytes_before = db.read_bytes()
        result = run(*words, *here, today=f"2026-03-{2 + number:02}")
        assert result.code in KNOWN, result
        after = state(db)
        if result.code:
            assert db.read_bytes() == bytes_before, f"{words} failed, and changed the log"
        done += after != before
        before = after
    end = before
    steps = len(ok("history", "--json", "--limit", "999", *here).json) - len(FILLED)
    assert steps == done, "a step for each command that changed something, and for no other"
    assert ok("check", "--json", *here).json["ok"] is True
    for _ in range(steps):
        ok("undo", *here)
    assert state(db) == start
    assert ok("check", "--json", *here).json["ok"] is True
    for _ in range(steps):
        ok("redo", *here)
    assert state(db) == end
    assert run("redo", *here).code == 1
    if steps:
        ok("undo", str(steps), *here)
        assert state(db) == start
    assert ok("check", "--json", *here).json["ok"] is True
    db.unlink()


FILLED = (
    ("add-contact", "Joan Clarke", "--cadence", "30d", "--tag", "chess"),
    ("add-event", "Spring talk", "--on", "2026-02-01", "--met", "c1"),
    ("add-contact", "Emmy Noether", "--met-at", "e1", "--met-through", "c1", "--role", "mentor"),
    ("add-conversation", "About math", "--with", "c1", "--with", "c2", "--event", "e1"),
    ("add-follow-up", "Slides", "--from", "t1", "--repeat", "1m", "--repeat-from", "due"),
    ("add-goal", "More talks", "--count", "events", "--per", "term"),
)


@pytest.fixture
def filled(ok: Run, db: Path) -> Path:
    """A log with one of each kind, so that references meet something."""
    for words in FILLED:
        ok(*words)
    return db


def test_import_is_one_step_that_undo_takes_back(ok: Run, db: Path, home: Path, filled: Path) -> None:
    start = state(db)
    csv = home / "Connections.csv"
    csv.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Hedy,Lamarr,https://www.linkedin.com/in/hedy,hedy@example.org,Example Radio,Inventor,12 Mar 2024\n"
        "Joan,Clarke,https://www.linkedin.com/in/joan,joan@example.org,Example Hut,Analyst,13 Mar 2024\n"
    )
    answer = ok("import", "linkedin", str(csv), "--tag", "new", "--json").json
    assert (answer["new"], answer["merged"]) == (1, 1)
    end = state(db)
    assert len(end["source"]) == 2
    ok("undo")
    assert state(db) == start
    ok("redo")
    assert state(db) == end


def test_deep_undo_of_links_to_a_record_deleted_twice(ok: Run, db: Path) -> None:
    """Delete, undo, redo, undo, delete again: the same rows come and go under the same keys."""
    fill(ok)
    before = state(db)
    for words in (
        ("delete", "c2", "--yes"),
        ("undo",),
        ("redo",),
        ("undo",),
        ("delete", "c2", "--yes"),
        ("undo",),
    ):
        ok(*words)
    assert state(db) == before
    assert ok("check", "--json").json["ok"] is True


def test_history_of_a_record_outlives_it(ok: Run, run: Run) -> None:
    ok("add-contact", "Ada Lovelace")
    ok("delete", "c1")
    assert [one["command"] for one in ok("history", "c1", "--json").json] == [
        "delete c1",
        "add-contact 'Ada Lovelace'",
    ]
    assert run("history", "c2").code == 3


def test_undo_takes_a_number_or_a_step(ok: Run, run: Run) -> None:
    ok("add-contact", "Ada Lovelace")
    assert run("undo", "2", "--step", "1").code == 2


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("delete", "t1"), "t1 refers to what is not there any more"),
        (("edit", "c2", "met-through="), "c2 refers to what is not there any more"),
    ],
)
def test_undo_step_of_what_refers_to_a_record_deleted_since_is_a_conflict(
    ok: Run, run: Run, db: Path, words: tuple[str, ...], says: str
) -> None:
    ok("add-conversation", "About engines", "--with", "c1", "--with", "c3")
    ok("edit", "c2", "met-through=c1")
    ok(*words)
    step = str(ok("history", "--json").json[0]["step"])
    ok("delete", "c1")
    before = db.read_bytes()
    result = run("undo", "--step", step)
    assert result.code == 5 and says in result.err
    assert db.read_bytes() == before


def test_undo_passes_over_a_command_with_a_key_that_changed_nothing(ok: Run) -> None:
    ok("add-contact", "Ada", "--tag", "math")
    ok("tag", "c1", "art")
    ok("undo")
    ok("tag", "c1", "math", "--key", "k")
    assert ok("redo", "--json").json["undid"][0]["command"] == "tag c1 art"
    assert ok("undo", "--json").json["undid"][0]["command"] == "tag c1 art"


def test_a_key_tells_long_commands_apart_by_their_ends(ok: Run, run: Run) -> None:
    ok("add-contact", "Ada")
    long = "x" * 300
    ok("add-conversation", f"{long} one", "--with", "Ada", "--key", "k")
    assert run("add-conversation", f"{long} two", "--with", "Ada", "--key", "k").code == 5
    assert ok("add-conversation", f"{long} one", "--with", "Ada", "--key", "k", "-f", "ids").lines == ["t1"]
