"""add-membership, renew and leave; renewals in the queue."""

import pytest

from tests.terminals import end

TODAY = "2026-03-02"


@pytest.fixture
def member(ok):
    """You (m1) are in the State Association (u1), to be renewed on 20 March; u2 is another group."""
    ok("add-group", "State Association")
    ok("add-group", "Other Circle")
    ok("add-membership", "state", "--joined", "2024-03-20", "--renews", "2026-03-20", "--role", "treasurer")


def due(ok, *words, today=TODAY):
    return [
        one["ref"] for one in ok("due", *words, "--json", today=today).json if one["type"] == "membership"
    ]


def refused(result, code, *words):
    assert (result.code, result.out) == (code, ""), result
    assert result.err.startswith("error: ") and result.err.count("\n") == 1
    for word in words:
        assert word in result.err


def test_a_membership_has_its_group_role_and_days(ok, member):
    one = ok("list-memberships", "--json").json[0]
    assert (one["ref"], one["group"]) == ("m1", {"ref": "u1", "name": "State Association"})
    assert (one["joined_on"], one["renews_on"], one["left_on"]) == ("2024-03-20", "2026-03-20", None)
    assert one["role"] == "treasurer"
    for words in ("group:state", "role:treas", "renews:..2026-04-01", "joined:2024", "left:", "snoozed:"):
        assert ok("list-memberships", words, "-f", "ids").lines == ["m1"], words
    assert ok("list-memberships", "group:other", "-f", "ids").lines == []


def test_today_is_when_one_joins_unless_said(ok, member):
    assert ok("add-membership", "u2", "--json").json["joined_on"] == TODAY


def test_there_is_one_open_membership_in_a_group(run, ok, member, db):
    before = db.read_bytes()
    refused(run("add-membership", "u1"), 5, "m1", "netlog renew m1")
    assert db.read_bytes() == before
    past = ok("add-membership", "u1", "--joined", "2020-01-01", "--left", "2021-01-01", "--json").json
    assert past["ref"] == "m2"
    refused(run("edit", "m2", "left="), 5, "m1")
    ok("add-membership", "u2")
    refused(run("edit", "m3", "group=u1"), 5, "m1")
    ok("leave", "m1")
    assert ok("edit", "m2", "left=", "--json").json["left_on"] is None
    refused(run("add-membership", "state"), 5, "m2")


@pytest.mark.parametrize(
    ("words", "code", "say"),
    [
        (("nothing",), 3, "no group is called 'nothing'"),
        (("u2", "--joined", "2026-03-03"), 2, "in the future"),
        (("u2", "--joined", "2026-03-01", "--left", "2026-02-01"), 2, "before it starts"),
        (("u2", "--joined", "2026-03-01", "--renews", "2026-02-01"), 2, "before it starts"),
        (("u2", "--renews", "someday"), 2, "someday"),
    ],
)
def test_what_can_not_be_a_membership_is_refused(run, ok, member, words, code, say):
    refused(run("add-membership", *words), code, say)


def test_an_edit_can_not_end_it_before_it_starts(run, ok, member):
    refused(run("edit", "m1", "left=2024-01-01"), 2, "before it starts 2024-03-20")


# --- the queue


@pytest.mark.parametrize(
    ("today", "there"),
    [("2026-02-17", False), ("2026-02-18", True), ("2026-03-20", True), ("2027-01-01", True)],
)
def test_a_renewal_is_due_from_thirty_days_before_until_it_is_renewed(ok, run, member, today, there):
    assert due(ok, today=today) == (["m1"] if there else [])
    counted = run("due", "--count", today=today)
    assert (counted.out.strip(), counted.code) == (("1", 0) if there else ("0", 1))


def test_a_look_further_ahead_sees_later_renewals(ok, member):
    assert due(ok, "--days", "60", today="2026-01-25") == ["m1"]
    assert due(ok, today="2026-01-25") == []


def test_an_entry_says_what_when_and_why(ok, member):
    one = ok("due", "--json").json[0]
    assert one["what"] == "renew your membership in State Association"
    assert (one["due_on"], one["days_late"], one["contacts"]) == ("2026-03-20", -18, [])
    assert (one["reason"], one["command"]) == ("it runs out in 2 weeks", "netlog renew m1")
    assert one["parts"] == {"renewal": 3.0} and one["score"] == 3.0
    late = ok("due", "--json", today="2026-03-27").json[0]
    assert late["parts"] == {"renewal": 3.0, "soon": 4.0, "late": 3.0}
    assert late["reason"] == "it ran out 7 days ago"
    assert "renewal" in ok("due", "--why", "-f", "table").out


def test_its_weight_is_a_setting(ok, member):
    ok("config", "set", "weights.renewal", "9.5")
    assert ok("due", "--json").json[0]["parts"] == {"renewal": 9.5}


def test_why_says_why_it_is_not_there(ok, member):
    def why(ref="m1", today=TODAY):
        return ok("due", "--why", ref, today=today).err

    assert why() == ""
    assert "renewing begins a month before" in why(today="2026-01-01")
    ok("snooze", "m1", "2026-03-10")
    assert "snoozed until 2026-03-10" in why()
    ok("add-membership", "u2")
    assert "no day of renewal" in why("m2")
    ok("leave", "m1")
    assert "you left on 2026-03-02" in why()


def test_a_snooze_holds_until_its_day(ok, member):
    ok("snooze", "m1", "2026-03-10")
    assert due(ok) == [] and due(ok, today="2026-03-09") == []
    assert due(ok, "--days", "10") == ["m1"]
    assert due(ok, today="2026-03-10") == ["m1"]
    ok("snooze", "m1", "2026-04-01")
    late = ok("due", "--json", today="2026-04-02").json[0]
    assert (late["due_on"], late["days_late"]) == ("2026-04-01", 1)
    assert "it ran out 13 days ago, snoozed until 2026-04-01" in late["reason"]


def test_only_what_has_a_renewal_to_come_can_be_snoozed(run, ok, member):
    ok("add-membership", "u2")
    refused(run("snooze", "m2", "tomorrow"), 5, "m2 has no day of renewal", "renews=DATE")
    ok("leave", "m1")
    refused(run("snooze", "m1", "tomorrow"), 5, "you left m1")


def test_the_review_has_renewals_and_asks_for_them(ok, member):
    data = ok("review", "--json").json
    assert [one["ref"] for one in data["renewals"]] == ["m1"]
    action = next(one for one in data["actions"] if one["ref"] == "m1")
    assert (action["command"], action["toward"]) == ("netlog renew m1", None)
    assert "Renew" in ok("review", "-f", "table").out
    assert ok("review", "--minutes", "5", "--json").json["minutes"] == {"given": 5, "planned": 5}


# --- renew and leave


@pytest.mark.parametrize(
    ("renews", "today", "until"),
    [
        ("2026-03-20", "2026-03-02", "2027-03-20"),  # early: a year from the day there was
        ("2026-03-20", "2026-05-02", "2027-03-20"),  # late: just so
        ("2026-03-20", "2027-03-20", "2028-03-20"),  # a year late: the next that is to come
        ("2024-04-01", "2026-03-02", "2026-04-01"),  # long run out
        ("2028-02-29", "2028-02-29", "2029-02-28"),
        ("2024-03-20", "2031-12-31", "2032-03-20"),
    ],
)
def test_renewing_moves_it_by_whole_years(ok, member, renews, today, until):
    ok("edit", "m1", f"renews={renews}", "joined=2020-01-01")
    assert ok("renew", "m1", "--json", today=today).json["renews_on"] == until
    assert due(ok, today=today) == (["m1"] if until == "2026-04-01" else [])


def test_renewing_until_a_day_and_by_the_name_of_the_group(ok, run, member):
    assert (
        ok("renew", "state association", "--until", "2026-09-01", "--json").json["renews_on"] == "2026-09-01"
    )
    refused(run("renew", "m1", "--until", "2026-03-02"), 2, "not in the future")
    refused(run("renew", "m1", "--until", "someday"), 2, "someday")
    ok("add-membership", "u2")
    refused(run("renew", "other"), 2, "m2 has no day of renewal", "--until DATE")
    assert ok("renew", "other", "--until", "1 Dec", "--json").json["renews_on"] == "2026-12-01"
    assert ok("history", "m1", "--json").json[0]["command"] == "renew 'state association' --until 2026-09-01"


def test_renewing_takes_a_snooze_away_and_several_are_one_step(ok, member):
    ok("add-membership", "u2", "--renews", "2026-03-05")
    ok("snooze", "m1", "2026-03-10")
    ok("renew", "m1", "u2")
    assert [one["renews_on"] for one in ok("show", "m1", "m2", "--json").json] == ["2027-03-20", "2027-03-05"]
    assert ok("show", "m1", "--json").json["snoozed_until"] is None
    ok("undo")
    assert [one["renews_on"] for one in ok("show", "m1", "m2", "--json").json] == ["2026-03-20", "2026-03-05"]
    assert ok("show", "m1", "--json").json["snoozed_until"] == "2026-03-10"


def test_leaving_ends_it(ok, run, member):
    assert ok("leave", "state", "--on", "2026-02-01", "--json").json["left_on"] == "2026-02-01"
    assert due(ok) == [] and ok("list-memberships", "-f", "ids").lines == []
    assert ok("list-memberships", "--all", "-f", "ids").lines == ["m1"]
    refused(run("leave", "m1"), 5, "you left m1 on 2026-02-01")
    refused(run("renew", "m1"), 5, "you left m1")
    refused(run("leave", "state"), 3, "you are not in u1 State Association")
    ok("undo")
    refused(run("leave", "m1", "--on", "2024-01-01"), 2, "before it starts")
    refused(run("leave", "m1", "--on", "2026-03-03"), 2, "in the future", "--on can't be later")
    assert ok("leave", "m1", "--json").json["left_on"] == TODAY


@pytest.mark.parametrize("command", ["renew", "leave"])
def test_what_is_no_membership_is_refused(run, ok, member, command):
    ok("add-contact", "Ana Kim")
    refused(run(command, "c1"), 3, "c1 is a contact")
    refused(run(command, "ana"), 3, "no membership or group is called 'ana'")
    refused(run(command, "m9"), 3, "no membership m9")
    assert ok(command, "-", "--json", stdin="").json == []


def test_a_dry_run_renews_nothing(ok, member):
    told = ok("renew", "m1", "--dry-run", "--json")
    assert told.json["renews_on"] == "2027-03-20" and "dry run" in told.err
    assert ok("show", "m1", "--json").json["renews_on"] == "2026-03-20"


def test_a_review_on_a_terminal_renews_it(ok, member, terminal):
    child = terminal("review", "-i")
    child.expect_exact("renew your membership in State Association")
    child.expect_exact("d renewed, z snooze, s skip, q quit [s]: ")
    child.sendline("d")
    child.expect_exact("renewed until 2027-03-20")
    assert end(child)[1] == 0
    assert ok("show", "m1", "--json").json["renews_on"] == "2027-03-20"
    assert ok("history", "m1", "--json").json[0]["command"] == "review -i: m1 done"


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_hostile_names_stay_text_in_every_width(ok, width):
    ok("add-group", "[bold]A[/] \u202egroup " + "long " * 20, "--platform", "=1+1")
    ok("add-membership", "u1", "--renews", "2026-03-05", "--role", "[red]chair")
    for words in (("due",), ("show", "u1", "m1"), ("list-groups",), ("list-memberships",), ("review",)):
        out = ok(*words, "-f", "table", env={"COLUMNS": str(width)}).out
        assert max(map(len, out.splitlines())) <= width, words
        assert "\u202e" not in out and "\x1b" not in out
    assert "[red]chair" in ok("show", "m1", "-f", "table").out
