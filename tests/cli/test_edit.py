"""edit, tag and untag: what can be changed, what can't, and what is said when nothing is."""

import pytest

from tests.answers import refused

LATER = "2026-03-05"


@pytest.fixture
def log(once):
    """One of each kind, and a second and third contact."""
    once(_build)


def _build(ok):
    ok(
        *(
            "add-contact",
            "Ada Quill",
            "--region",
            "Ohio",
            "--email",
            "work=ada@example.org",
            "--role",
            "peer",
        ),
        *("--email", "ada@home.example.org", "--tag", "a,b", "--cadence", "6w", "--notes", "Old\nnotes"),
    )
    ok("add-contact", "Bo Lund")
    ok("add-contact", "Cy Tamm")
    ok("add-conversation", "Hello", "--with", "ada", "--with", "bo", "--on", "2026-02-20")
    ok("add-event", "Lake Conference", "--on", "2026-04-01..2026-04-03", "--to-meet", "bo")
    ok("add-follow-up", "Send rubric", "--with", "ada", "--theirs", "--due", "2026-03-20")
    ok("add-goal", "New people", "--count", "contacts", "--per", "month")


@pytest.mark.parametrize(
    ("ref", "words", "key", "value"),
    [
        ("c1", "name=Ada Q. Example", "name", "Ada Q. Example"),
        ("ada", "region=", "region", None),
        ("c1", "region=New = York", "region", "New = York"),
        ("c1", "met-via=Mastodon", "met_via", "Mastodon"),
        ("c1", "met_via=Mastodon", "met_via", "Mastodon"),
        ("c1", "met=2026-01-02", "met_on", "2026-01-02"),
        ("c1", "met_on=yesterday", "met_on", "2026-03-04"),
        ("c1", "met_through=bo", "met_through", {"ref": "c2", "name": "Bo Lund"}),
        ("c1", "met-at=lake", "met_at", {"ref": "e1", "name": "Lake Conference"}),
        ("c1", "cadence=90d", "cadence", 90),
        ("c1", "cadence=", "cadence", None),
        ("c1", "cadence=none", "cadence", 0),
        ("c1", "status=archived", "status", "archived"),
        ("c1", "snoozed=+3d", "snoozed_until", "2026-03-08"),
        ("c1", "private=yes", "private", True),
        ("c1", "notes=One\nTwo", "notes", "One\nTwo"),
        ("c1", "notes=", "notes", None),
        ("c1", "tag+=c", "tags", ["a", "b", "c"]),
        ("c1", "tags+=#C,d", "tags", ["a", "b", "c", "d"]),
        ("c1", "tag-=a,zz", "tags", ["b"]),
        ("c1", "tag=x|tag=y", "tags", ["x", "y"]),
        ("c1", "tag=x|tag+=y|tag-=x", "tags", ["y"]),
        ("c1", "tag=", "tags", []),
        ("c1", "email-=ada@example.org", "emails", [{"label": None, "value": "ada@home.example.org"}]),
        ("c1", "emails=x@example.org", "emails", [{"label": None, "value": "x@example.org"}]),
        ("c1", "phone+=home=+1 555", "phones", [{"label": "home", "value": "+1 555"}]),
        (
            "c1",
            "link+=https://example.org/?a=b",
            "links",
            [{"label": None, "value": "https://example.org/?a=b"}],
        ),
        (
            "c1",
            "role-=peer|role+=mentor=2025-01-01",
            "roles",
            [{"role": "mentor", "since": "2025-01-01", "until": None}],
        ),
        ("t1", "summary=Other", "summary", "Other"),
        ("t1", "on=2026-02-21", "held_on", "2026-02-21"),
        ("t1", "held_on=yesterday", "held_on", "2026-03-04"),
        ("t1", "with-=bo", "contacts", [{"ref": "c1", "name": "Ada Quill"}]),
        ("t1", "contacts=cy", "contacts", [{"ref": "c3", "name": "Cy Tamm"}]),
        ("t1", "event=e1", "event", {"ref": "e1", "name": "Lake Conference"}),
        ("e1", "ends=2026-04-05", "ends_on", "2026-04-05"),
        ("e1", "on=2026-05-01", "ends_on", "2026-05-01"),
        ("e1", "on=2026-05-01..2026-05-02", "starts_on", "2026-05-01"),
        ("e1", "to-meet+=cy|to_meet-=bo", "to_meet", [{"ref": "c3", "name": "Cy Tamm"}]),
        ("e1", "met=ada", "met", [{"ref": "c1", "name": "Ada Quill"}]),
        ("f1", "theirs=no", "owed_by", "me"),
        ("f1", "owed_by=me", "owed_by", "me"),
        ("f1", "theirs=yes|due=fri", "due_on", "2026-03-06"),
        ("f1", "from=t1", "source", {"ref": "t1", "name": "Hello"}),
        ("g1", "target=5", "target", 5),
        ("g1", "where=level:state", "where", "level:state"),
        ("g1", "status=closed", "status", "closed"),
    ],
)
def test_edit_changes_one_thing_and_when_it_was_changed(ok, log, ref, words, key, value):
    before = ok("show", ref, "--json").json
    made = ok("edit", ref, *words.split("|"), "--json", today=LATER)
    after = ok("show", before["ref"], "--json").json
    assert made.err == "" and after[key] == value
    assert {k: after[k] for k in made.json} == made.json
    assert after["created_at"] == before["created_at"]
    assert after["updated_at"].startswith(LATER)
    ok("undo")
    restored = ok("show", before["ref"], "--json").json
    assert restored == before


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("c1", ["region=Ohio"]),
        ("c1", ["tag+=a"]),
        ("c1", ["tag=b,a"]),
        ("c1", ["tag-=zz"]),
        ("c1", ["email+=work=ada@example.org"]),
        ("c1", ["nickname="]),
        ("c1", ["region=X", "region=Ohio"]),
        ("t1", ["with=bo", "with=ada"]),
        ("f1", ["theirs=yes"]),
    ],
)
def test_edit_to_what_is_so_already_says_so_and_makes_no_step(ok, log, ref, words):
    before = ok("show", ref, "--json").json
    steps = len(ok("history", "--json").json)
    made = ok("edit", ref, *words, today=LATER)
    assert "nothing to change" in made.err
    assert ok("show", ref, "--json").json == before
    assert len(ok("history", "--json").json) == steps


@pytest.mark.parametrize(
    ("ref", "word", "code", "said"),
    [
        ("c1", "colour=red", 2, "'colour'"),
        ("c1", "with=bo", 2, "it has:"),
        ("c1", "last=2026-01-01", 2, "last is computed"),
        ("c1", "last_conversation_on=", 2, "last is computed"),
        ("c1", "next=2026-01-01", 2, "next is computed"),
        ("c1", "next_contact_on=2026-01-01", 2, "next is computed"),
        ("c1", "uid=x", 2, "'uid'"),
        ("c1", "ref=c9", 2, "'ref'"),
        ("c1", "created_at=2020-01-01", 2, "'created_at'"),
        ("c1", "updated_at=", 2, "'updated_at'"),
        ("c1", "timeline=x", 2, "'timeline'"),
        ("c1", "name=", 2, "needs a name"),
        ("c1", "name= ", 2, "the name is empty"),
        ("c1", "region+=x", 2, "region has one value"),
        ("c1", "region-=x", 2, "region has one value"),
        ("c1", "tag+=", 2, "names nothing"),
        ("c1", "tag+=a b", 2, "no tag"),
        ("c1", "region", 2, "is no edit"),
        ("c1", "=x", 2, "is no edit"),
        ("c1", "region = x", 2, "is no edit"),
        ("c1", "", 2, "is no edit"),
        ("c1", "status=gone", 2, "one of: target"),
        ("c1", "cadence=often", 2, "not a cadence"),
        ("c1", "met=tomorrow", 2, "in the future"),
        ("c1", "met-through=c1", 2, "through themselves"),
        ("c1", "met-through=nobody", 3, "'nobody'"),
        ("c1", "private=maybe", 2, "yes or no"),
        ("c1", "name=A\x1bB", 2, "control character"),
        ("t1", "on=tomorrow", 2, "in the future"),
        ("t1", "summary=", 2, "needs a summary"),
        ("t1", "with=", 2, "is with somebody"),
        ("e1", "on=", 2, "can't be empty"),
        ("e1", "ends=2026-03-01", 2, "before it starts"),
        ("f1", "what=", 2, "needs words"),
        ("f1", "theirs=maybe", 2, "yes or no"),
        ("g1", "count=", 2, "needs --count"),
        ("g1", "target=0", 2, "whole number"),
        ("g1", "where=colour:red", 2, "'colour'"),
        ("c9", "region=x", 3, "c9"),
        ("nobody", "region=x", 3, "'nobody'"),
    ],
)
def test_edit_that_can_not_be_is_refused_and_changes_nothing(run, log, db, ref, word, code, said):
    before = db.read_bytes()
    refused(run("edit", ref, "notes=New", word), code, said)
    assert db.read_bytes() == before


def test_edit_of_nothing_off_a_terminal_says_what_to_write(run, log):
    refused(run("edit", "c1"), 2, "key=value")
    refused(run("edit", "c1", "--no-input", env={"EDITOR": "true"}), 2, "key=value")


def test_edit_of_several_things_is_one_step(ok, log):
    ok("edit", "c1", "region=Iowa", "tag+=new", "email=", "role+=mentor")
    ada = ok("show", "c1", "--json").json
    assert (ada["region"], ada["tags"], ada["emails"], len(ada["roles"])) == (
        "Iowa",
        ["a", "b", "new"],
        [],
        2,
    )
    ok("undo")
    ada = ok("show", "c1", "--json").json
    assert (ada["region"], ada["tags"], len(ada["emails"])) == ("Ohio", ["a", "b"], 2)


def test_edit_of_a_role_gives_it_an_end(ok, log):
    ok("edit", "c1", "role=peer=2024-01-01..2025-01-01")
    assert ok("show", "c1", "--json").json["roles"] == [
        {"role": "peer", "since": "2024-01-01", "until": "2025-01-01"}
    ]


def test_edit_renames_everywhere_and_is_found_by_the_new_name_alone(run, ok, log):
    ok("edit", "ada", "name=Zoë Müller")
    assert ok("show", "t1", "--json").json["contacts"][0]["name"] == "Zoë Müller"
    assert ok("list-contacts", "zoe", "-f", "ids").out == "c1\n"
    assert ok("list-contacts", "ada", "-f", "ids").out == ""
    assert run("show", "ada").code == 3
    assert ok("check").code == 0


def test_dry_run_of_an_edit_shows_it_and_changes_nothing(ok, log, db):
    before = db.read_bytes()
    made = ok("edit", "c1", "region=Iowa", "--dry-run", "--json")
    assert made.json["region"] == "Iowa" and "nothing was changed" in made.err
    assert db.read_bytes() == before


def test_tags_are_put_on_and_taken_off_any_record(ok, log):
    for ref in ("c2", "t1", "e1", "f1", "g1"):
        made = ok("tag", ref, "#Plc", "x", "--json", today=LATER)
        assert made.json["tags"] == ["plc", "x"] and made.err == ""
        assert made.json["updated_at"].startswith(LATER)
        assert ok("untag", ref, "PLC", "--json").json["tags"] == ["x"]
    assert ok("list-tags", "--json").json[0] == {"tag": "x", "count": 5}


def test_tags_are_put_on_those_of_stdin_in_one_step(ok, log):
    made = ok("tag", "-", "new", "--json", stdin=ok("list-contacts").out)
    assert [one["tags"] for one in made.json] == [["a", "b", "new"], ["new"], ["new"]]
    assert ok("untag", "-", "new", "a", "-f", "ids", stdin="bo lund\nc1\n").lines == ["c2", "c1"]
    ok("undo", "2")
    assert [one["tags"] for one in ok("list-contacts", "--json").json] == [["a", "b"], [], []]
    assert ok("tag", "-", "new", "--json", stdin="").json == []


def test_one_unknown_reference_on_stdin_tags_nobody(run, log, db):
    before = db.read_bytes()
    refused(run("tag", "-", "new", stdin="c1\nnobody\n"), 3, "'nobody'")
    assert db.read_bytes() == before


@pytest.mark.parametrize(("command", "word"), [("tag", "a"), ("untag", "zz"), ("tag", "A")])
def test_tag_that_is_so_already_says_so(ok, log, db, command, word):
    before = db.read_bytes()
    made = ok(command, "c1", word, today=LATER)
    assert "nothing to change" in made.err and made.out.startswith("c1\t")
    assert db.read_bytes() == before


@pytest.mark.parametrize("word", ["a b", "", "a:b", "#", "a\tb", "t" * 101])
def test_word_that_is_no_tag_is_refused(run, log, db, word):
    before = db.read_bytes()
    refused(run("tag", "c2", "good", word), 2)
    assert db.read_bytes() == before


@pytest.mark.parametrize(("ref", "key"), [("t1", "on"), ("f1", "due"), ("g1", "starts"), ("e1", "starts")])
def test_a_day_that_must_be_there_is_not_cleared(run, ok, log, ref, key):
    before = ok("show", ref, "--json").json
    refused(run("edit", ref, f"{key}="), 2, "DATE" if ref != "e1" else "date")
    assert ok("show", ref, "--json").json == before
