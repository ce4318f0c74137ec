"""The queries of path, matches, balance and the introductions in the queue go by an index."""

import sqlite3
from collections.abc import Iterator

import pytest

from netlog.records import (
    balance,
    due_introductions,
    exchanges,
    follow_ups,
    introduction_talks,
    introductions,
    matches,
    network_links,
    paths,
    ties,
)
from netlog.store import connection

# the query, how many values it takes, and an index that it must go by
QUERIES = {
    "open introductions": (due_introductions.OPEN, 0, "introduction_open"),
    "introductions to those of a conversation": (introduction_talks.TOUCHED, 1, "introduction_by_to"),
    "the same introduction": (introductions.SAME, 3, "introduction_by_to"),
    "who was asked": (paths.ASKED, 1, "introduction_by_to"),
    "who knows somebody": (network_links.KNOWS, 2, "contact_knows_by_known"),
    "who was met through somebody": (network_links.MET_THROUGH, 2, "contact_by_met_through"),
    "who was introduced": (network_links.INTRODUCED, 2, "introduction_by_who"),
    "a group": (
        network_links.SHARING_SORTED.format(source=network_links.IN_GROUP),
        2,
        "PRIMARY KEY (network_group_id=?)",
    ),
    "a large group": (
        network_links.SHARING_WALKED.format(source=network_links.IN_GROUP),
        2,
        "contact_by_last",
    ),
    "an event": (
        network_links.SHARING_SORTED.format(source=network_links.AT_EVENT),
        2,
        "contact_by_met_event",
    ),
    "an organization": (network_links.AT_NOW, 2, "contact_by_organization"),
    "how many are at an organization": (network_links.HOW_MANY_NOW, 2, "contact_by_organization"),
    "a former organization": (network_links.AT_ONCE, 2, "contact_career_by_organization"),
    "ties": (ties.TIES, 3, "conversation_contact_by_contact"),
    "help in ties": (ties.TIES, 3, "exchange_contact_by_contact"),
    "who needs": (matches.HAVING.format(list="need"), 1, "contact_by_last"),
    "who needs, and was never talked with": (matches.HAVING_TOO.format(list="need"), 1, "contact_by_last"),
    "who offers what somebody needs": (
        matches.FITTING.format(mine="need", list="offer"),
        2,
        "contact_offer_word",
    ),
    "words": (matches.WORDS.format(list="need"), 1, "PRIMARY KEY (contact_id=?)"),
    "who knows whom": (matches.ACQUAINTED, 2, "introduction_by_to"),
    "help by day": (balance.DAYS, 0, "COVERING INDEX exchange_by_direction"),
    "help of one by day": (balance.DAYS_OF, 1, "exchange_contact_by_contact"),
    "help by contact": (balance.PEOPLE, 1, "COVERING INDEX exchange_contact_by_contact"),
    "help of one": (balance.ONE, 1, "exchange_contact_by_contact"),
    "the exchange of a promise": (follow_ups.HELP, 1, "exchange_by_follow_up"),
    "the people of a promise": (exchanges.PEOPLE["follow_up"], 1, "PRIMARY KEY (follow_up_id=?)"),
}
WHOLE = {"open introductions", "help by day", "help by contact"}  # of an index, from end to end


@pytest.fixture(scope="module")
def empty() -> Iterator[sqlite3.Connection]:
    with connection.empty() as db:
        yield db


@pytest.mark.parametrize("what", QUERIES)
def test_a_query_goes_by_an_index(empty: sqlite3.Connection, what: str) -> None:
    sql, many, index = QUERIES[what]
    steps = [row[3] for row in empty.execute(f"EXPLAIN QUERY PLAN {sql}", ["1"] * many)]
    assert any(index in step for step in steps), steps
    scans = [step for step in steps if step.startswith("SCAN ") and "USING" not in step]
    own = (
        "json_each",
        "VIRTUAL",
        "CONSTANT",
        "(subquery",
        "SCAN part",
        "SCAN way",
        "SCAN seen",
        "SCAN each",
        "SCAN one",
    )
    assert [step for step in scans if not any(word in step for word in own)] == [], steps
    if what not in WHOLE:
        assert [step for step in steps if step.startswith("SCAN ") and "USING" in step] == [], steps
