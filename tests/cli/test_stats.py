"""stats: counts by period, worked by hand on a small log."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netlog.records import in_touch, stats
from netlog.store import connection

TODAY = "2026-03-02"
KEYS = [
    *("conversations", "people", "new_contacts", "events", "follow_ups_kept", "kept_on_time"),
    *("promises_received", "in_touch", "help_given", "help_received", "contributions"),
]


def make(ok):
    ok("add-contact", "Ana Kim", "--met", "2025-12-10", "--cadence", "30d")
    ok("add-contact", "Bo Lund", "--met", "2026-01-20")
    ok("add-contact", "Cy Moss", "--status", "target", "--met", "2026-01-21")
    for name, on in (
        *(("ana", "2025-12-10"), ("ana", "2026-01-05"), ("ana", "2026-01-31"), ("bo", "2026-01-31")),
        *(("ana", "2026-02-01"), ("bo", "2026-03-01")),
    ):
        ok("add-conversation", f"talk on {on} with {name}", "--with", name, "--on", on)
    ok("add-event", "Fair", "--on", "2026-02-27..2026-03-01")
    ok("add-event", "Skipped", "--on", "2026-02-03", "--status", "skipped")
    for words, done in (
        *((("--due", "2026-01-10"), "2026-01-10"), (("--due", "2026-01-10"), "2026-01-11")),
        (("--due", "2026-02-01", "--theirs"), "2026-02-20"),
    ):
        ok("add-follow-up", "Read it", "--with", "ana", *words)
        ok(
            "done",
            f"f{1 + len(ok('list-follow-ups', 'status:done', '--all').lines)}",
            "--on",
            done,
            "--no-exchange",
        )
    ok("add-exchange", "A plan", "--with", "bo", "--on", "2026-01-02")
    ok("add-exchange", "Advice", "--received", "--with", "bo", "--on", "2026-02-28", "--kind", "advice")
    ok("add-contribution", "Robots", "--on", "2026-02-10")


@pytest.fixture
def log(once):
    return once(make)


@pytest.fixture
def found(ok):
    def call(*words, **more):
        return ok("stats", *words, "--json", **more).json

    return call


def values(data, key):
    return next(one for one in data["series"] if one["key"] == key)["values"]


def figures(data, name):
    return {one["key"]: one[name] for one in data["series"]}


def test_every_series_is_counted_in_its_month(log, found):
    data = found("--between", "2025-12..2026-03")
    assert data["per"] == "month"
    assert data["periods"][0] == {
        **{"label": "2025-12", "starts_on": "2025-12-01", "ends_on": "2025-12-31", "partial": False}
    }
    assert [one["label"] for one in data["periods"]] == ["2025-12", "2026-01", "2026-02", "2026-03"]
    assert [one["key"] for one in data["series"]] == KEYS
    assert {one["key"]: one["values"] for one in data["series"]} == {
        "conversations": [1, 3, 1, 1],
        "people": [1, 2, 1, 1],
        "new_contacts": [1, 1, 0, 0],  # one meant to be known is none
        "events": [0, 0, 1, 0],  # on their first day; skipped ones are none
        "follow_ups_kept": [0, 2, 0, 0],
        "kept_on_time": [0, 1, 0, 0],
        "promises_received": [0, 0, 1, 0],
        "in_touch": [100.0, 100.0, 100.0, 100.0],  # Ana: 27 and 29 days before the end of month, and today
        "help_given": [0, 1, 0, 0],
        "help_received": [0, 0, 1, 0],
        "contributions": [0, 0, 1, 0],
    }


def test_totals_and_averages(log, found):
    data = found("--between", "2025-12..2026-03")
    assert figures(data, "total") == {
        **{"conversations": 6, "people": 2, "new_contacts": 2, "events": 1, "follow_ups_kept": 2},
        **{"kept_on_time": 1, "promises_received": 1, "in_touch": None, "help_given": 1, "help_received": 1},
        "contributions": 1,
    }
    assert figures(data, "average")["conversations"] == 1.7, "5 in the three months that are over"
    assert figures(data, "average")["in_touch"] == 100.0


def test_the_people_of_a_past_range_are_those_of_it_alone(log, found):
    assert figures(found("2025-11..2025-12"), "total")["people"] == 1
    assert figures(found("--per", "week", "2026-01"), "total")["people"] == 2
    assert figures(found("2026-03"), "total")["people"] == 1


def test_the_last_twelve_months_are_those_by_default(log, found):
    data = found()
    assert (data["periods"][0]["label"], data["periods"][-1]["label"]) == ("2025-04", "2026-03")
    assert [one["partial"] for one in data["periods"]] == [False] * 11 + [True]
    assert figures(data, "average")["conversations"] == 1.7, "months before the log are no zeros"


@pytest.mark.parametrize(
    ("per", "label", "conversations"),
    [
        ("week", "2026-W10", [0, 0, 1, 0, 0, 3, 0, 0, 0, 1, 0]),
        ("quarter", "2026-Q1", [0] * 10 + [1, 5]),
        ("term", "spring 2026", [0] * 10 + [1, 5]),
        ("year", "2026", [0] * 10 + [1, 5]),
    ],
)
def test_other_periods(log, found, per, label, conversations):
    data = found("--per", per)
    assert (data["per"], data["periods"][-1]["label"], len(data["periods"])) == (per, label, 12)
    assert values(data, "conversations")[-len(conversations) :] == conversations


def test_a_week_runs_from_monday_to_sunday(log, found):
    data = found("--per", "week", "2026-01-26..2026-02-08")
    assert [(one["starts_on"], one["ends_on"]) for one in data["periods"]] == [
        ("2026-01-26", "2026-02-01"),
        ("2026-02-02", "2026-02-08"),
    ]
    assert values(data, "conversations") == [3, 0], "Saturday the 31st and Sunday the 1st are of one week"


def test_response_to_cadence_falls_once_a_turn_is_over(ok, found):
    ok("add-contact", "Ana Kim", "--met", "2025-10-01", "--cadence", "30d")
    ok("add-conversation", "one", "--with", "ana", "--on", "2025-10-31")
    ok("add-contact", "Bo Lund", "--met", "2025-11-15", "--cadence", "90d")
    ok("add-contact", "Cy Moss", "--met", "2025-01-01")
    ok("add-contact", "Di Voss", "--met", "2025-01-01", "--cadence", "30d", "--status", "archived")
    data = found("--between", "2025-10..2026-02")
    # Ana's turn is on 30 November, the last day in time; Bo's first is on 13 February
    assert values(data, "in_touch") == [100.0, 100.0, 50.0, 50.0, 0.0]


def test_response_to_cadence_today_is_what_the_queue_says(ok, found):
    for number in range(1, 7):
        ok("add-contact", f"Person {number}", "--cadence", "30d")
        ok("add-conversation", "hello", "--with", f"c{number}", "--on", f"2026-01-{28 + number % 4:02}")
    due = [one for one in ok("due", "--days", "0", "--json").json if one["days_late"] > 0]
    assert values(found("this month"), "in_touch") == [round(100 * (6 - len(due)) / 6, 1)]
    assert 0 < len(due) < 6


def test_of_very_many_contacts_some_stand_for_all(ok, found, monkeypatch):
    for number in range(1, 8):
        ok("add-contact", f"Person {number}", "--cadence", "30d", "--met", TODAY)
    monkeypatch.setattr(in_touch, "MOST", 3)
    told = ok("stats", "this month", "--json")
    assert values(told.json, "in_touch") == [100.0]
    assert "told from 2 contacts of 7" in told.err, "the third and the sixth"


def test_an_empty_log_has_twelve_empty_periods(ok, found):
    ok("add-group", "Circle")
    data = found()
    assert len(data["periods"]) == 12
    assert set(figures(data, "total").values()) == {0, None}
    assert values(data, "in_touch") == [None] * 12


def test_open_ranges_begin_with_the_log_and_end_today(log, found):
    data = found("..2026-01")
    assert [one["label"] for one in data["periods"]] == ["2025-12", "2026-01"]
    assert data["periods"][0]["starts_on"] == "2025-12-10", "the first entry"
    assert found("2026-02..")["periods"][-1]["ends_on"] == TODAY
    assert [one["label"] for one in found("--per", "month", "2026")["periods"]] == [
        "2026-01",
        "2026-02",
        "2026-03",
    ]


def test_what_lies_between_terms_is_told(log, ok):
    ok("add-conversation", "a summer talk", "--with", "cy", "--on", "2025-07-01")
    told = ok("stats", "--per", "term", "--json")
    assert "1 conversation is between terms" in told.err
    assert sum(values(told.json, "conversations")) == 6
    assert figures(told.json, "total")["people"] == 2
    assert "between terms" not in ok("stats", "--per", "year").err


def test_rows_for_programs_are_one_a_period(log, ok):
    lines = ok("stats", "2026-01..2026-02").lines
    assert lines[0].split("\t") == [
        *("2026-01", "2026-01-01", "2026-01-31", "3", "2", "1", "0", "2", "1", "0", "100", "1", "0", "0")
    ]
    header, *rows = ok("stats", "2026-01..2026-02", "-f", "csv").lines
    assert header.split(",") == ["label", "starts_on", "ends_on", *KEYS]
    assert len(rows) == 2 and rows[1].startswith("2026-02,2026-02-01,2026-02-28,1,1,0,1,0,0,1,100.0,")
    assert ok("stats", "2026-01..2026-02", "-f", "ids").lines == ["2026-01", "2026-02"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--per", "fortnight"), "'fortnight' is no period"),
        (("2027",), "2027 is still to come"),
        (("2026-02..2026-01",), "ends before it starts"),
        (("2025", "2026"), "2 ranges were given"),
        (("fall", "2025"), "2 ranges were given"),
        (("soonish",), "is not a range of dates"),
        (("--per", "week", "1950.."), "more than 1,100 weeks"),
        (("--per", "term", "2025-06-10..2025-06-20"), "no term in 2025-06-10..2025-06-20"),
        (("--heat", "--per", "week"), "leave --per out"),
        (("--heat", "--compare"), "leave --compare out"),
    ],
)
def test_bad_input_is_refused(ok, run, words, said):
    ok("add-contact", "Ana Kim")
    done = run("stats", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err and done.err.count("\n") == 1


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_table_fits_its_width(log, ok, width):
    lines = ok("stats", "-f", "table", env={"COLUMNS": str(width)}).lines
    assert max(map(len, lines)) <= width
    assert "2026-03 so far" in lines[0]
    row = next(line for line in lines if line.startswith("People talked with"))
    figures = row.split()[4:]
    assert figures[:3] == (["1", "2", "1.3"] if width > 40 else ["1"])
    assert ("2025-08" in lines[2]) is (width == 140), "earlier months, where there is room"


def test_a_sparkline_shows_the_course_in_signs_that_any_terminal_has(log, ok, process):
    line = next(one for one in ok("stats", "-f", "table").lines if one.startswith("Conversations"))
    assert "▁▁▁▁▁▁▁▁▃█▃▃" in line
    plain = process("stats", "-f", "table", env={"PYTHONIOENCODING": "ascii"}).stdout
    assert "________,#,," in plain


def test_many_weeks_show_the_latest_of_their_course(log, ok):
    lines = ok("stats", "--per", "week", "2025-06..", "-f", "table").lines
    assert "41 weeks" in lines[2] and "Last 24" in lines[2]


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 400)), max_size=12), st.integers(0, 400))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sums_over_weeks_are_those_of_the_range(db, ok, found, talks, length):
    db.unlink(missing_ok=True)
    for name in ("Ana", "Bo", "Cy"):
        ok("add-contact", name)
    for who, back in talks:
        ok("add-conversation", "hello", "--with", f"c{who}", "--on", f"{back}d")
    words = f"{length}d.."
    within = [(who, back) for who, back in talks if back <= length]
    for per in ("week", "month", "year"):
        data = found("--per", per, words)
        assert sum(values(data, "conversations")) == len(within)
        assert figures(data, "total")["people"] == len({who for who, _ in within})
    assert sum(one["count"] for one in found("--heat", words)) == len(within)


def test_counts_are_read_from_indexes_alone():
    """Each is a search, and of all but events (few) every column is in the index."""
    with connection.reading(Path("/nonexistent/netlog.db")) as db:
        steps = explained(db, stats.COUNTS)
    tables = [step for step in steps if "USING" in step]
    assert len(tables) == 10
    for step in tables:
        covered = "COVERING INDEX" in step or "event USING INDEX event_by_start" in step
        assert step.startswith("SEARCH ") and covered, step
    assert whole_scans(steps) == []


def explained(db: sqlite3.Connection, sql: str) -> list[str]:
    return [row["detail"] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", ["[]"])]


def whole_scans(steps: list[str]) -> list[str]:
    """Scans of anything but what the query itself made."""
    scans = (step for step in steps if step.startswith("SCAN "))
    return [step for step in scans if not step.split()[1].startswith(("span", "turn", "("))]


@pytest.mark.parametrize("sql", [in_touch.TURNS, stats.PEOPLE_IN, stats.PEOPLE_SINCE])
def test_no_query_reads_a_table_from_end_to_end(sql):
    with connection.reading(Path("/nonexistent/netlog.db")) as db:
        steps = [
            row["detail"]
            for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", ["1"] * max(1, sql.count("?1") * 3))
        ]
    assert whole_scans(steps) == [], steps


def test_it_imports_nothing_heavy(log):
    from tests.test_startup import imported

    assert imported("stats") == (0, set())
    assert imported("stats", "--compare", "--json") == (0, set())
    assert imported("evidence", "-f", "csv") == (0, set())
    assert imported("evidence", "--as", "markdown") == (0, set())
