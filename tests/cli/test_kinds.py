"""What holds of every kind of record of issues 4 and 5: one full record of each, through every general command."""

import json
import sys
from typing import Any, NamedTuple

import jsonschema
import pytest

TODAY = "2026-03-02"
REFUSED = {"exported_at": ""}


class Full(NamedTuple):
    """A record with every field: how it is added, its filters that hold, edits with what they make of a key."""

    words: tuple[str, ...]
    ref: str
    title: str  # by which a search finds it
    filters: tuple[str, ...]
    edits: tuple[tuple[str, str, Any], ...]
    unset: tuple[str, ...] = ()  # keys that such a record can't have all at once


MORE = ("--tag", "stem,spring", "--win", "--notes", "one\ntwo")
KINDS: dict[str, Full] = {
    "group": Full(
        (
            *("add-group", "State Association", "--kind", "community", "--level", "state"),
            *(
                "--platform",
                "Slack",
                "--url",
                "https://example.org/a",
                "--member",
                "ana",
                "--member",
                "bo",
                *MORE,
            ),
        ),
        "u1",
        "State Association",
        (
            "kind:community",
            "level:state",
            "platform:slack",
            "url:example.org",
            "member:bo",
            "state",
            "name:assoc",
        ),
        (
            ("platform=Zoom", "platform", "Zoom"),
            ("member-=bo", "members", [{"ref": "c1", "name": "Ana Kim"}]),
        ),
    ),
    "membership": Full(
        (
            *("add-membership", "u1", "--joined", "2024-05-01", "--renews", "2026-05-01"),
            *("--left", "2026-02-01", "--role", "chair of rubrics", *MORE),
        ),
        "m1",
        "chair of rubrics",
        ("group:u1", "role:chair", "joined:2024", "renews:2026-05", "left:2026-02", "not:snoozed:2026"),
        (("role=member", "role", "member"), ("renews=2026-06-01", "renews_on", "2026-06-01")),
        ("snoozed_until",),
    ),
    "contribution": Full(
        (
            *("add-contribution", "Robots on a budget", "--kind", "workshop", "--on", "2026-02-10"),
            *("--level", "district", "--event", "fair", "--group", "u1", "--url", "https://example.org/b"),
            *("--hours", "2.5", "--with", "ana", "--brought", "bo", *MORE),
        ),
        "b1",
        "Robots on a budget",
        (
            *(
                "kind:workshop",
                "on:2026-02",
                "level:district",
                "event:e1",
                "group:u1",
                "url:example",
                "hours:2.5",
            ),
            *("with:ana", "brought:bo", "robots", "title:budget"),
        ),
        (("hours=3", "hours", 3.0), ("brought=", "brought", []), ("title=Robots", "title", "Robots")),
    ),
    "introduction": Full(
        (
            *("add-introduction", "ana", "--to", "bo", "--by", "cy", "--why", "both like robots"),
            *(
                "--asked",
                "2026-01-01",
                "--made",
                "2026-01-02",
                "--met",
                "2026-01-03",
                "--thanked",
                "2026-01-04",
            ),
            *MORE,
        ),
        "i1",
        "both like robots",
        (
            *(
                "who:ana",
                "to:bo",
                "by:cy",
                "why:robots",
                "status:thanked",
                "asked:2026-01-01",
                "made:2026-01-02",
            ),
            *("met:2026-01-03", "thanked:2026-01-04", "declined:"),
        ),
        (("why=maps", "why", "maps"), ("by=", "by", None)),
        ("declined_on", "snoozed_until"),
    ),
    "exchange": Full(
        (
            *(
                "add-exchange",
                "A grant template",
                "--received",
                "--kind",
                "lesson-plan",
                "--on",
                "2026-02-11",
            ),
            *("--with", "ana", "--with", "bo", "--hours", "1", "--from", "t1", *MORE),
        ),
        "x1",
        "A grant template",
        (
            "received:yes",
            "direction:received",
            "kind:lesson-plan",
            "on:2026-02-11",
            "with:bo",
            "hours:1",
            "from:t1",
        ),
        (("received=no", "direction", "given"), ("from=f1", "source", {"ref": "f1", "name": "Send rubric"})),
    ),
    "opportunity": Full(
        (
            *(
                "add-opportunity",
                "Keynote in May",
                "--kind",
                "speaking",
                "--status",
                "gained",
                "--on",
                "2026-01-10",
            ),
            *("--closed", "2026-02-10", "--through", "ana", "--from", "u1", "--outcome", "45 minutes", *MORE),
        ),
        "o1",
        "Keynote in May",
        (
            "kind:speaking",
            "status:gained",
            "on:2026-01",
            "closed:2026-02",
            "through:ana",
            "from:u1",
            "outcome:minutes",
        ),
        (("status=ongoing", "closed_on", None), ("outcome=", "outcome", None)),
    ),
    "takeaway": Full(
        (
            *(
                "add-takeaway",
                "Exit tickets",
                "--status",
                "kept",
                "--on",
                "2026-02-01",
                "--tried",
                "2026-02-05",
            ),
            *("--kept", "2026-02-20", "--from", "e1", "--outcome", "calmer", *MORE),
        ),
        "k1",
        "Exit tickets",
        (
            "status:kept",
            "on:2026-02-01",
            "tried:2026-02-05",
            "kept:2026-02-20",
            "from:fair",
            "outcome:calm",
            "dropped:",
        ),
        (("status=tried", "kept_on", None), ("what=Stations", "what", "Stations")),
        ("dropped_on",),
    ),
    "vision": Full(
        (
            *(
                "add-vision",
                "I lead a network of teachers",
                "--known-for",
                "cheap robots",
                "--by",
                "2031-01-01",
            ),
            *("--why", "reach", "--meaning", "time", "--story", "it began\nwith tea", *MORE),
        ),
        "v1",
        "I lead a network",
        (
            "known-for:robots",
            "by:2031",
            "why:reach",
            "meaning:time",
            "story:tea",
            "status:current",
            "network",
        ),
        (("by=2030-06-01", "by_on", "2030-06-01"), ("story=", "story", None)),
    ),
    "step": Full(
        (
            *("add-step", "Know Ana better", "--vision", "v1", "--under", "s1", "--reason", "she knows all"),
            *(
                "--kind",
                "person",
                "--by",
                "2026-06-01",
                "--status",
                "done",
                "--needs",
                "s2",
                "--about",
                "ana",
            ),
            *("--barrier", "no time=bo", "--barrier", "no, really: none", *MORE),
        ),
        "s3",
        "Know Ana better",
        (
            *(
                "vision:v1",
                "under:s1",
                "reason:knows",
                "kind:person",
                "by:2026-06",
                "status:done",
                f"done:{TODAY}",
            ),
            *("needs:s2", "about:ana", "barrier:time"),
        ),
        (
            ("barrier-=no time", "barriers", [{"what": "no, really: none", "helper": None}]),
            ("needs=", "needs", []),
            ("status=next", "done_on", None),
        ),
    ),
}
ALWAYS = ("tag:stem", "tag:win", "win:yes", "private:no", "not:tag:other", "notes:two")
EVERY = pytest.mark.parametrize("kind", KINDS)


_BUILT: list[bytes] = []


@pytest.fixture
def log(ok, db):
    """The log that _built() makes, made once."""
    if not _BUILT:
        _built(ok)
        _BUILT.append(db.read_bytes())
    db.write_bytes(_BUILT[0])


def _built(ok):
    """Three contacts, an event, a conversation, a follow-up, a plan's first steps, and one full record of each kind."""
    ok("add-contact", "Ana Kim", "--career", "Old School, teacher=2015..2019", "--need", "grants")
    ok("add-contact", "Bo Lund", "--knows", "ana", "--offer", "grants", "--topic", "grading")
    ok("add-contact", "Cy Dahl")
    ok("add-event", "Fair", "--on", "2026-02-01", "--hours", "6")
    ok(
        "add-conversation",
        "Visit",
        "--with",
        "ana",
        "--on",
        "2026-02-02",
        "--kind",
        "observation",
        "--observer",
        "me",
    )
    ok("add-follow-up", "Send rubric", "--with", "ana")
    ok("add-goal", "Talk", "--count", "people", "--per", "week")
    for kind, full in KINDS.items():
        if kind == "step":
            ok("add-step", "Be there", "--vision", "v1")
            ok("add-step", "Read her book", "--vision", "v1")
        ok(*full.words)


def shown(ok, ref):
    return ok("show", ref, "--json").json


def bare(record):
    return {key: value for key, value in record.items() if key not in ("timeline", "linked", "updated_at")}


def whole(ok, *more):
    return {**ok("export", "json", *more).json, **REFUSED}


def plural(kind):
    return "opportunities" if kind == "opportunity" else f"{kind}s"


@EVERY
def test_a_full_record_has_every_key_and_keeps_to_its_schema(ok, log, kind):
    full = KINDS[kind]
    record = shown(ok, full.ref)
    jsonschema.validate(record, ok("schema", kind).json)
    assert ok("schema", plural(kind)).json == ok("schema", kind).json
    empty = {key for key, value in record.items() if value in (None, [], "")}
    assert empty - {"timeline", "linked"} == set(full.unset)
    assert record["tags"] == ["spring", "stem", "win"] and record["notes"] == "one\ntwo"


@EVERY
def test_its_list_has_it_as_show_does(ok, log, kind):
    listed = ok(f"list-{plural(kind)}", "--all", "--json").json
    one = next(one for one in listed if one["ref"] == KINDS[kind].ref)
    assert bare(shown(ok, one["ref"])) == bare(one)
    assert ok(f"list-{plural(kind)}", "--all").lines[0].count("\t") >= 4
    assert KINDS[kind].ref in ok(f"list-{plural(kind)}", "--all", "-f", "table").out
    assert "Nothing matches" in ok(f"list-{plural(kind)}", "tag:nothing", "-f", "table").out


@EVERY
def test_every_filter_holds_and_turned_round_does_not(ok, log, kind):
    full = KINDS[kind]
    for words in (*full.filters, *ALWAYS):
        found = ok(f"list-{plural(kind)}", words, "--all", "-f", "ids").lines
        assert full.ref in found, words
        turned = words.removeprefix("not:") if words.startswith("not:") else f"not:{words}"
        assert full.ref not in ok(f"list-{plural(kind)}", turned, "--all", "-f", "ids").lines, turned


@EVERY
def test_every_field_can_be_asked_for_its_absence(ok, log, kind):
    full = KINDS[kind]
    from netlog.records.kind import kind_of

    for field in kind_of(kind).fields:
        found = ok(f"list-{plural(kind)}", f"{field.option}:", "--all", "-f", "ids").lines
        absent = field.key in full.unset or field.key == "private"
        if field.key:
            assert (full.ref in found) is absent, field.option


@EVERY
def test_every_column_sorts(ok, log, kind):
    from netlog.records.kind import kind_of

    for field in kind_of(kind).fields:
        if field.columns:
            found = ok(f"list-{plural(kind)}", "--all", "--sort", field.option, "-f", "ids").lines
            back = ok(f"list-{plural(kind)}", "--all", "--sort", field.option, "--reverse", "-f", "ids").lines
            assert sorted(found) == sorted(back) and KINDS[kind].ref in found


@EVERY
def test_edits_are_taken_and_undone_and_done_again(ok, log, kind):
    full = KINDS[kind]
    for words, key, value in full.edits:
        before = whole(ok)
        after = ok("edit", full.ref, words, "--json").json
        assert after[key] == value, words
        assert ok("history", full.ref, "--json").json[0]["command"].startswith("edit ")
        changed = whole(ok)
        assert changed != before
        ok("undo")
        assert whole(ok) == before, words
        ok("redo")
        assert whole(ok) == changed
        ok("undo")
    assert ok("check", "--json").json["ok"]


@EVERY
def test_tags_come_and_go(ok, log, kind):
    ref = KINDS[kind].ref
    assert ok("tag", ref, "new", "--json").json["tags"] == ["new", "spring", "stem", "win"]
    assert {"tag": "new", "count": 1} in ok("list-tags", "--json").json
    assert ok("untag", ref, "new", "win", "--json").json["tags"] == ["spring", "stem"]
    assert ref not in [one["ref"] for one in ok("wins", "--json").json]


@EVERY
def test_a_search_finds_it_by_its_words_and_notes(ok, log, kind):
    full = KINDS[kind]
    for words in (full.title, "two"):
        found = ok("search", words, "--in", plural(kind), "--limit", "9", "--json").json
        one = next(one for one in found if one["ref"] == full.ref)
        assert one["type"] == kind and one["name"] and one["found"]


def test_a_search_names_what_has_no_name_of_its_own(ok, log):
    ok("add-introduction", "--by", "ana", "--to", "cy", "--notes", "over plumtree cake")
    one = ok("search", "plumtree", "--json").json[0]
    assert (one["ref"], one["name"], one["where"]) == ("i2", "you to Cy Dahl", "notes")
    one = ok("search", "chair of rubrics", "--json").json[0]
    assert (one["name"], one["where"]) == ("State Association, chair of rubrics", "role")
    assert "you to Cy Dahl" in ok("search", "plumtree", "-f", "table").out


@EVERY
def test_it_goes_and_comes_back(ok, run, log, kind):
    full = KINDS[kind]
    before = whole(ok)
    gone = ok("delete", full.ref, "--yes").err
    assert full.ref in gone and "None" not in gone
    assert run("show", full.ref).code == 3
    assert ok("check", "--json").json["ok"]
    ok("undo")
    assert whole(ok) == before


@pytest.mark.parametrize(
    "ref", ["c1", "c2", "c3", "e1", "t1", "f1", "g1", *(full.ref for full in KINDS.values())]
)
def test_what_is_referred_to_can_be_deleted_and_comes_back(ok, log, ref):
    before = whole(ok)
    ok("delete", ref, "--yes")
    rest = json.dumps(whole(ok))
    assert f'"ref": "{ref}"' not in rest and f'"{ref}"' not in rest
    assert ok("check", "--json").json["ok"]
    ok("undo")
    assert whole(ok) == before


def test_a_log_of_everything_is_the_same_after_export_and_import(ok, log, home):
    ok("edit", "s3", "barrier+=far away")
    ok("edit", "c1", "level=state")
    path, other = home / "log.json", str(home / "other.db")
    ok("export", "json", "-o", str(path))
    ok("import", "json", str(path), "--db", other)
    assert whole(ok, "--db", other) == whole(ok)
    assert ok("check", "--json", "--db", other).json["ok"]
    again = ok("import", "json", str(path), "--db", other, "--json").json
    assert (again["new"], again["merged"]) == (0, 0)


@EVERY
def test_a_newer_record_of_a_document_is_followed(ok, log, home, kind):
    full = KINDS[kind]
    path, other = home / "log.json", str(home / "other.db")
    ok("export", "json", "-o", str(path))
    ok("import", "json", str(path), "--db", other)
    ok("edit", full.ref, full.edits[0][0], today="2026-03-05")
    ok("export", "json", "-o", str(path), "--force")
    told = ok("import", "json", str(path), "--db", other, "--json").json
    assert (told["new"], told["merged"]) == (0, 1)
    assert ok("show", full.ref, "--json", "--db", other).json[full.edits[0][1]] == full.edits[0][2]


def test_own_levels_of_groups_and_contributions_come_in_where_the_settings_lack_them(ok, home):
    ok("config", "set", "levels", "building, county")
    ok("add-group", "Circle", "--level", "county")
    ok("add-contribution", "Talk", "--level", "county")
    path = home / "log.json"
    ok("export", "json", "-o", str(path))
    elsewhere = {"NETLOG_CONFIG": str(home / "none.toml"), "NETLOG_DB": str(home / "other.db")}
    ok("import", "json", str(path), env=elsewhere)
    assert ok("show", "u1", "--json", env=elsewhere).json["level"] == "county"


@EVERY
def test_a_private_one_leaves_no_export_and_no_reference(ok, log, home, kind):
    full = KINDS[kind]
    ok("edit", full.ref, "private=yes")
    document = whole(ok)
    text = json.dumps(document)
    assert f'"{full.ref}"' not in text and full.title not in text
    path = home / "log.json"
    path.write_text(text.replace('"exported_at": ""', f'"exported_at": "{TODAY}T12:00:00.000000Z"'))
    ok("import", "json", str(path), "--db", str(home / "other.db"))  # what is left stands by itself
    assert full.title in json.dumps(whole(ok, "--include-private"))


@pytest.mark.parametrize("ref", ["c1", "c2", "c3", "e1", "t1", "f1"])
def test_a_private_record_shows_nowhere_in_an_export(ok, log, home, ref):
    name = ok("show", ref, "--json").json
    name = name.get("name") or name.get("summary") or name.get("what")
    ok("edit", ref, "private=yes")
    document = ok("export", "json").json
    texts = [one for key, one in references(document) if key == "ref"]
    assert ref not in texts
    assert name not in [one for key, one in references(document) if key == "name"]
    path = home / "log.json"
    path.write_text(json.dumps(document))
    ok("import", "json", str(path), "--db", str(home / "other.db"))
    assert ok("check", "--json", "--db", str(home / "other.db")).json["ok"]


def references(value):
    """Every key and text within a JSON value."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from ((key, one),) if isinstance(one, str) else references(one)
    elif isinstance(value, list):
        for one in value:
            yield from references(one)


def test_a_document_of_the_first_version_comes_in(ok, home):
    ok("add-contact", "Ana Kim", "--tag", "stem")
    ok("add-event", "Fair", "--on", "2026-02-01")
    ok("add-conversation", "Visit", "--with", "ana", "--event", "e1")
    ok("add-goal", "Talk", "--count", "people", "--per", "week")
    document = ok("export", "json").json
    old = {**document, "version": 1}
    for section in (
        *("groups", "memberships", "contributions", "introductions", "exchanges"),
        *("opportunities", "takeaways", "visions", "steps"),
    ):
        assert old.pop(section) == []
    for section, keys in {
        "contacts": ("topics", "needs", "offers", "knows", "career"),
        "events": ("group", "hours"),
        "conversations": ("observer",),
        "goals": ("distinct", "bound", "closed_on", "pauses", "amendments"),
    }.items():
        old[section] = [{key: one for key, one in row.items() if key not in keys} for row in old[section]]
    path, other = home / "old.json", str(home / "other.db")
    path.write_text(json.dumps(old))
    ok("import", "json", str(path), "--db", other)
    assert whole(ok, "--db", other) == {**document, **REFUSED}


# --- $EDITOR


@pytest.fixture
def editor(home, monkeypatch):
    """Set EDITOR to a script that runs `change` over the `text` of the file."""

    def call(change: str) -> None:
        script = home / "editor.py"
        script.write_text(
            "import pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\ntext = file.read_text(encoding='utf-8')\n"
            f"{change}\nfile.write_text(text, encoding='utf-8')\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")

    return call


@pytest.mark.parametrize("ref", ["c1", "c2", "e1", "t1", "g1", *(full.ref for full in KINDS.values())])
def test_the_text_of_a_record_means_the_record(ok, log, editor, ref):
    """Whatever it holds: a comment more changes nothing, and so does any value written out."""
    before = whole(ok)
    editor('text += "\\n# a comment\\n"')
    assert ok("edit", ref).err == "nothing was changed\n"
    assert whole(ok) == before


def test_things_with_parts_are_edited_as_tables(ok, log, editor):
    editor("""text = text.replace('what = "no time"', 'what = "no time, yet"')""")
    assert ok("edit", "s3", "--json").json["barriers"] == [
        {"what": "no time, yet", "helper": {"ref": "c2", "name": "Bo Lund"}},
        {"what": "no, really: none", "helper": None},
    ]
    ok("edit", "c1", "career+=Acme, Inc.")
    editor("""text = text.replace('organization = "Acme", title = "Inc."', 'organization = "Acme, Inc."')""")
    career = ok("edit", "c1", "--json").json["career"]
    assert {"organization": "Acme, Inc.", "title": None, "since": None, "until": None} in career
    assert {
        "organization": "Old School",
        "title": "teacher",
        "since": "2015-01-01",
        "until": "2019-12-31",
    } in career


def test_what_commands_of_its_own_keep_is_not_in_the_text_and_stays(ok, log, editor, home):
    ok("pause-goal", "g1", "--from", "2026-03-10", "--until", "2026-03-20")
    pauses = shown(ok, "g1")["pauses"]
    assert pauses
    editor(f"open({str(home / 'seen')!r}, 'w').write(text); text = text.replace('Talk', 'Talk more')")
    after = ok("edit", "g1", "--json").json
    assert (after["title"], after["pauses"]) == ("Talk more", pauses)
    assert "pauses" not in (home / "seen").read_text()


def test_a_position_or_a_barrier_is_taken_away_by_what_it_is(ok, log):
    ok("edit", "c1", "career+=Old School, principal=2019..2021", "career+=New School")
    assert len(shown(ok, "c1")["career"]) == 3
    left = ok("edit", "c1", "career-=Old School, teacher", "--json").json["career"]
    assert {(one["organization"], one["title"]) for one in left} == {
        ("Old School", "principal"),
        ("New School", None),
    }
    assert [
        one["organization"] for one in ok("edit", "c1", "career-=Old School", "--json").json["career"]
    ] == ["New School"]
    assert len(ok("edit", "s3", "barrier-=unknown", "--json").json["barriers"]) == 2


@EVERY
def test_the_card_has_a_title_and_every_value(ok, log, kind):
    full = KINDS[kind]
    card = ok("show", full.ref, "-f", "table").out
    title = {"membership": "State Association", "introduction": "Ana Kim to Bo Lund"}.get(kind, full.title)
    assert f"{full.ref}  {title}" in card.splitlines()[1]
    for key, value in shown(ok, full.ref).items():
        if key.endswith("_on") and value:
            assert value in card, key
    assert "spring, stem, win" in card and "two" in card
