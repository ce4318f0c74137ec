"""The one queue of `due` and `review`: events, goals, snoozes, weights, limits."""

import pytest

from tests.answers import refs
from tests.days import day

# events


def test_an_event_is_prepared_for_in_the_two_weeks_before_it(ok):
    ok("add-contact", "Ada Quill")
    ok("add-event", "Lakeshore", "--on", day(20), "--to-meet", "Ada")
    assert ok("due", "--json", today=day(5)).json == []
    one = ok("due", "--json", today=day(6)).json[0]
    assert (one["ref"], one["type"], one["what"]) == ("e1", "event", "prepare for Lakeshore")
    assert (one["due_on"], one["days_late"], one["command"]) == (day(20), -14, "netlog prep e1")
    assert one["contacts"] == [{"ref": "c1", "name": "Ada Quill"}]
    assert one["reason"] == "planned, starts in 2 weeks; you mean to meet 1 there"
    assert one["parts"] == {"prepare": 4.0} and one["score"] == 4.0
    assert ok("due", "--json", today=day(20)).json[0]["parts"] == {"prepare": 4.0, "soon": 4.0}
    assert refs(ok("due", "Ada", "--json", today=day(20))) == ["e1"]
    assert ok("due", "--count", today=day(20)).out == "1\n"


@pytest.mark.parametrize("status", ["skipped", "attended"])
def test_an_event_that_is_skipped_or_under_way_is_not_prepared_for(ok, status):
    on = day(3) if status == "skipped" else f"{day(0)}..{day(3)}"
    ok("add-event", "Lakeshore", "--on", on, "--status", status)
    assert ok("due", "--json").json == []


def test_an_event_is_looked_back_on_until_it_was(ok, run):
    ok("add-contact", "Ada Quill")
    ok("add-event", "Old Fair", "--on", f"{day(-12)}..{day(-10)}", "--met", "Ada")
    one = ok("due", "--json").json[0]
    assert (one["ref"], one["type"], one["what"]) == ("e1", "event", "look back on Old Fair")
    assert (one["due_on"], one["days_late"], one["command"]) == (day(-10), 10, "netlog debrief e1")
    assert one["reason"] == "it ended 10 days ago, not debriefed yet"
    assert [who["ref"] for who in one["contacts"]] == ["c1"]
    assert one["parts"] == {"debrief": 4.0, "fresh": 2.5}
    assert run("debrief", "e1", "--takeaways", "Ask more", "--no-input").code == 0
    assert ok("due", "--json").json == []
    assert ok("due", "--why", "e1").err == f"e1 is not in the queue: debriefed on {day(0)}\n"
    ok("undo")
    assert refs(ok("due", "--json")) == ["e1"]


@pytest.mark.parametrize(
    ("ended", "status", "there"),
    [
        (0, "attended", True),
        (-60, "attended", True),
        (-61, "attended", False),
        (-1, "planned", True),
        (-60, "registered", True),
        (-61, "registered", False),
        (-1, "skipped", False),
    ],
)
def test_which_events_are_looked_back_on(ok, ended, status, there):
    ok("add-event", "Fair", "--on", day(ended), "--status", status)
    found = [one for one in ok("due", "--json").json if one["what"].startswith("look back")]
    assert bool(found) is there
    if found and status != "attended":
        assert f"still {status}" in found[0]["reason"]


def test_an_event_today_is_prepared_for_before_it_is_looked_back_on(ok):
    ok("add-event", "Fair", "--on", day(0), "--status", "registered")
    assert [one["what"] for one in ok("due", "--json").json] == ["prepare for Fair"]
    ok("edit", "e1", "status=attended")
    assert [one["what"] for one in ok("due", "--json").json] == ["look back on Fair"]


# goals


@pytest.fixture
def goals(ok):
    """g1 behind, g2 on pace, g3 met, g4 closed, g5 ended, g6 still to begin."""
    ok("add-contact", "Ada Quill")
    ok("add-conversation", "Tea", "--with", "Ada", "--on", day(0))
    ok("add-goal", "Talk a lot", "--count", "conversations", "--per", "week", "--target", "20")
    ok("add-goal", "Talk a little", "--count", "people", "--per", "month", "--target", "2")
    ok("add-goal", "Talk once", "--count", "conversations", "--per", "month", "--target", "1")
    ok("add-goal", "Was given up", "--count", "events", "--per", "week", "--target", "9")
    ok("edit", "g4", "status=closed")
    ended = ("--on", f"{day(-90)}..{day(-40)}")
    ok("add-goal", "Is over", "--count", "events", "--per", "week", "--target", "9", *ended)
    ok(
        "add-goal",
        "Is to come",
        "--count",
        "events",
        "--per",
        "week",
        "--target",
        "9",
        "--on",
        f"{day(30)}..",
    )


def test_a_goal_behind_pace_is_in_the_queue_and_no_other(ok, goals):
    found = ok("due", "--json").json
    assert [one["ref"] for one in found] == ["g1"]
    one = found[0]
    assert (one["type"], one["what"], one["contacts"]) == ("goal", "Talk a lot", [])
    assert (one["due_on"], one["days_late"]) == (day(6), -6)
    assert one["reason"] == "behind: 1 of 20 done, 2.86 expected by now"
    assert one["parts"] == {"behind": 3.0, "gap": 0.28, "soon": 1.0}
    assert one["command"] == "netlog goals g1 --why"


@pytest.mark.parametrize("today", [day(0), day(3), day(6), day(20), day(27), day(45)])
def test_the_queue_and_goals_agree_on_which_are_behind(ok, goals, today):
    ok(
        "add-goal",
        "With Ada",
        "--count",
        "conversations",
        "--where",
        "with:Ada",
        "--per",
        "month",
        "--target",
        "4",
    )
    ok("add-goal", "Contacts", "--count", "contacts", "--per", "term", "--target", "3")
    standing = {one["ref"]: one for one in ok("goals", "--json", today=today).json}
    queued = {one["ref"]: one for one in ok("due", "--json", today=today).json if one["type"] == "goal"}
    assert set(queued) == {ref for ref, one in standing.items() if one["state"] == "behind"}
    for ref, one in queued.items():
        assert one["reason"].startswith(f"behind: {standing[ref]['done']} of {standing[ref]['target']} done")
    assert ok("due", "--count", today=today).out == f"{len(ok('due', '--json', today=today).json)}\n"


def test_a_goal_that_can_not_be_counted_is_told_once(ok, goals):
    ok("add-goal", "With Ada", "--count", "conversations", "--where", "with:Ada", "--per", "week")
    ok("delete", "Ada", "--yes")
    for words in ((), ("--count",)):
        assert ok("due", *words).err.count("g7 'With Ada' can't be counted") == 1


# people


def test_a_target_counts_once_it_has_a_day(ok):
    ok("add-contact", "Ada Quill", "--status", "target")
    assert ok("due", "--json").json == []
    ok("snooze", "Ada", "+3d")
    assert ok("due", "--json").json == []
    one = ok("due", "--json", today=day(3)).json[0]
    assert (one["ref"], one["reason"]) == ("c1", f"never talked yet, first contact planned for {day(3)}")
    assert one["parts"] == {"lapsed": 3.0, "new": 1.0}


def test_old_names_do_not_drown_new_ones(ok):
    """Of very many who lapsed long ago and few who lapsed lately, both are there."""
    old = "".join(f"Old {n}\n" for n in range(300))
    ok("add-contact", "-", "--tier", "loose", "--met", day(-3000), stdin=old)
    ok("add-contact", "Close Friend", "--tier", "inner", "--met", day(-55))
    found = ok("due", "--json")
    assert refs(found)[0] == "c301"
    assert len(found.json) == 200 or len(found.json) == 201
    assert "of 301 people" in found.err
    assert ok("due", "--count").out == "301\n"
    table = ok("due", "-f", "table")
    assert "Close Friend" in table.out and "50 of 301 people" in table.err


# snooze


def test_a_snoozed_entry_does_not_come_back_before_its_day(ok):
    ok("add-contact", "Ada Quill", "--cadence", "30", "--met", day(-90))
    ok("add-follow-up", "Send slides", "--due", day(-3))
    for ref in ("c1", "f1"):
        ok("snooze", ref, "+5d")
    for days in range(5):
        assert ok("due", "--json", today=day(days)).json == []
        assert ok("review", "--json", today=day(days)).json["actions"] == []
    assert sorted(refs(ok("due", "--json", today=day(5)))) == ["c1", "f1"]
    assert sorted(refs(ok("due", "--days", "5", "--json"))) == ["c1", "f1"]  # who looks ahead sees them
    assert ok("due", "--why", "c1", "f1").err.splitlines() == [
        f"c1 is not in the queue: snoozed until {day(5)}",
        f"f1 is not in the queue: snoozed until {day(5)}",
    ]


# drop


@pytest.mark.parametrize(
    ("more", "next_on"),
    [
        (("--cadence", "30", "--met", day(-90)), day(30)),  # lapsed: a cadence from today
        (("--cadence", "30", "--met", day(-25)), day(35)),  # coming: a cadence from its turn
        (("--tier", "close", "--met", day(-100)), day(90)),
    ],
)
def test_drop_lets_a_contact_go_for_one_round(ok, more, next_on):
    ok("add-contact", "Ada Quill", *more)
    assert refs(ok("due", "--json")) == ["c1"]
    one = ok("drop", "Ada", "--json").json
    assert (one["next_contact_on"], one["status"]) == (next_on, "active")
    assert ok("due", "--json").json == []
    assert refs(ok("due", "--json", today=next_on)) == ["c1"]
    ok("add-conversation", "Tea", "--with", "Ada", "--on", day(0))
    ok("undo", "2")
    assert refs(ok("due", "--json")) == ["c1"]


def test_drop_of_a_first_contact_without_a_cadence_takes_its_day_away(ok):
    ok("add-contact", "Ada Quill")
    ok("spread")
    assert ok("drop", "Ada", "--json").json["next_contact_on"] is None


def test_drop_of_who_has_no_turn_is_a_conflict(run, ok):
    ok("add-contact", "Ada Quill")
    ok("add-follow-up", "Send slides")
    result = run("drop", "f1", "Ada")
    assert (result.code, result.out) == (5, "") and "has no turn" in result.err
    assert refs(ok("due", "--json")) == ["f1"]


# weights


def test_weights_are_settings(ok):
    ok("add-follow-up", "Send slides", "--due", day(0))
    ok("config", "set", "weights.promise", "8")
    assert ok("config", "get", "weights.promise").out == "weights.promise\t8\n"
    assert ok("due", "--json").json[0]["parts"] == {"promise": 8.0, "soon": 4.0}
    ok("config", "set", "weights.soon", "0.5")
    ok("config", "set", "weights.promise", "0")
    assert ok("due", "--json").json[0]["parts"] == {"soon": 0.5}


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("weights.promise", "much", "must be a number"),
        ("weights.promise", "-1", "must be a number"),
        ("weights.promise", "101", "must be a number"),
        ("weights.promise", "nan", "must be a number"),
        ("weights.promise", "1e2", "must be a number"),
        ("weights.hope", "1", "no weight 'hope'"),
        ("weights", "1", "can't be set"),
    ],
)
def test_a_weight_that_can_not_be_is_refused(run, home, key, value, said):
    result = run("config", "set", "--", key, value)
    assert result.code == 2 and said in result.err
    assert not (home / "config.toml").exists()


@pytest.mark.parametrize(
    "text", ["weights = 3", "[weights]\nhope = 1", "[weights]\nlate = true", "[weights]\nlate = nan"]
)
def test_a_configuration_with_odd_weights_is_bad_data(run, home, text):
    (home / "config.toml").write_text(text)
    assert run("due").code == 6


# why


def test_why_prints_the_parts_in_every_format(ok):
    ok("add-follow-up", "Send slides", "--due", day(0))
    assert ok("due", "--why").out == "f1\tSend slides\t10\tpromise=6 soon=4\tyou promised this\n"
    table = ok("due", "--why", "f1", "-f", "table").out
    assert "f1  10 = promise 6 + soon 4" in table
    assert "promise: you said you would" in table and "neglect:" not in table


def test_why_not(ok):
    ok("add-contact", "No Cadence")
    ok("add-contact", "Later", "--cadence", "30")
    ok("add-contact", "Gone", "--status", "archived")
    ok("add-follow-up", "Far off", "--due", day(50))
    ok("add-follow-up", "Kept")
    ok("done", "f2")
    ok("add-event", "Fair", "--on", day(50))
    ok("add-goal", "Talk", "--count", "people", "--per", "year")
    told = ok("due", "--why", "c1", "c2", "c3", "f1", "f2", "e1", "g1").err.splitlines()
    assert [line.partition(" is not in the queue: ")[2] for line in told] == [
        "no cadence, so no turn",
        f"the turn comes on {day(30)}",
        "archived",
        f"it starts on {day(50)}: preparing begins two weeks before, looking back ends after 60 days",
        f"due on {day(50)}",
        f"done on {day(0)}",
        "it is on pace",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_tables_keep_to_their_width(ok, width):
    ok("add-contact", "Ada Quill With A Long Name", "--cadence", "30", "--met", day(-90))
    ok("add-event", "A Conference With A Long Name", "--on", day(3), "--to-meet", "Ada")
    ok("add-goal", "Talk with many people " * 3, "--count", "people", "--per", "week", "--target", "30")
    ok("pin", "Ada")
    for words in (("due",), ("due", "--why"), ("cadence",), ("cadence", "Ada")):
        lines = ok(*words, "-f", "table", env={"COLUMNS": str(width)}).lines
        assert lines and max(map(len, lines)) <= width
