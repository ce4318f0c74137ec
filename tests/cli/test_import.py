"""`netlog import`: what becomes of the records of other programs' files, whatever their format."""

import csv
import io
import itertools
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netlog.cli import completion
from netlog.records import incoming
from tests.cli import plain_format
from tests.terminals import end

ADA = {
    "uid": "urn:uuid:0a0a0a0a-0000-4000-8000-000000000001",
    "name": "Ada Okafor",
    "nickname": "Addy",
    "organization": "Hill School",
    "title": "Teacher",
    "emails": [["work", "ada@example.org"]],
    "phones": [["mobile", "+1 614 555 0100"]],
    "region": "Ohio",
    "birthday": "--04-12",
    "notes": "met at the fair",
    "tags": ["Book club", "STEM"],
    "career": [["Lake School", "tutor"]],
    "extra": ["X-THING:1", "X-OTHER:2"],
}
BO = {"name": "Bo Able", "organization": "North School", "source_id": "7"}


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    """The format of these tests is one that netlog knows."""
    monkeypatch.setitem(incoming.MODULES, "plain", ("tests.cli.plain_format", "a plain file"))


@pytest.fixture
def file(home):
    """Write a file to import: file(people=[...]) -> its path."""

    def write(name="people.json", **given):
        path = home / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(plain_format.write(**given), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def bring(ok, file):
    """Import people (or what is named) and give the report."""

    def call(*people, words=(), today=None, **given):
        name = file(people=list(people), **given)
        return ok("import", name, *words, "--json", today=today).json

    return call


def fates(report):
    return [one["fate"] for one in report["records"]]


def contact(ok, ref="c1"):
    return ok("show", ref, "--json").json


def names(ok):
    return [one["name"] for one in ok("list-contacts", "--json", "--all").json]


def values(pairs):
    return [one["value"] for one in pairs]


# --- what a person brings


def test_a_person_becomes_a_contact_with_all_that_the_file_says(ok, bring):
    report = bring(ADA, BO)
    assert [(one["line"], one["ref"], one["fate"], one["why"]) for one in report["records"]] == [
        (1, "c1", "new", None),
        (2, "c2", "new", None),
    ]
    ada = contact(ok)
    plain = {key: ada[key] for key in ("name", "nickname", "organization", "title", "region", "birthday")}
    assert plain == {key: ADA[key] for key in plain}
    assert ada["emails"] == [{"label": "work", "value": "ada@example.org"}]
    assert ada["phones"] == [{"label": "mobile", "value": "+1 614 555 0100"}]
    assert (ada["notes"], ada["tags"]) == ("met at the fair", ["book-club", "stem"])
    assert [(one["organization"], one["title"]) for one in ada["career"]] == [("Lake School", "tutor")]
    ok("check")


def test_what_can_not_be_kept_is_left_out_and_said(ok, bring):
    bad = {
        **{"name": "Cy Late", "emails": [["", "nobody"], ["", "cy@example.org"]], "met_on": "2027-01-01"},
        **{"birthday": "2090-01-01", "title": "x" * 2000, "tags": ["...", ",:#"]},
    }
    report = bring(bad, remarks=["3 lines outside of any card"])
    why = report["records"][0]["why"]
    for word in ("'nobody' is no e-mail address", "2027-01-01", "2090-01-01", "title", "a tag is empty"):
        assert word in why, word
    cy = contact(ok)
    assert (values(cy["emails"]), cy["title"], cy["tags"]) == (["cy@example.org"], None, ["..."])


def test_somebody_without_a_name_is_skipped_with_why(ok, file):
    name = file(people=[{"name": "  "}, ADA], skipped=[{"line": 9, "why": "no card"}])
    result = ok("import", name, "--json")
    assert [(one["line"], one["fate"], one["ref"]) for one in result.json["records"]] == [
        (1, "skipped", None),
        (2, "new", "c1"),
        (9, "skipped", None),
    ]
    assert result.err.startswith("1 new, 0 merged, 0 unchanged, 2 skipped (1 ")
    assert "1 no card" in result.err


def test_remarks_on_the_whole_file_are_said_on_stderr(ok, file):
    name = file(people=[ADA], remarks=["2 lines outside of any card"])
    assert f"{name}: 2 lines outside of any card\n" in ok("import", name).err


def test_those_who_know_each_other_are_linked(ok, bring):
    bring({**ADA, "knows": ["Bo Able", "Nobody Known"]}, BO)
    assert [one["ref"] for one in contact(ok)["knows"]] == ["c2"]
    report = bring({**ADA, "knows": ["Bo Able", "Nobody Known"]}, BO)
    assert (report["step"], fates(report)) == (None, ["unchanged", "unchanged"])
    assert "knows Nobody Known, who is not in the log" in report["records"][0]["why"]


def test_a_link_that_was_taken_away_does_not_come_back(ok, bring):
    bring({**ADA, "knows": ["Bo Able"]}, BO)
    ok("edit", "c1", "knows-=c2")
    assert bring({**ADA, "knows": ["Bo Able"]}, BO)["step"] is None
    assert contact(ok)["knows"] == []


# --- again


def test_the_same_file_again_makes_no_step_and_touches_nothing(ok, bring, db):
    bring(ADA, BO)
    before = db.read_bytes()
    report = bring(ADA, BO, today="2026-05-01")
    assert (report["step"], fates(report)) == (None, ["unchanged", "unchanged"])
    assert db.read_bytes() == before


def test_a_changed_file_changes_just_that(ok, bring):
    bring(ADA, BO)
    before = contact(ok)
    newer = {**ADA, "title": "Head", "emails": [["work", "ada@example.org"], ["home", "ada@example.com"]]}
    report = bring(newer, BO, today="2026-05-01")
    assert fates(report) == ["merged", "unchanged"]
    after = contact(ok)
    assert (after["title"], values(after["emails"])) == ("Head", ["ada@example.org", "ada@example.com"])
    assert [one["title"] for one in after["career"]] == ["Teacher", "tutor"], "the old position is kept"
    same = set(before) - {"title", "emails", "career", "updated_at", "timeline"}
    assert {key: after[key] for key in same} == {key: before[key] for key in same}


def test_what_the_file_replaces_is_replaced_and_what_it_leaves_out_stays(ok, bring):
    bring({**ADA, "phones": [["mobile", "+1 614 555 0100"], ["work", "+1 614 555 0111"]]})
    bring(
        {
            **ADA,
            "phones": [["mobile", "+1 614 555 0122"], ["home", "+1 614 555 0111"]],
            "title": None,
            "tags": [],
        }
    )
    ada = contact(ok)
    assert ada["phones"] == [
        {"label": "home", "value": "+1 614 555 0111"},
        {"label": "mobile", "value": "+1 614 555 0122"},
    ]
    assert (ada["title"], ada["tags"]) == ("Teacher", ["book-club", "stem"])


def test_an_edit_by_hand_is_never_overwritten(ok, bring):
    bring(ADA)
    ok("edit", "c1", "title=Queen", "phone=mobile=0049 30 55501", "tag+=mine", "notes=")
    report = bring({**ADA, "title": "Head", "notes": "met twice", "region": "Iowa", "tags": ["stem", "new"]})
    ada = contact(ok)
    assert (ada["title"], ada["notes"], ada["region"]) == ("Queen", None, "Iowa")
    assert (values(ada["phones"]), ada["tags"]) == (["0049 30 55501"], ["mine", "new", "stem"])
    why = report["records"][0]["why"]
    assert "title: kept Queen, the file says Head" in why and "notes" in why
    again = bring({**ADA, "title": "Head", "notes": "met twice", "region": "Iowa", "tags": ["stem", "new"]})
    assert (again["step"], again["records"][0]["why"]) == (None, None)


@pytest.mark.parametrize(
    ("way", "updated_at", "title"),
    [
        ("keep", "2026-09-01T00:00:00.000000Z", "Queen"),
        ("theirs", None, "Head"),
        ("newest", "2026-09-01T00:00:00.000000Z", "Head"),
        ("newest", "2025-09-01T00:00:00.000000Z", "Queen"),
        ("newest", None, "Queen"),
        ("ask", "2026-09-01T00:00:00.000000Z", "Queen"),
    ],
)
def test_on_conflict_says_what_counts(ok, bring, way, updated_at, title):
    bring(ADA)
    ok("edit", "c1", "title=Queen")
    bring({**ADA, "title": "Head", "updated_at": updated_at}, words=("--on-conflict", way))
    assert contact(ok)["title"] == title


def test_asking_without_a_terminal_is_said(ok, file):
    assert "nobody could be asked" in ok("import", file(people=[ADA]), "--on-conflict", "ask").err


def test_another_way_is_a_usage_error(run, file, db):
    assert run("import", file(people=[ADA]), "--on-conflict", "mine").code == 2
    assert not db.exists()


# --- who is who


def test_a_uid_of_this_log_is_the_contact(ok, bring):
    ok("add-contact", "Ada Okafor-Brown")
    uid = contact(ok)["uid"]
    assert fates(bring({"name": "Ada O.", "uid": f"urn:uuid:{uid.upper()}"})) == ["unchanged"]
    assert names(ok) == ["Ada Okafor-Brown"]


def test_the_uid_counts_before_all_else(ok, bring):
    bring(ADA)
    other = {"name": "Bo Able", "emails": [["", "ada@example.org"]], "uid": "bo"}
    renamed = {**ADA, "name": "Ada Brown", "emails": [["", "brown@example.org"]]}
    assert fates(bring(other, renamed)) == ["new", "merged"]
    assert names(ok) == ["Ada Brown", "Bo Able"]


@pytest.mark.parametrize(
    ("person", "same"),
    [
        pytest.param({"name": "Ada Okafor", "emails": [["", "ADA@example.org"]]}, True, id="e-mail"),
        pytest.param({"name": "The Countess", "emails": [["", "ada@example.org"]]}, True, id="e-mail alone"),
        pytest.param({"name": "Ada B. Okafor", "phones": [["", "(614) 555-0100"]]}, True, id="phone"),
        pytest.param({"name": "Bo Able", "phones": [["", "(614) 555-0100"]]}, False, id="a shared phone"),
        pytest.param({"name": "Ada Marsh", "phones": [["", "614 555 0100"]]}, False, id="a namesake's phone"),
        pytest.param({"name": "ada OKAFOR", "organization": "hill school"}, True, id="name, organization"),
        pytest.param({"name": "Ada Okafor"}, True, id="name alone"),
        pytest.param({"name": "Ada Okafor", "organization": "South School"}, False, id="works elsewhere"),
        pytest.param({"name": "Ada"}, False, id="a first name"),
    ],
)
def test_people_are_found_by_email_phone_or_name(ok, bring, person, same):
    ok(
        *("add-contact", "Ada Okafor", "--email", "ada@example.org", "--phone", "+1 614 555 0100"),
        *("--organization", "Hill School"),
    )
    assert bring({**person, "uid": "x"})["new"] == (0 if same else 1)


def test_of_several_namesakes_the_one_who_works_there_is_meant(ok, bring):
    ok("add-contact", "Bo Able", "--organization", "South School")
    ok("add-contact", "Bo Able", "--organization", "North School", "--allow-duplicate")
    assert bring(BO)["records"][0]["ref"] == "c2"
    report = bring({"name": "Bo Able", "uid": "y"})
    assert (fates(report), report["records"][0]["why"]) == (["new"], "c1 has the same name")


def test_two_who_share_an_address_in_one_file_are_two(ok, bring):
    shared = [["home", "lees@example.org"]]
    people = (
        {"name": "Ann Lee", "uid": "ann", "emails": shared},
        {"name": "Bob Lee", "uid": "bob", "emails": shared},
    )
    assert fates(bring(*people)) == ["new", "new"]
    assert fates(bring(*people)) == ["unchanged", "unchanged"]
    assert fates(bring(*reversed(people))) == ["unchanged", "unchanged"]


def test_one_person_who_stands_there_under_two_ids_is_one(ok, bring):
    people = (
        {"name": "Ann Lee", "uid": "ann", "emails": [["", "ann@example.org"]]},
        {"name": "Ann B. Lee", "uid": "ann2", "emails": [["", "ann@example.org"]], "title": "Head"},
    )
    assert fates(bring(*people)) == ["new", "merged"]
    assert (names(ok), contact(ok)["title"]) == (["Ann Lee"], "Head")
    assert fates(bring(*people)) == ["unchanged", "unchanged"]


def test_two_entries_of_one_id_are_taken_together(ok, bring):
    people = (BO, BO, {**BO, "title": "Head", "organization": "South School"})
    report = bring(*people)
    assert fates(report) == ["new", "skipped", "merged"]
    assert "earlier in the file" in report["records"][1]["why"]
    assert "taken together with line 1; organization: that of line 1 counts" in report["records"][2]["why"]
    assert (contact(ok)["title"], contact(ok)["organization"]) == ("Head", "North School")
    assert bring(*people)["step"] is None


def test_somebody_without_an_id_is_known_again_by_a_new_name(ok, bring):
    nameless = {"name": "Ann Lee", "emails": [["", "ann@example.org"]], "title": "Head"}
    bring(nameless)
    assert fates(bring({**nameless, "name": "Ann Marsh", "title": "Director"})) == ["merged"]
    assert (names(ok), contact(ok)["title"]) == (["Ann Marsh"], "Director")


def test_a_contact_that_was_deleted_is_new_again(ok, bring):
    bring(ADA, occasions=[{"name": "Fair", "starts_on": "2026-01-10", "ends_on": "2026-01-10", "uid": "f"}])
    ok("delete", "c1", "e1", "--yes")
    assert fates(bring(ADA, occasions=[
        {"name": "Fair", "starts_on": "2026-01-10", "ends_on": "2026-01-10", "uid": "f"}
    ])) == ["new", "new"]  # fmt: skip
    ok("check")


# --- what has no place in a contact


def extras(ok):
    return ok("export", "json", "--include-private").json["extras"]


def test_unknown_lines_are_kept_and_follow_the_file(ok, bring, home):
    bring(ADA)
    assert extras(ok) == [
        {
            "contact": {"ref": "c1", "name": "Ada Okafor"},
            "format": "plain",
            "lines": ["X-THING:1", "X-OTHER:2"],
        }
    ]
    assert fates(bring({**ADA, "extra": ["X-OTHER:2", "X-NEW:3"]})) == ["merged"]
    assert extras(ok)[0]["lines"] == ["X-OTHER:2", "X-NEW:3"]
    there = ("--db", str(home / "there.db"))
    data = ok("export", "json", "--include-private").out
    ok("import", "json", "-", *there, stdin=data)
    assert ok("export", "json", "--include-private", *there).json["extras"] == extras(ok)
    assert ok("import", "json", "-", "--json", *there, stdin=data).json["step"] is None
    ok("undo")
    assert extras(ok)[0]["lines"] == ["X-THING:1", "X-OTHER:2"]
    ok("delete", "c1", "--yes")
    assert extras(ok) == []
    ok("check")


def test_lines_of_a_private_contact_stay(ok, bring):
    bring({**ADA, "private": True})
    data = ok("export", "json").json
    assert (data["extras"], data["sources"]) == ([], [])


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data["extras"].append(data["extras"][0]),
        lambda data: data["extras"][0]["lines"].append("X:\x07"),
        lambda data: data["extras"][0].update(contact={"ref": "c9", "name": "Nobody"}),
        lambda data: data["sources"][0].update(contact=None),
        lambda data: data["sources"][0].update(event={"ref": "c1", "name": "Ada"}),
    ],
)
def test_a_bad_section_of_a_document_is_refused(ok, run, bring, home, change):
    bring(ADA)
    data = ok("export", "json").json
    change(data)
    there = ("--db", str(home / "there.db"))
    result = run("import", "json", "-", *there, stdin=json.dumps(data))
    assert (result.code, result.out) == (6, ""), result.err
    assert result.err.count("\n") == 1


# --- events, conversations, tasks

FAIR = {
    **{
        "name": "STEM Fair",
        "starts_on": "2026-02-10",
        "ends_on": "2026-02-11",
        "place": "Hall",
        "uid": "fair",
    },
    "people": [["Ada Okafor", "ada@example.org"], ["Somebody Else", "else@example.org"]],
}
TALK = {
    "held_on": "2026-02-01",
    "summary": "About robots",
    "people": ["Ada Okafor", "Bo Able"],
    "place": "the café",
}
TASK = {"what": "Send slides", "due_on": "2026-03-10", "people": [["Ada Okafor", ""]], "uid": "task"}


def all_of(bring, **changed):
    given = {"occasions": [FAIR], "talks": [TALK], "todos": [TASK], **changed}
    return bring(ADA, BO, **given)


def test_events_conversations_and_tasks_come_with_their_people(ok, bring):
    report = all_of(bring)
    assert [one["ref"] for one in report["records"]] == ["c1", "e1", "t1", "f1", "c2"]
    assert report["records"][1]["why"] == "not in the log: Somebody Else"
    event, talk, task = (ok("show", ref, "--json").json for ref in ("e1", "t1", "f1"))
    assert (event["status"], event["place"], [one["ref"] for one in event["met"]]) == (
        "attended",
        "Hall",
        ["c1"],
    )
    assert ([one["ref"] for one in talk["contacts"]], talk["notes"]) == (["c1", "c2"], "at the café")
    assert (task["due_on"], task["status"], task["contacts"][0]["ref"]) == ("2026-03-10", "open", "c1")
    assert contact(ok)["last_conversation_on"] == "2026-02-01"
    again = all_of(bring)
    assert (again["step"], set(fates(again))) == (None, {"unchanged"})
    ok("check")
    data = ok("export", "json").json
    assert {
        key for one in data["sources"] for key in one if key != "seen" and isinstance(one[key], dict)
    } == {
        *("contact", "event", "conversation", "follow_up"),
    }


def test_a_changed_event_and_a_task_that_is_done_are_followed(ok, bring):
    all_of(bring)
    ok("edit", "f1", "due=2026-03-20")
    later = {**FAIR, "ends_on": "2026-02-12", "people": [*FAIR["people"], ["Bo Able", ""]]}
    done = {**TASK, "status": "done", "done_on": "2026-03-01", "due_on": "2026-03-11"}
    report = all_of(bring, occasions=[later], todos=[done])
    assert [one["fate"] for one in report["records"] if one["ref"][0] in "ef"] == ["merged", "merged"]
    event, task = (ok("show", ref, "--json").json for ref in ("e1", "f1"))
    assert (event["ends_on"], [one["ref"] for one in event["met"]]) == ("2026-02-12", ["c1", "c2"])
    assert (task["status"], task["done_on"], task["due_on"]) == ("done", "2026-03-01", "2026-03-20")


def test_events_to_come_and_cancelled_ones(ok, bring):
    coming = {**FAIR, "starts_on": "2026-06-01", "ends_on": "2026-06-02"}
    all_of(bring, occasions=[coming])
    event = ok("show", "e1", "--json").json
    assert (event["status"], [one["ref"] for one in event["to_meet"]]) == ("planned", ["c1"])
    all_of(bring, occasions=[{**coming, "cancelled": True}])
    assert ok("show", "e1", "--json").json["status"] == "skipped"


def test_what_is_in_the_log_already_is_not_doubled(ok, bring):
    ok("add-contact", "Ada Okafor", "--email", "ada@example.org")
    ok("add-event", "stem fair", "--on", "2026-02-10")
    ok("add-conversation", "About robots", "--with", "c1", "--on", "2026-02-01")
    ok("add-follow-up", "Send slides", "--due", "2026-03-10")
    assert all_of(bring)["new"] == 1, "Bo"
    for kind in ("events", "conversations", "follow-ups"):
        assert len(ok(f"list-{kind}", "--json").json) == 1


def test_a_conversation_with_nobody_known_or_to_come_is_skipped_with_why(ok, bring):
    report = bring(
        talks=[
            {**TALK, "people": ["No One"]},
            {"held_on": "2026-09-01", "summary": "Later", "people": ["Ada Okafor"]},
        ]
    )
    assert fates(report) == ["skipped", "skipped"]
    assert "not in the log: No One" in report["records"][0]["why"]
    assert "future" in report["records"][1]["why"]


# --- a step, a snapshot, undo


def kept(db: Path) -> list[str]:
    return sorted(one.name for one in db.parent.glob(f"{db.name}.before-*"))


def test_the_log_is_kept_before_the_first_import_of_a_day_that_changes_it(ok, bring, db):
    bring(ADA)
    assert kept(db) == [], "there was nothing to keep"
    ok("edit", "c1", "title=Queen")
    before = db.read_bytes()
    bring(ADA)
    bring(BO, words=("--dry-run",))
    assert kept(db) == [], "nothing was changed"
    bring(BO)
    assert kept(db) == ["netlog.db.before-import-2026-03-02"]
    assert ok("list-contacts", "--json", "--db", str(db.with_name(kept(db)[0]))).json[0]["title"] == "Queen"
    assert len(before) <= db.with_name(kept(db)[0]).stat().st_size
    bring({"name": "Cy"})
    assert len(kept(db)) == 1
    for day in range(3, 10):
        bring({"name": f"Di {day}"}, today=f"2026-03-{day:02}")
    assert kept(db) == [f"netlog.db.before-import-2026-03-{day:02}" for day in range(5, 10)]


def test_an_import_that_fails_leaves_no_copy(ok, run, bring, db, home, file):
    bring(ADA)
    assert run("import", file(people=[BO]), "--report", str(home / "no" / "where.csv")).code == 7
    assert (kept(db), names(ok)) == ([], ["Ada Okafor"])
    assert [one.name for one in home.iterdir() if ".new" in one.name] == []


def test_an_import_is_one_step_and_undo_takes_it_all_back(ok, bring):
    ok("add-contact", "Ada Okafor", "--email", "ada@example.org")
    before = ok("export", "json").json
    all_of(bring)
    assert len(ok("history", "--json").json) == 2
    after = ok("export", "json").json
    ok("undo")
    assert {**ok("export", "json").json, "exported_at": ""} == {**before, "exported_at": ""}
    ok("redo")
    assert {**ok("export", "json").json, "exported_at": ""} == {**after, "exported_at": ""}
    ok("check")


def test_tag_and_private_go_to_all_that_is_new_cadence_to_contacts(ok, bring):
    ok("add-contact", "Bo Able", "--organization", "North School")
    bring(
        *(ADA, BO),
        words=("--tag", "spring", "--private", "--cadence", "6w"),
        occasions=[FAIR], talks=[TALK], todos=[TASK],
    )  # fmt: skip
    for ref in ("c2", "e1", "t1", "f1"):
        one = ok("show", ref, "--json").json
        assert ("spring" in one["tags"], one["private"]) == (True, True), ref
    bo = contact(ok, "c1")
    assert (bo["tags"], bo["private"], bo["cadence"]) == ([], False, None)
    assert contact(ok, "c2")["cadence"] == 42


def test_a_report_has_every_record_with_why(ok, file, home):
    report = home / "report.csv"
    ok("import", file(people=[ADA, {"name": ""}], todos=[TASK]), "--report", str(report))
    rows = list(csv.DictReader(report.open(encoding="utf-8")))
    assert [(row["line"], row["ref"], row["fate"]) for row in rows] == [
        ("1", "c1", "new"),
        ("1", "f1", "new"),
        ("2", "", "skipped"),
    ]


# --- files, folders, archives


def zipped(members, **more):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in members.items():
            archive.writestr(path, content, **more)
    return data.getvalue()


def test_a_folder_is_read_by_name_without_what_is_hidden_or_half_written(ok, file, home):
    file("book/b.json", people=[BO])
    file("book/a.json", people=[ADA])
    file("book/below/c.json", people=[{"name": "Cy", "uid": "c"}])
    for name in (".hidden.json", "half.json.tmp", ".git/d.json"):
        file(f"book/{name}", people=[{"name": "Wrong"}])
    (home / "book" / "readme.txt").write_text("hello")
    report = ok("import", str(home / "book"), "--json").json
    assert [(Path(one["file"]).name, one["fate"]) for one in report["records"]] == [
        ("readme.txt", "skipped"),
        ("a.json", "new"),
        ("b.json", "new"),
        ("c.json", "new"),
    ]
    assert report["records"][0]["why"] == "no format that netlog knows"
    again = ok("import", "plain", str(home / "book"), "--json").json
    assert (again["unchanged"], again["skipped"], again["step"]) == (3, 1, None)


def test_a_zip_is_read_as_a_folder(ok, home):
    (home / "book.zip").write_bytes(
        zipped(
            {
                "book/b.json": plain_format.write(people=[BO]),
                "book/a.json": plain_format.write(people=[ADA]),
                "__MACOSX/book/._a.json": "x",
                "book/.DS_Store": "x",
            }
        )
    )
    report = ok("import", str(home / "book.zip"), "--json").json
    assert [(one["file"].rpartition("/")[2], one["fate"]) for one in report["records"]] == [
        ("a.json", "new"),
        ("b.json", "new"),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(zipped({"../a.json": "x"}), "leads elsewhere", id="up"),
        pytest.param(zipped({"/etc/a.json": "x"}), "leads elsewhere", id="absolute"),
        pytest.param(zipped({"C:\\a.json": "x"}), "leads elsewhere", id="drive"),
        pytest.param(zipped({"a.zip": zipped({"a.json": "x"})}), "a ZIP itself", id="nested"),
        pytest.param(zipped({"a.json": b"\0" * (65 << 20)}), "too large", id="bomb"),
        pytest.param(zipped({f"{n}.json": "x" for n in range(50_001)}), "more than 50,000 files", id="many"),
        pytest.param(zipped({"a.txt": "x"}), "no file that can be imported", id="nothing known"),
        pytest.param(zipped({}), "no file that can be imported", id="empty"),
        pytest.param(b"PK\x03\x04 no zip", "damaged", id="damaged"),
    ],
)
def test_a_zip_that_could_do_harm_is_refused_with_why(run, home, db, content, told):
    (home / "book.zip").write_bytes(content)
    result = run("import", "plain", str(home / "book.zip"))
    assert (result.code, result.out) == (6, "")
    assert told in result.err and result.err.count("\n") == 1
    assert not db.exists()


def test_an_encrypted_zip_is_refused(run, home, db):
    content = bytearray(zipped({"a.json": plain_format.write(people=[ADA])}))
    content[6] |= 1  # in the member's own header, and in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (home / "book.zip").write_bytes(content)
    result = run("import", str(home / "book.zip"))
    assert result.code == 6 and "is encrypted" in result.err


def test_one_bad_file_of_a_folder_is_told_and_the_rest_goes_in(ok, file, home):
    file("book/a.json", people=[ADA])
    (home / "book" / "b.json").write_text('{"plain"')
    report = ok("import", str(home / "book"), "--json").json
    assert (report["new"], report["skipped"]) == (1, 1)
    assert "not plain" in next(one["why"] for one in report["records"] if one["fate"] == "skipped")


def test_a_large_file_needs_no_limits(ok, run, home, db):
    big = home / "big.json"
    big.write_text(plain_format.write(people=[ADA]) + " " * (16 << 20))
    for words, stdin in (((str(big),), b""), (("-",), big.read_bytes())):
        result = run("import", *words, stdin=stdin)
        assert result.code == 6 and "16 MiB" in result.err and "--no-limits" in result.err
    assert not db.exists()
    assert ok("import", str(big), "--no-limits", "--json").json["new"] == 1
    assert ok("import", "-", "--no-limits", "--json", stdin=big.read_bytes()).json["unchanged"] == 1


def test_a_file_without_end_is_refused(run, db):
    result = run("import", "/dev/zero")
    assert result.code == 6 and "more than 16 MiB" in result.err
    assert not db.exists()


def test_many_records_need_no_limits(ok, run, file, monkeypatch):
    monkeypatch.setattr(incoming, "MOST_RECORDS", 3)
    name = file(people=[{"name": f"Person {n}"} for n in range(4)])
    result = run("import", name)
    assert result.code == 6 and "more than 3 records (--no-limits takes them all)" in result.err
    assert ok("import", name, "--no-limits", "--json").json["new"] == 4


def test_several_files_of_several_formats_are_one_step(ok, file, home):
    ok("add-contact", "Cy Marsh")
    ok("export", "json", "-o", str(home / "log.json"))
    there = ("--db", str(home / "there.db"))
    linked = (
        "First Name,Last Name,Email Address,Company,Position,Connected On\nAda,Okafor,ada@example.org,,,\n"
    )
    (home / "Connections.csv").write_text(linked)
    words = [file("a.json", people=[ADA]), str(home / "log.json"), str(home / "Connections.csv")]
    report = ok("import", *words, file("b.json", people=[{"name": "Cy Marsh"}]), "--json", *there).json
    assert fates(report) == ["new", "new", "unchanged", "unchanged"]
    assert len(ok("history", "--json", *there).json) == 1
    assert sorted(one["name"] for one in ok("list-contacts", "--json", *there).json) == [
        "Ada Okafor",
        "Cy Marsh",
    ]


def test_stdin_is_read_once(run, db):
    assert run("import", "-", "-", stdin=plain_format.write(people=[ADA])).code == 2
    assert not db.exists()


def test_completion_knows_the_formats(monkeypatch):
    monkeypatch.delitem(incoming.MODULES, "plain")
    assert set(completion._FORMATS["import"]) == set(incoming.formats())


# --- vCard, from the command line


def test_a_vcard_file_goes_in(ok, home):
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{name}\r\nEMAIL:{name}@example.org\r\nX-Z:1\r\nEND:VCARD\r\n"
    (home / "a.vcf").write_text(
        "".join(card.format(uid=n, name=name) for n, name in enumerate(("Ada", "Bo")))
    )
    assert ok("import", str(home / "a.vcf"), "--json").json["new"] == 2
    assert ok("import", "vcard", str(home / "a.vcf"), "--json").json["step"] is None
    assert contact(ok)["emails"][0]["value"] == "Ada@example.org"


# --- asking


def test_conflicts_are_asked_about_on_a_terminal_before_the_log_is_locked(ok, terminal, home):
    # LinkedIn's, as the terminal is a process of its own
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    row = "{},Example,https://www.linkedin.com/in/{},,Engines,{},12 Mar 2024\n"
    csv_file = home / "Connections.csv"
    csv_file.write_text(header + row.format("Ada", "ada", "Analyst") + row.format("Bo", "bo", "Analyst"))
    ok("import", str(csv_file))
    ok("edit", "c1", "title=Queen")
    ok("edit", "c2", "title=King")
    csv_file.write_text(header + row.format("Ada", "ada", "Head") + row.format("Bo", "bo", "Head"))
    child = terminal("import", str(csv_file))
    child.expect_exact("1/2  c1 Ada Example, title")
    child.expect_exact("yours:  Queen")
    child.expect_exact("theirs: Head")
    child.expect_exact("q quit: ")
    ok("add-contact", "Meanwhile")
    child.send("t")
    child.expect_exact("2/2  c2 Bo Example, title")
    child.expect_exact("q quit: ")
    child.send("k")
    rest, code = end(child)
    assert code == 0, rest
    assert [contact(ok, ref)["title"] for ref in ("c1", "c2")] == ["Head", "King"]


@pytest.mark.parametrize(("key", "code", "titles"), [("q", 1, ["Queen", "King"]), ("f", 0, ["Head", "Head"])])
def test_conflicts_can_be_settled_at_once_or_left(ok, terminal, home, db, key, code, titles):
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    row = "{},Example,https://www.linkedin.com/in/{},,Engines,{},12 Mar 2024\n"
    csv_file = home / "Connections.csv"
    csv_file.write_text(header + row.format("Ada", "ada", "Analyst") + row.format("Bo", "bo", "Analyst"))
    ok("import", str(csv_file))
    ok("edit", "c1", "title=Queen")
    ok("edit", "c2", "title=King")
    csv_file.write_text(header + row.format("Ada", "ada", "Head") + row.format("Bo", "bo", "Head"))
    child = terminal("import", str(csv_file))
    child.expect_exact("q quit: ")
    child.send(key)
    assert end(child)[1] == code
    assert [contact(ok, ref)["title"] for ref in ("c1", "c2")] == titles


def test_a_bar_is_drawn_on_a_terminal_alone(ok, terminal, home, process):
    header = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    rows = "".join(f"Ada,Number{n},,School,Teacher,12 Mar 2024\n" for n in range(1500))
    (home / "Connections.csv").write_text(header + rows)
    rest, code = end(terminal("import", str(home / "Connections.csv")))
    assert code == 0 and "writing" in rest and "1500 new" in rest
    done = process("import", str(home / "Connections.csv"))
    assert done.stderr == "0 new, 0 merged, 1,500 unchanged, 0 skipped\n"


# --- a document of the first version


def test_a_newer_document_of_version_1_leaves_what_it_could_not_say(ok, home):
    ok("add-contact", "Ada Okafor", "--need", "grants", "--career", "Lake School, tutor")
    ok("add-goal", "Meet", "--count", "contacts", "--per", "month", "--at-most", "--distinct", "region")
    data = ok("export", "json").json
    old = {**data, "version": 1}
    for one in old["contacts"]:
        for key in ("topics", "needs", "offers", "knows", "career"):
            del one[key]
        one.update(title="Head", updated_at="2026-04-01T12:00:00.000000Z")
    for one in old["goals"]:
        for key in ("distinct", "bound", "closed_on", "pauses", "amendments"):
            del one[key]
        one.update(title="Meet more", updated_at="2026-04-01T12:00:00.000000Z")
    report = ok("import", "json", "-", "--json", stdin=json.dumps(old), today="2026-04-02").json
    assert report["merged"] == 2
    ada, goal = contact(ok), ok("show", "g1", "--json").json
    assert (ada["title"], ada["needs"], ada["career"][0]["title"]) == ("Head", ["grants"], "tutor")
    assert (goal["title"], goal["bound"], goal["distinct"]) == ("Meet more", "max", "region")


# --- laws

NAMES = st.sampled_from(["Ada Okafor", "Bo Able", "Zoë 李", "Ann Lee", "Bob Lee", "Ann", "O’Neil"])
ADDRESSES = st.lists(
    st.tuples(
        st.sampled_from(["", "work"]), st.sampled_from(["a@example.org", "b@example.org", "c@x", "bad"])
    ),
    max_size=2,
).map(lambda pairs: [list(pair) for pair in pairs])
NUMBERS = st.lists(
    st.sampled_from([["", "614 555 0100"], ["home", "+1 (614) 555-0100"], ["", "4711"]]), max_size=2
)
SOME = st.sampled_from([None, "One", "Two", "two"])
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {"name": NAMES},
        optional={
            **{"uid": st.sampled_from(["u1", "u2", "u3"]), "source_id": st.sampled_from(["1", "2"])},
            **{"emails": ADDRESSES, "phones": NUMBERS, "title": SOME, "organization": SOME, "notes": SOME},
            **{"tags": st.lists(st.sampled_from(["a b", "c", "c "]), max_size=2)},
            **{"extra": st.lists(st.sampled_from(["X:1", "Y:2"]), max_size=2)},
            **{"knows": st.lists(NAMES, max_size=1), "birthday": st.sampled_from(["--02-29", "1990-01-01"])},
        },
    ),
    max_size=6,
)
PLACES = itertools.count()
MODEST = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@MODEST
@given(PEOPLE, PEOPLE)
def test_the_law_of_imports(ok, file, home, first, second):
    """Importing twice changes nothing the second time, undo brings back the start, an edit survives."""
    db = ("--db", str(home / f"law-{next(PLACES)}.db"))

    def export():
        return {**ok("export", "json", "--include-private", *db).json, "exported_at": ""}

    ok("import", file("first.json", people=first), *db)
    start = export()
    name = file("second.json", people=second)
    report = ok("import", name, "--json", *db).json
    assert len(report["records"]) == len(second)
    after = export()
    again = ok("import", name, "--json", *db).json
    assert (again["step"], again["new"]) == (None, 0)
    assert export() == after
    if report["step"]:
        ok("undo", *db)
        assert export() == start
        ok("redo", *db)
    for ref in {one["ref"] for one in report["records"] if one["ref"]}:
        ok("edit", ref, "title=By hand", "--fix", *db)
    ok("import", file("third.json", people=[{**one, "title": "Of the file"} for one in second]), *db)
    titles = {one["ref"]: one["title"] for one in ok("list-contacts", "--json", "--all", *db).json}
    assert {titles[one["ref"]] for one in report["records"] if one["ref"]} <= {"By hand"}
    assert ok("check", "--json", *db).json["ok"]
