"""add-conversation, and how conversations move the dates of the contacts they are with."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.answers import refused

TODAY = "2026-03-02"  # as conftest pins it
KEYS = [
    *("ref", "type", "uid", "held_on", "kind", "summary", "contacts", "event", "observer"),
    *("tags", "notes", "private", "created_at", "updated_at"),
]


def dates_of(ok, ref):
    contact = ok("show", ref, "--json").json
    return contact["last_conversation_on"], contact["next_contact_on"]


@pytest.fixture
def people(ok):
    """c1 Ada Quill (every 10 days), c2 Bo Lund (every week), c3 Cy Tamm (no cadence)."""
    ok("add-contact", "Ada Quill", "--cadence", "10d")
    ok("add-contact", "Bo Lund", "--cadence", "1w")
    ok("add-contact", "Cy Tamm")


def test_conversation_alone_has_every_key_of_the_contract_and_its_defaults(ok, people):
    held = ok("add-conversation", "Hello", "--with", "ada", "--json").json
    assert list(held) == KEYS
    assert (held["ref"], held["type"], held["summary"]) == ("t1", "conversation", "Hello")
    assert (held["held_on"], held["kind"], held["event"]) == (TODAY, "meeting", None)
    assert held["contacts"] == [{"ref": "c1", "name": "Ada Quill"}]
    assert (held["tags"], held["notes"], held["private"]) == ([], None, False)


def test_conversation_keeps_every_option(ok, people):
    ok("add-event", "PlainConf", "--on", "2026-02-20")
    held = ok(
        *("add-conversation", "Peer review of unit 3", "--with", "Bo", "--with", "c1", "--with", "bo lund"),
        *("--on", "last fri", "--kind", "Video", "--event", "plain", "--tag", "PLC,#ict", "--private"),
        *("--notes", "-", "--json"),
        stdin="Two\nlines\n",
    ).json
    assert held["contacts"] == [{"ref": "c1", "name": "Ada Quill"}, {"ref": "c2", "name": "Bo Lund"}]
    assert (held["held_on"], held["kind"], held["tags"]) == ("2026-02-27", "video", ["ict", "plc"])
    assert held["event"] == {"ref": "e1", "name": "PlainConf"}
    assert (held["notes"], held["private"]) == ("Two\nlines", True)
    assert {key: ok("show", "t1", "--json").json[key] for key in KEYS} == held


def test_conversation_is_printed_as_one_line_of_tsv_a_card_and_its_ref(ok, people):
    words = ("--with", "c1", "--with", "c3", "--kind", "call", "--tag", "x")
    assert ok("add-conversation", "Hi", *words).out == f"t1\t{TODAY}\tcall\tAda Quill, Cy Tamm\tHi\t\tx\n"
    assert ok("add-conversation", "Hi", *words, "-f", "ids").out == "t2\n"
    card = ok("add-conversation", "Shared a rubric", *words, "-f", "table").out
    assert "Shared a rubric" in card and "Ada Quill" in card and "Cy Tamm" in card


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("today", TODAY),
        ("yesterday", "2026-03-01"),
        ("mon", TODAY),
        ("fri", "2026-02-27"),
        ("3d", "2026-02-27"),
        ("2 weeks ago", "2026-02-16"),
        ("12 Mar", "2025-03-12"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_conversation_date_leans_to_the_past(ok, people, word, day):
    assert ok("add-conversation", "Hi", "--with", "c1", "--on", word, "--json").json["held_on"] == day


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("Hi", "--with", "c1", "--on", "tomorrow"), 2, "2026-03-03, is in the future"),
        (("Hi", "--with", "c1", "--on", "2026-03-03"), 2, "2026-03-03 is in the future"),
        (("Hi", "--with", "c1", "--on", "+1d"), 2, "in the future"),
        (("Hi", "--with", "c1", "--on", "2027-02-29"), 2, "February 2027 has 28 days"),
        (("Hi", "--with", "c1", "--on", "3/4/2026"), 2, "2026-04-03 or 2026-03-04"),
        (("Hi", "--with", "c1", "--on", "whenever"), 2, "is not a date"),
        (("Hi",), 2, "is with somebody"),
        (("Hi", "--with", ""), 2, "empty"),
        (("", "--with", "c1"), 2, "the summary is empty"),
        ((" \t ", "--with", "c1"), 2, "control character"),
        (("Hi", "--with", "c1", "--kind", "seance"), 2, "one of: meeting"),
        (("Hi", "--with", "Nobody Known"), 3, "'Nobody Known'"),
        (("Hi", "--with", "c1", "--with", "c9"), 3, "no contact c9"),
        (("Hi", "--with", "t1"), 3, "t1 is a conversation, not a contact"),
        (("Hi", "--with", "c1", "--event", "c1"), 3, "c1 is a contact, not"),
        (("Hi", "--with", "c1", "--event", "e1"), 3, "no event e1"),
    ],
)
def test_conversation_that_can_not_be_is_refused_and_changes_nothing(run, people, db, words, code, said):
    before = db.read_bytes()
    refused(run("add-conversation", *words), code, said)
    assert db.read_bytes() == before


def test_conversation_with_an_ambiguous_name_lists_who_is_meant(run, ok, people):
    ok("add-contact", "Ada Bee")
    result = run("add-conversation", "Hi", "--with", "ada")
    assert (result.code, result.out) == (4, "")
    assert result.err.splitlines()[1:] == ["  c4  Ada Bee", "  c1  Ada Quill"]
    assert ok("list-conversations", "--json").json == []


def test_conversation_restarts_the_cadence_of_everyone_in_it(ok, people):
    ok("add-conversation", "Hi", "--with", "c1", "--with", "c2", "--with", "c3", "--on", "2026-02-28")
    assert dates_of(ok, "c1") == ("2026-02-28", "2026-03-10")
    assert dates_of(ok, "c2") == ("2026-02-28", "2026-03-07")
    assert dates_of(ok, "c3") == ("2026-02-28", None)


def test_conversation_of_long_ago_does_not_move_a_newer_date_back(ok, people):
    ok("add-conversation", "New", "--with", "c1", "--on", "2026-02-28")
    ok("add-conversation", "Old", "--with", "c1", "--on", "2025-02-28")
    assert dates_of(ok, "c1") == ("2026-02-28", "2026-03-10")


def test_conversation_moved_dropped_and_undone_moves_the_dates_of_contacts(ok, people):
    ok("add-conversation", "Old", "--with", "c1", "--on", "2026-01-10")
    ok("add-conversation", "New", "--with", "c1", "--with", "c2", "--on", "2026-02-20")
    ok("edit", "t2", "on=2026-02-25")
    assert dates_of(ok, "c1") == ("2026-02-25", "2026-03-07")
    assert dates_of(ok, "c2") == ("2026-02-25", "2026-03-04")
    ok("edit", "t2", "on=2025-12-25")
    assert dates_of(ok, "c1") == ("2026-01-10", "2026-01-20")
    assert dates_of(ok, "c2") == ("2025-12-25", "2026-01-01")
    ok("edit", "t2", "with-=bo", "on=2026-03-01")
    assert dates_of(ok, "c1") == ("2026-03-01", "2026-03-11")
    assert dates_of(ok, "c2") == (None, "2026-03-09")  # a week from when Bo was added
    ok("edit", "t2", "with+=cy")
    assert dates_of(ok, "c3") == ("2026-03-01", None)
    ok("delete", "t2")
    assert dates_of(ok, "c1") == ("2026-01-10", "2026-01-20")
    assert dates_of(ok, "c3") == (None, None)
    ok("undo")
    assert dates_of(ok, "c1") == ("2026-03-01", "2026-03-11")
    ok("undo", "4")
    assert dates_of(ok, "c2") == ("2026-02-20", "2026-02-27")
    assert ok("check").code == 0


def test_conversation_edited_into_the_future_or_away_from_everyone_is_refused(run, ok, people):
    ok("add-conversation", "Hi", "--with", "c1", "--on", "2026-02-20")
    refused(run("edit", "t1", "on=tomorrow"), 2, "in the future")
    refused(run("edit", "t1", "with-=ada"), 2, "is with somebody")
    refused(run("edit", "t1", "with="), 2, "is with somebody")
    assert ok("show", "t1", "--json").json["contacts"] == [{"ref": "c1", "name": "Ada Quill"}]


def test_conversation_held_today_is_no_less_so_when_yesterday_is_today(run, ok, people):
    ok("add-conversation", "Hi", "--with", "c1")
    refused(run("edit", "t1", "kind=call", today="2026-03-01"), 2, "in the future")
    ok("edit", "t1", "kind=call", today="2026-03-03")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["add", "edit", "delete"]), st.integers(0, 5), st.dates().map(lambda d: d.day)
        ),
        max_size=6,
    )
)
def test_last_conversation_is_always_the_newest_there_is(ok, home, acts):
    """Whatever was added, moved and deleted: the kept date is the maximum over the conversations."""
    file = home / "law.db"
    file.unlink(missing_ok=True)
    db = ("--db", str(file))
    ok("add-contact", "Ada", "--cadence", "1w", *db)
    for act, which, day in acts:
        held = [one["ref"] for one in ok("list-conversations", "--json", *db).json]
        on = f"2026-01-{day:02}"
        if act == "add" or not held:
            ok("add-conversation", "Hi", "--with", "c1", "--on", on, *db)
        elif act == "edit":
            ok("edit", held[which % len(held)], f"on={on}", *db)
        else:
            ok("delete", held[which % len(held)], *db)
    held = [one["held_on"] for one in ok("list-conversations", "--json", *db).json]
    assert held == sorted(held, reverse=True)
    assert ok("show", "c1", "--json", *db).json["last_conversation_on"] == max(held, default=None)
