"""References: how a word finds one record, and what is said when it finds none or several."""

import pytest

from tests.answers import refused


@pytest.fixture
def people(once):
    """Contacts c1 to c8, an event e1, a goal g1, a conversation t1 and a follow-up f1."""
    once(_build)


def _build(ok):
    ok("add-contact", "Ada Byron Quill", "--email", "work=ada@example.org", "--organization", "Sample High")
    ok("add-contact", "Ben Arnold", "--nickname", "Benno")
    ok("add-contact", "Ben Carter", "--email", "ben@example.org")
    ok("add-contact", "Benedict Zed")
    ok("add-contact", "Zoë Müller-李")
    ok("add-contact", "Ben Dover Carter")
    ok("add-contact", "Søren O’Neil")
    ok("add-contact", "Eve", "--nickname", "Ben Nevis")
    ok("add-event", "PlainConf 2026", "--on", "2026-02-01")
    ok("add-goal", "Meet new colleagues", "--count", "contacts", "--per", "month")
    ok("add-conversation", "Rubrics", "--with", "c1")
    ok("add-follow-up", "Send the rubric", "--with", "c1")


@pytest.mark.parametrize(
    ("word", "ref"),
    [
        ("c1", "c1"),
        ("C1", "c1"),
        (" c1 ", "c1"),
        ("t1", "t1"),
        ("e1", "e1"),
        ("f1", "f1"),
        ("g1", "g1"),
        ("ada@example.org", "c1"),
        ("ADA@Example.org", "c1"),
        ("Ada Byron Quill", "c1"),
        ("ada  byron QUILL", "c1"),
        ("benno", "c2"),  # a nickname
        ("ben nevis", "c8"),  # a nickname before a start
        ("Bened", "c4"),  # a unique start
        ("Benedict", "c4"),
        ("ada", "c1"),  # a first name
        ("ada q", "c1"),  # a first name and the initial of the last
        ("ada qui", "c1"),
        ("ada q.", "c1"),
        ("ben a", "c2"),
        ("zoe", "c5"),
        ("ZOË MULLER-李", "c5"),
        ("soren o'neil", "c7"),
        ("sören", "c7"),
        ("plainconf 2026", "e1"),
        ("plain", "e1"),
        ("meet new", "g1"),
    ],
)
def test_reference_finds_the_one_record(ok, people, word, ref):
    assert ok("show", word, "-f", "ids").out == f"{ref}\n"


@pytest.mark.parametrize("ref", ["c1", "t1", "e1", "f1", "g1"])
def test_uid_and_its_start_find_any_record(ok, people, ref):
    uid = ok("show", ref, "--json").json["uid"]
    assert ok("show", uid, "-f", "ids").out == f"{ref}\n"
    assert ok("show", uid.upper(), "-f", "ids").out == f"{ref}\n"
    assert ok("show", uid[:30], "-f", "ids").out == f"{ref}\n"


def test_start_of_a_uid_that_many_share_is_ambiguous(run, ok, people):
    uid = ok("show", "c1", "--json").json["uid"]
    result = run("show", uid[:8])  # the time: all were made at 12:00
    assert (result.code, result.out) == (4, "")
    assert "  t1  Rubrics" in result.err and "  c1  Ada Byron Quill" in result.err
    refused(run("show", uid[:7]), 3)


@pytest.mark.parametrize(
    ("word", "candidates"),
    [
        ("ben", ["  c2  Ben Arnold", "  c3  Ben Carter  ben@example.org", "  c6  Ben Dover Carter"]),
        ("BEN.", ["  c2  Ben Arnold", "  c3  Ben Carter  ben@example.org", "  c6  Ben Dover Carter"]),
        ("be", ["  c2  ", "  c3  ", "  c6  ", "  c4  "]),
    ],
)
def test_ambiguous_name_lists_its_candidates_on_stderr_alone(run, people, word, candidates):
    result = run("show", word)
    assert (result.code, result.out) == (4, "")
    first, *rest = result.err.splitlines()
    assert (
        first.startswith(f"error: {word!r} could be {len(candidates)} records")
        and "by its reference" in first
    )
    assert len(rest) == len(candidates)
    assert all(line.startswith(start) for line, start in zip(rest, candidates, strict=True))


@pytest.mark.parametrize("command", [("delete",), ("edit", "nickname=x"), ("tag", "x"), ("snooze", "+3d")])
def test_ambiguous_name_changes_nothing(run, people, db, command):
    before = db.read_bytes()
    name, *words = command
    assert run(name, "ben", *words).code == 4
    assert db.read_bytes() == before


def test_two_of_one_name_are_told_apart_by_what_is_known(run, ok, people):
    ok("add-contact", "Eve", "--organization", "Second School", "--allow-duplicate")
    result = run("show", "Eve")
    assert result.code == 4 and "  c9  Eve  Second School" in result.err.splitlines()


def test_one_address_of_two_contacts_is_ambiguous(run, ok, people):
    ok("add-contact", "Ada Again", "--email", "ada@example.org", "--allow-duplicate")
    assert run("show", "ada@example.org").code == 4


def test_exact_name_comes_before_longer_ones(ok, people):
    ok("add-contact", "Ben")
    assert ok("show", "ben", "-f", "ids").out == "c9\n"
    assert ok("show", "ben carter", "-f", "ids").out == "c3\n"


def test_contact_comes_before_an_event_of_the_same_name(ok, people):
    ok("add-contact", "PlainConf 2026")
    assert ok("show", "plainconf 2026", "-f", "ids").out == "c9\n"
    held = ok("add-conversation", "Hi", "--with", "plainconf", "--event", "plainconf", "--json").json
    assert (held["contacts"][0]["ref"], held["event"]["ref"]) == ("c9", "e1")


def test_name_that_looks_like_a_reference_is_a_name_but_the_reference_wins(ok, people):
    ok("add-contact", "c1")
    assert ok("show", "c1", "-f", "ids").out == "c1\n"
    assert ok("show", "c9", "--json").json["name"] == "c1"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Nobody Known", "`netlog list-contacts`"),
        ("quill", "did you mean Ada Byron Quill, c1?"),
        ("carter", "did you mean Ben Carter, c3 or Ben Dover Carter, c6?"),
        ("2026", "did you mean PlainConf 2026, e1?"),
        ("c99", "no contact c99 (see `netlog list-contacts`)"),
        ("t99", "no conversation t99"),
        ("f0", "no follow-up f0 (see `netlog list-follow-ups`)"),
        ("c999999999999999999", "no contact"),
        ("c9999999999999999999999", "no record is called"),
        ("z1", "no record is called 'z1'"),
        ("nobody@example.org", "no record is called"),
        ("deadbeef", "no record is called"),
        (".", "no record is called"),
        ("...", "no record is called"),
        ("%", "no record is called"),
        ('"', "no record is called"),
        ("*", "no record is called"),
        ("", "no record is called"),
        ("ben x", "no record is called"),
    ],
)
def test_unknown_reference_is_not_found_and_says_what_may_help(run, people, word, said):
    refused(run("show", word), 3, said)


def test_full_stops_do_not_name_the_only_contact(run, ok):
    ok("add-contact", "Ada Quill")
    refused(run("delete", "."), 3)
    assert ok("show", "ada.", "-f", "ids").out == "c1\n"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("add-conversation", "Hi", "--with", "e1"), "e1 is an event, not a contact"),
        (("add-conversation", "Hi", "--with", "plain"), "no contact is called 'plain'"),
        (("done", "c1"), "c1 is a contact, not a follow-up"),
        (("drop", "g1"), "g1 is a goal, not a follow-up"),
        (("goals", "c1"), "c1 is a contact, not a goal"),
        (
            ("snooze", "t1", "+3d"),
            "t1 is a conversation, not a follow-up, contact, membership or introduction",
        ),
        (("add-follow-up", "X", "--from", "c1"), "c1 is a contact, not a conversation or event"),
        (("add-event", "X", "--on", "today", "--met", "f1"), "f1 is a follow-up, not a contact"),
    ],
)
def test_reference_of_another_kind_is_said_to_be_so(run, people, command, said):
    refused(run(*command), 3, said)


def test_several_references_stop_at_the_first_that_is_unknown(run, ok, people):
    refused(run("delete", "c1", "c2", "c99"), 3, "c99")
    assert len(ok("list-contacts", "--json").json) == 8


def test_reference_on_an_empty_log_is_not_found(run, db):
    refused(run("show", "ada"), 3, "add-contact")
    assert not db.exists()


def test_an_event_that_is_asked_for_is_found_by_words_of_its_name(run, ok):
    ok("add-contact", "Ada Okafor")
    ok("add-event", "ACTE VISION 2025", "--on", "2025-12-09", "--status", "attended")
    assert ok("prep", "vision", "--json").json["ref"] == "e1"
    ok("add-conversation", "tea", "--with", "ada", "--event", "vision 2025")
    assert ok("show", "t1", "--json").json["event"]["ref"] == "e1"
    refused(run("delete", "vision", "--yes"), 3, "did you mean ACTE VISION 2025, e1?")
    ok("add-event", "VISION of the few", "--on", "2026-05-01")
    ok("add-event", "Old VISION", "--on", "2024-05-01")
    assert ok("prep", "vision", "--json").json["ref"] == "e2"  # the start of a name goes before
    assert run("prep", "visio 2").code == 3
