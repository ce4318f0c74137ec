"""show: everything about a record, its timeline and what it is linked to."""

import json

import pytest


@pytest.fixture
def log(ok):
    """Ada (c1) with a past and a future; Bo (c2) was met through her at e1."""
    ok(
        "add-contact",
        "Ada Quill",
        "--email",
        "ada@example.org",
        "--cadence",
        "6w",
        "--notes",
        "Likes [bold] maps",
    )
    ok("add-event", "Lake Conference", "--on", "2026-02-10..2026-02-12", "--met", "ada")
    ok("add-event", "Far Meeting", "--on", "2026-06-01", "--to-meet", "ada")
    ok("add-contact", "Bo Lund", "--met-through", "ada", "--met-at", "lake")
    ok(
        "add-conversation",
        "Rubrics",
        "--with",
        "ada",
        "--with",
        "bo",
        "--on",
        "2026-02-11",
        "--event",
        "lake",
    )
    ok("add-conversation", "Older", "--with", "ada", "--on", "2025-12-01", "--kind", "call")
    ok("add-conversation", "Same day", "--with", "ada", "--on", "2026-02-11", "--kind", "email")
    ok("add-follow-up", "Send rubric", "--with", "ada", "--due", "2026-03-05", "--from", "t1")
    ok("add-follow-up", "Return book", "--with", "ada", "--due", "2026-02-01", "--theirs")
    ok("add-follow-up", "Thank her", "--with", "ada", "--due", "2026-01-01", "--from", "e1")
    ok("add-follow-up", "Given up", "--with", "ada", "--due", "2026-01-01")
    ok("done", "f3", "--on", "2026-02-20")
    ok("drop", "f4")


def test_timeline_has_all_that_happened_newest_first(ok, log):
    shown = ok("show", "ada", "--json").json
    assert [tuple(one.values()) for one in shown["timeline"]] == [
        ("2026-06-01", "event", "e2", "to meet at Far Meeting"),
        ("2026-03-05", "follow_up", "f1", "due: Send rubric"),
        ("2026-03-02", "follow_up", "f4", "dropped: Given up"),
        ("2026-02-20", "follow_up", "f3", "done: Thank her"),
        ("2026-02-11", "conversation", "t3", "email: Same day"),
        ("2026-02-11", "conversation", "t1", "meeting: Rubrics"),
        ("2026-02-10", "event", "e1", "met at Lake Conference"),
        ("2026-02-01", "follow_up", "f2", "due, theirs: Return book"),
        ("2025-12-01", "conversation", "t2", "call: Older"),
    ]
    assert all(list(one) == ["on", "type", "ref", "text"] for one in shown["timeline"])


@pytest.mark.parametrize(
    ("ref", "linked"),
    [
        ("c1", [("contact", "c2", "Bo Lund", "met through them")]),
        ("c2", []),
        ("t1", [("follow_up", "f1", "Send rubric", "came of it")]),
        ("t2", []),
        (
            "e1",
            [
                ("contact", "c2", "Bo Lund", "met there"),
                ("conversation", "t1", "Rubrics", "held there"),
                ("follow_up", "f3", "Thank her", "came of it"),
            ],
        ),
    ],
)
def test_linked_has_what_points_at_the_record(ok, log, ref, linked):
    shown = ok("show", ref, "--json").json
    assert [tuple(one[key] for key in ("type", "ref", "name", "as")) for one in shown["linked"]] == linked


@pytest.mark.parametrize("ref", ["t1", "e1", "f1"])
def test_record_that_is_no_contact_has_no_timeline(ok, log, ref):
    shown = ok("show", ref, "--json").json
    assert shown["ref"] == ref and shown["timeline"] == []


def test_show_is_the_record_of_its_list_with_timeline_and_linked(ok, log):
    for name in ("contacts", "conversations", "events", "follow-ups"):
        for one in ok(f"list-{name}", "--all", "--json").json:
            shown = ok("show", one["ref"], "--json").json
            more = ["yield"] if one["type"] == "event" else []
            assert list(shown) == [*one, "timeline", "linked", *more]
            assert {key: shown[key] for key in one} == one


def test_card_on_a_terminal_has_the_facts_and_the_timeline(ok, log):
    card = ok("show", "ada", "-f", "table").out
    for words in (
        "Ada Quill",
        "ada@example.org",
        "6 weeks",
        "Likes [bold] maps",
        "Rubrics",
        "2026-02-11",
        "t1",
    ):
        assert words in card
    assert card.index("Far Meeting") < card.index("Rubrics") < card.index("Older")


def test_several_references_give_an_array_in_their_order(ok, log):
    assert [one["ref"] for one in ok("show", "e1", "ada", "t2", "--json").json] == ["e1", "c1", "t2"]
    assert ok("show", "e1", "ada", "-f", "ids").lines == ["e1", "c1"]
    lines = ok("show", "e1", "ada", "-f", "jsonl").lines
    assert [json.loads(line)["ref"] for line in lines] == ["e1", "c1"]
    assert [line.split("\t")[0] for line in ok("show", "t1", "ada").lines] == ["t1", "c1"]


def test_one_reference_gives_an_object(ok, log):
    assert isinstance(ok("show", "ada", "--json").json, dict)
    assert isinstance(ok("show", "-", "--json", stdin="ada\n").json, list)


def test_references_come_from_stdin_one_a_line(ok, log):
    piped = ok("list-conversations").out  # the tsv of a list: what follows the reference is passed over
    assert ok("show", "-", "-f", "ids", stdin=piped).lines == ["t3", "t1", "t2"]
    assert ok("show", "e1", "-", "-f", "ids", stdin="\n bo lund \r\nt2").lines == ["e1", "c2", "t2"]
    assert ok("show", "-", "--json", stdin="").json == []


def test_unknown_reference_among_several_shows_none(run, log):
    result = run("show", "ada", "c99")
    assert (result.code, result.out) == (3, "") and "c99" in result.err
    assert run("show", "-", stdin="ada\nnobody\n").out == ""


def test_references_are_read_before_the_log_is_opened(process, ok, log, db, home):
    """What is piped in may still be writing: `netlog add-contact X -f ids | netlog show -`."""
    import subprocess
    import sys

    netlog = f"{sys.executable} -m netlog"
    line = f"(sleep 0.3; {netlog} add-contact New -f ids) | {netlog} %s"
    for command, said in (("show - -f ids", "c3"), ("tag - late -f ids", "c4")):
        words = ["sh", "-c", (line % command).replace("New", f"New{said}")]
        done = subprocess.run(words, capture_output=True, text=True, timeout=20, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, f"{said}\n", "")
