"""prep: what to know before a talk with a contact, or before an event."""

import pytest

CONTACT = {
    *("ref", "type", "name", "nickname", "organization", "title", "region", "specialty", "roles", "tier"),
    *("status", "tags", "birthday", "notes", "met_on", "met_at", "met_through", "met_via"),
    *("last_conversation_on", "next_contact_on"),
    *("last_conversations", "promises", "common_ground", "questions"),
}
EVENT = {
    *("ref", "type", "name", "starts_on", "ends_on", "kind", "mode", "role", "status", "level", "place"),
    *("url", "organizer", "takeaways", "tags", "notes", "when"),
    *("people", "promises", "questions", "introductions"),
}
PERSON = {
    *("ref", "name", "part", "why", "organization", "title", "toward"),
    *("last_conversation", "promises", "questions"),
}


@pytest.fixture
def log(ok):
    """Ada (c1), met at the fair of 2025; Bo (c2), whom I mean to know, through her; Cy (c3); Di (c4); e2 to come."""
    ok("add-event", "Lake Fair 2025", "--on", "2025-03-10..2025-03-11")
    ok(
        *("add-contact", "Ada Quill", "--organization", "Hill School", "--role", "mentor", "--cadence", "4w"),
        *("--region", "Ohio", "--tag", "robotics", "--met-at", "e1"),
    )
    ok(
        *("add-contact", "Bo Lund", "--status", "target", "--organization", "hill school"),
        *("--met-through", "ada", "--tag", "robotics"),
    )
    ok("add-contact", "Cy Tamm", "--region", "Ohio", "--met-through", "ada")
    ok("add-contact", "Di Ek", "--specialty", "Chemistry")
    ok("add-event", "Lake Fair 2026", "--on", "2026-03-20..2026-03-21", "--to-meet", "bo")
    ok("edit", "e1", "met=cy")
    for number, day in enumerate(("2025-12-01", "2026-01-05", "2026-01-06", "2026-01-20")):
        ok("add-conversation", f"talk {number}", "--with", "ada", "--on", day)
    ok("add-follow-up", "send the rubric", "--with", "ada", "--due", "2026-02-27")
    ok("add-follow-up", "the syllabus", "--with", "ada", "--theirs", "--due", "2026-03-10")
    ok("add-follow-up", "long done", "--with", "ada")
    ok("done", "f3")
    ok("add-follow-up", "book the hotel", "--from", "e2", "--due", "2026-03-04")
    ok("ask", "ada", "How did the pilot go?")
    ok("ask", "bo", "Any interns?")
    ok("ask", "e2", "Is there a stage?")


def of(ok, ref, **more):
    return ok("prep", ref, "--json", **more).json


def people(prepared):
    return {one["name"]: one for one in prepared["people"]}


def ground(prepared):
    return {one["kind"]: [who["name"] for who in one["contacts"]] for one in prepared["common_ground"]}


# --- a contact


def test_prep_of_a_contact_has_its_keys(ok, log):
    for ref in ("ada", "c4"):
        assert set(of(ok, ref)) == CONTACT
    bare = of(ok, "c4")
    assert bare["last_conversations"] == bare["promises"] == bare["common_ground"] == bare["questions"] == []


def test_the_last_three_conversations_newest_first(ok, log):
    last = of(ok, "ada")["last_conversations"]
    assert [one["summary"] for one in last] == ["talk 3", "talk 2", "talk 1"]
    assert ok("show", "t4", "--json").json.items() >= last[0].items()


def test_open_promises_both_ways_the_first_due_first(ok, log):
    promises = of(ok, "ada")["promises"]
    assert [(one["ref"], one["owed_by"], one["days_late"]) for one in promises] == [
        ("f1", "me", 3),
        ("f2", "them", -8),
    ]


def test_questions_are_those_that_are_open(ok, log):
    ok("ask", "ada", "And this?")
    ok("ask", "--strike", "1")
    assert [one["what"] for one in of(ok, "ada")["questions"]] == ["And this?"]


def test_common_ground_tells_events_introductions_and_who_shares_what(ok, log):
    ada = of(ok, "ada")
    assert ground(ada) == {
        "event": [],
        "met-through": ["Bo Lund", "Cy Tamm"],
        "organization": ["Bo Lund"],
        "region": ["Cy Tamm"],
        "tag": ["Bo Lund"],
    }
    assert [(one["ref"], one["text"]) for one in ada["common_ground"] if one["kind"] == "event"] == [
        ("e1", "both at Lake Fair 2025, 2025-03-10")
    ]
    bo = of(ok, "bo")
    assert ground(bo)["introduced-by"] == ["Ada Quill"]
    assert ground(bo)["same-introducer"] == ["Cy Tamm"]
    assert [one["text"] for one in bo["common_ground"] if one["kind"] == "event"] == [
        "both go to Lake Fair 2026, 2026-03-20"
    ]


def test_common_ground_counts_a_conversation_held_at_an_event(ok, log):
    ok("add-conversation", "there", "--with", "di", "--event", "e1", "--on", "2025-03-10")
    assert ground(of(ok, "di")) == {"event": []}


def test_common_ground_leaves_out_the_archived_and_part_of_a_name(ok, log):
    ok("add-contact", "Far Off", "--organization", "Hill School North")
    ok("edit", "bo", "status=archived")
    assert set(ground(of(ok, "ada"))) == {"event", "met-through", "region"}


def test_what_everyone_shares_is_no_common_ground(ok, log):
    ok(
        "add-contact",
        "-",
        "--tag",
        "linkedin",
        "--region",
        "Maine",
        stdin="".join(f"P {n}\n" for n in range(220)),
    )
    ok("edit", "c4", "region=Maine", "tag+=linkedin")
    assert ground(of(ok, "c4")) == {}


@pytest.mark.parametrize(
    "text", ['say "hi" (ok)', "-", "AND OR NOT *", "100% [/red]", "o'neil^2", "naïve 李"]
)
def test_any_text_can_be_shared(ok, log, text):
    for ref in ("c3", "c4"):
        ok("edit", ref, f"organization={text}")
    found = ground(of(ok, "c4")).get("organization")
    assert found == (["Cy Tamm"] if any(one.isalnum() for one in text) else None)


# --- an event


def test_prep_of_an_event_has_its_keys(ok, log):
    lake = of(ok, "e2")
    assert set(lake) == EVENT
    assert all(set(one) == PERSON for one in lake["people"]) and len(lake["people"]) == 3
    assert lake["when"] == "in 2 weeks"
    ok("add-event", "Bare", "--on", "2026-06-01")
    bare = of(ok, "bare")
    assert bare["people"] == bare["promises"] == bare["questions"] == bare["introductions"] == []


def test_people_are_whom_you_mean_to_meet_then_who_was_there_before(ok, log):
    lake = of(ok, "e2")
    assert [(one["name"], one["part"]) for one in lake["people"]] == [
        ("Bo Lund", "to_meet"),
        ("Ada Quill", "before"),
        ("Cy Tamm", "before"),
    ]
    ok("edit", "e2", "met=bo")
    assert of(ok, "e2")["people"][0]["part"] == "met"


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("Lake Fair 2027", True),
        ("2027 lake fair", True),
        ("The 12th Lake Fair", False),
        ("lake fair", True),
        ("Lake Fair '27", True),
        ("3rd Lake Fair", True),
        ("Lake", False),
        ("Lake Fair North", False),
        ("2027", False),
    ],
)
def test_an_event_of_the_same_name_is_known_whatever_its_year(ok, log, name, before):
    ok("add-event", name, "--on", "2027-03-01")
    found = people(of(ok, "e3"))
    assert ("Ada Quill" in found) == before


def test_why_says_what_they_are_and_when_you_last_talked(ok, log):
    found = people(of(ok, "e2"))
    assert found["Bo Lund"]["why"] == "you mean to know them; never talked yet"
    assert found["Ada Quill"]["why"] == (
        "met at Lake Fair 2025; mentor; last talked 5 weeks ago; their turn to hear from you"
    )


def test_goals_that_they_would_move(ok, log):
    ok("add-goal", "New ones", "--count", "contacts", "--per", "month")
    ok("add-goal", "Mentors", "--count", "people", "--per", "month", "--where", "role:mentor")
    ok("add-goal", "Elsewhere", "--count", "contacts", "--per", "month", "--where", "region:maine")
    ok("add-goal", "Later", "--count", "contacts", "--per", "month", "--on", "2026-06-01")
    found = people(of(ok, "e2"))
    assert found["Bo Lund"]["toward"] == [{"ref": "g1", "name": "New ones"}]
    assert found["Ada Quill"]["toward"] == [{"ref": "g2", "name": "Mentors"}]
    assert found["Cy Tamm"]["toward"] == [{"ref": "g1", "name": "New ones"}], "known since no day yet"
    ok("edit", "cy", "met=2025-03-10")
    assert people(of(ok, "e2"))["Cy Tamm"]["toward"] == []
    assert "toward 'New ones'" in found["Bo Lund"]["why"]
    ok("add-conversation", "early", "--with", "ada", "--on", "2026-03-02")
    assert people(of(ok, "e2"))["Ada Quill"]["toward"] == [], "talked with in that month already"


def test_goals_are_moved_as_they_are_in_force_on_the_day(ok, log):
    ok("add-goal", "Paused", "--count", "contacts", "--per", "month")
    ok("add-goal", "Amended", "--count", "contacts", "--per", "month")
    ok("add-goal", "No more", "--count", "contacts", "--per", "month", "--at-most")
    ok("pause-goal", "g1")
    ok("amend-goal", "g2", "where=region:maine")
    assert people(of(ok, "e2"))["Bo Lund"]["toward"] == []
    ok("resume-goal", "g1")
    ok("amend-goal", "g2", "where=")
    assert [one["ref"] for one in people(of(ok, "e2"))["Bo Lund"]["toward"]] == ["g1", "g2"]


def test_who_is_of_a_region_that_was_had_moves_no_goal_of_regions(ok, log):
    ok("add-goal", "Regions", "--count", "contacts", "--distinct", "region", "--per", "year")
    assert people(of(ok, "e2"))["Bo Lund"]["toward"] == [], "of no known region"
    ok("edit", "bo", "region=Ohio")
    assert people(of(ok, "e2"))["Bo Lund"]["toward"] == [{"ref": "g1", "name": "Regions"}]
    ok("add-contact", "Zoe Roe", "--region", "ohio", "--met", "2026-01-05")
    assert people(of(ok, "e2"))["Bo Lund"]["toward"] == []


def test_a_goal_that_can_not_be_counted_is_no_matter(ok, log):
    ok("add-contact", "Gone Soon")
    ok("add-goal", "Broken", "--count", "contacts", "--per", "month", "--where", "met-through:c5")
    ok("delete", "c5", "--yes")
    assert people(of(ok, "e2"))["Bo Lund"]["toward"] == []


def test_promises_and_questions_of_the_event_and_of_its_people(ok, log):
    lake = of(ok, "e2")
    assert [one["what"] for one in lake["promises"]] == ["book the hotel"]
    assert [one["what"] for one in lake["questions"]] == ["Is there a stage?"]
    found = people(lake)
    assert [one["what"] for one in found["Bo Lund"]["questions"]] == ["Any interns?"]
    assert [one["ref"] for one in found["Ada Quill"]["promises"]] == ["f1", "f2"]
    assert found["Ada Quill"]["last_conversation"]["summary"] == "talk 3"
    assert found["Bo Lund"]["last_conversation"] is None


def test_introductions_are_asked_of_whom_you_know(ok, log):
    ada = {"ref": "c1", "name": "Ada Quill"}
    assert of(ok, "e2")["introductions"] == [
        {
            "to": {"ref": "c2", "name": "Bo Lund"},
            "through": ada,
            "why": "you know of them through this contact",
        }
    ]
    ok("edit", "bo", "met-through=")
    assert [(one["through"], one["why"]) for one in of(ok, "e2")["introductions"]] == [
        (ada, "also at hill school")
    ]
    ok("edit", "bo", "organization=")
    assert of(ok, "e2")["introductions"] == []
    ok("edit", "e1", "to-meet=bo")
    ok("edit", "c3", "met=2025-03-10")
    assert [(one["through"]["name"], one["why"]) for one in of(ok, "e2")["introductions"]] == [
        ("Cy Tamm", "was at Lake Fair 2025 too")
    ]
    ok("add-conversation", "hello", "--with", "bo")
    assert of(ok, "e2")["introductions"] == []


# --- both


@pytest.mark.parametrize("ref", ["ada", "bo", "c4", "e2", "e1"])
@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_card_keeps_to_its_width(ok, log, ref, width):
    ok("edit", ref, "notes=" + "a long note " * 60)
    ok("ask", ref, "why " * 40)
    out = ok("prep", ref, "-f", "table", env={"COLUMNS": str(width)}).out
    assert max(len(line) for line in out.splitlines()) <= width
    assert "a long note" in " ".join(out.split())


def test_the_card_says_it_in_words(ok, log):
    ada = ok("prep", "ada", "-f", "table").out
    for text in (
        "Last spoke of",
        "you: send the rubric  3 days late",
        "they: the syllabus",
        "1  How did",
        "both at",
    ):
        assert text in ada
    lake = ok("prep", "e2", "-f", "table").out
    for text in ("To meet", "Bo Lund", "ask: Any interns?", "Ada Quill for Bo Lund", "Is there a stage?"):
        assert text in lake


def test_a_card_shows_what_data_says_and_obeys_nothing(ok, log):
    ok("add-contact", "Eve \u202eevil", "--notes", "[red]x[/red]")
    ok("ask", "c5", "[bold]why[/bold]")
    out = ok("prep", "c5", "-f", "table").out
    assert "\u202e" not in out and "[red]x[/red]" in out and "[bold]why[/bold]" in out


@pytest.mark.parametrize("format", ["tsv", "csv", "ids", "jsonl"])
def test_every_format_prints_it(ok, log, format):
    for ref, first in (("ada", "c1"), ("e2", "c2")):
        out = ok("prep", ref, "-f", format).out
        assert first in out and "{'" not in out
    assert ok("prep", "e2", "-f", "ids").lines == ["c2", "c1", "c3"]


@pytest.mark.parametrize(
    ("ref", "code"), [("nobody", 3), ("t1", 3), ("f1", 3), ("g1", 3), ("e9", 3), ("lake", 4), ("", 3)]
)
def test_what_can_not_be_prepared_is_refused(run, log, ref, code):
    result = run("prep", ref)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("error: ")


def test_prep_writes_nothing(ok, log, db):
    before = db.read_bytes()
    of(ok, "ada"), of(ok, "e2")
    assert db.read_bytes() == before
