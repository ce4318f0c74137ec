"""`balance`: help given and received."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.days import TODAY

KEYS = {"given", "received", "hours_given", "hours_received", "over_time", "contacts", "unreturned"}


@pytest.fixture
def log(ok):
    """Ada gave twice and had nothing back; with Bo it went both ways; Cy had something."""
    for name in ("Ada Okafor", "Bo Lind", "Cy Marsh"):
        ok("add-contact", name)
    ok("add-exchange", "a", "--received", "--with", "ada", "--on", "2024-05-05", "--hours", "2")
    ok("add-exchange", "b", "--received", "--with", "ada", "--with", "bo", "--on", "2025-11-05")
    ok("add-exchange", "c", "--with", "bo", "--on", "2026-01-05", "--hours", "1.25")
    ok("add-exchange", "d", "--with", "cy", "--on", "2026-02-05", "--hours", "0.5")


def test_it_counts_overall_over_time_and_by_contact(ok, log):
    data = ok("balance", "--json").json
    assert set(data) == KEYS
    assert (data["given"], data["received"], data["hours_given"], data["hours_received"]) == (2, 2, 1.75, 2.0)
    assert data["over_time"] == [
        {"label": "2024", "given": 0, "received": 1},
        {"label": "2025", "given": 0, "received": 1},
        {"label": "2026", "given": 2, "received": 0},
    ]
    assert [tuple(one.values()) for one in data["contacts"]] == [
        ("c2", "Bo Lind", 1, 1, "2026-01-05"),
        ("c1", "Ada Okafor", 0, 2, "2025-11-05"),
        ("c3", "Cy Marsh", 1, 0, "2026-02-05"),
    ]


def test_who_gave_and_had_nothing_back(ok, log):
    assert [one["ref"] for one in ok("balance", "--json").json["unreturned"]] == ["c1"]
    ok("add-exchange", "e", "--with", "ada")
    assert ok("balance", "--json").json["unreturned"] == []


def test_one_contact(ok, log):
    data = ok("balance", "bo", "--json").json
    assert (data["given"], data["received"], data["hours_given"]) == (1, 1, 1.25)
    assert [one["ref"] for one in data["contacts"]] == ["c2"] and data["unreturned"] == []
    assert [one["label"] for one in data["over_time"]] == ["2025", "2026"]
    assert [one["ref"] for one in ok("balance", "ada", "--json").json["unreturned"]] == ["c1"]


@pytest.mark.parametrize(
    ("per", "labels", "held"),
    [
        ("quarter", ["2024-Q2", "2026-Q1"], {"2025-Q4": (0, 1), "2026-Q1": (2, 0)}),
        ("month", ["2024-05", "2026-03"], {"2026-02": (1, 0)}),
        ("term", ["spring 2024", "spring 2026"], {"fall 2025": (0, 1), "spring 2026": (2, 0)}),
        ("week", ["2024-W18", "2026-W10"], {"2026-W02": (1, 0)}),
    ],
)
def test_over_other_periods(ok, log, per, labels, held):
    found = ok("balance", "--per", per, "--json").json["over_time"]
    assert [found[0]["label"], found[-1]["label"]] == labels
    counts = {one["label"]: (one["given"], one["received"]) for one in found}
    assert {label: counts[label] for label in held} == held
    assert sum(one["given"] + one["received"] for one in found) == 4


def test_what_lies_between_terms_is_counted_too(ok, log):
    ok("add-exchange", "in July", "--with", "cy", "--on", "2025-07-10")
    found = ok("balance", "--per", "term", "--json").json["over_time"]
    assert found[-1] == {"label": "between terms", "given": 1, "received": 0}


def test_an_empty_log_and_nothing_exchanged(ok):
    data = ok("balance", "--json").json
    assert data == {**{key: [] for key in KEYS}, **dict.fromkeys(("given", "received"), 0)} | {
        "hours_given": 0.0,
        "hours_received": 0.0,
    }
    assert "add-exchange WHAT" in ok("balance", "-f", "table").out


def test_a_limit_says_what_it_left_out(ok, log):
    result = ok("balance", "--limit", "1", "--json")
    assert len(result.json["contacts"]) == 1 and "contacts: 1 of 3; --limit N shows more" in result.err
    assert "of" not in ok("balance", "--json").err


@pytest.mark.parametrize(
    ("words", "code"), [(("--per", "decade"), 2), (("nobody",), 3), (("x1",), 3), (("--limit", "0"), 2)]
)
def test_bad_input(run, log, words, code):
    result = run("balance", *words)
    assert (result.code, result.out) == (code, "") and result.err


def test_it_is_never_in_the_queue(ok, log):
    assert ok("due", "--json").json == []
    assert ok("review", "--json").json["actions"] == []


def test_tsv_has_a_line_for_each_contact(ok, log):
    assert ok("balance").lines[0] == "c2\tBo Lind\t1\t1\t2026-01-05"
    assert ok("balance", "-f", "ids").lines == ["c2", "c1", "c3"]


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_table_fits(ok, log, width):
    out = ok("balance", "-f", "table", env={"COLUMNS": str(width)}).out
    assert max(map(len, out.splitlines())) <= width
    assert "given 2 (1.75 hours) received 2 (2 hours)" in " ".join(out.split())
    assert "had nothing back" in " ".join(out.split())


@given(
    st.lists(
        st.tuples(
            st.booleans(),
            st.sets(st.integers(1, 3), min_size=1),
            st.dates(TODAY.replace(year=2023), TODAY),
            st.sampled_from([None, 0.5, 1.0]),
        ),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_sums_agree_with_a_count_by_hand(ok, db, some):
    db.unlink(missing_ok=True)
    for name in ("Ada", "Bo", "Cy"):
        ok("add-contact", name)
    for received, people, on, hours in some:
        words = [word for id in people for word in ("--with", f"c{id}")]
        words += ["--received"] if received else []
        ok("add-exchange", "x", *words, "--on", str(on), *(["--hours", str(hours)] if hours else []))
    data = ok("balance", "--json").json
    assert data["received"] == sum(received for received, *_ in some)
    assert data["given"] + data["received"] == len(some)
    assert data["hours_given"] + data["hours_received"] == sum(hours or 0 for *_, hours in some)
    assert sum(one["given"] + one["received"] for one in data["over_time"]) == len(some)
    for id in (1, 2, 3):
        mine = [received for received, people, *_ in some if id in people]
        row = next((one for one in data["contacts"] if one["ref"] == f"c{id}"), None)
        assert (row is None) == (not mine)
        if row:
            assert (row["given"], row["received"]) == (mine.count(False), mine.count(True))
        alone = ok("balance", f"c{id}", "--json").json
        assert (alone["given"], alone["received"]) == (mine.count(False), mine.count(True))


def test_csv_has_a_row_for_each_contact(ok):
    ok("add-contact", "Ada")
    ok("add-exchange", "x", "--with", "ada", "--received", "--on", "2026-02-01")
    assert ok("balance", "-f", "csv").out == "ref,name,given,received,last_on\nc1,Ada,0,1,2026-02-01\n"
    assert ok("balance", "-f", "ids").lines == ["c1"]
