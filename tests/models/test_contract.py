"""The JSON contract: the schemas are schemas, what the commands print fits them, and models query a real log."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sqlalchemy.exc
from sqlmodel import Session, SQLModel, col, func, select

import netlog.models
from netlog.models import (
    Contact,
    ContactTag,
    Conversation,
    ConversationContact,
    Event,
    FollowUp,
    Goal,
    Step,
    reading,
)
from netlog.models.contract import RECORDS, json_schema
from netlog.records.kind import every_kind
from netlog.store import connection
from tests.conftest import Run

KINDS = [*RECORDS, "log"]
LETTERS = {
    **{"contact": "c", "conversation": "t", "event": "e", "follow_up": "f", "goal": "g", "group": "u"},
    **{"membership": "m", "contribution": "b", "introduction": "i", "exchange": "x", "opportunity": "o"},
    **{"takeaway": "k", "vision": "v", "step": "s"},
}
PLURALS = {kind: f"list-{kind.replace('_', '-')}s" for kind in LETTERS}
PLURALS["opportunity"] = "list-opportunities"

FULL: tuple[tuple[str, ...], ...] = (
    ("add-contact", "Grace Hopper"),
    ("add-event", "STEM Day", "--on", "2026-01-10..2026-01-12"),
    (
        *(
            "add-contact",
            "Zoë 李 [/red]",
            "--nickname",
            "Z",
            "--organization",
            "Example School",
            "--title",
            "Head",
        ),
        *("--email", "work=zoe@example.org", "--email", "zoe@example.com", "--phone", "+1 555 0100"),
        *(
            "--link",
            "https://zoe.example.org/?a=b",
            "--handle",
            "mastodon=@zoe@example.org",
            "--region",
            "Ohio",
        ),
        *("--setting", "rural", "--sector", "K-12", "--specialty", "Chemistry", "--level", "state"),
        *(
            "--role",
            "mentor=2024-01-01..2025-06-30",
            "--role",
            "peer",
            "--met",
            "2024-05-01",
            "--met-at",
            "e1",
        ),
        *("--met-through", "c1", "--met-via", "Mastodon", "--cadence", "6w", "--tier", "inner"),
        *("--birthday", "02-29", "--tag", "math,chess", "--notes", "a\nb", "--private"),
    ),
    (
        *(
            "add-event",
            "Fair",
            "--on",
            "2026-04-01",
            "--kind",
            "workshop",
            "--mode",
            "online",
            "--role",
            "presenter",
        ),
        *("--status", "registered", "--level", "national", "--place", "Hall", "--url", "https://example.org"),
        *("--organizer", "Example Society", "--takeaways", "none yet", "--to-meet", "c1", "--to-meet", "c2"),
        *("--tag", "stem", "--notes", "n"),
    ),
    ("edit", "e1", "met=c2", "status=attended"),
    ("add-conversation", "About engines", "--with", "c1"),
    (
        *(
            "add-conversation",
            "=1+1",
            "--with",
            "c1",
            "--with",
            "c2",
            "--on",
            "2026-02-01",
            "--kind",
            "video",
        ),
        *("--event", "e1", "--notes", "n", "--tag", "math", "--private"),
    ),
    ("add-follow-up", "Send slides"),
    (
        *(
            "add-follow-up",
            "Return the book",
            "--due",
            "2026-03-20",
            "--with",
            "c1",
            "--from",
            "t2",
            "--theirs",
        ),
        *("--repeat", "2w", "--repeat-from", "due", "--tag", "math", "--notes", "n", "--private"),
    ),
    ("add-follow-up", "Plan the fair", "--from", "e2"),
    ("add-goal", "Talk more", "--count", "conversations", "--per", "week"),
    (
        *(
            "add-goal",
            "Fairs",
            "--count",
            "events",
            "--where",
            "level:national",
            "--target",
            "2",
            "--per",
            "term",
        ),
        *("--on", "2026-01-01..2026-12-31", "--tag", "stem", "--notes", "n"),
    ),
    ("add-group", "Chess Circle"),
    (
        *("add-group", "CS Teachers", "--kind", "plc", "--level", "state", "--platform", "Slack"),
        *("--url", "https://example.org", "--member", "c1", "--member", "c2", "--tag", "cs", "--notes", "n"),
    ),
    ("add-membership", "u1"),
    (
        *("add-membership", "CS Teachers", "--joined", "2025-09-01", "--renews", "2026-09-01"),
        *("--role", "chair", "--tag", "cs", "--notes", "n"),
    ),
    ("add-contribution", "Rubrics that help"),
    (
        *("add-contribution", "Engines in class", "--kind", "workshop", "--on", "2026-01-11"),
        *("--level", "district", "--event", "e1", "--group", "u2", "--url", "https://example.org"),
        *("--hours", "1.5", "--with", "c1", "--brought", "c2", "--tag", "cs", "--win", "--notes", "n"),
    ),
    ("add-introduction", "--by", "c1", "--to", "c2"),
    (
        *("add-introduction", "c1", "--to", "c2", "--why", "chess", "--status", "thanked"),
        *("--asked", "2026-01-01", "--made", "2026-01-02", "--met", "2026-01-03", "--thanked", "2026-01-04"),
        *("--tag", "cs", "--notes", "n"),
    ),
    ("add-exchange", "The slides", "--with", "c1"),
    (
        *("add-exchange", "An hour of advice", "--with", "c1", "--with", "c2", "--received"),
        *("--kind", "mentoring", "--on", "2026-02-01", "--hours", "1", "--from", "t2"),
        *("--tag", "cs", "--notes", "n"),
    ),
    ("add-opportunity", "A keynote"),
    (
        *("add-opportunity", "A joint course", "--kind", "collaboration", "--status", "gained"),
        *("--on", "2026-01-12", "--closed", "2026-02-12", "--through", "c1", "--from", "e1"),
        *("--outcome", "It runs", "--tag", "cs", "--notes", "n"),
    ),
    ("add-takeaway", "Exit tickets"),
    (
        *("add-takeaway", "Peer review", "--status", "kept", "--on", "2026-01-12", "--tried", "2026-01-20"),
        *("--kept", "2026-02-20", "--from", "e1", "--outcome", "less marking", "--tag", "cs", "--notes", "n"),
    ),
    (
        *("add-vision", "Lead computing in the state", "--known-for", "fair grading", "--by", "2031-06-30"),
        *("--why", "it matters", "--meaning", "a lot", "--story", "It began small", "--tag", "cs"),
    ),
    ("add-vision", "Write the book on grading"),
    ("edit", "v1", "status=current"),
    ("add-step", "Visit the state fair", "--vision", "v1"),
    ("add-step", "Read her book", "--vision", "v1"),
    (
        *("add-step", "Know Grace", "--kind", "person", "--vision", "v1", "--under", "s1", "--needs", "s2"),
        *("--reason", "she knows all", "--by", "2027-06-30", "--status", "next", "--about", "c1"),
        *("--barrier", "no time=c2", "--barrier", "far away", "--tag", "cs", "--notes", "n"),
    ),
    (
        "edit",
        "c1",
        "knows=c2",
        "need=grants",
        "offer=code",
        "topic=engines",
        "career=Example Navy, officer=1943..1986",
    ),
    ("pause-goal", "g2", "--from", "2026-07-01", "--until", "2026-07-31", "--why", "summer"),
    ("amend-goal", "g2", "--from", "2026-08-15", "target=3"),
    ("review", "--done"),
    ("ask", "c1", "How do compilers grade?"),
    ("ask", "e2", "Who runs the lab?"),
    ("debrief", "e1", "--takeaways", "a lot"),
    ("cadence", "tag:chess", "4w"),
    ("pin", "c2", "f1"),
)
BUILT: dict[str, bytes] = {}  # the log that FULL makes, made once


@pytest.fixture
def full(ok: Run, db: Path) -> Path:
    """A log with records of each kind that have as little as can be, and all there can be."""
    if not BUILT:
        for words in FULL:
            ok(*words)
        BUILT["log"] = db.read_bytes()
    db.write_bytes(BUILT["log"])
    return db


def fits(value: Any, kind: str) -> None:
    jsonschema.Draft202012Validator(json_schema(kind)).validate(value)


def fit_all(values: list[Any], *kinds: str) -> None:
    assert [one["type"] for one in values] == list(kinds)
    for one in values:
        fits(one, one["type"])


# the schemas


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_a_schema_of_2020_12(kind: str) -> None:
    schema = json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_there_is_a_contract_for_every_kind() -> None:
    assert set(RECORDS) == {kind.name for kind in every_kind()} == set(LETTERS)


@pytest.mark.parametrize("kind", KINDS)
def test_command_prints_the_schema(ok: Run, kind: str) -> None:
    for spelled in {kind, kind.replace("_", "-")}:
        assert ok("schema", spelled).json == json_schema(kind)
        assert ok("schema", spelled, "--json").json == json_schema(kind)


def test_schema_of_no_kind_is_refused(run: Run) -> None:
    result = run("schema", "person")
    assert (result.code, result.out) == (2, "") and "contact" in result.err


@pytest.mark.parametrize("kind", list(RECORDS))
def test_contract_has_the_keys_that_a_kind_declares(kind: str) -> None:
    declared = {field.key for one in every_kind() if one.name == kind for field in one.keyed}
    contract = set(json_schema(kind)["properties"])
    common = {"ref", "type", "uid", "created_at", "updated_at"}
    assert contract == declared | common | {"timeline", "linked"} | ({"yield"} if kind == "event" else set())


# what the commands print


@pytest.mark.parametrize(
    "words", [words for words in FULL if words[0].startswith("add-")], ids=lambda w: w[0]
)
def test_add_prints_what_the_contract_says(ok: Run, words: tuple[str, ...]) -> None:
    for before in FULL[: FULL.index(words)]:
        ok(*before)
    kind = words[0].removeprefix("add-").replace("-", "_")
    added = ok(*words, "--json").json
    fits(added, kind)
    shown_alone = {"timeline", "linked", "yield"}
    assert set(added) == set(json_schema(kind)["properties"]) - shown_alone, "null where unknown"


@pytest.mark.parametrize("kind", list(RECORDS))
def test_list_show_and_edit_print_what_the_contract_says(ok: Run, full: Path, kind: str) -> None:
    listed = ok(PLURALS[kind], "--all", "--json").json
    assert len(listed) >= 2
    for one in listed:
        fits(one, kind)
    lines = ok(PLURALS[kind], "--all", "-f", "jsonl").lines
    assert [json.loads(line) for line in lines] == listed
    refs = [one["ref"] for one in listed]
    shown = ok("show", *refs, "--json").json
    for one, short in zip(shown, listed, strict=True):
        fits(one, kind)
        more = {key: one[key] for key in ("timeline", "linked", "yield") if key in one}
        assert {**short, **more} == one
        assert ("yield" in one) == (kind == "event")
    fits(ok("show", refs[0], "--json").json, kind)
    for ref in refs:
        fits(ok("edit", ref, "notes=changed", "--json").json, kind)
        fits(ok("tag", ref, "new", "--json").json, kind)
        fits(ok("untag", ref, "new", "--json").json, kind)
    fit_all(ok("delete", *refs, "--yes", "--json").json, *[kind] * len(refs))


def test_contact_shows_its_timeline_and_links(ok: Run, full: Path) -> None:
    """Not only empty lists fit."""
    shown = ok("show", "c1", "--json").json
    fits(shown, "contact")
    assert {one["type"] for one in shown["timeline"]} == {
        *("conversation", "event", "follow_up", "contribution", "introduction", "exchange", "opportunity")
    }
    linked = [(one["ref"], one["as"]) for one in shown["linked"]]
    assert linked[0] == ("c2", "met through them") and ("u2", "they are in it") in linked


def test_done_snooze_and_drop_print_the_follow_up(ok: Run, full: Path) -> None:
    done = ok("done", "f2", "--note", "here it is", "--log", "--json").json
    fits(done.pop("next"), "follow_up")
    fits(done.pop("conversation"), "conversation")
    assert done.pop("exchange") is None  # to return a book is no help
    fits(done, "follow_up")
    fits(ok("snooze", "f1", "2026-05-01", "--json").json, "follow_up")
    fits(ok("snooze", "c2", "2026-05-01", "--json").json, "contact")
    fits(ok("drop", "f3", "--json").json, "follow_up")
    ok("edit", "f1", "with=c1")
    fits(ok("done", "f1", "--exchange", "advice", "--json").json["exchange"], "exchange")


def test_export_is_a_log_as_the_contract_says(ok: Run, full: Path, home: Path) -> None:
    (home / "Connections.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Hedy,Lamarr,https://www.linkedin.com/in/hedy,,Example Radio,Inventor,12 Mar 2024\n"
    )
    ok("import", str(home / "Connections.csv"))
    everything = ok("export", "json", "--include-private").json
    fits(everything, "log")
    assert len(everything["sources"]) == len(everything["reviews"]) == 1
    public = ok("export", "json").json
    fits(public, "log")
    assert len(public["contacts"]) == len(everything["contacts"]) - 1


def test_export_of_no_log_is_a_log_too(ok: Run) -> None:
    fits(ok("export", "json").json, "log")


# what does not fit

BROKEN: dict[str, dict[str, Any]] = {
    "a key that is none": {"surname": "x"},
    "a name that is a number": {"name": 7},
    "no name": {"name": None},
    "an address without a label's key": {"emails": [{"value": "x@example.org"}]},
    "an address that is text": {"emails": ["x@example.org"]},
    "another type": {"type": "event"},
    "private as text": {"private": "yes"},
    "cadence as text": {"cadence": "6w"},
    "tags as text": {"tags": "math"},
    "a reference without a name": {"met_through": {"ref": "c1"}},
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_what_is_not_in_the_contract_does_not_fit(ok: Run, full: Path, change: dict[str, Any]) -> None:
    good = ok("show", "c2", "--json").json
    fits(good, "contact")
    with pytest.raises(jsonschema.ValidationError):
        fits({**good, **change}, "contact")


@pytest.mark.parametrize("key", ["ref", "uid", "type", "emails", "tags", "met_at", "last_conversation_on"])
def test_key_that_is_missing_does_not_fit(ok: Run, full: Path, key: str) -> None:
    record = ok("show", "c1", "--json").json
    del record[key]
    with pytest.raises(jsonschema.ValidationError):
        fits(record, "contact")


def test_every_key_of_a_record_must_be_there() -> None:
    """The contract says: null where unknown, never left out; only `show` has two keys more, three of an event."""
    missing = {
        kind: sorted(set(schema["properties"]) - set(schema["required"]) - {"timeline", "linked", "yield"})
        for kind in RECORDS
        for schema in [json_schema(kind)]
    }
    assert missing == {kind: [] for kind in RECORDS}


@pytest.mark.parametrize("key", ["notes", "status", "tags", "uid"])
def test_import_of_a_record_without_a_key_is_bad_data(
    ok: Run, run: Run, full: Path, home: Path, key: str
) -> None:
    document = ok("export", "json").json
    del document["contacts"][0][key]
    (home / "log.json").write_text(json.dumps(document))
    result = run("import", "json", str(home / "log.json"), "--db", str(home / "new.db"))
    assert (result.code, result.out) == (6, "")
    assert f"contacts[0].{key}: Field required" in result.err and "nothing was changed" in result.err
    assert run("list-contacts", "--db", str(home / "new.db")).out == ""


# the models on a real log


@pytest.fixture
def session(full: Path) -> Iterator[Session]:
    """As a Python user reads a log."""
    with reading(full) as opened:
        yield opened


def test_models_read_what_the_commands_wrote(ok: Run, session: Session) -> None:
    shown = ok("show", "c2", "--json").json
    person = session.exec(select(Contact).where(Contact.name == "Zoë 李 [/red]")).one()
    assert person.id == 2
    for key in ("uid", "name", "nickname", "met_on", "cadence", "birthday", "notes", "private", "level"):
        assert getattr(person, key) == shown[key], key
    assert (person.folded_name, person.met_through_id, person.met_event_id) == ("zoe 李 [/red]", 1, 1)
    assert person.last_conversation_on == "2026-02-01"
    tags = session.exec(select(ContactTag.word).where(ContactTag.contact_id == 2).order_by(ContactTag.word))
    assert list(tags) == shown["tags"] == ["chess", "math"]


def test_models_join(session: Session) -> None:
    query = (
        select(Contact.name, func.count())
        .join(ConversationContact, col(ConversationContact.contact_id) == Contact.id)
        .join(Conversation, col(Conversation.id) == ConversationContact.conversation_id)
        .group_by(Contact.name)
        .order_by(Contact.name)
    )
    assert list(session.exec(query)) == [("Grace Hopper", 2), ("Zoë 李 [/red]", 1)]


MODELS = [name for name in netlog.models.__all__ if name != "reading"]


@pytest.mark.parametrize("name", MODELS)
def test_every_model_reads_its_table(session: Session, name: str) -> None:
    model: type[SQLModel] = getattr(netlog.models, name)
    table = str(model.__tablename__)
    count = session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
    rows = list(session.exec(select(model)))
    assert len(rows) == count
    if name not in ("Cadence", "ContactExtra", "Source", "ReviewAnswer"):
        assert rows, "nothing was read"


@pytest.mark.parametrize("model", [Contact, Conversation, Event, FollowUp, Goal, Step])
def test_read_only_session_cannot_write(full: Path, session: Session, model: type[SQLModel]) -> None:
    before = full.read_bytes()
    one = session.exec(select(model)).first()
    assert one is not None
    session.delete(one)
    with pytest.raises(sqlalchemy.exc.OperationalError, match="readonly"):
        session.flush()
    session.rollback()
    assert full.read_bytes() == before


@pytest.mark.parametrize("name", ["a?b#c%20 d.db", "Zoë 李.db"])
def test_any_name_is_read(full: Path, name: str) -> None:
    full.rename(full.with_name(name))
    with reading(str(full.with_name(name))) as opened:
        assert opened.exec(select(func.count()).select_from(Contact)).one() == 2


def test_session_makes_no_file(home: Path) -> None:
    with reading(home / "none.db") as opened, pytest.raises(sqlalchemy.exc.OperationalError):
        opened.exec(select(Contact)).all()
    assert list(home.iterdir()) == []


def test_log_of_a_killed_writer_is_read_as_it_was_before(full: Path) -> None:
    """SQLite takes the half done transaction back when the file is next opened, here too."""
    script = """if True:
    import os, signal, sqlite3, sys
    db = sqlite3.connect(sys.argv[1], isolation_level=None)
    db.execute("PRAGMA cache_size=2")
    db.execute("BEGIN IMMEDIATE")
    for n in range(200):
        db.execute("INSERT INTO step (at, command) VALUES ('x', ?)", ("x" * 2000,))
    db.execute("UPDATE contact SET name = 'half done'")
    os.kill(os.getpid(), signal.SIGKILL)
    """
    before = full.read_bytes()
    subprocess.run([sys.executable, "-c", script, str(full)], check=False, timeout=60)
    assert full.read_bytes() != before, "the kill came too early to prove anything"
    with reading(full) as opened:
        names = opened.exec(select(Contact.name).order_by(Contact.id)).all()
    assert names == ["Grace Hopper", "Zoë 李 [/red]"]


def test_models_have_the_columns_of_the_file(home: Path) -> None:
    with connection.reading(home / "none.db") as reader:
        for table in SQLModel.metadata.sorted_tables:
            rows = reader.execute(f"PRAGMA table_info('{table.name}')").fetchall()
            assert [row["name"] for row in rows] == [column.name for column in table.columns]
            assert [bool(row["notnull"]) for row in rows] == [not column.nullable for column in table.columns]
