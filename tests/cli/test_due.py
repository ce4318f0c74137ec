"""due, done, snooze and drop."""

import pytest

from tests.answers import by_ref, refs
from tests.days import day

KEYS = {
    *("ref", "type", "what", "contacts", "due_on", "days_late", "reason", "score", "parts", "command"),
}


@pytest.fixture
def queue(ok):
    """c1 lapsed 10 days ago, c2 in 5 days, c3 in 20, c4 without a cadence; f1 late, f2 soon, f3 far, f4 theirs."""
    for name, cadence, last in (
        ("Ada Quill", "30", day(-40)),
        ("Bo Lund", "30", day(-25)),
        ("Cy Tamm", "30", day(-10)),
        ("Dee Roe", "none", day(-400)),
    ):
        ok("add-contact", name, "--cadence", cadence)
        ok("add-conversation", "Tea", "--with", name, "--on", last)
    ok("add-follow-up", "Send slides", "--due", day(-3), "--with", "Ada", "--with", "Dee")
    ok("add-follow-up", "Call back", "--due", day(4), "--with", "Bo")
    ok("add-follow-up", "Far off", "--due", day(30), "--with", "Ada")
    ok("add-follow-up", "Their report", "--due", day(0), "--theirs", "--with", "Dee")


# due


def test_due_has_every_key_and_is_sorted_by_score(ok, queue):
    found = ok("due", "--json").json
    assert {one["ref"] for one in found} == {"f1", "f2", "f4", "c1", "c2"}
    assert all(set(one) == KEYS for one in found)
    scores = [one["score"] for one in found]
    assert scores == sorted(scores, reverse=True) and len(set(scores)) == 5


def test_due_says_of_a_follow_up_what_it_is(ok, queue):
    one = by_ref(ok("due", "--json"))["f1"]
    assert (one["type"], one["what"], one["due_on"], one["days_late"]) == (
        "follow_up",
        "Send slides",
        day(-3),
        3,
    )
    assert one["contacts"] == [{"ref": "c1", "name": "Ada Quill"}, {"ref": "c4", "name": "Dee Roe"}]
    assert (one["reason"], one["command"]) == ("you promised this", "netlog done f1")
    assert by_ref(ok("due", "--json"))["f4"]["reason"] == "they owe you this"


def test_due_says_of_a_contact_why_now(ok, queue):
    one = by_ref(ok("due", "--json"))["c1"]
    assert (one["type"], one["due_on"], one["days_late"]) == ("contact", day(-10), 10)
    assert one["contacts"] == [{"ref": "c1", "name": "Ada Quill"}] and "Ada Quill" in one["what"]
    assert one["reason"] == "last talked 5 weeks ago, meant to be every month"
    assert one["command"].startswith("netlog add-conversation ") and one["command"].endswith("--with c1")


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ("0", {"f1", "f4", "c1"}),
        ("4", {"f1", "f4", "c1", "f2"}),
        ("5", {"f1", "f4", "c1", "f2", "c2"}),
        ("19", {"f1", "f4", "c1", "f2", "c2"}),
        ("20", {"f1", "f4", "c1", "f2", "c2", "c3"}),
        ("30", {"f1", "f4", "c1", "f2", "c2", "c3", "f3"}),
    ],
)
def test_due_days_looks_so_far_ahead_and_count_agrees(ok, queue, days, found):
    assert set(refs(ok("due", "--days", days, "--json"))) == found
    assert ok("due", "--days", days, "--count").out == f"{len(found)}\n"


def test_due_is_tsv_in_a_pipe_and_a_table_on_demand(ok, queue):
    line = next(line for line in ok("due").lines if line.startswith("f1\t"))
    assert line.split("\t")[:6] == ["f1", "follow_up", "Send slides", day(-3), "3", "you promised this"]
    table = ok("due", "-f", "table", env={"COLUMNS": "120"}).out
    assert "3 days late" in table and "netlog done f1" in table and "in 4 days" in table


def test_due_count_prints_the_number_and_answers_no_by_its_exit_code(run, ok, queue):
    assert ok("due", "--count").out == "5\n"
    assert ok("due", "--count", "--json").json == {"count": 5}
    result = run("due", "--count", "--days", "0", "c2")
    assert (result.code, result.out) == (1, "0\n")


def test_due_count_of_an_empty_log_is_zero(run):
    result = run("due", "--count")
    assert (result.code, result.out) == (1, "0\n")


def test_due_with_nothing_due_is_a_success(ok, home):
    result = ok("due", "--json")
    assert result.json == [] and "add-contact" in result.err
    ok("add-contact", "Ada Quill")
    assert ok("due").out == ""
    assert ok("due", "-f", "table").out == "Nothing due.\n"


def test_due_why_gives_parts_that_sum_to_the_score(ok, queue):
    ok("add-contact", "Never Met", "--cadence", "2w", "--met", day(-90))
    ok("add-follow-up", "Very late", "--due", day(-300))
    for one in ok("due", "--days", "60", "--json").json:
        assert one["parts"] and all(value > 0 for value in one["parts"].values())
        assert one["score"] == pytest.approx(sum(one["parts"].values()), abs=0.005)
    table = ok("due", "--why", "-f", "table").out
    for one in ok("due", "--json").json:
        terms = " + ".join(f"{name} {value:g}" for name, value in one["parts"].items())
        assert f"{one['ref']}  {one['score']:g} = {terms}" in table


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["Ada"], {"c1", "f1"}),
        (["c4"], {"f1", "f4"}),
        (["f2"], {"f2"}),
        (["Ada", "f4"], {"c1", "f1", "f4"}),
        (["c3"], set()),
        (["c3", "--days", "20"], {"c3"}),
    ],
)
def test_due_of_a_ref_shows_only_what_concerns_it(ok, queue, words, found):
    assert set(refs(ok("due", *words, "--json"))) == found


def test_due_takes_refs_from_stdin(ok, queue):
    assert set(refs(ok("due", "-", "--json", stdin="c4\nf2\n"))) == {"f1", "f4", "f2"}


@pytest.mark.parametrize(
    ("words", "code"), [(["Nobody"], 3), (["f99"], 3), (["--days", "-1"], 2), (["--days", "x"], 2)]
)
def test_due_refuses_what_it_cannot_read(run, queue, words, code):
    result = run("due", *words)
    assert (result.code, result.out) == (code, "") and result.err.startswith("error: ")


# cadences


@pytest.mark.parametrize(
    ("more", "due_on"),
    [
        (("--cadence", "2w"), day(14)),
        (("--cadence", "90d"), day(90)),
        (("--cadence", "monthly"), day(30)),
        (("--tier", "inner"), day(30)),
        (("--tier", "close"), day(90)),
        (("--tier", "loose"), day(180)),
        (("--tier", "inner", "--cadence", "2w"), day(14)),  # one's own cadence wins
        (("--tier", "inner", "--cadence", "none"), None),
        (("--tier", "inner", "--status", "archived"), None),
        (("--cadence", "2w", "--met", day(-10)), day(4)),
        ((), None),
    ],
)
def test_a_contact_never_talked_with_is_due_a_cadence_after_they_were_met_or_added(ok, more, due_on):
    assert ok("add-contact", "Ada Quill", *more, "--json").json["next_contact_on"] == due_on
    found = ok("due", "--days", "3650", "--json").json
    assert [one["due_on"] for one in found] == ([due_on] if due_on else [])
    if found:
        assert found[0]["reason"].startswith("never talked yet") and found[0]["parts"]["new"] == 1.0


@pytest.mark.parametrize("kind", ["meeting", "call", "email", "social", "observation", "other"])
def test_any_conversation_restarts_the_cadence(ok, queue, kind):
    ok("add-conversation", "Hello", "--with", "Ada", "--with", "Bo", "--kind", kind, "--on", day(-1))
    assert not {"c1", "c2"} & set(refs(ok("due", "--json")))
    assert ok("show", "c1", "--json").json["next_contact_on"] == day(29)
    assert ok("show", "c2", "--json").json["last_conversation_on"] == day(-1)


def test_an_older_conversation_does_not_set_the_clock_back(ok, queue):
    ok("add-conversation", "Long ago", "--with", "Cy", "--on", day(-300))
    assert ok("show", "c3", "--json").json["next_contact_on"] == day(20)


def test_deleting_moving_and_undoing_a_conversation_moves_the_turn(ok, queue):
    new = ok("add-conversation", "Hello", "--with", "Ada", "-f", "ids").out.strip()
    assert ok("show", "c1", "--json").json["next_contact_on"] == day(30)
    ok("edit", new, f"on={day(-5)}")
    assert ok("show", "c1", "--json").json["next_contact_on"] == day(25)
    ok("delete", new, "--yes")
    assert ok("show", "c1", "--json").json["next_contact_on"] == day(-10)
    ok("undo")
    assert ok("show", "c1", "--json").json["next_contact_on"] == day(25)


def test_an_archived_contact_is_never_due_and_comes_back(ok, queue):
    ok("edit", "c1", "status=archived")
    assert "c1" not in refs(ok("due", "--days", "3650", "--json"))
    ok("edit", "c1", "status=active")
    assert "c1" in refs(ok("due", "--json"))


def test_changing_the_tier_changes_the_turn(ok):
    ok("add-contact", "Ada Quill", "--tier", "loose", "--met", day(-40))
    assert ok("due", "--json").json == []
    ok("edit", "c1", "tier=inner")
    assert by_ref(ok("due", "--json"))["c1"]["days_late"] == 10


# done


def test_done_closes_a_follow_up_today(ok, queue):
    one = ok("done", "f1", "--json").json
    assert (one["status"], one["done_on"], one["dropped_on"]) == ("done", "2026-03-02", None)
    assert (one["next"], one["conversation"]) == (None, None)
    assert "f1" not in refs(ok("due", "--json"))
    assert ok("list-follow-ups", "status:done", "-f", "ids").lines == ["f1"]


def test_done_on_a_day_and_with_a_note(ok, queue):
    ok("edit", "f1", "notes=long ones")
    one = ok("done", "f1", "--on", "yesterday", "--note", "by mail", "--json").json
    assert (one["done_on"], one["notes"]) == ("2026-03-01", "long ones\nby mail")


def test_done_takes_the_note_from_stdin(ok, queue):
    assert ok("done", "f1", "--note", "-", "--json", stdin="first\nsecond\n").json["notes"] == (
        "first\nsecond"
    )


@pytest.mark.parametrize("on", ["tomorrow", "2026-03-03", "2027-02-29", "whenever"])
def test_done_on_a_day_that_cannot_be_is_refused(run, ok, queue, on):
    result = run("done", "f1", "--on", on)
    assert (result.code, result.out) == (2, "") and result.err.startswith("error: ")
    assert "f1" in refs(ok("due", "--json"))


def test_done_of_several_is_one_step(ok, queue):
    found = ok("done", "f1", "f2", "f4", "--json").json
    assert [one["ref"] for one in found] == ["f1", "f2", "f4"]
    assert {one["status"] for one in found} == {"done"}
    ok("undo")
    assert {"f1", "f2", "f4"} <= set(refs(ok("due", "--json")))


def test_done_reads_refs_from_stdin_as_due_prints_them(ok, queue):
    lines = ok("due", "c4").out
    found = ok("done", "-", "--json", stdin=lines).json
    assert {one["ref"] for one in found} == {"f1", "f4"}


@pytest.mark.parametrize("command", ["done", "drop"])
def test_closing_one_that_is_closed_is_a_conflict_that_changes_nothing(run, ok, queue, command):
    ok("done", "f1")
    result = run(command, "f2", "f1")
    assert (result.code, result.out) == (5, "") and "f1 was done on 2026-03-02" in result.err
    assert "f2" in refs(ok("due", "--json"))


def test_done_twice_in_one_command_is_a_conflict_that_changes_nothing(run, ok, queue):
    assert run("done", "f1", "f1").code == 5
    assert "f1" in refs(ok("due", "--json"))


@pytest.mark.parametrize("ref", ["f99", "c1", "Ada", "t1"])
def test_done_of_what_is_no_follow_up_is_not_found(run, queue, ref):
    result = run("done", ref)
    assert (result.code, result.out) == (3, "") and "list-follow-ups" in result.err


def test_done_log_makes_a_conversation_of_the_note(ok, queue):
    one = ok("done", "f1", "--log", "--note", "Sent them\nAll nine.", "--on", "yesterday", "--json").json
    held = one["conversation"]
    assert (held["summary"], held["notes"], held["held_on"]) == ("Sent them", "All nine.", "2026-03-01")
    assert [who["ref"] for who in held["contacts"]] == ["c1", "c4"]
    assert ok("show", "c1", "--json").json["last_conversation_on"] == "2026-03-01"
    assert "c1" not in refs(ok("due", "--json"))
    ok("undo")
    assert {"c1", "f1"} <= set(refs(ok("due", "--json")))


def test_done_log_without_a_note_keeps_what_was_to_be_done(ok, queue):
    assert ok("done", "f1", "--log", "--json").json["conversation"]["summary"] == "Send slides"


def test_done_log_with_nobody_is_refused(run, ok):
    ok("add-follow-up", "Read a book")
    result = run("done", "f1", "--log")
    assert result.code == 2 and "with nobody" in result.err
    assert refs(ok("due", "--json")) == ["f1"]


def test_done_dry_run_changes_nothing(ok, queue):
    before = ok("export", "json").json["follow_ups"]
    assert ok("done", "f1", "--log", "--dry-run", "--json").json["status"] == "done"
    assert ok("export", "json").json["follow_ups"] == before


# repeats


def closings(ok, words, days):
    """Each due date of a repeating follow-up that is done on each of `days`."""
    ref = ok("add-follow-up", "Pay dues", *words, "-f", "ids", today=days[0]).out.strip()
    dues = []
    for one in days:
        following = ok("done", ref, "--json", today=one).json["next"]
        ref = following["ref"]
        dues.append(following["due_on"])
    return dues


def test_a_repeating_one_comes_again_and_says_so(ok):
    ok("add-contact", "Ada Quill")
    more = ("--with", "Ada", "--theirs", "--tag", "dues", "--notes", "only this time", "--private")
    ok("add-follow-up", "Pay dues", "--due", day(2), "--repeat", "2w", *more)
    result = ok("done", "f1", "--json")
    following = result.json["next"]
    assert "f1 comes again as f2, due 2026-03-16" in result.err
    assert (following["ref"], following["due_on"], following["status"]) == ("f2", day(14), "open")
    assert (following["what"], following["owed_by"], following["repeat"]) == ("Pay dues", "them", "2w")
    assert (following["tags"], following["private"], following["done_on"]) == (["dues"], True, None)
    assert (following["contacts"], following["notes"]) == ([{"ref": "c1", "name": "Ada Quill"}], None)
    assert ok("list-follow-ups", "-f", "ids").lines == ["f2"]
    ok("undo")
    assert ok("list-follow-ups", "-f", "ids").lines == ["f1"]


@pytest.mark.parametrize(
    ("words", "days", "dues"),
    [
        # from when it is done, early or late
        (("--due", "2026-03-10", "--repeat", "10d"), ["2026-03-02"], ["2026-03-12"]),
        (("--due", "2026-03-10", "--repeat", "10d"), ["2026-03-30"], ["2026-04-09"]),
        (("--due", "2026-01-31", "--repeat", "1m"), ["2026-01-31"], ["2026-02-28"]),
        # from when it was due: the rhythm stays, what was missed is not made up for
        (
            ("--due", "2026-03-10", "--repeat", "10d", "--repeat-from", "due"),
            ["2026-03-02", "2026-03-21"],
            ["2026-03-20", "2026-03-30"],
        ),
        (("--due", "2026-03-10", "--repeat", "1w", "--repeat-from", "due"), ["2026-03-31"], ["2026-04-07"]),
        (("--due", "2028-02-29", "--repeat", "1y", "--repeat-from", "due"), ["2028-02-29"], ["2029-02-28"]),
        # month ends do not drift
        (
            ("--due", "2026-01-31", "--repeat", "1m", "--repeat-from", "due"),
            ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
            ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"],
        ),
        (
            ("--due", "2026-01-30", "--repeat", "1m", "--repeat-from", "due"),
            ["2026-02-02", "2026-02-20", "2026-04-02"],
            ["2026-02-28", "2026-03-30", "2026-04-30"],
        ),
        (
            ("--due", "2026-01-31", "--repeat", "1m", "--repeat-from", "due"),
            ["2026-03-05", "2026-03-31"],  # so late that February is gone
            ["2026-03-31", "2026-04-30"],
        ),
    ],
)
def test_a_repeating_one_comes_on_the_right_day(ok, words, days, dues):
    assert closings(ok, words, days) == dues


def test_one_that_was_moved_goes_on_from_where_it_was_moved_to(ok):
    ok("add-follow-up", "Pay dues", "--due", "2026-01-31", "--repeat", "1m", "--repeat-from", "due")
    ok("done", "f1", today="2026-01-31")
    ok("edit", "f2", "due=2026-02-15")
    assert ok("done", "f2", "--json", today="2026-02-15").json["next"]["due_on"] == "2026-03-15"


def test_a_dropped_one_does_not_come_again(ok):
    ok("add-follow-up", "Pay dues", "--repeat", "2w")
    one = ok("drop", "f1", "--json").json
    assert (one["status"], one["dropped_on"], one["done_on"]) == ("dropped", "2026-03-02", None)
    assert ok("list-follow-ups", "--json").json == []


# snooze


def test_snooze_of_a_follow_up_puts_it_off(ok, queue):
    one = ok("snooze", "f1", "+3d", "--json").json
    assert (one["snoozed_until"], one["due_on"], one["status"]) == (day(3), day(-3), "open")
    assert "f1" not in refs(ok("due", "--days", "2", "--json"))
    again = by_ref(ok("due", "--days", "3", "--json"))["f1"]
    assert (again["due_on"], again["days_late"]) == (day(3), -3)
    assert again["reason"] == f"you promised this by {day(-3)}, snoozed"
    assert "late" not in again["parts"]


def test_a_snooze_that_ends_before_the_due_date_changes_nothing_in_the_queue(ok, queue):
    ok("snooze", "f2", "+1d")
    assert by_ref(ok("due", "--json"))["f2"]["due_on"] == day(4)


def test_count_agrees_with_due_under_snoozes(ok, queue):
    ok("snooze", "f1", "+3d")
    ok("snooze", "c1", "+6d")
    for days in ("0", "2", "3", "5", "6", "7"):
        found = ok("due", "--days", days, "--json").json
        assert ok("due", "--days", days, "--count").out == f"{len(found)}\n"


def test_snooze_of_a_contact_puts_the_turn_off(ok, queue):
    one = ok("snooze", "Ada", "next", "mon", "--json").json
    assert (one["snoozed_until"], one["next_contact_on"]) == (day(7), day(7))
    assert "c1" not in refs(ok("due", "--days", "6", "--json"))
    assert by_ref(ok("due", "--days", "7", "--json"))["c1"]["days_late"] == -7


def test_snooze_does_not_change_how_often_a_tier_means(ok):
    ok("add-contact", "Ada Quill", "--tier", "inner", "--met", day(-60))
    before = by_ref(ok("due", "--json"))["c1"]["reason"]
    ok("snooze", "c1", "+5d")
    again = by_ref(ok("due", "--days", "5", "--json"))["c1"]["reason"]
    assert again == before == "never talked yet, meant to be every month"


def test_a_snooze_that_has_run_out_does_not_hold_a_contact_back(ok, queue):
    ok("snooze", "c1", "+3d")
    assert by_ref(ok("due", "--json", today=day(4)))["c1"]["days_late"] == 1
    ok("add-conversation", "Hello", "--with", "c1", today=day(4))
    assert ok("show", "c1", "--json").json["next_contact_on"] == day(34)


@pytest.mark.parametrize("until", ["today", "yesterday", "2026-03-01", "2026-02-30", "someday", "-3d"])
@pytest.mark.parametrize("ref", ["f1", "c1"])
def test_snooze_into_the_past_or_nowhere_is_refused(run, ok, queue, ref, until):
    result = run("snooze", ref, "--", until)
    assert (result.code, result.out) == (2, "") and result.err.startswith("error: ")
    assert ok("show", ref, "--json").json["snoozed_until"] is None


@pytest.mark.parametrize(
    ("ref", "code", "said"),
    [("Dee", 5, "cadence"), ("f99", 3, "no follow-up f99"), ("t1", 3, "t1"), ("Nobody", 3, "Nobody")],
)
def test_snooze_of_what_has_no_turn_is_refused(run, ok, queue, ref, code, said):
    result = run("snooze", ref, "+3d")
    assert (result.code, result.out) == (code, "") and said in result.err
    assert ok("show", "Dee", "--json").json["snoozed_until"] is None


def test_snooze_of_a_closed_follow_up_is_a_conflict(run, ok, queue):
    ok("done", "f1")
    assert run("snooze", "f1", "+3d").code == 5


def test_snooze_is_undone(ok, queue):
    before = ok("due", "--json").json
    ok("snooze", "f1", "+3d")
    ok("snooze", "c1", "+3d")
    ok("undo", "2")
    assert ok("due", "--json").json == before


# drop


def test_drop_of_several_takes_them_from_the_queue(ok, queue):
    found = ok("drop", "f1", "f4", "--json").json
    assert [(one["ref"], one["status"], one["dropped_on"]) for one in found] == [
        ("f1", "dropped", "2026-03-02"),
        ("f4", "dropped", "2026-03-02"),
    ]
    assert not {"f1", "f4"} & set(refs(ok("due", "--days", "99", "--json")))
    assert ok("list-follow-ups", "status:dropped", "-f", "ids").lines == ["f1", "f4"]
    ok("undo")
    assert {"f1", "f4"} <= set(refs(ok("due", "--json")))


def test_a_dropped_one_cannot_be_done(run, ok, queue):
    ok("drop", "f1")
    result = run("done", "f1")
    assert result.code == 5 and "f1 was dropped on 2026-03-02" in result.err


def test_a_closed_one_can_be_opened_again_by_an_edit(ok, queue):
    ok("done", "f1")
    one = ok("edit", "f1", "status=open", "--json").json
    assert (one["status"], one["done_on"]) == ("open", None)
    assert "f1" in refs(ok("due", "--json"))


def test_a_snoozed_contact_is_still_meant_as_often_as_its_tier_says(ok, home):
    (home / "config.toml").write_text("[tiers]\nvip = 5\n", encoding="utf-8")
    ok("add-contact", "Vi", "--tier", "vip")
    ok("snooze", "Vi", "2026-03-20")
    assert (
        ok("due", "Vi", "--days", "30", "--json").json[0]["reason"]
        == "never talked yet, meant to be every 5 days"
    )


def test_due_of_those_on_stdin_is_empty_where_there_are_none(ok, queue):
    assert ok("due", "-", "--json", stdin="").json == []


def test_stdin_can_not_be_two_things(run, ok, queue):
    result = run("done", "-", "--note", "-", stdin="f1\n")
    assert (result.code, result.out) == (2, "")
    assert "stdin can't be two things" in result.err


def test_conversation_ends_a_snooze_and_restarts_the_cadence(ok):
    ok("add-contact", "Ada", "--cadence", "30d", "--met", "2026-01-01")
    ok("snooze", "Ada", "2026-12-01")
    ok("add-conversation", "an old one", "--with", "Ada", "--on", "2026-01-15")
    ok("snooze", "Ada", "2026-12-01")
    ok("add-conversation", "older", "--with", "Ada", "--on", "2026-01-02")
    assert ok("show", "Ada", "--json").json["next_contact_on"] == "2026-12-01", "it was before the snooze"
    ok("add-conversation", "met by chance", "--with", "Ada")
    found = ok("show", "Ada", "--json").json
    assert (found["next_contact_on"], found["snoozed_until"]) == ("2026-04-01", None)
    ok("undo")
    assert ok("show", "Ada", "--json").json["snoozed_until"] == "2026-12-01"
