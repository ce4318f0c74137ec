"""add-step, done, drop and edit of steps: where they stand in the plan, and that none waits for itself."""

import json

import pytest


@pytest.fixture
def vision(ok):
    ok("add-vision", "Lead computing", "--by", "2030-01-01")


def step(ok, ref):
    return ok("show", ref, "--json").json


def add(ok, what, *words):
    return ok("add-step", what, *words, "--json").json


def refused(result, code, *words):
    assert (result.code, result.out) == (code, ""), result
    assert result.err.startswith("error: ") and result.err.count("\n") == 1
    for word in words:
        assert word in result.err


def test_a_step_is_of_the_current_vision_or_of_that_of_the_step_above(ok, vision):
    ok("add-vision", "Other")
    assert add(ok, "Begin")["vision"]["ref"] == "v2"
    assert add(ok, "Older", "--vision", "v1")["vision"]["ref"] == "v1"
    assert add(ok, "Under the older", "--under", "s2")["vision"]["ref"] == "v1"


def test_without_a_vision_a_step_is_refused(run):
    refused(run("add-step", "Begin"), 3, "no current vision", "netlog vision start")


def test_a_step_and_the_one_above_are_of_one_vision(run, ok, vision):
    ok("add-vision", "Other")
    add(ok, "Begin")
    refused(run("add-step", "No", "--vision", "v1", "--under", "s1"), 2, "s1", "v2")
    refused(run("add-step", "No", "--vision", "v1", "--needs", "s1"), 2, "s1", "v2")


@pytest.mark.parametrize(
    ("command", "ref", "kind"),
    [
        (("add-contact", "Ada Quill"), "c1", "person"),
        (("add-event", "Fair", "--on", "2026-05-01"), "e1", "event"),
        (("add-group", "ISTE"), "u1", "group"),
        (("add-goal", "Talk", "--count", "people", "--per", "week"), "g1", "habit"),
        (("add-contribution", "Robots"), "b1", "contribution"),
    ],
)
def test_the_kind_follows_from_what_it_is_about(ok, vision, command, ref, kind):
    ok(*command)
    assert add(ok, "Begin", "--about", ref)["kind"] == kind
    assert add(ok, "Begin again", "--about", ref, "--kind", "skill")["kind"] == "skill"
    assert add(ok, "Plain")["kind"] == "other"
    ok("edit", "s3", f"about={ref}")
    assert step(ok, "s3")["kind"] == kind
    ok("edit", "s2", "about=")
    assert step(ok, "s2")["kind"] == "skill"


def test_a_step_about_an_event_is_due_when_that_is(ok, vision):
    ok("add-event", "Fair", "--on", "2026-05-01..2026-05-03")
    assert add(ok, "Go", "--about", "fair")["by_on"] == "2026-05-03"
    assert add(ok, "Register", "--about", "fair", "--by", "2026-04-01")["by_on"] == "2026-04-01"


@pytest.mark.parametrize(("by", "day"), [("2028", "2028-12-31"), ("2028-02", "2028-02-29")])
def test_a_day_may_be_the_last_of_a_year_or_month(ok, vision, by, day):
    assert add(ok, "Speak", "--by", by)["by_on"] == day
    assert add(ok, "Write")["by_on"] is None
    ok("edit", "s2", f"by={by}")
    assert step(ok, "s2")["by_on"] == day


def test_a_day_after_that_of_the_vision_is_kept_and_told(ok, vision):
    told = "Speak: 2040-12-31 is after the day of v1, 2030-01-01"
    assert told in ok("add-step", "Speak", "--by", "2040").err
    assert step(ok, "s1")["by_on"] == "2040-12-31"
    assert told not in ok("edit", "s1", "reason=why not").err
    assert "is after" not in ok("edit", "s1", "by=2030-01-01").err
    assert told in ok("edit", "s1", "by=2040").err


def test_a_step_about_somebody_not_in_the_log_says_how_to_add_them(run, ok, vision):
    result = run("add-step", "Know Grace", "--kind", "person", "--about", "Grace Hopper")
    refused(result, 3, 'netlog add-contact "Grace Hopper" --status target')
    ok("add-contact", "Grace Hopper", "--status", "target")
    assert add(ok, "Know Grace", "--about", "Grace Hopper")["about"]["ref"] == "c1"


@pytest.mark.parametrize(
    ("words", "cycle"),
    [
        (("s3", "needs+=s1"), "s3 -> s1 -> s2 -> s3"),
        (("s3", "under=s3"), "s3 -> s3"),
        (("s3", "needs+=s3"), "s3 -> s3"),
        (("s1", "under=s2"), "s1 -> s2 -> s1"),
        (("s4", "needs+=s1"), "s4 -> s1 -> s2 -> s3 -> s4"),
    ],
)
def test_a_cycle_is_refused_and_named(run, ok, vision, words, cycle):
    add(ok, "One")
    add(ok, "Two")
    ok("edit", "s1", "needs+=s2")
    add(ok, "Three", "--under", "s2")
    add(ok, "Four", "--under", "s3")
    before = ok("list-steps", "--json").json
    refused(run("edit", *words), 2, f"that is a cycle: {cycle} (")
    assert ok("list-steps", "--json").json == before


def test_a_new_step_can_close_a_cycle_too(run, ok, vision):
    add(ok, "One")
    add(ok, "Two", "--needs", "s1")
    refused(
        run("add-step", "Three", "--under", "s1", "--needs", "s2"),
        2,
        "the new step -> s2 -> s1 -> the new step",
    )


def test_steps_under_any_depth_and_needs_of_those_under_are_fine(ok, vision):
    add(ok, "One")
    for number in range(1, 12):
        add(ok, f"Deeper {number}", "--under", f"s{number}")
    ok("edit", "s1", "needs+=s12")
    assert step(ok, "s12")["parent"]["ref"] == "s11"


def test_a_step_under_another_follows_it_into_its_vision_with_all_under_it(run, ok, vision):
    add(ok, "One")
    add(ok, "Two", "--under", "s1")
    add(ok, "Three", "--under", "s2")
    ok("add-vision", "Other")
    add(ok, "There")
    ok("edit", "s1", "under=s4")
    assert {ref: step(ok, ref)["vision"]["ref"] for ref in ("s1", "s2", "s3")} == dict.fromkeys(
        ("s1", "s2", "s3"), "v2"
    )
    refused(run("edit", "s2", "vision=v1"), 2, "under=")
    ok("edit", "s2", "vision=v1", "under=")
    assert [step(ok, ref)["vision"]["ref"] for ref in ("s1", "s2", "s3")] == ["v2", "v1", "v1"]
    ok("undo")
    assert step(ok, "s3")["vision"]["ref"] == "v2"


def test_a_step_that_is_needed_does_not_leave_its_vision(run, ok, vision):
    add(ok, "One")
    add(ok, "Two", "--needs", "s1")
    ok("add-vision", "Other")
    refused(run("edit", "s1", "vision=v2"), 2, "s2 needs s1", "netlog edit s2 needs-=s1")
    refused(run("edit", "s2", "vision=v2"), 2, "s1")
    ok("edit", "s2", "vision=v2", "needs=")


def test_done_marks_a_step_and_tells_what_it_sets_free(ok, vision):
    add(ok, "One")
    add(ok, "Two", "--needs", "s1")
    add(ok, "Under one", "--under", "s1")
    result = ok("done", "s1", "--on", "2026-03-01", "--note", "it went well", "--json")
    assert (result.json["status"], result.json["done_on"]) == ("done", "2026-03-01")
    assert result.json["notes"] == "it went well"
    assert (result.json["next"], result.json["conversation"]) == (None, None)
    assert "s2 Two is not blocked any more" in result.err
    assert "still open under s1: s3" in result.err


def test_what_needs_more_stays_blocked_silently(ok, vision):
    add(ok, "One")
    add(ok, "Other")
    add(ok, "Two", "--needs", "s1", "--needs", "s2")
    assert "blocked" not in ok("done", "s1").err
    assert "s3 Two is not blocked any more" in ok("drop", "s2").err


def test_done_by_name_and_twice(run, ok, vision):
    add(ok, "Join ISTE")
    ok("done", "join iste")
    refused(run("done", "s1"), 5, "s1 was done on 2026-03-02")
    refused(run("done", "nothing so called"), 3, "list-steps")


def test_drop_gives_a_step_up(run, ok, vision):
    add(ok, "Join ISTE")
    assert ok("drop", "s1", "--json").json["status"] == "dropped"
    refused(run("drop", "s1"), 5, "s1 was dropped")
    assert ok("list-steps", "-f", "ids").out == ""
    ok("edit", "s1", "status=idea")
    assert ok("list-steps", "-f", "ids").out == "s1\n"


def test_the_note_of_a_step_is_kept_as_a_conversation(run, ok, vision):
    ok("add-contact", "Ada Quill")
    add(ok, "Know Ada", "--about", "ada")
    add(ok, "Learn")
    result = ok("done", "s1", "--note", "Coffee\nshe likes robots", "--log", "--json")
    assert result.json["conversation"]["summary"] == "Coffee"
    assert result.json["conversation"]["contacts"] == [{"ref": "c1", "name": "Ada Quill"}]
    refused(run("done", "s2", "--log"), 2, "s2 is about nobody")


def test_follow_ups_and_steps_are_done_in_one_go(ok, vision):
    add(ok, "Begin")
    ok("add-follow-up", "Send")
    assert [one["ref"] for one in ok("done", "f1", "s1", "--json").json] == ["f1", "s1"]
    ok("undo")
    assert step(ok, "s1")["status"] == "idea"


def test_deleting_a_step_moves_those_under_it_up(ok, vision):
    add(ok, "One")
    add(ok, "Two", "--under", "s1")
    add(ok, "Three", "--under", "s2")
    add(ok, "Four", "--needs", "s2")
    ok("delete", "s2", "--yes")
    assert step(ok, "s3")["parent"]["ref"] == "s1"
    assert step(ok, "s4")["needs"] == []
    ok("undo")
    assert step(ok, "s3")["parent"]["ref"] == "s2"
    assert step(ok, "s4")["needs"] == [{"ref": "s2", "name": "Two"}]


def test_a_barrier_is_given_a_helper_afterwards(ok, vision):
    ok("add-contact", "Ana Kim")
    add(ok, "Begin", "--barrier", "no money", "--barrier", "no time=ana")
    ok("edit", "s1", "barrier+=no money=ana")
    ana = {"ref": "c1", "name": "Ana Kim"}
    assert step(ok, "s1")["barriers"] == [{"what": what, "helper": ana} for what in ("no money", "no time")]


def exported(ok, home):
    file = home / "log.json"
    ok("export", "json", "-o", str(file), "--force")
    return file, json.loads(file.read_text())


@pytest.mark.parametrize("circle", ["needs", "parent", "vision"])
def test_an_import_that_would_tie_steps_wrongly_is_refused(run, ok, vision, home, circle):
    add(ok, "One")
    add(ok, "Two", "--under", "s1")
    ok("add-vision", "Other")
    file, data = exported(ok, home)
    one, two = data["steps"]
    if circle == "needs":
        one["needs"], two["needs"] = [{"ref": "s2", "name": "Two"}], [{"ref": "s1", "name": "One"}]
    elif circle == "parent":
        one["parent"] = {"ref": "s2", "name": "Two"}
    else:
        two["vision"] = {"ref": "v2", "name": "Other"}
    file.write_text(json.dumps(data))
    new = str(home / "new.db")
    result = run("import", "json", str(file), "--db", new)
    assert result.code == 6, result
    assert (
        ("s1 and s2" in result.err or "s2 and s1" in result.err)
        if circle == "vision"
        else "s1 -> s2" in result.err
    )
    assert ok("list-steps", "--db", new, "-f", "ids").out == ""


def test_a_plan_goes_out_and_comes_back_whole(ok, vision, home):
    ok("add-contact", "Ana Kim")
    add(ok, "One", "--barrier", "no money=ana")
    add(ok, "Two", "--under", "s1", "--about", "ana", "--status", "next", "--by", "2027-01-01")
    ok("edit", "s1", "needs+=s2")
    file, _ = exported(ok, home)
    new = str(home / "new.db")
    ok("import", "json", str(file), "--db", new)
    assert ok("plan", "--json", "--db", new).json == ok("plan", "--json").json
    assert ok("check", "--db", new).code == 0


def test_steps_needs_turned_round_elsewhere_come_back(ok, vision, home):
    """Seen one at a time the change would close a circle on the way."""
    add(ok, "One")
    add(ok, "Two", "--needs", "s1")
    copy = str(home / "copy.db")
    file, _ = exported(ok, home)
    ok("import", "json", str(file), "--db", copy)
    ok("edit", "s2", "needs=", "--db", copy, today="2026-03-05")
    ok("edit", "s1", "needs+=s2", "--db", copy, today="2026-03-05")
    ok("export", "json", "-o", str(file), "--db", copy, "--force", today="2026-03-05")
    ok("import", "json", str(file), today="2026-03-06")
    assert step(ok, "s1")["needs"] == [{"ref": "s2", "name": "Two"}]
    assert step(ok, "s2")["needs"] == []


def test_the_card_of_a_step_has_its_barriers_and_who_could_help(ok, vision):
    ok("add-contact", "Ana Kim")
    add(ok, "Begin", "--barrier", "no money=ana", "--barrier", "no time")
    text = ok("show", "s1", "-f", "table").out
    assert "no money (Ana Kim could help), no time" in text


def test_steps_stand_above_each_other_only_so_deep(ok, run):
    ok("add-vision", "Lead computing", "--by", "2031-01-01")
    ok("add-step", "Step 1")
    for number in range(2, 101):
        ok("add-step", f"Step {number}", "--under", f"s{number - 1}", "-f", "ids")
    deeper = run("add-step", "One more", "--under", "s100")
    assert deeper.code == 2 and "more than 100 steps above each other" in deeper.err
    assert run("edit", "s1", "under=s100").code == 2  # a cycle, told as one
    assert "s1  Step 1" in ok("plan", "-f", "table").out
    assert ok("plan", "--json").json["steps"][0]["what"] == "Step 1"
