"""Takeaways: what is taken home, tried and kept; the review reminds of them."""

import pytest

TODAY = "2026-03-02"


@pytest.fixture
def fair(ok):
    ok("add-contact", "Ana Kim")
    ok("add-event", "Old Fair", "--on", "2026-02-10")
    ok("add-conversation", "Visit", "--with", "ana", "--on", "2026-02-11", "--kind", "observation")
    ok("add-contribution", "My talk", "--on", "2026-02-12")


@pytest.mark.parametrize("source", ["e1", "old fair", "t1", "b1", "my talk"])
def test_a_takeaway_is_linked_to_what_it_came_of(ok, fair, source):
    taken = ok("add-takeaway", "Exit tickets", "--from", source, "--json").json
    assert (taken["status"], taken["noted_on"]) == ("to-try", TODAY)
    linked = ok("show", taken["source"]["ref"], "--json").json["linked"]
    assert [(one["ref"], one["name"], one["as"]) for one in linked if one["type"] == "takeaway"] == [
        ("k1", "Exit tickets", "came of it")
    ]


@pytest.mark.parametrize(
    ("words", "status", "days"),
    [
        ((), "to-try", (TODAY, None, None, None)),
        (("--tried", "2026-02-20"), "tried", ("2026-02-20", "2026-02-20", None, None)),
        (("--kept", "2026-02-20"), "kept", ("2026-02-20", "2026-02-20", "2026-02-20", None)),
        (("--on", "2026-02-01", "--status", "dropped"), "dropped", ("2026-02-01", None, None, TODAY)),
        (("--status", "tried"), "tried", (TODAY, TODAY, None, None)),
    ],
)
def test_a_status_has_its_day_and_a_day_its_status(ok, words, status, days):
    taken = ok("add-takeaway", "Exit tickets", *words, "--json").json
    assert taken["status"] == status
    assert tuple(taken[f"{move}_on"] for move in ("noted", "tried", "kept", "dropped")) == days


def test_an_edited_day_says_the_status_too(ok):
    ok("add-takeaway", "Exit tickets", "--on", "2026-02-01")
    assert ok("edit", "k1", "tried=2026-02-20", "--json").json["status"] == "tried"
    assert ok("edit", "k1", "status=to-try", "--json").json["tried_on"] is None


@pytest.mark.parametrize(
    ("words", "code", "say"),
    [
        (("",), 2, "empty"),
        (("Try", "--on", "2026-02-10", "--tried", "2026-02-01"), 2, "noted, then tried"),
        (("Try", "--tried", "2026-03-03"), 2, "in the future"),
        (("Try", "--status", "done"), 2, "to-try, tried, kept, dropped"),
        (("Try", "--from", "c1"), 3, "c1 is a contact"),
    ],
)
def test_what_can_not_be_is_refused(run, ok, fair, words, code, say):
    result = run("add-takeaway", *words)
    assert (result.code, result.out) == (code, "") and say in result.err


def test_lists_filter_by_status_source_and_day(ok, fair):
    ok("add-takeaway", "One", "--from", "e1", "--on", "2026-02-11")
    ok("add-takeaway", "Two", "--from", "t1", "--kept", "2026-02-20")
    ok("add-takeaway", "Three", "--status", "dropped")

    def listed(*words):
        return ok("list-takeaways", *words, "-f", "ids").lines

    assert listed() == ["k2", "k1"] and set(listed("--all")) == {"k1", "k2", "k3"}
    assert listed("status:to-try") == ["k1"] and listed("status:dropped") == ["k3"]
    assert listed("status:to-try,kept") == ["k2", "k1"]
    assert listed("from:e1") == ["k1"] and listed("from:t1") == ["k2"] and listed("from:", "--all") == ["k3"]
    assert listed("kept:2026-02") == ["k2"] and listed("on:..2026-02-11") == ["k1"]
    assert listed("outcome:x") == []


def test_the_review_reminds_of_the_three_that_wait_longest(ok, fair):
    assert ok("review", "--json").json["to_try"] == []
    for day, what in (("15", "C"), ("11", "A"), ("20", "D"), ("13", "B")):
        ok("add-takeaway", what, "--from", "e1", "--on", f"2026-02-{day}")
    ok("add-takeaway", "Tried", "--tried", "2026-02-01")
    reminded = ok("review", "--json").json["to_try"]
    assert [one["what"] for one in reminded] == ["A", "B", "C"]
    assert reminded[0] == {
        "ref": "k2",
        "what": "A",
        "on": "2026-02-11",
        "source": {"ref": "e1", "name": "Old Fair"},
        "command": "netlog mark tried k2",
    }
    ok("mark", "tried", "k2")
    assert [one["what"] for one in ok("review", "--json").json["to_try"]] == ["B", "C", "D"]
    assert "To try" in ok("review", "-f", "table").out


def test_a_review_of_a_week_before_knows_no_later_ones(ok, fair):
    ok("add-takeaway", "A", "--on", "2026-02-20")
    assert ok("review", "--week", "2026-02-10", "--json").json["to_try"] == []
    assert len(ok("review", "--week", "2026-02-20", "--json").json["to_try"]) == 1


def test_what_it_came_of_can_be_deleted(ok, fair):
    ok("add-takeaway", "A", "--from", "e1")
    ok("delete", "e1", "--yes")
    assert ok("show", "k1", "--json").json["source"] is None
    ok("undo")
    assert ok("show", "k1", "--json").json["source"]["ref"] == "e1"
