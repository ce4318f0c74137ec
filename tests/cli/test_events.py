"""add-event, and lists, filters and edits of events."""

import pytest

from tests.answers import refs

KEYS = {
    *("ref", "type", "uid", "tags", "notes", "private", "created_at", "updated_at"),
    *("name", "starts_on", "ends_on", "kind", "mode", "role", "status", "level", "place", "url"),
    *("organizer", "group", "hours", "takeaways", "to_meet", "met"),
}


@pytest.fixture
def people(ok):
    """c1 Ada Quill, c2 Bo Lund, c3 Cy Tamm."""
    for name in ("Ada Quill", "Bo Lund", "Cy Tamm"):
        ok("add-contact", name)


@pytest.fixture
def events(ok, people):
    """e1 past, in the state; e2 today; e3 to come, national, with people to meet."""
    ok(
        "add-event",
        "Old Fair",
        "--on",
        "2026-01-10",
        "--level",
        "state",
        "--kind",
        "workshop",
        "--met",
        "Ada",
    )
    ok("add-event", "PLC", "--on", "today", "--kind", "plc", "--mode", "online", "--tag", "local")
    more = ("--to-meet", "Bo", "--to-meet", "c3", "--role", "presenter", "--level", "national")
    ok("add-event", "Lake Conference", "--on", "2026-05-04..2026-05-06", *more, "--place", "Sandusky")


def test_add_event_gives_every_key_of_the_contract_and_keeps_what_was_said(ok, people):
    event = ok(
        *("add-event", "Lake Conference", "--on", "2026-05-04..2026-05-06", "--kind", "Workshop"),
        *("--mode", "in person", "--role", "presenter", "--status", "registered", "--level", "State"),
        *("--place", "Sandusky", "--url", "https://example.org/lake", "--organizer", "Lake Circle"),
        *("--takeaways", "none yet", "--to-meet", "Bo", "--to-meet", "Ada", "--met", "c3", "--tag", "Big"),
        *("--notes", "bring slides", "--private", "--json"),
    ).json
    assert set(event) == KEYS
    assert (event["ref"], event["type"]) == ("e1", "event")
    assert (event["starts_on"], event["ends_on"]) == ("2026-05-04", "2026-05-06")
    assert (event["kind"], event["mode"], event["role"]) == ("workshop", "in-person", "presenter")
    assert (event["status"], event["level"], event["place"]) == ("registered", "state", "Sandusky")
    assert (event["url"], event["organizer"]) == ("https://example.org/lake", "Lake Circle")
    assert event["to_meet"] == [{"ref": "c1", "name": "Ada Quill"}, {"ref": "c2", "name": "Bo Lund"}]
    assert event["met"] == [{"ref": "c3", "name": "Cy Tamm"}]
    assert (event["tags"], event["notes"], event["private"]) == (["big"], "bring slides", True)
    assert event["takeaways"] == "none yet"


def test_add_event_with_a_name_and_a_day_alone_has_defaults(ok):
    event = ok("add-event", "PLC", "--on", "2026-05-04", "--json").json
    assert event["ends_on"] == event["starts_on"] == "2026-05-04"
    assert (event["kind"], event["role"], event["mode"]) == ("conference", "attendee", None)
    assert (event["to_meet"], event["met"], event["private"]) == ([], [], False)


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2026-03-01", "attended"),  # the day before
        ("2026-03-02", "planned"),  # today: it may still be skipped
        ("2026-03-03", "planned"),
        ("2026-02-27..2026-03-01", "attended"),
        ("2026-02-27..2026-03-02", "planned"),
    ],
)
def test_add_event_takes_its_status_from_its_date(ok, on, status):
    assert ok("add-event", "PLC", "--on", on, "--json").json["status"] == status


def test_add_event_of_the_past_can_have_been_skipped(ok):
    assert ok("add-event", "PLC", "--on", "2026-02-01", "--status", "skipped", "--json").json["status"] == (
        "skipped"
    )


def test_add_event_that_runs_can_be_attended_already(ok):
    event = ok("add-event", "PLC", "--on", "2026-03-01..2026-03-05", "--status", "attended", "--json").json
    assert event["status"] == "attended"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--on", "2026-05-06..2026-05-04"), "ends 2026-05-04, before it starts 2026-05-06"),
        (("--on", "2027-02-29"), "February 2027 has 28 days"),
        (("--on", "soonish"), "is not a date"),
        (("--on", "..2026-05-04"), "is not a date"),
        ((), "needs a date"),
        (("--on", "2026-03-03", "--status", "attended"), "can't be attended yet"),
        (("--on", "2026-03-03..2026-03-09", "--status", "attended"), "can't be attended yet"),
        (("--on", "2026-05-04", "--status", "been"), "is no status"),
        (("--on", "2026-05-04", "--kind", "party"), "is no kind"),
        (("--on", "2026-05-04", "--mode", "dreamt"), "is no mode"),
        (("--on", "2026-05-04", "--role", "boss"), "is no role"),
        (("--on", "2026-05-04", "--level", "galactic"), "is no level"),
        (("--on", "2026-05-04", "--place", "a\x1b[2J"), "control"),
    ],
)
def test_add_event_refuses_what_cannot_be(run, ok, words, said):
    result = run("add-event", "PLC", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: ") and said in result.err and result.err.count("\n") == 1
    assert ok("list-events", "--json").json == []


@pytest.mark.parametrize("option", ["--to-meet", "--met"])
def test_add_event_with_an_unknown_person_adds_nothing(run, ok, people, option):
    result = run("add-event", "PLC", "--on", "2026-03-01", "--met", "Ada", option, "Nobody")
    assert (result.code, result.out) == (3, "") and "Nobody" in result.err
    assert ok("list-events", "--json").json == []


def test_add_event_prints_a_ref_a_line_or_a_card(ok):
    assert ok("add-event", "PLC", "--on", "2026-05-04", "-f", "ids").out == "e1\n"
    tsv = ok("add-event", "Lake", "--on", "2026-05-04", "--place", "Hall").out
    assert tsv == "e2\t2026-05-04\t2026-05-04\tLake\tconference\t\tattendee\tplanned\tHall\t\n"
    card = ok("add-event", "Third", "--on", "2026-05-04..2026-05-06", "-f", "table").out
    assert "e3  Third" in card and "2026-05-06" in card


def test_add_event_dry_run_changes_nothing(ok):
    result = ok("add-event", "PLC", "--on", "2026-05-04", "--dry-run", "--json")
    assert result.json["name"] == "PLC" and "nothing was changed" in result.err
    assert ok("list-events", "--json").json == []


def test_an_event_is_found_by_its_name_and_undone(ok):
    ok("add-event", "Lake Conference", "--on", "2026-05-04")
    assert ok("show", "lake conf", "--json").json["ref"] == "e1"
    ok("undo")
    assert ok("list-events", "--json").json == []


def test_list_events_is_newest_first(ok, events):
    assert refs(ok("list-events", "--json")) == ["e3", "e2", "e1"]
    assert ok("list-events", "-f", "ids").lines == ["e3", "e2", "e1"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["level:state"], ["e1"]),
        (["level:state,national"], ["e3", "e1"]),
        (["level:"], ["e2"]),
        (["not:level:state"], ["e3", "e2"]),
        (["status:attended"], ["e1"]),
        (["status:planned"], ["e3", "e2"]),
        (["kind:plc"], ["e2"]),
        (["mode:online"], ["e2"]),
        (["mode:"], ["e3", "e1"]),
        (["role:presenter"], ["e3"]),
        (["tag:local"], ["e2"]),
        (["met:ada"], ["e1"]),
        (["to-meet:c3"], ["e3"]),
        (["to-meet:ada"], []),  # met, but not meant to be met
        (["met:"], ["e3", "e2"]),
        (["on:2026-01"], ["e1"]),
        (["on:2026-03-02.."], ["e3", "e2"]),
        (["on:..2026-03-01"], ["e1"]),
        (["ends:2026-05-06"], ["e3"]),
        (["place:sand"], ["e3"]),
        (["lake"], ["e3"]),
        (["level:national", "status:attended"], []),
    ],
)
def test_list_events_filters(ok, events, filters, found):
    assert refs(ok("list-events", *filters, "--json")) == found


@pytest.mark.parametrize(
    ("filter", "code"),
    [("nonsense:1", 2), ("level:galactic", 2), ("on:2027-02-29", 2), ("met:nobody", 3)],
)
def test_list_events_refuses_a_filter_that_cannot_be_read(run, events, filter, code):
    result = run("list-events", filter)
    assert (result.code, result.out) == (code, "") and result.err.startswith("error: ")


def test_a_filter_key_that_events_lack_is_told_in_good_english(run, events):
    assert run("list-events", "with:ada").err.startswith("error: an event has no 'with'")


def test_edit_on_moves_both_days(ok, events):
    event = ok("edit", "e3", "on=2026-06-01..2026-06-02", "--json").json
    assert (event["starts_on"], event["ends_on"]) == ("2026-06-01", "2026-06-02")
    event = ok("edit", "e3", "on=2026-07-01", "--json").json
    assert (event["starts_on"], event["ends_on"]) == ("2026-07-01", "2026-07-01")
    assert event["to_meet"] and event["place"] == "Sandusky"


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ("on=2026-05-09..2026-05-04", "before it starts"),
        ("on=", "can't be empty"),
        ("ends=2026-05-01", "before it starts"),
        ("starts=2026-05-07", "before it starts"),
        ("status=attended", "can't be attended yet"),
        ("level=galactic", "is no level"),
        ("name=", "needs a name"),
        ("starts=", "needs a date"),
    ],
)
def test_edit_refuses_what_an_event_cannot_be(run, ok, events, edit, said):
    before = ok("show", "e3", "--json").out
    result = run("edit", "e3", edit)
    assert (result.code, result.out) == (2, "") and said in result.err
    assert ok("show", "e3", "--json").out == before


def test_edit_of_an_attended_event_into_the_future_is_refused(run, ok, events):
    assert run("edit", "e1", "on=2026-06-01").code == 2
    assert ok("show", "e1", "--json").json["starts_on"] == "2026-01-10"


def test_edit_adds_and_takes_away_people(ok, events):
    assert [one["ref"] for one in ok("edit", "e3", "to-meet+=Ada", "--json").json["to_meet"]] == [
        *("c1", "c2", "c3")
    ]
    event = ok("edit", "e3", "to-meet-=Bo", "met=Bo", "--json").json
    assert [one["ref"] for one in event["to_meet"]] == ["c1", "c3"]
    assert [one["ref"] for one in event["met"]] == ["c2"]
    assert ok("edit", "e3", "met=", "--json").json["met"] == []


def test_the_same_person_can_be_meant_and_met(ok, events):
    event = ok("edit", "e3", "met+=Bo", "--json").json
    assert {"ref": "c2", "name": "Bo Lund"} in event["met"]
    assert {"ref": "c2", "name": "Bo Lund"} in event["to_meet"]


def test_levels_are_the_users_own(ok, run, home):
    (home / "config.toml").write_text('levels = ["school", "galactic"]\n')
    assert ok("add-event", "PLC", "--on", "2026-05-04", "--level", "Galactic", "--json").json["level"] == (
        "galactic"
    )
    assert run("add-event", "PLC", "--on", "2026-05-04", "--level", "state").code == 2


def test_show_links_what_was_held_and_who_was_met_there(ok, events):
    ok("add-conversation", "Over tea", "--with", "Cy", "--event", "Old Fair")
    ok("add-follow-up", "Send slides", "--from", "e1")
    ok("edit", "c2", "met-at=Old Fair")
    linked = {one["ref"]: one["as"] for one in ok("show", "e1", "--json").json["linked"]}
    assert linked == {"t1": "held there", "c2": "met there", "f1": "came of it"}


def test_delete_of_an_event_leaves_what_was_held_there(ok, events):
    ok("add-conversation", "Over tea", "--with", "Cy", "--event", "e1")
    ok("delete", "e1", "--yes")
    assert ok("show", "t1", "--json").json["event"] is None
    ok("undo")
    assert ok("show", "t1", "--json").json["event"] == {"ref": "e1", "name": "Old Fair"}
