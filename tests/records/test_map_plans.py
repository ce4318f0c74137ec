"""The queries of the map and of diversity go by index where there are many rows."""

import pytest

from netlog.records import diversity_counts, gap_closers, network
from netlog.store.log import reading, transaction

BY_INDEX = {
    **{
        name: getattr(network, name)
        for name in ("TARGETS", "LATEST", "NEVER", "KNOWS", "THROUGH", "INTRODUCED", "IN_GROUPS", "AT_PLACES")
    },
    "AT_EVENTS": network.AT_EVENTS,
    "TALKED_TOGETHER": network.TALKED_TOGETHER,
    "MEANT": gap_closers.MEANT,
    "COMING": gap_closers.COMING,
    "TO_MEET": gap_closers.TO_MEET,
    "CLASS_OF": diversity_counts.CLASS_OF.format(classes=diversity_counts.MET),
    "ROLE_OF": diversity_counts.ROLE_OF,
}


@pytest.fixture
def plan(tmp_path):
    """The plan of a query on an empty log."""
    path = tmp_path / "plans.db"
    with transaction(path, now="2026-03-02T12:00:00.000000Z", command="test"):
        pass

    def call(sql):
        with reading(path) as log:
            values = ["[]"] * max(sql.count("?1") and 1, sql.count("?2") and 2, sql.count("?3") and 3)
            return [row["detail"] for row in log.rows(f"EXPLAIN QUERY PLAN {sql}", *values)]

    return call


@pytest.mark.parametrize("name", BY_INDEX)
def test_no_table_is_gone_through(plan, name):
    scans = [one for one in plan(BY_INDEX[name]) if one.startswith("SCAN") and "VIRTUAL TABLE" not in one]
    assert [one for one in scans if "USING" not in one and "json_each" not in one] == []


def test_conversations_are_not_what_diversity_counts(plan):
    grouped = diversity_counts.GROUPED.format(classes="contact.sector", places="1")
    for sql in (grouped, diversity_counts.ROLES, diversity_counts.PEOPLE):
        assert not any("conversation" in one for one in plan(sql))
