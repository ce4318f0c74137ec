"""pause-goal, resume-goal, amend-goal and close-goal: what becomes of a goal, and how it is told."""

import pytest

WEEKLY = ("--count", "conversations", "--per", "week")


@pytest.fixture
def log(ok):
    """Two talks in every week of February 2026, and a goal of two a week since; today is Monday 2026-03-02."""
    ok("add-contact", "Ada Quill", "--level", "state")
    for week in ("02", "09", "16", "23"):
        for more in (0, 1):
            kind = ("meeting", "call")[more]
            on = f"2026-02-{int(week) + more:02}"
            ok("add-conversation", "Tea", "--with", "Ada", "--on", on, "--kind", kind)
    ok("add-goal", "Talk", *WEEKLY, "--target", "2", "--on", "2026-02-02")


def goal(ok, *words, **more):
    return ok("goals", "g1", *words, "--json", **more).json[0]


def history(ok, **more):
    return [(one["label"], one["target"], one["state"]) for one in goal(ok, **more)["history"]]


# pauses


def test_a_paused_week_asks_nothing_and_is_skipped_by_the_streak(ok, log):
    ok("delete", "t3", "t4", "--yes")
    assert goal(ok)["streak"] == 2
    shown = ok("pause-goal", "g1", "--from", "2026-02-09", "--until", "2026-02-15", "--why", "flu", "--json")
    assert shown.json["pauses"] == [{"starts_on": "2026-02-09", "ends_on": "2026-02-15", "why": "flu"}]
    one = goal(ok)
    assert (one["streak"], one["best_streak"]) == (3, 3)
    assert one["history"][1] == {
        **{"label": "2026-W07", "done": 0, "target": 0, "met": False, "state": "paused"},
        "note": "paused 2026-02-09..2026-02-15 (flu)",
    }


def test_a_partly_paused_week_asks_its_share(ok, log):
    ok("pause-goal", "g1", "--from", "2026-02-11", "--until", "2026-02-15")  # 2 of 7 days: 0.57
    ok("pause-goal", "g1", "--from", "2026-02-17", "--until", "2026-02-22")  # 1 of 7: 0.29
    assert history(ok) == [
        ("2026-W06", 2, "met"),
        ("2026-W07", 1, "met"),
        ("2026-W08", 0, "paused"),
        ("2026-W09", 2, "met"),
    ]


def test_a_pause_flattens_the_line_and_keeps_the_goal_out_of_the_queue(run, ok, log):
    assert goal(ok, today="2026-03-06")["state"] == "behind"
    assert run("goals", "--check", today="2026-03-06").code == 1
    assert "g1" in ok("due", "-f", "ids", today="2026-03-06").lines
    ok("pause-goal", "g1", "--from", "2026-03-05", today="2026-03-06")
    one = goal(ok, today="2026-03-06")
    assert (one["target"], one["expected"], one["state"]) == (1, 1.0, "on-pace")  # 3 of 7 days: 0.86
    assert one["paused"] == {"starts_on": "2026-03-05", "ends_on": None, "why": None}
    assert goal(ok, today="2026-03-08")["expected"] == 1.0
    assert run("goals", "--check", today="2026-03-06").code == 0
    assert "g1" not in ok("due", "-f", "ids", today="2026-03-06").lines
    assert "paused" in ok("goals", "-f", "table", today="2026-03-06").out


def test_what_is_done_in_a_pause_counts_for_a_minimum_and_not_against_a_maximum(ok, log):
    ok("add-goal", "No more", *WEEKLY, "--target", "1", "--at-most", "--on", "2026-02-02")
    for ref in ("g1", "g2"):
        ok("pause-goal", ref, "--from", "2026-02-10", "--until", "2026-02-12")
    least, most = ok("goals", "--json").json
    assert [one["done"] for one in least["history"]] == [2, 2, 2, 2]
    assert [(one["done"], one["state"]) for one in most["history"]] == [
        (2, "missed"),
        (1, "met"),  # Monday's alone: on Tuesday it was paused
        (2, "missed"),
        (2, "missed"),
    ]


def test_resume_ends_the_pause_with_the_day_before(ok, run, log):
    ok("pause-goal", "Talk", "--from", "2026-02-20")
    shown = ok("resume-goal", "g1", "--json").json
    assert shown["pauses"] == [{"starts_on": "2026-02-20", "ends_on": "2026-03-01", "why": None}]
    result = run("resume-goal", "g1")
    assert (result.code, result.out) == (5, "") and "not paused on 2026-03-02" in result.err
    ok("pause-goal", "g1")
    assert len(ok("resume-goal", "g1", "--json").json["pauses"]) == 1, "a pause of no day is none"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--from", "2026-03-05", "--until", "2026-03-04"), 2, "ends 2026-03-04, before it starts"),
        (("--from", "2026-02-01"), 2, "starts 2026-02-02"),
        (("--from", "2026-02-10", "--until", "2026-02-12"), 2, "paused 2026-02-12..2026-02-14 already"),
        (("--from", "2026-02-14"), 2, "paused 2026-02-12..2026-02-14 already"),
        (("--from", "2026-02-05"), 2, "paused 2026-02-12..2026-02-14 already"),
        (("--from", "2026-05-01"), 2, "ends 2026-04-30"),
        (("--from", "2027-02-29"), 2, "February 2027"),
    ],
)
def test_pauses_that_cannot_be_are_refused(run, ok, log, words, code, said):
    ok("edit", "g1", "ends=2026-04-30")
    ok("pause-goal", "g1", "--from", "2026-02-12", "--until", "2026-02-14")
    result = run("pause-goal", "g1", *words)
    assert (result.code, result.out) == (code, "") and said in result.err and result.err.count("\n") == 1
    assert len(ok("show", "g1", "--json").json["pauses"]) == 1


def test_a_pause_without_an_end_says_how_to_end_it(run, ok, log):
    ok("pause-goal", "g1")
    assert "netlog resume-goal g1" in run("pause-goal", "g1", "--from", "2026-06-01").err


# amendments


def test_an_amendment_leaves_the_past_as_it_was(ok, log):
    ok("amend-goal", "g1", "target=3", "--from", "2026-02-22", "--why", "more time")
    assert history(ok) == [
        ("2026-W06", 2, "met"),
        ("2026-W07", 2, "met"),
        ("2026-W08", 3, "missed"),  # 22 February is its last day
        ("2026-W09", 3, "missed"),
    ]
    one = goal(ok)
    assert (one["target"], one["streak"], one["best_streak"]) == (3, 0, 2)
    assert one["history"][2]["note"] == "amended from 2026-02-22: 2 to 3 (more time)"
    assert goal(ok, "--at", "2026-02-21")["target"] == 2
    assert ok("show", "g1", "--json").json["target"] == 2


def test_an_amended_filter_counts_only_from_then_on(ok, log):
    ok("amend-goal", "g1", "where=kind:call", "target=1", "--from", "2026-02-16")
    one = goal(ok, "--why", today="2026-03-01")
    assert [past["done"] for past in one["history"]] == [2, 2, 1]
    assert [entry["ref"] for entry in one["entries"]] == ["t8"] and one["where"] == "kind:call"
    ok("amend-goal", "g1", "where=", "--from", "2026-02-23")
    assert (goal(ok, today="2026-03-01")["done"], goal(ok, today="2026-03-01")["target"]) == (2, 1)


def test_a_second_amendment_of_a_day_takes_the_place_of_the_first(ok, log):
    ok("amend-goal", "g1", "target=3", "--why", "bold")
    ok("amend-goal", "g1", "where=kind:call")
    assert ok("show", "g1", "--json").json["amendments"] == [
        {"from_on": "2026-03-02", "target": 3, "where": "kind:call", "why": None}
    ]
    again = ok("amend-goal", "g1", "target=3")
    assert "nothing to change" in again.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("target=0",), 2, "asks for nothing"),
        (("target=many",), 2, "no target"),
        (("target=3", "--from", "2026-02-01"), 2, "starts 2026-02-02"),
        (("where=level:state",), 2, "has no 'level'"),
        (("where=with:Nobody",), 3, "Nobody"),
        (("title=Else",), 2, "title can't be amended"),
        (("per=month",), 2, "add another"),
        (("tag+=x",), 2, "can't be amended"),
        (("nonsense",), 2, "is no edit"),
    ],
)
def test_amendments_that_cannot_be_are_refused(run, ok, log, words, code, said):
    result = run("amend-goal", "g1", *words)
    assert (result.code, result.out) == (code, "") and said in result.err and result.err.count("\n") == 1
    assert ok("show", "g1", "--json").json["amendments"] == []


def test_a_maximum_may_be_amended_to_0(ok, log):
    ok("add-goal", "No more", *WEEKLY, "--target", "1", "--at-most")
    ok("amend-goal", "g2", "target=0")
    assert ok("goals", "g2", "--json").json[0]["target"] == 0


# the end


def test_a_closed_goal_asks_nothing_more(ok, run, log):
    ok("close-goal", "g1", "--on", "2026-02-24")
    assert ok("goals", "--json").json == []
    one = goal(ok)
    assert (one["status"], one["closed_on"], one["state"], one["target"]) == (
        "closed",
        "2026-02-24",
        "met",
        1,
    )
    assert one["period"]["ends_on"] == "2026-02-24"
    for command in ("pause-goal", "amend-goal"):
        words = ("target=3",) if command == "amend-goal" else ()
        result = run(command, "g1", *words)
        assert result.code == 5 and "closed on 2026-02-24" in result.err
    assert "nothing to change" in ok("close-goal", "g1", "--on", "2026-02-24").err
    ok("edit", "g1", "status=active")
    assert goal(ok)["closed_on"] is None and len(goal(ok)["history"]) == 4


def test_a_closed_goal_is_met_or_missed_never_behind(ok, log):
    ok("close-goal", "g1", today="2026-03-06")
    assert goal(ok, today="2026-03-06")["state"] == "missed"


@pytest.mark.parametrize(
    ("on", "said"), [("2026-02-01", "starts 2026-02-02"), ("2026-03-03", "in the future"), ("x", "x")]
)
def test_close_refuses_days_that_cannot_be(run, log, on, said):
    result = run("close-goal", "g1", "--on", on)
    assert result.code == 2 and said in result.err


def test_at_shows_what_was_active_then(ok, log):
    ok("add-goal", "Later", *WEEKLY, "--on", "2026-02-20")
    ok("close-goal", "g1", "--on", "2026-02-25")
    for at, refs in (("2026-02-10", ["g1"]), ("2026-02-24", ["g1", "g2"]), ("2026-02-25", ["g2"])):
        assert ok("goals", "--at", at, "-f", "ids").lines == refs
    then = goal(ok, "--at", "2026-02-24")
    assert (then["done"], then["target"], then["days_left"]) == (2, 2, 5)


# everywhere


def test_show_and_history_tell_of_it(ok, log):
    ok("pause-goal", "g1", "--why", "sick leave")
    ok("amend-goal", "g1", "target=3")
    card = ok("show", "g1", "-f", "table").out
    assert "2026-03-02.. (sick leave)" in card and "from 2026-03-02: 3" in card
    steps = [one["command"] for one in ok("history", "g1", "--json").json]
    assert steps[0] == "amend-goal g1 target=3" and steps[1].startswith("pause-goal g1")
    full = ok("goals", "g1", "-f", "table").out
    assert "Paused 2026-03-02.. (sick leave)" in full and "Amended from 2026-03-02: 3" in full


def test_all_of_it_is_undone_exported_and_checked(ok, home, log):
    ok("pause-goal", "g1", "--until", "2026-03-20", "--why", "sick leave")
    ok("amend-goal", "g1", "target=3")
    before = ok("show", "g1", "--json").json
    ok("export", "json", "-o", str(home / "log.json"))
    ok("import", "json", str(home / "log.json"), "--db", str(home / "other.db"))
    after = ok("show", "g1", "--json", "--db", str(home / "other.db")).json
    assert (after["pauses"], after["amendments"]) == (before["pauses"], before["amendments"])
    ok("undo", "2")
    assert (goal(ok)["pauses"], goal(ok)["amendments"]) == ([], [])
    ok("redo")
    ok("delete", "g1", "--yes")
    assert ok("check", "--json").json["ok"]


@pytest.mark.parametrize("command", ["pause-goal", "resume-goal", "close-goal", "amend-goal"])
def test_they_take_references_from_stdin_and_refuse_others(run, ok, log, command):
    words = ("target=3",) if command == "amend-goal" else ()
    if command == "resume-goal":
        ok("pause-goal", "g1", "--from", "2026-02-20")
    assert run(command, "c1", *words).code == 3
    assert run(command, "g9", *words).code == 3
    assert [one["ref"] for one in ok(command, "-", *words, "--json", stdin="g1\n").json] == ["g1"]


def test_dry_run_changes_nothing(ok, log):
    ok("pause-goal", "g1", "--dry-run")
    ok("amend-goal", "g1", "target=3", "--dry-run")
    ok("close-goal", "g1", "--dry-run")
    assert (goal(ok)["pauses"], goal(ok)["amendments"], goal(ok)["status"]) == ([], [], "active")


def test_an_amended_goal_is_amended_again_not_edited(run, ok, log):
    ok("amend-goal", "g1", "target=3", "--from", "2026-02-16")
    for edit in ("target=5", "where=kind:call"):
        result = run("edit", "g1", edit)
        assert result.code == 2 and "netlog amend-goal g1" in result.err and "2026-02-16" in result.err
    ok("edit", "g1", "title=Talk more")
    ok("edit", "g1", "amendments=")
    ok("edit", "g1", "target=5")
    assert goal(ok)["target"] == 5


def test_a_filter_of_the_past_that_names_somebody_gone_is_mended_by_an_edit(run, ok, log):
    ok("add-contact", "Bo Lund")
    ok("add-goal", "With Bo", *WEEKLY, "--where", "with:Bo", "--on", "2026-02-02")
    ok("amend-goal", "g2", "where=with:Ada", "--from", "2026-02-16")
    ok("delete", "Bo", "--yes")
    assert run("goals", "g2").code == 3
    assert ok("due").err == "", "only the filter of today is asked"
    assert "netlog edit or amend-goal g2 where=..." in ok("review").err
    ok("edit", "g2", "where=")
    assert [one["done"] for one in ok("goals", "g2", "--json").json[0]["history"]] == [2, 2, 2, 2]


def test_editing_cannot_make_overlapping_pauses_or_early_amendments(run, ok, log):
    ok("amend-goal", "g1", "target=3")
    result = run("edit", "g1", "starts=2026-04-01")
    assert result.code == 2 and "amended from 2026-03-02" in result.err
    assert run("edit", "g1", "pauses=x").code == 2


def test_due_says_why_a_goal_is_not_there(ok, log):
    def why(ref, **more):
        return ok("due", "--why", ref, **more).err.strip().removeprefix(f"{ref} is not in the queue: ")

    assert why("g1") == "it is on pace"
    ok("add-goal", "No more", *WEEKLY, "--target", "3", "--at-most", "--on", "2026-02-23")
    assert why("g2", today="2026-02-27") == "a maximum: 2 of at most 3"
    ok("add-goal", "By term", "--count", "events", "--per", "term")
    assert why("g3", today="2026-07-01") == "between two terms"
    ok("pause-goal", "g1", "--until", "2026-03-06")
    assert why("g1") == "paused until 2026-03-06"
    ok("resume-goal", "g1")
    ok("pause-goal", "g1")
    assert why("g1") == "paused until it is resumed"
    ok("close-goal", "g2")
    assert why("g2") == "closed on 2026-03-02"
    ok("add-goal", "Met", *WEEKLY, "--on", "2026-02-02")
    assert why("g4", today="2026-03-01") == "it is met"
    ok("edit", "g4", "ends=2026-03-01")
    assert why("g4", today="2026-03-06") == "it is met"
    ok("edit", "g4", "target=9")
    assert why("g4", today="2026-03-06") == "it is over"


def test_what_is_asked_is_told_whole_also_in_a_pause(ok, log):
    ok("add-goal", "Rest", *WEEKLY, "--target", "4", "--on", "2026-03-02")
    ok("pause-goal", "g2", "--until", "2026-03-05")
    told = ok("goals", "g2", "-f", "table", env={"COLUMNS": "100"}).out
    assert "at least 4 conversations per week (2 of it in 2026-W10)" in told
    ok("pause-goal", "g2", "--from", "2026-03-06")
    assert "at least 4 conversations per week\npaused" in ok("goals", "g2", "-f", "table").out
    one = ok("goals", "g2", "--json").json[0]
    assert (one["target"], one["whole"]) == (0, 4)
