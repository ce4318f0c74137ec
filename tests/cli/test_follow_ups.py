"""add-follow-up, and lists and filters of follow-ups."""

import pytest

from tests.answers import refs

KEYS = {
    *("ref", "type", "uid", "tags", "notes", "private", "created_at", "updated_at"),
    *("what", "due_on", "owed_by", "contacts", "source", "status", "done_on", "dropped_on"),
    *("snoozed_until", "repeat", "repeat_from"),
}


@pytest.fixture
def people(ok):
    """c1 Ada Quill, c2 Bo Lund, c3 Cy Tamm; t1 with the first two; e1."""
    for name in ("Ada Quill", "Bo Lund", "Cy Tamm"):
        ok("add-contact", name)
    ok("add-conversation", "Robots", "--with", "Ada", "--with", "Bo", "--on", "2026-02-20")
    ok("add-event", "Old Fair", "--on", "2026-02-21")


def test_add_follow_up_gives_every_key_and_its_defaults(ok):
    one = ok("add-follow-up", "Send slides", "--json").json
    assert set(one) == KEYS
    assert (one["ref"], one["type"], one["what"]) == ("f1", "follow_up", "Send slides")
    assert (one["due_on"], one["owed_by"], one["status"]) == ("2026-03-09", "me", "open")
    assert (one["contacts"], one["source"], one["tags"]) == ([], None, [])
    assert (one["repeat"], one["repeat_from"], one["done_on"]) == (None, None, None)


def test_add_follow_up_keeps_what_was_said(ok, people):
    one = ok(
        *("add-follow-up", "Send slides", "--due", "2026-04-01", "--with", "Bo", "--with", "c1"),
        *("--theirs", "--from", "e1", "--repeat", "every 2 weeks", "--repeat-from", "due"),
        *("--tag", "slides", "--notes", "the long ones", "--private", "--json"),
    ).json
    assert (one["due_on"], one["owed_by"]) == ("2026-04-01", "them")
    assert one["contacts"] == [{"ref": "c1", "name": "Ada Quill"}, {"ref": "c2", "name": "Bo Lund"}]
    assert one["source"] == {"ref": "e1", "name": "Old Fair"}
    assert (one["repeat"], one["repeat_from"]) == ("2w", "due")
    assert (one["tags"], one["notes"], one["private"]) == (["slides"], "the long ones", True)


def test_add_follow_up_prints_a_ref_a_line_or_a_card(ok, people):
    assert ok("add-follow-up", "Send slides", "-f", "ids").out == "f1\n"
    tsv = ok("add-follow-up", "Send slides", "--theirs", "--with", "Ada", "--with", "Bo").out
    assert tsv == "f2\t2026-03-09\tthem\tSend slides\tAda Quill, Bo Lund\topen\n"
    assert "f3  Send slides" in ok("add-follow-up", "Send slides", "-f", "table").out


def test_the_same_person_given_twice_is_there_once(ok, people):
    one = ok("add-follow-up", "Send slides", "--with", "Ada", "--with", "c1", "--json").json
    assert one["contacts"] == [{"ref": "c1", "name": "Ada Quill"}]


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("today", "2026-03-02"),
        ("fri", "2026-03-06"),
        ("mon", "2026-03-02"),
        ("next mon", "2026-03-09"),
        ("+3d", "2026-03-05"),
        ("3d", "2026-03-05"),
        ("eom", "2026-03-31"),
        ("eot", "2026-05-31"),
        ("12 Feb", "2027-02-12"),  # a due date leans to the future
        ("29 Feb", "2028-02-29"),
        ("2026-02-01", "2026-02-01"),  # late already
    ],
)
def test_due_is_read_leaning_to_the_future(ok, due, day):
    assert ok("add-follow-up", "Send slides", "--due", due, "--json").json["due_on"] == day


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--due", "2026-02-30"), 2, "February 2026 has 28 days"),
        (("--due", "2027-02-29"), 2, "February 2027 has 28 days"),
        (("--due", "2026-13-01"), 2, "months go from 01 to 12"),
        (("--due", "31 June"), 2, "is not a date"),
        (("--due", "whenever"), 2, "is not a date"),
        (("--due", "12"), 2, "is not a date"),
        (("--due", "3/4/2026"), 2, "2026-04-03 or 2026-03-04"),
        (("--repeat", "5"), 2, "is not a repeat"),
        (("--repeat", "0d"), 2, "is not a repeat"),
        (("--repeat", "sometimes"), 2, "is not a repeat"),
        (("--repeat", "11y"), 2, "is not a repeat"),
        (("--repeat", "2w", "--repeat-from", "birth"), 2, "is no repeat-from"),
        (("--repeat-from", "due"), 2, "--repeat-from is for a follow-up that repeats"),
        (("--with", "Nobody"), 3, "Nobody"),
        (("--from", "t99"), 3, "no conversation t99"),
        (("--from", "c1"), 3, "not a conversation or event"),
        (("--from", "Nowhere"), 3, "list-events"),
    ],
)
def test_add_follow_up_refuses_what_cannot_be(run, ok, people, words, code, said):
    result = run("add-follow-up", "Send slides", *words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("error: ") and said in result.err and result.err.count("\n") == 1
    assert ok("list-follow-ups", "--json").json == []


def test_add_follow_up_needs_words(run):
    assert run("add-follow-up", " ").code == 2
    assert run("add-follow-up").code == 2


def test_add_follow_up_with_an_ambiguous_name_shows_the_candidates(run, ok, people):
    ok("add-contact", "Ada Zorn")
    result = run("add-follow-up", "Send slides", "--with", "Ada")
    assert result.code == 4 and "c1" in result.err and "c4" in result.err


def test_one_that_came_of_a_conversation_is_with_its_people(ok, people):
    one = ok("add-follow-up", "Send slides", "--from", "t1", "--json").json
    assert one["source"] == {"ref": "t1", "name": "Robots"}
    assert [who["ref"] for who in one["contacts"]] == ["c1", "c2"]


def test_people_who_are_named_stand_in_for_those_of_the_conversation(ok, people):
    one = ok("add-follow-up", "Send slides", "--from", "t1", "--with", "Cy", "--json").json
    assert [who["ref"] for who in one["contacts"]] == ["c3"]


def test_one_that_came_of_an_event_is_with_nobody_unless_said(ok, people):
    assert ok("add-follow-up", "Send slides", "--from", "e1", "--json").json["contacts"] == []
    assert ok("add-follow-up", "Send slides", "--from", "old fair", "--json").json["source"]["ref"] == "e1"


def test_show_of_a_conversation_links_the_follow_up(ok, people):
    ok("add-follow-up", "Send slides", "--from", "t1")
    assert ok("show", "t1", "--json").json["linked"] == [
        {"type": "follow_up", "ref": "f1", "name": "Send slides", "as": "came of it"}
    ]


@pytest.mark.parametrize(
    ("words", "repeat"),
    [
        ("10d", "10d"),
        ("every 10 days", "10d"),
        ("2w", "2w"),
        ("every two weeks", "2w"),
        ("fortnightly", "2w"),
        ("weekly", "1w"),
        ("every week", "1w"),
        ("monthly", "1m"),
        ("every month", "1m"),
        ("quarterly", "3m"),
        ("yearly", "1y"),
    ],
)
def test_repeat_is_kept_in_one_form_and_counts_from_done(ok, words, repeat):
    one = ok("add-follow-up", "Pay dues", "--repeat", words, "--json").json
    assert (one["repeat"], one["repeat_from"]) == (repeat, "done")


def test_taking_the_repeat_away_takes_where_it_counts_from_along(ok):
    ok("add-follow-up", "Pay dues", "--repeat", "monthly", "--repeat-from", "due")
    one = ok("edit", "f1", "repeat=", "--json").json
    assert (one["repeat"], one["repeat_from"]) == (None, None)


@pytest.fixture
def several(ok, people):
    """f1..f5: due +10, today, -5 (theirs, with Ada), +1 with Bo and Ada, and one that is done."""
    ok("add-follow-up", "Far off", "--due", "+10d", "--tag", "big")
    ok("add-follow-up", "Right now", "--due", "today")
    ok("add-follow-up", "Late one", "--due", "2026-02-25", "--theirs", "--with", "Ada")
    ok("add-follow-up", "Soon", "--due", "+1d", "--from", "t1", "--repeat", "2w")
    ok("add-follow-up", "Past", "--due", "2026-02-01", "--with", "Cy")
    ok("done", "f5")


def test_list_follow_ups_gives_open_ones_the_next_due_first(ok, several):
    assert refs(ok("list-follow-ups", "--json")) == ["f3", "f2", "f4", "f1"]
    assert ok("list-follow-ups", "-f", "ids").lines == ["f3", "f2", "f4", "f1"]
    assert ok("list-follow-ups").lines[0] == "f3\t2026-02-25\tthem\tLate one\tAda Quill\topen"


def test_list_follow_ups_sorts_turns_round_and_limits(ok, several):
    assert refs(ok("list-follow-ups", "--reverse", "--json")) == ["f1", "f4", "f2", "f3"]
    assert refs(ok("list-follow-ups", "--limit", "2", "--json")) == ["f3", "f2"]
    assert refs(ok("list-follow-ups", "--sort", "what", "--json")) == ["f1", "f3", "f2", "f4"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["due:..today"], ["f3", "f2"]),
        (["due:tomorrow"], ["f4"]),
        (["due:2026-03-03.."], ["f4", "f1"]),
        (["due:this week"], ["f2", "f4"]),
        (["theirs:yes"], ["f3"]),
        (["theirs:no"], ["f2", "f4", "f1"]),
        (["not:theirs:yes"], ["f2", "f4", "f1"]),
        (["with:ada"], ["f3", "f4"]),
        (["with:c2"], ["f4"]),
        (["with:"], ["f2", "f1"]),
        (["with:ada", "theirs:no"], ["f4"]),
        (["from:t1"], ["f4"]),
        (["repeat:2w"], ["f4"]),
        (["tag:big"], ["f1"]),
        (["status:done"], ["f5"]),
        (["status:open,done", "with:cy"], ["f5"]),
        (["done:today"], []),  # open ones only, unless asked for
        (["done:today", "status:done"], ["f5"]),
        (["late"], ["f3"]),
    ],
)
def test_list_follow_ups_filters(ok, several, filters, found):
    assert refs(ok("list-follow-ups", *filters, "--json")) == found


def test_list_follow_ups_all_has_closed_ones_too(ok, several):
    assert refs(ok("list-follow-ups", "--all", "--json")) == ["f5", "f3", "f2", "f4", "f1"]


@pytest.mark.parametrize(
    ("filter", "code"), [("theirs:maybe", 2), ("due:2027-02-29", 2), ("owner:me", 2), ("with:nobody", 3)]
)
def test_list_follow_ups_refuses_a_filter_that_cannot_be_read(run, several, filter, code):
    result = run("list-follow-ups", filter)
    assert (result.code, result.out) == (code, "") and result.err.startswith("error: ")


def test_delete_of_the_conversation_leaves_the_follow_up(ok, several):
    ok("delete", "t1", "--yes")
    assert ok("show", "f4", "--json").json["source"] is None


def test_a_name_with_markup_and_formulas_comes_out_as_it_went_in(ok):
    what = "[bold]=1+1[/red] für 李 \u202edne"
    assert ok("add-follow-up", what, "--json").json["what"] == what
    assert ok("list-follow-ups", "--json").json[0]["what"] == what
    assert "[bold]=1+1[/red] für 李" in ok("list-follow-ups", "-f", "table").out


def test_follow_up_is_not_closed_by_an_edit(ok, run):
    """`done` brings the next one of a series; an edit would end it without a word."""
    ok("add-follow-up", "call home", "--repeat", "2w")
    for status in ("done", "dropped"):
        result = run("edit", "f1", f"status={status}")
        assert result.code == 2 and "netlog done" in result.err
    ok("done", "f1")
    assert ok("edit", "f1", "status=open", "--json").json["status"] == "open"
