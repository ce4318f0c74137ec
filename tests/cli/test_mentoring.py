"""mentoring: who mentors you and whom you mentor, with what was held and what came of it."""

import pytest

from tests.answers import refs, refused

KEYS = [
    *("ref", "name", "role", "way", "since", "until", "topics", "sessions", "last_session_on"),
    *("next_session_on", "days_late", "hours", "promises", "takeaways"),
]


@pytest.fixture
def people(ok):
    """c1 Ana mentors me, every four weeks; c2 Mateo I mentored and mentor again; c3 Zed mentored me; c4 is nobody's."""
    ok("add-contact", "Ana Kim", "--role", "mentor=2025-01-15", "--topic", "pacing,ai", "--cadence", "4w")
    roles = ("--role", "mentee=2024-01-01..2024-12-31", "--role", "mentee=2025-09-01", "--role", "peer")
    ok("add-contact", "Mateo Quispe", *roles)
    ok("add-contact", "Zed Quux", "--role", "mentor=2019..2020", "--cadence", "4w")
    ok("add-contact", "Bo Lund", "--role", "peer")


def talk(ok, on, *people, kind="mentoring", more=()):
    names = [word for name in people for word in ("--with", name)]
    ok("add-conversation", f"{kind} {on}", *names, "--kind", kind, "--on", on, *more)


def mentorships(ok, *words, **more):
    return ok("mentoring", *words, "--json", **more).json


def test_mentorship_alone_has_every_key_and_says_which_way_it_goes(ok, people):
    ana, mateo = mentorships(ok)
    assert list(ana) == KEYS
    assert (ana["ref"], ana["role"], ana["way"]) == ("c1", "mentor", "you are mentored")
    assert (mateo["ref"], mateo["role"], mateo["way"]) == ("c2", "mentee", "you mentor")
    assert (ana["since"], ana["until"], ana["topics"]) == ("2025-01-15", None, ["ai", "pacing"])
    assert (ana["sessions"], ana["last_session_on"], ana["hours"]) == (0, None, None)
    assert ana["promises"] == ana["takeaways"] == []


def test_sessions_are_mentoring_conversations_in_its_time(ok, people):
    talk(ok, "2025-01-14", "Ana")  # a day too early
    talk(ok, "2025-01-15", "Ana")
    talk(ok, "2026-02-16", "Ana", "Mateo")
    talk(ok, "2026-02-20", "Ana", kind="call")
    talk(ok, "2024-12-31", "Mateo")
    talk(ok, "2025-01-01", "Mateo")  # between two times
    ana, again, zed, before = mentorships(ok, "--all")
    assert (ana["sessions"], ana["last_session_on"]) == (2, "2026-02-16")
    assert (again["since"], again["sessions"], again["last_session_on"]) == ("2025-09-01", 1, "2026-02-16")
    assert (before["until"], before["sessions"], before["last_session_on"]) == ("2024-12-31", 1, "2024-12-31")
    assert zed["sessions"] == 0


def test_the_next_session_is_due_by_the_cadence(ok, people):
    assert mentorships(ok)[0]["next_session_on"] == "2025-02-12"  # four weeks from the beginning
    talk(ok, "2026-02-02", "Ana")
    ana, mateo = mentorships(ok)
    assert (ana["next_session_on"], ana["days_late"]) == ("2026-03-02", 0)
    assert mateo["next_session_on"] is None and mateo["days_late"] is None
    ok("cadence", "role:mentee", "2w")
    talk(ok, "2026-02-09", "Mateo")
    assert mentorships(ok)[1]["next_session_on"] == "2026-02-23"
    ok("snooze", "c1", "2026-03-20")
    assert mentorships(ok)[0]["next_session_on"] == "2026-03-20"
    assert mentorships(ok, "zed")[0]["next_session_on"] is None  # it is over


def test_promises_go_both_ways_and_are_open(ok, people):
    ok("add-follow-up", "send the quiz", "--with", "ana", "--due", "2026-02-25")
    ok("add-follow-up", "her slides", "--with", "ana", "--theirs", "--due", "2026-03-06")
    ok("add-follow-up", "kept", "--with", "ana", "--due", "2026-03-01")
    ok("done", "f3")
    ana, mateo = mentorships(ok)
    assert ana["promises"] == [
        {"ref": "f1", "what": "send the quiz", "due_on": "2026-02-25", "owed_by": "me", "days_late": 5},
        {"ref": "f2", "what": "her slides", "due_on": "2026-03-06", "owed_by": "them", "days_late": -4},
    ]
    assert mateo["promises"] == []


def test_takeaways_are_those_of_its_sessions(ok, people):
    talk(ok, "2026-02-16", "Ana", more=("--takeaway", "grade less"))
    talk(ok, "2026-02-17", "Ana", kind="call", more=("--takeaway", "not of a session"))
    talk(ok, "2026-02-18", "Mateo", more=("--takeaway", "wait", "--takeaway", "ask"))
    ana, mateo = mentorships(ok)
    assert ana["takeaways"] == [{"ref": "k1", "what": "grade less", "status": "to-try"}]
    assert [one["ref"] for one in mateo["takeaways"]] == ["k3", "k4"]


def test_hours_are_those_of_mentoring_exchanges_in_its_time(ok, people):
    for on, kind, hours in (
        ("2025-10-01", "mentoring", "1.5"),
        ("2025-11-01", "mentoring", "2"),
        ("2025-11-02", "advice", "4"),
        ("2025-02-01", "mentoring", "8"),
    ):
        ok("add-exchange", "time", "--kind", kind, "--hours", hours, "--with", "mateo", "--on", on)
    assert [one["hours"] for one in mentorships(ok)] == [None, 3.5]


def test_those_that_ended_are_shown_with_all_or_by_name(ok, people):
    assert refs(ok("mentoring", "--json")) == ["c1", "c2"]
    assert ok("mentoring").err == "2 mentorships ended: --all shows them too\n"
    assert refs(ok("mentoring", "--all", "--json")) == ["c1", "c2", "c3", "c2"]
    assert ok("mentoring", "--all").err == ""
    assert refs(ok("mentoring", "mateo", "zed", "--json")) == ["c2", "c3", "c2"]
    ok("edit", "c1", "status=archived")
    assert refs(ok("mentoring", "--json")) == ["c2"]
    assert refs(ok("mentoring", "ana", "--json")) == ["c1"]


def test_the_last_day_is_part_of_it(ok):
    ok("add-contact", "Ana Kim", "--role", "mentor=2025..today")
    assert refs(ok("mentoring", "--json")) == ["c1"]
    assert refs(ok("mentoring", "--json", today="2026-03-03")) == []


def test_nobody_is_an_empty_list_with_a_way_out(ok):
    ok("add-contact", "Bo Lund")
    assert mentorships(ok) == []
    assert "role+=mentor" in ok("mentoring", "-f", "table").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("bo",), 3, "Bo Lund is neither your mentor nor your mentee (netlog edit c4 role+=mentor"),
        (("nobody",), 3, "no contact is called 'nobody'"),
        (("t1",), 3, "t1"),
        (("c99",), 3, "there is no contact c99"),
    ],
)
def test_who_is_no_mentor_is_refused(run, ok, people, words, code, said):
    talk(ok, "2026-02-16", "Ana")
    refused(run("mentoring", *words), code, said)


def test_references_come_from_stdin_and_nothing_there_is_nothing(ok, people):
    assert refs(ok("mentoring", "-", "--json", stdin="c3\n")) == ["c3"]
    assert ok("mentoring", "-", "--json", stdin="").json == []


def test_a_role_that_ends_before_it_starts_is_refused(run, ok, people):
    refused(run("edit", "c4", "role+=mentor=2026-02-01..2026-01-01"), 2, "before it starts")


def test_log_reads_a_mentoring_session(ok, people):
    held = ok("log", "mentoring session with Ana about pacing", "--json").json["conversation"]
    assert held["kind"] == "mentoring"
    assert mentorships(ok)[0]["last_session_on"] == "2026-03-02"


def test_a_line_each_in_a_pipe_and_a_block_each_on_a_terminal(ok, people):
    ok("add-follow-up", "send the quiz", "--with", "ana", "--due", "2026-02-25")
    talk(ok, "2026-02-16", "Ana", more=("--takeaway", "grade less"))
    first, _ = ok("mentoring").lines
    assert first.split("\t") == [
        *(
            "c1",
            "Ana Kim",
            "you are mentored",
            "2025-01-15",
            "",
            "ai, pacing",
            "1",
            "2026-02-16",
            "2026-03-16",
        ),
        *("", "send the quiz", "grade less"),
    ]
    assert ok("mentoring", "-f", "ids").lines == ["c1", "c2"]
    for width in ("60", "140"):
        block = ok("mentoring", "--all", "-f", "table", env={"COLUMNS": width}).out
        for words in (
            "Ana Kim  mentors you since 2025-01-15",
            "you: send the quiz  5 days late",
            "grade less",
        ):
            assert words in block
        assert "Zed Quux  mentored you, 2019-01-01 to 2020-12-31" in block
        assert max(map(len, block.splitlines())) <= int(width)
