"""diversity: the network by dimension, targets, and what would close a gap."""

import pytest

from netlog.records import diversity_counts
from netlog.vocabulary import DIMENSIONS
from tests.answers import refused


def contact(ok, name, *more):
    return ok("add-contact", name, *more, "--json").json["ref"]


@pytest.fixture
def network(ok):
    """Six known, one of them without a sector; one archived and one target are none of the network yet."""
    for name, sector in (
        ("Ada", "K-12"),
        ("Bo", "K-12"),
        ("Cy", "k-12"),
        ("Dee", "K-12"),
        ("Eli", "industry"),
    ):
        contact(ok, name, "--sector", sector, "--met", "2024-05-01")
    contact(ok, "Flo", "--met", "2026-02-01")
    contact(ok, "Gus", "--sector", "government", "--status", "archived")
    contact(ok, "Noor Haddad", "--sector", "government", "--status", "target")


def row(result, dimension="sector", among="all"):
    return next(one for one in result.json if (one["dimension"], one["among"]) == (dimension, among))


def test_every_dimension_and_set_has_a_row(ok, network):
    found = ok("diversity", "--json").json
    assert [(one["dimension"], one["among"]) for one in found] == [
        (dimension, among) for dimension in DIMENSIONS for among in ("all", "active", "new")
    ]
    assert len(ok("diversity").lines) == len(found)


def test_counts_shares_and_measures(ok, network):
    found = row(ok("diversity", "sector", "--json"))
    assert found["counts"] == [
        {"class": "K-12", "count": 4, "share": 0.8},
        {"class": "industry", "count": 1, "share": 0.2},
    ]
    assert (found["people"], found["unknown"], found["unknown_share"], found["total"]) == (6, 1, 0.1667, 5)
    # p = .8, .2: 1 - .68 = .32, by 1/2 is .64; H = .8 ln 1.25 + .2 ln 5 = .17851 + .32189 = .5004, e^H = 1.6494
    assert [found[key] for key in ("gini_simpson", "evenness", "effective_classes", "largest_share")] == [
        *(0.32, 0.64, 1.6494, 0.8)
    ]
    assert (found["rest"], found["target"]) == (None, None)


def test_sets_are_all_active_and_new(ok, network):
    ok("add-conversation", "Tea", "--with", "Ada", "--on", "2025-03-03")
    ok("add-conversation", "Tea", "--with", "Bo", "--on", "2025-03-02")
    ok("add-conversation", "Tea", "--with", "Gus", "--on", "2026-02-02")
    people = {one["among"]: one["people"] for one in ok("diversity", "sector", "--json").json}
    assert people == {"all": 6, "active": 1, "new": 1}  # talked with in 365 days; met this year
    new = row(ok("diversity", "sector", "--among", "new", "--json"), among="new")
    assert (new["unknown"], new["unknown_share"], new["classes"], new["evenness"]) == (1, 1.0, 0, None)


def test_the_rest_is_summed(ok, network):
    contact(ok, "Han", "--sector", "nonprofit")
    found = row(ok("diversity", "sector", "--top", "1", "--among", "all", "--json"))
    assert [one["class"] for one in found["counts"]] == ["K-12"]
    assert found["rest"] == {"classes": 2, "count": 2, "share": 0.3333}
    assert found["classes"] == 3


def test_whoever_has_several_roles_counts_in_each_that_holds_today(ok):
    contact(ok, "Ada", "--role", "mentor", "--role", "peer")
    contact(ok, "Bo", "--role", "peer=2020-01-01..2020-12-31", "--role", "peer=2025-01-01..")
    contact(ok, "Cy", "--role", "vendor=2020-01-01..2021-01-01")
    found = row(ok("diversity", "role", "--json"), "role")
    assert [(one["class"], one["count"]) for one in found["counts"]] == [("peer", 2), ("mentor", 1)]
    assert (found["people"], found["unknown"], found["total"]) == (3, 1, 3)
    assert sum(one["share"] for one in found["counts"]) == pytest.approx(1, abs=1e-3)


def test_how_you_met_is_through_whom_else_at_what_else_in_words(ok):
    ok("add-event", "Fair", "--on", "2026-01-05", "--kind", "workshop", "--status", "attended")
    contact(ok, "Ada", "--met-via", "LinkedIn")
    contact(ok, "Bo", "--met-at", "Fair", "--met-via", "LinkedIn")
    contact(ok, "Cy", "--met-through", "Ada", "--met-at", "Fair")
    contact(ok, "Dee")
    found = row(ok("diversity", "met", "--json"), "met")
    assert {one["class"]: one["count"] for one in found["counts"]} == {
        "LinkedIn": 1,
        "workshop": 1,
        "through a contact": 1,
    }
    assert found["unknown"] == 1


def test_an_empty_log_has_nobody_and_no_measures(ok):
    found = row(ok("diversity", "level", "--json"), "level")
    assert (found["people"], found["unknown_share"], found["gini_simpson"], found["counts"]) == (
        0,
        None,
        None,
        [],
    )
    out = ok("diversity", "-f", "table").out
    assert len(out.splitlines()) == 1 and "netlog add-contact" in out


def test_bad_words_are_refused(run):
    refused(run("diversity", "colour"), 2, "there is no dimension 'colour'", "region, setting")
    refused(run("diversity", "--among", "old"), 2, "there is no set of contacts 'old'", "all, active, new")
    assert run("diversity", "--top", "0").code == 2


def test_a_table_has_the_unknown_the_measures_and_where_they_are_from(ok, network):
    ok("config", "set", "diversity.sector", "3 at 15%")
    out = ok("diversity", "sector", "-f", "table").out
    for words in (
        "unknown",
        "1  17%",
        "effective classes",
        "1.65",
        "0.64",
        "Blau",
        "Shannon",
        "lacks 1 of another class",
    ):
        assert words in out
    assert "netlog path c8" in out and "Noor Haddad" in out


@pytest.mark.parametrize("width", ["40", "60", "80", "140"])
def test_a_table_fits_its_width(ok, network, width):
    contact(ok, "Hostile", "--sector", "[bold]x[/] and a very long sector that goes on and on")
    out = ok("diversity", "-f", "table", env={"COLUMNS": width}).out
    assert max(map(len, out.splitlines())) <= int(width)
    assert "[bold]x[/]" in out or width == "40"


# targets


def test_a_target_is_set_shown_and_taken_away(ok, home):
    assert ok("config", "set", "diversity.sector", "3 at 15%", "--json").json["value"] == {
        "classes": 3,
        "share": 0.15,
    }
    ok("config", "set", "diversity.sector.share", "20%")
    ok("config", "set", "diversity.sector.classes", "2")
    assert ok("config", "get", "diversity.sector", "--json").json["value"] == {"classes": 2, "share": 0.2}
    assert ok("config", "get", "diversity.sector.share").out == "diversity.sector.share\t0.2\n"
    assert ok("config", "get", "diversity", "--json").json["value"] == {
        "sector": {"classes": 2, "share": 0.2}
    }
    assert "[diversity.sector]\nclasses = 2\nshare = 0.2\n" in (home / "config.toml").read_text()
    ok("config", "set", "diversity.sector", "4")
    assert ok("config", "get", "diversity.sector", "--json").json["value"] == {"classes": 4, "share": 0.0}
    assert ok("config", "set", "diversity.sector", "none", "--json").json["value"] is None
    assert ok("config", "get", "diversity", "--json").json["value"] == {}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("diversity.colour", "3"), "there is no dimension 'colour'"),
        (("diversity", "3"), "there is no dimension ''"),
        (("diversity.sector", "many"), "whole number"),
        (("diversity.sector", "3 at lots"), "less than 1"),
        (("diversity.sector", "4 at 30%"), "leaves nobody else room"),
        (("diversity.sector.share", "0.2"), "takes classes and share"),
        (("diversity.sector.most", "1"), "no setting 'diversity.sector.most'"),
    ],
)
def test_what_is_no_target_is_refused_and_nothing_written(run, home, words, told):
    (home / "config.toml").write_text("# mine\n")
    refused(run("config", "set", *words), 2, told)
    assert (home / "config.toml").read_text() == "# mine\n"


def test_bad_targets_in_the_file_stop_every_command(run, home):
    (home / "config.toml").write_text("[diversity.sector]\nclasses = 9\nshare = 0.2\n")
    refused(run("due"), 6, "config.toml: diversity.sector: 9 at 20% each leaves nobody else room")


def target(ok, dimension="sector"):
    return row(ok("diversity", dimension, "--json"), dimension)["target"]


def test_the_distance_to_a_target_is_how_many_people_of_what(ok, network):
    ok("config", "set", "diversity.sector", "2 at 40%")
    found = target(ok)
    # Of 4 and 1: one more would be 2 of 6, a third; two more are 3 of 7, which is 43%.
    assert (found["reached"], found["met"]) == (1, False)
    assert found["lacks"] == [{"class": "industry", "has": 1, "needs": 2}]
    assert found["unknown"] == 1
    contact(ok, "Han", "--sector", "Industry")
    contact(ok, "Ida", "--sector", "industry")
    assert target(ok)["met"] and target(ok)["closers"] == [] and target(ok)["command"] is None


def test_a_target_person_closes_a_gap(ok, network):
    ok("config", "set", "diversity.sector", "3 at 10%")
    assert target(ok)["lacks"] == [{"class": None, "has": 0, "needs": 1}]
    assert [(one["ref"], one["class"], one["command"]) for one in target(ok)["closers"]] == [
        ("c8", "government", "netlog path c8")
    ]


def test_an_event_where_somebody_is_to_be_met_comes_first_and_names_them_once(ok, network):
    ok("config", "set", "diversity.sector", "3 at 10%")
    ok("add-event", "Past fair", "--on", "2026-01-05", "--to-meet", "Noor Haddad")
    ok("add-event", "Skipped", "--on", "2026-04-01", "--to-meet", "Noor Haddad", "--status", "skipped")
    ok("add-event", "State fair", "--on", "2026-05-05", "--to-meet", "Noor Haddad", "--to-meet", "Ada")
    found = target(ok)["closers"]
    assert [(one["type"], one["ref"], one["on"]) for one in found] == [("event", "e3", "2026-05-05")]
    assert found[0]["why"] == "you mean to meet Noor Haddad there (government)"
    assert target(ok)["command"] == "netlog prep e3"


def test_an_introduction_under_way_closes_a_gap(ok, network):
    ok("config", "set", "diversity.sector", "3 at 10%")
    ok("add-introduction", "--by", "Ada", "--to", "Noor Haddad")
    found = target(ok)["closers"]
    assert [(one["ref"], one["name"], one["why"]) for one in found] == [
        ("i1", "Noor Haddad", "Ada was asked to introduce you (government)")
    ]


@pytest.mark.parametrize(
    ("dimension", "event"),
    [
        ("level", ("--level", "national", "--kind", "talk")),
        ("region", ("--place", "Hall 3, Iowa", "--kind", "talk")),
        ("met", ("--kind", "webinar")),
    ],
)
def test_an_event_of_the_lacking_class_closes_a_gap(ok, dimension, event):
    ok("add-event", "Old webinar", "--on", "2026-01-05", "--kind", "webinar", "--status", "attended")
    given = {"level": ("state", "national"), "region": ("Ohio", "iowa")}.get(dimension)
    for place in range(5):
        how = ("--met-via", "LinkedIn") if place else ("--met-at", "Old webinar")
        contact(ok, f"P{place}", *((f"--{dimension}", given[place == 0]) if given else how))
    ok(
        "add-event",
        "Elsewhere",
        "--on",
        "2026-06-01",
        "--place",
        "Iowaville",
        "--level",
        "state",
        "--kind",
        "visit",
    )
    ok("add-event", "It", "--on", "2026-06-02", *event)
    ok("config", "set", f"diversity.{dimension}", "2 at 40%")
    assert [one["ref"] for one in target(ok, dimension)["closers"]] == ["e3"]


def test_without_anybody_in_sight_the_command_is_what_helps(ok):
    contact(ok, "Ada", "--sector", "K-12")
    contact(ok, "Bo")
    ok("config", "set", "diversity.sector", "2")
    assert target(ok)["command"] == "netlog list-contacts sector:"
    assert ok(*target(ok)["command"].split()[1:], "-f", "ids").lines == ["c2"]
    ok("edit", "c2", "sector=K-12")
    assert target(ok)["command"] == "netlog add-contact NAME --status target --sector WORD"


def test_unknown_ways_of_meeting_can_be_listed(ok):
    contact(ok, "Ada", "--met-via", "LinkedIn")
    contact(ok, "Bo")
    ok("config", "set", "diversity.met", "2")
    assert ok(*target(ok, "met")["command"].split()[1:], "-f", "ids").lines == ["c2"]


# the queue and the review


def test_a_weight_draws_people_of_a_lacking_class_up(ok, network):
    for name in ("Ada", "Eli"):
        ok("edit", name, "cadence=6w")
    ok("config", "set", "diversity.sector", "2 at 30%")
    scores = {one["ref"]: one["parts"].get("variety") for one in ok("due", "--json").json}
    assert scores == {"c1": None, "c5": None}
    ok("config", "set", "weights.variety", "2")
    scores = {one["ref"]: one["parts"].get("variety") for one in ok("due", "--json").json}
    assert scores == {"c1": None, "c5": 2.0}
    assert [one["ref"] for one in ok("due", "--json").json] == ["c5", "c1"]
    assert "diversity targets lack" in ok("due", "--why", "-f", "table").out
    ok("config", "set", "diversity.sector", "none")
    assert all("variety" not in one["parts"] for one in ok("due", "--json").json)


def test_a_weight_draws_up_what_would_bring_somebody_of_a_lacking_class(ok, network):
    """To meet them at an event or by an introduction; not who introduces, nor an introduction of two others."""
    contact(ok, "Ina", "--sector", "industry")
    for name, sector in (("Mo", "industry"), ("Nel", "industry"), ("Oz", "K-12")):
        contact(ok, name, "--status", "target", "--sector", sector)
    for name, meant in (("One", "Mo"), ("Other", "Oz")):
        ok("add-event", name, "--on", "2026-03-09", "--status", "planned", "--to-meet", meant)
    ok("add-introduction", "--by", "Ada", "--to", "Nel", "--asked", "2026-02-01")
    ok("add-introduction", "--by", "Ina", "--to", "Oz", "--asked", "2026-02-01")
    ok("add-introduction", "Ada", "--to", "Ina", "--asked", "2026-03-01")
    ok("config", "set", "diversity.sector", "2 at 45%")
    ok("config", "set", "weights.variety", "2")
    entries = ok("due", "--json").json
    lacking = {one["ref"]: one["parts"].get("variety") for one in entries}
    assert [lacking[one] for one in ("e1", "e2", "i1", "i2", "i3")] == [2.0, None, 2.0, None, None]


def test_a_review_counts_the_classes_once(ok, network, monkeypatch):
    counted = []
    of = diversity_counts.of
    monkeypatch.setattr(diversity_counts, "of", lambda *args: counted.append(args) or of(*args))
    ok("config", "set", "diversity.sector", "2 at 45%")
    ok("config", "set", "weights.variety", "2")
    ok("edit", "Ada", "cadence=6w")
    assert ok("review", "--json").json["gaps"]
    assert len(counted) == 1


def test_a_review_tells_of_two_gaps_at_most_each_with_what_to_do(ok, network):
    assert ok("review", "--json").json["gaps"] == []
    for dimension in ("sector", "level", "setting"):
        ok("config", "set", f"diversity.{dimension}", "3 at 10%")
    gaps = ok("review", "--json").json["gaps"]
    assert [(one["dimension"], one["ref"]) for one in gaps] == [("sector", "c8"), ("setting", None)]
    assert gaps[0]["command"] == "netlog path c8"  # what can be done with somebody in sight comes first
    assert gaps[0]["text"].startswith("sector, 3 at 10% each: lacks 1 of another class: Noor Haddad, ")
    assert gaps[1]["command"] == "netlog list-contacts setting:"
    out = ok("review", "-f", "table", env={"COLUMNS": "100"}).out
    assert "Gaps" in out and "netlog path c8" in out


def test_a_next_step_that_would_close_a_gap_is_toward_the_target(ok, network):
    ok("add-event", "Fair", "--on", "2026-03-09", "--status", "planned", "--to-meet", "Noor Haddad")
    (action,) = ok("review", "--json").json["actions"]
    assert (action["ref"], action["toward"]) == ("e1", None)
    ok("config", "set", "diversity.sector", "3 at 10%")
    (action,) = ok("review", "--json").json["actions"]
    assert action["toward"] == {"ref": None, "name": "3 of sector at 10% each"}
    assert "→ 3 of sector" in ok("review", "-f", "table").out


def test_a_target_that_is_met_is_no_gap(ok, network):
    ok("config", "set", "diversity.sector", "2 at 10%")
    assert ok("review", "--json").json["gaps"] == []


def test_nothing_heavy_is_imported(process):
    import subprocess
    import sys

    probe = "import sys; from netlog.cli.main import run; run(['diversity']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert not {"rich", "typer", "networkx", "pydantic", "dateutil"} & set(done.stdout.split())
