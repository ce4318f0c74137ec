"""Lines of a plan as people type them."""

import pytest

from netlog.insight import plan_words


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("Grace Hopper", "Grace Hopper", ""),
        ("Grace Hopper - she leads - well", "Grace Hopper", "she leads - well"),
        ("Grace Hopper – she leads", "Grace Hopper", "she leads"),
        ("Anne-Marie Okafor", "Anne-Marie Okafor", ""),
        (" - x", "- x", ""),
        ("x -", "x -", ""),
    ],
)
def test_a_reason_comes_after_a_dash(text, name, reason):
    assert plan_words.reasoned(text) == (name, reason)


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("ISTE", "ISTE", ""),
        ("ISTE, 2027-06-28", "ISTE", "2027-06-28"),
        ("Lakeshore, 2026-12-10..2026-12-11", "Lakeshore", "2026-12-10..2026-12-11"),
        ("Board Hearing, May 4, 2027", "Board Hearing", "May 4, 2027"),
        ("Reading, Writing", "Reading, Writing", ""),
        ("Reading, Writing, 3 Mar 2027", "Reading, Writing", "3 Mar 2027"),
        (", 2027-01-01", ", 2027-01-01", ""),
    ],
)
def test_a_day_comes_after_a_comma(text, name, day):
    assert plan_words.dated(text) == (name, day)


def test_an_introduction_names_one_or_two():
    assert plan_words.introduction("Ana Kim to Grace Hopper") == {"through": "Ana Kim", "to": "Grace Hopper"}
    assert plan_words.introduction("Ana Kim") == {"through": "Ana Kim"}
    assert plan_words.introduction("Ana to Grace", "c4 -") == {"through": "c4", "to": "Grace"}
    assert plan_words.introduction("Ana to Grace", "- c5") == {"through": "Ana", "to": "c5"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to Grace Hopper", "Grace Hopper"),
        ("write to grace hopper's office", "Grace Hopper"),
        ("write to Grace", "Grace Hopper"),
        ("write to grace", ""),  # a first name has a capital
        ("write to Ana", ""),  # two have it
        ("gracehopper", ""),
        ("join the State Teachers of Science", "State Teachers"),
        ("book a room", ""),
    ],
)
def test_a_step_mentions_whom_it_is_for(text, found):
    people = ["Grace Hopper", "Ana Kim", "Ana Lopez"]
    assert plan_words.mentioned(text, [*people, "State", "State Teachers"], people) == found
