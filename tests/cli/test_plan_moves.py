"""The log moves the plan: what happened does the steps that are exactly about it, and proposes others."""

import sys

import pexpect
import pytest

TODAY = "2026-03-02"
NUDGE = ": is it done with that? netlog done "


@pytest.fixture
def vision(ok):
    ok("add-vision", "Lead computing", "--by", "2030-01-01")
    ok("add-contact", "Grace Hopper", "--status", "target")
    ok("add-contact", "Ana Kim")


def add(ok, what, *words):
    ok("add-step", what, *words)


def steps(ok):
    """What became of the steps: those that are not ideas any more, with their day."""
    rows = ok("list-steps", "--all", "--json").json
    return {one["ref"]: (one["status"], one["done_on"]) for one in rows if one["status"] != "idea"}


def status(ok, ref):
    return ok("show", ref, "--json").json["status"]


@pytest.mark.parametrize("kind", ["person", "leader", "introduction"])
def test_a_talk_with_somebody_does_the_step_about_them(ok, vision, kind):
    add(ok, "Know Grace", "--about", "grace", "--kind", kind)
    add(ok, "Know Ana", "--about", "ana")
    result = ok("add-conversation", "Coffee", "--with", "grace", "--on", "2026-03-01")
    assert "s1 Know Grace is done: you talked with Grace Hopper\n" in result.err
    assert steps(ok) == {"s1": ("done", "2026-03-01")}


def test_all_of_it_is_one_step_to_undo(ok, vision):
    add(ok, "Know Grace", "--about", "grace")
    add(ok, "Ask her", "--needs", "s1")
    ok("add-conversation", "Coffee", "--with", "grace")
    ok("undo")
    assert steps(ok) == {} and status(ok, "c1") == "target"
    assert ok("list-conversations", "-f", "ids").out == ""
    ok("redo")
    assert steps(ok) == {"s1": ("done", TODAY)} and status(ok, "c1") == "active"
    assert ok("check").code == 0


def test_a_target_becomes_active_when_first_talked_with(ok, vision):
    result = ok("add-conversation", "Coffee", "--with", "grace", "--with", "ana")
    assert "c1 Grace Hopper is active now, not a target: you talked with them" in result.err
    assert "Ana" not in result.err
    assert status(ok, "c1") == "active"
    assert "active now" not in ok("add-conversation", "Again", "--with", "grace").err


def test_log_moves_the_plan_and_dry_run_only_tells(ok, vision):
    add(ok, "Know Grace", "--about", "grace")
    told = "s1 Know Grace is done: you talked with Grace Hopper"
    rehearsed = ok("log", "coffee with Grace Hopper", "--dry-run")
    assert told in rehearsed.err and "dry run: nothing was changed" in rehearsed.err
    assert steps(ok) == {} and status(ok, "c1") == "target"
    assert ok("log", "coffee with Grace Hopper").err.count(told) == 1
    assert steps(ok) == {"s1": ("done", TODAY)}


def test_log_on_a_terminal_tells_it_once(ok, vision, db):
    add(ok, "Know Grace", "--about", "grace")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "netlog", "log", "--confirm", "coffee with Grace Hopper"],
        encoding="utf-8",
        timeout=30,
    )
    child.expect("save, e edit, c cancel: ")
    child.sendline("")
    child.expect(pexpect.EOF)
    assert child.before.count("is done: you talked with Grace Hopper") == 1


def test_what_is_refused_moves_nothing_and_tells_nothing(run, ok, vision):
    add(ok, "Know Grace", "--about", "grace")
    result = run("log", "-", stdin="coffee with Grace Hopper\ncoffee with nobody at all\n")
    assert result.code == 6 and "is done" not in result.err
    assert steps(ok) == {}


def test_who_is_added_to_a_talk_later_counts(ok, vision):
    add(ok, "Know Grace", "--about", "grace")
    ok("add-conversation", "Coffee", "--with", "ana", "--on", "2026-02-20")
    assert "is done" in ok("edit", "t1", "with+=grace").err
    assert steps(ok) == {"s1": ("done", "2026-02-20")}
    ok("edit", "s1", "status=idea")
    assert "is done" not in ok("edit", "t1", "summary=Tea").err
    assert steps(ok) == {}


def test_a_part_is_done_before_the_whole_and_not_told_of_as_open(ok, vision):
    add(ok, "Know Grace", "--about", "grace")
    add(ok, "Ask to be introduced", "--about", "grace", "--kind", "introduction", "--under", "s1")
    add(ok, "Write to her", "--under", "s1")
    told = ok("add-conversation", "Coffee", "--with", "grace").err
    assert told.index("s2 Ask to be introduced is done") < told.index("s1 Know Grace is done")
    assert "still open under s1: s3\n" in told


def test_a_habit_is_neither_done_nor_proposed_by_what_happens_once(ok, vision):
    add(ok, "Keep close to Grace", "--about", "grace", "--kind", "habit")
    result = ok("add-conversation", "Coffee", "--with", "grace")
    assert "s1" not in result.err and steps(ok) == {}


def test_other_steps_about_them_are_proposed(ok, vision):
    add(ok, "Ask Grace for a letter", "--about", "grace", "--kind", "assignment")
    result = ok("add-conversation", "Coffee", "--with", "grace")
    assert f"s1 Ask Grace for a letter{NUDGE}s1" in result.err
    assert steps(ok) == {}


def test_steps_of_a_past_vision_and_closed_ones_stay(ok, vision):
    add(ok, "Know Grace", "--about", "grace")
    add(ok, "Meet Grace", "--about", "grace")
    ok("drop", "s2")
    ok("add-vision", "Other")
    assert "is done" not in ok("add-conversation", "Coffee", "--with", "grace").err
    ok("edit", "v1", "status=current")
    ok("add-conversation", "Tea", "--with", "grace")
    assert steps(ok) == {"s1": ("done", TODAY), "s2": ("dropped", None)}


def test_a_blocked_step_can_come_about_and_sets_others_free(ok, vision):
    add(ok, "Join ISTE")
    add(ok, "Know Grace", "--about", "grace", "--needs", "s1")
    add(ok, "Ask her", "--needs", "s2")
    result = ok("add-conversation", "Coffee", "--with", "grace")
    assert "s3 Ask her is not blocked any more" in result.err
    assert steps(ok) == {"s2": ("done", TODAY)}


def test_an_event_that_was_attended_does_its_step(ok, vision):
    ok("add-event", "ACTE VISION 2026", "--on", "2026-02-25..2026-02-27", "--status", "planned")
    add(ok, "Go to VISION", "--about", "e1", "--by", "2026-02-27")
    add(ok, "Learn to speak", "--about", "e1", "--kind", "skill")
    add(ok, "Attend ACTE", "--kind", "event")
    add(ok, "Attend ISTE", "--kind", "event")
    result = ok("mark", "attended", "e1")
    assert "s1 Go to VISION is done: you were at ACTE VISION 2026" in result.err
    assert f"s2 Learn to speak{NUDGE}s2" in result.err and f"s3 Attend ACTE{NUDGE}s3" in result.err
    assert "s4" not in result.err
    assert steps(ok) == {"s1": ("done", "2026-02-27")}
    ok("edit", "s1", "status=idea")
    assert "is done" not in ok("edit", "e1", "place=Denver").err  # it was attended before


def test_an_event_added_as_attended_does_too(ok, vision):
    add(ok, "Attend ACTE", "--kind", "event")
    assert f"s1 Attend ACTE{NUDGE}s1" in ok("add-event", "ACTE 2026", "--on", "2026-02-25").err
    assert "s1" not in ok("add-event", "ACTE 2027", "--on", "2027-02-25").err


def test_a_debrief_does_the_steps_about_the_event_and_those_met(ok, vision):
    ok("add-event", "Fair", "--on", "2026-02-25", "--status", "planned")
    add(ok, "Go to the fair", "--about", "e1")
    add(ok, "Know Grace", "--about", "grace")
    result = ok("debrief", "e1", "--met", "grace", "--new", "Zed Quux")
    assert "s2 Know Grace is done: at Fair you met Grace Hopper" in result.err
    assert steps(ok) == {"s1": ("done", "2026-02-25"), "s2": ("done", "2026-02-25")}
    met = ok("show", "c1", "--json").json
    assert (met["status"], met["met_on"], met["met_at"]["ref"]) == ("active", "2026-02-25", "e1")


def test_a_membership_does_the_step_about_the_group(ok, vision):
    ok("add-group", "ISTE")
    ok("add-group", "AERA")
    add(ok, "Join", "--about", "iste")
    add(ok, "Join AERA", "--kind", "group")
    result = ok("add-membership", "iste", "--joined", "2026-02-01")
    assert "s1 Join is done: you joined ISTE" in result.err and "s2" not in result.err
    assert f"s2 Join AERA{NUDGE}s2" in ok("add-membership", "aera").err
    assert steps(ok) == {"s1": ("done", "2026-02-01")}
    ok("edit", "s1", "status=idea")
    ok("edit", "m1", "role=chair")
    assert steps(ok) == {}


def test_a_membership_that_is_over_does_nothing(ok, vision):
    ok("add-group", "ISTE")
    add(ok, "Join", "--about", "iste")
    ok("add-membership", "iste", "--joined", "2020-01-01", "--left", "2021-01-01")
    assert steps(ok) == {}


def test_a_contribution_does_the_step_about_its_event_or_group(ok, vision):
    ok("add-event", "Fair", "--on", "2026-04-25")
    ok("add-group", "ISTE")
    add(ok, "Give a talk at the fair", "--about", "e1", "--kind", "contribution")
    add(ok, "Give ISTE something", "--about", "u1", "--kind", "contribution")
    add(ok, "Go to the fair", "--about", "e1")
    add(ok, "Write about robots", "--kind", "contribution")
    result = ok("add-contribution", "Robots at school", "--event", "e1", "--on", TODAY)
    assert "s1 Give a talk at the fair is done: you gave Robots at school" in result.err
    assert f"s3 Go to the fair{NUDGE}s3" in result.err
    assert f"s4 Write about robots{NUDGE}s4" in result.err
    ok("add-contribution", "Rubrics", "--group", "u1", "--on", "2026-03-01")
    assert steps(ok) == {"s1": ("done", TODAY), "s2": ("done", "2026-03-01")}


@pytest.mark.parametrize(
    ("command", "ref", "day", "told"),
    [
        (("add-contribution", "Robots", "--on", "2026-02-01"), "b1", "2026-02-01", "you gave Robots"),
        (("add-event", "Fair", "--on", "2026-02-02..2026-02-03"), "e1", "2026-02-03", "you were at Fair"),
        (("add-membership", "ISTE", "--joined", "2026-02-04"), "u1", "2026-02-04", "you are in ISTE"),
    ],
)
def test_a_step_linked_to_what_came_about_already_is_done_at_once(ok, vision, command, ref, day, told):
    ok("add-group", "ISTE")
    ok(*command)
    assert f"is done: {told}" in ok("add-step", "Do it", "--about", ref).err
    add(ok, "Later")
    ok("edit", "s2", f"about={ref}")
    assert steps(ok) == {"s1": ("done", day), "s2": ("done", day)}


def test_a_step_linked_to_what_is_to_come_or_to_a_person_stays_open(ok, vision):
    ok("add-group", "ISTE")
    ok("add-event", "Fair", "--on", "2026-04-25")
    ok("add-conversation", "Coffee", "--with", "ana")
    for ref in ("u1", "e1", "ana"):
        add(ok, f"Step {ref}", "--about", ref)
    assert steps(ok) == {}


def test_an_introduction_that_is_made_does_its_step(ok, vision):
    ok("add-introduction", "--by", "ana", "--to", "grace", "--asked", "2026-02-01")
    add(ok, "Ask Ana to introduce me", "--about", "i1")
    add(ok, "Be introduced to Grace", "--about", "grace", "--kind", "introduction")
    add(ok, "Know Grace", "--about", "grace")
    result = ok("mark", "made", "i1", "--on", "2026-03-01")
    assert "s1 Ask Ana to introduce me is done: you were introduced to Grace Hopper" in result.err
    assert f"s3 Know Grace{NUDGE}s3" in result.err
    assert steps(ok) == dict.fromkeys(("s1", "s2"), ("done", "2026-03-01"))
    result = ok("mark", "met", "i1")
    assert "s3 Know Grace is done: you met Grace Hopper" in result.err
    assert status(ok, "c1") == "active"


def test_an_import_moves_nothing(ok, vision, home):
    add(ok, "Know Grace", "--about", "grace")
    file, other = str(home / "log.json"), str(home / "other.db")
    ok("export", "json", "-o", file)
    ok("import", "json", file, "--db", other)
    ok("add-conversation", "Coffee", "--with", "grace", "--db", other)
    for ref in ("s1", "c1"):
        ok("edit", ref, f"status={'idea' if ref == 's1' else 'target'}", "--db", other)
    ok("export", "json", "-o", file, "--force", "--db", other)
    assert "is done" not in ok("import", "json", file).err
    assert steps(ok) == {} and status(ok, "c1") == "target"


def test_review_i_tells_what_followed(ok, vision, db):
    ok("edit", "grace", "cadence=1w", "met=2025-01-01")
    add(ok, "Know Grace", "--about", "grace")
    add(ok, "Read a book", "--by", TODAY)
    child = pexpect.spawn(sys.executable, ["-m", "netlog", "review", "-i"], encoding="utf-8", timeout=30)
    answers = {"s2": "d", "c1": "l"}
    for _ in answers:
        child.expect(r"\d/2  (\w+)  ")
        ref = child.match[1]
        child.expect(r"\[s\]: ")
        child.sendline(answers[ref])
        if ref == "c1":
            child.expect("what was it about")
            child.sendline("coffee")
            child.expect("s1 Know Grace is done: you talked with Grace Hopper")
    child.expect("The review is held")
    child.expect(pexpect.EOF)
    assert "is done" not in child.before
    assert steps(ok) == {"s1": ("done", TODAY), "s2": ("done", TODAY)}
