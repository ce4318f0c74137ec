"""`export json` and `import json`: the whole log out, and back."""

import copy
import itertools
import json
import os
import stat

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

SECRET = "Zebedee Hidden"


@pytest.fixture
def log(ok):
    """A small log with one of everything."""
    ok("add-event", "Fair", "--on", "2026-04-01..2026-04-02", "--level", "state", "--tag", "spring")
    ok("add-contact", "Ada Example", "--email", "work=ada@example.org", "--role", "mentor=2024-01-01..")
    ok(
        "add-contact",
        "Bo Able",
        "--met-through",
        "c1",
        "--met-at",
        "e1",
        "--tier",
        "close",
        "--birthday",
        "04-12",
    )
    ok(
        "add-conversation",
        "Tea",
        "--with",
        "c1",
        "--with",
        "c2",
        "--event",
        "e1",
        "--notes",
        "Zoë\n\n=1+1 [/x]",
    )
    ok("add-follow-up", "Send slides", "--with", "c2", "--from", "t1", "--repeat", "monthly")
    ok("add-goal", "Meet people", "--count", "contacts", "--per", "month", "--target", "2")
    ok("edit", "e1", "to-meet+=c2")
    ok("review", "--done")


@pytest.fixture
def connections(home):
    """A file of LinkedIn's with one connection."""
    path = home / "Connections.csv"
    path.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Zebedee,Hidden,https://www.linkedin.com/in/zebedee,z@example.org,Quiet Ltd,Spy,12 Mar 2024\n",
        encoding="utf-8",
    )
    return str(path)


def exported(ok, *words, **more):
    return ok("export", "json", "--include-private", *words, **more).json


def same(one, other):
    """Equal but for when they were written."""
    return {**one, "exported_at": ""} == {**other, "exported_at": ""}


# --- export


def test_export_writes_everything_to_stdout(ok, log):
    data = ok("export", "json").json
    assert {key: len(value) for key, value in data.items() if isinstance(value, list)} == {
        "contacts": 2,
        "events": 1,
        "conversations": 1,
        "follow_ups": 1,
        "goals": 1,
        **dict.fromkeys(
            [
                *("groups", "memberships", "contributions", "introductions", "exchanges"),
                *("opportunities", "takeaways", "visions", "steps"),
            ],
            0,
        ),
        "cadences": 0,
        "reviews": 1,
        "questions": 0,
        "debriefs": 0,
        "pins": 0,
        "extras": 0,
        "sources": 0,
    }
    assert (data["format"], data["version"]) == ("netlog", 2)
    assert data["contacts"][0] == ok("list-contacts", "ada", "--json").json[0]
    assert data["conversations"][0]["notes"] == "Zoë\n\n=1+1 [/x]"


def test_export_without_a_log_is_an_empty_document(ok, db):
    result = ok("export", "json")
    assert result.json["contacts"] == []
    assert "there is no log" in result.err
    assert not db.exists()


def test_export_to_a_file_is_the_owners_alone(ok, log, home):
    file = home / "log.json"
    old = os.umask(0)
    try:
        result = ok("export", "json", "-o", str(file), "--json")
    finally:
        os.umask(old)
    assert result.json == {"file": str(file), "format": "json", "records": 6, "left_out": 0}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text(encoding="utf-8")) == ok("export", "json").json
    assert [one.name for one in home.iterdir() if ".new" in one.name] == []


def test_export_does_not_write_over_a_file_unless_forced(ok, run, log, home):
    file = home / "log.json"
    file.write_text("precious", encoding="utf-8")
    result = run("export", "json", "-o", str(file))
    assert (result.code, result.out) == (5, "")
    assert result.err == f"error: {file} is there already (--force writes over it)\n"
    assert file.read_text(encoding="utf-8") == "precious"
    ok("export", "json", "-o", str(file), "--force")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text(encoding="utf-8"))["format"] == "netlog"


def test_export_never_writes_over_the_log(ok, run, log, db, home):
    before = db.read_bytes()
    (home / "link.json").symlink_to(db)
    for name in (db, home / "link.json"):
        assert run("export", "json", "-o", str(name), "--force").code == 5
    assert db.read_bytes() == before


def test_export_writes_through_a_link(ok, log, home):
    (home / "real.json").write_text("{}", encoding="utf-8")
    (home / "link.json").symlink_to(home / "real.json")
    ok("export", "json", "-o", str(home / "link.json"), "--force")
    assert (home / "link.json").is_symlink()
    assert json.loads((home / "real.json").read_text(encoding="utf-8"))["format"] == "netlog"


def test_export_puts_no_file_in_the_place_of_something_else(run, log, home):
    pipe = home / "pipe"
    os.mkfifo(pipe)
    for place in (pipe, home):
        result = run("export", "json", "-o", str(place), "--force")
        assert (result.code, result.out) == (7, "")
        assert "is no ordinary file" in result.err and result.err.count("\n") == 1
    assert stat.S_ISFIFO(pipe.lstat().st_mode) and home.is_dir()


def test_export_that_cannot_be_written_says_so(run, log, home):
    result = run("export", "json", "-o", str(home / "nowhere" / "log.json"))
    assert (result.code, result.out) == (7, "")
    assert "nothing was written" in result.err


def test_export_knows_json_alone(run, log):
    assert run("export", "xml").code == 2
    assert run("export").code == 2


def test_export_leaves_private_records_out_and_counts_them(ok, log, connections):
    ok("import", connections, "--private")
    ok("edit", "c2", "met-through=c3")
    ok("add-conversation", "Plans", "--with", "c1", "--with", "c3")
    ok("add-event", "Masked ball", "--on", "2026-05-01", "--private")
    ok("edit", "e1", "met+=c3", "to-meet+=c3")
    ok("add-contact", "Cy Guest", "--met-at", "e2")
    ok("add-conversation", "Secret tea", "--with", "c1", "--private")
    ok("add-follow-up", "Ask again", "--from", "t3")
    ok("add-goal", "Hidden goal", "--count", "contacts", "--per", "week", "--private")
    result = ok("export", "json")
    assert result.err == "left out 4 private (--include-private takes them in)\n"
    for word in ("Zebedee", "Hidden", "Quiet Ltd", "zebedee", "Masked", "Secret", '"c3"', '"e2"', '"t3"'):
        assert word not in result.out, word
    data = result.json
    assert data["sources"] == []
    assert [one["ref"] for one in data["contacts"]] == ["c1", "c2", "c4"]
    assert data["contacts"][1]["met_through"] is None
    assert [one["ref"] for one in data["conversations"][1]["contacts"]] == ["c1"]
    everything = ok("export", "json", "--include-private")
    assert everything.err == ""
    assert "Zebedee Hidden" in everything.out and len(everything.json["sources"]) == 1


def test_export_leaves_out_what_was_with_a_private_contact_alone(ok, log):
    ok("add-contact", SECRET, "--private")
    ok("add-conversation", "Zebedee told me all", "--with", "c3")
    ok("add-follow-up", "Keep Zebedee's secret", "--with", "c3")
    ok("add-follow-up", "Look it up", "--from", "t2", "--with", "c1")
    result = ok("export", "json")
    assert "Zebedee" not in result.out
    assert result.json["follow_ups"][1]["source"] is None
    assert result.err == "left out 3 private (--include-private takes them in)\n"


def test_export_to_a_file_counts_what_was_left_out(ok, log, home):
    ok("add-contact", SECRET, "--private")
    result = ok("export", "json", "-o", str(home / "log.json"), "--json")
    assert (result.json["records"], result.json["left_out"]) == (6, 1)
    assert SECRET not in (home / "log.json").read_text(encoding="utf-8")


def test_an_export_without_private_records_can_be_imported(ok, log, home):
    ok("add-contact", SECRET, "--private")
    ok("edit", "c2", "met-through=c3")
    ok("add-conversation", "Plans", "--with", "c1", "--with", "c3")
    ok("add-conversation", "Alone", "--with", "c3")
    data = ok("export", "json").out
    other = ("--db", str(home / "other.db"))
    assert ok("import", "json", "-", "--json", *other, stdin=data).json["skipped"] == 0
    assert same(json.loads(data), exported(ok, *other))


# --- and back


def test_import_json_gives_back_an_equal_log(ok, log, connections, home):
    ok("import", connections, "--tag", "x")
    ok("add-contact", "Gone")
    ok("delete", "Gone", "--yes")
    ok("done", "f1", "--note", "sent", "--log")
    data = ok("export", "json", "--include-private").out
    other = ("--db", str(home / "other.db"))
    result = ok("import", "json", "-", "--json", *other, stdin=data, today="2026-06-01")
    assert result.json["new"] == len(result.json["records"])
    assert same(json.loads(data), exported(ok, *other))
    assert ok("check", "--json", *other).json["ok"]
    for words in (("due",), ("goals",), ("show", "c2"), ("list-conversations", "zoe")):
        assert ok(*words, "--json", *other).out == ok(*words, "--json").out
    assert ok("import", connections, "--json", *other).json["unchanged"] == 1, "it knows the connection"
    ok("undo", *other)
    assert exported(ok, *other)["contacts"] == []


def test_import_json_of_the_same_file_again_changes_nothing(ok, log, db):
    data = ok("export", "json").out
    before = db.read_bytes()
    result = ok("import", "-", "--json", stdin=data)
    assert (result.json["step"], result.json["new"], result.json["unchanged"]) == (None, 0, 6)
    assert db.read_bytes() == before


def test_import_json_takes_the_newer_of_two_versions(ok, log, home):
    other = ("--db", str(home / "other.db"))
    ok("import", "-", *other, stdin=ok("export", "json").out)
    ok("edit", "c1", "title=Newer there", *other, today="2026-03-05")
    ok("edit", "c1", "title=Older here", today="2026-03-04")
    ok("edit", "c2", "title=Newer here", today="2026-03-06")
    ok("edit", "c2", "title=Older there", *other, today="2026-03-05")
    ok("add-contact", "Cy There", *other)
    ok("add-contact", "Di Here")
    result = ok("import", "-", "--json", stdin=ok("export", "json", *other).out, today="2026-03-07")
    assert (result.json["new"], result.json["merged"]) == (1, 1)
    assert {one["name"]: one["title"] for one in ok("list-contacts", "--json").json} == {
        "Ada Example": "Newer there",
        "Bo Able": "Newer here",
        "Di Here": None,
        "Cy There": None,
    }
    assert [one["ref"] for one in result.json["records"] if one["fate"] == "new"] == ["c4"]
    again = ok("import", "-", "--json", stdin=ok("export", "json", *other).out, today="2026-03-07")
    assert (again.json["new"], again.json["merged"], again.json["step"]) == (0, 0, None)
    ok("check")


def test_import_json_points_references_at_the_records_of_this_log(ok, log, home):
    other = ("--db", str(home / "other.db"))
    ok("add-contact", "First Here", *other)
    ok("add-event", "Other fair", "--on", "2026-05-01", *other)
    ok("import", "-", *other, stdin=ok("export", "json").out)
    tea = ok("list-conversations", "--json", *other).json[0]
    assert [one["name"] for one in tea["contacts"]] == ["Ada Example", "Bo Able"]
    assert [one["ref"] for one in tea["contacts"]] == ["c2", "c3"]
    bo = ok("show", "Bo Able", "--json", *other).json
    assert bo["met_through"] == {"ref": "c2", "name": "Ada Example"}
    assert bo["met_at"] == {"ref": "e2", "name": "Fair"}
    assert ok("show", "f1", "--json", *other).json["source"]["ref"] == "t1"


def test_import_json_reads_contacts_that_refer_to_later_ones(ok, log, home):
    ok("edit", "c1", "met-through=c2")
    data = ok("export", "json").out
    other = ("--db", str(home / "other.db"))
    ok("import", "-", *other, stdin=data)
    assert same(json.loads(data), exported(ok, *other))
    ok("check", *other)


def test_import_json_dry_run_changes_nothing(ok, log, home):
    other = home / "other.db"
    result = ok("import", "-", "--dry-run", "--json", "--db", str(other), stdin=ok("export", "json").out)
    assert result.json["new"] == 6
    assert not other.exists()


def test_import_json_takes_none_of_the_options_for_contacts(run, ok, log, home):
    data = ok("export", "json").out
    result = run("import", "-", "--tag", "x", "--db", str(home / "other.db"), stdin=data)
    assert (result.code, result.out) == (2, "")


# --- what is no export


def damaged(change):
    """A test case: what is done to a good document."""

    def damage(data):
        change(data)
        return json.dumps(data)

    return damage


def nested(data):
    value = "x"
    for _ in range(500):
        value = [value]
    data["contacts"][0]["tags"] = value


BAD = {
    "not JSON": lambda data: json.dumps(data)[:-1],
    "not UTF-8": lambda data: b"\xff" + json.dumps(data).encode(),
    "nested beyond Python": lambda data: '{"format":"netlog","x":' + "[" * 100_000,
    "nested deeply": damaged(nested),
    "an array": lambda data: json.dumps([data]),
    "another version": damaged(lambda data: data.update(version=3)),
    "another format": damaged(lambda data: data.update(format="other")),
    "unknown section": damaged(lambda data: data.update(people=[])),
    "missing section": damaged(lambda data: data.pop("goals")),
    "unknown key": damaged(lambda data: data["contacts"][0].update(colour="red")),
    "missing key": damaged(lambda data: data["contacts"][0].pop("name")),
    "missing uid": damaged(lambda data: data["contacts"][0].pop("uid")),
    "wrong type": damaged(lambda data: data["contacts"][0].update(name=5)),
    "name missing": damaged(lambda data: data["contacts"][0].update(name="")),
    "control character": damaged(lambda data: data["contacts"][0].update(name="a\x1b[1m")),
    "surrogate": damaged(lambda data: data["contacts"][0].update(name="a\ud800")),
    "impossible date": damaged(lambda data: data["conversations"][0].update(held_on="2027-02-29")),
    "date in words": damaged(lambda data: data["conversations"][0].update(held_on="yesterday")),
    "date to come": damaged(lambda data: data["conversations"][0].update(held_on="2026-03-03")),
    "end before start": damaged(lambda data: data["events"][0].update(ends_on="2026-03-01")),
    "impossible birthday": damaged(lambda data: data["contacts"][0].update(birthday="02-30")),
    "impossible time": damaged(lambda data: data["contacts"][0].update(created_at="long ago")),
    "unknown kind": damaged(lambda data: data["conversations"][0].update(kind="telepathy")),
    "unknown level": damaged(lambda data: data["events"][0].update(level="gal\x1baxy")),
    "cadence too long": damaged(lambda data: data["contacts"][0].update(cadence=99_999)),
    "target of nothing": damaged(lambda data: data["goals"][0].update(target=0)),
    "bad e-mail": damaged(lambda data: data["contacts"][0]["emails"][0].update(value="nobody")),
    "with nobody": damaged(lambda data: data["conversations"][0].update(contacts=[])),
    "dangling reference": damaged(lambda data: data["contacts"].pop(0)),
    "reference to another kind": damaged(
        lambda data: data["conversations"][0].update(contacts=[{"ref": "e1", "name": "Fair"}])
    ),
    "met at a contact": damaged(
        lambda data: data["contacts"][1].update(met_at={"ref": "c1", "name": "Ada Example"})
    ),
    "duplicate reference": damaged(lambda data: data["contacts"][1].update(ref="c1")),
    "duplicate reference, written otherwise": damaged(lambda data: data["contacts"][1].update(ref="c01")),
    "duplicate uid": damaged(lambda data: data["contacts"][1].update(uid=data["contacts"][0]["uid"])),
    "reference of another kind": damaged(lambda data: data["goals"][0].update(ref="c9")),
    "reference beyond measure": damaged(lambda data: data["goals"][0].update(ref="g" + "9" * 5000)),
    "duplicate review": damaged(lambda data: data["reviews"].append(data["reviews"][0])),
    "impossible week": damaged(lambda data: data["reviews"][0].update(week_on="2026-02-31")),
    "duplicate cadence": damaged(
        lambda data: data.update(cadences=[{"kind": "tag", "word": "x", "days": 5}] * 2)
    ),
    "impossible cadence": damaged(
        lambda data: data.update(cadences=[{"kind": "tag", "word": "x", "days": -5}])
    ),
    "duplicate source": damaged(
        lambda data: data.update(
            sources=[{"format": "x", "source_id": "1", "contact": {"ref": "c1", "name": "A"}, "seen": {}}] * 2
        )
    ),
    "source that says no text": damaged(
        lambda data: data.update(
            sources=[
                {
                    "format": "x",
                    "source_id": "1",
                    "contact": {"ref": "c1", "name": "A"},
                    "seen": {"emails": 5},
                }
            ]
        )
    ),
}


@pytest.mark.parametrize("damage", BAD.values(), ids=BAD.keys())
def test_import_json_refuses_a_bad_document_whole(run, ok, log, home, damage):
    good = ok("export", "json").json
    other = home / "other.db"
    content = damage(copy.deepcopy(good))
    result = run("import", "json", "-", "--db", str(other), stdin=content)
    assert (result.code, result.out) == (6, ""), result.err
    assert result.err.startswith("error: ") and result.err.count("\n") == 1
    assert len(result.err) < 1000
    assert ok("history", "--json", "--db", str(other)).json == []
    before = exported(ok)
    assert run("import", "json", "-", stdin=content).code == 6
    assert same(before, exported(ok))


def test_import_json_says_where_a_document_is_wrong(run, ok, log):
    data = ok("export", "json").json
    data["contacts"][1]["colour"] = "red"
    result = run("import", "json", "-", stdin=json.dumps(data))
    assert "contacts[1].colour" in result.err
    del data["contacts"][1]["colour"]
    data["contacts"][1]["uid"] = "01890000-0000-7000-8000-000000000000"
    data["contacts"][1]["setting"] = "galaxy"
    result = run("import", "json", "-", stdin=json.dumps(data))
    assert "c2: 'galaxy' is no setting" in result.err


# --- the law: out and in again is the same log

NAMES = st.sampled_from(
    [
        "Ada",
        "Bo Able",
        "Zoë 李",
        "=1+1",
        "x [/items] y",
        "O’Neil",
        "مريم",
        "👩🏽‍🏫 Em",
        'Q "q" \\ q',
        "a=b,c:d",
    ]
)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(
    lambda text: text.strip() and not text.startswith("-")
)
NOTES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=None), max_size=30).map(
    lambda text: "".join(c for c in text if c in "\n\t" or c.isprintable())
)
DAYS = st.integers(0, 700).map(lambda n: f"{n} days ago")
PRIVATE = st.sampled_from([(), ("--private",)])
TAGS = st.lists(st.sampled_from(["mentor", "stem", "ΐx", "Straße"]), max_size=2).map(
    lambda tags: tuple(itertools.chain.from_iterable(("--tag", tag) for tag in tags))
)
WHO = st.integers(1, 4).map(lambda n: f"c{n}")
COMMANDS = st.one_of(
    st.tuples(NAMES, WORDS, NOTES, DAYS, TAGS, PRIVATE).map(
        lambda v: (
            ("add-contact", v[0], "--allow-duplicate", f"--title={v[1]}", f"--notes={v[2]}", "--met", v[3])
            + v[4]
            + v[5]
        )
    ),
    st.tuples(NAMES, WHO, st.sampled_from(["inner", "close"]), st.sampled_from(["urban", "rural"])).map(
        lambda v: (
            "add-contact",
            v[0],
            "--allow-duplicate",
            "--met-through",
            v[1],
            "--tier",
            v[2],
            "--setting",
            v[3],
        )
    ),
    st.tuples(WHO, st.sampled_from(["mentor", "peer=2020-01-01..2021-01-01", "My Own"])).map(
        lambda v: (
            "edit",
            v[0],
            f"role+={v[1]}",
            "email+=home=a@example.org",
            "link+=https://example.org/?a=b",
        )
    ),
    st.tuples(WORDS, WHO, WHO, DAYS, TAGS, PRIVATE).map(
        lambda v: ("add-conversation", "--with", v[1], "--with", v[2], "--on", v[3], *v[4], *v[5], "--", v[0])
    ),
    st.tuples(WORDS, st.sampled_from(["2026-05-01", "2025-11-01..2025-11-03"]), WHO, PRIVATE).map(
        lambda v: ("add-event", "--on", v[1], "--to-meet", v[2], "--met", v[2], *v[3], "--", v[0])
    ),
    st.tuples(WORDS, WHO, st.sampled_from([(), ("--repeat", "monthly"), ("--theirs",)])).map(
        lambda v: ("add-follow-up", "--with", v[1], *v[2], "--", v[0])
    ),
    st.sampled_from([("done", "f1"), ("drop", "f2"), ("snooze", "f1", "+9d"), ("snooze", "c1", "+9d")]),
    st.tuples(WHO, st.sampled_from(["c1", "c2"])).map(lambda v: ("edit", v[0], f"met-through={v[1]}")),
    st.sampled_from(
        [("delete", "c2", "--yes"), ("delete", "t1", "--yes"), ("undo",), ("redo",), ("review", "--done")]
    ),
    st.tuples(WORDS).map(lambda v: ("add-goal", "--count", "events", "--per", "term", "--", v[0])),
)


@settings(
    max_examples=20,
    deadline=None,
    phases=[phase for phase in Phase if phase is not Phase.explain],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(COMMANDS, min_size=3, max_size=14))
def test_export_then_import_then_export_is_the_same(run, ok, home, commands):
    fresh = next(PLACES)
    one, other = (("--db", str(home / f"{name}-{fresh}.db")) for name in ("one", "other"))
    for command in commands:
        words = [*command[:1], *one, *command[1:]]
        assert run(*words).code in (0, 1, 2, 3, 5), words  # some name what is not there
    data = exported(ok, *one)
    ok("import", "json", "-", *other, stdin=json.dumps(data))
    assert same(data, exported(ok, *other))
    assert ok("check", "--json", *other).json["ok"]
    assert ok("check", "--json", *one).json["ok"]
    public = ok("export", "json", *one).out
    hidden = [x for key in ("contacts", "events", "conversations") for x in data[key] if x["private"]]
    assert not any(json.dumps(x["uid"]) in public for x in hidden)
    third = ("--db", str(home / f"third-{fresh}.db"))
    ok("import", "json", "-", *third, stdin=public)
    assert same(plain(json.loads(public)), plain(exported(ok, *third)))


def plain(data):
    """Without what is computed from conversations, some of which stayed behind."""
    for one in data["contacts"]:
        del one["last_conversation_on"], one["next_contact_on"]
    return data


PLACES = itertools.count()


def test_import_json_brings_levels_and_tiers_that_are_not_configured_here(ok, home):
    config = home / "config.toml"
    config.write_text('levels = ["circuit"]\n[tiers]\nvip = 7\n')
    ok("add-contact", "Ada Okafor", "--level", "circuit", "--tier", "vip")
    ok("export", "json", "-o", str(home / "log.json"))
    config.unlink()
    there = ("--db", str(home / "other.db"))
    ok("import", "json", str(home / "log.json"), *there)
    found = ok("show", "Ada", "--json", *there).json
    assert (found["level"], found["tier"], found["next_contact_on"]) == ("circuit", "vip", "2026-03-09")


def test_export_json_is_printed_as_json_alone(run):
    assert run("export", "json", "-f", "csv").code == 2


def test_export_shows_no_day_of_a_private_conversation(ok):
    ok("add-contact", "Ada", "--cadence", "30d")
    ok("add-conversation", "a public one", "--with", "Ada", "--on", "2026-01-10")
    ok("add-conversation", "a private one", "--with", "Ada", "--on", "2026-02-20", "--private")
    ada = ok("export", "json").json["contacts"][0]
    assert (ada["last_conversation_on"], ada["next_contact_on"]) == ("2026-01-10", None)
    ada = ok("export", "json", "--include-private").json["contacts"][0]
    assert (ada["last_conversation_on"], ada["next_contact_on"]) == ("2026-02-20", "2026-03-22")


def test_import_json_takes_one_version_after_the_other(ok, home):
    """What was merged keeps its own time: with that of the import, the later version would seem older."""
    there = {"NETLOG_DB": str(home / "there.db")}
    ok("add-contact", "Ada", today="2026-01-01", env=there)
    for day, title in (("2026-01-01", "none"), ("2026-01-02", "one"), ("2026-01-03", "two")):
        ok("edit", "Ada", f"title={title}", today=day, env=there)
        ok("export", "json", "-o", str(home / f"{title}.json"), env=there)
    fates = [
        ok("import", str(home / f"{one}.json"), "--json").json["merged"] for one in ("none", "one", "two")
    ]
    assert fates == [0, 1, 1]
    assert ok("show", "Ada", "--json").json["title"] == "two"
