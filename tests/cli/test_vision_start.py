"""vision start on a real pseudo-terminal: the five themes, going back, leaving, editing and saving."""

import os
import signal
import tomllib
from functools import partial

import pexpect
import pytest

from tests.answers import whole
from tests.terminals import end, interrupt

QUESTIONS = {
    "statement": "Where are you, and what do you do there?",
    "known_for": "What are you known for?",
    "by": "By when?",
    "why": "Why does it matter to you?",
    "people": "Whom do you know, and who knows you?",
    "groups": "Which associations did you join?",
    "events": "Which conferences did you attend?",
    "assignments": "Which assignments did you do?",
    "leaders": "Which leaders did you follow?",
    "introductions": "Who introduced you, and to whom?",
    "skills": "Which skills did you build?",
    "story": "how did it come about?",
    "places": "Where do you have to be to meet them?",
    "showing_up": "How do you show up differently there?",
    "steps": "Which step can you take right now?",
    "goals": "Which one or two habits keep you going?",
}
ORDER = list(QUESTIONS)
SAVE = "Save this? [Y/n/e, < goes back] "


@pytest.fixture
def begin(terminal):
    """`netlog vision start` on a terminal of 100 columns: begin("--dry-run")."""
    return partial(terminal, "vision", "start")


def say(child, *lines):
    """Answer a prompt with each of the lines."""
    for line in lines:
        child.expect(r"  (\d+\.|>) ")
        child.sendline(line)


def skip(child, first, last=None):
    """Leave the questions from one up to another one empty."""
    stop = ORDER.index(last) if last else len(ORDER)
    for slot in ORDER[ORDER.index(first) : stop]:
        child.expect_exact(QUESTIONS[slot])
        say(child, "")


def draft(home):
    return tomllib.loads((home / "vision-draft.toml").read_text(encoding="utf-8"))


def everything(child):
    """Answer all of it, and stop at the question whether to save."""
    say(child, "I lead science", "fair tests", "2031-06-30", "because it matters")
    say(child, "Grace Hopper - she leads", "Raj Patel", "")
    say(child, "State Science Teachers", "")
    say(child, "Lakeshore Learning, 2026-12-10..2026-12-11", "ISTE", "")
    say(child, "chair the committee", "")
    say(child, "Alan Turing", "")
    say(child, "Ana Kim to Grace Hopper", "")
    say(child, "speaking", "")
    say(child, "I asked, and people answered")
    say(child, "Board Hearing, 2027-03-04", "")
    say(child, "I ask the first question")
    say(child, "write to Grace - she asked", "fri", "no time", "Noor Haddad", "no words", "", "")
    say(child, "call the board", "", "", "")
    say(child, "it would mean a start")
    say(child, "1", "2 conversations a week", "")
    child.expect_exact(SAVE)
    return child.before.replace("\r\n", "\n")


# --- all of it


def test_every_theme_is_asked_in_order_and_everything_can_be_empty(ok, begin, db, home):
    child = begin()
    for place, title in enumerate(
        (
            "Your best possible career",
            "Whom you know then",
            "Looking back",
            "Where you have to be",
            "What you can do",
        ),
        1,
    ):
        child.expect_exact(f"{place} of 5  {title}")
        slots = [
            ("statement", "people"),
            ("people", "groups"),
            ("groups", "places"),
            ("places", "steps"),
            ("steps", None),
        ]
        skip(child, *slots[place - 1])
    rest, code = end(child)
    assert code == 0
    assert rest.endswith("nothing was answered, so nothing was made\n")
    assert not db.exists() and list(home.glob("vision-draft*")) == []


def test_everything_answered_is_one_plan_and_one_step(ok, begin):
    ok("add-contact", "Raj Patel", "--organization", "Hill School")
    before = whole(ok)
    child = begin()
    summary = everything(child)
    assert "New people  Grace Hopper, Alan Turing, Ana Kim, Noor Haddad" in summary
    child.sendline("y")
    rest, code = end(child)
    assert code == 0
    assert ok("plan", "--format", "table").out in rest
    assert "v1 with 4 new contacts, 1 new group, 2 new events, 14 steps, 2 goals" in rest
    assert rest.endswith("next: `netlog plan next`\n")
    [vision] = ok("list-visions", "--json").json
    assert (vision["statement"], vision["known_for"], vision["by_on"]) == (
        "I lead science",
        "fair tests",
        "2031-06-30",
    )
    assert (vision["why"], vision["meaning"]) == ("because it matters", "it would mean a start")
    assert (vision["story"], vision["notes"]) == (
        "I asked, and people answered",
        "How I show up: I ask the first question",
    )
    steps = {one["what"]: one for one in ok("list-steps", "--json").json}
    assert steps["write to Grace"]["parent"]["name"] == "Get to know Grace Hopper"
    assert (steps["write to Grace"]["reason"], steps["write to Grace"]["by_on"]) == (
        "she asked",
        "2026-03-06",
    )
    assert [one["what"] for one in steps["write to Grace"]["barriers"]] == ["no time", "no words"]
    assert steps["Get to know Raj Patel"]["about"]["ref"] == "c1"
    assert steps["Follow Alan Turing"]["kind"] == "leader"
    assert steps["Attend Board Hearing"]["about"]["name"] == "Board Hearing"
    assert [one["title"] for one in ok("list-goals", "--json").json] == [
        "One event a term",
        "2 conversations a week",
    ]
    assert ok("check", "--json").json["ok"]
    assert [one["command"] for one in ok("history", "--json").json] == [
        "vision start",
        "add-contact 'Raj Patel' --organization 'Hill School'",
    ]
    ok("undo")
    assert whole(ok) == before


def test_what_is_asked_of_the_terminal_equals_what_its_draft_makes(ok, begin, home):
    """The file that is kept when one leaves makes the plan that would have been saved."""
    child = begin()
    everything(child)
    child.sendline("n")
    rest, code = end(child)
    assert code == 1
    assert f"your answers are kept: `netlog vision start -f {home}/vision-draft.toml` takes them up" in rest
    assert rest.endswith("error: cancelled (nothing was changed)\n")
    kept = ok(
        "vision", "start", "-f", str(home / "vision-draft.toml"), "--json", "--db", str(home / "a.db")
    ).json
    child = begin()
    everything(child)
    child.sendline("")
    assert end(child)[1] == 0
    assert [one["what"] for one in ok("list-steps", "--json").json] == [one["what"] for one in kept["steps"]]
    assert oct((home / "vision-draft.toml").stat().st_mode)[-3:] == "600"


def test_a_draft_that_is_taken_up_another_day_means_the_same_days(ok, begin, home):
    child = begin()
    everything(child)
    child.sendline("n")
    end(child)
    draft = str(home / "vision-draft.toml")
    db = ("--json", "--db")
    first = ok("vision", "start", "-f", draft, *db, str(home / "a.db")).json["steps"]
    later = ok("vision", "start", "-f", draft, *db, str(home / "b.db"), today="2026-03-12").json["steps"]
    days = {one["what"]: one["by_on"] for one in first}
    assert days["write to Grace"] is not None
    assert {one["what"]: one["by_on"] for one in later} == days


@pytest.mark.parametrize("width", [60, 140])
def test_it_keeps_to_the_width_of_the_terminal_and_has_no_colour(ok, begin, width):
    child = begin(width=width)
    text = everything(child)
    assert max(len(line) for line in text.splitlines()) <= width
    child.sendline("y")
    rest, _ = end(child)
    assert max(len(line) for line in rest.splitlines() if " new contacts" not in line) <= width
    assert "\x1b" not in text + rest


# --- answers


def test_who_is_in_the_log_is_told_and_who_is_not(ok, begin):
    ok("add-contact", "Grace Hopper", "--organization", "State Board")
    child = begin()
    skip(child, "statement", "people")
    say(child, "grace")
    child.expect_exact("c1 Grace Hopper, State Board")
    say(child, "Grace Hoper")
    child.expect_exact("new")
    say(child, "Lee Wong", "", "", "", "", "", "Lee to Raj")
    child.expect_exact("Lee Wong, whom you named, new")


def test_an_ambiguous_name_is_asked_about_and_kept_by_its_reference(ok, begin, home):
    ok("add-contact", "Ana Kim")
    ok("add-contact", "Ana Lopez", "--organization", "Hill School")
    child = begin()
    skip(child, "statement", "people")
    say(child, "Ana")
    child.expect_exact("2. c2  Ana Lopez  Hill School")
    child.expect_exact("Which one? [1-2] ")
    child.sendline("9")
    child.expect_exact("none of them was taken")
    say(child, "Ana - she knows")
    child.expect_exact("Which one? [1-2] ")
    child.sendline("2")
    child.expect_exact("c2 Ana Lopez, Hill School")
    say(child, "")
    skip(child, "groups", "steps")
    say(child, "call Ana", "", "", "", "")
    skip(child, "goals")
    child.expect_exact(SAVE)
    child.sendline("n")
    end(child)
    assert draft(home) == {
        "people": [{"name": "c2", "reason": "she knows"}],
        "steps": [{"what": "call Ana", "under": "c2"}],
    }


def test_a_place_may_be_a_group_of_the_log(ok, begin):
    ok("add-group", "Hill PLC")
    child = begin()
    skip(child, "statement", "places")
    say(child, "Hill PLC")
    child.expect_exact("u1 Hill PLC")
    say(child, "")
    skip(child, "showing_up")
    child.expect_exact("Join Hill PLC")
    child.expect_exact(SAVE)
    child.sendline("")
    assert end(child)[1] == 0
    assert ok("list-steps", "--json").json[0]["about"]["ref"] == "u1"


@pytest.mark.parametrize(
    ("slot", "answer", "told"),
    [
        ("statement", "x" * 1100, "more than the 1,024 there is room for"),
        ("by", "someday", "is not a date"),
        ("by", "2020-01-01", "2020-01-01 is not to come"),
        ("people", "c9", "there is no contact c9"),
        ("people", "who@example.org", "no contact is called"),
        ("people", "\x16\x1b[31mEve", "control character"),
        ("events", "ISTE, 2026-02-30", "28 days"),
        ("events", "ISTE, 2025-06-29", "ISTE was on 2025-06-29"),
        ("introductions", "Ana to Ana", "can't introduce themselves"),
        ("goals", "be nice", "does not say what to count"),
        ("goals", "one district-level introduction a week", "level"),
    ],
)
def test_what_can_not_be_kept_is_said_and_asked_again(ok, begin, slot, answer, told):
    child = begin()
    if slot != "statement":
        skip(child, "statement", slot)
    child.expect_exact(QUESTIONS[slot])
    say(child, answer)
    child.expect_exact(told)
    say(child, "")
    following = ORDER[ORDER.index(slot) + 1] if slot != "goals" else None
    if following:
        child.expect_exact(QUESTIONS[following])
    else:
        assert "nothing was answered" in end(child)[0]


def test_what_is_named_twice_is_said(begin):
    child = begin()
    skip(child, "statement", "people")
    say(child, "Lee Wong", "lee wong - again")
    child.expect_exact("'lee wong' is named already")
    say(child, "")
    skip(child, "groups", "events")
    say(child, "Fair, 2026-05-05", "")
    skip(child, "assignments", "places")
    say(child, "fair")
    child.expect_exact("'fair' is named already")


def test_hostile_words_are_shown_harmless(ok, begin):
    name = "[red]Eve[/red] \u202eevil"
    child = begin()
    skip(child, "statement", "people")
    say(child, name, "")
    skip(child, "groups")
    child.expect_exact(SAVE)
    assert "Get to know [red]Eve[/red] \\u202eevil" in child.before
    child.sendline("y")
    rest, code = end(child)
    assert code == 0
    assert "\u202e" not in rest
    assert ok("show", "c1", "--json").json["name"] == name


def test_bytes_that_are_no_text_are_not_taken(begin):
    child = begin(env={"PYTHONUTF8": "1"})
    child.expect_exact("  > ")
    child.setecho(False)  # what comes back must be text
    os.write(child.child_fd, b"\xff\xfe\n")
    child.expect_exact("not UTF-8")
    say(child, "I lead")
    child.expect_exact(QUESTIONS["known_for"])


# --- going back


def test_back_takes_the_last_answer_away(ok, begin, home):
    child = begin()
    say(child, "<")
    child.expect_exact("this is the first question")
    say(child, "I lead", "fair tests", "<")
    child.expect_exact("took back: fair tests")
    child.expect_exact(QUESTIONS["known_for"])
    say(child, "open tests", "", "", "Lee Wong", "Bo", "<")
    child.expect_exact("took back: Bo")
    say(child, "Cy", "", "<", "<")
    child.expect_exact("took back: Cy")
    say(child, "")
    skip(child, "groups")
    child.expect_exact(SAVE)
    child.sendline("n")
    end(child)
    assert draft(home) == {
        "vision": {"statement": "I lead", "known_for": "open tests"},
        "people": [{"name": "Lee Wong"}],
    }


def test_back_goes_from_one_theme_to_the_one_before(begin):
    child = begin()
    skip(child, "statement", "people")
    child.expect_exact("2 of 5")
    say(child, "<")
    child.expect_exact("1 of 5")
    child.expect_exact(QUESTIONS["why"])
    say(child, "because")
    child.expect_exact("2 of 5")


def test_back_from_the_end_is_the_last_question(ok, begin):
    child = begin()
    say(child, "I lead")
    skip(child, "known_for")
    child.expect_exact(SAVE)
    child.sendline("<")
    child.expect_exact(QUESTIONS["goals"])
    say(child, "2", "")
    child.expect_exact(SAVE)
    child.sendline("yes")
    assert end(child)[1] == 0
    assert [one["title"] for one in ok("list-goals", "--json").json] == ["One new colleague a month"]


# --- leaving


def test_ctrl_c_saves_nothing_and_keeps_what_was_typed(ok, begin, db, home):
    child = begin()
    say(child, "I lead", "", "", "", "Lee Wong - why")
    child.expect_exact("2. ")
    rest, code = interrupt(child)
    assert code == 130
    assert "error: interrupted" in rest
    assert f"your answers are kept: `netlog vision start -f {home}/vision-draft.toml` takes them up" in rest
    assert not db.exists()
    assert draft(home) == {
        "vision": {"statement": "I lead"},
        "people": [{"name": "Lee Wong", "reason": "why"}],
    }
    made = ok("vision", "start", "-f", str(home / "vision-draft.toml"), "--json").json
    assert [one["what"] for one in made["steps"]] == ["Get to know Lee Wong"]


def test_the_end_of_input_saves_nothing_and_keeps_what_was_typed(begin, db, home):
    child = begin()
    say(child, "I lead")
    child.expect_exact(QUESTIONS["known_for"])
    child.expect_exact("  > ")
    child.sendeof()
    rest, code = end(child)
    assert (code, db.exists()) == (1, False)
    assert rest.endswith("error: cancelled (nothing was changed)\n")
    assert draft(home) == {"vision": {"statement": "I lead"}}


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_window_keeps_what_was_typed(begin, db, home, number):
    child = begin()
    say(child, "I lead")
    child.expect_exact(QUESTIONS["known_for"])
    child.expect_exact("  > ")
    for _ in range(20):  # one that comes just before the read is seen only after it, as with ^C
        child.kill(number)
        if not child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=2):
            break
    child.close()
    assert child.exitstatus == 130
    assert draft(home) == {"vision": {"statement": "I lead"}}
    assert not db.exists()


def test_a_file_that_is_no_log_is_refused_before_anything_is_asked(begin, db):
    db.write_bytes(b"no log at all")
    rest, code = end(begin())
    assert code not in (0, 70)
    assert rest.startswith("error: ") and "Five questions" not in rest


def test_what_fails_later_keeps_what_was_typed(begin, db, home):
    child = begin()
    say(child, "I lead")
    child.expect_exact(QUESTIONS["known_for"])
    db.write_bytes(b"no log at all")
    say(child, "fair tests")
    rest, code = end(child)
    assert code not in (0, 70)
    assert "your answers are kept" in rest
    assert draft(home) == {"vision": {"statement": "I lead"}}


def test_without_an_answer_there_is_no_draft(begin, home):
    child = begin()
    child.expect_exact("  > ")
    assert interrupt(child)[1] == 130
    assert list(home.glob("vision-draft*")) == []


def test_drafts_do_not_write_over_each_other_and_are_mentioned(begin, home):
    (home / "vision-draft.toml").write_text("people = ['Lee Wong']\n")
    child = begin()
    child.expect_exact(
        f"there are answers of before: `netlog vision start -f {home}/vision-draft.toml` takes them up"
    )
    say(child, "I lead")
    child.expect_exact(QUESTIONS["known_for"])
    interrupt(child)
    assert draft(home) == {"people": ["Lee Wong"]}
    assert tomllib.loads((home / "vision-draft-2.toml").read_text()) == {"vision": {"statement": "I lead"}}


def test_answers_that_can_not_be_kept_are_shown(begin, home):
    (home / "folder").write_text("in the way")
    child = begin("--db", str(home / "folder" / "n.db"))
    say(child, "I lead")
    child.expect_exact(QUESTIONS["known_for"])
    rest, _ = interrupt(child)
    assert "your answers can't be kept" in rest
    assert 'statement = "I lead"' in rest


def test_a_dry_run_saves_nothing_and_keeps_what_was_typed(begin, db, home):
    child = begin("--dry-run")
    say(child, "I lead")
    skip(child, "known_for")
    rest, code = end(child)
    assert code == 0
    assert "dry run: nothing was changed" in rest and SAVE not in rest
    assert draft(home) == {"vision": {"statement": "I lead"}}
    assert not db.exists()


def test_with_yes_the_end_is_not_asked_about(ok, begin):
    child = begin("--yes")
    say(child, "I lead")
    skip(child, "known_for")
    assert end(child)[1] == 0
    assert ok("vision", "--json").json["statement"] == "I lead"


# --- the editor


def script(home, body):
    file = home / "editor.sh"
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)
    return {"EDITOR": str(file), "VISUAL": ""}


def test_the_plan_can_be_changed_in_the_editor(ok, begin, home):
    child = begin(env=script(home, """sed -i 's/I lead/I teach/' "$1" """))
    say(child, "I lead")
    skip(child, "known_for")
    child.expect_exact(SAVE)
    child.sendline("e")
    child.expect_exact("I teach")
    child.expect_exact(SAVE)
    child.sendline("<")
    child.expect_exact("'<' is none of them")
    child.expect_exact(SAVE)
    child.sendline("")
    assert end(child)[1] == 0
    assert ok("vision", "--json").json["statement"] == "I teach"


def test_what_the_editor_left_wrong_is_said_and_kept(begin, db, home):
    child = begin(env=script(home, """echo 'steps = [1]' >> "$1"; sed -i '1i steps = [1]' "$1" """))
    say(child, "I lead")
    skip(child, "known_for")
    child.expect_exact(SAVE)
    child.sendline("e")
    child.expect_exact("your plan, line 1: steps 1: 1 is neither a table nor a name")
    child.expect_exact("Edit again? [Y/n] ")
    child.sendline("n")
    rest, code = end(child)
    assert code == 1
    assert "your answers are kept" in rest
    assert "steps = [1]" in (home / "vision-draft.toml").read_text()
    assert not db.exists()


# --- where it does not ask


@pytest.mark.parametrize("words", [("--no-input",), ("--key", "k")])
def test_it_does_not_ask_where_it_may_not(begin, words):
    rest, code = end(begin(*words))
    assert code == 2
    assert rest.startswith("error: ") and "-f" in rest


def test_it_holds_no_lock_while_it_asks(ok, begin):
    child = begin()
    say(child, "I lead")
    child.expect_exact(QUESTIONS["known_for"])
    ok("add-contact", "Meanwhile")
    say(child, "")
    skip(child, "by")
    child.expect_exact(SAVE)
    child.sendline("")
    assert end(child)[1] == 0
    assert ok("vision", "--json").json["statement"] == "I lead"
