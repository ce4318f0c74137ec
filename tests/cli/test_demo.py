"""demo: the weekly review of the sample log."""

import shlex

import pytest

AWKWARD = ("2028-02-29", "2026-01-01", "2026-12-31", "2026-08-15", "2026-06-30")
BANDS = {
    "contacts": (36, 44),
    "conversations": (140, 165),
    "events": (10, 14),
    "follow-ups": (12, 26),
    "goals": (4, 12),
    "groups": (4, 8),
    "memberships": (3, 6),
    "contributions": (6, 12),
    "takeaways": (6, 12),
}


def files(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def kept(ok, home):
    """A kept sample log."""
    path = home / "sample.db"
    ok("demo", "--keep", str(path))
    return str(path)


def test_demo_shows_a_full_review(ok):
    data = ok("demo", "--json").json
    for key in ("overdue", "coming", "slipping", "events", "goals"):
        assert data[key], key
    assert len(data["actions"]) == 5
    assert data["numbers"]["conversations"]["now"] and data["numbers"]["conversations"]["before"]


def test_demo_fits_one_screen(ok):
    lines = ok("demo", "-f", "table").lines
    assert 20 <= len(lines) <= 40 and max(map(len, lines)) <= 80


def test_demo_leaves_nothing_behind_and_does_not_make_the_users_log(ok, home):
    result = ok("demo")
    assert files(home) == []
    assert "invented" in result.err and "--keep" in result.err


def test_demo_leaves_the_users_log_alone(ok, home, db):
    ok("add-contact", "Ada Quill")
    before = db.read_bytes()
    ok("demo")
    ok("demo", "--keep", str(home / "sample.db"))
    assert db.read_bytes() == before
    assert files(home) == ["netlog.db", "sample.db"]


def test_demo_keep_leaves_a_log_to_play_with(ok, home, kept):
    assert files(home) == ["sample.db"]
    for kind, (least, most) in BANDS.items():
        found = ok(f"list-{kind}", "--all", "--json", "--db", kept).json
        assert least <= len(found) <= most, kind
    assert ok("check", "--json", "--db", kept).json["ok"] is True
    assert len(ok("history", "--json", "--db", kept).json) == 1
    assert ok("demo", "--json").json["actions"] == ok("review", "--json", "--db", kept).json["actions"]


def test_demo_keep_tells_what_to_try_and_that_works(ok, home):
    path = home / "my sample.db"
    told = ok("demo", "--keep", str(path)).err
    _, _, command = told.partition("try `netlog ")
    assert ok(*shlex.split(command.partition("`")[0])).out


def test_demo_people_are_all_invented(ok, kept):
    people = ok("list-contacts", "--all", "--json", "--db", kept).json
    addresses = [one["value"] for person in people for one in person["emails"]]
    assert len(addresses) > 20
    assert all(one.endswith(("@example.org", "@example.com", "@example.net")) for one in addresses)


def test_demo_keep_refuses_a_file_that_is_there(run, home):
    path = home / "sample.db"
    path.write_text("mine")
    result = run("demo", "--keep", str(path))
    assert (result.code, result.out) == (5, "") and "is there already" in result.err
    assert path.read_text() == "mine"
    assert run("demo", "--keep", str(home)).code == 5


def test_demo_can_be_undone_and_exported(ok, kept):
    assert len(ok("export", "json", "--db", kept).json["conversations"]) >= 140
    ok("undo", "--db", kept)
    assert ok("list-contacts", "--all", "--json", "--db", kept).json == []


@pytest.mark.parametrize("today", AWKWARD)
def test_demo_works_on_awkward_days(run, ok, home, today):
    path = str(home / "sample.db")
    ok("demo", "--keep", path, today=today)
    assert ok("check", "--json", "--db", path).json["ok"] is True
    data = ok("review", "--json", "--db", path, today=today).json
    assert data["week"]["starts_on"] <= today <= data["week"]["ends_on"]
    assert len(data["actions"]) == 5
    for one in data["actions"]:
        words = shlex.split(one["command"])[1:]
        dry = [] if words[0] in ("prep", "goals") else ["--dry-run"]
        assert run(*words, *dry, "--db", path, today=today).code == 0, one["command"]
    lines = ok("review", "-f", "table", "--db", path, today=today).lines
    assert len(lines) <= 40
    assert len(ok("goals", "--json", "--db", path, today=today).json) == len(data["goals"])
