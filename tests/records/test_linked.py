"""The queries for what points at a record, over the schema as it is."""

import sqlite3
from pathlib import Path

import pytest

from netlog.records import linked, timeline
from netlog.store import connection
from netlog.vocabulary import LETTERS, table_of

QUERIES = [(type, linked.query(one)) for type, ones in linked.POINTING.items() for one in ones]


@pytest.fixture(scope="module")
def empty():
    with connection.reading(Path("/nonexistent/netlog.db")) as reader:
        yield reader


def plan(db: sqlite3.Connection, sql: str) -> list[str]:
    return [row["detail"] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", (1,))]


@pytest.mark.parametrize(("type", "sql"), QUERIES)
def test_nothing_is_read_from_one_end_to_the_other(empty, type, sql):
    assert not [step for step in plan(empty, sql) if step.startswith("SCAN")], sql


@pytest.mark.parametrize("type", timeline.TIMELINES)
def test_a_timeline_is_read_by_index(empty, type):
    steps = plan(empty, timeline.TIMELINES[type])
    assert [step for step in steps if step.startswith("SCAN")] in ([], ["SCAN part"])  # the few of a subquery


def test_every_column_that_refers_to_a_record_is_told_of(empty):
    """What points at a record is in its own fields, in its timeline, or in what is linked to it."""
    told = " ".join([*(sql for _, sql in QUERIES), *timeline.TIMELINES.values()])
    kept = {  # in a field of the record itself, or told elsewhere
        *("event_contact", "follow_up_contact", "conversation_contact", "contact_pin", "follow_up_pin"),
        *("source", "question", "debrief"),
    }
    owners = {table_of(record) for record in LETTERS}
    found = empty.execute(
        "SELECT m.name, f.'from' FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'"
    )
    for table, column in found:
        if table in owners and table not in kept:
            assert column in told, f"{table}.{column}"
