"""delete: what goes with a record is said, and undo brings all of it back."""

import pytest

from tests.answers import refused


@pytest.fixture
def log(ok):
    """Ada (c1) has two conversations of her own and one with Bo; follow-ups too; c3 came through her."""
    ok(
        "add-contact",
        "Ada Quill",
        "--email",
        "work=ada@example.org",
        "--tag",
        "a",
        "--role",
        "peer=2025-01-01",
    )
    ok("add-contact", "Bo Lund")
    ok("add-contact", "Cy Tamm", "--met-through", "ada")
    ok(
        "add-event",
        "Lake Conference",
        "--on",
        "2026-02-01",
        "--met",
        "ada",
        "--met",
        "bo",
        "--to-meet",
        "ada",
    )
    ok("add-conversation", "Alone", "--with", "ada", "--on", "2026-02-20", "--tag", "x")
    ok("add-conversation", "Alone again", "--with", "ada", "--event", "lake", "--on", "2026-02-21")
    ok(
        "add-conversation",
        "Together",
        "--with",
        "ada",
        "--with",
        "bo",
        "--on",
        "2026-02-22",
        "--event",
        "lake",
    )
    ok("add-follow-up", "Of her own", "--with", "ada", "--from", "t1")
    ok("add-follow-up", "With Bo", "--with", "ada", "--with", "bo", "--from", "t3")
    ok("add-follow-up", "Of the event", "--from", "e1")


def everything(ok):
    data = ok("export", "json").json
    return {key: value for key, value in data.items() if key != "exported_at"}


def test_contact_takes_what_was_with_them_alone_and_it_is_said(run, ok, log):
    made = ok("delete", "ada", "--json")
    assert made.json["ref"] == "c1" and made.json["emails"] == [{"label": "work", "value": "ada@example.org"}]
    assert made.err == (
        "deleted c1 Ada Quill, with 2 conversations and their part in 1 conversation with others"
        " and 1 follow-up and their part in 1 follow-up with others\n"
    )
    refused(run("show", "c1"), 3)
    assert ok("list-conversations", "-f", "ids").lines == ["t3"]
    assert ok("show", "t3", "--json").json["contacts"] == [{"ref": "c2", "name": "Bo Lund"}]
    assert ok("list-follow-ups", "-f", "ids").lines == ["f2", "f3"]
    event = ok("show", "e1", "--json").json
    assert (event["met"], event["to_meet"]) == ([{"ref": "c2", "name": "Bo Lund"}], [])
    assert ok("show", "c3", "--json").json["met_through"] is None
    assert ok("list-tags", "--json").json == []
    assert ok("list-contacts", "ada").out == ""
    assert ok("check").code == 0


@pytest.mark.parametrize(
    "refs", [["c1"], ["c2", "c1"], ["e1"], ["t3"], ["f2"], ["c1", "c2", "c3", "e1", "t1", "f3"]]
)
def test_undo_brings_everything_back(ok, log, refs):
    before = everything(ok)
    ok("delete", *refs)
    after = everything(ok)
    assert after != before
    ok("undo")
    assert everything(ok) == before
    assert ok("list-contacts", "quill", "-f", "ids").out == "c1\n"
    assert ok("show", "c1", "--json").json["last_conversation_on"] == "2026-02-22"
    ok("redo")
    assert everything(ok) == after
    assert ok("check").code == 0


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("t1", "deleted t1 Alone\n"),
        ("e1", "deleted e1 Lake Conference\n"),
        ("f1", "deleted f1 Of her own\n"),
        ("c3", "deleted c3 Cy Tamm\n"),
    ],
)
def test_record_with_nothing_of_its_own_goes_alone(ok, log, ref, said):
    before = everything(ok)
    made = ok("delete", ref)
    assert made.err == said
    after = everything(ok)
    gone = [one["ref"] for key in before if key.endswith("s") for one in before[key] if "ref" in one]
    kept = [one["ref"] for key in after if key.endswith("s") for one in after[key] if "ref" in one]
    assert [one for one in gone if one not in kept] == [ref]


def test_event_is_forgotten_by_what_was_held_there(ok, log):
    ok("delete", "e1")
    assert ok("show", "t2", "--json").json["event"] is None
    assert ok("show", "f3", "--json").json["source"] is None


def test_conversation_is_forgotten_by_what_came_of_it(ok, log):
    ok("delete", "t1")
    follow_up = ok("show", "f1", "--json").json
    assert follow_up["source"] is None and follow_up["contacts"] == [{"ref": "c1", "name": "Ada Quill"}]


def test_goal_goes(ok, log):
    ok("add-goal", "New people", "--count", "contacts", "--per", "month", "--tag", "x")
    assert ok("delete", "new people").err == "deleted g1 New people\n"
    assert ok("list-goals", "--all", "--json").json == []


def test_several_go_in_one_step_also_those_that_hang_on_another(ok, log):
    made = ok("delete", "c1", "t1", "ada", "f1", "--json")
    assert sorted(one["ref"] for one in made.json) == ["c1", "f1", "t1"]
    assert ok("history", "--json").json[0]["command"].startswith("delete c1")
    ok("undo")
    assert len(ok("list-conversations", "--json").json) == 3


def test_references_come_from_stdin(ok, log):
    made = ok("delete", "-", "-f", "ids", stdin=ok("list-conversations", "with:ada").out)
    assert made.lines == ["t3", "t2", "t1"]
    assert ok("list-conversations", "--json").json == []
    assert ok("delete", "-", "--json", stdin="").json == []


def test_unknown_one_among_several_deletes_none(run, log, db):
    before = db.read_bytes()
    refused(run("delete", "c1", "c99"), 3, "c99")
    refused(run("delete", "-", stdin="c1\nnobody\n"), 3, "'nobody'")
    assert db.read_bytes() == before


def test_dry_run_says_what_would_go_and_deletes_nothing(ok, log, db):
    before = db.read_bytes()
    made = ok("delete", "c1", "--dry-run")
    assert "2 conversations" in made.err and "nothing was changed" in made.err
    assert db.read_bytes() == before


def test_reference_of_a_deleted_record_is_not_given_again(ok, log):
    ok("delete", "c3")
    assert ok("add-contact", "Cy Tamm", "-f", "ids").out == "c4\n"
    ok("undo", "2")
    assert ok("show", "cy", "-f", "ids").out == "c3\n"
