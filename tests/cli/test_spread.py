"""`spread`: a day for each first contact."""

from collections import Counter
from datetime import date, timedelta

import pytest

from tests.answers import refs
from tests.days import TODAY, day
from tests.terminals import end


@pytest.fixture
def imported(ok):
    """c1 to c12, just imported; c13 talked with, c14 archived, c15 never to be contacted."""
    names = "".join(f"Person {letter}\n" for letter in "ABCDEFGHIJKL")
    ok("add-contact", "-", "--tag", "new", stdin=names)
    ok("add-contact", "Old Friend", "--tag", "new")
    ok("add-conversation", "Tea", "--with", "c13")
    ok("add-contact", "Gone Away", "--tag", "new", "--status", "archived")
    ok("add-contact", "Never Mind", "--tag", "new", "--cadence", "none")


def test_everyone_never_talked_with_has_a_day_and_comes_up_on_it(ok, imported):
    planned = ok("spread", "tag:new", "--over", "4w", "--json").json
    assert [one["ref"] for one in planned] == [f"c{n}" for n in range(1, 13)]
    days = [date.fromisoformat(one["on"]) for one in planned]
    assert days == sorted(days) and days[0] == TODAY + timedelta(days=1)
    assert max(days) <= TODAY + timedelta(days=28)
    assert set(Counter((one - days[0]).days // 7 for one in days).values()) == {3}
    for one in planned:
        record = ok("show", one["ref"], "--json").json
        assert record["snoozed_until"] == record["next_contact_on"] == one["on"]
        assert one["ref"] in refs(ok("due", "--days", "0", "--json", today=one["on"]))
    assert ok("due", "--json").json == []  # nobody before their day
    entry = ok("due", "c1", "--json", today=day(1)).json[0]
    assert entry["reason"] == f"never talked yet, first contact planned for {day(1)}"


def test_it_is_one_step_to_undo(ok, imported):
    before = ok("list-contacts", "--json").json
    ok("spread")
    assert ok("history", "--json").json[0]["command"] == "spread"
    ok("undo")
    assert ok("list-contacts", "--json").json == before


def test_it_is_the_same_every_time(ok, imported):
    first = ok("spread", "--over", "5w", "--json").json
    ok("undo")
    assert ok("spread", "--over", "5w", "--json").json == first


def test_the_closest_come_first_then_those_met_last(ok):
    ok("add-contact", "Ada No Cadence", "--met", day(-1))
    ok("add-contact", "Bo Loose", "--tier", "loose")
    ok("add-contact", "Cy Inner Long Ago", "--tier", "inner", "--met", day(-900))
    ok("add-contact", "Dee Inner Lately", "--tier", "inner", "--met", day(-9))
    assert refs(ok("spread", "--json")) == ["c4", "c3", "c2", "c1"]


def test_people_with_a_cadence_do_not_all_come_due_at_once(ok):
    names = "".join(f"Person {letter}\n" for letter in "ABCD")
    ok("add-contact", "-", "--cadence", "6w", "--met", day(-400), stdin=names)
    assert ok("due", "--count").out == "4\n"
    ok("spread", "--over", "4w")
    assert ok("due", "--count", today=day(1)).out == "1\n"
    assert ok("due", "--count", today=day(40)).out == "4\n"


def test_the_first_talk_brings_the_cadence_back(ok, imported):
    ok("spread", "tag:new")
    ok("add-conversation", "Hello", "--with", "c1")
    ok("edit", "c2", "cadence=2w")
    ok("add-conversation", "Hello", "--with", "c2", "--on", day(0))
    assert ok("show", "c1", "--json").json["next_contact_on"] is None
    assert ok("show", "c2", "--json").json["next_contact_on"] == day(14)


def test_who_has_a_day_already_is_left_alone(ok, imported):
    ok("snooze", "c3", "+90d")
    result = ok("spread", "--json")
    assert "c3" not in refs(result) and "1 left as they are" in result.err
    assert ok("show", "c3", "--json").json["snoozed_until"] == day(90)
    assert ok("spread", "--json").json == []


def test_at_most_so_many_a_week(ok, imported):
    planned = ok("spread", "--per-week", "5", "--json").json
    days = [date.fromisoformat(one["on"]) for one in planned]
    weeks = Counter((one - days[0]).days // 7 for one in days)
    assert max(weeks.values()) <= 5 and len(weeks) == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--over", "2w", "--per-week", "5"),
            "12 contacts do not fit into 2 weeks at 5 a week (give them 3 weeks",
        ),
        (("--over", "soon"), "not a cadence"),
        (("--over", "none"), "no stretch of time"),
        (("--per-week", "0"), "0"),
        (("--per-week", "x"), "x"),
        (("nokey:x",), "nokey"),
    ],
)
def test_what_can_not_be_is_refused(run, ok, imported, words, said):
    result = run("spread", *words)
    assert (result.code, result.out) == (2, "") and said in result.err
    assert ok("show", "c1", "--json").json["snoozed_until"] is None


def test_dry_run_shows_the_plan_and_keeps_nothing(ok, imported, db):
    before = db.read_bytes()
    planned = ok("spread", "--dry-run", "--json").json
    assert len(planned) == 12 and db.read_bytes() == before
    assert ok("spread", "--json").json == planned


def test_nobody_to_spread_is_a_success(ok, imported):
    assert ok("spread", "tag:none", "--json").json == []
    assert "Nobody to spread" in ok("spread", "tag:none", "-f", "table").out


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_table_counts_by_week(ok, imported, width):
    lines = ok("spread", "--over", "2w", "-f", "table", env={"COLUMNS": str(width)}).lines
    assert max(map(len, lines)) <= width
    assert any("6 contacts" in line for line in lines)


# on a terminal


def test_it_shows_the_plan_and_asks_first(ok, imported, terminal):
    child = terminal("spread", "tag:new", "--over", "2w")
    child.expect_exact("6 contacts")
    child.expect_exact("Person A, Person B, Person C and 3 more")
    child.expect_exact("Spread these 12 contacts so? [y/N] ")
    child.sendline("y")
    assert end(child)[1] == 0
    assert ok("show", "c1", "--json").json["snoozed_until"] == day(1)


@pytest.mark.parametrize("answer", ["n", ""])
def test_it_changes_nothing_without_a_yes(ok, imported, terminal, db, answer):
    before = db.read_bytes()
    child = terminal("spread")
    child.expect_exact("[y/N] ")
    child.sendline(answer)
    rest, code = end(child)
    assert (code, "cancelled (nothing was changed)" in rest) == (1, True)
    assert db.read_bytes() == before


@pytest.mark.parametrize("flag", ["--yes", "--no-input", "--dry-run"])
def test_it_does_not_ask_where_it_was_told_not_to(ok, imported, terminal, flag):
    rest, code = end(terminal("spread", flag))
    assert code == 0 and "[y/N]" not in rest and "Person A" in rest
