"""Introductions: their moves, what they put into the queue, and what a conversation does for them."""

import pytest

from tests.answers import refs
from tests.days import TODAY, day
from tests.terminals import end


@pytest.fixture
def people(ok):
    """c1 Ada, c2 Bo and c3 Cy you know; c4 Grace you mean to know."""
    for name in ("Ada Okafor", "Bo Lind", "Cy Marsh"):
        ok("add-contact", name)
    ok("add-contact", "Grace Hopper", "--status", "target")


def entry(ok, ref="i1", **more):
    """The entry of an introduction in the queue, or None."""
    return next((one for one in ok("due", "--json", **more).json if one["ref"] == ref), None)


# the record


def test_an_introduction_of_you_is_asked_today_unless_said_otherwise(ok, people):
    made = ok("add-introduction", "--by", "ada", "--to", "grace", "--why", "compilers", "--json").json
    assert (made["who"], made["by"]["ref"], made["to"]["ref"]) == (None, "c1", "c4")
    assert (made["status"], made["asked_on"], made["made_on"]) == ("asked", str(TODAY), None)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--by", "c1"), "an introduction is to somebody"),
        (("--to", "c1"), "by somebody, or of somebody"),
        (("--by", "c1", "--to", "c1"), "nobody is introduced by or to themselves"),
        (("c1", "--to", "c1"), "nobody is introduced by or to themselves"),
        (("c1", "--by", "c1", "--to", "c2"), "nobody is introduced by or to themselves"),
        (
            ("--by", "c1", "--to", "c4", "--asked", "2026-02-02", "--met", "2026-02-01"),
            "was met on 2026-02-01, before it was asked on 2026-02-02",
        ),
        (
            ("--by", "c1", "--to", "c4", "--asked", "2026-02-02", "--declined", "2026-02-01"),
            "was declined on 2026-02-01, before it was asked on 2026-02-02",
        ),
        (
            ("--by", "c1", "--to", "c4", "--status", "asked", "--met", "2026-02-01"),
            "met on 2026-02-01 is not just asked",
        ),
        (("--by", "c1", "--to", "c4", "--met", "2026-03-03"), "is in the future"),
        (("--by", "c1", "--to", "c4", "--status", "soon"), "'soon' is no status"),
    ],
)
def test_what_can_not_be_is_refused(run, ok, people, words, said):
    result = run("add-introduction", *words)
    assert (result.code, result.out) == (2, "") and said in result.err
    assert ok("list-introductions", "--all", "--json").json == []


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ("to=c1", "nobody is introduced by or to themselves"),
        ("by=c4", "nobody is introduced by or to themselves"),
        ("met=2026-01-01", "was met on 2026-01-01, before it was asked on 2026-02-01"),
        ("made=2026-01-01", "was made on 2026-01-01, before it was asked on 2026-02-01"),
        ("to=", "an introduction is to somebody"),
    ],
)
def test_edits_that_can_not_be_are_refused(run, ok, people, edit, said):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--asked", "2026-02-01")
    before = ok("show", "i1", "--json").json
    result = run("edit", "i1", edit)
    assert result.code == 2 and said in result.err
    assert ok("show", "i1", "--json").json == before


def test_a_status_without_the_earlier_ones_is_fine(ok, people):
    made = ok("add-introduction", "--by", "ada", "--to", "grace", "--status", "thanked", "--json").json
    assert (made["thanked_on"], made["met_on"], made["asked_on"]) == (str(TODAY), None, None)


def test_the_status_follows_the_last_day_that_is_given(ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--asked", "2026-02-01")
    assert ok("edit", "i1", "made=2026-02-03", "--json").json["status"] == "made"
    assert ok("edit", "i1", "met=2026-02-10", "--json").json["status"] == "met"
    back = ok("edit", "i1", "met=", "--json").json
    assert (back["status"], back["met_on"], back["made_on"]) == ("made", None, "2026-02-03")
    asked = ok("edit", "i1", "status=asked", "--json").json
    assert (asked["status"], asked["made_on"], asked["asked_on"]) == ("asked", None, "2026-02-01")


def test_the_same_introduction_is_not_under_way_twice(run, ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace")
    result = run("add-introduction", "--by", "ada", "--to", "grace")
    assert result.code == 5 and "i1, asked" in result.err
    ok("add-introduction", "--by", "bo", "--to", "grace")
    ok("add-introduction", "bo", "--by", "ada", "--to", "grace")
    ok("mark", "declined", "i1")
    assert ok("add-introduction", "--by", "ada", "--to", "grace", "--json").json["ref"] == "i4"


def test_lists_show_open_ones_and_filter(ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--status", "thanked")
    ok("add-introduction", "--by", "ada", "--to", "bo", "--status", "declined")
    ok("add-introduction", "bo", "--to", "grace", "--status", "met")  # yours, so nobody is to be thanked
    ok("add-introduction", "--by", "bo", "--to", "grace", "--status", "met")
    ok("add-introduction", "cy", "--to", "bo")
    assert refs(ok("list-introductions", "--json")) == ["i5", "i4"]
    assert refs(ok("list-introductions", "--all", "--json")) == ["i5", "i4", "i3", "i2", "i1"]
    assert refs(ok("list-introductions", "status:declined", "--json")) == ["i2"]
    assert refs(ok("list-introductions", "by:ada", "to:grace", "--all", "--json")) == ["i1"]
    assert refs(ok("list-introductions", "by:", "--all", "--json")) == ["i5", "i3"]  # by you
    assert ok("list-introductions", "by:bo").lines == ["i4\tyou\tGrace Hopper\tBo Lind\tmet\t"]


# the queue


@pytest.mark.parametrize(
    ("words", "since", "days", "what", "command", "part"),
    [
        (
            ("--by", "c1"),
            "asked",
            14,
            "ask Ada Okafor again to introduce you to Grace Hopper",
            "made",
            "remind",
        ),
        (("--by", "c1"), "made", 7, "meet Grace Hopper, whom Ada Okafor introduced", "met", "meet"),
        (
            ("--by", "c1"),
            "met",
            1,
            "thank Ada Okafor for introducing you to Grace Hopper",
            "thanked",
            "thank",
        ),
        (("c2",), "made", 7, "hear whether Bo Lind and Grace Hopper met", "met", "hear"),
    ],
)
def test_the_next_move_enters_the_queue_on_its_day(ok, people, words, since, days, what, command, part):
    ok("add-introduction", *words, "--to", "grace", f"--{since}", str(TODAY))
    assert entry(ok, today=day(days - 1)) is None
    found = entry(ok, today=day(days))
    assert (found["type"], found["what"], found["days_late"]) == ("introduction", what, 0)
    assert found["command"] == f"netlog mark {command} i1" and list(found["parts"]) == [part]
    assert entry(ok, today=day(days + 30))["parts"]["waiting"] == 2.0
    assert {one["ref"] for one in found["contacts"]} == {words[-1], "c4"}


def test_what_you_owe_is_there_at_once_and_due_in_a_week(ok, people):
    ok("add-introduction", "bo", "--to", "grace")
    found = entry(ok)
    assert (found["what"], found["due_on"]) == ("introduce Bo Lind to Grace Hopper", day(7))
    assert found["parts"] == {"introduce": 5.0, "soon": 0.5} and found["score"] == 5.5
    assert entry(ok, today=day(21))["parts"] == {"introduce": 5.0, "soon": 4.0, "late": 6.0}


def test_an_introduction_among_others_is_no_move_of_yours(ok, people):
    ok("add-introduction", "bo", "--by", "ada", "--to", "cy", "--asked", "2025-06-01")
    assert entry(ok) is None
    why = ok("due", "i1", "--why").err
    assert "no move of yours" in why


def test_due_of_a_contact_has_their_introductions_and_count_counts_them(ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--asked", day(-20))
    for ref in ("i1", "ada", "grace"):
        assert refs(ok("due", ref, "--json")) == ["i1"]
    assert ok("due", "bo", "--json").json == []
    assert ok("due", "--count").out == "1\n"


def test_it_looks_ahead_where_it_is_asked_to(ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--asked", day(-10))
    assert entry(ok) is None
    assert refs(ok("due", "--days", "4", "--json")) == ["i1"]
    assert "the next move, made, is due on 2026-03-06" in ok("due", "i1", "--why").err


def test_snooze_puts_it_off_until_the_next_move(ok, run, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--asked", day(-20))
    ok("snooze", "i1", "+5d")
    assert entry(ok) is None and entry(ok, today=day(5))["due_on"] == day(5)
    assert f"snoozed until {day(5)}" in ok("due", "i1", "--why").err
    assert ok("mark", "made", "i1", "--json").json["snoozed_until"] is None
    ok("mark", "thanked", "i1")
    assert run("snooze", "i1", "+5d").code == 5


def test_weights_are_settings(ok, people):
    ok("config", "set", "weights.thank", "9")
    ok("add-introduction", "--by", "ada", "--to", "grace", "--met", day(-1))
    assert entry(ok)["score"] == 9.0


def test_the_review_has_them_and_says_toward_what(ok, people):
    ok(
        "add-goal",
        "Introduce",
        "--count",
        "introductions-made",
        "--per",
        "week",
        "--target",
        "3",
        today=day(6),
    )
    ok("add-introduction", "bo", "--to", "grace", "--asked", day(-9))
    ok("add-introduction", "--by", "ada", "--to", "cy", "--met", day(-9))
    data = ok("review", "--json", today=day(6)).json
    assert [one["ref"] for one in data["introductions"]] == ["i1", "i2"]
    toward = {one["ref"]: one["toward"] for one in data["actions"]}
    assert toward["i1"]["name"] == "Introduce" and toward["i2"] is None
    assert ok("review", "--minutes", "5", "--json").json["actions"][0]["minutes"] == 5


def test_done_moves_on_to_the_end(ok, run, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--asked", day(-20))
    for status in ("made", "met", "thanked"):
        assert ok("done", "i1", "--json").json["status"] == status
    result = run("done", "i1")
    assert result.code == 5 and f"i1 was thanked on {TODAY}" in result.err
    ok("undo")
    assert ok("show", "i1", "--json").json["status"] == "met"
    assert ok("done", "i1", "--on", day(0), "--note", "a card", "--json").json["notes"] == "a card"
    assert run("done", "i1", "--log").code in (2, 5)


def test_done_of_an_introduction_takes_no_options_of_follow_ups(run, ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace")
    for words in (("--log",), ("--exchange", "advice")):
        result = run("done", "i1", *words)
        assert result.code == 2 and "leave --log and --exchange out" in result.err
    assert ok("show", "i1", "--json").json["status"] == "asked"


# what a conversation does


def test_a_conversation_with_whom_you_were_introduced_to_is_the_meeting(ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--made", day(-5))
    said = ok("add-conversation", "coffee", "--with", "grace", "--on", day(-1)).err
    assert "i1: you met Grace Hopper; when you thanked Ada Okafor: netlog mark thanked i1" in said
    found = ok("show", "i1", "--json").json
    assert (found["status"], found["met_on"]) == ("met", day(-1))
    ok("undo")
    assert ok("show", "i1", "--json").json["status"] == "made"


def test_prose_does_it_too(ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--made", day(-5))
    ok("log", "yesterday: call with Grace Hopper about compilers")
    assert ok("show", "i1", "--json").json["met_on"] == day(-1)


def test_one_before_it_was_made_or_with_somebody_else_is_not(ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--made", day(-5))
    ok("add-conversation", "long ago", "--with", "grace", "--on", day(-6))
    ok("add-conversation", "about Grace", "--with", "ada")
    assert ok("show", "i1", "--json").json["status"] == "made"


def test_where_it_was_not_made_yet_it_is_proposed(ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--asked", day(-5))
    said = ok("add-conversation", "coffee", "--with", "grace").err
    assert "did Ada Okafor introduce you to Grace Hopper? netlog mark met i1" in said
    assert ok("show", "i1", "--json").json["status"] == "asked"


def test_where_who_should_make_it_was_there_it_is_made_by_that(ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--asked", day(-5))
    ok("add-conversation", "lunch", "--with", "grace", "--with", "ada")
    found = ok("show", "i1", "--json").json
    assert (found["status"], found["made_on"], found["met_on"]) == ("met", str(TODAY), str(TODAY))


def test_two_whom_you_introduce_met_in_a_conversation_of_all(ok, people):
    ok("add-introduction", "bo", "--to", "grace")
    ok("add-conversation", "with one", "--with", "grace")
    assert ok("show", "i1", "--json").json["status"] == "asked"
    said = ok("add-conversation", "with both", "--with", "grace", "--with", "bo").err
    assert "Bo Lind and Grace Hopper met, whom you introduced" in said
    assert ok("show", "i1", "--json").json["status"] == "met"
    assert entry(ok, today=day(90)) is None


def test_who_is_added_to_a_conversation_talked_too(ok, people):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--made", day(-5))
    ok("add-conversation", "coffee", "--with", "cy")
    ok("edit", "t1", "with+=grace")
    assert ok("show", "i1", "--json").json["status"] == "met"


def test_prep_of_an_event_names_whom_you_asked_already(ok, people):
    ok("add-introduction", "--by", "bo", "--to", "grace", "--asked", day(-3))
    ok("add-event", "Fair", "--on", day(5), "--to-meet", "grace")
    [found] = ok("prep", "e1", "--json").json["introductions"]
    assert (found["through"]["ref"], found["why"]) == ("c2", "i1, asked 3 days ago")


def test_they_go_with_whom_they_are_about_and_come_through_export(ok, people, home):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--made", day(-5), "--notes", "by e-mail")
    ok("snooze", "i1", "+5d")
    before = ok("show", "i1", "--json").json
    file = home / "log.json"
    ok("export", "json", "-o", str(file))
    ok("import", "json", str(file), "--db", str(home / "new.db"))
    assert ok("show", "i1", "--json", "--db", str(home / "new.db")).json == before
    ok("delete", "ada", "--yes")
    assert ok("list-introductions", "--all", "--json").json == []
    assert ok("check").code == 0
    ok("undo")
    assert ok("show", "i1", "--json").json == before


# on a terminal


def test_the_walk_moves_one_on(ok, people, terminal):
    ok("add-introduction", "--by", "ada", "--to", "grace", "--met", day(-3))
    child = terminal("review", "-i")
    child.expect_exact("thank Ada Okafor for introducing you to Grace Hopper")
    child.expect_exact("d thanked, z snooze, s skip, q quit [s]: ")
    child.sendline("d")
    rest, code = end(child)
    assert code == 0 and "marked thanked" in rest
    assert ok("show", "i1", "--json").json["status"] == "thanked"
