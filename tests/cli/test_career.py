"""The career of a contact: what an edit of the organization or the title keeps, and what finds it."""

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.answers import refs, whole

TODAY = "2026-03-02"
CSV = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = "Ana,Kim,https://www.linkedin.com/in/ana-kim,,{},{},12 Mar 2024\n"


@pytest.fixture
def ana(ok):
    ok("add-contact", "Ana Kim", "--organization", "Hill School", "--title", "teacher")


def career(ok, ref="c1"):
    """(organization, title, since, until) of each position, as `show` lists them."""
    return [tuple(one.values()) for one in ok("show", ref, "--json").json["career"]]


HILL = ("Hill School", "teacher", None, TODAY)


def test_edit_keeps_the_old_position_until_today_and_says_so(ok, ana):
    result = ok("edit", "c1", "organization=Acme Labs")
    assert career(ok) == [HILL]
    assert (
        "kept in the career: teacher, Hill School, until 2026-03-02" in result.err and "--fix" in result.err
    )
    assert ok("show", "c1", "--json").json["organization"] == "Acme Labs"


def test_edit_of_the_title_keeps_the_old_one_too(ok, ana):
    ok("edit", "c1", "title=Head")
    assert career(ok) == [HILL]


def test_the_next_position_begins_where_the_one_before_ended_newest_first(ok, ana):
    ok("edit", "c1", "organization=Acme Labs")
    ok("edit", "c1", "organization=", "title=", today="2026-06-01")
    assert career(ok) == [("Acme Labs", "teacher", TODAY, "2026-06-01"), HILL]


@pytest.mark.parametrize(
    "words",
    [
        ("organization=HILL  school",),
        ("title=Teacher",),
        ("organization=Hillschool", "title=TEACHER"),
        ("region=Ohio",),
        ("organization=Acme", "--fix"),
        ("title=", "--fix"),
    ],
)
def test_what_is_no_move_keeps_nothing(ok, ana, words):
    result = ok("edit", "c1", *words)
    assert career(ok) == [] and result.err == ""


def test_what_is_filled_in_is_no_move(ok):
    ok("add-contact", "Bo Lund")
    ok("edit", "c1", "organization=Hill School")
    ok("edit", "c1", "title=teacher")
    assert career(ok) == []


def test_an_edit_that_brings_the_old_position_along_keeps_it_once(ok, ana):
    ok("edit", "c1", "organization=Acme", "career+=Hill School, teacher=2019..2025")
    assert career(ok) == [("Hill School", "teacher", "2019-01-01", "2025-12-31")]


def test_a_position_noted_as_going_on_is_ended(ok):
    both = ("--career", "Hill=2019..", "--career", "Uni, adjunct=2020..")
    ok("add-contact", "Bo", "--organization", "Hill", *both)
    ok("edit", "c1", "organization=Acme")
    assert career(ok) == [("Uni", "adjunct", "2020-01-01", None), ("Hill", None, "2019-01-01", TODAY)]


def test_undo_restores_both_in_one_step(ok, ana):
    before = whole(ok)
    ok("edit", "c1", "organization=Acme", "title=Head")
    after = whole(ok)
    ok("undo")
    assert whole(ok) == before
    ok("redo")
    assert whole(ok) == after and career(ok) == [HILL]
    assert all(one["ok"] for one in ok("check", "--json").json["checks"])


@pytest.mark.parametrize(("more", "expected"), [((), [HILL]), (("--fix",), [])])
def test_the_editor_keeps_the_old_position_as_well(ok, ana, home, monkeypatch, more, expected):
    script = home / "editor.py"
    script.write_text(
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\n"
        "file.write_text(file.read_text().replace('Hill School', 'Acme'))\n"
    )
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
    result = ok("edit", "c1", *more)
    assert career(ok) == expected and ("kept in the career" in result.err) is bool(expected)


def test_an_import_from_linkedin_that_follows_a_move_keeps_the_old_position(ok, home):
    file = home / "Connections.csv"
    for company, position in (("Hill School", "teacher"), ("Acme", "Head")):
        file.write_text(CSV + ANA.format(company, position))
        ok("import", "linkedin", str(file))
    assert career(ok) == [HILL]
    ok("undo")
    assert career(ok) == [] and ok("show", "c1", "--json").json["organization"] == "Hill School"


def test_an_import_of_a_newer_log_brings_its_own_career(ok, ana, home):
    """There a correction is one here too, and a move is no second one."""
    other, file = str(home / "other.db"), str(home / "log.json")
    ok("export", "json", "-o", file)
    ok("import", file, "--db", other)
    ok("edit", "c1", "organization=Acme", "--fix", "--db", other, today="2026-03-03")
    ok("edit", "c1", "title=Head", "--db", other, today="2026-03-04")
    ok("export", "json", "-o", file, "--force", "--db", other)
    ok("import", file, today="2026-03-05")
    assert career(ok) == [("Acme", "teacher", None, "2026-03-04")]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("career:hill", ["c1", "c2"]),
        ("career:school", ["c1"]),
        ("career:chool", []),
        ("career:HÉAD", ["c2"]),
        ("career:=hill", []),
        ("career:=hill school", ["c1"]),
        ("career:", ["c3"]),
        ("not:career:", ["c1", "c2"]),
    ],
)
def test_career_finds_by_the_start_of_a_word_whatever_its_case(ok, word, found):
    ok("add-contact", "Ana Kim", "--career", "Hill School, teacher=2015..2019")
    ok("add-contact", "Bo Lund", "--organization", "Acme", "--career", "Hill Bank, head")
    ok("add-contact", "Cy Tamm", "--organization", "Hill School")
    assert refs(ok("list-contacts", word, "--json")) == found


def test_show_lists_the_career_in_its_order_and_tsv_is_as_before(ok, ana):
    plain = ok("list-contacts").out
    more = ("Lake School, aide=2010..2014", "Uni, adjunct=2020..", "Old Bank")
    ok("edit", "c1", *(f"career+={one}" for one in more))
    card = ok("show", "c1", "-f", "table", env={"COLUMNS": "80"}).out
    lines = ["2020-01-01 – now", "adjunct, Uni", "2010-01-01 – 2014-12-31", "aide, Lake School", "Old Bank"]
    places = [card.index(line) for line in lines]
    assert places == sorted(places) and card.index("Career") < places[0]
    assert ok("list-contacts").out == plain


def test_a_private_contact_takes_the_career_along(ok, ana):
    ok("edit", "c1", "organization=Acme", "private=yes")
    assert "Hill School" not in ok("export", "json").out
    assert "Hill School" in ok("export", "json", "--include-private").out


def test_delete_takes_the_career_along(ok, ana):
    ok("edit", "c1", "organization=Acme")
    ok("delete", "c1", "--yes")
    assert all(one["ok"] for one in ok("check", "--json").json["checks"])


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["organization=A", "organization=a", "organization=B", "organization="]),
        st.sampled_from(["title=x", "title=y", "title=", "region=Ohio"]),
        st.integers(0, 1),
    ),
    max_size=5,
)


@given(EDITS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_edits_back_and_forth_keep_a_sane_history(ok, db, edits):
    db.unlink(missing_ok=True)
    ok("add-contact", "Ana Kim", "--organization", "A", "--title", "x")
    day = 2
    for organization, title, days in edits:
        day += days
        ok("edit", "c1", organization, title, today=f"2026-03-{day:02}")
    found = career(ok)
    assert len({(str(one[0]).casefold(), one[1], one[3]) for one in found}) == len(found)
    assert all(one[0] or one[1] for one in found)
    assert [one[3] for one in found] == sorted((one[3] for one in found), reverse=True)
    if len(steps := ok("history", "--json").json) > 1:
        ok("undo", str(len(steps) - 1))
    assert career(ok) == []
