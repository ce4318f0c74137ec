"""yield: what came through the network, and opportunities that nothing moves."""

import pytest

from tests.answers import refused

KEYS = ["since", "total", "by_status", "by_kind", "by_source", "without_source"]


@pytest.fixture
def log(ok):
    """Ana was met at the fair (e1), Raj through Ana; o1 was gained, o2 goes on, o3 is pursued, o4 came from nowhere."""
    ok("add-event", "Fair", "--on", "2025-10-10")
    ok("add-group", "Coders")
    ok("add-contact", "Ana Kim", "--met-at", "fair")
    ok("add-contact", "Raj Patel", "--met-through", "ana", "--met-via", "LinkedIn")
    ok("add-introduction", "--by", "ana", "--to", "raj", "--status", "met")
    for words in (
        (
            "Keynote",
            "--kind",
            "speaking",
            "--status",
            "gained",
            "--through",
            "ana",
            "--on",
            "2025-11-01",
            "--from",
            "e1",
        ),
        (
            "Note",
            "--kind",
            "collaboration",
            "--status",
            "ongoing",
            "--through",
            "raj",
            "--on",
            "2025-12-01",
            "--from",
            "i1",
        ),
        (
            "Lead",
            "--kind",
            "job",
            "--status",
            "pursued",
            "--through",
            "ana",
            "--through",
            "raj",
            "--on",
            "2026-02-20",
        ),
        ("Grant", "--kind", "grant", "--on", "2026-02-25"),
        ("Panel", "--kind", "speaking", "--status", "lost", "--from", "u1", "--on", "2026-01-05"),
    ):
        ok("add-opportunity", *words)


def found(ok, *words):
    return ok("yield", *words, "--json").json


def sources(data):
    """(type, ref, name) -> (opportunities, gained, ongoing)"""
    return {
        (one["type"], one["ref"], one["name"]): (
            [each["ref"] for each in one["opportunities"]],
            one["gained"],
            one["ongoing"],
        )
        for one in data["by_source"]
    }


def test_yield_counts_by_status_and_by_kind_what_came_of_it_first(ok, log):
    data = found(ok)
    assert list(data) == KEYS and (data["since"], data["total"]) == (None, 5)
    assert list(data["by_status"].items()) == [
        *(("gained", 1), ("ongoing", 1), ("pursued", 1), ("open", 1), ("lost", 1), ("declined", 0)),
    ]
    assert list(data["by_kind"]) == ["speaking", "collaboration", "grant", "job"]
    assert data["by_kind"]["speaking"]["gained"] == data["by_kind"]["speaking"]["lost"] == 1


def test_yield_names_every_source_with_its_opportunities(ok, log):
    assert sources(found(ok)) == {
        ("contact", "c1", "Ana Kim"): (["o3", "o1"], 1, 0),
        ("contact", "c2", "Raj Patel"): (["o3", "o2"], 0, 1),
        ("event", "e1", "Fair"): (["o1"], 1, 0),
        ("group", "u1", "Coders"): (["o5"], 0, 0),
        ("introduction", "i1", "you to Raj Patel"): (["o2"], 0, 1),
        ("met_at", "e1", "Fair"): (["o3", "o1"], 1, 0),
        ("met_through", "c1", "Ana Kim"): (["o3", "o2"], 0, 1),
        ("met_via", None, "LinkedIn"): (["o3", "o2"], 0, 1),
    }


def test_what_has_no_source_is_counted_too(ok, log):
    assert found(ok)["without_source"] == [{"ref": "o4", "name": "Grant"}]


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        (("--since", "2026"), {"o3", "o4", "o5"}),
        (("--since", "2025-12-01"), {"o2", "o3", "o4", "o5"}),
        (("kind:speaking",), {"o1", "o5"}),
        (("through:raj", "--since", "2026-02"), {"o3"}),
        (("not:status:lost", "--since", "2026"), {"o3", "o4"}),
    ],
)
def test_since_and_filters_leave_the_rest_out(ok, log, words, refs):
    data = found(ok, *words)
    named = [*data["without_source"], *(each for one in data["by_source"] for each in one["opportunities"])]
    assert {one["ref"] for one in named} == refs and data["total"] == len(refs)


@pytest.mark.parametrize(
    ("words", "said"), [(("kind:x",), "no kind"), (("--since", "x"), "x"), (("region:x",), "region")]
)
def test_what_can_not_be_read_is_refused(run, log, words, said):
    refused(run("yield", *words), 2, said)


def test_nothing_yet_is_empty_with_a_way_out(ok):
    ok("add-contact", "Ana")
    data = found(ok)
    assert (data["total"], data["by_kind"], data["by_source"], data["without_source"]) == (0, {}, [], [])
    assert ok("yield").out == "" and "add-opportunity" in ok("yield", "-f", "table").out


def test_a_line_for_each_source_in_a_pipe_and_tables_on_a_terminal(ok, log):
    lines = ok("yield").lines
    assert lines[0] == "contact\tc1\tAna Kim\t1\t0\tLead, Keynote"
    assert len(lines) == 8
    for width in (60, 80, 140):
        out = ok("yield", "-f", "table", env={"COLUMNS": str(width)}).out
        for words in ("Through whom", "met through Ana Kim", "met via LinkedIn", "From nowhere known  o4"):
            assert words in out
        assert max(map(len, out.splitlines())) <= width


def test_an_export_names_no_private_contact_through_whom_it_came(ok, log):
    ok("edit", "c2", "private=yes")
    data = ok("export", "json").json
    kept = {one["ref"]: one for one in data["opportunities"]}
    assert kept["o3"]["contacts"] == [{"ref": "c1", "name": "Ana Kim"}]
    assert (
        kept["o2"]["contacts"] == [] and kept["o2"]["source"] is None
    )  # the introduction goes with whom it is of
    assert "Raj" not in ok("export", "json").out


def stalled(ok, today="2026-03-25", *words):
    return ok("review", "--json", *words, today=today).json["opportunities"]


def test_review_asks_after_what_was_not_moved_for_thirty_days(ok, log):
    assert stalled(ok, "2026-03-21") == []
    first, *rest = stalled(ok, "2026-03-22")
    assert rest == []
    assert first == {
        **{"ref": "o3", "what": "Lead", "kind": "job", "status": "pursued", "on": "2026-02-20"},
        "contacts": [{"ref": "c1", "name": "Ana Kim"}, {"ref": "c2", "name": "Raj Patel"}],
        "command": "netlog edit o3",
    }
    assert [one["ref"] for one in stalled(ok, "2026-04-01")] == ["o3", "o4"]
    out = ok("review", "-f", "table", today="2026-03-22", env={"COLUMNS": "100"}).out
    assert "Stalled" in out and "Lead" in out


def test_a_change_moves_it_and_a_command_of_the_review_does(ok, log):
    command = stalled(ok, "2026-04-01")[1]["command"]
    assert command == "netlog mark pursued o4"
    ok(*command.split()[1:], today="2026-04-01")
    ok("edit", "o3", "notes=wrote again", today="2026-03-24")
    assert stalled(ok, "2026-04-01") == []
    assert [one["on"] for one in stalled(ok, "2026-05-01")] == ["2026-03-24", "2026-04-01"]


def test_what_is_settled_is_not_asked_after(ok, log):
    for status in ("gained", "lost", "declined", "ongoing"):
        ok("edit", "o3", f"status={status}")
        assert "o3" not in [one["ref"] for one in stalled(ok, "2026-06-01")]
    assert "o3" not in [one["ref"] for one in ok("due", "--json", today="2026-06-01").json]


def test_review_asks_after_three_at_most_the_longest_first(ok):
    for day in ("2026-01-04", "2026-01-02", "2026-01-03", "2026-01-01"):
        ok("add-opportunity", day, "--on", day)
    assert [one["what"] for one in stalled(ok)] == ["2026-01-01", "2026-01-02", "2026-01-03"]


def test_csv_has_a_row_for_each_source(ok):
    ok("add-contact", "Ada")
    ok("add-opportunity", "A job", "--through", "ada", "--status", "gained")
    assert (
        ok("yield", "-f", "csv").out
        == "ref,name,type,opportunities,gained,ongoing\nc1,Ada,contact,o1 A job,1,0\n"
    )
    assert ok("yield").out == "contact\tc1\tAda\t1\t0\tA job\n"
