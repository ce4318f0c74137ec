"""The schema that the store opens files with is the models'; and every SQL constant fits it."""

import ast
import importlib
import pkgutil
import re
import sqlite3
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import netlog.records
import netlog.store
from netlog.models.schema import STORE, schema_sql, tables_py
from netlog.records import (
    diversity_counts,
    due_contacts,
    due_events,
    due_follow_ups,
    mentoring,
    network_links,
    plan_moves,
    plan_rows,
    prep,
    questions,
    references,
    remembered,
    search,
    steps,
    walk,
    wins,
    yields,
)
from netlog.records.kind import every_kind, kind_of
from netlog.store import connection, journal
from netlog.store.tables import TABLES
from netlog.vocabulary import table_of

STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\s")
# What the placeholders of a constant stand for: (constant's name, placeholder) -> values.
NAMES = {"contact": ("name", "nickname"), "event": ("name",), "goal": ("title",)}
PLACES: dict[str, list[dict[str, str]]] = {
    "BY_NAME": [{"table": table, "column": one} for table, many in NAMES.items() for one in many],
    "BY_START": [{"table": table, "column": many[0]} for table, many in NAMES.items()],
    "BY_UID": [{"table": kind.table} for kind in every_kind()],
    "BY_WORD": [{"table": table} for table in NAMES],
    "ALONE": [{"table": "conversation"}, {"table": "follow_up"}, {"table": "exchange"}],
    "PRIVATE": [{"table": kind.table} for kind in every_kind()],
    "LOST": [
        {"table": "introduction", "column": "by_id", "target": "contact"},
        {"table": "membership", "column": "group_id", "target": "network_group"},
        {"table": "plan_step", "column": "vision_id", "target": "vision"},
    ],
    "OF_ONE": [{"type": "contact"}, {"type": "event"}],
    "OPEN_OF": [{"type": "contact"}, {"type": "event"}],
    "SAME_QUESTION": [{"type": "contact"}, {"type": "event"}],
    "SHARING": [{"column": one} for one in ("organization", "specialty", "region")],
    "HAVE_WORDS": [{"table": table_of(kind)} for kind in search.DATED],
    "BEFORE": [{"table": table_of(kind)} for kind in search.DATED],
    "HAVE_SIGNS": [{"table": table_of(kind), "signs": "TRUE"} for kind in search.DATED],
    "HAVE_NOT": [{"table": table_of(kind)} for kind in search.DATED],
    "NEWEST": [
        {"table": table_of(kind), "dated": one, "where": "TRUE"} for kind, one in search.DATED.items()
    ],
    "WANTED": [{"mine": "need"}, {"mine": "offer"}],
    "WITH_WORD": [{"theirs": "need"}, {"theirs": "offer"}],
    **{name: [{"list": "need"}, {"list": "offer"}] for name in ("HAVING", "HAVING_TOO")},
    "FITTING": [{"mine": "need", "list": "offer"}, {"mine": "offer", "list": "need"}],
    "WORDS": [{"list": "need"}, {"list": "offer"}],
    **{
        name: [{"source": network_links.IN_GROUP}, {"source": network_links.AT_EVENT}]
        for name in ("SHARING_SORTED", "SHARING_WALKED", "HOW_MANY_SHARE")
    },
    "HAS_WINS": [{"table": table_of(kind)} for kind in wins.DAY],
    "WON": [
        {"table": table_of(kind), "day": day, "named": kind_of(kind).named, "where": "TRUE"}
        for kind, day in wins.DAY.items()
    ],
    "GROUPED": [{"classes": one, "places": "1"} for one in ("contact.sector", diversity_counts.MET)],
    "CLASS_OF": [{"classes": one} for one in ("contact.sector", diversity_counts.MET)],
    "FOUND": [{"where": "TRUE"}],
    "LINKED": [{"of": one} for one in remembered.OF],
    "HISTORY": [{"where": ""}, {"where": "WHERE step.id IN (SELECT value FROM json_each(?))"}],
}


@pytest.fixture(scope="module")
def empty() -> Iterator[sqlite3.Connection]:
    """A log in memory, as a read of a file that is not there sees it."""
    with connection.reading(Path("/nonexistent/netlog.db")) as reader:
        yield reader


# generated files


@pytest.mark.parametrize(("name", "made"), [("schema.sql", schema_sql), ("tables.py", tables_py)])
def test_file_is_what_the_models_generate(name: str, made: Any) -> None:
    assert (STORE / name).read_text(encoding="utf-8") == made(), "run `python -m netlog.models`"


def test_every_table_is_strict_and_known_to_the_log(empty: sqlite3.Connection) -> None:
    rows = empty.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    )
    strict = {row[0]: row[1] for row in rows if not row[0].startswith("sqlite_")}
    made_by_fts = {name for name in strict if re.search(r"_text_(config|content|data|docsize|idx)$", name)}
    assert {name for name in strict if name not in made_by_fts} == set(TABLES)
    assert all(strict[name] for name in TABLES)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_what_the_log_knows_of_a_table_is_so(empty: sqlite3.Connection, table: str) -> None:
    known = TABLES[table]
    columns = {row["name"]: row["pk"] for row in empty.execute(f"PRAGMA table_info('{table}')")}
    assert set(columns) == set(known.columns) | set(known.derived)
    assert not set(known.columns) & set(known.derived)
    in_key = sorted((place, name) for name, place in columns.items() if place)
    assert tuple(name for _, name in in_key) == known.key
    assert set(known.folds) <= set(known.derived) and set(known.folds.values()) <= set(known.columns)
    searched = [row["name"] for row in empty.execute(f"PRAGMA table_info('{table}_text')")]
    assert tuple(searched) == known.searched


def test_no_foreign_key_cascades_and_every_one_has_an_index(empty: sqlite3.Connection) -> None:
    """What hangs on a record is deleted by the log, journalled; and found without a scan."""
    for table in TABLES:
        leading = {TABLES[table].key[0]}
        for index in empty.execute(f"PRAGMA index_list('{table}')"):
            leading.add(empty.execute(f"PRAGMA index_info('{index['name']}')").fetchone()["name"])
        for key in empty.execute(f"PRAGMA foreign_key_list('{table}')"):
            assert (key["on_delete"], key["on_update"]) == ("NO ACTION", "NO ACTION")
            assert key["from"] in leading, f"{table}.{key['from']} has no index"


# SQL constants


def modules() -> Iterator[Any]:
    for package in (netlog.records, netlog.store):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            yield importlib.import_module(found.name)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)


def constants() -> Iterator[tuple[str, str]]:
    """(name, SQL) of each constant of a module, its placeholders filled in every way."""
    for module in modules():
        for name, value in vars(module).items():
            for number, sql in enumerate(strings(value)):
                if not STATEMENT.match(sql):
                    continue
                where = f"{module.__name__}.{name}" + (f"[{number}]" if number else "")
                if any(field for _, field, _, _ in string.Formatter().parse(sql)):
                    assert name in PLACES, f"say in PLACES what the placeholders of {where} stand for"
                    for values in PLACES[name]:
                        yield f"{where}({', '.join(values.values())})", sql.format(**values)
                else:
                    yield where, sql


def inline() -> Iterator[tuple[str, str]]:
    """(place, SQL) of each whole statement that stands inside a function."""
    for module in modules():
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        parts = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            for node in ast.walk(function):
                whole = (
                    isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts
                )
                if whole and STATEMENT.match(node.value):
                    yield f"{module.__name__}:{node.lineno}", node.value


def explained(db: sqlite3.Connection, sql: str, how: str = "EXPLAIN") -> list[sqlite3.Row]:
    """What SQLite makes of a statement, whatever number of values it takes."""
    for many in range(10):
        try:
            return db.execute(f"{how} {sql}", ["1"] * many).fetchall()
        except sqlite3.ProgrammingError as error:
            if "number of bindings" not in str(error):
                raise
    raise AssertionError(f"more than 9 values: {sql}")


CONSTANTS = dict(constants())
INLINE = dict(inline())


def test_constants_are_found() -> None:
    names = {name.partition("(")[0].partition("[")[0].rpartition(".")[2] for name in CONSTANTS}
    assert names >= {
        "BY_NAME",
        "BY_EMAIL",
        "PINNED",
        "LAPSED",
        "NEWEST_LIVE",
        "HISTORY",
        "NUMBERS",
        "TIMELINES",
    }
    assert len(CONSTANTS) > 30 and len(INLINE) > 10


@pytest.mark.parametrize("name", CONSTANTS)
def test_constant_fits_the_schema(empty: sqlite3.Connection, name: str) -> None:
    assert explained(empty, CONSTANTS[name])


@pytest.mark.parametrize("place", INLINE)
def test_statement_in_a_function_fits_the_schema(empty: sqlite3.Connection, place: str) -> None:
    assert explained(empty, INLINE[place])


def test_explaining_finds_what_does_not_fit(empty: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        explained(empty, "SELECT surname FROM contact WHERE id = ? AND uid = ?")


# plans

HOT = {
    "a name": (references.BY_NAME.format(table="contact", column="name"), "contact_by_name"),
    "a nickname": (references.BY_NAME.format(table="contact", column="nickname"), "contact_by_nickname"),
    "an event's name": (references.BY_NAME.format(table="event", column="name"), "event_by_name"),
    "a goal's title": (references.BY_NAME.format(table="goal", column="title"), "goal_by_title"),
    "the start of a name": (references.BY_START.format(table="contact", column="name"), "contact_by_name"),
    "an address": (references.BY_EMAIL, "contact_channel_by_value"),
    "a uid": (references.BY_UID.format(table="contact"), "sqlite_autoindex_contact_1"),
    "what you last spoke of": (prep.LAST, "conversation_contact_by_contact"),
    "the open questions of a contact": (questions.OPEN_OF.format(type="contact"), "question_by_contact"),
    "open follow-ups": (due_follow_ups.DUE, "follow_up_open"),
    "lapsed contacts": (due_contacts.LAPSED, "contact_by_next"),
    "contacts lapsed lately": (due_contacts.LATELY, "contact_by_next"),
    "contacts to come": (due_contacts.COMING, "contact_by_next"),
    "events to prepare for": (due_events.PREPARED, "event_by_start"),
    "how many follow-ups are due": (due_follow_ups.HOW_MANY, "follow_up_open"),
    "how many contacts have a turn": (due_contacts.HOW_MANY, "contact_by_next"),
    "the last talk with a contact": (walk.LAST_TALK, "conversation_contact_by_contact"),
    "the steps of a vision": (plan_rows.STEPS, "plan_step_by_vision"),
    "the needs of a vision's steps": (plan_rows.NEEDS, "plan_step_by_vision"),
    "the steps that the log moves": (plan_moves.OPEN, "plan_step_by_vision"),
    "the steps under one": (steps.OPEN_UNDER, "plan_step_by_parent"),
    "mentors and mentees": (mentoring.ALL, "contact_role_by_role"),
    "opportunities since a day": (yields.FOUND.format(where="TRUE"), "opportunity_by_day"),
    "the newest live step": (journal.NEWEST_LIVE, "step_by_undoes"),
    "the newest live undo": (journal.NEWEST_UNDO, "step_by_undoes"),
    "the changes of a step": (journal.CHANGES, "change_by_step"),
    "the steps of a record": (journal.RECORD_STEPS, "change_by_row"),
}
MAY_SCAN = {"the newest live step", "the newest live undo"}  # from the newest back, until one fits


def plan(db: sqlite3.Connection, sql: str) -> list[str]:
    return [row["detail"] for row in explained(db, sql, "EXPLAIN QUERY PLAN")]


@pytest.mark.parametrize("what", HOT)
def test_hot_query_goes_by_an_index(empty: sqlite3.Connection, what: str) -> None:
    sql, index = HOT[what]
    steps = plan(empty, sql)
    assert any(index in step for step in steps), steps
    scans = [step for step in steps if step.startswith("SCAN ") and "CONSTANT ROW" not in step]
    scans = [step for step in scans if "json_each" not in step]
    if what not in MAY_SCAN:
        assert scans == [], steps
    assert not any("CORRELATED" in step for step in steps) or what in MAY_SCAN
    if what != "the start of a name":
        assert not any("TEMP B-TREE FOR ORDER BY" in step for step in steps), steps


@pytest.mark.parametrize("table", search.WALKED)
def test_common_words_are_sought_from_the_newest_record_on(empty: sqlite3.Connection, table: str) -> None:
    """Sorting every conversation that has a word takes ten times as long as walking until fifty have it."""
    where = f"TRUE AND +{kind_of(table).matches()}"
    steps = plan(empty, search.NEWEST.format(table=table, dated=search.DATED[table], where=where))
    index = {
        "contact": "contact_by_updated",
        "conversation": "conversation_by_day",
        "event": "event_by_start",
    }
    assert steps[0].startswith("SCAN ") and index[table] in steps[0], steps
    assert not any("TEMP B-TREE FOR ORDER BY" in step for step in steps), steps


@pytest.mark.parametrize("what", sorted(MAY_SCAN))
def test_newest_step_is_sought_from_the_newest(empty: sqlite3.Connection, what: str) -> None:
    """Scanned by its key, backwards, without sorting: the first that fits ends it."""
    steps = plan(empty, HOT[what][0])
    assert not any("TEMP B-TREE" in step for step in steps), steps
    assert not any(re.match(r"SCAN (contact|conversation|change)\b", step) for step in steps)


@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.name)
def test_list_in_its_own_order_needs_no_sorting(empty: sqlite3.Connection, kind: Any) -> None:
    if kind.name == "follow_up":
        sql = f"SELECT id FROM follow_up WHERE {kind.shown} ORDER BY {kind.order} LIMIT 100"
    else:
        sql = f"SELECT id FROM {kind.table} ORDER BY {kind.order} LIMIT 100"
    assert not any("TEMP B-TREE" in step for step in plan(empty, sql))


@pytest.mark.parametrize("column", ["last_conversation_on", "next_contact_on", "known_on"])
def test_dates_that_lists_and_goals_ask_for_are_indexed(empty: sqlite3.Connection, column: str) -> None:
    steps = plan(empty, f"SELECT count(*) FROM contact WHERE {column} BETWEEN ? AND ?")
    assert len(steps) == 1 and "SEARCH contact USING COVERING INDEX contact_by_" in steps[0], steps


# what the schema refuses, whatever the commands let through

DAYS = [
    ("contact", "met_on"),
    ("contact", "snoozed_until"),
    ("contact", "birthday"),
    ("conversation", "held_on"),
    ("event", "starts_on"),
    ("follow_up", "due_on"),
    ("goal", "starts_on"),
]
BASE: dict[str, dict[str, Any]] = {
    "contact": {"name": "Ada", "status": "active"},
    "conversation": {"held_on": "2026-03-02", "kind": "call", "summary": "x"},
    "event": {
        "name": "x",
        "starts_on": "2026-03-02",
        "ends_on": "9999-12-31",
        "kind": "talk",
        "role": "attendee",
        "status": "planned",
    },
    "follow_up": {"what": "x", "due_on": "2026-03-02", "owed_by": "me", "status": "open"},
    "goal": {
        "title": "x",
        "count": "people",
        "target": 1,
        "per": "week",
        "starts_on": "2026-03-02",
        "status": "active",
    },
}


@pytest.fixture
def scratch() -> Iterator[sqlite3.Connection]:
    db = connection._in_memory()
    yield db
    db.close()


def insert(db: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    row = {"uid": "u", "private": 0, "created_at": "x", "updated_at": "x", **BASE[table], **values}
    names = ", ".join(f'"{name}"' for name in row)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", [*row.values()])


@pytest.mark.parametrize(("table", "column"), DAYS)
@pytest.mark.parametrize(
    "day", ["2026-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-3-2", "soon", ""]
)
def test_schema_refuses_a_day_that_is_none(
    scratch: sqlite3.Connection, table: str, column: str, day: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        insert(scratch, table, {column: day})


@pytest.mark.parametrize(("table", "column"), DAYS)
def test_schema_takes_a_leap_day(scratch: sqlite3.Connection, table: str, column: str) -> None:
    insert(scratch, table, {column: "2024-02-29"})


@pytest.mark.parametrize(
    ("birthday", "fits"), [("--02-29", True), ("--12-31", True), ("--02-30", False), ("--1", False)]
)
def test_schema_knows_birthdays_without_a_year(
    scratch: sqlite3.Connection, birthday: str, fits: bool
) -> None:
    if fits:
        insert(scratch, "contact", {"birthday": birthday})
    else:
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            insert(scratch, "contact", {"birthday": birthday})
