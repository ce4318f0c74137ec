"""evidence: what counts for professional growth in a period, as a table, Markdown and CSV."""

import csv
import io
import json
import re

import pytest

from netlog.output.evidence_markdown import escaped

TODAY = "2026-03-02"  # of the school year 2025-08-15..2026-08-14


def make(ok):
    ok("add-contact", "Ana Kim", "--role", "mentor=2025-01-01..")
    ok("add-contact", "Bo Lund", "--role", "mentee=2025-09-01..")
    ok("add-contact", "Cy Moss", "--role", "mentee=2024-01-01..2025-06-30")
    ok("add-group", "State Circle", "--level", "state")
    ok("add-group", "Old Guild")
    ok("add-event", "Big Fair", "--on", "2025-10-10..2025-10-11", "--hours", "11.5", "--level", "state")  # e1
    ok(
        "add-event", "Webinar", "--on", "2026-01-10", "--kind", "webinar", "--level", "district", "--win"
    )  # e2
    ok("add-event", "Skipped", "--on", "2026-01-11", "--status", "skipped", "--hours", "3")
    ok("add-event", "To come", "--on", "2026-05-11", "--hours", "3")
    ok("add-event", "Last year", "--on", "2025-08-14", "--hours", "3")
    ok("add-contribution", "Robots", "--on", "2026-02-10", "--hours", "2.25", "--level", "state")
    ok("add-contribution", "A post", "--kind", "post", "--on", "2026-02-11")
    ok("add-membership", "state circle", "--joined", "2020-01-01", "--role", "treasurer")
    ok("add-membership", "old guild", "--joined", "2020-01-01", "--left", "2025-08-14")
    for who, on in (("ana", "2025-11-01"), ("bo", "2025-12-01"), ("cy", "2026-01-05")):  # t1 t2 t3
        ok("add-conversation", f"Session with {who}", "--with", who, "--kind", "mentoring", "--on", on)
    ok(
        "add-exchange",
        "An hour",
        "--with",
        "bo",
        "--kind",
        "mentoring",
        "--hours",
        "1.5",
        "--from",
        "t2",
        "--on",
        "2025-12-02",
    )
    ok(
        "add-exchange",
        "By phone",
        "--received",
        "--with",
        "ana",
        "--kind",
        "mentoring",
        "--hours",
        "0.5",
        "--on",
        "2026-01-06",
    )
    ok("add-exchange", "A template", "--with", "bo", "--hours", "9", "--on", "2026-01-06")
    ok(
        "add-conversation",
        "I watched Bo",
        "--with",
        "bo",
        "--kind",
        "observation",
        "--observer",
        "me",
        "--on",
        "2026-01-20",
    )
    ok("add-conversation", "Our PLC", "--with", "ana", "--kind", "plc", "--on", "2026-01-21")
    ok("add-takeaway", "Exit tickets", "--from", "e1", "--on", "2025-10-11")
    ok("mark", "tried", "k1", "--on", "2025-11-11", "--note", "calmer")
    ok("mark", "kept", "k1", "--on", "2026-02-01")
    ok("add-takeaway", "Not yet tried", "--from", "e1", "--on", "2025-10-11")
    ok("add-conversation", "Yes to the pilot", "--with", "ana", "--on", "2026-02-20", "--win")
    ok("add-conversation", "An old win", "--with", "ana", "--on", "2025-02-20", "--win")


@pytest.fixture
def log(once):
    return once(make)


@pytest.fixture
def found(ok):
    def call(*words, **more):
        return ok("evidence", *words, "--json", **more).json

    return call


def named(data, section):
    return [one["what"] for one in data["entries"] if one["section"] == section]


def entry(data, ref):
    return next(one for one in data["entries"] if one["ref"] == ref)


def test_everything_of_the_school_year_stands_in_its_section(log, found):
    data = found()
    assert data["period"] == {
        **{"label": "2025-26", "starts_on": "2025-08-15", "ends_on": "2026-08-14", "so_far": True}
    }
    assert {one["section"]: named(data, one["section"]) for one in data["sections"]} == {
        "events": ["Big Fair", "Webinar"],
        "contributions": ["Robots", "A post"],
        "memberships": ["State Circle"],
        "mentoring": ["Session with ana", "Session with bo", "Session with cy", "By phone"],
        "observations": ["I watched Bo", "Our PLC"],
        "takeaways": ["Exit tickets"],
        "wins": ["Yes to the pilot"],
    }


def test_an_entry_has_all_that_is_known_of_it(log, found):
    data = found()
    assert entry(data, "e1") == {
        **{
            "on": "2025-10-10",
            "type": "event",
            "ref": "e1",
            "what": "Big Fair",
            "hours": 11.5,
            "level": "state",
        },
        **{"role": "attendee", "kind": "conference", "section": "events", "win": False, "outcome": None},
    }
    assert (entry(data, "e2")["win"], entry(data, "e2")["hours"]) == (True, None)
    assert (entry(data, "m1")["on"], entry(data, "m1")["role"], entry(data, "m1")["level"]) == (
        *("2020-01-01", "treasurer", "state"),
    )
    assert (entry(data, "k1")["on"], entry(data, "k1")["kind"], entry(data, "k1")["outcome"]) == (
        *("2026-02-01", "kept", "calmer"),
    )
    assert [entry(data, ref)["role"] for ref in ("t1", "t2", "t3", "x2", "t4", "t5")] == [
        *("mentee", "mentor", None, "mentee", "observer", None)
    ]


def test_hours_are_summed_and_what_has_none_is_counted(log, found):
    data = found()
    # 11.5 of the fair, 2.25 of the talk, 1.5 and 0.5 of mentoring; help that is no mentoring is not of it
    assert (data["hours"], data["without_hours"]) == (15.75, 4)
    assert {
        one["section"]: (one["entries"], one["hours"], one["without_hours"]) for one in data["sections"]
    } == {
        "events": (2, 11.5, 1),
        "contributions": (2, 2.25, 1),
        "memberships": (1, 0, 0),
        "mentoring": (4, 2.0, 2),
        "observations": (2, 0, 0),
        "takeaways": (1, 0, 0),
        "wins": (1, 0, 0),
    }
    assert [(one["kind"], one["hours"]) for one in data["kinds"] if one["section"] == "events"] == [
        ("conference", 11.5),
        ("webinar", 0),
    ]
    assert [(one["level"], one["entries"], one["hours"]) for one in data["levels"]] == [
        *(("district", 1, 0), ("state", 3, 13.75), (None, 1, 0))
    ]


def test_hours_of_a_session_are_noted_on_it_and_not_counted_twice(log, found):
    data = found()
    assert entry(data, "t2")["hours"] == 1.5
    assert "An hour" not in named(data, "mentoring")


@pytest.mark.parametrize(
    ("words", "label", "events"),
    [
        (("--between", "2025-10"), "2025-10", ["Big Fair"]),
        (("--between", "fall 2025"), "fall 2025", ["Big Fair"]),
        (("--term",), "spring 2026", ["Webinar"]),
        (("--between", "2025-08-14..2025-10-10"), "2025-08-14..2025-10-10", ["Last year", "Big Fair"]),
        (("--between", "last 12 months"), "2025-03-02..2026-03-02", ["Last year", "Big Fair", "Webinar"]),
        (("--between", "..2025"), "2025-01-01..2025-12-31", ["Last year", "Big Fair"]),
    ],
)
def test_other_periods(log, found, words, label, events):
    data = found(*words)
    assert named(data, "events") == events
    assert data["period"]["label"] == label or words[1] == "..2025"


def test_between_terms_the_last_one_is_meant(log, found):
    assert found("--term", today="2026-07-01")["period"]["label"] == "spring 2026"


def test_without_terms_it_is_the_last_twelve_months(log, found, home):
    (home / "config.toml").write_text("terms = []\n")
    period = found()["period"]
    assert (period["starts_on"], period["ends_on"], period["so_far"]) == ("2025-03-03", TODAY, False)


def test_membership_counts_while_it_lasted(log, found):
    assert named(found("--between", "2025-08-14"), "memberships") == ["State Circle", "Old Guild"]
    assert named(found("--between", "2019"), "memberships") == []


def test_a_takeaway_counts_when_it_was_tried_and_when_it_was_kept(log, found):
    def of(period):
        return [
            (one["on"], one["kind"])
            for one in found("--between", period)["entries"]
            if one["type"] == "takeaway"
        ]

    assert (of("2025-11"), of("2026-02"), of("2025-12")) == (
        [("2025-11-11", "tried")],
        [("2026-02-01", "kept")],
        [],
    )


def test_private_records_are_left_out_and_counted(log, ok, found):
    ok("edit", "e1", "private=yes")
    ok("edit", "c1", "private=yes")  # Ana: t1, t5, x2, the won t6 are with her alone
    ok("edit", "u1", "private=yes")  # and its membership with it
    told = ok("evidence", "--json")
    assert {one["ref"] for one in told.json["entries"]} == {"e2", "b1", "b2", "t2", "t3", "t4", "k1"}
    assert told.json["left_out"] == 6
    assert told.err == "left out 6 private (--include-private takes them in)\n"
    whole = ok("evidence", "--json", "--include-private")
    assert (len(whole.json["entries"]), whole.json["left_out"], whole.err) == (13, 0, "")


def test_what_was_held_with_others_too_is_not_left_out(log, ok, found):
    ok(
        "add-conversation",
        "All of us",
        "--with",
        "ana",
        "--with",
        "bo",
        "--kind",
        "plc",
        "--on",
        "2026-02-01",
    )
    ok("edit", "c1", "private=yes")
    assert named(found(), "observations") == ["I watched Bo", "All of us"]


def test_hours_of_a_private_exchange_are_left_out_too(log, ok, found):
    ok("edit", "x1", "private=yes")
    assert entry(found(), "t2")["hours"] is None
    assert entry(found("--include-private"), "t2")["hours"] == 1.5


def test_csv_has_a_row_an_entry(log, ok):
    rows = list(csv.DictReader(io.StringIO(ok("evidence", "-f", "csv").out)))
    assert list(rows[0])[:7] == ["on", "type", "ref", "what", "hours", "level", "role"]
    assert [row["ref"] for row in rows][:3] == ["e1", "e2", "b1"]
    assert (rows[0]["hours"], rows[1]["hours"], rows[2]["hours"]) == ("11.5", "", "2.25")
    assert ok("evidence").lines[0].startswith("2025-10-10\tevent\te1\tBig Fair\t11.5\tstate\tattendee")
    assert ok("evidence", "-f", "ids").lines[:3] == ["e1", "e2", "b1"]


def test_markdown_has_a_heading_with_the_period_sections_and_totals(log, ok):
    text = ok("evidence", "--as", "markdown").out
    assert text.startswith("# Evidence of professional growth\n\n2025-26, 2025-08-15 to 2026-08-14, so far\n")
    assert "**13 entries, 15.75 hours, 4 without hours**" in text
    assert re.findall("^## (.*)$", text, re.MULTILINE) == [
        *("Professional development", "Contributions to the field", "Memberships", "Mentoring"),
        *("Observations and PLC meetings", "Put into practice", "Other successes"),
        *("In all, by kind", "In all, by level"),
    ]
    assert "| 2025-10-10 | Big Fair | conference | state | attendee | 11.5 |" in text
    assert "| 2026-01-10 | Webinar | webinar | district | attendee |  | yes |" in text
    assert "2 entries, 11.5 hours, 1 without hours" in text
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        assert len({line.count("|") for line in block.splitlines()}) == 1, block


def test_hostile_text_stays_text_in_markdown(ok):
    name = "a | b <script>x</script> **bold** [link](http://example.org) `c` _d_ &amp; $x$ # \\"
    ok("add-event", name, "--on", "2026-01-10")
    text = ok("evidence", "--as", "markdown").out
    row = next(line for line in text.splitlines() if "script" in line)
    assert re.sub(r"\\(.)", "", row).count("|") == 5, "no cell ends where its text has a bar"
    for sign in ("<", ">", "*", "[", "]", "`", "_", "&", "$", "#", "|"):
        inside = row.split(" | ", 1)[1].rsplit(" | conference", 1)[0]
        assert not re.search(rf"(?<!\\)(?:\\\\)*{re.escape(sign)}", inside), sign


def test_what_is_escaped_is_on_one_line_and_safe():
    assert escaped("a\nb\r\n\tc") == "a b c"
    assert escaped("x\x1b[31m\u202ey") == "x\\\\x1b\\[31m\\\\u202ey"
    assert escaped("plain, text (2026): 50% - yes!") == "plain, text (2026): 50% - yes!"


def test_a_file_is_written_once_and_as_it_is_called(log, ok, run, tmp_path):
    file = tmp_path / "mine.md"
    told = ok("evidence", "-o", str(file))
    assert told.out == f"13 entries are in {file}\n"
    assert file.read_text().startswith("# Evidence") and file.stat().st_mode & 0o777 == 0o600
    again = run("evidence", "-o", str(file))
    assert (again.code, "--force writes over it" in again.err) == (5, True)
    ok("evidence", "-o", str(file), "--force", "--between", "2019")
    assert "Nothing was noted." in file.read_text()
    ok("evidence", "-o", str(tmp_path / "mine.csv"))
    assert (tmp_path / "mine.csv").read_text().startswith("on,type,ref,what,hours,level,role,")
    ok("evidence", "-o", str(tmp_path / "mine.json"))
    assert json.loads((tmp_path / "mine.json").read_text())["hours"] == 15.75
    ok("evidence", "-f", "csv", "-o", str(tmp_path / "mine"))
    assert (tmp_path / "mine").read_text().startswith("on,type,")
    done = ok("evidence", "--json", "-o", str(tmp_path / "other.md")).json
    assert done == {"file": str(tmp_path / "other.md"), "format": "markdown", "entries": 13, "left_out": 0}
    assert ok("evidence", "-o", "-").out.startswith("# Evidence")


def test_the_log_itself_is_not_written_over(log, run, db):
    before = db.read_bytes()
    assert run("evidence", "-o", str(db), "--force").code == 5
    assert db.read_bytes() == before
    assert run("evidence", "-o", "/nonexistent/x.md").code == 7


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "pdf"), "'pdf' is no form of evidence"),
        (("--as", "markdown", "--json"), "Markdown is not json"),
        (("--term", "--between", "2025"), "two periods"),
        (("--between", "2027"), "still to come"),
        (("--between", "someday"), "is not a range of dates"),
    ],
)
def test_bad_input_is_refused(log, run, words, said):
    done = run("evidence", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_and_sums(log, ok, width):
    lines = ok("evidence", "-f", "table", env={"COLUMNS": str(width)}).lines
    assert max(map(len, lines)) <= width
    text = "\n".join(lines)
    assert "13 entries, 15.75 hours, 4 without hours" in text
    assert "Professional development  2 entries, 11.5 hours, 1 without" in text
    assert (
        text.index("Memberships")
        < text.index("Mentoring")
        < text.index("Other successes")
        < text.index("By kind")
    )


def test_an_empty_log_says_what_counts(ok):
    ok("add-contact", "Ana Kim")
    assert "add-contribution" in ok("evidence", "-f", "table").out
    assert ok("evidence").out == ""
    assert ok("evidence", "--json").json["sections"] == []


def test_the_sample_has_hours(ok):
    from netlog.records.sample import sample
    from tests.days import TODAY as today

    assert sum(one.get("hours", 0) for one in sample(today)["events"]) == 26.0
