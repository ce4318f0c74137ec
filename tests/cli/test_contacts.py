"""add-contact: every option, the JSON of the contract, duplicates, and many at once from stdin."""

import json

import pytest

from tests.answers import refused

TODAY = "2026-03-02"  # as conftest pins it

KEYS = [
    "ref",
    "type",
    "uid",
    "name",
    "nickname",
    "organization",
    "title",
    "emails",
    "phones",
    "links",
    "handles",
    "region",
    "setting",
    "sector",
    "specialty",
    "level",
    "roles",
    "topics",
    "needs",
    "offers",
    "knows",
    "career",
    "met_on",
    "met_at",
    "met_through",
    "met_via",
    "cadence",
    "tier",
    "status",
    "birthday",
    "last_conversation_on",
    "next_contact_on",
    "snoozed_until",
    "tags",
    "notes",
    "private",
    "created_at",
    "updated_at",
]
EMPTY_LISTS = {
    *("emails", "phones", "links", "handles", "roles", "tags"),
    *("topics", "needs", "offers", "knows", "career"),
}


def names(ok):
    return [one["name"] for one in ok("list-contacts", "--all", "--json").json]


def test_contact_alone_has_every_key_of_the_contract_and_its_defaults(ok):
    ada = ok("add-contact", "Ada Example", "--json").json
    assert list(ada) == KEYS
    assert ada["ref"] == "c1" and ada["type"] == "contact" and ada["name"] == "Ada Example"
    assert ada["status"] == "active" and ada["private"] is False
    assert ada["created_at"] == ada["updated_at"] == f"{TODAY}T12:00:00.000000Z"
    assert {key for key in KEYS if ada[key] == []} == EMPTY_LISTS
    known = {"ref", "type", "uid", "name", "status", "private", "created_at", "updated_at"} | EMPTY_LISTS
    assert all(ada[key] is None for key in KEYS if key not in known)


def test_contact_keeps_every_option(ok):
    ok("add-event", "PlainConf", "--on", "2026-02-01..2026-02-02")
    ok("add-contact", "Gus Between")
    given = {
        "nickname": "Ade",
        "organization": "Sample High School",
        "title": "Librarian",
        "region": "Ohio",
        "setting": "rural",
        "sector": "K-12",
        "specialty": "Data literacy",
        "level": "state",
        "met-via": "Mastodon",
        "tier": "close",
        "status": "target",
        "notes": "First line\nSecond line",
    }
    words = [word for option, value in given.items() for word in (f"--{option}", value)]
    words += ["--met", "2026-02-01", "--met-at", "plainconf", "--met-through", "gus", "--cadence", "6w"]
    words += [
        "--email",
        "work=ada@example.org",
        "--email",
        "ada@home.example.org",
        "--phone",
        "home=+1 555 0100",
    ]
    words += ["--link", "https://example.org/?q=1&r=2", "--handle", "mastodon=@ada@example.org"]
    words += ["--role", "mentor=2024-01-01..2025-06-30", "--role", "peer", "--role", "speaker=2025-02-03"]
    words += ["--topic", "Grading", "--need", "grants,slides", "--offer", "code", "--knows", "gus"]
    words += ["--career", "Old School, teacher=2015..2019-06", "--career", "First Bank"]
    words += ["--tag", "Maths,#ict", "--tag", "maths", "--birthday", "12 Apr 1990", "--private"]
    ada = ok("add-contact", "Ada Example", *words, "--json").json
    for option, value in given.items():
        assert ada[option.replace("-", "_")] == value
    assert ada["met_on"] == "2026-02-01" and ada["cadence"] == 42 and ada["birthday"] == "1990-04-12"
    assert ada["met_at"] == {"ref": "e1", "name": "PlainConf"}
    assert ada["met_through"] == {"ref": "c1", "name": "Gus Between"}
    assert ada["emails"] == [
        {"label": "work", "value": "ada@example.org"},
        {"label": None, "value": "ada@home.example.org"},
    ]
    assert ada["phones"] == [{"label": "home", "value": "+1 555 0100"}]
    assert ada["links"] == [{"label": None, "value": "https://example.org/?q=1&r=2"}]
    assert ada["handles"] == [{"label": "mastodon", "value": "@ada@example.org"}]
    assert ada["roles"] == [
        {"role": "mentor", "since": "2024-01-01", "until": "2025-06-30"},
        {"role": "peer", "since": None, "until": None},
        {"role": "speaker", "since": "2025-02-03", "until": None},
    ]
    assert (ada["topics"], ada["needs"], ada["offers"]) == (["grading"], ["grants", "slides"], ["code"])
    assert ada["knows"] == [{"ref": "c1", "name": "Gus Between"}]
    assert ada["career"] == [
        {"organization": "Old School", "title": "teacher", "since": "2015-01-01", "until": "2019-06-30"},
        {"organization": "First Bank", "title": None, "since": None, "until": None},
    ]
    assert ada["tags"] == ["ict", "maths"] and ada["private"] is True
    shown = ok("show", "c2", "--json").json
    assert {key: shown[key] for key in KEYS} == ada


def test_contact_is_printed_as_one_line_of_tsv_and_as_its_ref(ok):
    made = ok("add-contact", "Ada Example", "--organization", "Sample High", "--tag", "x", "--cadence", "1w")
    assert made.out == "c1\tAda Example\tSample High\t\t\t\t2026-03-09\tx\n"
    assert made.err == ""
    assert ok("add-contact", "Bo Example", "-f", "ids").out == "c2\n"


def test_contact_table_shows_the_name_and_what_was_given(ok):
    card = ok("add-contact", "Ada Example", "--region", "Ohio", "-f", "table").out
    assert "Ada Example" in card and "Ohio" in card and "c1" in card


@pytest.mark.parametrize(
    ("option", "word", "key", "kept"),
    [
        ("--birthday", "1990-04-12", "birthday", "1990-04-12"),
        ("--birthday", "04-12", "birthday", "--04-12"),
        ("--birthday", "--04-12", "birthday", "--04-12"),
        ("--birthday", "12 Apr", "birthday", "--04-12"),
        ("--birthday", "Apr 12", "birthday", "--04-12"),
        ("--birthday", "29 Feb", "birthday", "--02-29"),
        ("--birthday", TODAY, "birthday", TODAY),
        ("--cadence", "90", "cadence", 90),
        ("--cadence", "90d", "cadence", 90),
        ("--cadence", "2 months", "cadence", 60),
        ("--cadence", "every 6 weeks", "cadence", 42),
        ("--cadence", "monthly", "cadence", 30),
        ("--cadence", "none", "cadence", 0),
        ("--cadence", "inner", "cadence", 30),
        ("--met", "yesterday", "met_on", "2026-03-01"),
        ("--met", "fri", "met_on", "2026-02-27"),
        ("--met", "today", "met_on", TODAY),
        ("--sector", "k12", "sector", "K-12"),
        ("--sector", "Circus", "sector", "Circus"),
        ("--setting", "RURAL", "setting", "rural"),
        ("--status", "Archived", "status", "archived"),
        ("--tag", "#Maths", "tags", ["maths"]),
        ("--role", "Mentor", "roles", [{"role": "mentor", "since": None, "until": None}]),
        (
            "--role",
            "mentor=..2025-01-01",
            "roles",
            [{"role": "mentor", "since": None, "until": "2025-01-01"}],
        ),
        ("--role", "Juggler", "roles", [{"role": "juggler", "since": None, "until": None}]),
    ],
)
def test_contact_option_reads_a_word(ok, option, word, key, kept):
    assert ok("add-contact", "Ada", f"{option}={word}", "--json").json[key] == kept


@pytest.mark.parametrize(
    ("option", "word", "said"),
    [
        ("--birthday", "1990-02-29", "February 1990 has 28 days"),
        ("--birthday", "2026-03-03", "in the future"),
        ("--birthday", "sometime", "is not a birthday"),
        ("--cadence", "often", "is not a cadence"),
        ("--cadence", "11y", "is not a cadence"),
        ("--met", "2026-03-03", "in the future"),
        ("--met", "2026-02-30", "is not a date"),
        ("--level", "galactic", "one of: building"),
        ("--setting", "lunar", "one of: urban"),
        ("--tier", "outer", "one of: inner"),
        ("--status", "gone", "one of: target"),
        ("--email", "nobody", "no e-mail address"),
        ("--email", "a@b@example.org", "no e-mail address"),
        ("--phone", "", "the phone is empty"),
        ("--tag", "two words", "no tag"),
        ("--role", "", "the role is empty"),
        ("--role", "mentor=2025-01-01..2024-01-01", "before it starts"),
        ("--role", "mentor=soon", "is not a date"),
    ],
)
def test_contact_option_refuses_a_word(run, db, option, word, said):
    refused(run("add-contact", "Ada", option, word), 2, said)
    assert not db.exists()


@pytest.mark.parametrize("option", ["--met-at", "--met-through"])
def test_contact_met_somewhere_unknown_is_not_added(run, ok, option):
    ok("add-contact", "Gus Between")
    refused(run("add-contact", "Ada", option, "Nowhere"), 3, "'Nowhere'")
    assert names(ok) == ["Gus Between"]


def test_contact_met_through_an_event_is_refused(run, ok):
    ok("add-event", "PlainConf", "--on", "2026-02-01")
    refused(run("add-contact", "Ada", "--met-through", "e1"), 3, "e1 is", "not a contact")


@pytest.mark.parametrize("status", ["target", "active"])
def test_contact_with_a_cadence_is_next_due_from_when_they_met(ok, status):
    words = ("--cadence", "10d", "--met", "2026-02-25", "--status", status)
    assert ok("add-contact", "Ada", *words, "--json").json["next_contact_on"] == "2026-03-07"


@pytest.mark.parametrize("words", [("--cadence", "none", "--tier", "inner"), ("--status", "archived")])
def test_contact_without_a_cadence_or_archived_is_never_due(ok, words):
    assert ok("add-contact", "Ada", "--tier", "close", *words, "--json").json["next_contact_on"] is None


def test_contact_notes_come_from_stdin(ok):
    ada = ok("add-contact", "Ada", "--notes", "-", "--json", stdin="One\r\n\r\nTwo  \n").json
    assert ada["notes"] == "One\n\nTwo"


# the same contact twice


@pytest.mark.parametrize(
    "words",
    [
        ("Ada Example",),
        ("ADA  example",),
        ("Adá Exämple",),
        ("Someone Else", "--email", "ADA@example.org"),
        ("Someone Else", "--email", "new@example.org", "--email", "home=ada@example.org"),
    ],
)
def test_duplicate_is_a_conflict_unless_allowed(run, ok, db, words):
    ok("add-contact", "Ada Example", "--email", "ada@example.org")
    before = db.read_bytes()
    refused(run("add-contact", *words), 5, "c1 Ada Example", "nothing was changed")
    assert db.read_bytes() == before
    same = ok("add-contact", *words, "--if-absent", "--json")
    assert same.json["ref"] == "c1" and same.json["name"] == "Ada Example"
    assert "in the log already" in same.err
    assert ok("add-contact", *words, "--allow-duplicate", "-f", "ids").out == "c2\n"


def test_if_absent_adds_who_is_absent(ok):
    made = ok("add-contact", "Ada", "--if-absent", "-f", "ids")
    assert (made.out, made.err) == ("c1\n", "")


def test_dry_run_shows_the_contact_and_makes_no_log(ok, db):
    made = ok("add-contact", "Ada", "--dry-run", "--json")
    assert made.json["name"] == "Ada" and "nothing was changed" in made.err
    assert not db.exists()


def test_key_makes_adding_safe_to_repeat(run, ok):
    first = ok("add-contact", "Ada", "--key", "k1", "--json")
    again = ok("add-contact", "Ada", "--key", "k1", "--json")
    assert again.json == first.json and "done before" in again.err
    assert names(ok) == ["Ada"]
    refused(run("add-event", "X", "--on", "today", "--key", "k1"), 5, "k1")


def test_private_contact_is_marked_and_listed(ok):
    ok("add-contact", "Ada", "--private")
    ok("add-contact", "Bo")
    assert ok("list-contacts", "private:yes", "-f", "ids").out == "c1\n"
    assert ok("list-contacts", "private:", "-f", "ids").out == "c2\n"
    exported = ok("export", "json")
    assert "Ada" not in exported.out and "1" in exported.err


# many at once


def test_stdin_adds_a_name_a_line_with_the_options_for_all(ok):
    made = ok("add-contact", "-", "--tag", "plc", "--json", stdin="\ufeffAda Example\r\n\n  Bo 李  \nZoë")
    assert [(one["ref"], one["name"], one["tags"]) for one in made.json] == [
        ("c1", "Ada Example", ["plc"]),
        ("c2", "Bo 李", ["plc"]),
        ("c3", "Zoë", ["plc"]),
    ]
    assert len(ok("history", "--json").json) == 1
    ok("undo")
    assert names(ok) == []


def test_stdin_adds_json_lines_with_the_keys_of_the_contract(ok):
    ok("add-event", "PlainConf", "--on", "2026-02-01")
    ada = {
        "name": "Ada",
        "emails": [{"label": "work", "value": "ada@example.org"}, "ada@home.example.org"],
        "roles": [{"role": "mentor", "since": "2025-01-01", "until": None}, "peer"],
        "met_at": {"ref": "e1", "name": "PlainConf"},
        "cadence": 42,
        "tags": ["x", "y"],
        "private": True,
        "notes": "a\nb",
    }
    bo = {"name": "Bo", "met_through": "ada", "cadence": "6w", "tags": ["own"], "tier": None}
    lines = f"{json.dumps(ada)}\n{json.dumps(bo)}\nCy\n"
    found = ok("add-contact", "-", "--tag", "all", "--region", "Ohio", "--json", stdin=lines).json
    assert found[0]["emails"] == [
        {"label": "work", "value": "ada@example.org"},
        {"label": None, "value": "ada@home.example.org"},
    ]
    assert found[0]["roles"] == [
        {"role": "mentor", "since": "2025-01-01", "until": None},
        {"role": "peer", "since": None, "until": None},
    ]
    assert found[0]["met_at"] == ada["met_at"] and found[0]["private"] is True and found[0]["notes"] == "a\nb"
    assert found[1]["met_through"] == {"ref": "c1", "name": "Ada"}
    assert [one["cadence"] for one in found] == [42, 42, None]
    assert [one["tags"] for one in found] == [["x", "y"], ["own"], ["all"]]
    assert [one["region"] for one in found] == ["Ohio"] * 3


def test_json_lines_of_a_list_come_back_equal(ok, home):
    ok("add-contact", "Gus Between")
    words = (
        "--email",
        "a=ada@example.org",
        "--role",
        "peer=2025-01-01",
        "--met-through",
        "gus",
        "--tag",
        "x",
    )
    ok("add-contact", "Zoë 李", *words, "--birthday", "04-12", "--cadence", "6w", "--notes", "a\nb")
    lines = ok("list-contacts", "-f", "jsonl").out
    other = str(home / "other.db")
    ok("add-contact", "-", "--db", other, stdin=lines)
    fresh = ("ref", "uid")
    before, after = (
        [{k: v for k, v in one.items() if k not in fresh} for one in ok("list-contacts", "--json", *db).json]
        for db in ((), ("--db", other))
    )
    assert before == after


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"nam": "Cy"}', "has no key 'nam'"),
        ('{"name": "Cy"', "not JSON"),
        ('{"name": ""}', "no name"),
        ('{"title": "Cy"}', "no name"),
        ('{"name": ["Cy"]}', "name must be text"),
        ('{"name": "Cy", "tags": "x"}', "tags must be a list"),
        ('{"name": "Cy", "tags": [null]}', "tags must be a list of text"),
        ('{"name": "Cy", "phones": [["5"]]}', "phones must be a list of text"),
        ('{"name": "Cy", "emails": [{"value": ["a@example.org"]}]}', "emails must be a list of text"),
        ('{"name": "Cy", "emails": [{"label": "work"}]}', "the email is empty"),
        ('{"name": "Cy", "roles": [{"role": true}]}', "roles must be a list of text"),
        ('{"name": "Cy", "met_at": {"ref": ["e1"]}}', "met_at must be text"),
        ('{"name": "Cy", "met_at": {"ref": 5}}', "no event is called '5'"),
        ('{"name": "Cy", "met_at": "nowhere"}', "no event is called 'nowhere'"),
        ('{"name": "Cy", "cadence": true}', "cadence must be text"),
        ('{"name": "Cy", "private": "maybe"}', "yes or no"),
        ('{"name": "Cy", "met_on": "2027-01-01"}', "in the future"),
        ('{"name": "C\\u0007y"}', "control character"),
        ('{"name": "C\\ud800y"}', "not UTF-8"),
        ('{"name":' * 50_000, "not JSON"),
        ("C\ty", "control character"),
        ("C\x1by", "control character"),
        ("n" * 1025, "1,025 bytes"),
    ],
)
def test_stdin_with_a_bad_third_line_names_it_and_adds_nobody(run, ok, line, said):
    ok("add-contact", "Gus Between")
    refused(run("add-contact", "-", stdin=f"Ada\n\n{line}\nBo\n"), 6, "line 3", said)
    assert names(ok) == ["Gus Between"]
    assert len(ok("history", "--json").json) == 1


def test_stdin_that_is_not_utf8_names_the_line_and_adds_nobody(run, db):
    refused(run("add-contact", "-", stdin=b"Ada\nBo\nC\xff\n"), 6, "line 3", "UTF-8")
    assert not db.exists()


def test_stdin_with_somebody_known_is_a_conflict_that_names_the_line(run, ok):
    refused(run("add-contact", "-", stdin="Ada\nBo\nada\n"), 5, "line 3", "Ada")
    assert names(ok) == []
    made = ok("add-contact", "-", "--if-absent", "-f", "ids", stdin="Ada\nBo\nada\n")
    assert made.lines == ["c1", "c2", "c1"] and "1 in the log already" in made.err


def test_stdin_with_nobody_adds_nobody(ok):
    assert ok("add-contact", "-", "--json", stdin="\n \n").json == []
    assert names(ok) == []


def test_roles_and_events_take_months_and_years(ok):
    found = ok("add-contact", "Ada", "--role", "mentor=2019..2021-05", "--json").json
    assert found["roles"] == [{"role": "mentor", "since": "2019-01-01", "until": "2021-05-31"}]
    event = ok("add-event", "Summer course", "--on", "2026-07..2026-08", "--json").json
    assert (event["starts_on"], event["ends_on"]) == ("2026-07-01", "2026-08-31")


def test_same_email_is_named_as_such(ok, run):
    ok("add-contact", "Ada Okafor", "--email", "ada@example.org")
    result = run("add-contact", "Sam", "--email", "ADA@example.org")
    assert result.code == 5 and "the e-mail address of Sam is in the log already: c1 Ada Okafor" in result.err
