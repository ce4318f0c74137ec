"""What goals count: of every sort, by its day, each only once where it is asked so."""

import sqlite3

import pytest

from netlog.records import countables
from tests.cli.goal_log import done, fill, goal

COUNTED = ("--count", "conversations", "--per", "week")


@pytest.fixture
def log(ok):
    fill(ok)


# what is counted


@pytest.mark.parametrize(
    ("count", "where", "entries"),
    [
        ("contacts", None, ["c2", "c1", "c3"]),
        ("contacts", "level:state", ["c1"]),
        ("contacts", "status:archived", ["c3"]),
        ("contacts", "tag:mentor", ["c1"]),
        ("people", None, ["c1", "c2"]),
        ("people", "level:state", ["c1"]),
        ("people", "level:national", []),
        ("conversations", None, ["t1", "t2", "t3"]),
        ("conversations", "kind:call", ["t2", "t3"]),
        ("conversations", "with:ada not:tag:ai", ["t2", "t3"]),
        ("conversations", "with:bo", ["t1"]),
        ("conversations", "more", ["t2"]),
        ("conversations", "'more tea'", ["t2"]),
        ("events", None, ["e1", "e2"]),
        ("events", "level:state", ["e1"]),
        ("events", "kind:plc", ["e2"]),
        ("events", "status:skipped", []),
        ("presentations", None, ["e1"]),
        ("presentations", "kind:plc", []),
        ("follow-ups", None, ["f1", "f2"]),
        ("follow-ups", "theirs:no", ["f1"]),
        ("follow-ups", "with:ada", ["f1"]),
    ],
)
def test_each_countable_counts_what_it_says(ok, log, count, where, entries):
    filter = ("--where", where) if where else ()
    ok("add-goal", "G", "--count", count, *filter, "--per", "month", "--on", "2026-02-01", "--target", "9")
    shown = goal(ok, "--at", "2026-02-28", "--why")
    assert [one["ref"] for one in shown["entries"]] == entries
    assert shown["done"] == len(entries)


def test_why_gives_each_entry_with_its_day_oldest_first(ok, log):
    ok("add-goal", "Talk", "--count", "conversations", "--per", "month", "--on", "2026-02-01")
    assert goal(ok, "--why", "--at", "2026-02-28")["entries"] == [
        {"ref": "t1", "on": "2026-02-10", "text": "Tea"},
        {"ref": "t2", "on": "2026-02-27", "text": "More tea"},
        {"ref": "t3", "on": "2026-02-28", "text": "Last tea"},
    ]
    assert goal(ok)["entries"] == []
    table = ok("goals", "g1", "--why", "--at", "2026-02-28", "-f", "table").out
    assert "2026-02-27" in table and "More tea" in table


def test_people_are_counted_once_a_period_on_their_first_day(ok, log):
    ok("add-goal", "People", "--count", "people", "--per", "month", "--on", "2026-02-01")
    entries = goal(ok, "--why", "--at", "2026-02-28")["entries"]
    assert entries == [
        {"ref": "c1", "on": "2026-02-10", "text": "Ada Quill"},
        {"ref": "c2", "on": "2026-02-10", "text": "Bo Lund"},
    ]


def test_counts_follow_the_log_and_its_undo(ok, log):
    ok("add-goal", "Talk", *COUNTED)
    assert done(ok) == 1
    ok("add-conversation", "Again", "--with", "Bo")
    assert done(ok) == 2
    ok("undo")
    assert done(ok) == 1
    ok("delete", "t4", "--yes")
    assert done(ok) == 0


def test_an_event_counts_once_it_was_attended(ok, log):
    ok("add-goal", "Talks", "--count", "presentations", "--per", "month")
    assert done(ok, today="2026-03-25") == 0
    ok("edit", "e4", "status=attended", today="2026-03-25")
    assert done(ok, today="2026-03-25") == 1
    assert done(ok, "--at", "2026-03-19", today="2026-03-25") == 0


@pytest.fixture
def repertoire(ok, log):
    """And what else one can do in a network; each of it once this month, and once last month."""
    ok("add-group", "Lake PLC")
    for on in ("2026-02-11", "2026-03-01"):
        ok("add-event", "Circle", "--on", on, "--group", "Lake PLC", "--level", "district")
        ok("add-contribution", "Talk", "--on", on, "--level", "state", "--kind", "talk")
        ok("add-exchange", "a rubric", "--with", "Ada", "--on", on)
        ok("add-exchange", "advice", "--with", "Ada", "--on", on, "--received", "--kind", "advice")
    ok("add-introduction", "Ada", "--to", "Bo", "--made", "2026-02-11")
    ok("add-introduction", "Ada", "--to", "Cy", "--asked", "2026-02-11")
    ok("add-introduction", "--by", "Ada", "--to", "Dee", "--made", "2026-02-12")
    ok("add-introduction", "--by", "Ada", "Bo", "--to", "Cy", "--made", "2026-02-13")  # of others
    ok("add-vision", "There")
    ok("add-step", "Open step")
    ok("add-step", "Done step", "--kind", "skill")
    ok("edit", "s2", "status=done", "done=2026-02-14")
    ok("add-membership", "Lake PLC", "--joined", "2026-02-13")
    ok("add-opportunity", "A grant", "--kind", "grant", "--on", "2026-02-12")
    ok("add-opportunity", "A job", "--kind", "job", "--status", "gained", "--on", "2026-02-11")
    ok("add-opportunity", "A talk", "--kind", "speaking", "--on", "2026-03-01")
    for tried in ("2026-02-15", "2026-03-01", None):
        words = ("--tried", tried) if tried else ()
        ok("add-takeaway", "Exit tickets", "--on", "2026-02-10", "--tag", "ai", *words)
    ok("review", "--done", today="2026-02-27")
    ok("review", "--done")


@pytest.mark.parametrize(
    ("count", "where", "entries"),
    [
        ("contributions", None, ["b1"]),
        ("contributions", "kind:article", []),
        ("introductions-made", None, ["i1"]),
        ("introductions-made", "with:dee", None),
        ("introductions-made", "to:bo", ["i1"]),
        ("introductions-received", None, ["i3"]),
        ("introductions-received", "by:ada", ["i3"]),
        ("help-given", None, ["x1"]),
        ("help-given", "kind:advice", []),
        ("help-received", None, ["x2"]),
        ("help-received", "with:ada", ["x2"]),
        ("group-meetings", None, ["e5"]),
        ("group-meetings", "level:state", []),
        ("memberships", None, ["m1"]),
        ("memberships", "role:treasurer", []),
        ("opportunities", None, ["o2", "o1"]),
        ("opportunities", "status:gained", ["o2"]),
        ("takeaways", None, ["k1"]),
        ("takeaways", "tag:ai", ["k1"]),
        ("takeaways", "status:kept", []),
        ("reviews", None, [None]),
        ("steps", None, ["s2"]),
        ("steps", "kind:skill", ["s2"]),
        ("steps", "kind:event", []),
    ],
)
def test_the_whole_repertoire_is_counted(ok, run, repertoire, count, where, entries):
    filter = ("--where", where) if where else ()
    words = (
        "add-goal",
        "G",
        "--count",
        count,
        *filter,
        "--per",
        "month",
        "--on",
        "2026-02-01",
        "--target",
        "9",
    )
    if entries is None:
        assert run(*words).code == 2
        return
    ok(*words)
    shown = goal(ok, "--at", "2026-02-28", "--why")
    assert [one["ref"] for one in shown["entries"]] == entries
    assert shown["done"] == len(entries)


def test_a_review_counts_for_the_week_it_looks_at(ok, repertoire):
    ok("add-goal", "Hold it", "--count", "reviews", "--per", "week", "--on", "2026-02-16")
    one = goal(ok, "--why")
    assert (one["done"], [past["done"] for past in one["history"]]) == (1, [0, 1])
    assert one["entries"] == [{"ref": None, "on": "2026-03-02", "text": "the week of 2026-03-02"}]
    assert "the week of 2026-03-02" in ok("goals", "g1", "--why", "-f", "table").out


# each only once


@pytest.fixture
def regions(ok):
    ok("add-contact", "Ada Quill", "--region", "Ohio", "--organization", "Hill School", "--met", "2026-01-10")
    ok("add-contact", "Bo Lund", "--region", "ohio", "--organization", "Lake School", "--met", "2026-02-10")
    ok("add-contact", "Cy Tamm", "--region", "Iowa", "--met", "2026-02-11")
    ok("add-contact", "Dee Roe", "--level", "state", "--met", "2026-02-12")  # of no known region
    for on, who in (("2026-01-15", "Cy"), ("2026-02-10", "Ada"), ("2026-02-11", "Bo"), ("2026-02-12", "Dee")):
        ok("add-conversation", "Tea", "--with", who, "--on", on)
    ok("add-conversation", "Tea", "--with", "Ada", "--on", "2026-03-01", "--kind", "call")


@pytest.mark.parametrize(
    ("count", "distinct", "where", "done", "texts"),
    [
        ("people", "region", None, 2, ["Iowa: Cy Tamm", "Ohio: Ada Quill"]),
        ("people", "organization", None, 2, ["Hill School: Ada Quill", "Lake School: Bo Lund"]),
        ("people", "sector", None, 0, []),
        ("people", "region", "region:ohio", 1, ["Ohio: Ada Quill"]),
        ("people", "level", "not:region:iowa", 1, ["state: Dee Roe"]),
        ("contacts", "region", None, 2, ["Ohio: Ada Quill", "Iowa: Cy Tamm"]),
        ("conversations", "kind", None, 2, ["meeting: Tea", "call: Tea"]),
        ("conversations", "kind", "kind:call", 1, ["call: Tea"]),
        ("conversations", "kind", "with:cy", 1, ["meeting: Tea"]),
    ],
)
def test_distinct_counts_each_fact_once(ok, regions, count, distinct, where, done, texts):
    filter = ("--where", where) if where else ()
    ok("add-goal", "G", "--count", count, "--distinct", distinct, *filter, "--per", "year", "--target", "5")
    one = goal(ok, "--why")
    assert (one["done"], [entry["text"] for entry in one["entries"]]) == (done, texts)
    assert ok("goals").out.split("\t")[2] == str(done)
    assert one["distinct"] == distinct


def test_distinct_starts_anew_in_each_period(ok, regions):
    ok(
        *(
            "add-goal",
            "G",
            "--count",
            "people",
            "--distinct",
            "region",
            "--per",
            "month",
            "--on",
            "2026-01-01",
        )
    )
    one = goal(ok)
    assert ([past["done"] for past in one["history"]], one["done"]) == ([1, 1], 1)


@pytest.mark.parametrize(
    ("count", "distinct", "said"),
    [
        ("follow-ups", "region", "leave --distinct out"),
        ("reviews", "kind", "leave --distinct out"),
        ("events", "region", "--distinct can be: level, kind"),
        ("people", "kind", "organization, region, setting, sector, specialty, level"),
        ("events", "smiles", "is no distinct"),
    ],
)
def test_distinct_of_what_it_has_not_is_refused(run, ok, count, distinct, said):
    result = run("add-goal", "G", "--count", count, "--per", "year", "--distinct", distinct)
    assert (result.code, result.out) == (2, "") and said in result.err and result.err.count("\n") == 1


def test_reviews_have_no_filter(run):
    result = run("add-goal", "G", "--count", "reviews", "--per", "month", "--where", "tag:x")
    assert result.code == 2 and "nothing to filter by" in result.err


def test_counts_come_from_an_index_of_days(ok, log, db):
    """However many conversations there are, only those of the periods are looked at."""
    with sqlite3.connect(db) as file:
        for name, what in countables.COUNTED.items():
            within = f"{what.condition} AND {what.day} BETWEEN '2026-01-01' AND '2026-02-01'"
            sql = f"SELECT count(*) FROM {what.source} {what.join} WHERE {within}"
            plan = [row[3] for row in file.execute(f"EXPLAIN QUERY PLAN {sql}")]
            assert plan[0].startswith("SEARCH") and what.day.split(".")[1] in plan[0], (name, plan)
