"""plan: the tree, what is next, what is lacking, and the backward schedule."""

import pytest

TODAY = "2026-03-02"


@pytest.fixture
def plan(ok):
    """v1 with a step of each state.

    s1 (by June 2028) over s2 (blocked by s4, by June 2027), s3 done; s4 next; s5 dropped, with s6 left over
    under it; s7 late.
    """
    ok("add-vision", "Lead computing", "--by", "2030-01-01", "--known-for", "robots")
    ok("add-contact", "Grace Hopper", "--status", "target")
    ok("add-contact", "Ana Kim", "--met", "2026-01-05")
    ok("add-step", "Speak at a national conference", "--by", "2028-06-01")
    ok("add-step", "Speak at a state conference", "--under", "s1", "--by", "2027-06-01", "--barrier", "money")
    ok("add-step", "Speak in the building", "--under", "s1")
    ok("done", "s3", "--on", "2026-02-01")
    ok("add-step", "Know Grace", "--about", "grace", "--status", "next")
    ok("edit", "s2", "needs+=s4")
    ok("add-step", "Write a book")
    ok("add-step", "Write a page", "--under", "s5")
    ok("drop", "s5")
    ok("add-step", "Read a book", "--by", "2026-02-25", "--status", "doing")


def outline(steps):
    return [(one["ref"], one["state"], outline(one["children"])) for one in steps]


def test_plan_is_a_tree_of_states(ok, plan):
    data = ok("plan", "--json").json
    assert (data["ref"], data["type"], data["statement"]) == ("v1", "vision", "Lead computing")
    assert outline(data["steps"]) == [
        ("s7", "doing", []),
        ("s4", "next", []),
        ("s1", "idea", [("s2", "blocked", []), ("s3", "done", [])]),
        ("s5", "dropped", [("s6", "idea", [])]),
    ]


def test_a_step_of_the_plan_is_the_record_and_what_the_plan_says_of_it(ok, plan):
    step = ok("plan", "--json").json["steps"][2]["children"][0]
    shown = ok("show", "s2", "--json").json
    more = {"state", "ready", "blocked_by", "latest_on", "slack", "needed_by", "children"}
    assert set(step) - more == set(shown) - {"timeline", "linked"}
    assert step["blocked_by"] == [{"ref": "s4", "name": "Know Grace"}]
    assert (step["latest_on"], step["ready"], step["needed_by"]) == ("2027-06-01", False, None)


def test_plan_on_a_terminal_says_how_each_step_stands(ok, plan):
    text = ok("plan", "-f", "table", env={"COLUMNS": "100"}).out
    for line in (
        "v1  Lead computing  by 2030-01-01",
        "known for robots",
        "1 of 7 steps done",
        "● s7  Read a book  doing, by 2026-02-25  5 days late",
        "▸ s4  Know Grace  next",
        "■ s2  Speak at a state conference  blocked by s4, by 2027-06-01",
        "! money: who could help?",
        "✓ s3  Speak in the building  done, 2026-02-01",
        "✗ s5  Write a book  dropped",
    ):
        assert line in text, text
    assert text.index("s1  Speak") < text.index("s2  Speak")


def test_plan_in_a_pipe_has_a_row_a_step_with_its_depth(ok, plan):
    rows = [line.split("\t")[:4] for line in ok("plan").lines]
    assert rows == [
        ["s7", "0", "doing", "Read a book"],
        ["s4", "0", "next", "Know Grace"],
        ["s1", "0", "idea", "Speak at a national conference"],
        ["s2", "1", "blocked", "Speak at a state conference"],
        ["s3", "1", "done", "Speak in the building"],
        ["s5", "0", "dropped", "Write a book"],
        ["s6", "1", "idea", "Write a page"],
    ]
    assert ok("plan", "-f", "ids").lines == [row[0] for row in rows]
    csv = ok("plan", "-f", "csv").lines
    assert len(csv) == 8 and csv[0].startswith("ref,type,") and csv[0].endswith(",depth")


def test_plan_next_is_what_can_be_done_now_by_date(ok, plan):
    found = ok("plan", "next", "--json").json
    assert [(one["ref"], one["ready"], one["latest_on"]) for one in found] == [
        ("s7", True, "2026-02-25"),
        ("s4", True, "2027-06-01"),
        ("s1", False, "2028-06-01"),
    ]
    assert found[1]["command"] == "netlog done s4"
    assert found[1]["needed_by"] == {"ref": "s2", "name": "Speak at a state conference"}


def test_what_is_done_makes_room_for_what_waited(ok, plan):
    ok("done", "s4")
    assert [one["ref"] for one in ok("plan", "next", "--json").json] == ["s7", "s2", "s1"]
    ok("done", "s2")
    assert [one["ref"] for one in ok("plan", "next", "--json").json] == ["s7", "s1"]


def test_plan_timeline_goes_backward_from_the_horizon(ok, plan):
    ok("add-step", "Retire", "--by", "2033-01-01")
    found = ok("plan", "timeline", "--json").json
    assert [(one["ref"], one["latest_on"], one["slack"], one["late"]) for one in found] == [
        ("s7", "2026-02-25", -5, True),
        ("s4", "2027-06-01", 456, False),
        ("s2", "2027-06-01", 456, False),
        ("s1", "2028-06-01", 822, False),
        ("s8", "2030-01-01", 1401, False),
    ]
    text = ok("plan", "timeline", "-f", "table", env={"COLUMNS": "100"}).out
    assert "5 days late" in text and "in 15 months" in text and "in 3 years" in text


GAPS = {
    ("no-introducer", "s4", "netlog edit NAME knows+=c1"),
    ("no-date", "s4", "netlog edit s4 by=DATE"),
    ("no-helper", "s2", "netlog edit s2 barrier+=money=NAME"),
    ("no-goal", "v1", "netlog suggest-goals"),
}


def gaps(ok):
    return {(one["gap"], one["ref"], one["command"]) for one in ok("plan", "gaps", "--json").json}


def test_plan_gaps_names_each_and_what_mends_it(ok, plan):
    assert gaps(ok) == GAPS
    assert all(set(one) == {"gap", "ref", "what", "command"} for one in ok("plan", "gaps", "--json").json)
    text = ok("plan", "gaps", "-f", "table").out
    assert "who could help with 'money'?" in text and "Know Grace: by when?" in text


def test_each_gap_is_mended_by_its_command(ok, plan):
    ok("edit", "Ana Kim", "knows+=c1")
    ok("edit", "s4", "by=2027-01-01")
    ok("edit", "s2", "barrier+=money=ana")
    ok("add-goal", "Talk", "--count", "people", "--per", "week")
    assert ("no-goal", "v1", 'netlog add-step "HABIT" --vision v1 --about g1') in gaps(ok)
    assert ("no-vision", "g1", "netlog add-step Talk --about g1") in gaps(ok)
    ok("add-step", "Talk", "--about", "g1")
    assert gaps(ok) == set()
    assert "Nothing is lacking." in ok("plan", "gaps", "-f", "table").out
    ok("drop", "s8")
    assert {gap for gap, *_ in gaps(ok)} == {"no-goal", "no-vision"}


def test_what_can_be_done_now_and_is_not_next_is_a_gap_until_it_is(ok, plan):
    ok("add-step", "Join ISTE", "--by", "2027-01-01")
    assert ("no-next-action", "s8", "netlog mark next s8") in gaps(ok)
    ok("mark", "next", "s8")
    assert gaps(ok) == GAPS


@pytest.mark.parametrize(
    "way",
    [
        ("edit", "grace", "met-through=ana"),
        ("edit", "grace", "knows+=ana"),
        ("edit", "ana", "knows+=grace"),
        ("add-group", "ISTE", "--member", "ana", "--member", "grace"),
        ("add-event", "Fair", "--on", "2026-02-01", "--met", "ana", "--to-meet", "grace"),
        ("add-introduction", "--by", "ana", "--to", "grace"),
    ],
)
def test_somebody_who_could_introduce_you_fills_the_gap(ok, plan, way):
    ok("edit", "ana", "organization=Navy Lab")
    ok(*way)
    assert "no-introducer" not in {gap for gap, *_ in gaps(ok)}


def test_whoever_is_no_target_is_known_and_can_introduce_you(ok, plan):
    ok("add-contact", "Bo Lund")  # nothing was talked, nothing is said of how they were met
    ok("add-step", "Know Bo", "--about", "bo", "--by", "2027-01-01", "--status", "next")
    assert gaps(ok) == GAPS
    ok("edit", "Bo Lund", "knows+=c1")
    assert gaps(ok) == {one for one in GAPS if one[0] != "no-introducer"}


def test_whom_the_plan_means_to_ask_for_an_introduction_fills_the_gap(ok, plan):
    ok("add-contact", "Bo Lund", "--status", "target")
    ok("add-step", "Ask", "--about", "grace", "--kind", "introduction", "--barrier", "not asked=bo")
    assert "no-introducer" in {gap for gap, *_ in gaps(ok)}, "you do not know Bo either"
    ok("edit", "s8", "barrier+=not asked=ana")
    assert "no-introducer" not in {gap for gap, *_ in gaps(ok)}
    ok("drop", "s8")
    assert "no-introducer" in {gap for gap, *_ in gaps(ok)}


def test_a_colleague_could_introduce_you_if_you_know_them(ok, plan):
    ok("edit", "grace", "organization=Navy Lab")
    ok("add-contact", "Bo Lund", "--organization", "Navy Lab", "--status", "target")
    assert "no-introducer" in {gap for gap, *_ in gaps(ok)}
    ok("edit", "ana", "organization=Navy Lab")
    assert "no-introducer" not in {gap for gap, *_ in gaps(ok)}


def test_the_plan_of_another_vision(run, ok, plan):
    ok("add-vision", "Other")
    assert ok("plan", "--json").json["steps"] == []
    assert "netlog add-step WHAT --vision v2" in ok("plan", "-f", "table").out
    assert ok("plan", "--vision", "v1", "--json").json["ref"] == "v1"
    assert "(past)" in ok("plan", "--vision", "lead", "-f", "table").out
    assert [one["ref"] for one in ok("plan", "next", "--vision", "v1", "--json").json] == ["s7", "s4", "s1"]
    assert ok("plan", "timeline", "--vision", "v1").code == ok("plan", "gaps", "--vision", "v1").code == 0
    assert run("plan", "--vision", "v9").code == 3


def test_another_view_is_refused(run, ok, plan):
    result = run("plan", "tomorrow")
    assert result.code == 2 and "next, gaps, timeline" in result.err


@pytest.mark.parametrize("width", ["40", "60", "140"])
@pytest.mark.parametrize("view", [(), ("next",), ("gaps",), ("timeline",)])
def test_no_line_is_wider_than_the_terminal(ok, plan, width, view):
    ok("add-step", "[bold]A step\u202e with a very long name " + "on and on " * 12, "--under", "s2")
    text = ok("plan", *view, "-f", "table", env={"COLUMNS": width}).out
    assert all(len(line) <= int(width) for line in text.splitlines())
    assert "\u202e" not in text and "\x1b" not in text


def test_a_narrow_timeline_keeps_references_and_whole_days(ok, plan):
    lines = ok("plan", "timeline", "-f", "table", env={"COLUMNS": "60"}).out.splitlines()
    assert any(line.startswith("s7") and "2026-02-25  5 days late" in line for line in lines), lines
    lines = ok("plan", "timeline", "-f", "table", env={"COLUMNS": "40"}).out.splitlines()
    assert any(line.startswith("s7") and "5 days late" in line for line in lines), lines


def test_ascii_terminals_get_plain_marks(ok, plan, process):
    env = {"PYTHONIOENCODING": "ascii", "COLUMNS": "80"}
    text = process("plan", "-f", "table", env=env).stdout
    for line in ("+-- > s4  Know Grace", "|   +-- # s2", "`-- x s3", "+-- * s7"):
        assert line in text, text


# the queue and the review


def entries(ok, *words, **more):
    return {one["ref"]: one for one in ok("due", *words, "--json", **more).json if one["type"] == "step"}


def test_steps_that_are_due_or_late_enter_the_queue_and_blocked_ones_do_not(ok, plan):
    assert list(entries(ok)) == ["s7"]
    late = entries(ok)["s7"]
    assert (late["days_late"], late["command"]) == (5, "netlog done s7")
    assert late["parts"] == {"step": 3.0, "soon": 4.0, "late": 2.14}
    assert list(entries(ok, today="2027-05-27")) == ["s7", "s4"]
    soon = entries(ok, today="2027-05-27")["s4"]
    assert soon["contacts"] == [{"ref": "c1", "name": "Grace Hopper"}]
    assert soon["reason"] == "s2 Speak at a state conference waits for this step of your plan"
    assert list(entries(ok, "--days", "456")) == ["s7", "s4"]
    ok("done", "s4")
    assert list(entries(ok, "--days", "456")) == ["s7", "s2"]


def test_the_queue_of_a_record_has_its_steps(ok, plan):
    assert list(entries(ok, "s7")) == ["s7"]
    assert list(entries(ok, "grace", "--days", "500")) == ["s4"]
    assert entries(ok, "ana", "--days", "500") == {}
    assert ok("due", "--count").out == "1\n"


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        ("s1", "it waits for s2"),
        ("s2", "it waits for s4"),
        ("s3", "done on 2026-02-01"),
        ("s4", "no date presses it"),
        ("s5", "dropped"),
    ],
)
def test_why_a_step_is_not_in_the_queue(ok, plan, ref, why):
    assert f"{ref} is not in the queue: {why}" in ok("due", "--why", ref).err


def test_a_past_vision_presses_nobody(ok, plan):
    ok("add-vision", "Other")
    assert entries(ok) == {}
    assert "past vision" in ok("due", "--why", "s7").err


def review(ok, *words, **more):
    return ok("review", *words, "--json", **more).json


def test_the_review_tells_what_is_next_and_what_moved_this_week(ok, plan):
    assert review(ok)["plan"]["moved"] == []
    ok("done", "s4")
    found = review(ok)["plan"]
    assert found["vision"] == {"ref": "v1", "name": "Lead computing"}
    assert found["moved"] == [{"ref": "s4", "what": "Know Grace", "on": TODAY}]
    assert [one["ref"] for one in found["next"]] == ["s7", "s2", "s1"]
    assert found["next"][1] == {
        **{"ref": "s2", "what": "Speak at a state conference", "kind": "other", "about": None},
        **{"state": "idea", "ready": True, "by_on": "2027-06-01", "latest_on": "2027-06-01", "slack": 456},
        **{"command": "netlog done s2"},
    }
    text = ok("review", "-f", "table").out
    assert "Plan" in text and "Moved" in text and "Know Grace" in text
    earlier = review(ok, "--week", "2026-02-01")["plan"]
    assert [one["ref"] for one in earlier["moved"]] == ["s3"]


def test_the_review_without_a_vision(ok):
    assert review(ok)["plan"] == {"vision": None, "next": [], "moved": []}


def toward(ok, ref):
    return next(one["toward"] for one in review(ok)["actions"] if one["ref"] == ref)


def test_an_action_says_which_step_it_serves(ok, plan):
    ok("add-event", "Fair", "--on", "2026-03-06", "--to-meet", "grace")
    ok("add-follow-up", "Send the slides", "--with", "grace", "--due", "2026-03-01")
    ok("add-follow-up", "Send the rest", "--with", "ana", "--due", "2026-03-01")
    grace = {"ref": "s4", "name": "Know Grace"}
    assert (toward(ok, "f1"), toward(ok, "f2"), toward(ok, "e1")) == (grace, None, grace)
    assert toward(ok, "s7") == {"ref": "v1", "name": "Lead computing"}
    ok("add-step", "Go to the fair", "--about", "fair", "--under", "s1")
    assert toward(ok, "e1") == {"ref": "s8", "name": "Go to the fair"}
    assert toward(ok, "s8") == {"ref": "s1", "name": "Speak at a national conference"}


def test_a_goal_that_is_behind_comes_before_a_step(ok, plan):
    ok("add-goal", "Keep promises", "--count", "follow-ups", "--per", "week", "--target", "9")
    ok("add-follow-up", "Send the slides", "--with", "grace", "--due", "2026-03-01")
    assert toward(ok, "f1") == {"ref": "g1", "name": "Keep promises"}


def test_a_step_takes_its_minutes(ok, plan):
    data = review(ok, "--minutes", "10")
    assert [(one["ref"], one["minutes"]) for one in data["actions"]] == [("s7", 10)]
