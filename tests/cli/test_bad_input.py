"""Hostile and unusual input: refused in one line with the log unchanged, or kept as it was given."""

import json
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import answers

MEBIBYTE = 1024 * 1024


def refused(result, code, *words):
    """One line on stderr with these words, nothing on stdout, no traceback, nothing that steers a terminal."""
    answers.refused(result, code, *words)
    assert result.err[:-1].isprintable()
    assert "a bug" not in result.err
    assert len(result.err) < 1000


@pytest.fixture
def log(ok):
    """A contact c1, a conversation t1, an event e1, a follow-up f1 and a goal g1."""
    ok("add-contact", "Ada Quill")
    ok("add-conversation", "Hello", "--with", "c1")
    ok("add-event", "Lake Conference", "--on", "today")
    ok("add-follow-up", "Send rubric")
    ok("add-goal", "New people", "--count", "contacts", "--per", "month")


CONTROL = {
    "nul": "A\x00B",
    "bell": "A\x07B",
    "escape": "A\x1b[31mB\x1b[0m",
    "clipboard": "\x1b]52;c;AAAA\x07",
    "newline": "A\nB",
    "return": "A\rB",
    "tab": "A\tB",
    "delete": "A\x7fB",
    "c1": "A\x9b31mB",
    "surrogate": "A\udcffB",
    "high surrogate": "A\ud83dB",
    "edge": "Zed\x1f",
}
WORST = ("nul", "escape", "newline", "surrogate")
PLACES = {
    "a contact": ("add-contact", "{}"),
    "a nickname": ("add-contact", "New", "--nickname", "{}"),
    "an e-mail": ("add-contact", "New", "--email", "{}@example.org"),
    "a label": ("add-contact", "New", "--email", "{}=new@example.org"),
    "a handle": ("add-contact", "New", "--handle", "{}"),
    "a role": ("add-contact", "New", "--role", "{}"),
    "a tag": ("add-contact", "New", "--tag", "{}"),
    "a conversation": ("add-conversation", "{}", "--with", "c1"),
    "whom it is with": ("add-conversation", "New", "--with", "{}"),
    "an event": ("add-event", "{}", "--on", "today"),
    "a place": ("add-event", "New", "--on", "today", "--place", "{}"),
    "a follow-up": ("add-follow-up", "{}"),
    "a goal": ("add-goal", "{}", "--count", "contacts", "--per", "month"),
    "an edit": ("edit", "c1", "name={}"),
    "a tagging": ("tag", "c1", "{}"),
}


@pytest.mark.parametrize(
    ("place", "kind"),
    [(place, kind) for place in PLACES for kind in CONTROL if place == "a contact" or kind in WORST],
)
def test_text_that_steers_a_terminal_is_refused_wherever_it_is_given(run, db, place, kind, template):
    db.write_bytes(template)
    words = [word.replace("{}", CONTROL[kind]) for word in PLACES[place]]
    refused(run(*words), 2)
    assert db.read_bytes() == template


@pytest.fixture
def template(once):
    """The bytes of a log with a contact."""
    return once(_build)


def _build(ok):
    ok("add-contact", "Ada Quill")


@pytest.mark.parametrize("kind", WORST)
@pytest.mark.parametrize(
    "words",
    [
        ("show", "{}"),
        ("delete", "{}"),
        ("edit", "{}", "region=x"),
        ("list-contacts", "{}:x"),
        ("list-contacts", "level:{}"),
        ("list-conversations", "with:{}"),
        ("list-contacts", "--sort", "{}"),
        ("list-contacts", "--format", "{}"),
        ("edit", "c1", "{}=x"),
        ("list-contacts", "--limit", "{}"),
        ("{}",),
        ("add-contact", "--{}"),
        ("date", "{}"),
        ("add-conversation", "Hi", "--with", "c1", "--on", "{}"),
    ],
)
def test_message_about_text_that_steers_a_terminal_does_not_steer_it(run, db, template, words, kind):
    db.write_bytes(template)
    result = run(*(word.replace("{}", CONTROL[kind]) for word in words))
    assert result.code in (0, 2, 3), result.err
    if result.code:
        refused(result, result.code)
    assert db.read_bytes() == template


@pytest.mark.parametrize(
    "text", ["A\x1bB", "A\udcffB", "[bold]", "%", "*", '"', "'; DROP TABLE contact; --", "NEAR("]
)
def test_search_for_anything_is_a_search(run, db, template, text):
    db.write_bytes(template)
    result = run("list-contacts", text)
    assert result.code in (0, 2) and result.out == ""
    if result.code:
        refused(result, 2, "UTF-8")


# names that are data


NAMES = [
    "[bold]",
    "[/red]",
    "x [/items] y",
    "[link=file:///etc/passwd]x[/link]",
    "=1+1",
    "@SUM(A1)",
    "+1",
    "Zoë 李",
    "Łukasz Ångström",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 Family",
    "أحمد بن محمد",
    "שרה כהן",
    "क्षि \u0915\u094d\u200d\u0937",
    "می\u200cخواهم",
    "Ada \u202ellirD\u202c",
    "zero\u200bwidth",
    "line\u2028separator",
    "a\u00a0b",
    'quo"te',
    "semi;colon, comma",
    "back\\slash\\n",
    "{curly} %s ${HOME} `id`",
    "\U0010ffff",
    "c1",
    "true",
    "null",
    "1e5",
    "-Dash",
    "--all",
    "--",
    "# hash",
    "key:value",
    "not:a",
    "a=b",
    "\N{LATIN SMALL LIGATURE FI}sh",
    "n" * 1024,
]


@pytest.mark.parametrize("name", NAMES)
def test_name_comes_out_as_it_went_in(ok, name):
    made = ok("add-contact", "--tag", "x", "--json", "--", name)
    assert made.json["name"] == name and made.err == ""
    assert ok("list-contacts", "--json").json[0]["name"] == name
    assert json.loads(ok("list-contacts", "-f", "jsonl").out)["name"] == name
    assert ok("show", "c1", "--json").json["name"] == name
    if name != "c1":
        assert ok("show", "-f", "ids", "--", name).out == "c1\n"
    ok("add-conversation", "--with", "c1", "--", name)
    held = ok("show", "t1", "--json").json
    assert held["summary"] == name and held["contacts"][0]["name"] == name
    for words in (("show", "c1"), ("list-contacts",), ("list-conversations",), ("delete", "c1", "--dry-run")):
        for format in ("table", "tsv", "csv"):
            result = ok(*words, "-f", format)
            steering = set(result.out + result.err) - {"\n", "\t"}
            assert all(c.isprintable() or c in "\u200c\u200d\u00a0" or ord(c) == 0x10FFFF for c in steering)
    assert ok("check").code == 0


@pytest.mark.parametrize("name", ["[bold]", "[/red]", "x [/items] y", "=1+1", "Zoë 李", "أحمد بن محمد"])
def test_name_is_shown_in_tables_and_lines_as_it_is(ok, name):
    ok("add-contact", name)
    assert ok("list-contacts").out == f"c1\t{name}\t\t\t\t\t\t\n"
    assert name in ok("list-contacts", "-f", "table").out
    assert name in ok("show", "c1", "-f", "table").out
    assert f",{name}," in ok("list-contacts", "-f", "csv").out


def test_bidi_override_is_seen_but_does_not_reorder(ok):
    ok("add-contact", "Ada \u202ellirD")
    for format in ("table", "tsv", "csv"):
        out = ok("list-contacts", "-f", format).out
        assert "\u202e" not in out and "\\u202e" in out
    assert "\u202e" not in ok("list-contacts", "--json").out


UNSEEN = ("Cf", "Zs", "Zl", "Zp", "Mn")  # characters that nobody sees are no name


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12))
def test_any_name_comes_out_in_nfc_as_it_went_in(run, db, name):
    """Whatever is no control character is a name, or is empty; JSON gives it back."""
    result = run("add-contact", "--dry-run", "--json", "--", name)
    expected = unicodedata.normalize("NFC", name).strip()
    if all(unicodedata.category(one) in UNSEEN for one in expected):
        refused(result, 2, "empty")
    elif name != "-":
        assert result.code == 0 and result.json["name"] == expected


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=12), st.sampled_from(["show", "list-contacts", "list-conversations", "edit", "tag"]))
def test_any_word_is_an_answer_or_one_line_never_a_bug(run, db, template, word, command):
    """Whatever the word, a command ends with an exit code of the contract."""
    db.write_bytes(template)
    more = {"edit": ["c1"], "tag": ["c1"]}.get(command, [])
    result = run(command, *more, "--", word)
    assert result.code in (0, 2, 3, 4), result.err
    if result.code in (2, 3):
        refused(result, result.code)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [("Zoe\u0308", "Zoë"), ("  Ada  ", "Ada"), ("\u212bngström", "Ångström"), ("\u3000Ada\u3000", "Ada")],
)
def test_name_is_kept_in_nfc_without_spaces_around(ok, given_, kept):
    assert ok("add-contact", given_, "--json").json["name"] == kept


# sizes


@pytest.mark.parametrize(
    ("words", "stdin", "said"),
    [
        (("add-contact", "n" * 1025), "", "1,025 bytes"),
        (("add-contact", "n" * 2048), "", "2,048 bytes"),
        (("add-contact", "ë" * 513), "", "1,026 bytes"),
        (("add-contact", "New", "--notes", "-"), "n" * 2 * MEBIBYTE, "2,097,152 bytes"),
        (("add-contact", "New", "--notes", "n" * 2 * MEBIBYTE), "", "2,097,152 bytes"),
        (("edit", "c1", "notes=" + "n" * 2 * MEBIBYTE), "", "2,097,152 bytes"),
        (
            ("add-conversation", "New", "--with", "c1", "--notes", "-"),
            "n" * (MEBIBYTE + 1),
            "1,048,577 bytes",
        ),
        (("add-event", "New", "--on", "today", "--takeaways", "-"), "n" * (MEBIBYTE + 1), "takeaways"),
        (("tag", "c1", "t" * 101), "", "101 bytes"),
        (("add-contact", "New", "--role", "r" * 101), "", "101 bytes"),
    ],
)
def test_text_too_long_is_refused_with_its_size(run, log, db, words, stdin, said):
    before = db.read_bytes()
    refused(run(*words, stdin=stdin), 2, said)
    assert db.read_bytes() == before


def test_note_of_a_mebibyte_is_kept_whole(ok, log):
    note = "n" * (MEBIBYTE - 4) + "\n李"
    assert ok("add-contact", "New", "--notes", "-", "--json", stdin=note).json["notes"] == note


def test_long_words_are_not_thrown_back_whole(run, log):
    for words in (("list-contacts", "level:" + "x" * 5000), ("date", "x" * 5000)):
        assert run(*words).code == 2


# empty, and words that look like something else


@pytest.mark.parametrize("name", ["", " ", "\u3000", "\u00a0"])
@pytest.mark.parametrize("words", [("add-contact",), ("add-event", "--on", "today"), ("add-follow-up",)])
def test_empty_name_is_refused(run, log, db, words, name):
    before = db.read_bytes()
    refused(run(*words, "--", name), 2, "empty")
    assert db.read_bytes() == before


def test_two_dashes_end_the_options(run, ok):
    refused(run("add-contact", "--all"), 2, "--all")
    refused(run("add-contact", "--"), 2, "NAME")
    assert ok("add-contact", "--json", "--", "--json").json["name"] == "--json"
    assert ok("add-contact", "--json", "--", "-Dash").json["name"] == "-Dash"
    assert ok("list-contacts", "-f", "ids", "--", "-Dash").out == "c2\n"
    assert ok("edit", "--json", "--", "-Dash", "name=--x").json["name"] == "--x"


def test_contact_called_like_a_reference_hides_no_record(ok):
    ok("add-contact", "c2")
    ok("add-contact", "Bo")
    assert ok("show", "c2", "--json").json["name"] == "Bo"


# real processes: bytes that are not UTF-8


@pytest.mark.parametrize(
    "words",
    [
        (b"add-contact", b"A\xffB"),
        (b"add-contact", b"New", b"--tag", b"\xc3\x28"),
        (b"add-contact", b"New", b"--key", b"\xff"),
        (b"add-conversation", b"Hi", b"--with", b"\xff"),
        (b"edit", b"c1", b"name=\xe9"),
        (b"show", b"\xff"),
        (b"delete", b"\xff"),
        (b"list-contacts", b"\xff"),
        (b"list-contacts", b"name:\xff"),
        (b"list-contacts", b"--sort", b"\xff"),
        (b"\xff",),
    ],
)
def test_bytes_of_the_command_line_that_are_not_utf8_are_refused(db, template, words):
    db.write_bytes(template)
    argv = [sys.executable.encode(), b"-m", b"netlog", *words]
    done = subprocess.run(argv, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"error: ") and done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr and b"a bug" not in done.stderr
    assert db.read_bytes() == template


@pytest.mark.parametrize(
    "words",
    [
        ("add-contact", "-"),
        ("add-contact", "New", "--notes", "-"),
        ("add-conversation", "New", "--with", "c1", "--notes", "-"),
        ("show", "-"),
        ("delete", "-"),
        ("tag", "-", "x"),
        ("done", "f1", "--note", "-"),
        ("import", "json", "-"),
    ],
)
def test_stdin_that_is_not_utf8_is_refused_with_its_line(run, log, db, words):
    before = db.read_bytes()
    refused(run(*words, stdin=b"c1\nc1\n\xff\xfe\n"), 6, "UTF-8", "line 3")
    assert db.read_bytes() == before


def test_utf8_comes_through_a_process_whatever_the_locale(process, db):
    environment = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": ""}
    made = process("add-contact", "Zoë 李", "--json", env=environment)
    assert made.returncode == 0 and json.loads(made.stdout)["name"] == "Zoë 李"
    piped = process("add-contact", "-", "-f", "ids", stdin="Çelik\n", env=environment)
    assert (piped.returncode, piped.stdout) == (0, "c2\n")
