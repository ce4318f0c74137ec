"""ladder: what was given by level and year, and the next rung."""

import shlex

import pytest

TODAY = "2026-03-02"


@pytest.fixture
def given(ok):
    """Contributions at three levels, the highest in the last two years at district; e1 to come at state level."""
    ok("add-event", "State Fair", "--on", "2026-05-01", "--level", "state")
    for title, level, day in (
        ("Old keynote", "national", "2022-05-01"),
        ("Hour of code", "district", "2025-10-01"),
        ("Rubrics", "building", "2025-03-01"),
        ("Rubrics again", "building", "2026-02-01"),
    ):
        ok("add-contribution", title, "--level", level, "--on", day)
    ok("add-contribution", "A post", "--kind", "post", "--on", "2026-01-05")


def rung(ok, **more):
    return ok("ladder", "--json", **more).json["next_rung"]


def test_levels_and_years_are_counted_with_what_is_unknown(ok, given):
    levels = {one["level"]: one for one in ok("ladder", "--json").json["levels"]}
    assert list(levels) == ["building", "district", "state", "region", "national", "international", None]
    assert levels["building"] == {
        "level": "building",
        "years": {"2022": 0, "2023": 0, "2024": 0, "2025": 1, "2026": 1},
        "total": 2,
    }
    assert levels[None]["years"]["2026"] == levels[None]["total"] == 1
    assert [levels[level]["total"] for level in ("district", "state", "national")] == [1, 0, 1]


def test_the_next_rung_has_its_reason_events_and_commands(ok, given):
    assert rung(ok) == {
        "level": "state",
        "why": "the highest level you gave at in the last 2 years is district",
        "events": [{"ref": "e1", "name": "State Fair", "on": "2026-05-01"}],
        "commands": ["netlog edit e1 role=presenter"],
    }
    ok(*shlex.split(rung(ok)["commands"][0])[1:])
    assert rung(ok)["commands"] == ["netlog prep e1"]
    ok("mark", "skipped", "e1")
    assert rung(ok)["events"] == [] and "--level state" in rung(ok)["commands"][0]


def test_the_rung_goes_up_and_down_with_time(ok, given):
    ok("add-contribution", "State talk", "--level", "state", "--on", TODAY)
    assert rung(ok)["level"] == "region"
    assert rung(ok, today="2028-03-01")["level"] == "region"
    assert (rung(ok, today="2028-03-02")["level"], rung(ok, today="2028-03-02")["events"]) == ("building", [])
    ok("add-contribution", "World", "--level", "international")
    assert (rung(ok)["level"], "no higher rung" in rung(ok)["why"]) == ("international", True)


def test_levels_of_ones_own_are_the_rungs(ok, given, home):
    ok("config", "set", "levels", "building, county, planet")
    data = ok("ladder", "--json").json
    assert [one["level"] for one in data["levels"]] == [
        *("building", "county", "planet", "district", "national"),
        None,
    ]
    assert data["next_rung"]["level"] == "county"


def test_a_presentation_without_a_contribution_is_told_of_with_what_records_it(ok, given):
    ok("add-event", "Past Fair", "--on", "2026-01-10", "--role", "presenter", "--level", "district")
    ok("add-event", "Attended", "--on", "2026-01-11")
    ok("add-event", "Skipped", "--on", "2026-01-12", "--role", "presenter", "--status", "skipped")
    ok("add-event", "Coming", "--on", "2026-04-12", "--role", "presenter")
    told = ok("ladder", "--json")
    assert told.json["levels"][1]["total"] == 1, "counted through contributions alone"
    assert told.err.count("you presented") == 1 and told.err.startswith(
        "e2: you presented; netlog add-contribution"
    )
    command = shlex.split(told.err.partition("; netlog ")[2].partition(" records it")[0])
    made = ok(*["My talk" if word == "TITLE" else word for word in command], "--json").json
    assert (made["level"], made["given_on"], made["event"]["ref"]) == ("district", "2026-01-10", "e2")
    assert "you presented" not in ok("ladder").err


def test_of_many_presentations_three_are_told(ok):
    for day in range(1, 6):
        ok("add-event", f"Fair {day}", "--on", f"2026-02-0{day}", "--role", "presenter")
    err = ok("ladder").err
    assert err.count("you presented") == 3 and err.startswith("e5:")
    assert "and 2 more: netlog list-events role:presenter status:attended" in err


def test_an_empty_log_begins_near_by(ok, run):
    data = ok("ladder", "--json").json
    assert {one["total"] for one in data["levels"]} == {0}
    assert (data["next_rung"]["level"], data["next_rung"]["events"]) == ("building", [])
    assert "begin near by" in data["next_rung"]["why"]
    assert "netlog add-contribution" in ok("ladder", "-f", "table").out


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_table_fits_and_sums_the_years_there_is_no_room_for(ok, width):
    for year in range(1990, 2027):
        ok("add-contribution", f"Talk of {year}", "--on", f"{year}-01-01", "--level", "state")
    lines = ok("ladder", "-f", "table", env={"COLUMNS": str(width)}).lines
    assert max(map(len, lines)) <= width
    assert "2026" in lines[0] and "before" in lines[0]
    state = next(line for line in lines if line.startswith("state"))
    counts = [int(word) for word in state.split()[1:]]
    assert counts[-1] == 37 == sum(counts[:-1])


def test_tsv_has_a_line_for_each_level(ok, given):
    lines = ok("ladder").lines
    assert len(lines) == 7 and lines[0].split("\t")[0] == "building" and lines[0].split("\t")[2] == "2"


def test_what_was_given_at_an_event_is_of_its_day_unless_said(ok, given):
    ok("add-event", "Past Fair", "--on", "2026-01-10..2026-01-11")

    def day(*words):
        return ok("add-contribution", "Talk", *words, "--json").json["given_on"]

    assert day("--event", "past fair") == "2026-01-10"
    assert day("--event", "past fair", "--on", "2026-01-11") == "2026-01-11"
    assert day() == TODAY


def test_a_contribution_has_day_and_level_of_its_event_unless_told(ok, run, given):
    ok("add-event", "District Day", "--on", "2026-02-11..2026-02-12", "--level", "district")
    whole = ok("add-contribution", "Robots", "--event", "District Day", "--json").json
    assert (whole["given_on"], whole["level"]) == ("2026-02-11", "district")
    told = ok(
        *("add-contribution", "Robots 2", "--event", "e2", "--level", "state", "--on", "2026-02-12", "--json")
    ).json
    assert (told["given_on"], told["level"]) == ("2026-02-12", "state")
    ahead = run("add-contribution", "Keynote", "--event", "State Fair")
    assert (ahead.code, ahead.out) == (2, "") and "nothing was given there yet" in ahead.err
    poster = ok("add-contribution", "Poster", "--event", "State Fair", "--on", TODAY, "--json").json
    assert (poster["given_on"], poster["level"]) == (TODAY, "state")


def test_csv_has_a_row_for_each_level_and_a_column_for_each_year(ok, given):
    first, *rows = ok("ladder", "-f", "csv").out.splitlines()
    assert first == "level,2022,2023,2024,2025,2026,total"
    assert rows[0] == "building,0,0,0,1,1,2" and rows[-1] == ",0,0,0,0,1,1"
    assert ok("ladder").out.splitlines()[0] == "building\t2022=0 2023=0 2024=0 2025=1 2026=1\t2"
