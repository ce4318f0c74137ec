"""`cadence`: own cadences, rules of tiers, roles and tags, and the settings that tiers are."""

import tomllib

import pytest

from tests.days import day


def turn(ok, ref):
    return ok("show", ref, "--json").json["next_contact_on"]


def rules(ok):
    return {one["rule"]: (one["days"], one["contacts"]) for one in ok("cadence", "--json").json}


@pytest.fixture
def people(ok):
    """c1 close, c2 close and a mentor, c3 tagged stem, c4 with a cadence of her own, c5 with none; all met today."""
    for name, *more in (
        ("Ada Quill", "--tier", "close"),
        ("Bo Lund", "--tier", "close", "--role", "mentor"),
        ("Cy Tamm", "--tag", "stem"),
        ("Dee Roe", "--cadence", "6w", "--role", "mentor", "--tag", "stem"),
        ("Eve Hall",),
    ):
        ok("add-contact", name, "--met", "today", *more)


@pytest.mark.parametrize(
    ("every", "cadence", "tier", "next_on"),
    [
        (["6w"], 42, "close", day(42)),
        (["every", "2", "weeks"], 14, "close", day(14)),
        (["none"], 0, "close", None),
        (["inner"], None, "inner", day(30)),
        (["Loose"], None, "loose", day(180)),
    ],
)
def test_cadence_of_a_contact(ok, people, every, cadence, tier, next_on):
    ok("edit", "c1", "cadence=9")
    one = ok("cadence", "Ada", *every, "--json").json
    assert (one["cadence"], one["tier"], one["next_contact_on"]) == (cadence, tier, next_on)
    assert ok("history", "--json").json[0]["command"] == " ".join(["cadence", "Ada", *every])
    ok("undo")
    assert ok("show", "c1", "--json").json["cadence"] == 9


def test_cadence_of_several_from_stdin_is_one_step(ok, people):
    assert [one["cadence"] for one in ok("cadence", "-", "2w", "--json", stdin="c1\nc3\n").json] == [14, 14]
    ok("undo")
    assert turn(ok, "c1") == day(90) and turn(ok, "c3") is None


def test_rules_are_listed_with_whom_they_govern(ok, people):
    ok("cadence", "tag:stem", "4w")
    ok("cadence", "role:mentor", "2w")
    ok("edit", "c2", "tag=stem")  # the shorter of the two counts
    ok("add-contact", "Gone Away", "--tag", "stem", "--status", "archived")
    assert rules(ok) == {
        "own": (None, 1),
        "role:mentor": (14, 1),
        "tag:stem": (28, 1),
        "tier:inner": (30, 0),
        "tier:close": (90, 1),
        "tier:loose": (180, 0),
        "none": (None, 1),
    }
    assert [turn(ok, ref) for ref in ("c1", "c2", "c3", "c4")] == [day(90), day(14), day(28), day(42)]


def test_what_a_contact_goes_by_is_told_and_is_what_its_turn_follows(ok, people):
    ok("cadence", "tag:stem", "4w")
    ok("cadence", "role:mentor", "4w")
    told = {ref: ok("cadence", ref, "--json").json for ref in ("c1", "c2", "c3", "c4", "c5")}
    found = {ref: (one["rule"], one["days"]) for ref, one in told.items()}
    assert found == {
        "c1": ("tier:close", 90),
        "c2": ("role:mentor", 28),
        "c3": ("tag:stem", 28),
        "c4": ("own", 42),
        "c5": (None, None),
    }
    for one in told.values():
        assert one["next_contact_on"] == (one["days"] and day(one["days"]))


def test_a_role_that_has_ended_gives_no_cadence(ok, people):
    ok("cadence", "role:mentor", "2w")
    ok("edit", "c2", "role=mentor=2024-01-01..2025-01-01")
    assert turn(ok, "c2") == day(90)
    assert ok("cadence", "c2", "--json").json["rule"] == "tier:close"


def test_none_takes_a_rule_away(ok, people):
    ok("cadence", "tag:#STEM", "monthly")
    assert ok("cadence", "tag:stem", "--json").json["days"] == 30
    ok("cadence", "tag:stem", "none")
    assert (turn(ok, "c3"), "tag:stem" in rules(ok)) == (None, False)
    again = ok("cadence", "tag:stem", "none")
    assert "it was so already" in again.err
    ok("undo")
    assert turn(ok, "c3") == day(30)


def test_a_rule_may_be_as_long_as_a_tier(ok, people):
    assert ok("cadence", "tag:stem", "inner", "--json").json["days"] == 30


def test_a_rule_for_nobody_is_kept_and_told(ok, people):
    assert "governs nobody yet" in ok("cadence", "tag:later", "2w").err
    ok("add-contact", "Late Comer", "--tag", "later", "--met", "today")
    assert turn(ok, "c6") == day(14)


# tiers are settings


def configured(home):
    path = home / "config.toml"
    return tomllib.loads(path.read_text())["tiers"] if path.exists() else {}


def test_a_tier_is_set_in_the_configuration_and_moves_turns_at_once(ok, people, home):
    assert ok("cadence", "tier:close", "60d", "--json").json == {
        "rule": "tier:close",
        "kind": "tier",
        "word": "close",
        "days": 60,
        "every": "2 months",
        "contacts": 2,
    }
    assert configured(home) == {"close": 60}
    assert turn(ok, "c1") == day(60)
    assert ok("config", "get", "tiers.close").out == "tiers.close\t60\n"


def test_undo_and_redo_of_a_tier_reach_the_configuration(ok, people, home):
    ok("cadence", "tier:close", "60d")
    ok("cadence", "tier:close", "10d")
    assert "config.toml: tiers.close is 60 again" in ok("undo").err
    assert (configured(home), turn(ok, "c1")) == ({"close": 60}, day(60))
    ok("add-contact", "Somebody")  # the configuration does not bring the tier back
    assert turn(ok, "c1") == day(60)
    ok("undo", "2")
    assert (configured(home), turn(ok, "c1")) == ({"close": 90}, day(90))
    ok("redo")
    assert (configured(home)["close"], turn(ok, "c1")) == (60, day(60))
    assert ok("check", "--json").json["ok"]


def test_undo_of_something_else_leaves_the_configuration_alone(ok, people, home):
    (home / "config.toml").write_text("[tiers]\nclose = 45\nvip = 7\n")
    ok("undo")  # the log has not heard of these tiers yet
    assert configured(home) == {"close": 45, "vip": 7}


def test_undo_takes_out_a_tier_that_was_new(ok, people, home):
    ok("config", "set", "tiers.vip", "7")
    ok("cadence", "Eve", "vip")
    assert turn(ok, "c5") == day(7)
    assert "no tier vip any more" in ok("undo", "2").err
    assert configured(home) == {}


@pytest.mark.parametrize("words", [("tier:close", "60d"), ("tag:stem", "2w"), ("c1", "2w")])
def test_dry_run_changes_neither_log_nor_configuration(ok, people, home, db, words):
    before = db.read_bytes()
    result = ok("cadence", *words, "--dry-run", "--json")
    assert "nothing was changed" in result.err
    assert (db.read_bytes(), configured(home)) == (before, {})


def test_a_tier_that_can_not_be_written_changes_nothing(run, ok, people, home):
    (home / "folder").write_text("not one")
    result = run("cadence", "tier:close", "60d", env={"NETLOG_CONFIG": str(home / "folder" / "config.toml")})
    assert result.code == 7 and result.out == ""
    assert turn(ok, "c1") == day(90)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("c99", "2w"), 3, "c99"),
        (("Nobody", "2w"), 3, "Nobody"),
        (("c1", "often"), 2, "not a cadence"),
        (("c1", "11y"), 2, "not a cadence"),
        (("tag:stem", "often"), 2, "not a cadence"),
        (("tag:", "2w"), 2, "tag"),
        (("tag:a b", "2w"), 2, "no tag"),
        (("role:", "2w"), 2, "role"),
        (("tier:clsoe", "2w"), 2, "there is no tier"),
        (("tier:close", "none"), 2, "a tier has days"),
        (("e1", "2w"), 3, "e1"),
    ],
)
def test_what_can_not_be_a_cadence_is_refused(run, ok, people, home, words, code, said):
    before = rules(ok)
    result = run("cadence", *words)
    assert (result.code, result.out) == (code, "") and said in result.err
    assert (rules(ok), configured(home)) == (before, {})


def test_rules_travel_with_an_export(ok, run, people, home):
    ok("cadence", "tag:stem", "2w")
    text = ok("export", "json").out
    other = {"NETLOG_DB": str(home / "other.db")}
    ok("import", "json", "-", stdin=text, env=other)
    assert [one["rule"] for one in ok("cadence", "--json", env=other).json][:2] == ["own", "tag:stem"]


def test_tiers_taken_out_of_the_settings_by_hand_have_their_days_again(ok, home):
    """Whatever command comes next, one that only reads too."""
    config = home / "config.toml"
    ok("add-contact", "Ada Okafor", "--tier", "close", "--met", "2026-01-01")
    ok("cadence", "tier:close", "30d")
    assert ok("show", "c1", "--json").json["next_contact_on"] == "2026-01-31"
    config.write_text("")
    assert ok("show", "c1", "--json").json["next_contact_on"] == "2026-04-01"
    config.write_text("[tiers]\nclose = 10\n")
    assert "c1" in ok("due", "-f", "ids").lines
    assert ok("show", "c1", "--json").json["next_contact_on"] == "2026-01-11"
    config.unlink()
    assert ok("due", "--json").json == []
    assert ok("check", "--json").json["ok"]


def test_a_changed_tier_makes_no_log_and_is_no_reason_not_to_read(ok, home, db):
    (home / "config.toml").write_text("[tiers]\nclose = 10\n")
    ok("list-contacts")
    assert not db.exists()
    ok("add-contact", "Ada Okafor", "--tier", "close")
    (home / "config.toml").write_text("")
    before = db.read_bytes()
    ok("snooze", "ada", "+3d", "--dry-run")
    assert db.read_bytes() == before


def test_a_tier_that_is_gone_and_nobodys_is_not_listed(ok, home):
    (home / "config.toml").write_text("[tiers]\nvip = 10\n")
    ok("add-contact", "Ada Okafor", "--tier", "vip")
    (home / "config.toml").write_text("")
    assert "tier:vip" in ok("cadence", "-f", "ids").lines
    ok("edit", "ada", "tier=")
    assert "tier:vip" not in ok("cadence", "-f", "ids").lines
