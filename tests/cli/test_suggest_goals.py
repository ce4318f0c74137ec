"""suggest-goals: a little above what the last year of the log shows."""

import shlex
from datetime import date, timedelta

import pytest

TODAY = date(2026, 3, 2)


@pytest.fixture
def year(ok):
    """A year with three talks every two weeks, one event in each term, and people of two regions."""
    ok("add-contact", "Ada Quill", "--region", "Ohio", "--met", "2020-01-01")
    ok("add-contact", "Bo Lund", "--region", "Iowa", "--met", "2020-01-01")
    monday = date(2025, 3, 3)
    while monday < TODAY:
        for day in (0, 2, 8):
            on = monday + timedelta(days=day)
            if on <= TODAY:
                ok("add-conversation", "Tea", "--with", "Ada", "--with", "Bo", "--on", str(on))
        monday += timedelta(days=14)
    ok("add-event", "Old Fair", "--on", "2025-04-01")
    ok("add-event", "Lake Fair", "--on", "2025-10-01")


def suggested(ok, **more):
    return ok("suggest-goals", "--json", **more).json


def test_goals_a_little_above_what_was_done(ok, year):
    found = suggested(ok)
    assert [(one["count"], one["distinct"], one["per"], one["target"]) for one in found] == [
        ("conversations", None, "week", 2),
        ("events", None, "year", 3),
        ("people", "region", "year", 3),
    ]
    assert found[0]["why"] == "you averaged 1.5 a week over the last 26 weeks" and found[0]["average"] == 1.5
    assert found[0]["title"] == "Two conversations a week"
    assert found[2]["why"] == "it was 2 in the last year"


def test_every_command_adds_its_goal(ok, year):
    for one in suggested(ok):
        made = ok(*shlex.split(one["command"])[1:], "--json").json
        assert {key: made[key] for key in ("title", "count", "distinct", "target", "per")} == {
            key: one[key] for key in ("title", "count", "distinct", "target", "per")
        }
    again = suggested(ok)
    assert {one["count"] for one in again}.isdisjoint({"conversations", "events"})
    assert ("people", "region") not in {(one["count"], one["distinct"]) for one in again}


def test_what_is_counted_already_is_skipped_unless_it_is_closed(ok, year):
    ok("add-goal", "Talk", "--count", "conversations", "--per", "month")
    assert "conversations" not in [one["count"] for one in suggested(ok)]
    ok("close-goal", "g1")
    assert suggested(ok)[0]["count"] == "conversations"


def test_a_new_log_gets_starters(ok):
    found = suggested(ok)
    assert [(one["count"], one["target"], one["average"]) for one in found] == [
        ("contacts", 1, None),
        ("conversations", 1, None),
        ("events", 1, None),
    ]
    assert all("too little" in one["why"] for one in found)
    ok("add-contact", "Ada Quill")
    ok("add-conversation", "Tea", "--with", "Ada", "--on", "2026-02-20")
    assert suggested(ok) == found, "two weeks are no average"


def test_there_are_three_beside_goals_that_count_the_usual(ok):
    for count in ("contacts", "conversations", "events"):
        ok("add-goal", count, "--count", count, "--per", "month")
    assert [one["count"] for one in suggested(ok)] == ["people", "follow-ups", "contributions"]


def test_one_period_is_no_average(ok, year):
    ok("add-group", "PLC")
    for day in ("2025-10-02", "2025-11-02"):
        ok("add-event", "PLC", "--group", "u1", "--on", day)
    for one in suggested(ok):
        ok(*shlex.split(one["command"])[1:])
    for_group = [one for one in suggested(ok) if one["count"] == "group-meetings"]
    assert [one["why"] for one in for_group] == ["it was 2 in the last term"]


def test_it_prints_commands_in_a_pipe_and_whole_in_a_table(ok, year):
    assert ok("suggest-goals").lines[0] == (
        "Two conversations a week\tyou averaged 1.5 a week over the last 26 weeks\t"
        "netlog add-goal 'Two conversations a week' --count conversations --per week --target 2"
    )
    table = ok("suggest-goals", "-f", "table", env={"COLUMNS": "60"}).out
    assert "--target 2" in " ".join(table.split()) and "1. Two conversations a week" in table


def test_without_terms_nothing_is_suggested_by_term(ok, home):
    (home / "config.toml").write_text("terms = []\n")
    assert "term" not in [one["per"] for one in suggested(ok)]


def test_nothing_is_left_to_suggest_when_all_is_counted(ok):
    for one in ("contacts", "conversations", "events", "follow-ups", "contributions", "help-given"):
        ok("add-goal", "G", "--count", one, "--per", "year")
    for fact in ("region", "sector"):
        ok("add-goal", "G", "--count", "people", "--distinct", fact, "--per", "year")
    assert suggested(ok) == []
    assert "every sort of goal" in ok("suggest-goals", "-f", "table").out
