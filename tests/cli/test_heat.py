"""stats --heat: a sign a day, weeks as columns."""

import pytest

TODAY = "2026-03-02"  # a Monday


@pytest.fixture
def talks(ok):
    ok("add-contact", "Ana Kim")

    def call(*days):
        for on in days:
            ok("add-conversation", "hello", "--with", "ana", "--on", on)

    return call


def drawn(ok, *words, width=60, **more):
    return ok("stats", "--heat", *words, "-f", "table", env={"COLUMNS": str(width)}, **more).lines


def days_of(lines):
    """The seven lines of days by their names, without these."""
    return {
        line[:3]: line[4:] for line in lines if line[:3] in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    }


def test_json_has_the_days_with_a_conversation(ok, talks):
    talks("2026-03-02", "2026-03-02", "2026-02-28", "2025-03-03", "2025-03-02")
    assert ok("stats", "--heat", "--json").json == [
        {"on": "2025-03-03", "count": 1},
        {"on": "2026-02-28", "count": 1},
        {"on": "2026-03-02", "count": 2},
    ], "the last 53 weeks begin on Monday 3 March 2025"
    assert ok("stats", "--heat", "2025", "--json").json[0] == {"on": "2025-03-02", "count": 1}
    assert ok("stats", "--heatmap").lines == ["2025-03-03\t1", "2026-02-28\t1", "2026-03-02\t2"]


def test_the_map_has_53_weeks_of_seven_days_and_today_is_marked(ok, talks):
    talks("2026-03-02", "2026-02-28", "2025-03-03")
    lines = drawn(ok)
    assert lines[0] == "3 conversations on 3 days, 2025-03-03 to 2026-03-02"
    days = days_of(lines)
    assert list(days) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert days["Mon"] == "░" + "·" * 51 + "░<"
    assert days["Sat"] == "·" * 51 + "░", "the days to come are blank"
    assert days["Sun"] == "·" * 52
    assert max(map(len, lines)) <= 60
    assert lines[-1] == "· none  ░ 1  < today"


def test_months_stand_over_the_week_of_their_first_day(ok, talks):
    lines = drawn(ok, "2026", today="2026-12-31")
    names = lines[1]
    assert names.split() == [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
    # the weeks of 2026 begin on 29 December; 1 March is a Sunday, of the ninth of them
    assert names.index("Jan") == 4 and names.index("Mar") == 4 + 8


@pytest.mark.parametrize(
    ("year", "weeks", "monday", "sunday"),
    [
        (
            2026,
            53,
            " " + "·" * 52,
            "·" * 52,
        ),  # begins on a Thursday, ends on one: the last week has no Sunday
        (2024, 53, "·" * 53, "·" * 52),  # a leap year, from Monday to Tuesday
        (2012, 54, " " + "·" * 53, "·" * 53),  # a leap year from Sunday to Monday touches 54 weeks
        (2023, 53, " " + "·" * 52, "·" * 53),  # from Sunday to Sunday
    ],
)
def test_a_year_has_its_days_and_weeks(ok, talks, year, weeks, monday, sunday):
    lines = drawn(ok, str(year), today="2026-12-31")
    days = days_of(lines)
    assert sum(one.count("·") for one in days.values()) == (365 if year % 4 else 366)
    assert max(len(one.rstrip("<")) for one in days.values()) == weeks
    assert (days["Mon"], days["Sun"]) == (monday, sunday)
    assert max(map(len, lines)) <= 60


def test_today_within_a_year_is_marked_and_the_rest_is_blank(ok, talks):
    days = days_of(drawn(ok, "2026", width=140))
    assert days["Mon"].split() == ["·"] * 8 + ["·<"]
    assert "<" not in days["Tue"] and days["Tue"].split() == ["·"] * 8
    assert "<" not in "".join(days_of(drawn(ok, "2024")).values())
    narrow = days_of(drawn(ok, "2026"))
    assert (narrow["Mon"], narrow["Tue"]) == (" " + "·" * 9 + "<", " " + "·" * 8)


@pytest.mark.parametrize(("width", "cells"), [(60, 1), (80, 1), (110, 1), (111, 2), (140, 2)])
def test_a_week_takes_two_signs_at_most(ok, talks, width, cells):
    talks("2026-02-28")
    lines = drawn(ok, width=width)
    assert max(map(len, lines)) <= width
    assert days_of(lines)["Sat"].index("░") == 51 * cells


@pytest.mark.parametrize("width", [20, 40, 57])
def test_a_narrow_terminal_has_the_latest_weeks_and_says_so(ok, talks, width):
    talks("2026-02-28")
    lines = drawn(ok, width=width)
    assert max(map(len, lines)) <= width
    text = " ".join(line.strip() for line in lines[:4])
    assert f"the last {width - 5} of 53" in text
    days = days_of(lines)
    assert len(days["Mon"]) == width - 4 and days["Mon"].endswith("<")
    assert days["Sat"].rstrip().endswith("░")


def test_shades_are_told_apart_without_colours_and_explained(ok, talks):
    talks(
        *["2026-02-23"] * 9,
        *["2026-02-24"] * 3,
        *["2026-02-25"] * 2,
        "2026-02-26",
        "2026-02-27",
        "2026-03-01",
    )
    lines = drawn(ok)
    days = days_of(lines)
    week = [days[name][51] for name in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")]
    assert week == ["█", "█", "▓", "░", "░", "·", "░"], "one long day does not make all others pale"
    assert lines[-1] == "· none  ░ 1  ▓ 2  █ 3-9  < today"


def test_the_signs_are_plain_where_the_terminal_is(ok, talks, process):
    talks("2026-02-28", "2026-02-28", "2026-03-01")
    out = process("stats", "--heat", "-f", "table", env={"PYTHONIOENCODING": "ascii", "COLUMNS": "80"}).stdout
    assert out.splitlines()[-1] == "- none  . 1  # 2  < today"


def test_colours_are_kept_off_where_they_are_not_wanted(ok, talks):
    talks("2026-02-28")
    coloured = ok("stats", "--heat", "-f", "table", env={"FORCE_COLOR": "1"}).out
    plain = ok("stats", "--heat", "-f", "table", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out
    assert "\x1b[32m" in coloured and "\x1b" not in plain


def test_an_empty_log_has_an_empty_map(ok):
    ok("add-contact", "Ana Kim")
    lines = drawn(ok)
    assert lines[0].startswith("0 conversations on 0 days")
    assert lines[-1] == "· none  < today"
    assert ok("stats", "--heat", "--json").json == []


def test_a_year_to_come_is_refused(run, ok):
    ok("add-contact", "Ana Kim")
    done = run("stats", "--heat", "2027")
    assert done.code == 2 and "still to come" in done.err
