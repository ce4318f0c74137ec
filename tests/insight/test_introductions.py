"""What comes next in an introduction, and by when."""

from datetime import date
from itertools import pairwise

import pytest

from netlog.insight.introductions import MOVES, next_move

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("yours", "status", "to", "due", "part"),
    [
        ("by", "asked", "made", date(2026, 3, 9), "introduce"),
        ("by", "made", "met", date(2026, 3, 9), "hear"),
        ("who", "asked", "made", date(2026, 3, 16), "remind"),
        ("who", "made", "met", date(2026, 3, 9), "meet"),
        ("who", "met", "thanked", date(2026, 3, 3), "thank"),
    ],
)
def test_the_next_move(yours, status, to, due, part):
    assert next_move(yours, status, DAY) == (to, due, part)


@pytest.mark.parametrize(
    ("yours", "status"),
    [("by", "met"), ("by", "thanked"), ("who", "thanked"), ("by", "declined"), ("who", "declined")],
)
def test_what_has_come_to_an_end_has_none(yours, status):
    assert next_move(yours, status, DAY) is None


def test_a_move_leads_to_the_status_that_follows():
    for yours in ("by", "who"):
        for before, after in pairwise(MOVES):
            move = next_move(yours, before, DAY)
            assert move is None or move.status == after
