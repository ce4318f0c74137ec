"""ask: noted for a contact or an event, struck off by a conversation, a debrief or by hand."""

import json

import pytest

from tests.answers import refused, whole

KEYS = {"id", "of", "what", "noted_at", "struck_on", "conversation"}


@pytest.fixture
def people(ok):
    """c1 Ada Quill, c2 Bo Lund, e1 a past fair, e2 one to come; questions 1 and 2 for Ada, 3 for Bo, 4 for e2."""
    ok("add-contact", "Ada Quill")
    ok("add-contact", "Bo Lund")
    ok("add-event", "Old Fair", "--on", "2026-02-01")
    ok("add-event", "Lake Conference", "--on", "2026-05-04..2026-05-06")
    ok("ask", "ada", "How did the pilot go?")
    ok("ask", "c1", "who", "runs", "the", "club?")
    ok("ask", "bo", "Any interns?")
    ok("ask", "lake", "Is there a stage?")


def open_ones(ok, *ref):
    return [one["id"] for one in ok("ask", *ref, "--json").json]


def test_ask_prints_the_question(ok, people):
    asked = ok("ask", "Ada", "One", "more", "--json").json
    assert set(asked) == KEYS
    assert (asked["id"], asked["of"], asked["what"]) == (5, {"ref": "c1", "name": "Ada Quill"}, "One more")
    assert asked["noted_at"].startswith("2026-03-02T")
    assert asked["struck_on"] is asked["conversation"] is None
    assert ok("ask", "bo", "And this?", "-f", "ids").lines == ["6"]


def test_ask_lists_the_open_ones_of_all_or_of_one(ok, people):
    assert open_ones(ok) == [1, 2, 3, 4]
    assert open_ones(ok, "ada") == [1, 2]
    assert open_ones(ok, "e2") == [4]
    assert open_ones(ok, "e1") == []
    assert ok("ask", "bo").lines[0].split("\t")[:3] == ["3", "Bo Lund", "Any interns?"]
    table = ok("ask", "-f", "table").out
    assert "How did the pilot go?" in table and "Lake Conference" in table and "T12:00" not in table


def test_an_empty_log_has_no_questions(ok, run):
    assert ok("ask", "--json").json == []
    assert "netlog ask REF QUESTION" in ok("ask", "-f", "table").out


def test_a_conversation_strikes_off_what_was_open_with_those_in_it(ok, people):
    held = ok("add-conversation", "Coffee", "--with", "ada", "--json")
    assert open_ones(ok) == [3, 4]
    first = ok("ask", "ada", "--all", "--json").json[0]
    assert first["struck_on"] == "2026-03-02"
    assert first["conversation"] == {"ref": "t1", "name": "Coffee"}
    assert "struck off: How did the pilot go? (Ada Quill)" in held.err


def test_a_conversation_of_several_strikes_off_the_questions_of_each(ok, people):
    ok("add-conversation", "Coffee", "--with", "ada", "--with", "bo")
    assert open_ones(ok) == [4]


def test_done_with_log_strikes_off_too(ok, people):
    ok("add-follow-up", "Call Bo", "--with", "bo")
    ok("done", "f1", "--note", "two interns", "--log")
    assert open_ones(ok) == [1, 2, 4]


def test_a_conversation_held_before_the_question_was_noted_leaves_it(ok, people):
    ok("add-conversation", "Last week", "--with", "ada", "--on", "2026-02-24")
    assert open_ones(ok, "ada") == [1, 2]
    ok("add-conversation", "The next day", "--with", "ada", "--on", "2026-03-03", today="2026-03-05")
    assert open_ones(ok, "ada") == []
    assert ok("ask", "ada", "--all", "--json").json[0]["struck_on"] == "2026-03-03"


def test_what_is_struck_off_already_stays_as_it_was(ok, people):
    ok("add-conversation", "First", "--with", "ada")
    ok("add-conversation", "Second", "--with", "ada")
    assert {one["conversation"]["ref"] for one in ok("ask", "ada", "--all", "--json").json} == {"t1"}


def test_strike_by_hand(ok, run, people):
    struck = ok("ask", "--strike", "2", "--json").json
    assert (struck["id"], struck["struck_on"], struck["conversation"]) == (2, "2026-03-02", None)
    assert open_ones(ok) == [1, 3, 4]
    refused(run("ask", "--strike", "2"), 5, "struck off on 2026-03-02", "nothing was changed")
    refused(run("ask", "--strike", "99"), 3, "there is no question 99")


@pytest.mark.parametrize(
    ("words", "code", "say"),
    [
        (("ada", ""), 2, "the question is empty"),
        (("ada", "  "), 2, "the question is empty"),
        (("ada", "a\x1b[2J"), 2, "control character"),
        (("ada", "How did the pilot go?"), 5, "question 1 already"),
        (("nobody", "What?"), 3, "no contact or event is called 'nobody'"),
        (("nobody",), 3, "no contact or event is called 'nobody'"),
        (("t9", "What?"), 3, "conversation"),
        (("ada", "What?", "--all"), 2, "--all is for the list"),
        (("ada", "--strike", "1"), 2, "alone"),
        (("--strike", "0"), 2, "--strike"),
        (("--strike", "q1"), 2, "--strike"),
    ],
)
def test_what_can_not_be_asked_is_refused_and_changes_nothing(ok, run, people, db, words, code, say):
    before = db.read_bytes()
    refused(run("ask", *words), code, say)
    assert db.read_bytes() == before


def test_dry_run_notes_nothing(ok, people):
    assert "dry run" in ok("ask", "ada", "Not yet", "--dry-run").err
    assert open_ones(ok) == [1, 2, 3, 4]


def test_a_key_asks_once_and_prints_the_question_again(ok, people):
    first = ok("ask", "ada", "Once", "--key", "k", "--json")
    again = ok("ask", "ada", "Once", "--key", "k", "--json")
    assert again.json == first.json
    assert "nothing was changed" in again.err
    assert len(open_ones(ok, "ada")) == 3


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "ada", "More"),
        ("ask", "--strike", "1"),
        ("add-conversation", "Coffee", "--with", "ada", "--with", "bo"),
        ("delete", "c1", "--yes"),
        ("delete", "e2", "--yes"),
    ],
)
def test_undo_and_redo_bring_all_back(ok, people, words):
    before = whole(ok)
    ok(*words)
    after = whole(ok)
    assert after != before
    ok("undo")
    assert whole(ok) == before
    ok("redo")
    assert whole(ok) == after
    assert ok("check", "--json").json["ok"]


def test_deleting_says_how_many_questions_go(ok, people):
    assert "deleted c1 Ada Quill, with 2 questions" in ok("delete", "c1", "--yes").err
    assert "deleted e2 Lake Conference, with 1 question" in ok("delete", "e2", "--yes").err
    assert open_ones(ok) == [3]
    assert ok("check", "--json").json["ok"]


def test_deleting_a_conversation_opens_its_questions_again(ok, people):
    ok("add-conversation", "Coffee", "--with", "ada")
    ok("delete", "t1", "--yes")
    assert open_ones(ok) == [1, 2, 3, 4]
    assert all(one["conversation"] is None for one in ok("ask", "--all", "--json").json)


def test_history_of_a_contact_shows_its_questions(ok, people):
    ok("ask", "--strike", "1")
    commands = [one["command"] for one in ok("history", "c1", "--json").json]
    assert commands[0] == "ask --strike 1"
    assert len(commands) == 4, "the contact, its two questions, one struck off"
    assert len(ok("history", "c2", "--json").json) == 2
    ok("undo", "2")
    assert len(ok("history", "c1", "--json").json) == 5, "what was undone is still history"


# --- out and in


def moved(ok, home, *more):
    (home / "log.json").write_text(ok("export", "json", *more).out)
    return ok("import", "json", str(home / "log.json"), "--db", str(home / "new.db"))


def test_questions_go_out_and_come_back(ok, people, home):
    ok("add-conversation", "Coffee", "--with", "ada")
    moved(ok, home)
    assert (
        ok("ask", "--all", "--json", "--db", str(home / "new.db")).json == ok("ask", "--all", "--json").json
    )
    assert whole(ok, "--db", str(home / "new.db")) == whole(ok)
    assert ok("check", "--json", "--db", str(home / "new.db")).json["ok"]


def test_the_same_file_again_adds_no_question_and_a_newer_one_strikes_off(ok, people, home):
    moved(ok, home)
    moved(ok, home)
    new = ("--db", str(home / "new.db"))
    assert open_ones(ok, *new) == [1, 2, 3, 4]
    ok("add-conversation", "Coffee", "--with", "ada")
    moved(ok, home)
    assert open_ones(ok, *new) == [3, 4]


def test_a_file_from_before_there_were_questions_comes_in(ok, people, home):
    document = ok("export", "json").json
    del document["questions"], document["debriefs"]
    (home / "old.json").write_text(json.dumps(document))
    ok("import", "json", str(home / "old.json"), "--db", str(home / "old.db"))
    assert open_ones(ok, "--db", str(home / "old.db")) == []


def test_questions_of_what_is_private_stay_at_home(ok, people, home):
    ok("add-conversation", "Coffee", "--with", "bo", "--private")
    ok("edit", "c1", "private=yes")
    shared = ok("export", "json").json["questions"]
    assert [(one["what"], one["conversation"]) for one in shared] == [
        ("Any interns?", None),
        ("Is there a stage?", None),
    ]
    assert len(ok("export", "json", "--include-private").json["questions"]) == 4


@pytest.mark.parametrize(
    "change",
    [
        {"of": {"ref": "c9", "name": "Nobody"}},
        {"of": {"ref": "t1", "name": "Coffee"}},
        {"conversation": {"ref": "c2", "name": "Bo Lund"}},
        {"what": ""},
        {"what": "a\x07"},
        {"struck_on": "2026-02-30"},
        {"noted_at": "today"},
        {"more": 1},
    ],
)
def test_a_question_that_is_none_is_refused(ok, run, people, home, change):
    ok("add-conversation", "Coffee", "--with", "ada")
    document = ok("export", "json").json
    document["questions"][0].update(change)
    (home / "bad.json").write_text(json.dumps(document))
    refused(run("import", "json", str(home / "bad.json"), "--db", str(home / "bad.db")), 6)
