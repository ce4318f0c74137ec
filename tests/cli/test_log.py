"""log: one sentence in, records out; options, ties, standard input, the editor, a terminal."""

import re
import sys

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.answers import refused
from tests.reference import README
from tests.terminals import end

SENTENCE = (
    "yesterday: coffee with Ana and +Noor at ACTE VISION, promised Ana the rubric by Friday #assessment"
)


@pytest.fixture
def people(ok):
    """c1 Ana Kim, c2 Raj Patel (RJ), c3 Will Turner, c4 Sara Cohen, c5 Sara Nguyen; e1 ACTE VISION 2025."""
    for name in ("Ana Kim", "Raj Patel", "Will Turner", "Sara Cohen", "Sara Nguyen"):
        ok("add-contact", name, *(("--nickname", "RJ") if name == "Raj Patel" else ()))
    ok("add-event", "ACTE VISION 2025", "--on", "2025-12-10..2025-12-12", "--met", "Sara Nguyen")


def many(ok):
    return [
        len(ok(f"list-{kind}", "--json", "--all").json)
        for kind in ("contacts", "conversations", "follow-ups")
    ]


# --- what comes of a sentence


def test_log_answers_with_the_keys_of_the_contract(ok, people):
    answer = ok("log", SENTENCE, "--json").json
    assert list(answer) == ["step", "saved", "read", "conversation", "contacts_added", "follow_ups"]
    assert answer["read"] == {
        "held_on": "2026-03-01",
        "kind": "meeting",
        "summary": "coffee with Ana and Noor at ACTE VISION, promised Ana the rubric by Friday",
        "contacts": [{"ref": "c1", "name": "Ana Kim"}, {"ref": "c6", "name": "Noor"}],
        "event": {"ref": "e1", "name": "ACTE VISION 2025"},
        "tags": ["assessment"],
        "new": ["Noor"],
        "follow_ups": [
            {
                "what": "the rubric",
                "due_on": "2026-03-06",
                "owed_by": "me",
                "contacts": [{"ref": "c1", "name": "Ana Kim"}],
            }
        ],
        "chosen": [],
    }
    assert answer["saved"] is True and answer["step"] == 7
    shown = ok("show", "t1", "--json").json
    assert {key: shown[key] for key in answer["conversation"]} == answer["conversation"]
    added = answer["contacts_added"][0]
    assert (added["name"], added["status"], added["met_on"]) == ("Noor", "active", "2026-03-01")
    assert added["met_at"] == {"ref": "e1", "name": "ACTE VISION 2025"}
    owed = answer["follow_ups"][0]
    assert owed["source"]["ref"] == "t1" and owed["status"] == "open"


def test_log_prints_the_new_references_off_a_terminal(ok, people):
    assert ok("log", SENTENCE).out == "t1\tc6\tf1\n"
    assert ok("log", "call with RJ, I owe him a book and he owes me a pen", "-f", "ids").out == "t2\nf2\nf3\n"


def test_log_takes_its_words_without_quotes(ok, people):
    assert ok("log", "coffee", "with", "ana", "--json").json["read"]["summary"] == "coffee with ana"


def test_one_sentence_is_one_step(ok, people):
    before = many(ok)
    ok("log", SENTENCE)
    assert many(ok) == [before[0] + 1, before[1] + 1, before[2] + 1]
    ok("undo")
    assert many(ok) == before
    assert ok("check").code == 0


def test_dry_run_shows_the_reading_and_changes_nothing(ok, people, db):
    before = db.read_bytes()
    answer = ok("log", SENTENCE, "--dry-run", "--json")
    assert (answer.json["saved"], answer.json["step"]) == (False, None)
    assert answer.json["read"]["new"] == ["Noor"]
    shown = ok("log", SENTENCE, "--dry-run", "-f", "table").out
    assert shown.startswith("Would log") and "You owe" in shown and "ACTE VISION 2025" in shown
    assert db.read_bytes() == before


def test_more_lines_are_notes(ok, people):
    answer = ok("log", "coffee with Ana\nshe teaches robotics\nand chess", "--json").json
    assert answer["read"]["summary"] == "coffee with Ana"
    assert answer["conversation"]["notes"] == "she teaches robotics\nand chess"


def test_log_can_be_the_first_command_ever(ok, db):
    assert not db.exists()
    assert ok("log", 'met +"Ada Okafor"', "-f", "ids").out == "t1\nc1\n"


def test_nobody_named_is_refused_with_a_way_out(run, people):
    refused(run("log", "long day at school"), 2, "nobody", "--with NAME", '+"New Person"')


def test_a_key_makes_it_safe_to_repeat(ok, people):
    ok("log", "coffee with Ana", "--key", "k")
    again = ok("log", "coffee with Ana", "--key", "k")
    assert "done before" in again.err
    assert many(ok)[1] == 1


@pytest.mark.parametrize("format", ["tsv", "ids", "json"])
def test_what_was_done_before_is_answered_as_it_was(ok, people, format):
    sentence = 'met +"Lee Wong" and Ana, promised Ana the notes by friday'
    first = ok("log", sentence, "--key", "one", "-f", format)
    assert ok("log", sentence, "--key", "one", "-f", format).out == first.out
    lines = f"coffee with Raj\n\n{sentence.replace('Lee', 'Bo')} #chess\ncall with Ana\n"
    first = ok("log", "-", "--key", "some", "-f", format, stdin=lines)
    assert ok("log", "-", "--key", "some", "-f", format, stdin=lines).out == first.out


def test_a_key_does_not_stand_for_other_lines_of_the_same_command(run, ok, people):
    ok("log", "-", "--key", "k", stdin="coffee with Raj\n")
    refused(run("log", "coffee with Raj", "--key", "k"), 5, "'k' was used")
    ok("log", "-", "--key", "k-1", stdin="coffee with Ana\n")
    assert many(ok)[1] == 2


def test_the_history_has_each_line_of_standard_input(ok, people):
    ok("log", "-", stdin="coffee with Raj\ncall with Ana\n")
    commands = [one["command"] for one in ok("history", "--limit", "2", "--json").json]
    assert commands == ["log -: call with Ana", "log -: coffee with Raj"]


def test_dry_run_prints_the_reading_in_a_pipe_too(ok, people):
    told = ok("log", SENTENCE, "--dry-run").out.rstrip("\n").split("\t")
    assert told[:5] == ["2026-03-01", "meeting", "Ana Kim, Noor", "ACTE VISION 2025", "assessment"]
    assert told[5:7] == ["Noor", "you owe Ana Kim: the rubric by 2026-03-06"]
    assert ok("log", SENTENCE, "--dry-run", "-f", "ids").out == "t1\nc6\nf1\n"


# --- options take the place of guesses


def test_with_takes_no_names_from_the_text(ok, people):
    read = ok("log", "lunch with Raj and Sara", "--with", "ana", "--json").json["read"]
    assert [one["ref"] for one in read["contacts"]] == ["c1"]


def test_on_leaves_the_text_whole(ok, people):
    read = ok("log", "yesterday: lunch with Raj", "--on", "2026-02-20", "--json").json["read"]
    assert (read["held_on"], read["summary"]) == ("2026-02-20", "yesterday: lunch with Raj")


def test_event_kind_tag_and_new_are_taken_as_given(ok, people):
    read = ok(
        *("log", "lunch with Raj at vision", "--event", "none", "--kind", "plc", "--tag", "a,b"),
        *("--new", "Bo Lund", "--json"),
    ).json["read"]
    assert (read["event"], read["kind"], read["tags"], read["new"]) == (None, "plc", ["a", "b"], ["Bo Lund"])
    assert [one["name"] for one in read["contacts"]] == ["Raj Patel", "Bo Lund"]
    assert ok("log", "met Raj", "--event", "e1", "--json").json["read"]["event"]["ref"] == "e1"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("send the slides by fri", ("send the slides", "2026-03-06", "me")),
        ("theirs: the data by 2026-04-01", ("the data", "2026-04-01", "them")),
        ("review the essay by Orwell", ("review the essay by Orwell", "2026-03-09", "me")),
        ("call back in 2 weeks", ("call back", "2026-03-16", "me")),
        ("theirs: ", ("theirs:", "2026-03-09", "me")),
    ],
)
def test_follow_up_takes_no_promises_from_the_text(ok, people, words, wanted):
    answer = ok("log", "met Raj, I owe him a book", "--follow-up", words, "--json").json
    assert [(one["what"], one["due_on"], one["owed_by"]) for one in answer["follow_ups"]] == [wanted]
    assert answer["follow_ups"][0]["contacts"] == [{"ref": "c2", "name": "Raj Patel"}]


def test_follow_up_none_makes_none(ok, people):
    assert ok("log", "met Raj, I owe him a book", "--follow-up", "none", "--json").json["follow_ups"] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("met Raj", "--with", "nobody"), 3),
        (("met Raj", "--event", "nothing"), 3),
        (("met Raj", "--with", "sara"), 4),
        (("met Raj", "--on", "tomorrow"), 2),
        (("met Raj", "--kind", "seance"), 2),
        (("met Raj", "--tag", "a:b"), 2),
        (("met Raj", "--new", " "), 2),
        (("met Raj", "--follow-up", ""), 2),
        (("tomorrow: met Raj",), 2),
    ],
)
def test_what_is_given_wrongly_changes_nothing(run, people, db, words, code):
    before = db.read_bytes()
    refused(run("log", *words), code)
    assert db.read_bytes() == before


# --- ties


def test_a_tie_is_refused_with_those_most_talked_with_first(ok, run, people, db):
    for _ in range(2):
        ok("log", "call with Sara Nguyen")
    before = db.read_bytes()
    result = run("log", "lunch with Sara")
    refused(result, 4, "'Sara' could be 2 contacts")
    assert [line.split()[0] for line in result.err.splitlines()[1:]] == ["c5", "c4"]
    assert db.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "ref", "why"),
    [
        ("lunch with Sara N.", "c5", "Sara N is c5 Sara Nguyen, by the initial"),
        ("met Sara at ACTE Vision", "c5", "Sara is c5 Sara Nguyen, who was at e1"),
        ("Sara Cohen called, Sara wants the slides", "c4", "Sara is c4 Sara Cohen, who is named in full"),
    ],
)
def test_a_tie_is_settled_by_the_sentence_and_said_so(ok, people, text, ref, why):
    answer = ok("log", text, "--json")
    assert [one["ref"] for one in answer.json["read"]["contacts"]] == [ref]
    assert answer.json["read"]["chosen"] == [why]
    assert why in answer.err


def test_an_event_in_two_years_is_that_of_the_day_or_the_last(ok, people):
    ok("add-event", "ACTE VISION 2024", "--on", "2024-12-04..2024-12-07")
    answer = ok("log", "met Raj at vision", "--json")
    assert answer.json["read"]["event"]["ref"] == "e1"
    assert answer.json["read"]["chosen"] == ["vision is e1 ACTE VISION 2025, by its dates"]
    read = ok("log", "2024-12-05: met Raj at vision", "--json").json["read"]
    assert read["event"]["ref"] == "e2"
    late = ok("log", "met Raj at vision", "--json", today="2028-03-02")
    assert late.json["read"]["event"] is None
    assert "none was taken" in late.err


def test_a_name_that_nobody_has_is_said(ok, people):
    answer = ok("log", "lunch with Ana and Zed Quimby")
    assert 'nobody in the log is called Zed Quimby: +"Zed Quimby" would add them' in answer.err
    assert many(ok)[0] == 5


def test_a_new_name_that_is_there_already_is_that_contact(ok, people):
    answer = ok("log", 'met +"ana kim"', "--json")
    assert answer.json["read"]["new"] == [] and answer.json["conversation"]["contacts"][0]["ref"] == "c1"
    assert "ana kim is in the log already: c1" in answer.err


def test_a_day_inside_the_text_is_pointed_out(ok, people):
    assert "`yesterday: ...`" in ok("log", "had coffee with Ana yesterday").err
    assert ok("log", "yesterday: had coffee with Ana").err == ""


# --- standard input


def test_each_line_is_a_step_of_its_own(ok, people):
    lines = "coffee with Ana\n\nyesterday: call with RJ, I owe him a book\n"
    assert ok("log", "-", stdin=lines).out == "t1\t\t\nt2\t\tf1\n"
    ok("undo")
    assert many(ok)[1:] == [1, 0]
    assert ok("check").code == 0


def test_lines_are_all_or_none_and_errors_name_theirs(run, people, db):
    before = db.read_bytes()
    refused(run("log", "-", stdin="coffee with Ana\nlong day\n"), 6, "line 2: nobody")
    refused(run("log", "-", stdin="coffee with Ana\n\nlunch with Sara\n"), 4, "line 3: 'Sara' could be 2")
    refused(run("log", "-", stdin=b"coffee with Ana\n\xff\n"), 6, "line 2")
    assert db.read_bytes() == before
    assert run("log", "-", stdin="").out == ""


# --- whatever is typed


WORDS = """ana raj sara will with and promised owe i'll she'll follow up by friday : , . - ** + # \\ at vision
    next week the rubric me her to send 3 may 5/6 'll todo remind @ w/ & / ( ) 🎉 \u202e é"""


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split()) | st.text(max_size=6),
        max_size=14,
    )
)
def test_any_text_is_read_or_refused(run, people, words):
    text = " ".join(words)
    assume(text != "-")  # which is standard input
    result = run("log", "--dry-run", "--json", "--", text)
    assert result.code in (0, 2, 4), (text, result)
    if result.code == 0:
        read = result.json["read"]
        assert read["contacts"] and read["summary"]
        assert all(one["what"] and one["due_on"] for one in read["follow_ups"])


# --- a terminal


def test_a_plain_sentence_is_saved_without_a_question(ok, people, terminal):
    rest, code = end(terminal("log", "coffee with Ana, promised the rubric by Friday"))
    assert code == 0
    assert re.search(r"Logged +t1 +2026-03-02 +meeting +coffee with Ana", rest)
    assert re.search(r"You owe +f1 +2026-03-06 +the rubric", rest)


@pytest.mark.parametrize(("answer", "saved"), [("", 1), ("c", 0), ("x", 0)])
def test_confirm_asks_before_it_saves(ok, people, terminal, answer, saved):
    child = terminal("log", "coffee with Ana", "--confirm")
    child.expect_exact("Would log")
    child.expect_exact("[Enter] save, e edit, c cancel: ")
    child.sendline(answer)
    assert end(child)[1] == (0 if saved else 1)
    assert many(ok)[1] == saved


def test_what_is_unsure_is_asked_about(ok, people, terminal):
    child = terminal("log", "lunch with Ana and Zed Quimby")
    child.expect_exact("nobody in the log is called Zed Quimby")
    child.expect_exact("[Enter] save, e edit, c cancel: ")
    child.sendline("c")
    assert end(child)[1] == 1
    assert end(terminal("log", "lunch with Ana and Zed Quimby", "--yes"))[1] == 0


def test_a_tie_is_a_question_on_a_terminal(ok, people, terminal):
    child = terminal("log", "lunch with Sara", "-f", "ids")
    child.expect_exact("Which one? [1-2] ")
    child.sendline("2")
    rest, code = end(child)
    assert (code, rest.split()) == (0, ["2", "t1"])
    assert ok("show", "t1", "--json").json["contacts"][0]["ref"] == "c5"


def write_editor(home, monkeypatch, text):
    script = home / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        f"pathlib.Path({str(home / 'seen')!r}).write_text(file.read_text())\n"
        f"file.write_text({text!r} + file.read_text())\n"
    )
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
    monkeypatch.setenv("TMPDIR", str(home))
    monkeypatch.setattr("tempfile.tempdir", None)


def test_edit_at_the_question_opens_the_sentence(ok, people, terminal, home, monkeypatch):
    write_editor(home, monkeypatch, "lunch and ")
    child = terminal("log", "coffee with Ana", "--confirm")
    child.expect_exact("cancel: ")
    child.sendline("e")
    child.expect_exact("cancel: ")
    child.sendline("")
    assert end(child)[1] == 0
    assert ok("show", "t1", "--json").json["summary"] == "lunch and coffee with Ana"


# --- the editor


def test_log_alone_opens_the_editor(ok, people, home, monkeypatch):
    write_editor(home, monkeypatch, "coffee with Ana #chess\nshe plays too\n")
    answer = ok("log", "--json").json
    assert (home / "seen").read_text().startswith("\n# A conversation in a sentence")
    assert (answer["read"]["summary"], answer["read"]["tags"]) == ("coffee with Ana", ["chess"])
    assert answer["conversation"]["notes"] == "she plays too"
    assert not list(home.glob("netlog-*.txt"))


def test_an_empty_text_logs_nothing(run, people, home, monkeypatch):
    write_editor(home, monkeypatch, "")
    refused(run("log"), 1, "nothing was written")
    assert not list(home.glob("netlog-*.txt"))


def test_a_text_that_cannot_be_used_is_kept(run, people, home, monkeypatch):
    write_editor(home, monkeypatch, "long day\n")
    refused(run("log"), 2, "your text is in")
    assert [one.read_text().splitlines()[0] for one in home.glob("netlog-*.txt")] == ["long day"]


# --- the README


def test_the_examples_of_the_readme_are_read_as_it_says(ok, people):
    table = README.read_text(encoding="utf-8").partition("| you write | netlog reads |")[2]
    rows = re.findall(
        r"^\| `(.+?)` \| (.+?) \|$", table.partition("\n\n")[0].replace("\\|", "|"), re.MULTILINE
    )
    assert len(rows) >= 10
    for text, wanted in rows:
        assert told(ok("log", "--dry-run", "--json", "--", text).json["read"]) == wanted, text


def told(read):
    """A reading in the words of the README."""
    who = ", ".join(
        f"{one['name']} (new)" if one["name"] in read["new"] else one["name"] for one in read["contacts"]
    )
    words = f"{read['held_on']}, {read['kind']} with {who}"
    words += f", at {read['event']['name']}" if read["event"] else ""
    words += "".join(f", #{tag}" for tag in read["tags"])
    for one in read["follow_ups"]:
        owed = ", ".join(who["name"] for who in one["contacts"])
        words += f"; {'you owe' if one['owed_by'] == 'me' else 'owed to you by'} {owed}: {one['what']}, by {one['due_on']}"
    return words
