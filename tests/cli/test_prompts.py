"""What netlog asks and shows on a real terminal."""

import pytest

from tests.terminals import end, interrupt


@pytest.fixture
def two(ok):
    """Two contacts who share a first name, and a conversation with one of them."""
    ok("add-contact", "Ada Example", "--organization", "North School")
    ok("add-contact", "Ada Other", "--title", "Analyst")
    ok("add-conversation", "Tea", "--with", "c1")


def names(ok):
    return [one["name"] for one in ok("list-contacts", "--json").json]


# --- delete asks


def test_delete_asks_and_says_what_goes_with_it(ok, two, terminal):
    child = terminal("delete", "c1")
    child.expect_exact("Delete c1 Ada Example, with 1 conversation? [y/N] ")
    child.sendline("y")
    rest, code = end(child)
    assert code == 0
    assert "deleted c1 Ada Example, with 1 conversation" in rest
    assert names(ok) == ["Ada Other"]
    assert ok("history", "--json").json[0]["command"] == "delete c1"


@pytest.mark.parametrize("answer", ["n", "", "no", "x", "yess"])
def test_delete_changes_nothing_without_a_plain_yes(ok, two, terminal, db, answer):
    before = db.read_bytes()
    child = terminal("delete", "c1")
    child.expect_exact("[y/N] ")
    child.sendline(answer)
    rest, code = end(child)
    assert (code, rest.splitlines()[-1]) == (1, "error: cancelled (nothing was changed)")
    assert db.read_bytes() == before


@pytest.mark.parametrize("flag", ["--yes", "-y", "--no-input", "--dry-run"])
def test_delete_does_not_ask_where_it_was_told_not_to(ok, two, terminal, flag):
    rest, code = end(terminal("delete", "c1", flag))
    assert code == 0
    assert "[y/N]" not in rest
    assert names(ok) == (["Ada Example", "Ada Other"] if flag == "--dry-run" else ["Ada Other"])


def test_delete_in_a_pipe_does_not_ask(ok, two):
    assert ok("delete", "c1").err == "deleted c1 Ada Example, with 1 conversation\n"


def test_a_prompt_holds_no_lock(ok, two, terminal):
    child = terminal("delete", "c1")
    child.expect_exact("[y/N] ")
    ok("add-contact", "Meanwhile")
    child.sendline("y")
    assert end(child)[1] == 0
    assert names(ok) == ["Ada Other", "Meanwhile"]


# --- leaving a prompt


def test_ctrl_c_at_a_prompt_is_an_interruption_and_changes_nothing(ok, two, terminal, db):
    before = db.read_bytes()
    child = terminal("delete", "c1")
    child.expect_exact("[y/N] ")
    rest, code = interrupt(child)
    assert code == 130
    assert rest.count("error: ") == 1 and "interrupted" in rest
    assert "Traceback" not in rest
    assert db.read_bytes() == before


def test_ctrl_d_at_a_prompt_is_a_no(ok, two, terminal, db):
    before = db.read_bytes()
    child = terminal("delete", "c1")
    child.expect_exact("[y/N] ")
    child.sendeof()
    rest, code = end(child)
    assert (code, "cancelled (nothing was changed)" in rest) == (1, True)
    assert db.read_bytes() == before


def test_ctrl_c_at_a_choice_is_an_interruption(ok, two, terminal, db):
    before = db.read_bytes()
    child = terminal("edit", "Ada", "title=x")
    child.expect_exact("Which one? [1-2] ")
    assert interrupt(child)[1] == 130
    assert db.read_bytes() == before


# --- an ambiguous name is asked about


def test_an_ambiguous_name_is_asked_about_and_the_choice_is_used(ok, two, terminal):
    child = terminal("add-conversation", "Lunch", "--with", "ada", "-f", "ids")
    child.expect_exact("'ada' could be 2 records")
    child.expect(r"1\. c1 +Ada Example +North School\r\n")
    child.expect(r"2\. c2 +Ada Other +Analyst\r\n")
    child.expect_exact("Which one? [1-2] ")
    child.sendline("2")
    rest, code = end(child)
    assert (code, rest.split()) == (0, ["2", "t2"])
    assert ok("show", "t2", "--json").json["contacts"] == [{"ref": "c2", "name": "Ada Other"}]
    assert len(ok("history", "--json").json) == 4


def test_each_ambiguous_name_is_asked_about_once(ok, two, terminal):
    ok("add-contact", "Bo Able")
    ok("add-contact", "Bo Baker")
    child = terminal(
        "add-conversation", "Lunch", "--with", "ada", "--with", "bo", "--with", "ada", "-f", "ids"
    )
    for text, choice in (("'ada' could be", "1"), ("'bo' could be", "2")):
        child.expect_exact(text)
        child.expect_exact("Which one? [1-2] ")
        child.sendline(choice)
    assert end(child)[1] == 0
    assert [one["ref"] for one in ok("show", "t2", "--json").json["contacts"]] == ["c1", "c4"]


def test_an_ambiguous_name_is_asked_about_before_delete_asks(ok, two, terminal):
    child = terminal("delete", "ada")
    child.expect_exact("Which one? [1-2] ")
    child.sendline("2")
    child.expect_exact("Delete c2 Ada Other? [y/N] ")
    child.sendline("y")
    assert end(child)[1] == 0
    assert names(ok) == ["Ada Example"]


@pytest.mark.parametrize("answer", ["", "0", "3", "x", "²", "1 2", "-1"])
def test_a_choice_that_is_none_changes_nothing(ok, two, terminal, db, answer):
    before = db.read_bytes()
    child = terminal("edit", "ada", "title=x")
    child.expect_exact("Which one? [1-2] ")
    child.sendline(answer)
    rest, code = end(child)
    assert code == 1
    assert "error: cancelled (nothing was changed)" in rest
    assert db.read_bytes() == before


def test_an_ambiguous_name_is_not_asked_about_with_no_input(two, terminal):
    rest, code = end(terminal("show", "ada", "--no-input"))
    assert code == 4
    assert "Which one?" not in rest
    assert "c1  Ada Example  North School" in rest


def test_what_data_says_cannot_speak_to_the_terminal_in_a_prompt(ok, terminal):
    ok("add-contact", "Eve \u202eevil [red]x[/red]")
    child = terminal("delete", "c1")
    child.expect_exact("[y/N] ")
    assert "\u202e" not in child.before
    assert "[red]x[/red]" in child.before


# --- what a terminal is shown


ESCAPE = "\x1b["


def test_a_terminal_gets_a_table_with_colour(ok, two, terminal):
    rest, code = end(terminal("list-contacts", env={"NO_COLOR": ""}))
    assert code == 0
    assert ESCAPE in rest and "─" in rest
    assert "Organization" in rest and "North School" in rest


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"NO_COLOR": "", "TERM": "dumb"}])
def test_a_terminal_gets_a_table_without_colour_where_it_asks_for_none(two, terminal, env):
    rest, code = end(terminal("list-contacts", env=env))
    assert code == 0
    assert "\x1b" not in rest
    assert "─" in rest and "North School" in rest


def test_a_pipe_gets_colour_only_where_it_is_forced(ok, two):
    plain = ok("list-contacts", "-f", "table").out
    assert "\x1b" not in plain
    assert ESCAPE in ok("list-contacts", "-f", "table", env={"FORCE_COLOR": "1"}).out


@pytest.mark.parametrize("width", [40, 72, 120])
@pytest.mark.parametrize("words", [("list-contacts",), ("show", "c1"), ("due",), ("review",), ("goals",)])
def test_a_table_keeps_to_the_width_of_the_terminal(ok, two, terminal, width, words):
    ok("edit", "c1", "notes=" + "word " * 60, "title=" + "Analyst of Engines " * 5)
    ok("add-goal", "Meet many people " * 4, "--count", "contacts", "--per", "month")
    ok("add-follow-up", "Send the slides of the talk " * 4, "--with", "c1", "--due", "today")
    rest, code = end(terminal(*words, width=width))
    assert code == 0
    widest = max(len(line) for line in rest.splitlines())
    assert widest <= width
    assert widest > width / 2, "it uses the width there is"


def test_columns_says_the_width_where_it_is_set(ok, two, terminal):
    ok("edit", "c1", "notes=" + "word " * 60)
    rest, _ = end(terminal("show", "c1", width=120, env={"COLUMNS": "50"}))
    assert max(len(line) for line in rest.splitlines()) <= 50


def test_json_on_a_terminal_has_no_colour_and_whole_lines(ok, two, terminal):
    rest, code = end(terminal("list-contacts", "--json", width=20, env={"NO_COLOR": ""}))
    assert code == 0
    assert "\x1b" not in rest
    assert rest == ok("list-contacts", "--json").out


def test_import_tells_a_person_on_a_terminal_the_counts(terminal, home):
    (home / "C.csv").write_text(
        "First Name,Last Name,Email Address,Company,Position,Connected On\nAda,Example,,X,Y,12 Mar 2024\n",
        encoding="utf-8",
    )
    rest, code = end(terminal("import", str(home / "C.csv")))
    assert code == 0
    assert rest == "1 new, 0 merged, 0 unchanged, 0 skipped.  step 1\n"


def test_what_is_asked_is_broken_between_words(ok, terminal):
    ok("add-event", "Lake Fair", "--on", "2026-02-20", "--status", "attended")
    child = terminal("debrief", "e1", width=44)
    child.expect_exact("Whom did you meet?")
    assert "An empty answer goes\r\non; ^C leaves" in child.before
    child.sendintr()
