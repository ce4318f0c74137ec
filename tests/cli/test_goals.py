"""add-goal and goals: everything is counted from the log."""

import calendar
import json
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

KEYS = {
    *("ref", "type", "uid", "tags", "notes", "private", "created_at", "updated_at"),
    *("title", "count", "where", "target", "per", "starts_on", "ends_on", "status"),
}
STANDING = {
    *("done", "expected", "state", "period", "days_left", "streak", "best_streak", "history", "entries"),
}


def goal(ok, *words, **more):
    """The one goal as `goals` shows it."""
    return ok("goals", *words, "--json", **more).json[0]


def done(ok, *words, **more):
    return goal(ok, *words, **more)["done"]


@pytest.fixture
def log(ok):
    """Two months in the life of a log; today is Monday 2026-03-02."""
    ok("add-event", "Old Fair", "--on", "2026-02-20", "--level", "state", "--role", "presenter")
    ok("add-event", "PLC", "--on", "2026-02-25..2026-03-01", "--kind", "plc")
    ok("add-event", "Skipped Day", "--on", "2026-02-26", "--status", "skipped")
    ok("add-event", "Lake Conference", "--on", "2026-03-20", "--role", "presenter")
    ok("add-contact", "Ada Quill", "--level", "state", "--met", "2026-02-20", "--tag", "mentor")
    ok("add-contact", "Bo Lund", "--level", "district")  # known from the first conversation
    ok("add-contact", "Cy Tamm", "--met", "2026-02-24", "--status", "archived")
    ok("add-contact", "Dee Roe", "--level", "state", "--status", "target")  # not known yet
    ok("add-conversation", "Tea", "--with", "Ada", "--with", "Bo", "--on", "2026-02-10", "--tag", "ai")
    ok("add-conversation", "More tea", "--with", "Ada", "--on", "2026-02-27", "--kind", "call")
    ok("add-conversation", "Last tea", "--with", "Ada", "--on", "2026-02-28", "--kind", "call")
    ok("add-conversation", "New tea", "--with", "Bo", "--on", "2026-03-02")
    ok("add-follow-up", "Kept", "--with", "Ada")
    ok("add-follow-up", "Theirs kept", "--theirs")
    ok("add-follow-up", "Given up")
    ok("add-follow-up", "Open")
    ok("done", "f1", "--on", "2026-02-15")
    ok("done", "f2", "--on", "2026-02-16")
    ok("drop", "f3")


# add-goal


def test_add_goal_gives_every_key_and_its_defaults(ok):
    one = ok("add-goal", "Talk", "--count", "conversations", "--per", "week", "--json").json
    assert set(one) == KEYS
    assert (one["ref"], one["type"], one["title"], one["target"]) == ("g1", "goal", "Talk", 1)
    assert (one["starts_on"], one["ends_on"], one["where"], one["status"]) == (
        *("2026-03-02", None, None, "active"),
    )


def test_add_goal_keeps_what_was_said(ok):
    one = ok(
        *("add-goal", "Events", "--count", "Events", "--where", "level:state kind:conference"),
        *("--target", "3", "--per", "Term", "--on", "2026-01-01..2026-12-31"),
        *("--tag", "big", "--notes", "why not", "--json"),
    ).json
    assert (one["count"], one["per"], one["target"]) == ("events", "term", 3)
    assert (one["starts_on"], one["ends_on"]) == ("2026-01-01", "2026-12-31")
    assert (one["where"], one["tags"], one["notes"]) == ("level:state kind:conference", ["big"], "why not")


def test_add_goal_on_a_start_alone_is_open_ended(ok):
    one = ok("add-goal", "T", "--count", "events", "--per", "year", "--on", "2026-01-01", "--json").json
    assert (one["starts_on"], one["ends_on"]) == ("2026-01-01", None)


COUNTED = ("--count", "conversations", "--per", "week")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--per", "week"), 2, "--count"),
        (("--count", "events"), 2, "--per"),
        (("--count", "smiles", "--per", "week"), 2, "is no count"),
        (("--count", "events", "--per", "fortnight"), 2, "is no per"),
        ((*COUNTED, "--target", "0"), 2, "at least 1"),
        ((*COUNTED, "--target=-1"), 2, "at least 1"),
        ((*COUNTED, "--target", "1.5"), 2, "at least 1"),
        ((*COUNTED, "--target", "many"), 2, "at least 1"),
        ((*COUNTED, "--target", "9999999999"), 2, "at least 1"),
        ((*COUNTED, "--on", "2026-05-01..2026-04-01"), 2, "before it starts"),
        ((*COUNTED, "--on", "2027-02-29"), 2, "February 2027"),
        ((*COUNTED, "--where", "nonsense:1"), 2, "has no 'nonsense'"),
        ((*COUNTED, "--where", "level:state"), 2, "has no 'level'"),  # conversations have none
        ((*COUNTED, "--where", "kind:party"), 2, "is no kind"),
        ((*COUNTED, "--where", "on:2027-02-29"), 2, "February 2027"),
        ((*COUNTED, "--where", 'tag:"open'), 2, "quote"),
        ((*COUNTED, "--where", "with:Nobody"), 3, "Nobody"),
        (("--count", "people", "--per", "week", "--where", "level:galactic"), 2, "is no level"),
        (("--count", "follow-ups", "--per", "week", "--where", "theirs:maybe"), 2, "not yes or no"),
    ],
)
def test_add_goal_refuses_what_cannot_be_and_adds_nothing(run, ok, log, words, code, said):
    result = run("add-goal", "Talk", *words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("error: ") and said in result.err and result.err.count("\n") == 1
    assert ok("list-goals", "--all", "--json").json == []


@pytest.mark.parametrize(
    ("edit", "code"),
    [("where=nonsense:1", 2), ("count=events", 2), ("where=with:Nobody", 3), ("target=0", 2)],
)
def test_an_edit_that_could_not_be_counted_is_refused(run, ok, log, edit, code):
    ok("add-goal", "Talk", *COUNTED, "--where", "with:Ada")
    result = run("edit", "g1", edit)
    assert (result.code, result.out) == (code, "")
    assert done(ok) == 0


def test_list_goals_shows_them_as_they_were_set(ok, run):
    ok("add-goal", "Talk", *COUNTED)
    ok("add-goal", "Old", "--count", "events", "--per", "year")
    ok("edit", "g2", "status=closed")
    assert ok("list-goals").out == "g1\tTalk\tconversations\t\t1\tweek\tactive\n"
    assert ok("list-goals", "per:year", "--all", "-f", "ids").lines == ["g2"]
    assert [one["ref"] for one in ok("goals", "--json").json] == ["g1"]
    assert [one["ref"] for one in ok("goals", "g2", "--json").json] == ["g2"]


# what is counted


@pytest.mark.parametrize(
    ("count", "where", "entries"),
    [
        ("contacts", None, ["c2", "c1", "c3"]),
        ("contacts", "level:state", ["c1"]),
        ("contacts", "status:archived", ["c3"]),
        ("contacts", "tag:mentor", ["c1"]),
        ("people", None, ["c1", "c2"]),
        ("people", "level:state", ["c1"]),
        ("people", "level:national", []),
        ("conversations", None, ["t1", "t2", "t3"]),
        ("conversations", "kind:call", ["t2", "t3"]),
        ("conversations", "with:ada not:tag:ai", ["t2", "t3"]),
        ("conversations", "with:bo", ["t1"]),
        ("conversations", "more", ["t2"]),
        ("conversations", "'more tea'", ["t2"]),
        ("events", None, ["e1", "e2"]),
        ("events", "level:state", ["e1"]),
        ("events", "kind:plc", ["e2"]),
        ("events", "status:skipped", []),
        ("presentations", None, ["e1"]),
        ("presentations", "kind:plc", []),
        ("follow-ups", None, ["f1", "f2"]),
        ("follow-ups", "theirs:no", ["f1"]),
        ("follow-ups", "with:ada", ["f1"]),
    ],
)
def test_each_countable_counts_what_it_says(ok, log, count, where, entries):
    filter = ("--where", where) if where else ()
    ok("add-goal", "G", "--count", count, *filter, "--per", "month", "--on", "2026-02-01", "--target", "9")
    shown = goal(ok, "--at", "2026-02-28", "--why")
    assert [one["ref"] for one in shown["entries"]] == entries
    assert shown["done"] == len(entries)


def test_why_gives_each_entry_with_its_day_oldest_first(ok, log):
    ok("add-goal", "Talk", "--count", "conversations", "--per", "month", "--on", "2026-02-01")
    assert goal(ok, "--why", "--at", "2026-02-28")["entries"] == [
        {"ref": "t1", "on": "2026-02-10", "text": "Tea"},
        {"ref": "t2", "on": "2026-02-27", "text": "More tea"},
        {"ref": "t3", "on": "2026-02-28", "text": "Last tea"},
    ]
    assert goal(ok)["entries"] == []
    table = ok("goals", "g1", "--why", "--at", "2026-02-28", "-f", "table").out
    assert "2026-02-27" in table and "More tea" in table


def test_people_are_counted_once_a_period_on_their_first_day(ok, log):
    ok("add-goal", "People", "--count", "people", "--per", "month", "--on", "2026-02-01")
    entries = goal(ok, "--why", "--at", "2026-02-28")["entries"]
    assert entries == [
        {"ref": "c1", "on": "2026-02-10", "text": "Ada Quill"},
        {"ref": "c2", "on": "2026-02-10", "text": "Bo Lund"},
    ]


def test_counts_follow_the_log_and_its_undo(ok, log):
    ok("add-goal", "Talk", *COUNTED)
    assert done(ok) == 1
    ok("add-conversation", "Again", "--with", "Bo")
    assert done(ok) == 2
    ok("undo")
    assert done(ok) == 1
    ok("delete", "t4", "--yes")
    assert done(ok) == 0


def test_an_event_counts_once_it_was_attended(ok, log):
    ok("add-goal", "Talks", "--count", "presentations", "--per", "month")
    assert done(ok, today="2026-03-25") == 0
    ok("edit", "e4", "status=attended", today="2026-03-25")
    assert done(ok, today="2026-03-25") == 1
    assert done(ok, "--at", "2026-03-19", today="2026-03-25") == 0


# how it stands


@pytest.mark.parametrize(
    ("per", "today", "period", "days_left"),
    [
        ("week", "2026-03-02", ("2026-W10", "2026-03-02", "2026-03-08"), 6),
        ("week", "2026-03-08", ("2026-W10", "2026-03-02", "2026-03-08"), 0),
        ("week", "2027-01-01", ("2026-W53", "2026-12-28", "2027-01-03"), 2),
        ("month", "2028-02-29", ("2028-02", "2028-02-01", "2028-02-29"), 0),
        ("month", "2026-12-31", ("2026-12", "2026-12-01", "2026-12-31"), 0),
        ("quarter", "2026-05-15", ("2026-Q2", "2026-04-01", "2026-06-30"), 46),
        ("term", "2026-03-02", ("spring 2026", "2026-01-01", "2026-05-31"), 90),
        ("term", "2026-08-15", ("fall 2026", "2026-08-15", "2026-12-31"), 138),
        ("year", "2026-12-30", ("2026", "2026-01-01", "2026-12-31"), 1),
    ],
)
def test_the_period_is_the_one_of_the_day(ok, per, today, period, days_left):
    ok("add-goal", "Talk", "--count", "conversations", "--per", per, "--on", "2026-01-01")
    one = goal(ok, today=today)
    assert set(one) == KEYS | STANDING
    assert one["period"] == dict(zip(("label", "starts_on", "ends_on"), period, strict=True))
    assert one["days_left"] == days_left


def test_a_goal_by_term_rests_between_terms(ok, run):
    ok("add-contact", "Ada Quill")
    ok("add-goal", "Talk", "--count", "conversations", "--per", "term", "--on", "2026-01-01")
    ok("add-conversation", "Holiday tea", "--with", "Ada", today="2026-07-01")
    one = goal(ok, today="2026-07-02")
    assert (one["period"], one["days_left"], one["done"]) == (None, None, 0)
    assert one["state"] == "on-pace" and run("goals", "--check", today="2026-07-02").code == 0
    assert one["history"] == [{"label": "spring 2026", "done": 0, "met": False}]
    assert "Talk" in ok("goals", "-f", "table", today="2026-07-02").out


def test_terms_are_the_users_own(ok, home):
    (home / "config.toml").write_text(
        '[[terms]]\nname = "winter"\nstarts = "11-01"\nends = "03-15"\n'
        '[[terms]]\nname = "summer"\nstarts = "04-01"\nends = "07-15"\n'
    )
    ok("add-contact", "Ada Quill")
    ok("add-conversation", "Tea", "--with", "Ada", "--on", "2025-12-24")
    ok("add-goal", "Talk", "--count", "conversations", "--per", "term", "--on", "2025-06-01")
    one = goal(ok)
    assert one["period"] == {"label": "winter 2025-26", "starts_on": "2025-11-01", "ends_on": "2026-03-15"}
    assert (one["done"], one["state"], one["streak"]) == (1, "met", 1)
    assert one["history"] == [{"label": "summer 2025", "done": 0, "met": False}]


@pytest.mark.parametrize(
    ("at", "expected", "state"),
    [
        ("2026-02-08", 4.0, "behind"),
        ("2026-02-10", 5.0, "behind"),
        ("2026-02-28", 14.0, "behind"),
        ("2026-02-01", 0.5, "on-pace"),
    ],
)
def test_pace_is_a_straight_line(ok, log, at, expected, state):
    ok("add-goal", "Talk", "--count", "events", "--per", "month", "--target", "14", "--on", "2026-02-01")
    one = goal(ok, "--at", at)
    assert (one["expected"], one["state"]) == (expected, state)


def test_at_tells_how_it_stood_then(ok, log):
    ok(
        "add-goal",
        "Talk",
        "--count",
        "conversations",
        "--per",
        "month",
        "--target",
        "2",
        "--on",
        "2026-01-01",
    )
    then = goal(ok, "--at", "2026-02-27")
    assert (then["done"], then["state"], then["days_left"]) == (2, "met", 1)
    assert done(ok, "--at", "2026-02-26") == 1
    assert goal(ok, "--at", "2026-02-27") == goal(ok, today="2026-02-27")


def test_a_goal_that_ended_is_met_or_missed_in_its_last_period(ok, log):
    on = ("--on", "2026-02-01..2026-02-28")
    ok("add-goal", "Talk", "--count", "conversations", "--per", "month", "--target", "3", *on)
    ok("add-goal", "Talk more", "--count", "conversations", "--per", "month", "--target", "4", *on)
    met, missed = ok("goals", "--json").json
    assert (met["state"], met["done"], met["period"]["label"]) == ("met", 3, "2026-02")
    assert (missed["state"], missed["done"], missed["days_left"]) == ("missed", 3, 0)
    assert met["history"] == missed["history"] == []


def test_a_goal_that_ends_within_a_period_is_over_then(ok, log):
    on = ("--on", "2026-01-15..2026-02-14")  # t1 is on Feb 10, the others after the end
    ok("add-goal", "Talk", "--count", "conversations", "--per", "month", "--target", "2", *on)
    one = goal(ok, "--why")
    assert [entry["ref"] for entry in one["entries"]] == ["t1"]
    assert (one["done"], one["state"], one["days_left"], one["expected"]) == (1, "missed", 0, 2.0)
    assert one["period"] == {"label": "2026-02", "starts_on": "2026-02-01", "ends_on": "2026-02-14"}
    assert [past["label"] for past in one["history"]] == ["2026-01"]
    then = goal(ok, "--at", "2026-02-07")
    assert (then["state"], then["days_left"], then["expected"]) == ("behind", 7, 1.0)


def test_history_and_streaks_by_hand(ok):
    ok("add-contact", "Ada Quill")
    # weeks from 2026-01-26: 1, 2, 0, 2, 3, and 1 in the current one
    held = ["01-28", "02-02", "02-08", "02-16", "02-22", "02-23", "02-24", "03-01", "03-02"]
    for one in held:
        ok("add-conversation", "Tea", "--with", "Ada", "--on", f"2026-{one}")
    ok("add-goal", "Talk", *COUNTED, "--target", "2", "--on", "2026-01-28")
    one = goal(ok)
    assert one["history"] == [
        {"label": "2026-W05", "done": 1, "met": False},
        {"label": "2026-W06", "done": 2, "met": True},
        {"label": "2026-W07", "done": 0, "met": False},
        {"label": "2026-W08", "done": 2, "met": True},
        {"label": "2026-W09", "done": 3, "met": True},
    ]
    assert (one["done"], one["streak"], one["best_streak"]) == (1, 2, 2)  # the current week is not over
    ok("add-conversation", "Tea", "--with", "Ada", "--on", "2026-03-04", today="2026-03-04")
    one = goal(ok, today="2026-03-04")
    assert (one["done"], one["streak"], one["best_streak"]) == (2, 3, 3)


def test_check_exits_1_while_a_goal_is_behind(run, ok, log):
    assert run("goals", "--check").code == 0
    ok("add-goal", "Met", *COUNTED)
    assert run("goals", "--check").code == 0
    ok("add-goal", "Far", "--count", "events", "--per", "month", "--target", "31")
    result = run("goals", "--check", "--json")
    assert result.code == 1 and [one["state"] for one in result.json] == ["met", "behind"]
    assert run("goals", "--check", "g1").code == 0
    assert run("goals", "--json").code == 0
    ok("edit", "g2", "on=2026-02-01..2026-02-28")
    assert goal(ok, "g2")["state"] == "missed"
    assert run("goals", "--check").code == 0, "what is over can't be caught up with"


def test_goals_names_them_by_title_and_refuses_others(run, ok, log):
    ok("add-goal", "Talk weekly", *COUNTED)
    assert [one["ref"] for one in ok("goals", "talk", "--json").json] == ["g1"]
    for word, code in (("g9", 3), ("c1", 3), ("Nothing", 3)):
        assert run("goals", word).code == code
    assert run("goals", "--at", "2027-02-29").code == 2


def test_goals_is_tsv_in_a_pipe_and_a_table_with_bars(ok, log):
    ok("add-goal", "Talk", *COUNTED, "--target", "3", "--on", "2026-02-09")
    assert ok("goals").out == "g1\tTalk\t1\t3\t0.43\ton-pace\t2026-W10\t6\t0\n"
    table = ok("goals", "-f", "table", env={"COLUMNS": "100"}).out
    assert "━━━╌╌╌╌╌╌╌ 1/3" in table and "on pace" in table and "6 days" in table
    ok("add-goal", "Lots", *COUNTED, "--target", "30")
    assert "4 behind" in ok("goals", "g2", "-f", "table").out


def test_goals_of_an_empty_log_is_a_success(ok):
    assert ok("goals", "--json").json == []
    assert "add-goal" in ok("goals", "-f", "table").out


def test_a_goal_whose_filter_names_someone_gone_says_which_it_is(run, ok, log):
    ok("add-goal", "Talk to Ada", *COUNTED, "--where", "with:Ada")
    ok("add-goal", "Talk", *COUNTED)
    ok("delete", "Ada", "--yes")
    result = run("goals")
    assert (result.code, result.out) == (3, "") and "g1 'Talk to Ada'" in result.err
    assert done(ok, "g2") == 1
    ok("edit", "g1", "title=Talk to whom")  # other edits are not blocked
    ok("edit", "g1", "where=with:Bo")
    assert done(ok, "g1") == 1


def test_a_goal_whose_filter_became_ambiguous_says_which_it_is(run, ok, log):
    ok("add-goal", "Talk to Bo", *COUNTED, "--where", "with:Bo")
    ok("add-contact", "Bo Zorn")
    result = run("goals")
    assert result.code == 4 and "g1 'Talk to Bo'" in result.err and "Bo Zorn" in result.err


# over random logs, against a count that is slow and plain

FIRST, LAST = date(2025, 11, 1), date(2026, 3, 2)
DAYS = st.dates(FIRST, LAST).map(str)
TERMS = (((1, 1), (5, 31)), ((8, 15), (12, 31)))

logs = st.fixed_dictionaries(
    {
        "contacts": st.lists(
            st.fixed_dictionaries(
                {
                    "met_on": st.none() | DAYS,
                    "status": st.sampled_from(("active", "active", "archived", "target")),
                    "level": st.none() | st.sampled_from(("state", "national")),
                }
            ),
            min_size=1,
            max_size=4,
        ),
        "conversations": st.lists(
            st.tuples(DAYS, st.sets(st.integers(0, 3), min_size=1, max_size=3)), max_size=7
        ),
        "events": st.lists(
            st.tuples(
                DAYS,
                st.sampled_from(("attended", "planned", "skipped")),
                st.sampled_from(("presenter", "attendee")),
            ),
            max_size=4,
        ),
        "done": st.lists(DAYS, max_size=4),
    }
)
setting = st.tuples(
    st.sampled_from(("contacts", "people", "conversations", "events", "presentations", "follow-ups")),
    st.sampled_from(("week", "month", "quarter", "term", "year")),
    st.integers(1, 3),
    st.dates(FIRST, LAST),
)


def build(ok, db, content):
    """The log, by commands alone."""
    lines = [json.dumps({"name": f"Person {n}", **one}) for n, one in enumerate(content["contacts"])]
    ok("add-contact", "-", "--db", db, stdin="\n".join(lines))
    people = len(lines)
    for on, who in content["conversations"]:
        names = [word for n in sorted({n % people for n in who}) for word in ("--with", f"c{n + 1}")]
        ok("add-conversation", "Tea", "--on", on, *names, "--db", db)
    for on, status, role in content["events"]:
        ok("add-event", "Fair", "--on", on, "--status", status, "--role", role, "--db", db)
    for n, on in enumerate(content["done"], 1):
        ok("add-follow-up", "Promise", "--db", db)
        ok("done", f"f{n}", "--on", on, "--db", db)


def days_of_entries(ok, db, count):
    """(day, what counts once a period) of everything that a countable counts."""

    def listed(kind):
        return ok(f"list-{kind}", "--all", "--json", "--db", db).json

    if count == "conversations":
        return [(one["held_on"], one["ref"]) for one in listed("conversations")]
    if count == "people":
        return [(one["held_on"], who["ref"]) for one in listed("conversations") for who in one["contacts"]]
    if count == "contacts":
        talks = listed("conversations")
        known = []
        for one in listed("contacts"):
            with_them = [t["held_on"] for t in talks if one["ref"] in [who["ref"] for who in t["contacts"]]]
            day = one["met_on"] or min(with_them, default=None)
            if day and one["status"] != "target":
                known.append((day, one["ref"]))
        return known
    if count == "follow-ups":
        return [(one["done_on"], one["ref"]) for one in listed("follow-ups") if one["status"] == "done"]
    return [
        (one["starts_on"], one["ref"])
        for one in listed("events")
        if one["status"] == "attended" and (count == "events" or one["role"] == "presenter")
    ]


def period_of(per, day):
    """The first and last day of the period a day is in; None between terms."""
    if per == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if per == "term":
        spans = [(date(day.year, *start), date(day.year, *end)) for start, end in TERMS]
        return next((span for span in spans if span[0] <= day <= span[1]), None)
    months = {"month": 1, "quarter": 3, "year": 12}[per]
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return date(day.year, first, 1), date(day.year, last, calendar.monthrange(day.year, last)[1])


def counted_slowly(entries, per, target, starts_on):
    """done, history of counts, streak and best streak, day by day."""
    spans, day = [], starts_on
    while day <= LAST:
        if (span := period_of(per, day)) and span not in spans:
            spans.append(span)
        day += timedelta(days=1)
    current = period_of(per, LAST)
    counts = [
        len({ref for on, ref in entries if str(first) <= on <= str(min(last, LAST))}) for first, last in spans
    ]
    finished = counts[:-1] if spans and spans[-1] == current else counts
    now = counts[-1] if len(finished) < len(counts) else 0
    streak = best = 0
    for count in finished:
        streak = streak + 1 if count >= target else 0
        best = max(best, streak)
    streak += now >= target
    return now, finished, streak, max(best, streak)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=logs, goals=st.lists(setting, min_size=3, max_size=6))
def test_goals_agree_with_a_slow_count(ok, home, content, goals):
    with tempfile.TemporaryDirectory(dir=home) as folder:
        db = str(Path(folder, "netlog.db"))
        build(ok, db, content)
        for count, per, target, starts_on in goals:
            words = ("--count", count, "--per", per, "--target", str(target), "--on", str(starts_on))
            ok("add-goal", "G", *words, "--db", db)
        shown = ok("goals", "--why", "--json", "--db", db).json
        for (count, per, target, starts_on), one in zip(goals, shown, strict=True):
            now, finished, streak, best = counted_slowly(
                days_of_entries(ok, db, count), per, target, starts_on
            )
            assert (one["done"], [past["done"] for past in one["history"]]) == (now, finished)
            assert [past["met"] for past in one["history"]] == [many >= target for many in finished]
            assert (one["streak"], one["best_streak"]) == (streak, best)
            assert len(one["entries"]) == one["done"] and (one["state"] == "met") == (now >= target)


def test_goal_is_not_behind_for_the_days_before_it_began(ok):
    ok(
        "add-goal",
        "Two a month",
        "--count",
        "conversations",
        "--per",
        "month",
        "--target",
        "2",
        today="2026-03-28",
    )
    found = ok("goals", "--json", today="2026-03-28").json[0]
    assert (found["state"], found["expected"]) == ("on-pace", 0.5)
