"""review: the weekly look, and the streak of weeks it was held."""

import shlex
from datetime import date, timedelta

import pytest

KEYS = {
    *("week", "numbers", "overdue", "coming", "slipping", "events", "goals", "actions", "reviewed_at"),
    *("streak", "minutes", "renewals", "introductions", "plan", "wins", "to_try", "gaps"),
    "opportunities",
}
NUMBERS = {"conversations", "people", "new_contacts", "events", "follow_ups"}
TODAY = date(2026, 3, 4)  # a Wednesday; its week is 2026-03-02..08


@pytest.fixture(autouse=True)
def wednesday(monkeypatch, home):
    monkeypatch.setenv("NETLOG_TODAY", str(TODAY))


def day(days):
    return str(TODAY + timedelta(days=days))


def refs(rows):
    return [one["ref"] for one in rows]


def review(ok, *words, **more):
    return ok("review", *words, "--json", **more).json


@pytest.fixture
def log(ok):
    """A log in which every section of the review has something, and something that it leaves out."""
    ok("add-contact", "Ada Quill", "--cadence", "30", "--met", "2026-01-05")
    ok("add-contact", "Bo Lund", "--cadence", "2w", "--met", "2026-02-20")
    ok("add-contact", "Cy Tamm", "--tier", "loose", "--met", day(0))
    ok("add-contact", "Dee Roe", "--status", "target", "--met", day(0))
    ok("add-contact", "Fay Oak", "--status", "target", "--met", day(0))
    for on, *names in (  # weeks before begin on Feb 2, 9, 16, 23
        ("2026-02-01", "Ada"),  # a day too old
        ("2026-02-02", "Ada"),
        ("2026-02-16", "Bo", "Cy"),
        ("2026-02-22", "Bo"),
        ("2026-03-01", "Cy"),
        ("2026-03-02", "Cy", "Dee"),
        ("2026-03-03", "Cy"),
    ):
        people = [word for name in names for word in ("--with", name)]
        ok("add-conversation", f"Tea on {on}", *people, "--on", on)
    ok("add-event", "Old Fair", "--on", "2026-02-10")
    ok("add-event", "This Fair", "--on", "2026-03-02")
    ok("edit", "e2", "status=attended")
    meet = ("--to-meet", "Ada", "--to-meet", "Dee")
    ok("add-event", "Lake Conference", "--on", "2026-03-20", "--status", "registered", *meet)
    ok("add-event", "Far Fair", "--on", day(43))
    ok("add-event", "Skipped Fair", "--on", day(9), "--status", "skipped")
    ok("add-follow-up", "Send slides", "--due", day(-1), "--with", "Ada")
    ok("add-follow-up", "Their report", "--due", day(-20), "--theirs", "--with", "Bo")
    ok("add-follow-up", "Right now", "--due", day(0))
    ok("add-follow-up", "Next week", "--due", day(7))
    ok("add-follow-up", "Far off", "--due", day(8))
    ok("add-follow-up", "Kept", "--due", day(0))
    ok("add-follow-up", "Kept before", "--due", day(0))
    ok("done", "f6", "--on", "2026-03-03")
    ok("done", "f7", "--on", "2026-02-28")
    ok("add-goal", "Talk", "--count", "conversations", "--per", "week", "--target", "2")
    ok("add-goal", "Go out", "--count", "events", "--per", "week", "--target", "9")


def test_review_has_every_key_of_the_contract(ok, log):
    data = review(ok)
    assert set(data) == KEYS
    assert data["week"] == {"label": "2026-W10", "starts_on": "2026-03-02", "ends_on": "2026-03-08"}
    assert set(data["numbers"]) == NUMBERS
    assert all(set(one) == {"now", "before"} for one in data["numbers"].values())
    due = {"ref", "type", "what", "contacts", "due_on", "days_late", "reason", "score", "parts", "command"}
    for key in ("overdue", "coming", "slipping"):
        assert data[key] and all(set(one) == due for one in data[key])
    assert all(one["type"] == "event" and "to_meet" in one for one in data["events"])
    assert all(set(one) == {"text", "command", "ref", "toward", "minutes"} for one in data["actions"])
    assert (data["reviewed_at"], data["streak"]) == (None, 0)


def test_numbers_of_the_week_stand_beside_the_mean_of_four_weeks(ok, log):
    assert review(ok)["numbers"] == {
        "conversations": {"now": 2, "before": 1.0},  # 4 in four weeks
        "people": {"now": 2, "before": 1.0},  # 1, 0, 2 and 1
        # Cy, and Dee since they talked; Bo the week of 16 Feb; Fay is a target, and not known
        "new_contacts": {"now": 2, "before": 0.2},
        "events": {"now": 1, "before": 0.2},
        "follow_ups": {"now": 1, "before": 0.2},
    }


def test_numbers_agree_with_lists(ok, log):
    numbers = review(ok)["numbers"]
    held = ok("list-conversations", "on:2026-03-02..2026-03-08", "--json").json
    assert numbers["conversations"]["now"] == len(held)
    assert numbers["people"]["now"] == len({who["ref"] for one in held for who in one["contacts"]})
    before = ok("list-conversations", "on:2026-02-02..2026-03-01", "--json").json
    assert numbers["conversations"]["before"] == len(before) / 4


def test_sections_hold_what_is_late_what_comes_who_slips_and_where_to_go(ok, log):
    data = review(ok)
    assert refs(data["overdue"]) == ["f2", "f1"]
    assert refs(data["coming"]) == ["f3", "f4"]
    assert refs(data["slipping"]) == ["c1"]  # Bo's turn comes in four days
    assert data["slipping"][0]["reason"] == "last talked 4 weeks ago, meant to be every month"
    assert refs(data["events"]) == ["e3"]
    assert refs(data["events"][0]["to_meet"]) == ["c1", "c4"]
    assert [(one["ref"], one["state"]) for one in data["goals"]] == [("g1", "met"), ("g2", "behind")]


def test_review_agrees_with_due_and_goals(ok, log):
    data, due = review(ok), {one["ref"]: one for one in ok("due", "--json").json}
    for key in ("overdue", "coming", "slipping"):
        assert all(one == due[one["ref"]] for one in data[key])
    assert data["goals"] == ok("goals", "--json").json


def test_actions_are_the_most_urgent_with_room_for_an_event_and_a_goal(ok, log):
    actions = review(ok)["actions"]
    assert refs(actions) == ["f2", "f1", "c1", "e3", "g2"]
    assert "Ada Quill, Dee Roe" in actions[3]["text"]
    assert actions[4]["text"] == "Go out: 8 more by 2026-03-08"
    assert actions[4]["toward"] == actions[3]["toward"] == {"ref": "g2", "name": "Go out"}
    assert actions[0]["toward"] is None


def test_actions_without_events_and_goals_are_the_most_urgent(ok, log):
    ok("delete", "e1", "e2", "e3", "g2", "--yes")
    assert refs(review(ok)["actions"]) == ["f2", "f1", "f3", "f4", "c1"]


def test_an_action_names_the_goal_it_serves_when_that_is_behind(ok, log):
    ok("add-goal", "Keep promises", "--count", "follow-ups", "--per", "week", "--target", "9")
    assert review(ok)["actions"][0]["toward"] == {"ref": "g3", "name": "Keep promises"}


def test_there_are_never_more_than_five_actions_and_each_runs(run, ok, log):
    for n in range(9):
        ok("add-follow-up", f"Promise {n}", "--due", day(-n), "--with", "Ada")
    ok("add-goal", "Behind too", "--count", "people", "--per", "week", "--target", "30")
    actions = review(ok)["actions"]
    assert len(actions) == 5
    runs(run, actions)


def test_the_action_for_a_person_runs(run, ok, log):
    ok("drop", "f1", "f2", "f3", "f4")
    actions = review(ok)["actions"]
    assert "c1" in refs(actions)
    runs(run, actions)


def runs(run, actions):
    """Every command does what it says; none of them is left to change the log."""
    for one in actions:
        program, *words = shlex.split(one["command"])
        assert program == "netlog" and one["ref"] in words
        dry = [] if words[0] in ("prep", "goals") else ["--dry-run"]
        result = run(*words, *dry)
        assert (result.code, bool(result.out)) == (0, True), one["command"]


@pytest.mark.parametrize(
    ("week", "label"),
    [
        ("2026-02-18", "2026-W08"),
        ("last week", "2026-W09"),
        ("sun", "2026-W09"),  # leans to the past
        ("2027-01-01", "2026-W53"),
        ("2026-03-08", "2026-W10"),
    ],
)
def test_review_of_the_week_that_holds_a_day(ok, log, week, label):
    assert review(ok, "--week", week)["week"]["label"] == label


def test_review_of_a_past_week_counts_it_as_it_was(ok, log):
    data = review(ok, "--week", "2026-02-18")
    assert data["numbers"]["conversations"] == {"now": 2, "before": 0.5}
    assert data["numbers"]["people"] == {"now": 2, "before": 0.5}
    assert data["numbers"]["new_contacts"] == {"now": 1, "before": 0.0}
    assert data["numbers"]["events"] == {"now": 0, "before": 0.2}
    assert refs(data["overdue"]) == ["f2"]  # the other was not late on that Sunday


@pytest.mark.parametrize("week", ["2027-02-29", "someday", "2026-W10.."])
def test_review_of_no_week_is_refused(run, log, week):
    result = run("review", "--week", week)
    assert (result.code, result.out) == (2, "") and result.err.startswith("error: ")


def test_review_writes_nothing_unless_done(ok, log):
    steps = len(ok("history", "--json").json)
    review(ok)
    ok("review", "-f", "table")
    ok("review", "--done", "--dry-run")
    assert len(ok("history", "--json").json) == steps
    assert review(ok)["reviewed_at"] is None


def test_done_is_kept_and_undone(ok, log):
    assert review(ok, "--done")["reviewed_at"] == f"{TODAY}T12:00:00.000000Z"
    assert (review(ok)["reviewed_at"], review(ok)["streak"]) == (f"{TODAY}T12:00:00.000000Z", 1)
    assert "reviewed 2026-03-04" in ok("review", "-f", "table").out
    ok("undo")
    assert (review(ok)["reviewed_at"], review(ok)["streak"]) == (None, 0)
    ok("redo")
    assert review(ok)["streak"] == 1


def test_done_twice_in_a_week_is_told_and_changes_nothing(ok, log):
    first = review(ok, "--done")["reviewed_at"]
    steps = len(ok("history", "--json").json)
    again = ok("review", "--done", "--json", today=day(2))
    assert again.json["reviewed_at"] == first and "held already" in again.err
    assert len(ok("history", "--json").json) == steps


def test_done_keeps_the_streak_of_weeks(ok):
    for weeks in (-5, -3, -2, -1):
        ok("review", "--done", today=day(7 * weeks))
    assert review(ok)["streak"] == 3  # this week's is still to come
    assert review(ok, "--done")["streak"] == 4
    assert review(ok, today=day(7))["streak"] == 4
    assert review(ok, today=day(14))["streak"] == 0
    assert "4 weeks in a row" in ok("review", "-f", "table").out
    ok("review", "--done", "--week", day(-28))  # the missing one, late
    assert review(ok)["streak"] == 6


def test_done_of_a_week_to_come_is_refused(run, ok):
    result = run("review", "--week", "2026-03-09", "--done")
    assert (result.code, result.out) == (2, "") and "still to come" in result.err
    assert ok("history", "--json").json == []


@pytest.mark.parametrize("format", ["table", "json", "tsv", "csv", "jsonl", "ids"])
def test_review_of_an_empty_log_is_a_success(ok, format, home):
    result = ok("review", "-f", format)
    assert "netlog add-contact NAME" in result.err


def test_review_of_an_empty_log_has_a_helpful_screen(ok):
    screen = ok("review", "-f", "table").out
    assert "Week 2026-W10" in screen and "conversations 0" in screen and "Nothing presses" in screen
    data = review(ok)
    assert all(data[key] == [] for key in ("overdue", "coming", "slipping", "events", "goals", "actions"))
    assert all(one == {"now": 0, "before": 0.0} for one in data["numbers"].values())


def test_review_in_a_pipe_is_its_actions(ok, log):
    lines = ok("review").lines
    assert lines[0] == "f2\tTheir report (Bo Lund)\t\tnetlog done f2"
    assert len(lines) == 5
    assert ok("review", "-f", "ids").lines == ["f2", "f1", "c1", "e3", "g2"]


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_screen_fits_and_shows_whom_to_meet(ok, log, width):
    for n in range(9):
        ok("add-follow-up", f"Promise {n} " + "with many words " * 5, "--due", day(-n), "--with", "Ada")
        ok("add-goal", f"Goal {n}", "--count", "people", "--per", "week", "--target", "30")
    lines = ok("review", "-f", "table", env={"COLUMNS": str(width)}).lines
    assert max(map(len, lines)) <= width
    assert any("Lake" in line and "Ada" in line for line in lines) or width < 60
    goals = 6 if width > 40 else 4  # fewer rows where the whole would be longer than a screen
    assert any(f"{goals} of 11" in line for line in lines)
    if width >= 80:
        assert len(lines) <= 40


def test_goals_that_are_behind_come_first_on_the_screen(ok, log):
    lines = ok("review", "-f", "table").lines
    behind, met = (next(n for n, line in enumerate(lines) if ref in line) for ref in ("g2  ", "g1  "))
    assert behind < met


def test_a_goal_that_cannot_be_counted_is_told_and_does_not_stop_the_review(ok, log):
    ok("add-goal", "Talk to Ada", "--count", "conversations", "--where", "with:Ada", "--per", "week")
    ok("delete", "Ada", "--yes")
    result = ok("review", "--json")
    assert refs(result.json["goals"]) == ["g1", "g2"]
    assert "g3 'Talk to Ada'" in result.err and "netlog edit g3 where=" in result.err


def test_data_with_markup_is_shown_as_it_is(ok):
    ok("add-contact", "x [/items] y", "--cadence", "7", "--met", day(-30))
    ok("add-follow-up", "[bold]=1+1[/red]", "--due", day(-1))
    screen = ok("review", "-f", "table").out
    assert "x [/items] y" in screen and "[bold]=1+1[/red]" in screen
