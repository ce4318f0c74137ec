"""`edit REF` alone: the record in the user's editor."""

import re
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.terminals import end


@pytest.fixture
def editor(home, monkeypatch):
    """Set EDITOR to a script: editor("text = text.replace('a', 'b')") changes the file so."""
    monkeypatch.setenv("TMPDIR", str(home / "tmp"))
    (home / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)

    def call(change: str, name: str = "EDITOR") -> None:
        script = home / f"{name}.py"
        script.write_text(
            "import os, pathlib, sys\n"
            "file = pathlib.Path(sys.argv[-1])\n"
            "text = file.read_text(encoding='utf-8')\n"
            f"pathlib.Path({str(home / 'seen')!r}).write_text(text, encoding='utf-8')\n"
            f"{change}\n"
            "if file.exists() and isinstance(text, str): file.write_text(text, encoding='utf-8')\n",
            encoding="utf-8",
        )
        monkeypatch.setenv(name, f"'{sys.executable}' '{script}' --wait")

    return call


@pytest.fixture
def ada(ok):
    return ok(
        *("add-contact", "Ada Example", "--title", "Analyst", "--email", "work=ada@example.org"),
        *("--role", "mentor=2024-01-01..", "--birthday", "04-12", "--notes", 'one\n"two" \\ three', "--json"),
    ).json


def left(home):
    """What lies in the folder for temporary files."""
    return list((home / "tmp").iterdir())


def kept(result, home):
    """The text that was kept: its file is named on stderr."""
    found = re.search(r"your text is in (\S+)\)", result.err)
    assert found, result.err
    assert left(home) == [Path(found[1])]
    return Path(found[1]).read_text(encoding="utf-8")


def test_edit_shows_the_record_as_toml(ok, editor, ada, home):
    editor("")
    ok("edit", "c1")
    seen = (home / "seen").read_text(encoding="utf-8")
    assert seen.startswith("# c1 Ada Example\n# Save and leave to change the record;")
    for line in (
        'name = "Ada Example"',
        'emails = ["work=ada@example.org"]',
        '# nickname = ""',
        "# tags = []",
    ):
        assert line in seen.splitlines()
    assert 'roles = ["mentor=2024-01-01.."]' in seen
    assert "uid" not in seen and "last_conversation_on" not in seen


def test_edit_takes_what_was_changed_as_one_step(ok, editor, ada, home):
    editor("""text = text.replace("Analyst", "Head").replace('# tags = []', 'tags = ["stem"]')""")
    after = ok("edit", "c1", "--json").json
    former = {"organization": None, "title": "Analyst", "since": None, "until": "2026-03-02"}
    assert after == {**ada, "title": "Head", "tags": ["stem"], "career": [former]}
    assert ok("history", "--json").json[0]["command"] == "edit c1"
    assert left(home) == []
    ok("undo")
    assert {**ok("show", "c1", "--json").json, "timeline": 0, "linked": 0} == {
        **ada,
        "timeline": 0,
        "linked": 0,
    }


def test_edit_clears_what_was_taken_out(ok, editor, ada):
    editor("""text = "".join(l for l in text.splitlines(True) if not l.startswith(("title", "emails")))""")
    after = ok("edit", "c1", "--json").json
    assert (after["title"], after["emails"], after["name"]) == (None, [], "Ada Example")


@pytest.mark.parametrize("change", ["", "text = ''", "text = ' \\n\\n'", "text += '# a comment\\n'"])
def test_edit_without_a_change_changes_nothing_and_says_so(ok, editor, ada, db, home, change):
    editor(change)
    before = db.read_bytes()
    result = ok("edit", "c1", "--json")
    assert result.json == ada
    assert result.err == "nothing was changed\n"
    assert db.read_bytes() == before
    assert left(home) == []


def test_edit_uses_visual_before_editor(ok, editor, ada):
    editor("raise SystemExit(9)")
    editor('text = text.replace("Analyst", "By visual")', "VISUAL")
    assert ok("edit", "c1", "--json").json["title"] == "By visual"


def test_edit_shows_the_text_to_its_owner_alone(ok, editor, ada, home):
    editor(f"pathlib.Path({str(home / 'mode')!r}).write_text(oct(file.stat().st_mode))")
    ok("edit", "c1")
    assert stat.S_IMODE(int((home / "mode").read_text(), 8)) == 0o600


@pytest.mark.parametrize("words", [("--dry-run",)])
def test_edit_dry_run_shows_what_would_be(ok, editor, ada, db, words):
    editor('text = text.replace("Analyst", "Head")')
    before = db.read_bytes()
    result = ok("edit", "c1", "--json", *words)
    assert result.json["title"] == "Head"
    assert "dry run" in result.err
    assert db.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ('text = text.replace("Analyst\\"", "Analyst")', "that is not TOML: "),
        ("text += 'colour = \"red\"\\n'", "a contact has no key 'colour'"),
        ("text += 'last_conversation_on = 5 =\\n'", "that is not TOML"),
        ("text = text.replace('# level = \"\"', 'level = \"galaxy\"')", "'galaxy' is no level"),
        ("text = text.replace('# met_on = \"\"', 'met_on = \"2027-02-29\"')", "'2027-02-29' is not a date"),
        ("text = text.replace('# tags = []', 'tags = \"stem\"')", "tags must be a list"),
        ('text = text.replace("name =", "# name =", 1)', "a contact needs a name"),
        ("text = text.replace('# met_through = \"\"', 'met_through = \"Nobody\"')", "no contact is called"),
        ("text = text.replace('# met_through = \"\"', 'met_through = \"Bo\"')", "could be 2 records"),
        ("file.write_bytes(b'title = \"\\xff\"'); text = None", "that is not UTF-8 text"),
    ],
)
def test_edit_keeps_the_text_that_cannot_be_used(run, ok, editor, ada, db, home, change, told):
    ok("add-contact", "Bo Able")
    ok("add-contact", "Bo Baker")
    editor(change)
    before = db.read_bytes()
    result = run("edit", "c1")
    assert (result.code, result.out) == (6, "")
    assert result.err.startswith("error: ") and result.err.count("\n") == 1
    assert told in result.err and "nothing was changed" in result.err
    if "UTF-8" not in told:
        assert "ada@example.org" in kept(result, home)
    assert db.read_bytes() == before


def test_edit_says_in_which_line_the_toml_is_wrong(run, editor, ada):
    editor('text = "# one\\n# two\\nname = = 1\\n"')
    assert "line 3" in run("edit", "c1").err


def test_edit_refuses_a_record_that_was_changed_meanwhile_and_keeps_the_text(run, ok, editor, ada, home):
    editor(
        f"import subprocess; subprocess.run([{sys.executable!r}, '-m', 'netlog', 'edit', 'c1', 'title=Other'],"
        " check=True, capture_output=True)\n"
        'text = text.replace("Analyst", "Mine")'
    )
    result = run("edit", "c1")
    assert (result.code, result.out) == (5, "")
    assert result.err.startswith("error: c1 was changed meanwhile (nothing was changed; your text is in ")
    assert 'title = "Mine"' in kept(result, home)
    assert ok("show", "c1", "--json").json["title"] == "Other"


def test_edit_leaves_the_log_free_while_the_editor_is_open(ok, editor, ada):
    editor(
        f"import subprocess; subprocess.run([{sys.executable!r}, '-m', 'netlog', 'add-contact', 'Bo'],"
        " check=True, capture_output=True)\n"
        'text = text.replace("Analyst", "Head")'
    )
    assert ok("edit", "c1", "--json").json["title"] == "Head"
    assert len(ok("list-contacts", "--json").json) == 2


@pytest.mark.parametrize("changed", [False, True])
def test_edit_changes_nothing_where_the_editor_fails(run, editor, ada, db, home, changed):
    editor(("file.write_text('title = \"Mine\"'); " if changed else "") + "raise SystemExit(3)")
    before = db.read_bytes()
    result = run("edit", "c1")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("error: the editor ended with status 3 (nothing was changed")
    assert db.read_bytes() == before
    if changed:
        assert kept(result, home) == 'title = "Mine"'
    else:
        assert left(home) == []


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("no-such-editor-here", "the editor 'no-such-editor-here' can't be started: No such file"),
        ("vi 'x", "can't be read: No closing quotation"),
        ("", "nothing to change was given (write key=value, or set EDITOR"),
        ("   ", "nothing to change was given (write key=value, or set EDITOR"),
    ],
)
def test_edit_without_a_usable_editor_is_a_usage_error(run, editor, ada, home, command, told):
    result = run("edit", "c1", env={"EDITOR": command})
    assert (result.code, result.out) == (2, "")
    assert told in result.err and result.err.count("\n") == 1
    assert left(home) == []


def test_edit_with_no_input_opens_no_editor(run, editor, ada, home):
    editor("")
    assert run("edit", "c1", "--no-input").code == 2
    assert not (home / "seen").exists()


def test_edit_survives_an_editor_that_removes_the_file(run, editor, ada):
    editor("file.unlink()")
    result = run("edit", "c1")
    assert (result.code, result.err) == (1, "error: the editor took the file away (nothing was changed)\n")


def test_edit_looks_the_record_up_before_it_opens_the_editor(run, editor, ada, home):
    editor("")
    assert run("edit", "Nobody").code == 3
    assert not (home / "seen").exists()


RECORDS = (
    ("add-event", "Fair", "--on", "2026-04-01..2026-04-02", "--to-meet", "c1", "--takeaways", "a\nb"),
    ("add-conversation", "Tea", "--with", "c1", "--event", "e1", "--tag", "x"),
    ("add-follow-up", "Call", "--with", "c1", "--from", "t1", "--repeat", "monthly"),
    ("add-goal", "Meet", "--count", "contacts", "--per", "month", "--where", "level:state"),
)


def test_edit_works_for_every_kind_of_record(ok, editor, ada):
    for words in RECORDS:
        ok(*words)
    editor("text += '# read it, please\\n'")
    for ref in ("c1", "e1", "t1", "f1", "g1"):
        assert ok("edit", ref).err == "nothing was changed\n"
    editor("text = text.replace('# notes = \"\"', 'notes = \"new\"')")
    for ref in ("e1", "t1", "f1", "g1"):
        assert ok("edit", ref, "--json").json["notes"] == "new"


LINES = st.text(
    st.one_of(st.sampled_from("\n\t\"'\\#= ab"), st.characters(exclude_categories=["Cs", "Cc"])), max_size=25
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES, LINES)
def test_any_text_comes_back_from_the_editor_as_it_went(ok, home, notes, title):
    """What is read is not the same text: the script adds a comment, so that all of it is parsed."""
    script = home / "touch.sh"
    script.write_text('#!/bin/sh\necho "# seen" >> "$1"\n')
    script.chmod(0o700)
    words = [
        f"--notes={notes}",
        *([f"--title={title}"] if title.strip() and "\n" not in title and "\t" not in title else []),
    ]
    ref = ok("add-contact", "Ada", "--allow-duplicate", *words, "--json").json["ref"]
    assert ok("edit", ref, env={"EDITOR": str(script)}).err == "nothing was changed\n"


# --- on a terminal


FIX_LATER = """
count = pathlib.Path({count!r})
tries = int(count.read_text()) + 1 if count.exists() else 1
count.write_text(str(tries))
text = 'name = = ' if tries == 1 else 'name = "Mended"'
"""


@pytest.mark.parametrize("answer", ["y", "", "Y"])
def test_edit_on_a_terminal_asks_to_edit_again(ok, ada, editor, terminal, home, answer):
    editor(FIX_LATER.format(count=str(home / "count")))
    child = terminal("edit", "c1")
    child.expect_exact("that is not TOML")
    child.expect_exact("Edit again? [Y/n] ")
    child.sendline(answer)
    assert end(child)[1] == 0
    assert (home / "seen").read_text(encoding="utf-8") == "name = = ", "the editor had the same text again"
    assert ok("show", "c1", "--json").json["name"] == "Mended"
    assert left(home) == []


@pytest.mark.parametrize("answer", ["n\n", "no\n", "\x04"])
def test_edit_on_a_terminal_keeps_the_text_of_who_gives_up(ok, ada, editor, terminal, home, answer):
    editor(FIX_LATER.format(count=str(home / "count")))
    child = terminal("edit", "c1")
    child.expect_exact("Edit again? [Y/n] ")
    child.send(answer)
    child.expect(r"your text is in \S+\)")
    assert end(child)[1] == 6
    assert [one.read_text(encoding="utf-8") for one in left(home)] == ["name = = "]
    assert ok("show", "c1", "--json").json["name"] == "Ada Example"


def test_edit_on_a_terminal_lets_a_name_be_mended(ok, ada, editor, terminal, home):
    ok("add-contact", "Bo Able")
    ok("add-contact", "Bo Baker")
    editor(
        FIX_LATER.format(count=str(home / "count")).replace("name = = ", 'met_through = "Bo"\\nname = "x"')
    )
    child = terminal("edit", "c1")
    child.expect_exact("could be 2 records")
    child.expect_exact("Edit again? [Y/n] ")
    child.sendline("")
    assert end(child)[1] == 0
    assert ok("show", "c1", "--json").json["name"] == "Mended"


def test_a_record_deleted_while_the_editor_is_open_is_a_conflict_that_keeps_the_text(
    run, ok, home, monkeypatch
):
    ok("add-contact", "Ada")
    script = home / "editor.sh"
    script.write_text(
        f'#!/bin/sh\n"{sys.executable}" -m netlog delete c1 >&2\necho \'title = "Countess"\' >>"$1"\n',
        encoding="utf-8",
    )
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    result = run("edit", "c1")
    assert result.code == 5
    assert "c1 is not there any more" in result.err and "your text is in" in result.err
