"""review -i on a real pseudo-terminal: each key, quitting and going on, undoing one answer; and --minutes."""

from functools import partial

import pytest

from tests.terminals import end, interrupt

ENTRIES = ["f1", "f2", "c3"]


@pytest.fixture
def walk(terminal):
    """`netlog review -i` on a terminal: walk("--minutes", "5")."""
    return partial(terminal, "review", "-i")


@pytest.fixture
def log(ok):
    """Two follow-ups, one of them with two people, and a contact whose turn it is; the queue in this order."""
    for name in ("Ada Okafor", "Raj Patel"):
        ok("add-contact", name)
    ok("add-contact", "Mina Sorel", "--cadence", "4w", "--met", "2026-02-01")
    ok("add-conversation", "how her school grades", "--with", "c1", "--on", "2026-02-16")
    ok("add-follow-up", "send the rubric", "--with", "ada", "--with", "raj", "--due", "2026-02-16")
    ok("add-follow-up", "book a room", "--due", "2026-03-04")
    assert [one["ref"] for one in ok("due", "--json").json] == ENTRIES


def at(child, place):
    """Wait for the question about an entry."""
    child.expect_exact(f"{place}  ")
    child.expect_exact("[s]: ")
    return child.before.replace("\r\n", "\n")


def commands(ok):
    return [one["command"] for one in ok("history", "--json").json]


def test_each_entry_shows_what_why_and_the_last_talk(ok, log, walk):
    child = walk()
    child.expect_exact("3 entries, about 15 minutes; 0 weeks in a row\r\n")
    child.expect_exact("1/3  f1  send the rubric (Ada Okafor, Raj Patel)  [5 min]\r\n")
    child.expect_exact("     you promised this; due 2026-02-16\r\n")
    child.expect_exact("     last talked 2 weeks ago: how her school grades\r\n")
    child.expect_exact("     d done, l log a conversation, z snooze, s skip, q quit [s]: ")


def test_every_answer_is_done_and_a_step_of_its_own(ok, log, walk):
    before = commands(ok)
    child = walk()
    at(child, "1/3")
    child.sendline("d")
    at(child, "2/3")
    child.sendline("z")
    child.expect_exact("until when? [+7d] ")
    child.sendline("2026-03-13")
    child.expect_exact("snoozed until 2026-03-13")
    assert "d done" not in at(child, "3/3")
    child.sendline("l")
    child.expect_exact("what was it about? ")
    child.sendline("coffee: a reading circle")
    rest, code = end(child)
    assert code == 0
    assert rest.splitlines()[-1] == "The review is held: 1 done, 1 snoozed, 1 logged; 1 week in a row."
    assert commands(ok)[: -len(before)] == [
        "review -i held",
        "review -i: c3 logged",
        "review -i: f2 snoozed",
        "review -i: f1 done",
    ]
    assert ok("show", "f1", "--json").json["done_on"] == "2026-03-02"
    assert ok("show", "f2", "--json").json["snoozed_until"] == "2026-03-13"
    talk = ok("show", "t2", "--json").json
    assert (talk["summary"], talk["held_on"]) == ("coffee: a reading circle", "2026-03-02")
    assert [one["ref"] for one in talk["contacts"]] == ["c3"]
    assert ok("review", "--json").json["reviewed_at"] == "2026-03-02T12:00:00.000000Z"
    assert ok("check", "--json").json["ok"]


def test_a_talk_is_read_as_log_reads_it(ok, log, walk):
    child = walk()
    at(child, "1/3")
    child.sendline("l")
    child.expect_exact("about? ")
    child.sendline("call: she liked it, promised the second part by friday")
    child.expect_exact("logged as t2, f3")
    at(child, "2/3")
    child.sendline("l")
    child.expect_exact("about? ")
    child.sendline("call with Ada about the room")
    child.expect_exact("logged as t3")
    assert [one["ref"] for one in ok("show", "t3", "--json").json["contacts"]] == ["c1"]
    ok("undo")
    assert ok("show", "f3", "--json").json["what"] == "the second part"


def test_undo_takes_back_one_answer_and_the_entry_comes_again(ok, log, walk):
    child = walk()
    for place, key in (("1/3", "d"), ("2/3", "d"), ("3/3", "q")):
        at(child, place)
        child.sendline(key)
    assert end(child)[1] == 0
    ok("undo")
    assert ok("show", "f1", "--json").json["status"] == "done"
    assert ok("show", "f2", "--json").json["status"] == "open"
    child = walk()
    child.expect_exact("2 entries, about 10 minutes (1 answered before)")
    child.expect_exact("1/2  f2  ")
    assert ok("check", "--json").json["ok"]


def test_quit_keeps_what_was_answered_and_the_next_one_goes_on(ok, log, walk):
    child = walk()
    at(child, "1/3")
    child.sendline("s")
    at(child, "2/3")
    child.sendline("q")
    rest, code = end(child)
    assert (code, rest.splitlines()[-1]) == (0, "1 skipped, 2 left: `netlog review -i` goes on")
    assert ok("review", "--json").json["reviewed_at"] is None
    child = walk()
    at(child, "1/2")
    child.sendline("")
    at(child, "2/2")
    child.sendline("")
    assert end(child)[0].splitlines()[-1] == "The review is held: 2 skipped; 1 week in a row."
    child = walk()
    rest, code = end(child)
    assert code == 0 and "0 entries" in rest and "held already" in rest


def test_what_was_skipped_comes_back_next_week(ok, log, walk):
    child = walk()
    at(child, "1/3")
    child.sendline("s")
    at(child, "2/3")
    child.sendline("q")
    end(child)
    child = walk(env={"NETLOG_TODAY": "2026-03-09"})
    child.expect_exact("3 entries")


def test_ctrl_c_leaves_what_was_answered(ok, log, walk):
    child = walk()
    at(child, "1/3")
    child.sendline("d")
    at(child, "2/3")
    rest, code = interrupt(child)
    assert code == 130 and "Traceback" not in rest
    assert ok("show", "f1", "--json").json["status"] == "done"
    child = walk()
    child.expect_exact("1/2  f2")


def test_ctrl_d_is_to_quit(ok, log, walk):
    child = walk()
    at(child, "1/3")
    child.sendeof()
    rest, code = end(child)
    assert code == 0 and "3 left" in rest


def test_what_means_nothing_is_asked_again(ok, log, walk):
    child = walk()
    at(child, "1/3")
    for word in ("x", "dl", "done?", "\x1b[2J"):
        child.sendline(word)
        child.expect_exact("is none of them: d done, l log a conversation, z snooze, s skip, q quit [s]: ")
    for until, told in (("blah", "blah"), ("2026-01-01", "not in the future")):
        child.sendline("z")
        child.expect_exact("until when? [+7d] ")
        child.sendline(until)
        child.expect_exact(told)
        child.expect_exact("[s]: ")
    child.sendline("l")
    child.expect_exact("about? ")
    child.sendline("")
    child.expect_exact("[s]: ")
    child.sendline("Z")
    child.expect_exact("[+7d] ")
    child.sendline("")
    child.expect_exact("snoozed until 2026-03-09")
    at(child, "2/3")
    child.sendline("l")
    child.sendline("alone")
    child.expect_exact("nobody in the log is named there")
    child.expect_exact("[s]: ")
    child.sendline("q")
    assert end(child)[1] == 0
    assert len(ok("list-conversations", "--json").json) == 1


def test_an_entry_that_was_settled_meanwhile_is_told(ok, log, walk):
    child = walk()
    at(child, "1/3")
    ok("done", "f1")
    child.sendline("d")
    child.expect_exact("f1 was done on 2026-03-02")
    child.expect_exact("[s]: ")
    ok("delete", "f1", "--yes")
    child.sendline("z")
    child.sendline("")
    child.expect_exact("there is no follow-up f1")
    child.expect_exact("[s]: ")
    child.sendline("s")
    at(child, "2/3")


def test_one_that_repeats_says_when_it_comes_again(ok, walk):
    ok("add-follow-up", "check in", "--due", "today", "--repeat", "weekly")
    child = walk()
    at(child, "1/1")
    child.sendline("d")
    assert "done; it comes again as f2, due 2026-03-09" in end(child)[0]


def test_an_event_shows_what_settles_it(ok, walk):
    ok("add-event", "Lakeshore Learning", "--on", "2026-03-05")
    child = walk()
    child.expect_exact("Lakeshore Learning")
    child.expect_exact("     netlog prep e1\r\n     s skip, q quit [s]: ")


def test_only_what_fits_is_gone_through(ok, log, walk):
    child = walk("--minutes", "11")
    child.expect_exact("2 entries, about 10 minutes")
    for place in ("1/2", "2/2"):
        at(child, place)
        child.sendline("s")
    assert "The review is held: 2 skipped" in end(child)[0]


def test_a_dry_run_changes_nothing(ok, log, walk, db):
    before = db.read_bytes()
    child = walk("--dry-run")
    for place in ("1/3", "2/3", "3/3"):
        at(child, place)
        child.sendline("s")
    assert end(child)[1] == 0
    assert db.read_bytes() == before


@pytest.mark.parametrize("words", [(), ("--done",), ("--no-input",)])
def test_off_a_terminal_it_is_refused_with_a_hint(run, log, words):
    result = run("review", "-i", *words)
    assert (result.code, result.out) == (2, "")
    assert "no terminal" in result.err and "netlog due" in result.err


def test_a_key_is_refused(log, walk):
    rest, code = end(walk("--key", "k"))
    assert code == 2 and "leave --key out" in rest


def test_deleting_a_record_takes_its_answer_along_and_undo_brings_it_back(ok, log, walk):
    child = walk()
    at(child, "1/3")
    child.sendline("s")
    at(child, "2/3")
    child.sendline("q")
    end(child)
    ok("delete", "f1", "--yes")
    assert ok("check", "--json").json["ok"]
    ok("undo")
    assert ok("check", "--json").json["ok"]
    walk().expect_exact("2 entries, about 10 minutes (1 answered before)")


# --- --minutes


def test_minutes_fit_the_queue_into_the_time(ok, log):
    data = ok("review", "--minutes", "11", "--json").json
    assert data["minutes"] == {"given": 11, "planned": 10}
    assert [(one["ref"], one["minutes"]) for one in data["actions"]] == [("f1", 5), ("f2", 5)]
    marked = {one["ref"]: one["fits"] for key in ("overdue", "coming", "slipping") for one in data[key]}
    assert marked == {"f1": True, "f2": True, "c3": False}


def test_a_short_entry_fills_what_a_long_one_leaves(ok, log, home):
    (home / "config.toml").write_text("[minutes]\nfollow-up = 30\ncontact = 2\n")
    data = ok("review", "--minutes", "10", "--json").json
    assert [one["ref"] for one in data["actions"]] == ["c3"]
    assert data["minutes"] == {"given": 10, "planned": 2}


def test_actions_are_what_fits_not_at_most_five(ok):
    for number in range(9):
        ok("add-follow-up", f"part {number}", "--due", "today")
    assert len(ok("review", "--json").json["actions"]) == 5
    assert len(ok("review", "--minutes", "40", "--json").json["actions"]) == 8


def test_without_minutes_there_is_no_plan(ok, log):
    data = ok("review", "--json").json
    assert data["minutes"] is None
    assert "fits" not in data["overdue"][0]


@pytest.mark.parametrize("width", ["40", "60", "80", "140"])
def test_a_person_sees_what_fits(ok, log, width):
    out = ok("review", "--minutes", "5", "-f", "table", env={"COLUMNS": width}).out
    assert "5 of 5" in " ".join(out.split())
    assert max(len(line) for line in out.splitlines()) <= int(width)


@pytest.mark.parametrize("minutes", ["0", "-1", "x", "1441"])
def test_minutes_that_are_none_are_refused(run, log, minutes):
    assert run("review", "--minutes", minutes).code == 2


@pytest.mark.parametrize(
    "text",
    [
        "minutes = 5",
        "[minutes]\nfoo = 5",
        "[minutes]\ngoal = 0",
        "[minutes]\ngoal = true",
        "[minutes]\ngoal = 1.5",
    ],
)
def test_minutes_of_the_configuration_are_checked(run, log, home, text):
    (home / "config.toml").write_text(text)
    result = run("review")
    assert result.code == 6 and "minutes" in result.err


def test_minutes_can_be_set_and_read(ok, run):
    ok("config", "set", "minutes.event", "15")
    assert ok("config", "get", "minutes.event").out == "minutes.event\t15\n"
    assert run("config", "set", "minutes.event", "none").code == 2
