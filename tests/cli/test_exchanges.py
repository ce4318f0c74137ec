"""Exchanges: help given and received, and the promises that make them."""

import pytest

from tests.answers import refs
from tests.days import TODAY, day
from tests.terminals import end


@pytest.fixture
def people(ok):
    ok("add-contact", "Ada Okafor")
    ok("add-contact", "Bo Lind")


def listed(ok, *words):
    return ok("list-exchanges", *words, "--json").json


def test_an_exchange_says_what_which_way_and_with_whom(ok, people):
    given = ok("add-exchange", "my slides", "--with", "ada", "--json").json
    assert (given["direction"], given["kind"], given["exchanged_on"]) == ("given", "resource", str(TODAY))
    words = ("--received", "--kind", "advice", "--hours", "1.5", "--on", day(-3))
    got = ok("add-exchange", "grants", "--with", "ada", "--with", "bo", *words, "--json").json
    assert (got["direction"], got["hours"], len(got["contacts"])) == ("received", 1.5, 2)


def test_what_came_of_something_is_with_the_same_people(ok, people):
    ok("add-conversation", "tea", "--with", "ada", "--with", "bo")
    made = ok("add-exchange", "her notes", "--received", "--from", "t1", "--json").json
    assert [one["ref"] for one in made["contacts"]] == ["c1", "c2"]
    assert made["source"] == {"ref": "t1", "name": "tea"}
    one = ok("add-exchange", "her notes", "--from", "t1", "--with", "bo", "--json").json
    assert [who["ref"] for who in one["contacts"]] == ["c2"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("x",), "with somebody"),
        (("x", "--with", "ada", "--kind", "gift"), "'gift' is no kind"),
        (("x", "--with", "ada", "--hours", "0"), "'0' is no number of hours"),
        (("x", "--with", "ada", "--on", day(1)), "is in the future"),
        (("", "--with", "ada"), "text"),
    ],
)
def test_what_can_not_be_is_refused(run, ok, people, words, said):
    result = run("add-exchange", *words)
    assert (result.code, result.out) == (2, "") and (said in result.err or said == "text")
    assert listed(ok) == []


def test_lists_filter_by_direction_kind_person_and_day(ok, people):
    ok("add-exchange", "a", "--with", "ada", "--on", "2025-05-05")
    ok("add-exchange", "b", "--with", "ada", "--received", "--kind", "advice")
    ok("add-exchange", "c", "--with", "bo", "--received", "--kind", "feedback", "--on", day(-1))
    assert refs(ok("list-exchanges", "--json")) == ["x2", "x3", "x1"]
    assert refs(ok("list-exchanges", "direction:received", "--json")) == ["x2", "x3"]
    assert refs(ok("list-exchanges", "received:yes", "with:ada", "--json")) == ["x2"]
    assert refs(ok("list-exchanges", "kind:advice,feedback", "on:2026", "--json")) == ["x2", "x3"]
    assert refs(ok("list-exchanges", "direction:given", "--json")) == ["x1"]


# a kept promise


def test_a_kept_promise_is_help_given(ok, people):
    ok("add-follow-up", "send the rubric", "--with", "ada")
    done = ok("done", "f1", "--on", day(-1), "--json")
    made = done.json["exchange"]
    assert (made["ref"], made["what"], made["kind"], made["direction"]) == (
        "x1",
        "send the rubric",
        "resource",
        "given",
    )
    assert made["exchanged_on"] == day(-1) and made["source"]["ref"] == "f1"
    assert [one["ref"] for one in made["contacts"]] == ["c1"]
    assert "x1 keeps it as help given, resource: netlog delete x1 if it was none" in done.err


def test_one_kept_by_them_is_help_received(ok, people):
    ok("add-follow-up", "feedback on my draft", "--with", "bo", "--theirs")
    made = ok("done", "f1", "--json").json["exchange"]
    assert (made["direction"], made["kind"]) == ("received", "feedback")


def test_it_is_one_step_to_undo(ok, people):
    ok("add-follow-up", "send the rubric", "--with", "ada")
    ok("done", "f1")
    ok("undo")
    assert listed(ok) == [] and ok("show", "f1", "--json").json["status"] == "open"
    ok("redo")
    assert [one["ref"] for one in listed(ok)] == ["x1"]


@pytest.mark.parametrize("what", ["call Ada", "thank her", "ask about grants", "write Ada"])
def test_what_hands_nothing_over_is_no_exchange(ok, people, what):
    ok("add-follow-up", what, "--with", "ada")
    assert ok("done", "f1", "--json").json["exchange"] is None and listed(ok) == []


def test_a_promise_to_nobody_is_no_exchange(run, ok, people):
    ok("add-follow-up", "send the report")
    result = run("done", "f1", "--exchange", "resource")
    assert result.code == 2 and "f1 is with nobody" in result.err
    assert ok("done", "f1", "--json").json["exchange"] is None


def test_options_say_otherwise(ok, people):
    ok("add-follow-up", "send the rubric", "--with", "ada")
    ok("add-follow-up", "call Bo", "--with", "bo")
    assert ok("done", "f1", "--no-exchange", "--json").json["exchange"] is None
    assert ok("done", "f2", "--exchange", "Advice", "--json").json["exchange"]["kind"] == "advice"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--exchange", "gift"), "'gift' is no kind of exchange"),
        (("--exchange", "advice", "--no-exchange"), "opposites"),
        (("--on", day(1)), "is in the future"),
    ],
)
def test_bad_options(run, ok, people, words, said):
    ok("add-follow-up", "send the rubric", "--with", "ada")
    result = run("done", "f1", *words)
    assert (result.code, result.out) == (2, "") and said in result.err
    assert ok("show", "f1", "--json").json["status"] == "open"


def test_a_promise_is_help_once_however_often_it_is_kept(ok, people):
    ok("add-follow-up", "send the rubric", "--with", "ada")
    ok("done", "f1")
    reopened = ok("edit", "f1", "status=open")
    assert "x1 still counts it as help: netlog delete x1" in reopened.err
    assert ok("done", "f1", "--json").json["exchange"] is None
    assert len(listed(ok)) == 1


def test_each_of_a_series_is_help(ok, people):
    ok("add-follow-up", "send the newsletter file", "--with", "ada", "--repeat", "1m")
    first = ok("done", "f1", "--json").json
    assert first["next"]["ref"] == "f2" and first["exchange"]["ref"] == "x1"
    assert ok("done", "f2", "--json").json["exchange"]["ref"] == "x2"


def test_a_private_promise_is_private_help(ok, people):
    ok("add-follow-up", "send the reference", "--with", "ada", "--private")
    assert ok("done", "f1", "--json").json["exchange"]["private"] is True


def test_several_at_once_and_a_dry_run(ok, people, db):
    ok("add-follow-up", "send a", "--with", "ada")
    ok("add-follow-up", "share b", "--with", "bo")
    before = db.read_bytes()
    assert len(ok("done", "f1", "f2", "--dry-run", "--json").json) == 2
    assert db.read_bytes() == before
    ok("done", "f1", "f2")
    assert len(listed(ok)) == 2 and ok("history", "--json").json[0]["command"] == "done f1 f2"


def test_it_goes_with_the_only_one_it_is_with_and_check_holds(ok, people):
    ok("add-exchange", "a", "--with", "ada")
    ok("add-exchange", "b", "--with", "ada", "--with", "bo")
    ok("edit", "x2", "received=yes", "on=2026-01-05")
    ok("check")
    assert "1 exchange" in ok("delete", "ada", "--yes").err
    assert [one["ref"] for one in listed(ok)] == ["x2"]
    ok("check")
    ok("undo")
    ok("check")


def test_check_finds_one_filed_the_wrong_way(run, ok, people, db):
    import sqlite3

    ok("add-exchange", "a", "--with", "ada")
    with sqlite3.connect(db) as log:
        log.execute("UPDATE exchange_contact SET direction = 'received'")
    result = run("check")
    assert result.code == 6 and "exchange 1 is filed under another day or direction" in result.out


def test_the_walk_notes_help_too(ok, people, terminal):
    ok("add-follow-up", "send the rubric", "--with", "ada", "--due", "today")
    child = terminal("review", "-i")
    child.expect_exact("[s]: ")
    child.sendline("d")
    rest, code = end(child)
    assert code == 0 and "x1 keeps it as help" in rest
