"""vision start -f: a whole plan from a TOML file, in one step."""

import os
import re
import tomllib

import pytest

from netlog.records.start_file import TABLES
from tests.answers import refused, whole
from tests.reference import README

PLAN = """
people = ["Grace Hopper", "Ana Kim"]
[vision]
statement = "I lead science for my state"
known_for = "assessment that students look forward to"
by = 2031-06-30
showing_up = "I ask the first question"
[[groups]]
name = "State Science Teachers"
level = "state"
[[events]]
name = "Lakeshore Learning"
on = "2026-12-10..2026-12-11"
level = "state"
reason = "everybody is there"
[[events]]
name = "ISTE"
[[introductions]]
through = "Raj Patel"
to = "Grace Hopper"
[[skills]]
what = "speaking to a full room"
[[steps]]
what = "write to Grace"
under = "Grace Hopper"
by = "fri"
needs = ["collect examples"]
barriers = ["no words", { what = "no time", helper = "Noor Haddad" }]
[[steps]]
what = "collect examples"
[[goals]]
title = "One state-level event a semester"
reason = "to be seen"
[[goals]]
title = "Talk with 5 regions"
count = "people"
distinct = "region"
target = 5
per = "year"
"""


@pytest.fixture
def start(run, home):
    """start(text, ...) -> the Result of `vision start -f` with a file that holds it."""

    def call(text, *more, **options):
        (home / "plan.toml").write_text(text, encoding="utf-8")
        return run("vision", "start", "-f", str(home / "plan.toml"), *more, **options)

    return call


def steps(answer):
    return {one["what"]: one for one in answer["steps"]}


def names(ones):
    return [one["name"] for one in ones]


# --- what is made


def test_everything_of_the_file_is_made(start):
    made = start(PLAN, "--json").json
    assert list(made) == ["vision", "contacts_added", "events_added", "groups_added", "goals", "steps"]
    vision = made["vision"]
    assert vision["statement"] == "I lead science for my state"
    assert (vision["by_on"], vision["status"]) == ("2031-06-30", "current")
    assert vision["notes"] == "How I show up: I ask the first question"
    assert names(made["contacts_added"]) == ["Grace Hopper", "Ana Kim", "Raj Patel", "Noor Haddad"]
    assert {one["status"] for one in made["contacts_added"]} == {"target"}
    assert [(one["name"], one["level"]) for one in made["groups_added"]] == [
        ("State Science Teachers", "state")
    ]
    [event] = made["events_added"]
    assert (event["name"], event["starts_on"], event["ends_on"]) == (
        "Lakeshore Learning",
        "2026-12-10",
        "2026-12-11",
    )
    assert (event["status"], event["level"]) == ("planned", "state")
    goals = [(one["title"], one["count"], one["where"], one["target"], one["per"]) for one in made["goals"]]
    assert goals == [
        ("One state-level event a semester", "events", "level:state", 1, "term"),
        ("Talk with 5 regions", "people", None, 5, "year"),
    ]


def test_steps_are_tied_to_whom_and_what_they_are_about(start):
    found = steps(start(PLAN, "--json").json)
    about = {what: one["about"]["name"] if one["about"] else None for what, one in found.items()}
    assert about == {
        "Get to know Grace Hopper": "Grace Hopper",
        "Get to know Ana Kim": "Ana Kim",
        "Ask Raj Patel for an introduction to Grace Hopper": "Grace Hopper",
        "Join State Science Teachers": "State Science Teachers",
        "Attend Lakeshore Learning": "Lakeshore Learning",
        "Attend ISTE": None,
        "speaking to a full room": None,
        "write to Grace": None,
        "collect examples": None,
        "One state-level event a semester": "One state-level event a semester",
        "Talk with 5 regions": "Talk with 5 regions",
    }
    kinds = [
        "person",
        "person",
        "introduction",
        "group",
        "event",
        "event",
        "skill",
        "other",
        "other",
        "habit",
        "habit",
    ]
    assert [found[what]["kind"] for what in about] == kinds
    under = {what: one["parent"]["name"] for what, one in found.items() if one["parent"]}
    assert under == {
        "Ask Raj Patel for an introduction to Grace Hopper": "Get to know Grace Hopper",
        "write to Grace": "Get to know Grace Hopper",
    }
    assert found["Attend Lakeshore Learning"]["by_on"] == "2026-12-11"
    assert found["Attend Lakeshore Learning"]["reason"] == "everybody is there"


def test_a_step_has_its_day_its_needs_and_its_barriers(start):
    step = steps(start(PLAN, "--json").json)["write to Grace"]
    assert (step["status"], step["by_on"]) == ("next", "2026-03-06")
    assert [one["name"] for one in step["needs"]] == ["collect examples"]
    barriers = [(one["what"], one["helper"] and one["helper"]["name"]) for one in step["barriers"]]
    assert barriers == [("no time", "Noor Haddad"), ("no words", None)]


def test_one_undo_takes_all_of_it_back(ok, start):
    ok("add-contact", "Before")
    before = whole(ok)
    assert start(PLAN).code == 0
    assert ok("history", "--json").json[0]["command"].startswith("vision start --file ")
    ok("undo")
    assert whole(ok) == before
    ok("redo")
    assert len(ok("list-steps", "--json").json) == 11


def test_the_log_is_sound_and_comes_back_from_an_export_the_same(ok, start, home):
    assert start(PLAN).code == 0
    assert start(PLAN.replace("my state", "the nation")).code == 0
    assert ok("check", "--json").json["ok"]
    ok("export", "json", "-o", str(home / "all.json"))
    other = ("--db", str(home / "other.db"))
    ok("import", "json", str(home / "all.json"), *other)
    assert whole(ok, *other) == whole(ok)
    assert ok("check", "--json", *other).json["ok"]


def test_once_more_links_who_and_what_is_there(ok, start):
    assert start(PLAN).code == 0
    ok("edit", "Grace Hopper", "organization=State Board")
    again = start(PLAN, "--json")
    made = again.json
    assert made["contacts_added"] == made["events_added"] == made["groups_added"] == []
    assert [one["ref"] for one in made["goals"]] == ["g1", "g2"]
    assert made["vision"]["ref"] == "v2"
    assert "v1 I lead science for my state is a past vision now" in again.err
    assert [(one["ref"], one["status"]) for one in ok("list-visions", "--json").json] == [
        ("v2", "current"),
        ("v1", "past"),
    ]
    assert len(ok("list-contacts", "--json").json) == 4


def test_without_a_vision_it_adds_to_the_current_one(ok, start):
    assert start(PLAN).code == 0
    made = start('people = ["Grace Hopper", "Lee Wong"]', "--json").json
    assert made["vision"]["ref"] == "v1"
    assert names(made["contacts_added"]) == ["Lee Wong"]
    assert [one["what"] for one in made["steps"]] == ["Get to know Grace Hopper", "Get to know Lee Wong"]
    assert made["steps"][0]["ref"] == "s1", "the step that is there is not made twice"


def test_a_vision_without_a_statement_is_named_by_what_it_says(start):
    assert (
        start('[vision]\nknown_for = "fair tests"', "--json").json["vision"]["statement"]
        == "Known for fair tests"
    )


def test_people_alone_get_a_vision_to_be_named(start):
    vision = start('people = ["Lee Wong"]', "--json").json["vision"]
    assert (vision["statement"], vision["by_on"]) == ("Where I want to be in 2031", "2031-03-02")


def test_a_vision_may_be_of_a_year(start):
    assert start('[vision]\nstatement = "x"\nby = "2030"', "--json").json["vision"]["by_on"] == "2030-12-31"


# --- who and what is in the log


def test_those_of_the_log_are_linked_and_not_changed(ok, start):
    ok("add-contact", "Grace Hopper", "--nickname", "Amazing", "--status", "active")
    ok("add-group", "State Science Teachers")
    ok("add-event", "Lakeshore Learning 2026", "--on", "2026-12-10")
    made = start(PLAN, "--json").json
    assert names(made["contacts_added"]) == ["Ana Kim", "Raj Patel", "Noor Haddad"]
    assert made["groups_added"] == made["events_added"] == []
    found = steps(made)
    assert found["Attend Lakeshore Learning 2026"]["about"]["ref"] == "e1"
    assert found["Join State Science Teachers"]["about"]["ref"] == "u1"
    assert ok("show", "c1", "--json").json["status"] == "active"


def test_who_was_talked_with_is_to_be_kept_and_a_group_of_yours_to_be_active_in(ok, start):
    ok("add-contact", "Grace Hopper")
    ok("add-conversation", "Tea", "--with", "c1")
    ok("add-group", "State Science Teachers")
    ok("add-membership", "u1", "--joined", "2025-01-01")
    found = steps(start(PLAN, "--json").json)
    for what in ("Keep close to Grace Hopper", "Be active in State Science Teachers"):
        assert (found[what]["kind"], found[what]["status"]) == ("habit", "doing"), what
    ok("add-conversation", "Tea again", "--with", "c1")
    assert "Keep close to Grace Hopper" in [one["what"] for one in ok("list-steps", "--json").json]
    lacking = {one["ref"] for one in ok("plan", "gaps", "--json").json if one["gap"] == "no-date"}
    assert found["Keep close to Grace Hopper"]["ref"] not in lacking


def test_whom_you_said_introduces_you_is_no_gap(ok, start):
    ok("add-contact", "Ana Kim")
    start('people = ["Grace Hopper", "Bo Lund"]\n[[introductions]]\nthrough = "Ana Kim"\nto = "Grace Hopper"')
    lacking = [one["what"] for one in ok("plan", "gaps", "--json").json if one["gap"] == "no-introducer"]
    assert lacking == ["Get to know Bo Lund: who knows Bo Lund?"]


def test_an_event_that_is_over_is_not_meant(ok, start):
    ok("add-event", "ISTE", "--on", "2025-06-29")
    found = steps(start('[[events]]\nname = "ISTE"', "--json").json)
    assert found["Attend ISTE"]["about"] is None


def test_of_several_editions_the_day_tells(ok, start):
    for on in ("2026-06-28", "2027-06-27..2027-06-30"):
        ok("add-event", "ISTE", "--on", on)
    refused(start('[[events]]\nname = "ISTE"'), 4, "plan.toml, line 2: events 1, name", "could be 2 events")
    found = steps(start('[[events]]\nname = "ISTE"\non = 2027-06-28', "--json").json)
    assert found["Attend ISTE"]["about"]["ref"] == "e2"
    made = start('[[events]]\nname = "ISTE"\non = 2028-06-25', "--json").json
    assert [one["ref"] for one in made["events_added"]] == ["e3"]


def test_records_can_be_named_by_their_references(ok, start):
    ok("add-contact", "Grace Hopper")
    ok("add-event", "Fair", "--on", "2026-05-05")
    ok("add-group", "Club")
    text = 'people = ["c1"]\nevents = ["e1"]\ngroups = ["u1"]\n[[steps]]\nwhat = "go"\nabout = "e1"\nunder = "c1"'
    made = start(text, "--json").json
    assert made["contacts_added"] == made["events_added"] == made["groups_added"] == []
    assert steps(made)["go"]["about"]["ref"] == "e1"
    assert steps(made)["go"]["parent"]["name"] == "Get to know Grace Hopper"


def test_an_ambiguous_name_is_not_guessed(ok, start, db):
    ok("add-contact", "Ana Kim")
    ok("add-contact", "Ana Lopez")
    before = db.read_bytes()
    refused(
        start('\npeople = ["Bo", "Ana"]'),
        4,
        "plan.toml, line 2: people 2, name: 'Ana' could be 2 records",
        "c2",
    )
    assert db.read_bytes() == before


def test_introductions_without_whom_to_and_to_who_is_not_named_otherwise(start):
    found = steps(
        start(
            '[[introductions]]\nthrough = "Ana"\n[[introductions]]\nthrough = "Bo"\nto = "Cy"', "--json"
        ).json
    )
    assert list(found) == [
        "Ask Ana for an introduction",
        "Get to know Cy",
        "Ask Bo for an introduction to Cy",
    ]
    assert found["Ask Bo for an introduction to Cy"]["parent"]["name"] == "Get to know Cy"
    [barrier] = found["Ask Ana for an introduction"]["barriers"]
    assert (barrier["what"], barrier["helper"]["name"]) == ("not asked yet", "Ana")


# --- how it is answered


def test_a_pipe_gets_the_references(start):
    result = start(PLAN)
    assert result.out.startswith("v1\tc1, c2, c3, c4\tu1\te1\tg1, g2\ts1, s2")
    assert start(PLAN, "--format", "ids").lines[0] == "v2"


def test_a_table_is_the_plan_and_says_what_comes_next(ok, start):
    result = start(PLAN, "--format", "table")
    assert result.out == ok("plan", "--format", "table").out
    assert "v1 with 4 new contacts, 1 new group, 1 new event, 11 steps, 2 goals" in result.err
    assert "next: `netlog plan next`" in result.err


def test_a_dry_run_makes_nothing(ok, start, db):
    result = start(PLAN, "--dry-run", "--json")
    assert names(result.json["contacts_added"])[0] == "Grace Hopper"
    assert "dry run: nothing was changed" in result.err
    assert not db.exists()


def test_the_same_key_makes_it_once(ok, start):
    start(PLAN, "--key", "k")
    assert "done before, as step 1" in start(PLAN, "--key", "k").err
    assert len(ok("list-visions", "--json").json) == 1


def test_standard_input_is_read(ok):
    assert ok("vision", "start", "--file", "-", stdin=PLAN).lines[0].startswith("v1\t")


# --- -f, which is --format elsewhere


def test_f_names_the_file(start):
    assert start(PLAN).out.startswith("v1\t")


@pytest.mark.parametrize("words", [("-f", "json"), ("--format", "json"), ("--format=json",), ("--json",)])
def test_f_with_a_format_is_the_format(ok, start, words):
    assert start(PLAN, *words).json["vision"]["ref"] == "v1"
    assert ok("vision", *words).json["ref"] == "v1"


def test_f_with_a_file_that_is_called_like_a_format_is_the_file(ok, home, monkeypatch):
    monkeypatch.chdir(home)
    (home / "json").write_text('[vision]\nstatement = "of a file"')
    assert ok("vision", "start", "-f", "json", "--format", "json").json["vision"]["statement"] == "of a file"


def test_f_of_what_is_neither_is_a_file_that_is_not_there(run):
    refused(run("vision", "start", "-f", "xml"), 3, "there is no file xml")


def test_two_files_are_one_too_many(run):
    refused(run("vision", "start", "-f", "a.toml", "--file", "b.toml"), 2, "a.toml and b.toml", "one file")


@pytest.mark.parametrize("words", [(), ("edit",)])
def test_only_start_reads_a_file(run, words):
    refused(run("vision", *words, "-f", "a.toml"), 2, "vision start -f FILE")
    refused(run("vision", *words, "--template"), 2, "vision start")


def test_help_gives_f_to_the_file(ok):
    help = ok("vision", "--help", env={"COLUMNS": "120", "TERM": "dumb"}).out
    assert re.search(r"--file +-f +FILE", help)
    assert not re.search(r"--format +-f", help)
    assert re.search(r"--format +-f", ok("plan", "--help", env={"COLUMNS": "120", "TERM": "dumb"}).out)


# --- the template


def test_the_template_is_valid_and_says_nothing(ok, db):
    text = ok("vision", "start", "--template").out
    result = ok("vision", "start", "-f", "-", "--json", stdin=text)
    assert result.json["vision"] is None
    assert result.err == "standard input says nothing, so nothing was made\n"
    assert not db.exists()


def test_the_template_explains_every_key(ok):
    text = ok("vision", "start", "--template").out
    data = tomllib.loads(text)
    assert set(data) == set(TABLES)
    for table, keys in TABLES.items():
        held = data[table] if table == "vision" else data[table][0]
        assert list(held) == list(keys) or set(held) == set(keys), table
        assert not any(held.values())


def test_every_table_of_the_template_can_be_filled(ok):
    text = ok("vision", "start", "--template").out
    for key in ("name", "what", "title", "statement", "through"):
        words = iter(["2 events a week", "2 calls a week", "3 calls a week", "4 calls a week"])
        text = re.sub(rf'^{key} = ""', lambda _: f'{key} = "{next(words)}"', text, flags=re.MULTILINE)  # noqa: B023
    assert len(ok("vision", "start", "-f", "-", "--json", stdin=text).json["steps"]) == 8


def test_the_example_of_the_readme_runs(ok):
    text = README.read_text(encoding="utf-8")
    block = re.search(r"```toml\n(# plan.toml.*?)```", text, re.DOTALL)
    assert block
    made = ok("vision", "start", "-f", "-", "--json", stdin=block[1], today="2026-11-21").json
    assert all(made.values()), "the example shows something of everything"


# --- bad files


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n[vision", ["is not TOML"]),
        ('\n[vision]\nstatement = "x\n', ["is not TOML", "line 3"]),
        ('\n[[peeple]]\nname = "x"', ["line 2", "'peeple'", "people"]),
        ('top = 1\n[vision]\nstatement = "x"', ["line 1", "'top'"]),
        ('[[people]]\nname = "x"\nnmae = "y"', ["line 3: people 1, nmae", "there is no 'nmae'"]),
        ("[vision]\nstatement = 5", ["line 2: vision, statement", "must be text, not 5"]),
        ("[vision]\nstatement = true", ["must be text, not true"]),
        ('[vision]\nstatement = "x"\nby = "someday"', ["line 3: vision, by", "'someday' is not a date"]),
        ('[vision]\nstatement = "x"\nby = 2020-01-01', ["vision", "2020-01-01", "not to come"]),
        ('[vision]\nstatement = "x"\nby = 2031-01-01T10:00:00', ["vision, by", "must be text"]),
        ('[[vision]]\nstatement = "x"', ["line 1: vision", "a table"]),
        ('people = "Ana"', ["line 1: people 1", "people is a list"]),
        ("people = [1]", ["line 1: people 1", "neither a table nor a name"]),
        ('[[people]]\nreason = "x"', ["line 1: people 1", "has no name"]),
        ('people = ["Ana", "ana"]', ["people 2", "is there already, as people 1"]),
        ('[[people]]\nname = "c9"', ["line 2: people 1, name", "no contact c9"]),
        ('[[people]]\nname = "\\u001b[31m"', ["line 2", "control character"]),
        ('[[groups]]\nname = "x"\nlevel = "galaxy"', ["line 3: groups 1, level", "'galaxy' is no level"]),
        ('[[events]]\nname = "x"\non = "2026-02-30"', ["line 3: events 1, on", "28 days"]),
        ('[[events]]\nname = "x"\non = "2025-12-01"', ["line 3: events 1, on", "is of what is to come"]),
        ('[[events]]\nname = "x"\non = "2026-12-02..2026-12-01"', ["events 1", "before it starts"]),
        ('[[steps]]\nwhat = "x"\nunder = "y"', ["line 3: steps 1, under", "there is no 'y' in the plan"]),
        ('[[steps]]\nwhat = "x"\nneeds = ["y"]', ["line 3: steps 1, needs", "there is no 'y' in the plan"]),
        ('[[steps]]\nwhat = "x"\nneeds = "y"', ["steps 1, needs", "must be a list"]),
        ('[[steps]]\nwhat = "x"\nneeds = ["x"]', ["cycle: x -> x"]),
        (
            '[[steps]]\nwhat = "a"\nneeds = ["b"]\n[[steps]]\nwhat = "b"\nneeds = ["a"]',
            ["steps 1", "that is a cycle: a -> b -> a"],
        ),
        ('[[steps]]\nwhat = "a"\nunder = "b"\nneeds = ["b"]\n[[steps]]\nwhat = "b"', ["cycle"]),
        ('[[steps]]\nwhat = "x"\nstatus = "later"', ["line 3: steps 1, status", "'later' is no status"]),
        ('[[steps]]\nwhat = "x"\nabout = "nobody"', ["steps 1", "'nobody'"]),
        ('[[steps]]\nwhat = "x"\nbarriers = [1]', ["line 3: steps 1, barriers", "1 is no barrier"]),
        ('[[steps]]\nwhat = "x"\nbarriers = [{ helper = "Ana" }]', ["steps 1, barriers"]),
        ('[[introductions]]\nthrough = "Ana"\nto = "ana"', ["introductions 1, to", "themselves"]),
        ('[[goals]]\ntitle = "be nice"', ["line 1: goals 1", "does not say what to count"]),
        ('[[goals]]\ntitle = "x"\ncount = "events"', ["goals 1", "--per"]),
        (
            '[[goals]]\ntitle = "x"\ncount = "events"\nper = "week"\ntarget = "2"',
            ["goals 1, target", "whole number"],
        ),
        (
            '[[goals]]\ntitle = "x"\ncount = "events"\nper = "week"\ntarget = 0',
            ["line 1: goals 1: a target of 0"],
        ),
        (
            '[[goals]]\ntitle = "x"\ncount = "events"\nper = "week"\nat_most = "no"',
            ["at_most must be true or false"],
        ),
        ('[[goals]]\ntitle = "x"\ncount = "events"\nper = "week"\nwhere = "foo:bar"', ["goals 1", "foo"]),
    ],
)
def test_bad_data_is_named_with_its_place_and_changes_nothing(ok, start, db, text, words):
    ok("add-contact", "Before")
    before = db.read_bytes()
    refused(start(text), 6, *words)
    assert db.read_bytes() == before


def test_a_file_that_is_not_text_is_refused(run, home):
    (home / "p.toml").write_bytes(b"[vision]\nstatement = '\xff'\n")
    refused(run("vision", "start", "-f", str(home / "p.toml")), 6, "not UTF-8, in line 2")
    refused(run("vision", "start", "-f", "-", stdin=b"\xff"), 6, "not UTF-8, in line 1")
    refused(run("vision", "start", "-f", str(home)), 6, "is a folder")
    refused(run("vision", "start", "-f", "-", stdin="a=" + "[" * 100_000), 6, "not")


def test_hostile_words_are_kept_as_they_are_and_shown_harmless(ok, start):
    name = "[red]Eve[/red] \u202eevil"
    result = start(f'people = ["{name}"]', "--format", "table")
    assert result.code == 0
    assert "[red]Eve[/red] \\u202eevil" in result.out
    assert ok("show", "c1", "--json").json["name"] == name


def test_off_a_terminal_it_says_how(run, db):
    refused(run("vision", "start"), 2, "--template", "-f plan.toml")
    refused(run("vision", "start", "--no-input"), 2, "-f plan.toml")
    assert not db.exists()


def test_a_file_can_not_be_read_without_permission(run, home):
    file = home / "p.toml"
    file.write_text(PLAN)
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("root reads everything")
    refused(run("vision", "start", "-f", str(file)), 7, "can't read")
