"""stats --compare: two stretches of time, series by series."""

import pytest

from tests.cli.test_stats import KEYS, TODAY, make


@pytest.fixture
def log(once):
    return once(make)


@pytest.fixture
def found(ok):
    def call(*words, **more):
        return ok("stats", "--compare", *words, "--json", **more).json

    return call


def by_key(data):
    return {one["key"]: (*one["values"], one["difference"], one["ratio"]) for one in data["series"]}


def test_two_named_periods_have_difference_and_ratio(log, found):
    data = found("2026-01", "2025-12")
    assert data["periods"] == [
        {"label": "2026-01", "starts_on": "2026-01-01", "ends_on": "2026-01-31", "days": 31},
        {"label": "2025-12", "starts_on": "2025-12-01", "ends_on": "2025-12-31", "days": 31},
    ]
    rows = by_key(data)
    assert list(rows) == KEYS
    assert rows["conversations"] == (3, 1, 2, 3.0)
    assert rows["people"] == (2, 1, 1, 2.0)
    assert rows["follow_ups_kept"] == (2, 0, 2, None)
    assert rows["events"] == (0, 0, 0, None)
    assert rows["in_touch"] == (100.0, 100.0, 0.0, 1.0)


def test_response_to_cadence_is_that_of_the_end_of_each_whichever_comes_first(ok, found):
    ok("add-contact", "Ana Kim", "--met", "2025-10-01", "--cadence", "30d")
    ok("add-contact", "Bo Lund", "--met", "2025-10-01", "--cadence", "90d")
    assert by_key(found("2025-12", "2025-10"))["in_touch"] == (0.0, 100.0, -100.0, 0.0)
    assert by_key(found("2025-10", "2025-11"))["in_touch"] == (100.0, 50.0, 50.0, 2.0)


def test_terms_and_ranges_in_words(log, found):
    assert [one["label"] for one in found("spring 2026", "fall 2025")["periods"]] == [
        "spring 2026",
        "fall 2025",
    ]
    data = found("last month", "2026-01-05..2026-01-20")
    assert [one["label"] for one in data["periods"]] == ["2026-02", "2026-01-05..2026-01-20"]
    assert by_key(data)["conversations"] == (1, 1, 0, 1.0)


def test_what_is_running_is_compared_up_to_the_same_day(log, ok):
    told = ok("stats", "--compare", "this month", "2026-02", "--json")
    assert [(one["ends_on"], one["days"]) for one in told.json["periods"]] == [(TODAY, 2), ("2026-02-02", 2)]
    assert by_key(told.json)["conversations"] == (1, 1, 0, 1.0)
    assert "the first 2 days of each" in told.err
    assert "same day" not in ok("stats", "--compare", "2026-02", "2026-01").err


def test_one_range_is_compared_with_the_one_before_it(log, found):
    assert [one["label"] for one in found("2026-02")["periods"]] == ["2026-02", "2026-01"]
    assert [one["label"] for one in found("fall 2025")["periods"]] == ["fall 2025", "spring 2025"]
    assert [one["starts_on"] for one in found("2026-02-11..2026-02-20")["periods"]] == [
        "2026-02-11",
        "2026-02-01",
    ]


def test_none_is_the_running_month_or_as_per_says(log, found):
    assert [one["label"] for one in found()["periods"]] == ["2026-03", "2026-02"]
    assert [one["label"] for one in found("--per", "week")["periods"]] == ["2026-W10", "2026-W09"]


def test_unlike_lengths_are_told(log, ok):
    assert "2025 has 365 days, 2026-01 has 31 days" in ok("stats", "--compare", "2025", "2026-01").err
    assert ok("stats", "--compare", "2026-02", "2026-01").err == ""


@pytest.mark.parametrize("words", ["2026-01", "2025", "last 3 months", "this month", "..2026-02", "2025-W52"])
def test_a_period_against_itself_is_no_change(log, found, words):
    rows = by_key(found(words, words))
    for key, (one, other, difference, ratio) in rows.items():
        assert one == other, key
        assert difference in (0, None) and ratio in (1.0, None), key
    assert any(one for one, *_ in rows.values())


def test_rows_are_one_a_series(log, ok):
    assert ok("stats", "--compare", "2026-01", "2025-12").lines[0] == "Conversations\t3\t1\t2\t3"
    header, first, *_ = ok("stats", "--compare", "2026-01", "2025-12", "-f", "csv").lines
    assert header == "key,name,unit,one,other,difference,ratio"
    assert first == "conversations,Conversations,count,3,1,2,3.0"


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_and_shows_both(log, ok, width):
    lines = ok("stats", "--compare", "2026-01", "2025-12", "-f", "table", env={"COLUMNS": str(width)}).lines
    assert max(map(len, lines)) <= width
    assert lines[0].split() == ["2026-01", "2025-12"]
    assert lines[2].split() == ["2026-01-31", "2025-12-31", "Change", "Ratio"]
    assert len(lines) == 4 + len(KEYS), "no name is folded"
    rows = {line[:18].strip(): line[18:].split() for line in lines[4:]}
    assert rows["Conversations"] == ["3", "1", "+2", "x3.00"]
    assert rows["Events attended"] == ["0", "0", "="]
    assert rows["Help given"] == ["1", "0", "+1"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026-01", "2025-01", "2024-01"), "3 ranges were given"),
        (("fall", "2025", "fall", "2024"), "quote what belongs together"),
        (("2027-01", "2026-01"), "2027-01 is still to come"),
        (("2026-01", "2027-01"), "2027-01 is still to come"),
        (("whenever",), "is not a range of dates"),
    ],
)
def test_bad_input_is_refused(log, run, words, said):
    done = run("stats", "--compare", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_between_terms_two_have_to_be_named(log, run):
    done = run("stats", "--compare", "--per", "term", today="2026-07-01")
    assert done.code == 2 and "in no term" in done.err
