"""`path`: the ways to somebody through those you know."""

import pytest

from tests.days import TODAY, day


@pytest.fixture
def people(ok):
    """c1 Ada and c2 Bo you talk with; c3 Dee you don't know; c4 Grace you mean to know."""
    ok("add-contact", "Ada Okafor", "--organization", "Hill School")
    ok("add-contact", "Bo Lind", "--organization", "Lake College")
    ok("add-contact", "Dee Quist", "--status", "target")
    ok("add-contact", "Grace Hopper", "--status", "target")
    ok("add-conversation", "tea", "--with", "ada", "--on", day(0))
    ok("add-conversation", "call", "--with", "bo", "--on", day(-73))


ADA = 5.25  # known 1, recent 4, 1 of 12 talks: 0.25
BO = 4.45  # known 1, recent 4 x 292/365 = 3.2, 0.25


def ways(ok, ref="grace", **more):
    return ok("path", ref, "--json", **more).json


def told(ok, ref="grace"):
    """The people of each way, and the score."""
    return [([hop["ref"] for hop in way["hops"]], way["score"]) for way in ways(ok, ref)]


@pytest.mark.parametrize(
    ("commands", "why", "warmth"),
    [
        ([("edit", "ada", "knows+=grace")], "they know each other", 10.0),
        ([("edit", "grace", "knows+=ada")], "they know each other", 10.0),
        ([("edit", "grace", "met-through=ada")], "you met one through the other", 8.0),
        (
            [("add-introduction", "ada", "--by", "dee", "--to", "grace", "--status", "made")],
            "introduced, i1",
            9.0,
        ),
        (
            [("add-introduction", "grace", "--by", "ada", "--to", "dee", "--status", "met")],
            "introduced, i1",
            9.0,
        ),
        ([("add-group", "Guild", "--member", "ada", "--member", "grace")], "both in Guild", 4.0),
        (
            [
                (
                    "add-event",
                    "Fair",
                    "--on",
                    "2026-01-05",
                    "--met",
                    "ada",
                    "--met",
                    "grace",
                    "--status",
                    "attended",
                )
            ],
            "both at Fair, 2026-01-05",
            4.0,
        ),
        (
            [
                ("add-event", "Fair", "--on", "2026-01-05", "--met", "ada", "--status", "attended"),
                ("edit", "grace", "met-at=Fair"),
            ],
            "both at Fair, 2026-01-05",
            4.0,
        ),
        ([("edit", "grace", "organization=hill school")], "both at hill school", 6.0),
        ([("edit", "grace", "career+=Hill School, teacher=2010..2015")], "at some time at Hill School", 3.0),
        (
            [
                ("edit", "ada", "career+=Old Mill=2010..2015"),
                ("edit", "grace", "career+=Old Mill=2014..2018"),
            ],
            "at some time at Old Mill",
            3.0,
        ),
    ],
)
def test_every_kind_of_link_is_a_hop(ok, people, commands, why, warmth):
    for words in commands:
        ok(*words)
    found = next(way for way in ways(ok) if way["ask"]["ref"] == "c1" and len(way["hops"]) == 2)
    first, last = found["hops"]
    assert (first["ref"], first["warmth"], last["ref"], last["warmth"]) == ("c1", ADA, "c4", warmth)
    assert why in last["why"] and found["score"] == pytest.approx(ADA * warmth / 10, abs=0.01)
    assert found["ask"] == {"ref": "c1", "name": "Ada Okafor"} and found["asked"] == 0
    assert found["command"] == "netlog add-introduction --by c1 --to c4"
    assert why in found["reason"]


@pytest.mark.parametrize(
    "commands",
    [
        [],
        [("add-introduction", "ada", "--by", "dee", "--to", "grace")],  # only asked
        [("edit", "ada", "career+=Old Mill=2010..2012"), ("edit", "grace", "career+=Old Mill=2014..2018")],
        [
            (
                "add-event",
                "Fair",
                "--on",
                "2026-01-05",
                "--to-meet",
                "ada",
                "--to-meet",
                "grace",
                "--status",
                "skipped",
            )
        ],
        [("edit", "ada", "knows+=grace"), ("edit", "ada", "status=archived")],
    ],
)
def test_what_is_no_link_is_no_way(ok, people, commands):
    for words in commands:
        ok(*words)
    result = ok("path", "grace", "--json")
    assert result.json == [] and "nobody you know leads to Grace Hopper yet" in result.err


def test_help_and_talks_make_a_tie_warmer(ok, people):
    ok("edit", "ada", "knows+=grace")
    for words in (("--received",), ()):
        ok("add-exchange", "slides", "--with", "ada", *words)
    ok("add-conversation", "again", "--with", "ada", "--on", day(-30))
    assert ways(ok)[0]["hops"][0]["parts"] == {"known": 1.0, "recent": 4.0, "frequent": 0.5, "mutual": 1.0}
    assert "2 talks in a year, the last today, help both ways" in ways(ok)[0]["reason"]


def test_the_warmest_way_is_first_and_further_ones_go_through_strangers(ok, people):
    ok("edit", "ada", "knows+=dee")
    ok("edit", "dee", "knows+=grace")
    ok("edit", "bo", "knows+=grace")
    assert told(ok) == [(["c2", "c4"], BO), (["c1", "c3", "c4"], 2.62)]  # 5.25, halved
    assert ways(ok)[1]["command"] == "netlog add-introduction --by c1 --to c3"
    assert ok("path", "grace", "-f", "ids").lines == ["c2", "c1"]


def test_who_was_asked_in_the_last_90_days_comes_later(ok, people):
    ok("edit", "ada", "knows+=grace")
    ok("edit", "bo", "knows+=grace")
    assert [way["ask"]["ref"] for way in ways(ok)] == ["c1", "c2"]
    ok("add-introduction", "--by", "ada", "--to", "dee", "--asked", day(-90))
    assert ways(ok)[0]["asked"] == 0
    ok("add-introduction", "--by", "ada", "--to", "bo", "--asked", day(-89))
    found = ways(ok)
    assert [(way["ask"]["ref"], way["asked"], way["score"]) for way in found] == [
        ("c2", 0, BO),
        ("c1", 1, 2.62),
    ]
    assert found[1]["lately"] == "asked once in 90 days"


def test_an_introduction_under_way_is_told_and_moved_on(ok, people):
    ok("edit", "ada", "knows+=grace")
    ok("add-introduction", "--by", "ada", "--to", "grace", "--asked", day(-3))
    [way] = ways(ok)
    assert (way["lately"], way["command"]) == ("i1, asked 3 days ago, is under way", "netlog done i1")


def test_a_declined_one_closes_its_way(ok, people):
    ok("edit", "ada", "knows+=grace")
    ok("edit", "bo", "knows+=grace")
    ok("add-introduction", "--by", "ada", "--to", "grace", "--declined", day(-3))
    result = ok("path", "grace", "--json")
    assert [way["ask"]["ref"] for way in result.json] == ["c2"]
    assert f"Ada Okafor declined to introduce you to Grace Hopper on {day(-3)}" in result.err


def test_at_most_five_ways_each_with_another_to_ask(ok, people):
    for number in range(8):
        ok("add-contact", f"Person {number}", "--knows", "grace", "--knows", "dee")
        ok("add-conversation", "hello", "--with", f"Person {number}")
    ok("edit", "dee", "knows+=grace")
    found = ways(ok)
    assert len(found) == 5 and len({way["ask"]["ref"] for way in found}) == 5


def test_whom_you_know_you_reach_yourself(ok, people):
    result = ok("path", "ada", "--json")
    [way] = result.json
    assert [hop["ref"] for hop in way["hops"]] == ["c1"] and way["score"] == ADA
    assert way["command"] == "netlog prep c1"
    assert "you know Ada Okafor: 1 talk in a year, the last today" in result.err


def test_whom_you_know_and_never_talked_with_can_be_asked_too(ok, people):
    ok("add-contact", "Cy Tamm", "--organization", "Reef School")
    ok("edit", "cy", "knows+=grace")
    assert told(ok) == [(["c5", "c4"], 0.5)]  # known 0.5
    ok("edit", "ada", "knows+=cy")
    assert told(ok) == [(["c1", "c5", "c4"], 2.62), (["c5", "c4"], 0.5)]  # 10 x 0.525 x 1 x 1 / 2
    ok("edit", "cy", "status=target")
    assert told(ok) == [(["c1", "c5", "c4"], 2.62)]
    ok("edit", "cy", "status=archived")
    assert told(ok) == []


def test_of_whom_you_never_talked_with_it_says_that_you_know_them(ok, people):
    ok("add-contact", "Cy Tamm")
    ok("edit", "ada", "knows+=cy")
    result = ok("path", "cy", "--json")
    assert [one["ask"]["ref"] for one in result.json] == ["c1"]
    assert "you know Cy Tamm, and never talked as far as noted: netlog prep c5" in result.err
    ok("edit", "ada", "knows=")
    result = ok("path", "cy", "--json")
    assert result.json == [] and "netlog prep c5" in result.err and "nobody" not in result.err


def test_where_there_is_no_way_it_says_what_would_help(ok, people):
    ok("add-group", "Guild", "--member", "grace")
    ok("add-event", "Fair", "--on", day(20), "--to-meet", "grace")
    result = ok("path", "grace")
    assert result.out == ""
    for words in ("u1 when you join", f"at Fair on {day(20)}: netlog prep e1", "knows+=c4"):
        assert words in result.err
    ok("add-membership", "Guild")
    assert "when you join" not in ok("path", "grace").err
    assert ok("path", "grace", "-f", "table").out == "No way yet.\n"


def test_what_many_share_is_looked_at_for_those_talked_with_last(ok, people):
    names = "".join(f"Colleague {number}\n" for number in range(70))
    ok("add-contact", "-", "--organization", "Big Works", stdin=names)
    ok("edit", "grace", "organization=Big Works")
    ok("edit", "ada", "organization=Big Works")
    result = ok("path", "grace", "--json")
    first, *others = result.json
    assert first["ask"]["ref"] == "c1" and all(way["score"] < first["score"] / 10 for way in others)
    assert first["hops"][1]["warmth"] == pytest.approx(6 * 20 / 72, abs=0.01)
    assert "Big Works: the 50 of 72 people that you talked with last were looked at" in result.err


def test_a_large_group_is_walked_from_those_talked_with_last(ok, people):
    names = "".join(f"Member {number}\n" for number in range(305))
    ok("add-contact", "-", stdin=names)
    members = [word for number in range(305) for word in ("--member", f"c{number + 5}")]
    ok("add-group", "Everyone", *members, "--member", "grace", "--member", "ada")
    assert [way["ask"]["ref"] for way in ways(ok)] == ["c1"]


@pytest.mark.parametrize(("words", "code"), [(("nobody",), 3), (("e1",), 3), ((), 2), (("ada", "bo"), 2)])
def test_bad_input(run, people, words, code):
    result = run("path", *words)
    assert (result.code, result.out) == (code, "") and result.err


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_table_names_the_way_and_its_sums(ok, people, width):
    ok("edit", "ada", "knows+=dee")
    ok("edit", "dee", "knows+=grace")
    ok("add-introduction", "--by", "ada", "--to", "bo", "--asked", str(TODAY))
    out = ok("path", "grace", "--why", "-f", "table", env={"COLUMNS": str(width)}).out
    assert max(map(len, out.splitlines())) <= width
    flat = " ".join(out.split())
    assert "you → Ada Okafor → Dee Quist → Grace Hopper" in flat
    assert "1.31 = 10 x 0.53 x 1 x 1 / 2 (somebody between) / 2 (asked 1 time in 90 days)" in flat
    assert "netlog add-introduction --by c1 --to c3" in flat and "knows: they know each other" in flat


def test_hostile_names_do_no_harm(ok, people):
    ok("add-contact", "[red]Eve[/] \u202eevil", "--knows", "grace")
    ok("add-conversation", "x", "--with", "c5")
    out = ok("path", "grace", "-f", "table").out
    assert "[red]Eve[/] \\u202eevil" in out and "\u202e" not in out


def test_it_changes_nothing(ok, people, db):
    ok("edit", "ada", "knows+=grace")
    before = db.read_bytes()
    ok("path", "grace")
    ok("matches")
    ok("balance")
    assert db.read_bytes() == before


def test_names_and_kinds_are_completed(ok, people, process):
    for line, wanted in (
        ("netlog path Gra", '"Grace Hopper"'),
        ("netlog matches Ad", '"Ada Okafor"'),
        ("netlog balance --per q", '"quarter"'),
        ("netlog done f1 --exchange m", '"mentoring"'),
    ):
        env = {"_NETLOG_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line}
        assert wanted in process(env=env).stdout, line


def test_nobody_knows_themselves(ok, run, people):
    result = run("edit", "ada", "knows+=ada")
    assert (result.code, result.out) == (2, "") and "knowing themselves" in result.err
    ok("edit", "ada", "knows+=bo")
