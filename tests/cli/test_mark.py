"""mark: introductions, opportunities, takeaways, steps, events and contacts moved to a status."""

import pytest

TODAY = "2026-03-02"


@pytest.fixture
def log(ok):
    """Contacts c1 to c3, an introduction of you (i1), o1, k1, s1, an event that is over (e1) and one to come (e2)."""
    for name in ("Ana Kim", "Bo Lund", "Cy Dahl"):
        ok("add-contact", name)
    ok("add-introduction", "--by", "ana", "--to", "bo", "--asked", "2026-02-01")
    ok("add-opportunity", "Talk at the fair", "--kind", "speaking", "--on", "2026-02-01")
    ok("add-takeaway", "Exit tickets", "--on", "2026-02-01")
    ok("add-vision", "I lead a network of teachers")
    ok("add-step", "Know Ana", "--vision", "v1")
    ok("add-event", "Old Fair", "--on", "2026-02-01", "--status", "planned")
    ok("add-event", "Far Meeting", "--on", "2026-06-01")


def refused(result, code, *words):
    assert (result.code, result.out) == (code, ""), result
    assert result.err.startswith("error: ") and result.err.count("\n") == 1
    for word in words:
        assert word in result.err, result.err


@pytest.mark.parametrize(
    ("ref", "status", "dated"),
    [
        *(("i1", status, f"{status}_on") for status in ("asked", "made", "met", "thanked", "declined")),
        *(("o1", status, None) for status in ("open", "pursued", "ongoing")),
        *(("o1", status, "closed_on") for status in ("gained", "lost", "declined")),
        ("k1", "to-try", None),
        *(("k1", status, f"{status}_on") for status in ("tried", "kept", "dropped")),
        *(("s1", status, None) for status in ("idea", "next", "doing", "dropped")),
        ("s1", "done", "done_on"),
        *(("e1", status, None) for status in ("planned", "registered", "attended", "skipped")),
        *(("c1", status, None) for status in ("target", "active", "archived")),
    ],
)
def test_each_record_moves_to_each_of_its_statuses_with_its_day(ok, run, log, ref, status, dated):
    marked = ok("mark", status, ref, "--json").json
    assert (marked["ref"], marked["status"]) == (ref, status)
    if dated:
        assert marked[dated] == ("2026-02-01" if status == "asked" else TODAY)
        assert ok("mark", status, ref, "--on", "2026-02-20", "--json").json[dated] == "2026-02-20"
    else:
        refused(run("mark", status, ref, "--on", "2026-02-20"), 2, "leave --on out")


def test_several_records_are_one_step_and_an_array(ok, log):
    ok("add-takeaway", "Stations")
    steps = len(ok("history", "--json").json)
    marked = ok("mark", "dropped", "k1", "k2", "s1", "k1", "--json").json
    assert [(one["ref"], one["status"]) for one in marked] == [(ref, "dropped") for ref in ("k1", "k2", "s1")]
    history = ok("history", "--json").json
    assert len(history) == steps + 1 and history[0]["command"] == "mark dropped k1 k2 s1 k1"
    ok("undo")
    assert [one["status"] for one in ok("show", "k1", "k2", "s1", "--json").json] == [
        "to-try",
        "to-try",
        "idea",
    ]


def test_references_come_from_stdin(ok, log):
    ok("add-takeaway", "Stations")
    listed = ok("list-takeaways", "-f", "ids").out
    assert ok("mark", "tried", "-", "-f", "ids", stdin=listed).lines == ["k2", "k1"]
    assert ok("mark", "tried", "-", "--json", stdin="").json == []


def test_a_note_goes_to_what_came_of_it_or_to_the_notes(ok, log):
    ok("mark", "tried", "k1", "--note", "Loud, but all took part")
    assert ok("mark", "kept", "k1", "--note", "on Fridays", "--json").json["outcome"] == (
        "Loud, but all took part; on Fridays"
    )
    assert ok("mark", "gained", "o1", "--note", "-", "--json", stdin="45 minutes\non day 2\n").json[
        "outcome"
    ] == ("45 minutes on day 2")
    ok("mark", "made", "i1", "--note", "by mail")
    assert ok("mark", "met", "i1", "--note", "over tea\nfor an hour", "--json").json["notes"] == (
        "by mail\nover tea\nfor an hour"
    )
    assert ok("mark", "archived", "cy", "--note", "moved away", "--json").json["notes"] == "moved away"


def test_a_note_alone_is_a_change_too(ok, log):
    ok("mark", "tried", "k1")
    again = ok("mark", "tried", "k1", "--note", "again", "--json")
    assert again.json["outcome"] == "again" and again.err == ""
    assert "it was so already" in ok("mark", "tried", "k1").err


def test_the_day_of_a_move_stays_unless_it_is_said(ok, log):
    ok("mark", "tried", "k1", "--on", "2026-02-10")
    kept = ok("mark", "kept", "k1", "--json").json
    assert (kept["tried_on"], kept["kept_on"]) == ("2026-02-10", TODAY)
    back = ok("mark", "tried", "k1", "--json").json
    assert (back["tried_on"], back["kept_on"]) == ("2026-02-10", None)


def test_a_closing_that_was_another_one_has_its_own_day(ok, log):
    ok("mark", "lost", "o1", "--on", "2026-02-10")
    assert ok("mark", "gained", "o1", "--json").json["closed_on"] == TODAY
    assert ok("mark", "ongoing", "o1", "--json").json["closed_on"] is None


def test_an_introduction_that_goes_back_forgets_its_later_moves(ok, log):
    for status, day in (("made", "2026-02-05"), ("met", "2026-02-10"), ("thanked", "2026-02-11")):
        ok("mark", status, "i1", "--on", day)
    back = ok("mark", "made", "i1", "--json").json
    assert (back["asked_on"], back["made_on"], back["met_on"], back["thanked_on"]) == (
        *("2026-02-01", "2026-02-05"),
        *(None, None),
    )
    ok("mark", "declined", "i1")
    assert ok("mark", "asked", "i1", "--on", TODAY, "--json").json["declined_on"] is None


def test_names_are_looked_for_among_what_has_the_status(ok, log):
    ok("add-contact", "Old Fairchild")
    assert ok("mark", "attended", "old fair", "--json").json["ref"] == "e1"
    assert ok("mark", "archived", "old fair", "--json").json["ref"] == "c4"
    assert ok("mark", "doing", "know ana", "--json").json["ref"] == "s1"


@pytest.mark.parametrize(
    ("words", "code", "say"),
    [
        (
            ("askd", "i1"),
            2,
            ("an introduction can't be marked 'askd'", "asked, made, met, thanked, declined"),
        ),
        (
            ("tried", "k1", "e1"),
            2,
            ("an event can't be marked 'tried'", "planned, registered, attended, skipped"),
        ),
        (("met", "ana"), 2, ("a contact can't be marked 'met'", "target, active, archived")),
        (("closed", "o1"), 2, ("an opportunity can't be marked 'closed'", "pursued")),
        (("tried", "k9"), 3, ("no takeaway k9",)),
        (("attended", "nothing"), 3, ("nothing",)),
        (("attended", "e2"), 2, ("can't be attended yet",)),
        (("met", "i1", "--on", "2026-01-01"), 2, ("met on 2026-01-01, before it was asked",)),
        (("tried", "k1", "--on", "2026-01-01"), 2, ("noted, then tried",)),
        (("tried", "k1", "--on", "2026-03-03"), 2, ("in the future", "--on")),
        (("tried", "k1", "--on", "someday"), 2, ("someday",)),
        (("gained", "o1", "--on", "2026-01-01"), 2, ("before it came up",)),
        (("tried", "k1", "--note", "a\x1bb"), 2, ("control character",)),
    ],
)
def test_what_can_not_be_is_refused_and_changes_nothing(run, ok, log, db, words, code, say):
    before = db.read_bytes()
    refused(run("mark", *words), code, *say)
    assert db.read_bytes() == before


def test_follow_ups_and_what_has_no_status_are_told_what_to_use(run, ok, log):
    ok("add-follow-up", "Call Ana", "--with", "ana")
    ok("add-group", "Circle")
    refused(run("mark", "done", "f1"), 2, "netlog done")
    refused(run("mark", "active", "u1"), 2, "a group is not marked")


def test_a_dry_run_marks_nothing(ok, log):
    assert ok("mark", "tried", "k1", "--dry-run", "--json").json["status"] == "tried"
    assert ok("show", "k1", "--json").json["status"] == "to-try"


def test_a_key_marks_once(ok, log):
    first = ok("mark", "tried", "k1", "--note", "once", "--key", "x", "--json").json
    assert ok("mark", "tried", "k1", "--note", "once", "--key", "x", "--json").json == first
