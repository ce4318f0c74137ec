"""Completion of every kind of record, of groups by name and of the words of `mark`."""

import pytest

from netlog.cli import completion
from netlog.cli.registry import COMMANDS
from netlog.cli.table import OPTIONS
from netlog.records.kind import every_kind, kind_of
from netlog.vocabulary import LETTERS, OPPORTUNITY_KINDS, TAKEAWAY_STATUSES


def offered(*words):
    *before, word = words
    return [one for one, _ in completion.candidates(list(before), word) if one.startswith(word)]


@pytest.fixture
def log(ok, db):
    ok("add-contact", "Ana Kim")
    ok("add-group", "State Association")
    ok("add-membership", "u1")
    ok("add-event", "Fair", "--on", "2026-02-01")
    ok("add-takeaway", "Exit tickets")
    ok("add-vision", "I lead")
    ok("add-step", "Begin", "--vision", "v1")


def test_groups_are_offered_by_name_and_reference(log):
    assert offered("add-membership", "Sta") == ["State Association"]
    assert offered("add-event", "--group", "Sta") == ["State Association"]
    assert "u1" in offered("show", "u")
    assert offered("renew", "m") == ["m1"] and offered("renew", "Sta") == ["State Association"]
    assert offered("list-memberships", "group:Sta") == ["group:State Association"]


def test_mark_offers_its_words_and_then_what_can_be_marked(log):
    words = offered("mark", "")
    assert {*TAKEAWAY_STATUSES, "asked", "gained", "attended", "archived", "doing"} <= set(words)
    assert len(words) == len(set(words))
    assert offered("mark", "tr") == ["tried"]
    assert offered("mark", "tried", "k") == ["k1"]
    assert offered("mark", "skipped", "e") == ["e1"]
    assert offered("mark", "tried", "k1", "") == ["k1"], "nothing else can be tried"
    assert offered("mark", "--note", "x", "tried", "") == ["k1"]
    assert offered("mark", "active", "An") == ["Ana Kim"]


def test_what_a_record_comes_of_is_offered(log):
    assert offered("add-takeaway", "x", "--from", "") == ["Fair"]
    assert "State Association" in offered("add-opportunity", "x", "--from", "")
    assert "State Association" not in offered("add-exchange", "x", "--from", "")
    assert offered("list-takeaways", "from:") == ["from:Fair"]


@pytest.mark.parametrize(
    "name", [name for name in OPTIONS if "--from" in OPTIONS[name] and name.startswith("add-")]
)
def test_what_it_comes_of_is_what_its_kind_refers_to(name):
    source = kind_of(COMMANDS[name].fields).field("from")
    assert set(completion._FROM[name]) == set(source.types)


def test_yield_offers_the_filters_of_opportunities_and_mentoring_contacts(log):
    assert offered("yield", "kind:") == [f"kind:{one}" for one in OPPORTUNITY_KINDS]
    assert "with:" not in offered("yield", "") and "through:" in offered("yield", "")
    assert offered("mentoring", "") == ["Ana Kim"]


@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.name)
def test_every_list_offers_the_words_of_its_closed_lists(log, kind):
    name = f"list-{kind.plural.replace('_', '-')}"
    for field in kind.fields:
        if field.words and field.metavar == "WORD":
            values = {one.partition(":")[2] for one in offered(name, f"{field.option}:")}
            assert values >= set(field.words), field.option


@pytest.mark.parametrize("type", LETTERS)
def test_edits_offer_the_keys_of_the_record_that_is_named(log, type):
    keys = {one.rstrip("=") for one in offered("edit", f"{LETTERS[type]}1", "")}
    assert (
        "tag" in keys
        and "private" in keys
        and ("snoozed" in keys) is (type in ("contact", "follow_up", "membership", "introduction"))
    )


def test_schema_and_search_offer_every_kind():
    assert set(offered("schema", "")) == {*(one.replace("_", "-") for one in LETTERS), "log"}
    assert len(offered("search", "--in", "")) == len(LETTERS)


def test_no_command_fails_to_complete(log):
    for name in COMMANDS:
        for word in ("", "-", "a", "tag:", "status:", "tag="):
            completion.candidates([name], word)
            completion.candidates([name, "c1"], word)
