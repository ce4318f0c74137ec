"""`netlog import`: LinkedIn's files, whole, from the command line into the log."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

NOTES = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are ""missing"".'
    ' You will only see those of connections who allow it."\n'
    "\n"
)
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
WITHOUT_URL = "First Name,Last Name,Email Address,Company,Position,Connected On"
ADA = "Ada,Example,https://www.linkedin.com/in/ada-example,ada@example.org,Engines Ltd,Analyst,12 Mar 2024"
BO = "Bo,Able,https://www.linkedin.com/in/bo-able,,North School,Teacher,03 Feb 2022"


def table(*rows: str, header: str = HEADER, notes: str = NOTES) -> str:
    return notes + "\n".join([header, *rows, ""])


@pytest.fixture
def file(home):
    """Write a file to import: file("table text") -> its path as text."""

    def write(content: str | bytes, name: str = "Connections.csv") -> str:
        path = home / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


def steps(ok):
    return ok("history", "--json").json


def fates(result):
    return [one["fate"] for one in result.json["records"]]


# --- the shapes that real files have


def test_import_makes_a_contact_of_every_connection(ok, file):
    result = ok("import", "linkedin", file(table(ADA, BO)), "--json")
    report = result.json
    assert {key: report[key] for key in ("step", "new", "merged", "unchanged", "skipped")} == {
        "step": 1,
        "new": 2,
        "merged": 0,
        "unchanged": 0,
        "skipped": 0,
    }
    assert [(one["line"], one["ref"], one["fate"], one["why"]) for one in report["records"]] == [
        (5, "c1", "new", None),
        (6, "c2", "new", None),
    ]
    assert result.err == "2 new, 0 merged, 0 unchanged, 0 skipped\n"
    ada, bo = (ok("show", ref, "--json").json for ref in ("c1", "c2"))
    assert ada["name"] == "Ada Example"
    assert ada["organization"] == "Engines Ltd"
    assert ada["title"] == "Analyst"
    assert ada["met_on"] == "2024-03-12"
    assert ada["met_via"] == "LinkedIn"
    assert ada["status"] == "active"
    assert ada["emails"] == [{"label": None, "value": "ada@example.org"}]
    assert ada["links"] == [{"label": "linkedin", "value": "https://www.linkedin.com/in/ada-example"}]
    assert (bo["emails"], bo["met_on"]) == ([], "2022-02-03")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(table(ADA).encode(), id="preamble"),
        pytest.param(table(ADA, notes="").encode(), id="no preamble"),
        pytest.param(table(ADA).encode("utf-8-sig"), id="bom"),
        pytest.param(table(ADA).replace("\n", "\r\n").encode("utf-8-sig"), id="crlf"),
        pytest.param(table(ADA.replace("12 Mar 2024", "12-Mar-24"), notes="").encode(), id="excel date"),
        pytest.param(table(ADA, ",,,,,,", ",,,,,,").encode(), id="rows of commas"),
        pytest.param(table(ADA, notes="").encode("utf-16"), id="utf-16"),
        pytest.param(
            table(ADA.replace(",", ";"), header=HEADER.replace(",", ";"), notes="").encode(), id="semicolons"
        ),
    ],
)
def test_import_reads_the_shapes_of_a_real_file(ok, file, content):
    report = ok("import", file(content), "--json").json
    assert (report["new"], report["skipped"], len(report["records"])) == (1, 0, 1)
    ada = ok("show", "Ada Example", "--json").json
    assert (ada["met_on"], ada["organization"], ada["title"]) == ("2024-03-12", "Engines Ltd", "Analyst")


def test_import_reads_quoted_commas_and_every_script(ok, file):
    row = '"Zoë",李,https://www.linkedin.com/in/zoe,,"Able, Baker & Co","Teacher, ""Physics""",7-Feb-22'
    ok("import", file(table(row, "=1+1,[/items],,,[bold]x,,")))
    zoe = ok("show", "c1", "--json").json
    assert zoe["name"] == "Zoë 李"
    assert zoe["organization"] == "Able, Baker & Co"
    assert zoe["title"] == 'Teacher, "Physics"'
    assert zoe["met_on"] == "2022-02-07"
    assert ok("list-contacts", "--json").json[0]["name"] == "=1+1 [/items]"
    assert "=1+1 [/items]" in ok("list-contacts", "-f", "table").out


def test_import_reads_the_zip_that_linkedin_sends(ok, file):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Basic_LinkedInDataExport/Profile.csv", "x\n")
        archive.writestr("Basic_LinkedInDataExport/Connections.csv", table(ADA, BO))
    assert ok("import", file(packed.getvalue(), "export.zip"), "--json").json["new"] == 2


def test_import_reads_standard_input(ok):
    report = ok("import", "linkedin", "-", "--json", stdin=table(ADA)).json
    assert report["records"][0]["file"] == "-"
    assert ok("import", "-", "--json", stdin=table(ADA)).json["unchanged"] == 1


def test_import_says_which_lines_could_not_be_used(ok, run, file):
    report = ok("import", file(table(ADA, "C\x01y,Bad,,,,,", BO)), "--json").json
    assert [(one["line"], one["fate"]) for one in report["records"]] == [
        (5, "new"),
        (6, "skipped"),
        (7, "new"),
    ]
    assert "control character" in report["records"][1]["why"]
    assert report["records"][1]["ref"] is None


def test_import_leaves_out_what_cannot_be_and_says_so(ok, file):
    late = "Cy,Late,https://www.linkedin.com/in/cy,not an address,,,12 Mar 2027"
    report = ok("import", file(table(late)), "--json").json
    assert report["new"] == 1 and report["records"][0]["why"]
    cy = ok("show", "c1", "--json").json
    assert (cy["met_on"], cy["emails"]) == (None, [])


def test_import_tells_a_person_the_counts_and_what_needs_a_look(ok, file):
    result = ok("import", file(table(ADA, "C\x01y,Bad,,,,,")), "-f", "table")
    assert result.out.startswith("1 new, 0 merged, 0 unchanged, 1 skipped.  step 1\n")
    assert "control character" in result.out
    assert "Ada" not in result.out
    assert result.err == ""


def test_import_prints_one_line_a_record_in_a_pipe(ok, file):
    result = ok("import", file(table(ADA)))
    assert result.out.split("\t")[1:4] == ["5", "c1", "new"]
    assert result.err == "1 new, 0 merged, 0 unchanged, 0 skipped\n"


# --- the same file again, and a changed one


def test_import_of_the_same_file_again_changes_nothing_and_says_so(ok, file, db):
    name = file(table(ADA, BO))
    ok("import", name)
    before = db.read_bytes()
    result = ok("import", name, "--json", today="2026-04-01")
    assert fates(result) == ["unchanged", "unchanged"]
    assert (result.json["step"], result.json["unchanged"]) == (None, 2)
    assert result.err == "0 new, 0 merged, 2 unchanged, 0 skipped\n"
    assert db.read_bytes() == before
    assert ok("import", name, "-f", "table").out == "0 new, 0 merged, 2 unchanged, 0 skipped.\n"


def test_import_of_a_changed_file_changes_just_that(ok, file):
    ok("import", file(table(ADA, BO)))
    newer = ADA.replace("Engines Ltd,Analyst", "Looms Ltd,Director")
    result = ok("import", file(table(newer, BO)), "--json")
    assert fates(result) == ["merged", "unchanged"]
    ada = ok("show", "c1", "--json").json
    assert (ada["organization"], ada["title"]) == ("Looms Ltd", "Director")
    assert ada["met_on"] == "2024-03-12"
    assert len(ok("list-contacts", "--json").json) == 2


def test_import_does_not_write_over_what_the_user_edited(ok, file):
    ok("import", file(table(ADA)))
    ok("edit", "c1", "title=Head of Looms", "notes=mine")
    newer = ADA.replace("Engines Ltd,Analyst", "Looms Ltd,Director")
    assert fates(ok("import", file(table(newer)), "--json")) == ["merged"]
    ada = ok("show", "c1", "--json").json
    assert (ada["title"], ada["organization"], ada["notes"]) == ("Head of Looms", "Looms Ltd", "mine")


def test_import_does_not_bring_back_what_the_user_took_out(ok, file):
    ok("import", file(table(ADA)))
    ok("edit", "c1", "title=", "email=", "link=")
    assert fates(ok("import", file(table(ADA)), "--json")) == ["unchanged"]
    ada = ok("show", "c1", "--json").json
    assert (ada["title"], ada["emails"], ada["links"]) == (None, [], [])


def test_import_does_not_clear_what_the_file_no_longer_says(ok, file):
    ok("import", file(table(ADA)))
    silent = ADA.replace("ada@example.org,Engines Ltd,Analyst", ",,")
    assert fates(ok("import", file(table(silent)), "--json")) == ["unchanged"]
    ada = ok("show", "c1", "--json").json
    assert (ada["title"], ada["emails"][0]["value"]) == ("Analyst", "ada@example.org")


def test_import_knows_a_profile_however_its_address_is_written(ok, file):
    ok("import", file(table(ADA)))
    other = ADA.replace("https://www.linkedin.com/in/ada-example", "http://uk.linkedin.com/in/Ada-Example/")
    other = other.replace("ada@example.org", "").replace("Ada,Example", "Ada,Newname")
    assert fates(ok("import", file(table(other)), "--json")) == ["merged"]
    assert [one["name"] for one in ok("list-contacts", "--json").json] == ["Ada Newname"]


# --- who is who


def test_import_matches_a_contact_of_the_log_by_email(ok, file):
    ok("add-contact", "Ada K. Example", "--email", "work=ADA@example.org", "--title", "Countess")
    assert fates(ok("import", file(table(ADA)), "--json")) == ["merged"]
    ada = ok("show", "c1", "--json").json
    assert (ada["name"], ada["title"]) == ("Ada K. Example", "Countess"), "what was there stays"
    assert (ada["organization"], ada["met_on"]) == ("Engines Ltd", "2024-03-12"), "what was missing comes"
    assert ada["emails"] == [{"label": "work", "value": "ADA@example.org"}]


@pytest.mark.parametrize(
    ("organization", "same"),
    [("North School", True), ("NORTH  SCHOOL", True), (None, True), ("South School", False)],
)
def test_import_matches_a_name_only_where_the_organization_fits(ok, file, organization, same):
    ok("add-contact", "bo ABLE", *(["--organization", organization] if organization else []))
    assert fates(ok("import", file(table(BO)), "--json")) == ["merged" if same else "new"]
    assert len(ok("list-contacts", "--json").json) == (1 if same else 2)


def test_import_does_not_guess_between_namesakes_of_the_log(ok, file):
    ok("add-contact", "Bo Able")
    ok("add-contact", "Bo Able", "--allow-duplicate")
    assert fates(ok("import", file(table(BO)), "--json")) == ["new"]


def test_import_keeps_two_namesakes_of_a_file_apart(ok, file):
    namesake = BO.replace("bo-able", "bo-able-2").replace("North", "South")
    name = file(table(BO, namesake))
    assert fates(ok("import", name, "--json")) == ["new", "new"]
    assert fates(ok("import", name, "--json")) == ["unchanged", "unchanged"]
    assert {one["organization"] for one in ok("list-contacts", "--json").json} == {
        "North School",
        "South School",
    }


def test_import_takes_a_connection_that_stands_twice_once(ok, file):
    result = ok("import", file(table(BO, BO)), "--json")
    assert fates(result) == ["new", "skipped"]
    assert "earlier in the file" in result.json["records"][1]["why"]


def test_import_knows_people_of_an_older_file_without_urls(ok, file):
    rows = (
        "Ada,Example,ada@example.org,Engines Ltd,Analyst,12 Mar 2024",
        "Bo,Able,,Old School,Pupil,03 Feb 2022",
    )
    old = table(*rows, header=WITHOUT_URL)
    new = table(ADA, BO)
    assert fates(ok("import", file(old), "--json")) == ["new", "new"]
    assert fates(ok("import", file(new), "--json")) == ["merged", "merged"]
    assert fates(ok("import", file(new), "--json")) == ["unchanged", "unchanged"]
    assert [one["name"] for one in ok("list-contacts", "--json").json] == ["Ada Example", "Bo Able"]
    assert ok("show", "Bo Able", "--json").json["links"][0]["value"].endswith("/bo-able")


def test_import_of_an_older_file_after_a_newer_doubles_nobody(ok, file):
    ok("import", file(table(ADA, BO)))
    old = table("Bo,Able,,North School,Teacher,03 Feb 2022", header=WITHOUT_URL)
    assert fates(ok("import", file(old), "--json")) == ["unchanged"]
    assert len(ok("list-contacts", "--json").json) == 2


def test_import_keeps_namesakes_apart_that_connected_on_one_day(ok, file):
    ok("import", file(table("Bo,Able,,North School,,03 Feb 2022", header=WITHOUT_URL)))
    namesake = BO.replace("bo-able", "bo-able-2")
    assert fates(ok("import", file(table(BO, namesake)), "--json")) == ["merged", "new"]
    third = BO.replace("bo-able", "bo-able-3")
    assert fates(ok("import", file(table(third)), "--json")) == ["new"]


def test_import_does_not_take_two_profiles_for_one_person(ok, file):
    ok("import", file(table(BO)))
    assert fates(ok("import", file(table(BO.replace("bo-able", "bo-able-2"))), "--json")) == ["new"]


def test_import_takes_no_contact_for_two_people_of_one_file(ok, file):
    ok("import", file(table(BO)))
    rows = ("Bo,Able,bo@example.org,,,03 Feb 2022", "Bo,Able,,,,03 Feb 2022")
    assert fates(ok("import", file(table(*rows, header=WITHOUT_URL)), "--json")) == ["merged", "new"]


# --- options


def test_import_gives_tag_cadence_and_private_to_new_contacts_only(ok, file):
    ok("add-contact", "Ada Example", "--email", "ada@example.org", "--tag", "old")
    words = ("--tag", "linkedin", "--tag", "Fall,x", "--cadence", "6w", "--private")
    assert fates(ok("import", file(table(ADA, BO)), *words, "--json")) == ["merged", "new"]
    ada, bo = (ok("show", ref, "--json").json for ref in ("c1", "c2"))
    assert (ada["tags"], ada["cadence"], ada["private"]) == (["old"], None, False)
    assert (bo["tags"], bo["cadence"], bo["private"]) == (["fall", "linkedin", "x"], 42, True)


@pytest.mark.parametrize("words", [("--tag", "two words"), ("--cadence", "often"), ("--tag", "a:b")])
def test_import_refuses_bad_options_before_anything_is_done(run, file, db, words):
    result = run("import", file(table(ADA)), *words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error: ") and result.err.count("\n") == 1
    assert not db.exists()


def test_import_dry_run_shows_what_it_would_do_and_does_not(ok, file, db):
    ok("add-contact", "Ada Example", "--email", "ada@example.org")
    before = db.read_bytes()
    result = ok("import", file(table(ADA, BO)), "--dry-run", "--json")
    assert fates(result) == ["merged", "new"]
    assert "dry run: nothing was changed" in result.err
    assert db.read_bytes() == before


def test_import_dry_run_makes_no_log(ok, file, db):
    assert fates(ok("import", file(table(ADA)), "--dry-run", "--json")) == ["new"]
    assert not db.exists()


def test_import_writes_a_report_of_every_record(ok, file, home):
    report = home / "report.csv"
    ok("import", file(table(ADA, "C\x01y,Bad,,,,,", BO)), "--report", str(report))
    rows = list(csv.DictReader(report.open(encoding="utf-8")))
    assert [(row["line"], row["ref"], row["fate"]) for row in rows] == [
        ("5", "c1", "new"),
        ("6", "", "skipped"),
        ("7", "c2", "new"),
    ]
    assert "control character" in rows[1]["why"]


def test_import_changes_nothing_where_the_report_cannot_be_written(run, ok, file, home):
    result = run("import", file(table(ADA)), "--report", str(home / "nowhere" / "report.csv"))
    assert (result.code, result.out) == (7, "")
    assert ok("list-contacts", "--json").json == []


def test_import_does_not_write_its_report_over_what_it_reads_or_the_log(run, ok, file, db):
    ok("add-contact", "Bo Able")
    name = file(table(ADA))
    for precious in (name, str(db)):
        before = Path(precious).read_bytes()
        result = run("import", name, "--report", precious)
        assert (result.code, result.out) == (5, "")
        assert Path(precious).read_bytes() == before


def test_import_takes_several_files_in_one_step(ok, file):
    first, second = file(table(ADA), "one.csv"), file(table(ADA, BO), "two.csv")
    report = ok("import", first, second, "--json").json
    assert [(Path(one["file"]).name, one["ref"], one["fate"]) for one in report["records"]] == [
        ("one.csv", "c1", "new"),
        ("two.csv", "c1", "unchanged"),
        ("two.csv", "c2", "new"),
    ]
    assert (report["new"], report["unchanged"], report["step"]) == (2, 1, 1)
    assert len(steps(ok)) == 1


def test_import_with_a_key_is_done_once(ok, file):
    name = file(table(ADA))
    ok("import", name, "--key", "monday")
    again = ok("import", name, "--key", "monday", "--json")
    assert "done before" in again.err
    assert len(steps(ok)) == 1


def test_undo_takes_a_whole_import_back_and_redo_brings_it(ok, file):
    ok("add-contact", "Ada Example", "--email", "ada@example.org")
    before = ok("show", "c1", "--json").out
    ok("import", file(table(ADA, BO)), "--tag", "linkedin")
    after = ok("list-contacts", "--json").out
    ok("undo")
    assert [one["ref"] for one in ok("list-contacts", "--json").json] == ["c1"]
    assert ok("show", "c1", "--json").out == before
    ok("redo")
    assert ok("list-contacts", "--json").out == after
    ok("check")


def test_import_after_an_undo_begins_anew(ok, file):
    name = file(table(ADA))
    ok("import", name)
    ok("undo")
    assert fates(ok("import", name, "--json")) == ["new"]


def test_import_begins_anew_with_a_contact_that_was_deleted(ok, file):
    name = file(table(ADA))
    ok("import", name)
    ok("delete", "c1", "--yes")
    assert fates(ok("import", name, "--json")) == ["new"]
    ok("check")


# --- what is no file of LinkedIn's


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        pytest.param(b"a,b\n1,2\n", 6, "neither LinkedIn", id="other csv"),
        pytest.param(b"", 6, "neither LinkedIn", id="empty"),
        pytest.param(b"\x00\x01\x02\xff" * 9, 6, "neither LinkedIn", id="bytes"),
        pytest.param(table(ADA).encode() + b"Zo\xeb,X,,,,,\n", 6, "line 6 is not UTF-8", id="latin-1"),
        pytest.param((table(ADA) + '"Zo,X\n').encode(), 6, "quotation mark", id="open quote"),
        pytest.param(b"PK\x03\x04 no zip", 6, "", id="broken zip"),
    ],
)
@pytest.mark.parametrize("format", [(), ("linkedin",)], ids=["guessed", "named"])
def test_import_refuses_what_it_cannot_read(run, ok, file, db, content, code, told, format):
    ok("add-contact", "Bo Able")
    before = db.read_bytes()
    result = run("import", *format, file(content))
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("error: ") and result.err.count("\n") == 1
    assert told in result.err or format
    assert db.read_bytes() == before


def test_import_of_a_missing_file_or_a_folder_changes_nothing(run, home, db):
    for name, code in ((str(home / "none.csv"), 3), (str(home), 6)):
        result = run("import", "linkedin", name)
        assert (result.code, result.out) == (code, "")
        assert result.err.startswith("error: ") and result.err.count("\n") == 1
        assert "nothing was changed" in result.err
    assert not db.exists()


def test_import_without_a_file_is_a_usage_error(run):
    for words in (("import",), ("import", "linkedin"), ("import", "json")):
        result = run(*words)
        assert result.code == 2 and result.err.count("\n") == 1


@pytest.mark.parametrize("bad", [b"a,b\n1,2\n", None])
def test_import_brings_in_nothing_where_one_of_the_files_is_bad(run, file, home, db, bad):
    good = file(table(ADA))
    other = file(bad, "bad.csv") if bad else str(home / "missing.csv")
    assert run("import", good, other).code == (6 if bad else 3)
    assert not db.exists()
