"""The lists: one filter language on each, sorting, limits, what is hidden, and the formats."""

import csv
import io
import json

import pytest

from tests.answers import refused

LISTS = ("contacts", "conversations", "events", "follow-ups", "goals")


@pytest.fixture
def log(once):
    """Five contacts (c5 archived), three conversations, events and goals, four follow-ups."""
    once(_build)


def _build(ok):
    ok("add-event", "Lake Conference", "--on", "2026-02-10..2026-02-12", "--level", "state", "--tag", "big")
    ok("add-event", "PLC Maths", "--on", "2026-01-15", "--kind", "plc", "--mode", "online")
    ok(
        *(
            "add-contact",
            "Zoë Quill",
            "--nickname",
            "Zo",
            "--organization",
            "Sample High",
            "--tag",
            "Mentor,ict",
        ),
        *("--level", "state", "--region", "New York", "--sector", "k12", "--role", "mentor=2025-01-01"),
        *("--email", "work=zoe@example.org", "--met", "2026-01-15", "--met-at", "plc", "--cadence", "6w"),
        *("--link", "https://example.org/zoe?x=1", "--tier", "inner", "--birthday", "04-12"),
    )
    ok(
        *(
            "add-contact",
            "Bo Lund",
            "--region",
            "New Jersey",
            "--level",
            "district",
            "--tag",
            "ict",
            "--met-through",
        ),
        *(
            "zoë",
            "--met",
            "2025-11-30",
            "--cadence",
            "90d",
            "--phone",
            "+1 555",
            "--private",
            "--role",
            "peer",
        ),
    )
    ok(
        "add-contact",
        "Cy Straße",
        "--status",
        "target",
        "--notes",
        "Knows about [bold] things",
        "--cadence",
        "none",
    )
    ok("add-contact", "Ånne Łukasz", "--specialty", "Physics")
    ok("add-contact", "Old Friend", "--status", "archived", "--tag", "ict")
    ok("add-event", "Far Meeting", "--on", "2026-06-01", "--to-meet", "bo", "--place", "Zürich")
    ok(
        "add-conversation",
        "Rubric talk",
        "--with",
        "zoë",
        "--with",
        "bo",
        "--on",
        "2026-02-11",
        "--event",
        "lake",
    )
    ok(
        "add-conversation",
        "Second look",
        "--with",
        "bo",
        "--on",
        "2026-01-20",
        "--kind",
        "call",
        "--tag",
        "plc",
    )
    ok(
        "add-conversation",
        "Résumé help",
        "--with",
        "cy",
        "--on",
        "2026-03-01",
        "--kind",
        "email",
        "--private",
    )
    ok("add-follow-up", "Send rubric", "--with", "zoë", "--due", "2026-03-05", "--from", "t1")
    ok("add-follow-up", "Return book", "--with", "bo", "--due", "2026-02-20", "--theirs", "--tag", "loan")
    ok("add-follow-up", "Done thing", "--due", "2026-03-01")
    ok("add-follow-up", "Dropped thing", "--due", "2026-03-02", "--repeat", "2w")
    ok("done", "f3")
    ok("drop", "f4")
    ok("add-goal", "New people", "--count", "contacts", "--per", "month", "--target", "2")
    ok(
        "add-goal",
        "One event",
        "--count",
        "events",
        "--per",
        "term",
        "--where",
        "level:state",
        "--tag",
        "plc",
    )
    ok("add-goal", "Closed one", "--count", "conversations", "--per", "week")
    ok("edit", "g3", "status=closed")
    ok("mark", "target", "c3")  # the conversation made them active


@pytest.mark.parametrize(
    ("list_", "words", "refs"),
    [
        # contacts: by folded name; archived ones are hidden
        ("contacts", "", "c4 c2 c3 c1"),
        ("contacts", "tag:ict", "c2 c1"),
        ("contacts", "tag:ICT tag:mentor", "c1"),
        ("contacts", "tag:mentor,ict", "c2 c1"),
        ("contacts", "tag:=ict", "c2 c1"),
        ("contacts", "tag:ic", ""),
        ("contacts", "tag:", "c4 c3"),
        ("contacts", "not:tag:ict", "c4 c3"),
        ("contacts", "not:tag:", "c2 c1"),
        ("contacts", "level:state", "c1"),
        ("contacts", "level:state,district", "c2 c1"),
        ("contacts", "level:", "c4 c3"),
        ("contacts", "not:level:state", "c4 c2 c3"),
        ("contacts", "region:new", "c2 c1"),
        ("contacts", "region:jer", "c2"),
        ("contacts", "region:york", "c1"),
        ("contacts", "region:=new", ""),
        ("contacts", "region:=New+York", "c1"),
        ("contacts", "sector:K-12", "c1"),
        ("contacts", "sector:k12", "c1"),
        ("contacts", "sector:=k12", "c1"),
        ("contacts", "name:zo", "c1"),
        ("contacts", "name:zoë", "c1"),
        ("contacts", "name:ZOE", "c1"),
        ("contacts", "name:straße", "c3"),
        ("contacts", "nickname:zo", "c1"),
        ("contacts", "organization:sample", "c1"),
        ("contacts", "email:EXAMPLE.org", "c1"),
        ("contacts", "email:=zoe@example.org", "c1"),
        ("contacts", "email:=zoe@example", ""),
        ("contacts", "email:", "c4 c2 c3"),
        ("contacts", "phone:555", "c2"),
        ("contacts", "link:example.org/zoe", "c1"),
        ("contacts", "role:mentor,peer", "c2 c1"),
        ("contacts", "role:Peer", "c2"),
        ("contacts", "role:", "c4 c3"),
        ("contacts", "met:2026-01", "c1"),
        ("contacts", "met:..2025-12-31", "c2"),
        ("contacts", "met:2025-11-30..2026-01-14", "c2"),
        ("contacts", "met:2025-11-30..", "c2 c1"),
        ("contacts", "met:", "c4 c3"),
        ("contacts", "met-at:plc", "c1"),
        ("contacts", "met-at:e1", ""),
        ("contacts", "met-at:", "c4 c2 c3"),
        ("contacts", "met-through:zoë", "c2"),
        ("contacts", "last:last+3+weeks", "c2 c3 c1"),
        ("contacts", "last:", "c4"),
        ("contacts", "next:..eom", "c1"),
        ("contacts", "cadence:90", "c2"),
        ("contacts", "cadence:1w..2+months", "c1"),
        ("contacts", "cadence:none", "c3"),
        ("contacts", "tier:inner", "c1"),
        ("contacts", "birthday:12+Apr", "c1"),
        ("contacts", "private:yes", "c2"),
        ("contacts", "private:", "c4 c3 c1"),
        ("contacts", "not:private:", "c2"),
        ("contacts", "status:archived", "c5"),
        ("contacts", "status:target,archived", "c3 c5"),
        ("contacts", "quill", "c1"),
        ("contacts", "QUI", "c1"),
        ("contacts", "uill", ""),
        ("contacts", "zoe", "c1"),
        ("contacts", "Łukasz", "c4"),
        ("contacts", "anne", "c4"),
        ("contacts", "physics", "c4"),
        ("contacts", "zoe@example.org", "c1"),
        ("contacts", "new york", "c1"),
        ("contacts", "york+new", ""),
        ("contacts", "new+york", "c1"),
        ("contacts", "[bold]", "c3"),
        ("contacts", "not:quill", "c4 c2 c3"),
        ("contacts", "friend", ""),
        ("contacts", '"quo', ""),
        ("contacts", "12:30", ""),
        # conversations: newest first
        ("conversations", "", "t3 t1 t2"),
        ("conversations", "with:zoë", "t1"),
        ("conversations", "with:bo", "t1 t2"),
        ("conversations", "with:bo with:c1", "t1"),
        ("conversations", "not:with:bo", "t3"),
        ("conversations", "kind:call,email", "t3 t2"),
        ("conversations", "on:2026-02..", "t3 t1"),
        ("conversations", "on:2026-01", "t2"),
        ("conversations", "on:yesterday", "t3"),
        ("conversations", "on:last+3+weeks", "t3 t1"),
        ("conversations", "event:lake", "t1"),
        ("conversations", "event:", "t3 t2"),
        ("conversations", "tag:plc", "t2"),
        ("conversations", "resume", "t3"),
        ("conversations", "summary:look", "t2"),
        ("conversations", "private:yes", "t3"),
        # events: newest first
        ("events", "", "e3 e1 e2"),
        ("events", "on:..2026-02-28", "e1 e2"),
        ("events", "ends:2026-02-12", "e1"),
        ("events", "status:planned", "e3"),
        ("events", "status:attended", "e1 e2"),
        ("events", "kind:plc", "e2"),
        ("events", "mode:", "e3 e1"),
        ("events", "level:state tag:big", "e1"),
        ("events", "to-meet:bo", "e3"),
        ("events", "to-meet:", "e1 e2"),
        ("events", "met:bo", ""),
        ("events", "zurich", "e3"),
        ("events", "role:attendee", "e3 e1 e2"),
        # follow-ups: the next one due first; done and dropped ones are hidden
        ("follow-ups", "", "f2 f1"),
        ("follow-ups", "theirs:yes", "f2"),
        ("follow-ups", "theirs:no", "f1"),
        ("follow-ups", "with:zoë", "f1"),
        ("follow-ups", "due:..today", "f2"),
        ("follow-ups", "from:t1", "f1"),
        ("follow-ups", "from:", "f2"),
        ("follow-ups", "status:done", "f3"),
        ("follow-ups", "status:done,dropped", "f3 f4"),
        ("follow-ups", "done:today", ""),
        ("follow-ups", "status:done done:today", "f3"),
        ("follow-ups", "tag:loan", "f2"),
        ("follow-ups", "rubric", "f1"),
        # goals: closed ones are hidden
        ("goals", "", "g1 g2"),
        ("goals", "per:term", "g2"),
        ("goals", "count:contacts,events", "g1 g2"),
        ("goals", "target:2", "g1"),
        ("goals", "status:closed", "g3"),
        ("goals", "where:", "g1"),
        ("goals", "where:level", "g2"),
        ("goals", "tag:plc", "g2"),
        ("goals", "people", "g1"),
    ],
)
def test_list_finds_what_its_filters_ask_for(ok, log, list_, words, refs):
    filters = [word.replace("+", " ") for word in words.split()]
    assert ok(f"list-{list_}", *filters, "-f", "ids").out.split() == refs.split()


@pytest.mark.parametrize("list_", LISTS)
def test_unknown_key_is_refused_and_the_known_ones_are_named(run, log, list_):
    refused(run(f"list-{list_}", "colour:red"), 2, "'colour'", "it has:", "notes", "tag", "private")
    refused(run(f"list-{list_}", "not:colour:red"), 2, "'colour'")
    refused(run(f"list-{list_}", "--sort", "colour"), 2, "'colour'")


@pytest.mark.parametrize(
    ("list_", "word", "code", "said"),
    [
        ("contacts", "level:galactic", 2, "one of: building"),
        ("contacts", "met:2026-02-30", 2, "February 2026 has 28 days"),
        ("contacts", "met:2026-03..2026-01", 2, "ends before it starts"),
        ("contacts", "cadence:often", 2, "not a cadence"),
        ("contacts", "private:maybe", 2, "yes or no"),
        ("contacts", "tag:a b", 2, "no tag"),
        ("contacts", "met-at:nowhere", 3, "'nowhere'"),
        ("contacts", "", 2, "empty"),
        ("contacts", " ", 2, "empty"),
        ("contacts", "not:", 2, "empty"),
        ("contacts", "name:=", 2, "the name is empty"),
        ("conversations", "with:nobody", 3, "'nobody'"),
        ("conversations", "kind:seance", 2, "one of: meeting"),
        ("goals", "target:many", 2, "whole number"),
    ],
)
def test_value_that_can_not_be_is_refused(run, log, list_, word, code, said):
    refused(run(f"list-{list_}", word), code, said)


def test_ambiguous_name_in_a_filter_lists_the_candidates(run, ok, log):
    ok("add-contact", "Bo Other")
    result = run("list-conversations", "with:bo")
    assert (result.code, result.out) == (4, "") and "c6  Bo Other" in result.err


@pytest.mark.parametrize(
    ("list_", "words", "refs"),
    [
        ("contacts", "--reverse", "c1 c3 c2 c4"),
        ("contacts", "--sort name", "c4 c2 c3 c1"),
        ("contacts", "--sort met", "c2 c1 c3 c4"),
        ("contacts", "--sort met --reverse", "c1 c2 c4 c3"),
        ("contacts", "--sort last_conversation_on", "c1 c2 c3 c4"),
        ("contacts", "--sort next", "c1 c2 c3 c4"),
        ("contacts", "--sort cadence --reverse", "c2 c1 c3 c4"),
        ("contacts", "--all", "c4 c2 c3 c5 c1"),
        ("contacts", "--all tag:ict", "c2 c5 c1"),
        ("contacts", "--limit 2", "c4 c2"),
        ("contacts", "--limit 2 --reverse", "c1 c3"),
        ("contacts", "--limit 9", "c4 c2 c3 c1"),
        ("contacts", "--limit 1 --all status:archived", "c5"),
        ("conversations", "--sort on", "t2 t1 t3"),
        ("conversations", "--reverse", "t2 t1 t3"),
        ("conversations", "--sort kind", "t2 t3 t1"),
        ("conversations", "--sort summary --limit 2", "t1 t3"),
        ("events", "--sort on", "e2 e1 e3"),
        ("events", "--sort name", "e3 e1 e2"),
        ("events", "--sort starts --reverse --limit 1", "e3"),
        ("follow-ups", "--all", "f2 f3 f4 f1"),
        ("follow-ups", "--reverse", "f1 f2"),
        ("follow-ups", "--sort what --all", "f3 f4 f2 f1"),
        ("goals", "--all --reverse", "g3 g2 g1"),
        ("goals", "--sort title --all", "g3 g1 g2"),
    ],
)
def test_list_is_sorted_turned_and_cut_as_asked(ok, log, list_, words, refs):
    assert ok(f"list-{list_}", *words.split(), "-f", "ids").out.split() == refs.split()


def test_text_is_sorted_whatever_its_case_and_what_is_missing_comes_last(ok):
    for name, where in (("A", "zebra"), ("B", "Yak"), ("C", "apple"), ("D", "")):
        ok("add-contact", name, *(("--region", where) if where else ()))
    assert ok("list-contacts", "--sort", "region", "-f", "ids").lines == ["c3", "c2", "c1", "c4"]
    assert ok("list-contacts", "--sort", "region", "--reverse", "-f", "ids").lines == ["c1", "c2", "c3", "c4"]


@pytest.mark.parametrize("field", ["tag", "with", "email", "role"])
def test_list_is_not_sorted_by_what_has_many_values(run, log, field):
    list_ = "list-conversations" if field == "with" else "list-contacts"
    refused(run(list_, "--sort", field), 2, "can't be sorted")


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5"])
def test_limit_is_a_whole_number_of_at_least_one(run, log, number):
    refused(run("list-contacts", "--limit", number), 2, "--limit")


def test_limit_in_a_table_says_nothing_more_but_a_long_table_does(ok, db):
    ok("add-contact", "-", stdin="".join(f"Person {n:03}\n" for n in range(120)))
    table = ok("list-contacts", "-f", "table")
    assert "Person 099" in table.out and "Person 100" not in table.out
    assert "100 of 120" in table.err
    assert "Person 119" in ok("list-contacts", "-f", "table", "--all").out
    assert len(ok("list-contacts").lines) == 120


# formats


@pytest.mark.parametrize("list_", LISTS)
def test_formats_of_a_list_hold_the_same_records(ok, log, list_):
    command = (f"list-{list_}", "--all")
    found = ok(*command, "--json").json
    assert isinstance(found, list) and found == ok(*command, "-f", "json").json
    refs = [one["ref"] for one in found]
    assert [json.loads(line) for line in ok(*command, "-f", "jsonl").lines] == found
    assert ok(*command, "-f", "ids").lines == refs
    assert [line.split("\t")[0] for line in ok(*command).lines] == refs
    assert ok(*command).out == ok(*command, "-f", "tsv").out
    rows = list(csv.DictReader(io.StringIO(ok(*command, "-f", "csv").out)))
    assert [row["ref"] for row in rows] == refs and list(rows[0]) == list(found[0])
    table = ok(*command, "-f", "table").out
    assert all(ref in table for ref in refs)


def test_json_of_a_list_is_that_of_show(ok, log):
    for one in ok("list-contacts", "--all", "--json").json:
        shown = ok("show", one["ref"], "--json").json
        assert {key: shown[key] for key in one} == one


def test_csv_keeps_lists_and_references_readable(ok, log):
    row = next(csv.DictReader(io.StringIO(ok("list-contacts", "quill", "-f", "csv").out)))
    assert (row["tags"], row["emails"], row["met_at"]) == (
        "ict; mentor",
        "work=zoe@example.org",
        "e2 PLC Maths",
    )
    assert (row["roles"], row["private"], row["notes"]) == ("mentor=2025-01-01..", "false", "")


@pytest.mark.parametrize("format", ["nonsense", "", "JSON", "xml"])
def test_unknown_format_is_refused_and_the_known_ones_are_named(run, log, format):
    refused(run("list-contacts", "-f", format), 2, "table, json, jsonl, csv, tsv, ids")
    refused(run("add-contact", "New", f"--format={format}"), 2, "table, json")


@pytest.mark.parametrize("list_", LISTS)
def test_list_of_nothing_is_empty_in_every_format_and_no_failure(ok, log, list_):
    command = (f"list-{list_}", "nothing-is-called-so")
    assert ok(*command, "--json").json == []
    assert [ok(*command, "-f", one).out for one in ("jsonl", "csv", "tsv", "ids")] == [""] * 4


def test_list_without_a_log_is_empty_and_says_how_to_start_one(ok, db):
    result = ok("list-contacts", "--json")
    assert result.json == [] and "add-contact" in result.err
    assert not db.exists()


def test_tags_are_listed_with_how_many_records_have_each(ok, log):
    expected = [("ict", 3), ("plc", 2), ("big", 1), ("loan", 1), ("mentor", 1)]
    assert [(one["tag"], one["count"]) for one in ok("list-tags", "--json").json] == expected
    assert ok("list-tags").lines[0] == "ict\t3"
    assert ok("list-tags", "-f", "ids").lines == [tag for tag, _ in expected]
