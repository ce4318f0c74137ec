"""debrief: with options, asking on a terminal, in one step; and the yield of an event."""

import pexpect
import pytest

from tests.answers import refused, whole
from tests.terminals import end

KEYS = ["event", "held_on", "contacts_added", "follow_ups", "takeaways", "questions"]


@pytest.fixture
def fair(ok):
    """c1 Ada Quill, c2 Bo Lund (a target), c3 Ada Other; e1 a fair that was last week, e2 one to come."""
    ok("add-contact", "Ada Quill")
    ok("add-contact", "Bo Lund", "--status", "target")
    ok("add-contact", "Ada Other")
    ok(
        "add-event",
        "Lake Fair",
        "--on",
        "2026-02-25..2026-02-26",
        "--status",
        "registered",
        "--to-meet",
        "bo",
    )
    ok("add-event", "Spring Fair", "--on", "2026-05-04")
    ok("ask", "e1", "Who runs the lab?")


def answer(child, question, *words):
    child.expect_exact(question)
    child.sendline(" ".join(words))


def names(refs):
    return [one["name"] for one in refs]


# --- with options


def test_debrief_does_all_of_it_in_one_step(ok, fair):
    steps = len(ok("history", "--json").json)
    told = ok(
        *("debrief", "lake", "--met", "bo", "--new", "Zed Quux", "--takeaways", "Rubrics work"),
        *("--follow-up", "send Zed the rules by fri", "--follow-up", "thank the hosts", "--json"),
    ).json
    assert list(told) == KEYS
    event = told["event"]
    assert (event["status"], event["takeaways"], names(event["met"])) == (
        "attended",
        "Rubrics work",
        ["Bo Lund", "Zed Quux"],
    )
    assert told["held_on"] == "2026-03-02"
    zed = told["contacts_added"][0]
    assert (zed["name"], zed["met_on"], zed["met_at"]["ref"], zed["status"]) == (
        "Zed Quux",
        "2026-02-25",
        "e1",
        "active",
    )
    first, second = told["follow_ups"]
    assert (first["what"], first["due_on"], names(first["contacts"])) == (
        "send Zed the rules",
        "2026-03-06",
        ["Zed Quux"],
    )
    assert (second["what"], second["due_on"], second["contacts"]) == ("thank the hosts", "2026-03-09", [])
    assert {one["source"]["ref"] for one in told["follow_ups"]} == {"e1"}
    assert [one["what"] for one in told["questions"]] == ["Who runs the lab?"]
    assert ok("ask", "--json").json == []
    assert len(ok("history", "--json").json) == steps + 1
    assert ok("export", "json").json["debriefs"] == [
        {"event": {"ref": "e1", "name": "Lake Fair"}, "held_on": "2026-03-02"}
    ]


def test_undo_takes_all_of_it_back(ok, fair):
    before = whole(ok)
    ok("debrief", "e1", "--met", "bo", "--new", "Zed", "--takeaways", "x", "--follow-up", "write to Zed")
    after = whole(ok)
    ok("undo")
    assert whole(ok) == before
    ok("redo")
    assert whole(ok) == after
    assert ok("check", "--json").json["ok"]


def test_one_you_meant_to_know_is_known_then(ok, fair):
    ok("debrief", "e1", "--met", "bo", "--met", "c1")
    bo, ada = ok("show", "c2", "c1", "--json").json
    assert (bo["status"], bo["met_on"], bo["met_at"]["ref"]) == ("active", "2026-02-25", "e1")
    assert (ada["status"], ada["met_on"], ada["met_at"]) == ("active", None, None)


def test_a_second_debrief_adds(ok, fair):
    ok("debrief", "e1", "--met", "bo", "--takeaways", "First", "--follow-up", "one")
    told = ok(
        *(
            "debrief",
            "e1",
            "--met",
            "c1",
            "--met",
            "bo",
            "--takeaways",
            "Second",
            "--follow-up",
            "two",
            "--json",
        ),
        today="2026-03-05",
    ).json
    assert told["event"]["takeaways"] == "First\nSecond"
    assert names(told["event"]["met"]) == ["Ada Quill", "Bo Lund"]
    assert told["held_on"] == "2026-03-02"
    assert len(ok("list-follow-ups", "--json").json) == 2


def test_a_debrief_without_anything_to_say_is_held(ok, fair):
    told = ok("debrief", "e1", "--json").json
    assert (told["event"]["status"], told["event"]["met"], told["follow_ups"]) == ("attended", [], [])
    assert ok("export", "json").json["debriefs"]


def test_takeaways_come_from_stdin(ok, fair):
    told = ok("debrief", "e1", "--takeaways", "-", "--json", stdin="one\ntwo\n").json
    assert told["event"]["takeaways"] == "one\ntwo"


def test_an_event_that_goes_on_can_be_debriefed(ok, fair):
    told = ok("debrief", "e2", "--json", today="2026-05-04").json
    assert told["event"]["status"] == "attended"


@pytest.mark.parametrize(
    ("words", "code", "say"),
    [
        (("e2",), 2, "it can't be looked back on yet"),
        (("e2", "--met", "c1"), 2, "starts 2026-05-04"),
        (("e9",), 3, "there is no event e9"),
        (("c1",), 3, "c1 is a contact, not an event"),
        (("fair",), 4, "could be 2 records"),
        (("zoo",), 3, "no event is called"),
        (("e1", "--met", "nobody"), 3, "no contact is called 'nobody'"),
        (("e1", "--met", "ada"), 4, "could be 2 records"),
        (("e1", "--new", "ada quill"), 5, "give --met c1"),
        (("e1", "--new", "Zed", "--new", "ZED"), 5, "is in the log already"),
        (("e1", "--new", ""), 2, "the name is empty"),
        (("e1", "--follow-up", ""), 2, "empty"),
        (("e1", "--takeaways", "a\x1b"), 2, "control character"),
        (("e1", "--met", "bo", "--follow-up", "a\x07"), 2, "control character"),
    ],
)
def test_what_can_not_be_is_refused_and_changes_nothing(ok, run, fair, db, words, code, say):
    before = db.read_bytes()
    refused(run("debrief", *words), code, say)
    assert db.read_bytes() == before


def test_the_same_person_twice_is_met_once(ok, fair):
    told = ok("debrief", "e1", "--met", "bo", "--met", "c2", "--new", "Zed", "--new", "Zed", "--json").json
    assert names(told["event"]["met"]) == ["Bo Lund", "Zed"]
    assert len(told["contacts_added"]) == 1


@pytest.mark.parametrize(
    ("words", "what", "due_on", "whom"),
    [
        ("send Bo the rubric by fri", "send Bo the rubric", "2026-03-06", ["Bo Lund"]),
        ("send bo lund the rubric by 2026-04-01", "send bo lund the rubric", "2026-04-01", ["Bo Lund"]),
        ("read Bo's talk by +3d.", "read Bo's talk", "2026-03-05", ["Bo Lund"]),
        ("stand by me", "stand by me", "2026-03-09", []),
        ("read the book by Bo Lund", "read the book by Bo Lund", "2026-03-09", ["Bo Lund"]),
        ("go by bus by tomorrow", "go by bus", "2026-03-03", []),
        ("Mark the essays by fri", "Mark the essays", "2026-03-06", []),
        ("mark the essays", "mark the essays", "2026-03-09", []),
        ("thank Mark", "thank Mark", "2026-03-09", ["Mark Able"]),
        ("write to Ada", "write to Ada", "2026-03-09", []),
        ("write to Ada Quill", "write to Ada Quill", "2026-03-09", ["Ada Quill"]),
        ("by fri", "by fri", "2026-03-09", []),
    ],
)
def test_a_follow_up_is_with_whom_it_names(ok, fair, words, what, due_on, whom):
    met = ("--met", "bo", "--met", "c1", "--met", "c3", "--new", "Mark Able")
    one = ok("debrief", "e1", *met, "--follow-up", words, "--json").json["follow_ups"][0]
    assert (one["what"], one["due_on"], names(one["contacts"])) == (what, due_on, whom)


def test_key_and_dry_run(ok, fair, db):
    before = db.read_bytes()
    assert "dry run" in ok("debrief", "e1", "--new", "Zed", "--dry-run").err
    assert db.read_bytes() == before
    ok("debrief", "e1", "--new", "Zed", "--key", "k")
    assert "nothing was changed" in ok("debrief", "e1", "--new", "Zed", "--key", "k").err


@pytest.mark.parametrize("format", ["table", "tsv", "csv", "ids", "jsonl"])
def test_every_format_prints_it(ok, fair, format):
    told = ok("debrief", "e1", "--new", "Zed Quux", "--follow-up", "call Zed", "-f", format).out
    assert "e1" in told or "Lake Fair" in told
    assert "{'" not in told


def test_deleting_a_debriefed_event_says_so_and_undo_brings_it_back(ok, fair):
    ok("debrief", "e1", "--met", "bo")
    before = whole(ok)
    assert "with 1 question and its debrief" in ok("delete", "e1", "--yes").err
    assert ok("export", "json").json["debriefs"] == []
    ok("undo")
    assert whole(ok) == before
    assert ok("check", "--json").json["ok"]


def test_debriefs_go_out_and_come_back(ok, fair, home):
    ok("debrief", "e1", "--met", "bo")
    ok("debrief", "e2", "--no-input", today="2026-05-05")
    ok("edit", "e2", "private=yes", today="2026-05-05")
    (home / "log.json").write_text(ok("export", "json").out)
    new = ("--db", str(home / "new.db"))
    for _ in range(2):
        ok("import", "json", str(home / "log.json"), *new)
        held = ok("export", "json", *new).json["debriefs"]
        assert [one["event"]["ref"] for one in held] == ["e1"]
    assert len(ok("export", "json", "--include-private").json["debriefs"]) == 2
    assert ok("check", "--json", *new).json["ok"]


# --- asking


def test_on_a_terminal_it_asks_in_one_pass(ok, fair, terminal):
    steps = len(ok("history", "--json").json)
    child = terminal("debrief", "lake")
    child.expect_exact("Lake Fair, 2026-02-25 to 2026-02-26")
    child.expect_exact("You meant to meet Bo Lund.")
    answer(child, "Whom did you meet?", "bo, Zed Quux,  , c1")
    answer(child, "no contact is called 'Zed Quux'. Add Zed Quux? [Y/n] ", "")
    answer(child, "What did you take home? ", "Rubrics work")
    answer(child, "What is next?", "send Zed the rules by fri")
    answer(child, "And? ", "thank the hosts")
    answer(child, "And? ", "")
    rest, code = end(child)
    assert code == 0, rest
    assert "New contact  c4  Zed Quux" in rest and "Who runs the lab?" in rest
    event = ok("show", "e1", "--json").json
    assert (event["status"], event["takeaways"]) == ("attended", "Rubrics work")
    assert names(event["met"]) == ["Ada Quill", "Bo Lund", "Zed Quux"]
    assert [one["what"] for one in ok("list-follow-ups", "--json").json] == [
        "send Zed the rules",
        "thank the hosts",
    ]
    history = ok("history", "--json").json
    assert len(history) == steps + 1
    assert history[0]["command"] == "debrief lake"


def test_every_answer_can_be_empty(ok, fair, terminal):
    child = terminal("debrief", "e1", "--json")
    for question in ("Whom did you meet?", "What did you take home? ", "What is next?"):
        answer(child, question)
    _, code = end(child)
    assert code == 0
    event = ok("show", "e1", "--json").json
    assert (event["status"], event["met"], event["takeaways"]) == ("attended", [], None)


def test_an_unclear_or_mistyped_name_is_asked_about_there_and_then(ok, fair, terminal):
    child = terminal("debrief", "e1")
    answer(child, "Whom did you meet?", "ada, Quil, c99, nobody")
    answer(child, "Which one? [1-2] ", "1")
    child.expect_exact("did you mean Ada Quill, c1?")
    answer(child, "Add Quil? [Y/n] ", "n")
    answer(child, "Who was it then?", "bo")
    answer(child, "Who was it then?", "")  # c99 can't be a name
    answer(child, "Add nobody? [Y/n] ", "n")
    answer(child, "Who was it then?", "")
    answer(child, "What did you take home? ")
    answer(child, "What is next?")
    assert end(child)[1] == 0
    assert names(ok("show", "e1", "--json").json["met"]) == ["Bo Lund", "Ada Other"]
    assert len(ok("list-contacts", "--json").json) == 3


@pytest.mark.parametrize("leave", ["sendintr", "sendeof"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_leaving_in_the_middle_changes_nothing(ok, fair, terminal, db, leave, at):
    before = db.read_bytes()
    child = terminal("debrief", "e1")
    questions = ("Whom did you meet?", "What did you take home? ", "What is next?")
    for question, words in zip(questions[:at], ("bo", "a lot"), strict=False):
        answer(child, question, words)
    child.expect_exact(questions[at])
    getattr(child, leave)()
    if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5):
        getattr(child, leave)()  # a signal between Python's own check and its read is seen after the read
    _, code = end(child)
    assert code == (130 if leave == "sendintr" else 1)
    assert db.read_bytes() == before


@pytest.mark.parametrize("words", [("--no-input",), ("--met", "bo"), ("--takeaways", "x")])
def test_with_options_it_does_not_ask(ok, fair, terminal, words):
    rest, code = end(terminal("debrief", "e1", *words))
    assert code == 0
    assert "?" not in rest.replace("Who runs the lab?", "")


def test_it_does_not_ask_about_an_event_to_come(ok, fair, terminal):
    rest, code = end(terminal("debrief", "e2"))
    assert code == 2
    assert "Whom" not in rest


def test_no_lock_is_held_while_it_asks(ok, fair, terminal):
    child = terminal("debrief", "e1")
    child.expect_exact("Whom did you meet?")
    ok("add-contact", "Meanwhile")
    child.sendline("Meanwhile")
    answer(child, "What did you take home? ")
    answer(child, "What is next?")
    assert end(child)[1] == 0
    assert names(ok("show", "e1", "--json").json["met"]) == ["Meanwhile"]


# --- takeaways and wins


def test_what_to_try_becomes_takeaways_of_the_event(ok, fair):
    told = ok("debrief", "lake", "--try", "Peer marks", "--try", "One rubric", "--win", "--json").json
    assert [(one["ref"], one["what"], one["status"]) for one in told["takeaways"]] == [
        ("k1", "Peer marks", "to-try"),
        ("k2", "One rubric", "to-try"),
    ]
    assert told["takeaways"][0]["source"] == {"ref": "e1", "name": told["event"]["name"]}
    assert told["event"]["tags"] == ["win"]
    linked = [(one["ref"], one["as"]) for one in ok("show", "e1", "--json").json["linked"]]
    assert ("k1", "came of it") in linked
    table = ok("debrief", "lake", "--try", "A third", "-f", "table").out
    assert "To try" in table and "k3" in table
    ok("undo")
    assert [one["ref"] for one in ok("list-takeaways", "--json").json] == ["k2", "k1"]
    ok("undo")
    assert ok("list-takeaways", "--all", "--json").json == []


def test_nothing_is_kept_where_a_thing_to_try_can_not_be(run, ok, fair, db):
    before = db.read_bytes()
    result = run("debrief", "lake", "--met", "bo", "--try", "a\x1bb")
    assert (result.code, result.out) == (2, "") and db.read_bytes() == before


# --- yield


def brought(ok, ref="e1"):
    return tuple(ok("show", ref, "--json").json["yield"].values())


def test_yield_counts_what_came_of_an_event(ok, fair):
    assert list(ok("show", "e1", "--json").json["yield"]) == [
        "contacts_met",
        "follow_ups_kept",
        "conversations_within_90_days",
    ]
    assert brought(ok) == (0, 0, 0)
    ok("debrief", "e1", "--met", "bo", "--new", "Zed", "--follow-up", "one", "--follow-up", "two")
    ok("add-contact", "Yan", "--met-at", "e1")
    assert brought(ok) == (3, 0, 0), "met there, whichever way it was noted, each once"
    ok("add-conversation", "There", "--with", "bo", "--event", "e1", "--on", "2026-02-25")
    ok("add-follow-up", "three", "--from", "t1")
    ok("done", "f1", "f3")
    ok("drop", "f2")
    assert brought(ok) == (3, 2, 0), "of the event and of a conversation there; a talk there is none after it"


@pytest.mark.parametrize(
    ("day", "counted"), [("2026-02-26", 0), ("2026-02-27", 1), ("2026-05-27", 1), ("2026-05-28", 0)]
)
def test_yield_counts_conversations_of_ninety_days(ok, fair, day, counted):
    ok("debrief", "e1", "--met", "bo", "--met", "c1")
    ok("add-conversation", "Talk", "--with", "bo", "--with", "c1", "--on", day, today="2026-06-01")
    ok("add-conversation", "Other", "--with", "c3", "--on", day, today="2026-06-01")
    assert brought(ok)[2] == counted


def test_the_card_of_an_event_tells_its_yield(ok, fair):
    assert "Yield" not in ok("show", "e1", "-f", "table").out
    ok("debrief", "e1", "--met", "bo")
    assert "Yield  1 contact met · 0 follow-ups kept" in ok("show", "e1", "-f", "table").out
    assert "yield" not in ok("show", "c1", "--json").json
