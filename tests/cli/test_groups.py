"""add-group, and what is shown of a group."""

import pytest


@pytest.fixture
def group(ok):
    """Ana (c1) is in the State Association (u1), Bo (c2) is not."""
    ok("add-contact", "Ana Kim")
    ok("add-contact", "Bo Lund")
    ok(
        "add-group",
        "State Association",
        "--level",
        "state",
        "--member",
        "ana",
        "--url",
        "https://example.org",
    )


def texts(ok, ref):
    return [(one["on"], one["ref"], one["text"]) for one in ok("show", ref, "--json").json["timeline"]]


def linked(ok, ref):
    return [(one["ref"], one["name"], one["as"]) for one in ok("show", ref, "--json").json["linked"]]


def test_a_group_has_its_members_and_is_found_by_its_name(ok, group):
    shown = ok("show", "state assoc", "--json").json
    assert (shown["ref"], shown["kind"], shown["level"]) == ("u1", "association", "state")
    assert shown["members"] == [{"ref": "c1", "name": "Ana Kim"}]
    assert ok("list-groups", "member:ana", "-f", "ids").lines == ["u1"]
    assert ok("list-groups", "member:bo", "-f", "ids").lines == []
    assert ok("edit", "u1", "member+=bo", "--json").json["members"][1]["name"] == "Bo Lund"


@pytest.mark.parametrize("name", ["State Association", "  state ASSOCIATION ", "Státe Associatión"])
def test_the_same_name_is_a_conflict_unless_it_is_meant(run, ok, group, db, name):
    before = db.read_bytes()
    result = run("add-group", name)
    assert (result.code, result.out) == (5, "")
    assert "u1 State Association" in result.err and "--if-absent" in result.err and db.read_bytes() == before
    there = ok("add-group", name, "--if-absent", "--kind", "forum", "--json")
    assert (there.json["ref"], there.json["kind"]) == ("u1", "association")
    assert "in the log already" in there.err
    assert ok("add-group", name, "--allow-duplicate", "-f", "ids").lines == ["u2"]


def test_if_absent_adds_what_is_absent(ok):
    assert ok("add-group", "New One", "--if-absent", "-f", "ids").lines == ["u1"]


def test_a_group_tells_its_events_what_was_given_to_it_and_your_membership(ok, group):
    ok("add-event", "Spring Meeting", "--on", "2026-02-01", "--group", "u1")
    ok("add-event", "Other", "--on", "2026-02-02")
    ok("add-contribution", "Robots on a budget", "--on", "2026-01-10", "--group", "state")
    ok("add-opportunity", "Chair of the committee", "--on", "2026-02-20", "--from", "u1", "--kind", "other")
    ok("add-membership", "u1", "--joined", "2024-05-01", "--role", "treasurer")
    ok("leave", "u1", "--on", "2025-05-01")
    ok("add-membership", "u1", "--joined", "2026-01-01")
    assert texts(ok, "u1") == [
        ("2026-02-20", "o1", "open: Chair of the committee"),
        ("2026-02-01", "e1", "attended: Spring Meeting"),
        ("2026-01-10", "b1", "talk: Robots on a budget"),
        ("2026-01-01", "m2", "joined: member"),
        ("2025-05-01", "m1", "left: treasurer"),
        ("2024-05-01", "m1", "joined: treasurer"),
    ]
    assert linked(ok, "u1") == [
        ("m1", "State Association, treasurer", "you were in it"),
        ("m2", "State Association, member", "you are in it"),
    ]
    assert linked(ok, "c1") == [("u1", "State Association", "they are in it")]
    card = ok("show", "u1", "-f", "table").out
    for words in ("Ana Kim", "Spring Meeting", "Robots on a budget", "you are in it"):
        assert words in card


def test_prep_knows_the_groups_that_both_are_in(ok, group):
    def in_common():
        found = ok("prep", "ana", "--json").json["common_ground"]
        return [(one["text"], one["ref"]) for one in found if one["kind"] == "group"]

    assert in_common() == []
    ok("add-membership", "u1", "--joined", "2025-01-01")
    assert in_common() == [("both in State Association", "u1")]
    ok("leave", "u1", "--on", "2026-01-31")
    assert in_common() == [("in State Association, as you were until 2026-01-31", "u1")]
    ok("add-membership", "u1", "--joined", "2026-02-10")
    assert in_common() == [("both in State Association", "u1")]


def test_prep_knows_whom_they_know_and_who_could_help(ok, group):
    ok("add-contact", "Cy Dahl", "--knows", "ana", "--offer", "grants")
    ok("add-contact", "Old Friend", "--status", "archived", "--knows", "ana", "--offer", "grants")
    ok("edit", "ana", "need=grants,rubrics", "offer=robots")
    ok("edit", "bo", "need=robots")
    found = ok("prep", "ana", "--json").json["common_ground"]
    assert [(one["kind"], one["text"]) for one in found] == [
        ("knows", "knows Cy Dahl"),
        ("need", "needs grants, offered by Cy Dahl"),
        ("need", "needs rubrics"),
        ("offer", "offers robots, needed by Bo Lund"),
    ]
    assert found[1]["contacts"] == [{"ref": "c3", "name": "Cy Dahl"}]
    assert "knows Ana Kim" in str(ok("prep", "cy", "--json").json["common_ground"])


def test_a_group_that_is_deleted_takes_memberships_and_is_forgotten_by_the_rest(ok, group):
    ok("add-membership", "u1")
    ok("add-event", "Meeting", "--on", "2026-02-01", "--group", "u1")
    ok("add-contribution", "Talk", "--group", "u1")
    before = ok("export", "json").json
    gone = ok("delete", "u1", "--yes").err
    assert "State Association" in gone and "1 membership" in gone
    assert ok("show", "e1", "--json").json["group"] is None
    assert ok("show", "b1", "--json").json["group"] is None
    assert ok("list-memberships", "--all", "--json").json == []
    ok("undo")
    after = ok("export", "json").json
    assert {**before, "exported_at": ""} == {**after, "exported_at": ""}
    assert ok("check", "--json").json["ok"]


def test_a_group_and_its_membership_can_be_deleted_together(ok, group):
    ok("add-membership", "u1")
    assert [one["ref"] for one in ok("delete", "u1", "m1", "--yes", "--json").json] == ["m1", "u1"]


@pytest.mark.parametrize(
    ("words", "say"),
    [
        (("",), "the name is empty"),
        (("x\x1by",), "control character"),
        (("New", "--kind", "club"), "association, community"),
        (("New", "--level", "village"), "building"),
    ],
)
def test_what_can_not_be_a_group_is_refused(run, ok, group, words, say):
    result = run("add-group", *words)
    assert (result.code, result.out) == (2, "") and say in result.err


def test_a_member_who_is_not_there_is_not_found(run, ok, group):
    assert run("add-group", "New", "--member", "nobody").code == 3
    assert ok("list-groups", "-f", "ids").lines == ["u1"]
