"""`config`, and what config.toml changes elsewhere."""

import pytest

from netlog.insight.budget import MINUTES
from netlog.insight.queue import WEIGHTS


@pytest.fixture
def settings(home):
    """The test's config.toml: settings("levels = ...") writes it, settings() reads it."""

    def call(text: str | bytes | None = None) -> str:
        path = home / "config.toml"
        if text is not None:
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path.read_text(encoding="utf-8")

    return call


def test_config_path_is_where_the_file_is_or_will_be(ok, home):
    assert ok("config", "path").out == f"{home}/config.toml\n"
    assert ok("config", "path", "--json").json == {"path": f"{home}/config.toml"}
    assert not (home / "config.toml").exists()


def test_config_get_shows_every_setting_with_its_default(ok, home):
    found = {one["key"]: one["value"] for one in ok("config", "get", "--json").json}
    assert found == {
        "db": f"{home}/netlog.db",
        "levels": ["building", "district", "state", "region", "national", "international"],
        "tiers": {"inner": 30, "close": 90, "loose": 180},
        "terms": [
            {"name": "fall", "starts": "08-15", "ends": "12-31"},
            {"name": "spring", "starts": "01-01", "ends": "05-31"},
        ],
        "weights": WEIGHTS,
        "minutes": MINUTES,
        "diversity": {},
    }
    assert ok("config", "get").lines[2] == "tiers\tinner=30 close=90 loose=180"
    assert "fall, spring" in ok("config", "get", "-f", "table").out


def test_config_get_of_one_setting_is_that_alone(ok):
    assert ok("config", "get", "tiers.close", "--json").json == {"key": "tiers.close", "value": 90}
    assert ok("config", "get", "tiers.close").out == "tiers.close\t90\n"


@pytest.mark.parametrize("key", ["colour", "tiers.vip", "db.x", "levels.0", ""])
def test_config_get_of_an_unknown_key_is_a_usage_error(run, key):
    result = run("config", "get", key)
    if key:
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith(f"error: there is no setting '{key}' (there are: db, levels")
    else:
        assert result.code == 0


def test_config_set_is_there_to_get(ok, settings):
    assert ok("config", "set", "tiers.close", "60", "--json").json == {"key": "tiers.close", "value": 60}
    assert ok("config", "set", "levels", "school, county ,world").out == "levels\tschool, county, world\n"
    assert ok("config", "get", "tiers", "--json").json["value"] == {"inner": 30, "close": 60, "loose": 180}
    assert ok("config", "get", "levels", "--json").json["value"] == ["school", "county", "world"]


def test_config_set_keeps_the_rest_of_the_file_and_its_comments(ok, settings):
    before = '# mine\nlevels = ["a", "b"]  # two\n\n[tiers]\n# near ones\ninner = 14 # often\n'
    settings(before)
    ok("config", "set", "tiers.inner", "7")
    assert settings() == before.replace("14", "7")


def test_config_set_makes_the_folder_it_needs(ok, home):
    where = {"NETLOG_CONFIG": str(home / "new" / "folder" / "c.toml")}
    ok("config", "set", "tiers.inner", "7", env=where)
    assert ok("config", "get", "tiers.inner", env=where).out == "tiers.inner\t7\n"


def test_config_set_writes_through_a_link(ok, home):
    real = home / "dotfiles.toml"
    real.write_text("# linked\n", encoding="utf-8")
    (home / "config.toml").symlink_to(real)
    ok("config", "set", "tiers.inner", "7")
    assert (home / "config.toml").is_symlink()
    assert real.read_text(encoding="utf-8").startswith("# linked\n")


@pytest.mark.parametrize(
    "words",
    [
        ("colour", "red"),
        ("tiers", "5"),
        ("tiers.", "5"),
        ("tiers.a.b", "5"),
        ("tiers.inner", "often"),
        ("tiers.inner", "0"),
        ("tiers.inner", "3651"),
        ("tiers.inner", "²"),
        ("tiers.inner", "9" * 5000),
        ("terms", "fall"),
        ("levels", " , "),
        ("levels", "a\x1b[1m,b"),
        ("levels.x", "a"),
        ("db", ""),
        ("db",),
        (),
    ],
)
def test_config_set_refuses_what_cannot_be_and_writes_nothing(run, settings, words):
    settings("# mine\n")
    result = run("config", "set", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: ") and result.err.count("\n") == 1
    assert settings() == "# mine\n"


@pytest.mark.parametrize("words", [("path", "x"), ("put", "a", "b"), ("get", "db", "x")])
def test_config_refuses_other_words(run, words):
    assert run("config", *words).code == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"levels = [", "is not TOML"),
        (b"\xff\xfe", "is not TOML"),
        (b"colour = 1\n", "there is no setting 'colour'"),
        (b"tiers = 5\n", "tiers must be"),
        (b"[tiers]\ninner = true\n", "tiers.inner must be days"),
        (b"levels = []\n", "levels must be"),
        (b"db = 5\n", "db must be text"),
        (b"terms = 5\n", "terms must be"),
        (b'[[terms]]\nname = "a"\nstarts = "13-01"\nends = "12-31"\n', "'13-01'"),
        (
            b'[[terms]]\nname = "a"\nstarts = "08-15"\nends = "12-31"\n'
            b'[[terms]]\nname = "b"\nstarts = "12-01"\nends = "02-01"\n',
            "'a' and 'b' overlap",
        ),
    ],
)
@pytest.mark.parametrize("command", [("due",), ("add-contact", "Ada"), ("config", "set", "tiers.inner", "7")])
def test_bad_config_stops_every_command_with_one_line(run, settings, home, db, text, told, command):
    settings("")
    (home / "config.toml").write_bytes(text)
    result = run(*command)
    assert (result.code, result.out) == (6, "")
    assert result.err.startswith(f"error: {home}/config.toml") and result.err.count("\n") == 1
    assert told in result.err
    assert (home / "config.toml").read_bytes() == text
    assert not db.exists()


def test_config_that_cannot_be_read_is_a_storage_error(run, home):
    (home / "config.toml").mkdir()
    result = run("due")
    assert (result.code, result.err) == (7, f"error: can't read {home}/config.toml: Is a directory\n")


def test_config_names_the_log_below_environment_and_option(ok, settings, home, monkeypatch):
    settings(f'db = "{home}/from-config.db"\n')
    ok("add-contact", "Ada", env={"NETLOG_DB": str(home / "from-environment.db")})
    ok("add-contact", "Ada", "--db", str(home / "from-option.db"))
    monkeypatch.delenv("NETLOG_DB")
    ok("add-contact", "Ada")
    for name in ("from-config", "from-environment", "from-option"):
        assert (home / f"{name}.db").exists()
    assert ok("config", "get", "db", "--json").json["value"] == f"{home}/from-config.db"


def test_levels_of_the_config_take_the_place_of_the_defaults(ok, run, settings):
    settings('levels = ["school", "county"]\n')
    assert ok("add-contact", "Ada", "--level", "COUNTY", "--json").json["level"] == "county"
    result = run("add-contact", "Bo", "--level", "state")
    assert (result.code, result.err) == (2, "error: 'state' is no level (one of: school, county)\n")
    assert [one["name"] for one in ok("list-contacts", "level:county", "--json").json] == ["Ada"]


def test_tiers_of_the_config_are_words_for_tier_and_cadence(ok, run, settings):
    settings("[tiers]\nvip = 10\ninner = 14\n")
    ada = ok("add-contact", "Ada", "--tier", "vip", "--cadence", "inner", "--json").json
    assert (ada["tier"], ada["cadence"], ada["next_contact_on"]) == ("vip", 14, "2026-03-16")
    assert run("add-contact", "Bo", "--tier", "none-such").code == 2


@pytest.mark.parametrize(("tier", "day"), [("vip", "2026-03-12"), ("inner", "2026-03-16")])
def test_tiers_of_the_config_decide_when_a_contact_is_due(ok, settings, tier, day):
    settings("[tiers]\nvip = 10\ninner = 14\n")
    assert ok("add-contact", "Ada", "--tier", tier, "--json").json["next_contact_on"] == day


def test_terms_of_the_config_take_effect(ok, settings):
    assert ok("date", "eot").out == "2026-05-31\n"
    settings('[[terms]]\nname = "winter"\nstarts = "11-01"\nends = "03-20"\n')
    assert ok("date", "eot").out == "2026-03-20\n"
    ok("add-goal", "Meet", "--count", "contacts", "--per", "term")
    period = ok("goals", "--json").json[0]["period"]
    assert (period["starts_on"], period["ends_on"]) == ("2025-11-01", "2026-03-20")


def test_tiers_of_the_configuration_set_who_is_due(ok):
    ok("add-contact", "Bo", "--tier", "inner")
    assert ok("show", "Bo", "--json").json["next_contact_on"] == "2026-04-01"
    ok("config", "set", "tiers.inner", "14")
    assert ok("show", "Bo", "--json").json["next_contact_on"] == "2026-03-16"
    ok("config", "set", "tiers.vip", "7")
    assert ok("add-contact", "Vi", "--tier", "vip", "--json").json["next_contact_on"] == "2026-03-09"
    assert ok("check", "--json").json["ok"]


def test_undo_goes_back_past_the_tiers_of_the_configuration(ok, run):
    ok("add-contact", "Bo", "--tier", "inner")
    ok("config", "set", "tiers.inner", "14")
    ok("undo")
    ok("undo")
    assert ok("list-contacts").out == ""
    assert run("undo").code == 1


def test_a_tier_that_config_toml_names_no_more_has_its_default_again(ok, settings):
    settings("[tiers]\ninner = 10\n")
    assert ok("add-contact", "Bo", "--tier", "inner", "--json").json["next_contact_on"] == "2026-03-12"
    settings("")
    ok("add-contact", "Cy")
    assert ok("show", "Bo", "--json").json["next_contact_on"] == "2026-04-01"


def test_a_command_that_fails_leaves_no_step_of_the_tiers(ok, run, settings):
    ok("add-contact", "Bo", "--tier", "inner")
    settings("[tiers]\ninner = 10\n")
    assert run("done", "f9").code == 3
    assert len(ok("history").lines) == 1


def test_an_empty_db_is_not_the_users_own_log(run):
    result = run("add-contact", "Ada", "--db", "")
    assert (result.code, result.out) == (2, "")
    assert "--db names no file" in result.err
