"""Peer observations: who watched whom, and what was taken home."""

import pytest

from tests.answers import refused, whole

TODAY = "2026-03-02"


@pytest.fixture
def ana(ok):
    ok("add-contact", "Ana Kim")


def observed(ok, *words):
    kind = ("--kind", "observation", "--observer", "me")
    return ok("add-conversation", "her algebra class", "--with", "ana", *kind, *words, "--json").json


def test_an_observation_keeps_who_watched_and_what_was_taken_home(ok, ana):
    held = observed(ok, "--on", "2026-02-20", "--takeaway", "exit tickets", "--takeaway", "wait time")
    assert (held["kind"], held["observer"]) == ("observation", "me")
    assert [(one["ref"], one["name"], one["as"]) for one in held["linked"]] == [
        ("k1", "exit tickets", "came of it"),
        ("k2", "wait time", "came of it"),
    ]
    first = ok("show", "k1", "--json").json
    assert first["source"] == {"ref": "t1", "name": "her algebra class"}
    assert (first["status"], first["noted_on"], first["private"]) == ("to-try", "2026-02-20", False)


def test_the_takeaway_is_in_the_same_step(ok, ana):
    before = whole(ok)
    observed(ok, "--takeaway", "exit tickets")
    ok("undo")
    assert whole(ok) == before
    ok("redo")
    assert len(ok("list-takeaways", "--json").json) == 1
    assert all(one["ok"] for one in ok("check", "--json").json["checks"])


def test_what_is_said_twice_is_taken_home_once(ok, ana):
    observed(ok, "--takeaway", "exit tickets", "--takeaway", " exit tickets ")
    assert len(ok("list-takeaways", "--json").json) == 1


def test_what_is_taken_home_from_a_private_talk_is_private(ok, ana):
    observed(ok, "--private", "--takeaway", "secret trick")
    assert ok("show", "k1", "--json").json["private"] is True
    assert "secret trick" not in ok("export", "json").out


def test_a_key_makes_it_safe_to_repeat_and_answers_as_it_was(ok, ana):
    words = ("--takeaway", "exit tickets", "--key", "k")
    first = observed(ok, *words)
    assert observed(ok, *words) == first
    assert len(ok("list-takeaways", "--json").json) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add-conversation", "x", "--with", "ana", "--observer", "me"), "only an observation"),
        (
            ("add-conversation", "x", "--with", "ana", "--kind", "plc", "--observer", "them"),
            "only an observation",
        ),
        (("add-conversation", "x", "--with", "ana", "--kind", "observation", "--observer", "us"), "me, them"),
        (("add-conversation", "x", "--with", "ana", "--takeaway", ""), "the takeaway is empty"),
        (("log", "coffee with Ana", "--observer", "me"), "only an observation"),
        (("log", "observed Ana's class", "--observer", "us"), "me, them"),
        (("log", "observed Ana's class", "--takeaway", " "), "the takeaway is empty"),
        (("edit", "t1", "observer=me"), "only an observation"),
    ],
)
def test_what_can_not_be_is_refused_and_changes_nothing(run, ok, ana, db, words, said):
    ok("add-conversation", "tea", "--with", "ana")
    before = db.read_bytes()
    refused(run(*words), 2, said)
    assert db.read_bytes() == before


def test_an_observation_that_becomes_a_meeting_loses_the_observer_and_says_so(ok, ana):
    observed(ok)
    result = ok("edit", "t1", "kind=meeting", "--json")
    assert result.json["observer"] is None and "t1 is no observation any more" in result.err


def test_who_watched_can_be_set_and_found_later(ok, ana):
    observed(ok)
    ok("edit", "t1", "observer=them")
    ok("add-conversation", "x", "--with", "ana", "--kind", "observation")
    found = ok("list-conversations", "observer:them", "--json").json
    assert [one["ref"] for one in found] == ["t1"]
    assert [
        one["ref"] for one in ok("list-conversations", "kind:observation", "observer:", "--json").json
    ] == ["t2"]


@pytest.mark.parametrize(
    ("sentence", "observer"),
    [
        ("observed Ana's class", "me"),
        ("Ana observed my lesson, promised the plan by fri", "them"),
        ("Ana observed the new lab", None),
        ("coffee with Ana, she observed my class last week", None),  # a meeting
    ],
)
def test_log_reads_who_watched_where_it_is_plain(ok, ana, sentence, observer):
    assert ok("log", sentence, "--json").json["conversation"]["observer"] == observer


def test_log_takes_the_observer_and_the_takeaways_as_given(ok, ana):
    words = ("observed Ana's class", "--observer", "them", "--takeaway", "exit tickets")
    answer = ok("log", *words, "--json").json
    assert answer["conversation"]["observer"] == "them"
    assert [(one["ref"], one["source"]["ref"]) for one in answer["takeaways"]] == [("k1", "t1")]
    assert ok("log", *words).out == "t2\t\t\n"
    assert ok("list-takeaways", "-f", "ids").out == "k2\nk1\n"
    card = ok("log", *words, "-f", "table").out
    assert "they" in card and "To try    k3  exit tickets" in card
    ok("undo")
    assert len(ok("list-takeaways", "--json").json) == 2


def test_log_repeats_what_it_made_with_its_takeaways(ok, ana):
    words = ("log", "observed Ana's class", "--takeaway", "exit tickets", "--key", "k", "--json")
    first = ok(*words).json
    again = ok(*words).json
    assert (again["takeaways"], again["conversation"]) == (first["takeaways"], first["conversation"])


def test_plc_meetings_are_a_kind_of_conversation(ok, ana):
    assert ok("log", "PLC with Ana about rubrics", "--json").json["conversation"]["kind"] == "plc"
    ok("add-conversation", "PLC on grading", "--with", "ana", "--kind", "plc", "--takeaway", "one rubric")
    found = ok("list-conversations", "kind:plc", "--json").json
    assert len(found) == 2 and ok("show", "k1", "--json").json["source"]["ref"] == "t2"


def test_an_import_refuses_an_observer_of_a_meeting(run, ok, ana, home):
    observed(ok)
    file = home / "log.json"
    text = ok("export", "json").out.replace('"kind": "observation"', '"kind": "meeting"')
    file.write_text(text.replace('"kind":"observation"', '"kind":"meeting"'))
    refused(run("import", str(file), "--db", str(home / "new.db")), 6, "t1: only an observation")


def test_deleting_the_observation_keeps_what_was_taken_home(ok, ana):
    observed(ok, "--takeaway", "exit tickets")
    ok("delete", "t1", "--yes")
    assert ok("show", "k1", "--json").json["source"] is None
