"""wins: what is tagged win, over all kinds of record; in the review too."""

import pytest

TODAY = "2026-03-04"  # a Wednesday; its week is 2026-03-02..08


@pytest.fixture(autouse=True)
def _today(monkeypatch, home):
    monkeypatch.setenv("NETLOG_TODAY", TODAY)


@pytest.fixture
def log(ok):
    """A win of each kind, each on a day of its own."""
    ok("add-contact", "Ana Kim", "--met", "2026-01-01", "--win")
    ok("add-contact", "Bo Lund")
    ok("add-conversation", "Yes to the pilot", "--with", "ana", "--on", "2026-03-03", "--win")
    ok("add-conversation", "No win", "--with", "ana")
    ok("add-event", "Big Fair", "--on", "2026-02-10", "--win")
    ok("add-follow-up", "Send rubric", "--with", "ana", "--win")
    ok("done", "f1", "--on", "2026-03-02", "--no-exchange")
    ok("add-goal", "Talk", "--count", "people", "--per", "week", "--win")
    ok("add-group", "Circle", "--win")
    ok("add-membership", "u1", "--joined", "2025-05-01", "--win")
    ok("add-contribution", "Robots", "--on", "2026-02-20", "--level", "state", "--win")
    ok(
        "add-introduction",
        "--by",
        "ana",
        "--to",
        "bo",
        "--asked",
        "2026-01-05",
        "--met",
        "2026-02-05",
        "--win",
    )
    ok("add-exchange", "A grant template", "--received", "--with", "bo", "--on", "2026-02-06", "--win")
    ok(
        "add-opportunity",
        "Keynote",
        "--on",
        "2026-01-02",
        "--status",
        "gained",
        "--closed",
        "2026-02-28",
        "--win",
    )
    ok("add-takeaway", "Exit tickets", "--on", "2026-01-03", "--win")
    ok("mark", "kept", "k1", "--on", "2026-02-27")
    ok("add-vision", "I lead a network", "--win")
    ok("add-step", "Ask for the keynote", "--vision", "v1", "--status", "done", "--win")


def refs(ok, *words, **more):
    return [one["ref"] for one in ok("wins", *words, "--json", **more).json]


def test_wins_of_every_kind_come_newest_first_by_their_own_day(ok, log):
    found = ok("wins", "--json").json
    assert all(list(one) == ["ref", "type", "on", "text"] for one in found)
    dated = [(one["on"], one["ref"]) for one in found]
    assert sorted(dated) == sorted(
        [
            *[(TODAY, ref) for ref in ("g1", "u1", "v1", "s1")],
            *[("2026-03-03", "t1"), ("2026-03-02", "f1"), ("2026-02-28", "o1"), ("2026-02-27", "k1")],
            *[("2026-02-20", "b1"), ("2026-02-10", "e1"), ("2026-02-06", "x1"), ("2026-02-05", "i1")],
            *[("2026-01-01", "c1"), ("2025-05-01", "m1")],
        ]
    )
    days = [one["on"] for one in found]
    assert days == sorted(days, reverse=True)
    texts = {one["ref"]: one["text"] for one in found}
    assert (texts["i1"], texts["m1"], texts["t1"]) == ("you to Bo Lund", "Circle, member", "Yes to the pilot")


def test_any_record_becomes_a_win_with_the_tag_and_is_none_without_it(ok, log):
    ok("tag", "t2", "win")
    assert "t2" in refs(ok)
    ok("untag", "t2", "win")
    assert "t2" not in refs(ok)
    assert ok("list-conversations", "win:yes", "-f", "ids").lines == ["t1"]
    assert ok("list-conversations", "win:no", "-f", "ids").lines == ["t2"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--since", "2026-03-01"), ["g1", "u1", "v1", "s1", "t1", "f1"]),
        (("--since", "2026-03"), ["g1", "u1", "v1", "s1", "t1", "f1"]),
        (("--between", "2026-02-20..2026-02-28"), ["o1", "k1", "b1"]),
        (("--between", "2026-02", "--since", "2026-02-28"), ["o1"]),
        (("--between", "..2025-12-31"), ["m1"]),
        (("with:ana",), ["t1", "f1"]),
        (("level:state",), ["b1"]),
        (("kind:conference",), ["e1"]),
        (("rubric",), ["f1"]),
        (("with:ana", "rubric"), ["f1"]),
        (("tag:nothing",), []),
    ],
)
def test_days_and_filters_narrow_them(ok, log, words, found):
    assert sorted(refs(ok, *words)) == sorted(found)


@pytest.mark.parametrize(
    ("words", "code", "say"),
    [
        (("foo:bar",), 2, "no win has 'foo'"),
        (("level:village",), 2, "village"),
        (("with:nobody",), 3, "nobody"),
        (("--since", "someday"), 2, "someday"),
        (("--between", "someday"), 2, "someday"),
    ],
)
def test_what_can_not_be_asked_is_refused(run, log, words, code, say):
    result = run("wins", *words)
    assert (result.code, result.out) == (code, "") and say in result.err


def test_none_is_an_empty_list(ok):
    assert ok("wins", "--json").json == [] and ok("wins").out == ""
    assert "--win" in ok("wins", "-f", "table").out


def test_log_and_its_options_note_a_win(ok, log):
    ok("log", "coffee with Ana, she said yes #pilot", "--win")
    assert ok("show", "t3", "--json").json["tags"] == ["pilot", "win"]
    assert refs(ok, "--since", TODAY, "with:ana") == ["t3"]


def test_the_review_has_the_wins_of_its_week(ok, log):
    assert {one["ref"] for one in ok("review", "--json").json["wins"]} == {"g1", "u1", "v1", "s1", "t1", "f1"}
    before = ok("review", "--week", "2026-02-27", "--json").json["wins"]
    assert [one["ref"] for one in before] == ["o1", "k1"]
    assert "Keynote" in ok("review", "--week", "2026-02-27", "-f", "table").out


def test_the_table_says_kinds_as_one_does(ok, log):
    table = ok("wins", "-f", "table").out
    assert "follow-up" in table and "follow_up" not in table and "Yes to the pilot" in table


def test_a_tag_win_is_no_common_ground(ok, log):
    ok("tag", "bo", "win", "stem")
    ok("tag", "ana", "stem")
    kinds = [one["text"] for one in ok("prep", "ana", "--json").json["common_ground"] if one["kind"] == "tag"]
    assert kinds == ["also tagged stem: Bo Lund"]
