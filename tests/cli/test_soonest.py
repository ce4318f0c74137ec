"""What would meet a goal soonest: only what its filter lets through, the nearest first."""

import pytest


@pytest.fixture
def log(ok):
    """Somebody of every sort, and something of every kind that is still open; today is Monday 2026-03-02."""
    ok(
        "add-contact",
        "Ada Quill",
        "--region",
        "Ohio",
        "--level",
        "state",
        "--cadence",
        "2w",
        "--met",
        "2026-01-05",
    )
    ok("add-contact", "Bo Lund", "--region", "Iowa", "--cadence", "1w", "--met", "2026-01-01")
    ok("add-contact", "Cy Tamm", "--region", "ohio", "--status", "target")
    ok("add-contact", "Dee Roe", "--region", "Utah", "--status", "target", "--level", "state")
    ok("add-contact", "Eve Old", "--region", "Texas", "--status", "archived")
    ok("add-conversation", "Tea", "--with", "Ada", "--on", "2026-03-01")
    ok(
        "add-event",
        "Late Fair",
        "--on",
        "2026-05-20",
        "--level",
        "state",
        "--role",
        "presenter",
        "--to-meet",
        "Dee",
    )
    ok("add-event", "Near Fair", "--on", "2026-03-20", "--level", "district", "--status", "registered")
    ok("add-event", "Far Fair", "--on", "2026-09-20", "--level", "state")
    ok("add-event", "No Fair", "--on", "2026-03-21", "--level", "state", "--status", "skipped")
    ok("add-follow-up", "send the rubric", "--with", "Ada", "--due", "2026-03-04", "--tag", "stem")
    ok("add-follow-up", "call back", "--with", "Bo", "--due", "2026-03-01", "--theirs")


def soonest(ok, count, *words, per="term", **more):
    ok("add-goal", "G", "--count", count, "--per", per, "--target", "9", *words)
    ref = ok("list-goals", "-f", "ids").lines[-1]
    return ok("goals", ref, "--json", **more).json[0]["soonest"]


def refs(found):
    return [one["ref"] for one in found]


def test_events_that_are_planned_within_the_period(ok, log):
    found = soonest(ok, "events")
    assert found[0] == {
        **{"ref": "e2", "name": "Near Fair", "on": "2026-03-20", "why": "registered, in 2 weeks"},
        "command": "netlog prep e2",
    }
    assert refs(found) == ["e2", "e1"]
    assert refs(soonest(ok, "events", "--where", "level:state")) == ["e1"]
    assert refs(soonest(ok, "events", "--where", "level:state status:attended")) == ["e1"]
    assert refs(soonest(ok, "events", per="month")) == ["e2"]
    assert refs(soonest(ok, "presentations")) == ["e1"]
    assert soonest(ok, "group-meetings") == []


def test_events_of_a_level_not_had_yet(ok, log):
    ok("add-event", "Old Fair", "--on", "2026-02-01", "--level", "state")
    assert refs(soonest(ok, "events", "--distinct", "level")) == ["e2"]


def test_people_you_mean_to_know_those_met_somewhere_first(ok, log):
    found = soonest(ok, "contacts")
    assert refs(found) == ["c4", "c3"]
    assert (found[0]["on"], found[1]["on"]) == ("2026-05-20", None)
    assert "to meet them" in found[0]["why"] and found[0]["command"].endswith("--with c4")
    assert refs(soonest(ok, "contacts", "--where", "region:ohio")) == ["c3"]


def test_people_whose_turn_has_come_and_who_bring_something_new(ok, log):
    assert refs(soonest(ok, "people")) == ["c2", "c3", "c4"]  # Ada was talked with
    assert refs(soonest(ok, "people", "--distinct", "region")) == ["c2", "c4"]  # Cy is of Ohio too
    assert refs(soonest(ok, "people", "--where", "level:state")) == ["c4"]


def test_an_event_that_is_over_and_was_never_marked_comes_first(ok, log):
    ok("add-event", "Past Fair", "--on", "2026-02-20", "--role", "presenter", "--status", "planned")
    found = soonest(ok, "presentations")
    assert [(one["why"], one["command"]) for one in found] == [
        ("still planned, 10 days ago", "netlog mark attended e5"),
        ("planned, in 2 months", "netlog prep e1"),
    ]
    assert refs(soonest(ok, "events", per="month")) == ["e2"], "February is over"
    assert refs(soonest(ok, "contributions")) == ["e1"]


def test_conversations_name_whom_and_how_to_log_them(ok, log):
    found = soonest(ok, "conversations")
    assert refs(found) == ["c2"] and "their turn came" in found[0]["why"]
    assert found[0]["command"] == 'netlog add-conversation "..." --with c2'
    with_kind = soonest(ok, "conversations", "--where", "kind:call tag:stem")
    assert with_kind[0]["command"] == 'netlog add-conversation "..." --with c2 --kind call --tag stem'
    assert refs(soonest(ok, "conversations", "--where", "with:dee")) == ["c4"]
    ada = soonest(ok, "conversations", "--where", "with:ada")[0]
    assert ada["why"] == "the goal asks for them", "she was talked with yesterday"
    assert soonest(ok, "conversations", "--where", "grading") == []


def test_promises_that_are_open(ok, log):
    assert refs(soonest(ok, "follow-ups")) == ["f2", "f1"]
    found = soonest(ok, "follow-ups", "--where", "tag:stem")
    assert (refs(found), found[0]["command"], found[0]["why"]) == (
        ["f1"],
        "netlog done f1",
        "it is due in 2 days",
    )
    assert refs(soonest(ok, "help-given")) == ["f1"]
    assert soonest(ok, "help-received") == []


def test_contributions_introductions_and_steps(ok, log):
    talks = soonest(ok, "contributions")
    assert talks[0]["command"] == "netlog add-contribution 'Late Fair' --event e1"
    ok("add-introduction", "Ada", "--to", "Dee")
    ok("add-introduction", "--by", "Bo", "--to", "Cy")
    assert [one["command"] for one in soonest(ok, "introductions-made")] == ["netlog mark made i1"]
    assert refs(soonest(ok, "introductions-received")) == ["i2"]
    ok("add-vision", "There")
    ok("add-step", "Later", "--by", "2026-12-01")
    ok("add-step", "Begun", "--status", "doing")
    assert refs(soonest(ok, "steps")) == ["s2", "s1"]


def test_the_review_of_this_week(ok, log):
    found = soonest(ok, "reviews", per="month")
    assert (found[0]["ref"], found[0]["command"]) == (None, "netlog review -i")
    ok("review", "--done")
    assert soonest(ok, "reviews", per="month") == []


def test_every_command_is_one_that_there_is(ok, log):
    from netlog.cli.registry import COMMANDS

    ok("add-introduction", "Ada", "--to", "Dee")
    for count in ("events", "contacts", "people", "conversations", "follow-ups", "contributions", "reviews"):
        for one in soonest(ok, count, per="month" if count == "reviews" else "term"):
            assert one["command"].split()[1] in COMMANDS


def test_nothing_is_told_where_nothing_is_lacking(ok, log):
    assert soonest(ok, "events", "--at-most") == []
    ok("add-goal", "Met", "--count", "conversations", "--per", "term", "--on", "2026-02-01")
    ok("add-goal", "Open", "--count", "events", "--per", "term", "--target", "3")
    met, open_ = (ok("goals", ref, "--json").json[0] for ref in ok("list-goals", "-f", "ids").lines[-2:])
    assert (met["state"], met["soonest"]) == ("met", []) and open_["soonest"]
    ok("pause-goal", open_["ref"])
    ok("pause-goal", met["ref"])
    assert ok("goals", open_["ref"], "--json", today="2026-08-20").json[0]["soonest"] == []
    assert all(one["soonest"] == [] for one in ok("goals", "--json").json), "it is asked for by name"


def test_it_is_shown_with_the_goal_in_full(ok, log):
    ok("add-goal", "Fairs", "--count", "events", "--per", "term", "--target", "3")
    shown = ok("goals", "g1", "-f", "table", env={"COLUMNS": "120"}).out
    assert "What would meet it soonest" in shown and "netlog prep e2" in shown
