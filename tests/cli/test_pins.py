"""`pin` and `unpin`: what comes first in the queue, due or not."""

import pytest

from tests.answers import refs
from tests.days import day


@pytest.fixture
def queue(ok):
    """c1 lapsed, c2 without a cadence, c3 not due for long; f1 very late, f2 far off."""
    ok("add-contact", "Ada Quill", "--cadence", "30", "--met", day(-100))
    ok("add-contact", "Bo Lund")
    ok("add-contact", "Cy Tamm", "--cadence", "90", "--met", day(-1))
    ok("add-follow-up", "Send slides", "--due", day(-30))
    ok("add-follow-up", "Far off", "--due", day(200))


def test_what_is_pinned_comes_first_though_it_is_not_due(ok, queue):
    assert refs(ok("due", "--json")) == ["f1", "c1"]
    ok("pin", "c2", "f2", "c3")
    found = ok("due", "--json").json
    assert refs(ok("due", "--json"))[3:] == ["f1", "c1"]
    assert {one["ref"] for one in found[:3]} == {"c2", "c3", "f2"}
    assert all(one["reason"].startswith("pinned; ") and one["parts"]["pinned"] == 20 for one in found[:3])
    assert all(one["score"] == round(sum(one["parts"].values()), 2) for one in found)
    assert ok("due", "--count").out == "5\n"
    assert refs(ok("review", "--json").json and ok("due", "--json"))[:3] == [one["ref"] for one in found[:3]]


def test_what_is_pinned_and_due_stands_there_once(ok, queue):
    ok("pin", "c1", "f1")
    assert sorted(refs(ok("due", "--json"))) == ["c1", "f1"]
    assert ok("due", "--count").out == "2\n"


def test_it_comes_first_whatever_the_weights(ok, queue):
    ok("config", "set", "weights.pinned", "0")
    ok("config", "set", "weights.late", "100")
    ok("pin", "c2")
    assert refs(ok("due", "--json"))[0] == "c2"


def test_pinned_people_come_first_in_the_review_too(ok, queue):
    ok("pin", "c3")
    assert ok("review", "--json").json["actions"][0]["ref"] == "c3"


def test_one_without_a_turn_is_due_since_it_was_pinned(ok, queue):
    ok("pin", "Bo")
    one = ok("due", "Bo", "--json", today=day(4)).json[0]
    assert (one["due_on"], one["days_late"], one["reason"]) == (
        day(0),
        4,
        "pinned; never talked yet, no cadence",
    )


def test_unpin_lets_it_take_its_own_place(ok, queue):
    before = ok("due", "--json").json
    ok("pin", "c1", "c2", "f1")
    ok("unpin", "c1", "c2", "f1")
    assert ok("due", "--json").json == before


@pytest.mark.parametrize(("command", "said"), [("pin", "was pinned already"), ("unpin", "was not pinned")])
def test_twice_is_told_and_makes_no_step(ok, queue, command, said):
    ok("pin", "c1")
    if command == "unpin":
        ok("unpin", "c1")
    steps = len(ok("history", "--json").json)
    result = ok(command, "c1", "--json")
    assert said in result.err and result.json["ref"] == "c1"
    assert len(ok("history", "--json").json) == steps


def test_pins_are_undone(ok, queue):
    before = ok("due", "--json").json
    ok("pin", "c2", "f2")
    ok("undo")
    assert ok("due", "--json").json == before
    ok("redo")
    assert ok("due", "--count").out == "4\n"


def test_a_snooze_holds_against_a_pin_until_its_day(ok, queue):
    ok("pin", "c1", "f1", "f2")
    for ref in ("c1", "f1", "f2"):
        ok("snooze", ref, "+3d")
    assert refs(ok("due", "--json", today=day(2))) == []
    assert sorted(refs(ok("due", "--json", today=day(3)))) == ["c1", "f1", "f2"]
    assert ok("due", "--count", today=day(3)).out == "3\n"


def test_closing_or_archiving_ends_it(ok, queue):
    ok("pin", "c2", "f2")
    ok("done", "f2")
    ok("edit", "c2", "status=archived")
    assert refs(ok("due", "--json")) == ["f1", "c1"]


def test_drop_takes_a_pin_off(ok, queue):
    ok("pin", "c2", "c1")
    ok("drop", "c2", "c1")
    assert refs(ok("due", "--json")) == ["f1"]
    ok("undo")
    assert refs(ok("due", "--json"))[:2] == ["c1", "c2"]


@pytest.mark.parametrize(
    ("ref", "code", "said"),
    [
        ("c4", 5, "archived"),
        ("f3", 5, "was done"),
        ("e1", 3, "e1"),
        ("Nobody", 3, "Nobody"),
        ("f99", 3, "f99"),
    ],
)
def test_what_can_not_be_pinned_is_refused(run, ok, queue, ref, code, said):
    ok("add-contact", "Old Friend", "--status", "archived")
    ok("add-follow-up", "Over")
    ok("done", "f3")
    ok("add-event", "Fair", "--on", day(90))
    result = run("pin", "c2", ref)
    assert (result.code, result.out) == (code, "") and said in result.err
    assert refs(ok("due", "--json")) == ["f1", "c1"]


def test_deleting_takes_the_pin_along_and_undo_brings_it_back(ok, queue):
    ok("pin", "c2", "f2")
    ok("delete", "c2", "f2", "--yes")
    assert refs(ok("due", "--json")) == ["f1", "c1"]
    assert ok("check", "--json").json["ok"]
    ok("undo")
    assert set(refs(ok("due", "--json"))[:2]) == {"c2", "f2"}


def test_pins_travel_with_an_export_but_not_those_of_private_records(ok, queue, home):
    ok("edit", "c1", "private=yes")
    ok("pin", "c1", "c2", "f2")
    text = ok("export", "json").out
    other = {"NETLOG_DB": str(home / "other.db")}
    ok("import", "json", "-", stdin=text, env=other)
    found = ok("due", "--json", env=other).json
    assert {one["ref"] for one in found if "pinned" in one["parts"]} == {"c2", "f2"}
    again = ok("import", "json", "-", stdin=text, env=other)
    assert again.code == 0 and ok("check", "--json", env=other).json["ok"]
