"""`date`: how a date or a range is read."""

import pytest


@pytest.mark.parametrize(
    ("words", "day", "when"),
    [
        (("today",), "2026-03-02", "today"),
        (("fri",), "2026-03-06", "in 4 days"),
        (("last", "fri"), "2026-02-27", "3 days ago"),
        (("+3d",), "2026-03-05", "in 3 days"),
        (("2 weeks ago",), "2026-02-16", "2 weeks ago"),
        (("12", "Mar", "2026"), "2026-03-12", "in 10 days"),
        (("eom",), "2026-03-31", None),
        (("eoq",), "2026-03-31", None),
        (("eoy",), "2026-12-31", None),
    ],
)
def test_date_shows_how_a_day_is_read(ok, words, day, when):
    found = ok("date", *words, "--json").json
    assert (found["text"], found["date"]) == (" ".join(words), day)
    assert when is None or found["when"] == when
    assert ok("date", *words).out == f"{day}\n"


def test_date_leans_where_it_is_told_to(ok, run):
    assert ok("date", "fri", "--lean", "past").out == "2026-02-27\n"
    assert ok("date", "fri", "--lean", "future").out == "2026-03-06\n"
    assert run("date", "fri", "--lean", "left").code == 2


def test_date_tells_a_person_the_weekday(ok):
    assert ok("date", "fri", "-f", "table").out == "2026-03-06 Fri, in 4 days\n"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-01..2026-03", "2026-01-01", "2026-03-31"),
        ("2026-01..", "2026-01-01", None),
        ("..today", None, "2026-03-02"),
        ("last 3 months", "2025-12-02", "2026-03-02"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
    ],
)
def test_date_shows_how_a_range_is_read(ok, text, first, last):
    assert ok("date", text, "--json").json == {"text": text, "starts_on": first, "ends_on": last}
    assert ok("date", text).out == f"{first or ''}..{last or ''}\n"


@pytest.mark.parametrize(
    "text", ["2027-02-29", "12", "Mar", "10.5.2026", "whenever", "a..b", "eom..2020", ""]
)
def test_date_refuses_what_is_none(run, text):
    result = run("date", text)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: ") and result.err.count("\n") == 1


def test_date_opens_no_log(ok, db):
    ok("date", "fri")
    assert not db.exists()
