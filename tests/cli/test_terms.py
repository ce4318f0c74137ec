"""terms: any academic or business calendar, with today marked."""

import pytest

TRIMESTERS = """
[[terms]]
name = "autumn"
starts = "09-01"
ends = "12-15"
[[terms]]
name = "spring"
starts = "01-10"
ends = "03-31"
[[terms]]
name = "spring"
starts = 2026-01-19
ends = "2026-04-10"
[[terms]]
name = "summer school 2026"
starts = "2026-06-29"
ends = "2026-07-10"
"""


@pytest.fixture
def calendar(home):
    def write(text):
        (home / "config.toml").write_text(text)

    return write


def labels(ok, *words, **more):
    return [one["label"] for one in ok("terms", *words, "--json", **more).json]


def test_terms_show_those_around_today(ok):
    found = ok("terms", "--json").json
    assert [one["label"] for one in found] == [
        "fall 2025",
        "spring 2026",
        "fall 2026",
        "spring 2027",
        "fall 2027",
    ]
    assert found[1] == {
        **{"label": "spring 2026", "starts_on": "2026-01-01", "ends_on": "2026-05-31"},
        **{"current": True, "days_left": 90, "days_until": None},
    }
    assert [one["current"] for one in found].count(True) == 1
    assert (found[0]["days_until"], found[2]["days_until"], found[2]["days_left"]) == (None, 166, None)
    assert ok("terms").lines[1] == "spring 2026\t2026-01-01\t2026-05-31\tyes\t90\t"


def test_a_gap_is_told(ok):
    result = ok("terms", today="2026-07-02")
    assert "2026-07-02 is in no term" in result.err and "in 44 days" in result.err
    assert not any(one["current"] for one in ok("terms", "--json", today="2026-07-02").json)
    table = ok("terms", "-f", "table", today="2026-07-02").out.splitlines()
    marked = next(n for n, line in enumerate(table) if "today" in line)
    assert "spring 2026" in table[marked - 1] and "fall 2026" in table[marked + 1]
    assert "90 days left" in ok("terms", "-f", "table").out


def test_terms_at_another_day(ok):
    assert labels(ok, "--at", "2030-09-01")[:2] == ["spring 2030", "fall 2030"]


def test_dates_of_one_year_stand_in_for_those_of_every_year(ok, calendar):
    calendar(TRIMESTERS)
    found = ok("terms", "--json", "--at", "2026-05-01").json
    assert [(one["label"], one["starts_on"], one["ends_on"]) for one in found[:4]] == [
        ("spring 2026", "2026-01-19", "2026-04-10"),
        ("summer school 2026", "2026-06-29", "2026-07-10"),
        ("autumn 2026", "2026-09-01", "2026-12-15"),
        ("spring 2027", "2027-01-10", "2027-03-31"),
    ]
    ok("add-goal", "Talk", "--count", "events", "--per", "term", "--on", "2026-01-01")
    assert ok("goals", "--json", today="2026-04-05").json[0]["period"]["label"] == "spring 2026"
    assert ok("goals", "--json", today="2026-05-05").json[0]["period"] is None
    assert ok("date", "eot").out.startswith("2026-04-10")


def test_terms_of_one_year_alone_come_to_an_end(ok, run, calendar):
    calendar('[[terms]]\nname = "Q1 2026"\nstarts = "2026-01-05"\nends = "2026-03-27"\n')
    assert labels(ok) == ["Q1 2026"]
    assert labels(ok, "--at", "2027-01-01") == ["Q1 2026"]
    ok("add-goal", "Talk", "--count", "events", "--per", "term", "--on", "2026-01-01")
    one = ok("goals", "--json", today="2026-06-01").json[0]
    assert (one["period"], one["state"], len(one["history"])) == (None, "on-pace", 1)
    result = run("date", "eot", today="2026-06-01")
    assert result.code == 2 and "no term from 2026-06-01 on" in result.err


def test_without_terms_it_says_so(ok, calendar):
    calendar("terms = []\n")
    assert ok("terms", "--json").json == []
    assert "[[terms]]" in ok("terms", "-f", "table").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "a"\nstarts = "2026-08-17"\nends = "12-11"', "give both with a year"),
        ('name = "a"\nstarts = "2026-08-17"\nends = "2026-08-01"', "before it starts"),
        ('name = "a"\nstarts = "2026-08-17"\nends = "2062-12-11"', "more than a year after"),
        ('name = "a"\nstarts = "2026-02-30"\nends = "2026-12-11"', "not a day"),
        (
            'name = "a"\nstarts = "08-01"\nends = "12-11"\n[[terms]]\nname = "b"\n'
            'starts = "2031-12-01"\nends = "2031-12-20"',
            "'a 2031' and 'b 2031' overlap",
        ),
        (
            'name = "a"\nstarts = "2026-08-01"\nends = "2026-12-11"\n[[terms]]\nname = "A"\n'
            'starts = "2026-12-20"\nends = "2026-12-24"',
            "two terms are named 'a'",
        ),
    ],
)
def test_terms_that_cannot_be_are_told(run, calendar, text, said):
    calendar(f"[[terms]]\n{text}\n")
    result = run("terms")
    assert (result.code, result.out) == (6, "") and said in result.err and result.err.count("\n") == 1
