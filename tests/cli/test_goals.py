"""add-goal and goals: everything is counted from the log."""

import pytest

from tests.cli.goal_log import done, fill, goal, past

KEYS = {
    *("ref", "type", "uid", "tags", "notes", "private", "created_at", "updated_at"),
    *("title", "count", "where", "distinct", "target", "bound", "per", "starts_on", "ends_on", "status"),
    *("closed_on", "pauses", "amendments"),
}
STANDING = {
    *("done", "expected", "state", "period", "days_left", "streak", "best_streak", "history", "entries"),
    *("paused", "forecast", "soonest", "whole"),
}
COUNTED = ("--count", "conversations", "--per", "week")


@pytest.fixture
def log(ok):
    fill(ok)


# add-goal


def test_add_goal_gives_every_key_and_its_defaults(ok):
    one = ok("add-goal", "Talk", "--count", "conversations", "--per", "week", "--json").json
    assert set(one) == KEYS
    assert (one["ref"], one["type"], one["title"], one["target"]) == ("g1", "goal", "Talk", 1)
    assert (one["starts_on"], one["ends_on"], one["where"], one["status"]) == (
        *("2026-03-02", None, None, "active"),
    )


def test_add_goal_keeps_what_was_said(ok):
    one = ok(
        *("add-goal", "Events", "--count", "Events", "--where", "level:state kind:conference"),
        *("--target", "3", "--per", "Term", "--on", "2026-01-01..2026-12-31"),
        *("--tag", "big", "--notes", "why not", "--json"),
    ).json
    assert (one["count"], one["per"], one["target"]) == ("events", "term", 3)
    assert (one["starts_on"], one["ends_on"]) == ("2026-01-01", "2026-12-31")
    assert (one["where"], one["tags"], one["notes"]) == ("level:state kind:conference", ["big"], "why not")


def test_add_goal_on_a_start_alone_is_open_ended(ok):
    one = ok("add-goal", "T", "--count", "events", "--per", "year", "--on", "2026-01-01", "--json").json
    assert (one["starts_on"], one["ends_on"]) == ("2026-01-01", None)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--per", "week"), 2, "--count"),
        (("--count", "events"), 2, "--per"),
        (("--count", "smiles", "--per", "week"), 2, "is no count"),
        (("--count", "events", "--per", "fortnight"), 2, "is no per"),
        ((*COUNTED, "--target", "0"), 2, "at least 1"),
        ((*COUNTED, "--target=-1"), 2, "at least 1"),
        ((*COUNTED, "--target", "1.5"), 2, "at least 1"),
        ((*COUNTED, "--target", "many"), 2, "at least 1"),
        ((*COUNTED, "--target", "9999999999"), 2, "at least 1"),
        ((*COUNTED, "--on", "2026-05-01..2026-04-01"), 2, "before it starts"),
        ((*COUNTED, "--on", "2027-02-29"), 2, "February 2027"),
        ((*COUNTED, "--where", "nonsense:1"), 2, "has no 'nonsense'"),
        ((*COUNTED, "--where", "level:state"), 2, "has no 'level'"),  # conversations have none
        ((*COUNTED, "--where", "kind:party"), 2, "is no kind"),
        ((*COUNTED, "--where", "on:2027-02-29"), 2, "February 2027"),
        ((*COUNTED, "--where", 'tag:"open'), 2, "quote"),
        ((*COUNTED, "--where", "with:Nobody"), 3, "Nobody"),
        (("--count", "people", "--per", "week", "--where", "level:galactic"), 2, "is no level"),
        (("--count", "follow-ups", "--per", "week", "--where", "theirs:maybe"), 2, "not yes or no"),
    ],
)
def test_add_goal_refuses_what_cannot_be_and_adds_nothing(run, ok, log, words, code, said):
    result = run("add-goal", "Talk", *words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("error: ") and said in result.err and result.err.count("\n") == 1
    assert ok("list-goals", "--all", "--json").json == []


@pytest.mark.parametrize(
    ("edit", "code"),
    [("where=nonsense:1", 2), ("count=events", 2), ("where=with:Nobody", 3), ("target=0", 2)],
)
def test_an_edit_that_could_not_be_counted_is_refused(run, ok, log, edit, code):
    ok("add-goal", "Talk", *COUNTED, "--where", "with:Ada")
    result = run("edit", "g1", edit)
    assert (result.code, result.out) == (code, "")
    assert done(ok) == 0


def test_list_goals_shows_them_as_they_were_set(ok, run):
    ok("add-goal", "Talk", *COUNTED)
    ok("add-goal", "Old", "--count", "events", "--per", "year")
    ok("edit", "g2", "status=closed")
    assert ok("list-goals").out == "g1\tTalk\tconversations\t\t1\tweek\tactive\n"
    assert ok("list-goals", "per:year", "--all", "-f", "ids").lines == ["g2"]
    assert [one["ref"] for one in ok("goals", "--json").json] == ["g1"]
    assert [one["ref"] for one in ok("goals", "g2", "--json").json] == ["g2"]


# how it stands


@pytest.mark.parametrize(
    ("per", "today", "period", "days_left"),
    [
        ("week", "2026-03-02", ("2026-W10", "2026-03-02", "2026-03-08"), 6),
        ("week", "2026-03-08", ("2026-W10", "2026-03-02", "2026-03-08"), 0),
        ("week", "2027-01-01", ("2026-W53", "2026-12-28", "2027-01-03"), 2),
        ("month", "2028-02-29", ("2028-02", "2028-02-01", "2028-02-29"), 0),
        ("month", "2026-12-31", ("2026-12", "2026-12-01", "2026-12-31"), 0),
        ("quarter", "2026-05-15", ("2026-Q2", "2026-04-01", "2026-06-30"), 46),
        ("term", "2026-03-02", ("spring 2026", "2026-01-01", "2026-05-31"), 90),
        ("term", "2026-08-15", ("fall 2026", "2026-08-15", "2026-12-31"), 138),
        ("year", "2026-12-30", ("2026", "2026-01-01", "2026-12-31"), 1),
    ],
)
def test_the_period_is_the_one_of_the_day(ok, per, today, period, days_left):
    ok("add-goal", "Talk", "--count", "conversations", "--per", per, "--on", "2026-01-01")
    one = goal(ok, today=today)
    assert set(one) == KEYS | STANDING
    assert one["period"] == dict(zip(("label", "starts_on", "ends_on"), period, strict=True))
    assert one["days_left"] == days_left


def test_a_goal_by_term_rests_between_terms(ok, run):
    ok("add-contact", "Ada Quill")
    ok("add-goal", "Talk", "--count", "conversations", "--per", "term", "--on", "2026-01-01")
    ok("add-conversation", "Holiday tea", "--with", "Ada", today="2026-07-01")
    one = goal(ok, today="2026-07-02")
    assert (one["period"], one["days_left"], one["done"]) == (None, None, 0)
    assert one["state"] == "on-pace" and run("goals", "--check", today="2026-07-02").code == 0
    assert one["history"] == [past("spring 2026", 0, 1)]
    assert (one["target"], one["whole"]) == (0, 1), "nothing is asked"
    listed = ok("goals", "-f", "table", today="2026-07-02").out
    assert "Talk" in listed and "between two terms" in listed and "0/1" not in listed
    whole = ok("goals", "g1", "-f", "table", today="2026-07-02").out
    assert "at least 1 conversation per term\nbetween two terms\n" in whole


def test_a_goal_by_term_without_terms_is_doubted(ok, home):
    (home / "config.toml").write_text("terms = []\n")
    told = ok("add-goal", "Talk", "--count", "conversations", "--per", "term").err
    assert told.startswith("g1 asks nothing: there are no terms")
    assert ok("add-goal", "Talk", *COUNTED).err == ""


def test_a_goal_that_has_not_begun_says_when_it_does(ok):
    ok("add-goal", "Later", *COUNTED, "--on", "2026-03-04")
    assert "starts 2026-03-04" in ok("goals", "-f", "table").out
    assert "it starts 2026-03-04" in ok("due", "--why", "g1").err
    assert "starts" not in ok("goals", "-f", "table", today="2026-03-04").out
    assert "starts" not in ok("goals", "-f", "table", today="2026-03-08").out


def test_terms_are_the_users_own(ok, home):
    (home / "config.toml").write_text(
        '[[terms]]\nname = "winter"\nstarts = "11-01"\nends = "03-15"\n'
        '[[terms]]\nname = "summer"\nstarts = "04-01"\nends = "07-15"\n'
    )
    ok("add-contact", "Ada Quill")
    ok("add-conversation", "Tea", "--with", "Ada", "--on", "2025-12-24")
    ok("add-goal", "Talk", "--count", "conversations", "--per", "term", "--on", "2025-06-01")
    one = goal(ok)
    assert one["period"] == {"label": "winter 2025-26", "starts_on": "2025-11-01", "ends_on": "2026-03-15"}
    assert (one["done"], one["state"], one["streak"]) == (1, "met", 1)
    assert one["history"] == [past("summer 2025", 0, 1)]


@pytest.mark.parametrize(
    ("at", "expected", "state"),
    [
        ("2026-02-08", 4.0, "behind"),
        ("2026-02-10", 5.0, "behind"),
        ("2026-02-28", 14.0, "behind"),
        ("2026-02-01", 0.5, "on-pace"),
    ],
)
def test_pace_is_a_straight_line(ok, log, at, expected, state):
    ok("add-goal", "Talk", "--count", "events", "--per", "month", "--target", "14", "--on", "2026-02-01")
    one = goal(ok, "--at", at)
    assert (one["expected"], one["state"]) == (expected, state)


def test_at_tells_how_it_stood_then(ok, log):
    ok(
        "add-goal",
        "Talk",
        "--count",
        "conversations",
        "--per",
        "month",
        "--target",
        "2",
        "--on",
        "2026-01-01",
    )
    then = goal(ok, "--at", "2026-02-27")
    assert (then["done"], then["state"], then["days_left"]) == (2, "met", 1)
    assert done(ok, "--at", "2026-02-26") == 1
    assert goal(ok, "--at", "2026-02-27") == goal(ok, today="2026-02-27")


def test_a_goal_that_ended_is_met_or_missed_in_its_last_period(ok, log):
    on = ("--on", "2026-02-01..2026-02-28")
    ok("add-goal", "Talk", "--count", "conversations", "--per", "month", "--target", "3", *on)
    ok("add-goal", "Talk more", "--count", "conversations", "--per", "month", "--target", "4", *on)
    met, missed = ok("goals", "--json").json
    assert (met["state"], met["done"], met["period"]["label"]) == ("met", 3, "2026-02")
    assert (missed["state"], missed["done"], missed["days_left"]) == ("missed", 3, 0)
    assert met["history"] == missed["history"] == []


def test_a_goal_that_ends_within_a_period_is_over_then(ok, log):
    on = ("--on", "2026-01-15..2026-02-14")  # t1 is on Feb 10, the others after the end
    ok("add-goal", "Talk", "--count", "conversations", "--per", "month", "--target", "2", *on)
    one = goal(ok, "--why")
    assert [entry["ref"] for entry in one["entries"]] == ["t1"]
    assert (one["done"], one["state"], one["days_left"], one["expected"]) == (1, "missed", 0, 2.0)
    assert one["period"] == {"label": "2026-02", "starts_on": "2026-02-01", "ends_on": "2026-02-14"}
    assert [past["label"] for past in one["history"]] == ["2026-01"]
    then = goal(ok, "--at", "2026-02-07")
    assert (then["state"], then["days_left"], then["expected"]) == ("behind", 7, 1.0)


def test_history_and_streaks_by_hand(ok):
    ok("add-contact", "Ada Quill")
    # weeks from 2026-01-26: 1, 2, 0, 2, 3, and 1 in the current one
    held = ["01-28", "02-02", "02-08", "02-16", "02-22", "02-23", "02-24", "03-01", "03-02"]
    for one in held:
        ok("add-conversation", "Tea", "--with", "Ada", "--on", f"2026-{one}")
    ok("add-goal", "Talk", *COUNTED, "--target", "2", "--on", "2026-01-28")
    one = goal(ok)
    assert one["history"] == [
        past("2026-W05", 1, 2),
        past("2026-W06", 2, 2),
        past("2026-W07", 0, 2),
        past("2026-W08", 2, 2),
        past("2026-W09", 3, 2),
    ]
    assert (one["done"], one["streak"], one["best_streak"]) == (1, 2, 2)  # the current week is not over
    ok("add-conversation", "Tea", "--with", "Ada", "--on", "2026-03-04", today="2026-03-04")
    one = goal(ok, today="2026-03-04")
    assert (one["done"], one["streak"], one["best_streak"]) == (2, 3, 3)


def test_check_exits_1_while_a_goal_is_behind(run, ok, log):
    assert run("goals", "--check").code == 0
    ok("add-goal", "Met", *COUNTED)
    assert run("goals", "--check").code == 0
    ok("add-goal", "Far", "--count", "events", "--per", "month", "--target", "31")
    result = run("goals", "--check", "--json")
    assert result.code == 1 and [one["state"] for one in result.json] == ["met", "behind"]
    assert run("goals", "--check", "g1").code == 0
    assert run("goals", "--json").code == 0
    ok("edit", "g2", "on=2026-02-01..2026-02-28")
    assert goal(ok, "g2")["state"] == "missed"
    assert run("goals", "--check").code == 0, "what is over can't be caught up with"


def test_goals_names_them_by_title_and_refuses_others(run, ok, log):
    ok("add-goal", "Talk weekly", *COUNTED)
    assert [one["ref"] for one in ok("goals", "talk", "--json").json] == ["g1"]
    for word, code in (("g9", 3), ("c1", 3), ("Nothing", 3)):
        assert run("goals", word).code == code
    assert run("goals", "--at", "2027-02-29").code == 2


def test_goals_is_tsv_in_a_pipe_and_a_table_with_bars(ok, log):
    ok("add-goal", "Talk", *COUNTED, "--target", "3", "--on", "2026-02-09")
    assert ok("goals").out == "g1\tTalk\t1\t3\t0.43\ton-pace\t2026-W10\t6\t0\n"
    table = ok("goals", "-f", "table", env={"COLUMNS": "100"}).out
    assert "━━━╌╌╌╌╌╌╌ 1/3" in table and "on pace" in table and "6 days" in table
    ok("add-goal", "Lots", *COUNTED, "--target", "30")
    assert "4 behind" in ok("goals", "g2", "-f", "table").out


def test_goals_of_an_empty_log_is_a_success(ok):
    assert ok("goals", "--json").json == []
    assert "add-goal" in ok("goals", "-f", "table").out


def test_a_goal_whose_filter_names_someone_gone_says_which_it_is(run, ok, log):
    ok("add-goal", "Talk to Ada", *COUNTED, "--where", "with:Ada")
    ok("add-goal", "Talk", *COUNTED)
    ok("delete", "Ada", "--yes")
    result = run("goals")
    assert (result.code, result.out) == (3, "") and "g1 'Talk to Ada'" in result.err
    assert "(netlog edit g1 where=...)" in result.err, "what mends it, not what the filter lacks"
    assert done(ok, "g2") == 1
    ok("edit", "g1", "title=Talk to whom")  # other edits are not blocked
    ok("edit", "g1", "where=with:Bo")
    assert done(ok, "g1") == 1


def test_a_goal_whose_filter_became_ambiguous_says_which_it_is(run, ok, log):
    ok("add-goal", "Talk to Bo", *COUNTED, "--where", "with:Bo")
    ok("add-contact", "Bo Zorn")
    result = run("goals")
    assert result.code == 4 and "g1 'Talk to Bo'" in result.err and "Bo Zorn" in result.err


def test_goal_is_not_behind_for_the_days_before_it_began(ok):
    ok(
        "add-goal",
        "Two a month",
        "--count",
        "conversations",
        "--per",
        "month",
        "--target",
        "2",
        today="2026-03-28",
    )
    found = ok("goals", "--json", today="2026-03-28").json[0]
    assert (found["state"], found["expected"]) == ("on-pace", 0.5)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])
def test_the_time_zone_changes_nothing(ok, process, log, zone):
    for count, per in (
        ("conversations", "week"),
        ("people", "term"),
        ("events", "year"),
        ("reviews", "week"),
    ):
        ok("add-goal", "G", "--count", count, "--per", per, "--on", "2026-01-01", "--target", "2")
    ok("review", "--done")
    ok("pause-goal", "g1", "--from", "2026-02-04", "--until", "2026-02-10")
    here = ok("goals", "--why", "--json").out
    there = process("goals", "--why", "--json", env={"TZ": zone})
    assert (there.returncode, there.stdout) == (0, here)
