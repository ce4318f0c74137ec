"""`matches`: two people you know who should meet."""

import pytest

from tests.days import day


@pytest.fixture
def people(ok):
    """c1 Ada needs what c2 Bo offers, and the other way round; c3 Cy offers it too."""
    ok("add-contact", "Ada Okafor", "--need", "grants", "--offer", "robotics")
    ok("add-contact", "Bo Lind", "--offer", "grants", "--need", "robotics")
    ok("add-contact", "Cy Marsh", "--offer", "grants")
    for name in ("ada", "bo", "cy"):
        ok("add-conversation", f"tea with {name}", "--with", name)


def pairs(ok, *words):
    return [(one["who"]["ref"], one["to"]["ref"]) for one in ok("matches", *words, "--json").json]


def test_who_fits_both_ways_comes_first(ok, people):
    found = ok("matches", "--json").json
    assert pairs(ok) == [("c1", "c2"), ("c1", "c3")]
    first, second = found
    assert first["mutual"] and not second["mutual"]
    # need 4, mutual 4, and half of 5.25 (talked today, once): 2.62
    assert first["parts"] == {"need": 4.0, "mutual": 4.0, "warmth": 2.62} and first["score"] == 10.62
    assert [(one["word"], one["needs"]["ref"], one["offers"]["ref"]) for one in first["words"]] == [
        ("grants", "c1", "c2"),
        ("robotics", "c2", "c1"),
    ]
    assert second["reason"] == "Ada Okafor needs grants, Cy Marsh offers it"


def test_its_command_is_one_to_copy(ok, people):
    command = ok("matches", "cy", "--json").json[0]["command"]
    assert command == "netlog add-introduction c1 --to c3 --why grants"
    made = ok(*command.split()[1:], "--json").json
    assert (made["by"], made["who"]["ref"], made["to"]["ref"]) == (None, "c1", "c3")
    assert pairs(ok, "cy") == []  # it is under way


def test_matches_of_one_contact(ok, people):
    assert pairs(ok, "ada") == [("c1", "c2"), ("c1", "c3")]
    assert pairs(ok, "cy") == [("c1", "c3")]
    assert pairs(ok, "--limit", "1") == [("c1", "c2")]


@pytest.mark.parametrize(
    "words",
    [
        ("edit", "ada", "knows+=bo"),
        ("edit", "bo", "knows+=ada"),
        ("edit", "bo", "met-through=ada"),
        ("edit", "ada", "met-through=bo"),
        ("add-conversation", "all of us", "--with", "ada", "--with", "bo"),
        ("add-group", "Guild", "--member", "ada", "--member", "bo"),
        ("add-introduction", "ada", "--to", "bo"),
        ("add-introduction", "bo", "--to", "ada", "--status", "declined"),
        ("add-introduction", "--by", "ada", "--to", "bo"),
        ("add-introduction", "ada", "--by", "bo", "--to", "cy"),
    ],
)
def test_who_knows_each_other_already_is_no_match(ok, people, words):
    ok(*words)
    assert ("c1", "c2") not in pairs(ok) and ("c1", "c2") not in pairs(ok, "ada")


@pytest.mark.parametrize(
    "words", [("edit", "bo", "status=archived"), ("edit", "bo", "offer-=grants", "need=")]
)
def test_who_is_not_known_or_offers_nothing_is_no_match(ok, people, words):
    ok(*words)
    assert ("c1", "c2") not in pairs(ok)


def test_whom_you_know_and_never_talked_with_fits_too(ok, people):
    ok("delete", "t2")
    found = next(one for one in ok("matches", "--json").json if one["who"]["ref"] == "c1")
    assert (found["to"]["ref"], found["parts"]["warmth"]) == ("c2", 0.25)  # half of known 0.5
    assert ("c1", "c2") in pairs(ok, "ada")
    ok("edit", "bo", "status=target")
    assert ("c1", "c2") not in pairs(ok) and ("c1", "c2") not in pairs(ok, "ada")


def test_colleagues_come_later(ok, people):
    for name in ("ada", "bo"):
        ok("edit", name, "organization=Hill School")
    first = ok("matches", "--json").json[0]
    assert first["parts"]["colleagues"] == -3.0 and first["score"] == 7.62


def test_nothing_fits_is_a_success_with_a_hint(ok):
    result = ok("matches", "--json")
    assert result.json == [] and "need+=WORD offer+=WORD" in result.err
    assert ok("matches", "-f", "table").out == "Nobody to bring together yet.\n"


def test_those_who_know_each_other_do_not_crowd_the_others_out(ok, people):
    names = "".join(f"Person {number}\n" for number in range(60))
    ok("add-contact", "-", "--need", "help", "--offer", "help", stdin=names)
    talk = [word for number in range(60) for word in ("--with", f"c{number + 4}")]
    ok("add-conversation", "everybody", *talk)
    assert pairs(ok) == [("c1", "c2"), ("c1", "c3")]  # they were all in one conversation


@pytest.mark.parametrize(("words", "code"), [(("nobody",), 3), (("--limit", "0"), 2), (("t1",), 3)])
def test_bad_input(run, people, words, code):
    result = run("matches", *words)
    assert (result.code, result.out) == (code, "") and result.err


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_table_says_why(ok, people, width):
    out = ok("matches", "--why", "-f", "table", env={"COLUMNS": str(width)}).out
    assert max(map(len, out.splitlines())) <= width
    flat = " ".join(out.split())
    assert "Ada Okafor and Bo Lind" in flat and "10.62 = need 4 + mutual 4 + warmth 2.62" in flat
    assert "mutual: and the other way round" in flat


def test_hostile_words_are_quoted_in_the_command(ok):
    ok("add-contact", "Ada", "--need", "$(rm)'x'")
    ok("add-contact", "Bo", "--offer", "$(rm)'x'")
    ok("add-conversation", "a", "--with", "c1", "--on", day(-1))
    ok("add-conversation", "b", "--with", "c2")
    command = ok("matches", "--json").json[0]["command"]
    import shlex

    assert shlex.split(command)[-1] == "$(rm)'x'"
