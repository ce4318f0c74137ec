"""Maximum goals, forecasts, and doubts about a new goal."""

from datetime import date, timedelta

import pytest

from tests.cli.goal_log import fill, goal

COUNTED = ("--count", "conversations", "--per", "week")


@pytest.fixture
def log(ok):
    fill(ok)


# a maximum


def test_a_maximum_is_met_until_it_is_exceeded(ok, run, log):
    ok("add-goal", "Not too many", *COUNTED, "--target", "1", "--at-most", "--on", "2026-02-09")
    one = goal(ok)
    assert (one["bound"], one["target"], one["done"], one["state"]) == ("max", 1, 1, "met")
    assert [(past["done"], past["state"]) for past in one["history"]] == [
        (1, "met"),
        (0, "met"),
        (2, "missed"),
    ]
    assert (one["streak"], one["best_streak"], one["expected"]) == (0, 2, 0.14)
    assert run("goals", "--check").code == 0 and "g1" not in ok("due", "-f", "ids").lines
    assert "0 left" in ok("goals", "-f", "table").out
    ok("add-conversation", "One too many", "--with", "Ada")
    one = goal(ok)
    assert (one["done"], one["state"]) == (2, "missed")
    assert run("goals", "--check").code == 1
    assert run("goals", "--check", today="2026-03-09").code == 0, "a new week"
    assert "1 over" in ok("goals", "-f", "table").out


def test_at_most_0_is_a_goal_and_at_least_0_is_none(ok, run, log):
    ok("add-goal", "None", "--count", "events", "--per", "month", "--target", "0", "--at-most")
    assert goal(ok)["state"] == "met"
    assert goal(ok)["streak"] == 0, "the month is not over"
    assert goal(ok, today="2026-05-01")["streak"] == 2
    assert run("add-goal", "None", "--count", "events", "--per", "month", "--target", "0").code == 2
    assert run("edit", "g1", "bound=min").code == 2


# forecasts


def test_forecast_goes_by_the_last_twelve_weeks(ok):
    ok("add-contact", "Ada Quill")
    for day in range(0, 84, 14):  # one in two weeks, from 2025-12-09 on
        on = date(2026, 3, 2) - timedelta(days=83 - day)
        ok("add-conversation", "Tea", "--with", "Ada", "--on", str(on))
    ok("add-goal", "Talk", "--count", "conversations", "--per", "month", "--target", "2")
    ok("add-goal", "Less", "--count", "conversations", "--per", "month", "--target", "3")
    ok("add-goal", "Few", "--count", "conversations", "--per", "month", "--target", "1", "--at-most")
    two, three, few = ok("goals", "--json").json
    assert two["forecast"] == {
        "by_end": 2.07,
        "met_on": "2026-03-30",
        "will_be_met": True,
    }  # 6/84 a day, 29 days
    assert three["forecast"] == {"by_end": 2.07, "met_on": None, "will_be_met": False}
    assert few["forecast"] == {"by_end": 2.07, "met_on": None, "will_be_met": False}
    table = ok("goals", "-f", "table", env={"COLUMNS": "120"}).out
    assert "met 2026-03-30" in table and "2.1 by the end" in table
    assert "2.1 by the end, not met" in ok("goals", "g2", "-f", "table").out
    assert [line.split("\t")[5] for line in ok("goals").lines] == ["on-pace", "on-pace", "met"]


def test_there_is_no_forecast_between_terms_or_when_it_is_over(ok):
    ok("add-goal", "Talk", "--count", "conversations", "--per", "term", "--on", "2026-01-01")
    ok("add-goal", "Over", "--count", "conversations", "--per", "month", "--on", "2026-01-01..2026-02-28")
    assert [one["forecast"] for one in ok("goals", "--json", today="2026-07-01").json] == [None, None]


# doubts about a new goal


@pytest.mark.parametrize(
    ("count", "where", "said"),
    [
        ("people", "tag:nobody", "counts nothing so far: no contact matches tag:nobody"),
        ("people", "organization:Moon", "no contact matches organization:Moon"),
        ("conversations", "zebra", "no conversation matches zebra"),
        (
            "conversations",
            "kind:call kind:email",
            "can never count anything: no kind is left by kind:call kind:email",
        ),
        ("conversations", "kind:call not:kind:call", "no kind is left"),
        ("events", "status:planned", "it counts status:attended alone, which status:planned leaves out"),
        ("events", "level:state level:national", "no level is left"),
        ("presentations", "role:attendee", "role:presenter alone"),
        ("contacts", "status:target", "status:active,archived alone"),
        ("help-given", "received:yes", "can never count anything"),
        ("follow-ups", "status:open", "status:done alone"),
    ],
)
def test_a_filter_that_can_match_nothing_is_told(run, log, count, where, said):
    result = run("add-goal", "G", "--count", count, "--per", "month", "--where", where, "-f", "ids")
    assert (result.code, result.out) == (0, "g1\n") and said in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("count", "where"),
    [
        ("people", "tag:mentor level:state"),
        ("people", "not:tag:nobody"),
        ("conversations", "kind:observation"),  # there is none, and there will be
        ("conversations", "kind:call,email not:kind:email tea"),
        ("events", "status:attended,planned kind:plc"),
        ("follow-ups", "theirs:no"),
        ("contacts", "tag:"),
    ],
)
def test_other_filters_are_no_matter(ok, log, count, where):
    assert ok("add-goal", "G", "--count", count, "--per", "month", "--where", where).err == ""
