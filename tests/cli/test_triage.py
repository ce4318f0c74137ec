"""`triage`: contacts without a tier, one key each."""

import sys

import pexpect
import pytest

from tests.terminals import end, interrupt


@pytest.fixture
def people(ok):
    """c1 to c4 without a tier, c2 talked with last; c5 with one, c6 archived."""
    for name in ("Ada Quill", "Bo Lund", "Cy Tamm", "Dee Roe"):
        ok("add-contact", name, "--tag", "new")
    ok("add-contact", "Eve Hall", "--tier", "loose")
    ok("add-contact", "Gone Away", "--status", "archived")
    ok("add-conversation", "Tea", "--with", "Bo")


def tiers(ok):
    return {one["ref"]: one["tier"] for one in ok("list-contacts", "--all", "--json").json}


def answer(child, name, key):
    child.expect_exact(name)
    child.expect_exact("q quit: ")
    child.sendline(key)


def test_each_answer_is_kept_and_is_a_step_of_its_own(ok, people, terminal):
    child = terminal("triage")
    child.expect_exact("1/4  c2  Bo Lund")  # talked with last
    child.expect_exact("i inner, c close, l loose, t target, a archive, s skip, q quit: ")
    child.sendline("i")
    for name, key in (("Dee Roe", "C"), ("Cy Tamm", "t"), ("Ada Quill", "archive")):
        answer(child, name, key)
    rest, code = end(child)
    assert code == 0 and "4 sorted, 0 left" in rest
    assert tiers(ok) == {"c1": None, "c2": "inner", "c3": None, "c4": "close", "c5": "loose", "c6": None}
    assert ok("show", "c3", "--json").json["status"] == "target"
    assert ok("show", "c1", "--json").json["status"] == "archived"
    commands = [one["command"] for one in ok("history", "--json").json][:4]
    assert commands == ["triage c1 archive", "triage c3 target", "triage c4 close", "triage c2 inner"]
    ok("undo", "3")
    assert tiers(ok)["c4"] is None and tiers(ok)["c2"] == "inner"


@pytest.mark.parametrize("how", ["q", "quit", "end"])
def test_it_can_be_left_and_taken_up_again(ok, people, terminal, how):
    child = terminal("triage", "-f", "json")
    answer(child, "Bo Lund", "l")
    answer(child, "Dee Roe", "s")
    child.expect_exact("q quit: ")
    if how == "end":
        child.sendeof()
    else:
        child.sendline(how)
    rest, code = end(child)
    assert code == 0 and "1 sorted, 3 left" in rest and '"answer": "skip"' in rest
    child = terminal("triage")
    child.expect_exact("1/3  c4  Dee Roe")
    child.sendline("q")


def test_ctrl_c_keeps_what_was_answered(ok, people, terminal):
    child = terminal("triage")
    answer(child, "Bo Lund", "l")
    child.expect_exact("Dee Roe")
    child.expect_exact("q quit: ")
    rest, code = interrupt(child)
    assert code == 130 and "Traceback" not in rest
    assert tiers(ok)["c2"] == "loose"


@pytest.mark.parametrize("word", ["", "x", "ic", "close!", "7"])
def test_a_key_that_means_nothing_is_asked_again(ok, people, terminal, word):
    child = terminal("triage")
    answer(child, "Bo Lund", word)
    child.expect_exact("is none of them")
    child.expect_exact("q quit: ")
    child.sendline("c")
    answer(child, "Dee Roe", "q")
    assert end(child)[1] == 0
    assert tiers(ok)["c2"] == "close"


def test_filters_say_whom(ok, people, terminal):
    child = terminal("triage", "Dee")
    child.expect_exact("1/1  c4  Dee Roe")
    child.sendline("l")
    assert end(child)[1] == 0
    assert tiers(ok)["c4"] == "loose"


def test_the_tiers_are_those_of_the_configuration(ok, people, terminal, home):
    (home / "config.toml").write_text("[tiers]\nacquaintance = 365\ncore = 14\n")
    child = terminal("triage")
    child.expect_exact(
        "i inner, c close, l loose, u acquaintance, o core, t target, a archive, s skip, q quit: "
    )
    child.sendline("o")
    answer(child, "Dee Roe", "q")
    assert end(child)[1] == 0
    assert tiers(ok)["c2"] == "core"


def test_dry_run_keeps_nothing(ok, people, terminal):
    child = terminal("triage", "--dry-run")
    for name in ("Bo Lund", "Dee Roe", "Cy Tamm", "Ada Quill"):
        answer(child, name, "c")
    rest, code = end(child)
    assert code == 0 and rest.count("nothing was changed") == 1
    assert set(tiers(ok).values()) == {None, "loose"}


def test_nobody_without_a_tier_is_a_success(ok, people, terminal):
    rest, code = end(terminal("triage", "tier:loose"))
    assert code == 0 and "Nobody without a tier here." in rest


def test_what_data_says_can_not_speak_to_the_terminal(ok, terminal):
    ok("add-contact", "Eve \u202eevil [red]x[/red]")
    child = terminal("triage")
    child.expect_exact("q quit: ")
    assert "\u202e" not in child.before and "[red]x[/red]" in child.before
    child.sendline("q")


def test_off_a_terminal_it_says_how_a_script_does_it(run, ok, people, db):
    before = db.read_bytes()
    result = run("triage")
    assert (result.code, result.out) == (2, "") and "netlog edit REF tier=close" in result.err
    assert run("triage", "--no-input").code == 2
    assert db.read_bytes() == before


def test_a_key_for_repeating_is_refused(terminal, people):
    rest, code = end(terminal("triage", "--key", "k1"))
    assert code == 2 and "--key" in rest


def test_leaving_at_once_does_not_say_that_nobody_is_there(people, terminal):
    child = terminal("triage")
    answer(child, "Bo Lund", "q")
    rest, code = end(child)
    assert code == 0 and "0 sorted, 4 left" in rest and "Nobody" not in rest


def test_a_key_needs_no_enter(ok, people, terminal):
    child = terminal("triage")
    for name, key in (("Bo Lund", "i"), ("Dee Roe", "x"), ("Dee Roe", "c")):
        child.expect_exact(name if key != "c" else "none of them: ")
        child.expect_exact("q quit: ")
        child.send(key)
    child.expect_exact("Cy Tamm")
    child.send("q")
    assert end(child)[1] == 0
    assert tiers(ok) == {"c1": None, "c2": "inner", "c3": None, "c4": "close", "c5": "loose", "c6": None}


def test_keys_typed_ahead_are_answers_one_by_one(ok, people, terminal):
    child = terminal("triage")
    child.expect_exact("q quit: ")
    child.send("ilcq")
    rest, code = end(child)
    assert code == 0 and "3 sorted, 1 left" in rest
    assert [tiers(ok)[one] for one in ("c2", "c4", "c3", "c1")] == ["inner", "loose", "close", None]


def test_the_terminal_is_as_it_was_afterwards(people, home):
    """A key is read without Enter and without echo: both are given back, whatever ends the program."""
    for last in ("q", "\x03"):
        shell = pexpect.spawn(
            "/bin/sh",
            ["-c", f"trap : INT; {sys.executable} -m netlog triage; stty -a"],
            encoding="utf-8",
            timeout=60,
        )
        shell.expect_exact("q quit: ")
        shell.send(last)
        rest = end(shell)[0]
        settings = rest.split()
        assert {"icanon", "echo"} <= set(settings) or {"icanon;", "echo;"} <= set(settings), rest
