"""vision: the current one, several over time."""

import sys

import pytest


@pytest.fixture
def editor(home, monkeypatch):
    """An editor that puts one text in place of another."""

    def put(old, new):
        script = home / "editor.py"
        script.write_text(
            "import pathlib, sys\n"
            "file = pathlib.Path(sys.argv[1])\n"
            f"file.write_text(file.read_text().replace({old!r}, {new!r}))\n"
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")

    return put


def statuses(ok):
    return {one["ref"]: one["status"] for one in ok("list-visions", "--json").json}


def test_vision_shows_the_current_one(ok):
    ok("add-vision", "Lead computing", "--known-for", "robots", "--by", "2030-01-01", "--story", "It began")
    found = ok("vision", "--json").json
    assert (found["ref"], found["type"]) == ("v1", "vision")
    assert (found["statement"], found["by_on"], found["story"]) == (
        "Lead computing",
        "2030-01-01",
        "It began",
    )
    assert "Lead computing" in ok("vision", "-f", "table").out
    assert ok("vision", "-f", "ids").out == "v1\n"


@pytest.mark.parametrize("command", ["vision", "plan"])
def test_without_a_vision_there_is_a_hint(run, ok, command):
    ok("add-contact", "Ada Quill")
    result = run(command, "--json")
    assert (result.code, result.out) == (3, "")
    assert "netlog vision start" in result.err
    ok("add-vision", "Lead computing")
    ok("edit", "v1", "status=past")
    result = run(command)
    assert result.code == 3 and "netlog edit v1 status=current" in result.err


def test_a_new_vision_makes_the_current_one_past_in_one_step(ok):
    ok("add-vision", "First")
    result = ok("add-vision", "Second")
    assert "v1 First is a past vision now" in result.err
    assert statuses(ok) == {"v1": "past", "v2": "current"}
    assert ok("vision", "-f", "ids").out == "v2\n"
    ok("undo")
    assert statuses(ok) == {"v1": "current"}
    ok("redo")
    assert statuses(ok) == {"v1": "past", "v2": "current"}


def test_a_past_vision_is_made_current_again_by_an_edit(ok):
    ok("add-vision", "First")
    ok("add-vision", "Second")
    ok("edit", "v1", "status=current")
    assert statuses(ok) == {"v1": "current", "v2": "past"}
    assert ok("check").code == 0


def test_an_edit_of_the_current_one_leaves_it_current(ok):
    ok("add-vision", "First")
    assert "past" not in ok("edit", "v1", "why=because").err
    assert statuses(ok) == {"v1": "current"}


@pytest.mark.parametrize("by", ["2026-03-02", "2020-01-01"])
def test_a_horizon_in_the_past_is_refused(run, ok, by):
    result = run("add-vision", "Too late", "--by", by)
    assert result.code == 2 and by in result.err
    ok("add-vision", "In time")
    assert run("edit", "v1", f"by={by}").code == 2


def test_a_horizon_may_be_a_year(run, ok):
    assert ok("add-vision", "In time", "--by", "2031", "--json").json["by_on"] == "2031-12-31"
    ok("edit", "v1", "by=2033-06")
    assert ok("vision", "--json").json["by_on"] == "2033-06-30"
    assert run("add-vision", "Too late", "--by", "2025").code == 2


def test_a_vision_whose_day_has_come_can_still_be_edited(ok):
    ok("add-vision", "First", "--by", "2027-01-01")
    ok("edit", "v1", "why=It was worth it", today="2028-01-01")


def test_vision_edit_opens_the_current_one_in_the_editor(run, ok, editor):
    ok("add-vision", "First")
    ok("add-vision", "Second")
    editor("Second", "Better")
    assert run("vision", "edit").code == 0
    assert [one["statement"] for one in ok("list-visions", "--json").json] == ["Better", "First"]


def test_another_word_is_refused(run, ok):
    ok("add-vision", "First")
    result = run("vision", "burn")
    assert result.code == 2 and "edit" in result.err


def test_visions_past_and_current_go_out_and_come_back(ok, home):
    ok("add-vision", "Old", "--by", "2027-01-01")
    ok("add-vision", "New")
    ok("add-step", "Begin")
    file = str(home / "log.json")
    ok("export", "json", "-o", file, "--force")
    for today in ("2026-03-02", "2029-01-01"):  # whose day is over by then
        new = str(home / f"{today}.db")
        ok("import", "json", file, "--db", new, today=today)
        again = ok("list-visions", "--json", "--db", new).json
        assert again == ok("list-visions", "--json").json


def test_an_import_leaves_one_vision_current_the_one_changed_last(ok, home):
    ok("add-vision", "Here")
    other, file = str(home / "other.db"), str(home / "other.json")
    ok("add-vision", "There", "--db", other, today="2026-03-05")
    ok("export", "json", "-o", file, "--db", other)
    ok("import", "json", file)
    found = {one["statement"]: one["status"] for one in ok("list-visions", "--json").json}
    assert found == {"Here": "past", "There": "current"}
    ok("undo")
    assert statuses(ok) == {"v1": "current"}
    ok("edit", "v1", "why=mine", today="2026-03-09")
    ok("import", "json", file)
    found = {one["statement"]: one["status"] for one in ok("list-visions", "--json").json}
    assert found == {"Here": "current", "There": "past"}
    assert ok("check").code == 0


def test_a_log_that_went_on_elsewhere_comes_back_with_its_new_vision(ok, home):
    ok("add-vision", "First")
    copy, file = str(home / "copy.db"), str(home / "log.json")
    ok("export", "json", "-o", file)
    ok("import", "json", file, "--db", copy)
    ok("add-vision", "Second", "--db", copy, today="2026-03-05")
    ok("export", "json", "-o", file, "--db", copy, "--force", today="2026-03-05")
    ok("import", "json", file, today="2026-03-06")
    found = {one["statement"]: one["status"] for one in ok("list-visions", "--json").json}
    assert found == {"First": "past", "Second": "current"}
