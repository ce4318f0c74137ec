"""search: full text over every kind of record, the newest first; any input is a valid search."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netlog.folding import fold, spellings
from netlog.records import search as searches
from tests.answers import refs
from tests.terminals import end

KEYS = ["ref", "type", "on", "name", "where", "text", "found"]
KINDS = ("contacts", "conversations", "events", "follow-ups", "goals")


@pytest.fixture
def log(ok):
    """A record of every kind about grading, and others."""
    ok(
        "add-contact",
        "Ada Okafor",
        "--organization",
        "Grading Institute",
        "--email",
        "work=ada.o@example.org",
    )
    ok(
        "add-contact",
        "Søren Łukasiewicz",
        "--phone",
        "+1 (555) 010-2030",
        "--handle",
        "@soren_l",
        "--tag",
        "stem",
    )
    ok("add-conversation", "how her school grades", "--with", "c1", "--on", "2026-02-16", "--tag", "stem")
    ok(
        "add-conversation",
        "Tea",
        "--with",
        "c2",
        "--on",
        "2026-02-20",
        "--notes",
        "first\nsecond: a grading rubric\nend",
    )
    ok("add-conversation", "older, on grading", "--with", "c1", "--on", "2025-06-01")
    ok(
        "add-event",
        "Grading Fair",
        "--on",
        "2026-01-10",
        "--takeaways",
        "rubrics everywhere",
        "--status",
        "attended",
    )
    ok("add-follow-up", "send the grading rubric", "--with", "c1", "--due", "2026-03-20")
    ok("add-goal", "Grade with others", "--count", "contacts", "--per", "month", "--on", "2026-01-01")


def found(ok, *words):
    return refs(ok("search", *words, "--json"))


def test_all_kinds_newest_first_by_their_own_date(ok, log):
    rows = ok("search", "grad", "--json").json
    assert [(one["ref"], one["on"]) for one in rows] == [
        ("f1", "2026-03-20"),
        ("c1", "2026-03-02"),
        ("t2", "2026-02-20"),
        ("t1", "2026-02-16"),
        ("e1", "2026-01-10"),
        ("g1", "2026-01-01"),
        ("t3", "2025-06-01"),
    ]
    assert all(list(one) == KEYS for one in rows)


def test_a_row_says_what_where_and_which_words(ok, log):
    rows = {one["ref"]: one for one in ok("search", "grading", "--json").json}
    assert rows["t2"] == {
        "ref": "t2",
        "type": "conversation",
        "on": "2026-02-20",
        "name": "Tea",
        "where": "notes",
        "text": "first second: a grading rubric end",
        "found": ["grading"],
    }
    assert rows["e1"]["name"] == "Grading Fair"
    assert (rows["e1"]["where"], rows["e1"]["text"], rows["e1"]["found"]) == (None, None, ["Grading"])
    assert (rows["c1"]["where"], rows["c1"]["text"]) == ("organization", "Grading Institute")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["grading", "rubric"], ["f1", "t2", "e1"]),  # all must hold
        (["grading rubric"], ["f1", "t2"]),  # one argument is a phrase
        (["rubric grading"], []),
        (['"grading rubric"'], ["f1", "t2"]),
        (['"grading rub"'], []),  # in quotes it is whole
        (["grading rub"], ["f1", "t2"]),
        (['rubric "a grading"'], ["t2"]),
        (["rubric", "not:send"], ["t2", "e1"]),
        (["rubric", 'not:"a grading"'], ["f1", "e1"]),
        (["GRADING", "FAIR"], ["e1"]),
        (["not:grad"], ["c2"]),
        (["rubr", "tag:stem"], []),
        (["grad", "tag:stem"], ["t1"]),
        (["tag:stem"], ["c2", "t1"]),
        (["grad", "with:ada"], ["f1", "t1", "t3"]),  # contacts, events and goals are with nobody
        (["grad", "on:2026"], ["t1", "t2", "e1", "g1"]),
        (["status:attended"], ["e1"]),  # no status of follow-ups, and no reason to fail
        (["grad", "not:status:attended", "--in", "events"], []),
        (["ada.o@example.org"], ["c1"]),
        (["example.org"], ["c1"]),
        (["xample.org"], []),
        (["555 010"], ["c2"]),
        (["5550102030"], ["c2"]),
        (["soren_l"], ["c2"]),
        (["@soren"], ["c2"]),
        (["okafor", "example.org"], ["c1"]),
        (["okafor", "not:example.org"], []),
        (["soren"], ["c2"]),
        (["Soren", "lukasiew"], ["c2"]),
        (["Sören"], ["c2"]),
        (["SØREN"], ["c2"]),
    ],
)
def test_what_words_find(run, log, words, expected):
    result = run("search", *words, "--json")
    assert sorted(refs(result)) == sorted(expected)
    assert result.code == (0 if expected else 1)


def test_search_in_some_kinds(ok, log):
    assert found(ok, "grad", "--in", "conversations") == ["t2", "t1", "t3"]
    assert found(ok, "grad", "--in", "goal", "--in", "follow-ups") == ["f1", "g1"]
    assert {one for kind in KINDS for one in found(ok, "grad", "--in", kind)} == set(found(ok, "grad"))


def test_a_limit_says_how_many_more(ok, log):
    result = ok("search", "grad", "--limit", "2", "-f", "ids")
    assert result.lines == ["f1", "c1"]
    assert result.err == "the newest 2 of 7: --limit N shows more, another word fewer\n"
    assert ok("search", "grad", "--limit", "7").err == ""


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "tsv", "ids"])
def test_nothing_found_is_a_no(run, log, format):
    result = run("search", "nothinglikethis", "-f", format)
    assert (result.code, result.out, result.err) == (1, "[]\n" if format == "json" else "", "")


def test_nothing_found_is_told_a_person(run, log):
    assert run("search", "nothinglikethis", "-f", "table").out == "Nothing found.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["with:ada", "--in", "contacts"], "nothing searched here has 'with'"),
        (["status:zzz"], "'zzz' is no status"),
        (["on:someday"], "someday"),
        (["--in", "people", "x"], "'people' is nothing to search in"),
        ([""], "nothing to search for"),
        (["  "], "nothing to search for"),
    ],
)
def test_what_can_not_be_searched_is_a_usage_error(run, log, words, said):
    result = run("search", *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_name_that_nobody_has_is_not_found(run, log):
    assert run("search", "grad", "with:nobody").code == 3


def test_text_with_a_colon_is_found_in_quotes_or_with_a_space(ok, run, log):
    assert found(ok, '"second: a"') == ["t2"]
    assert found(ok, "second: a") == ["t2"]
    assert run("search", "https://example.org/x").code == 1


def test_what_looks_like_a_key_and_is_none_is_text(ok, run, log):
    ok("add-conversation", "see foo:bar and tagg", "--with", "c1")
    result = ok("search", "foo:bar", "-f", "ids")
    assert result.out == "t4\n" and "no record has a 'foo'" in result.err
    assert run("search", "see", "not:foo:bar").code == 1
    assert run("search", "tagg:stem").code == 1


def test_a_tag_is_found_as_it_was_logged(ok, run, log):
    ok("log", "coffee with Ada #assessment")
    assert found(ok, "#assessment") == ["t4"] == found(ok, "coffee", "tag:assessment")
    assert found(ok, "coffee", "not:#stem") == ["t4"]
    assert run("search", "coffee", "#stem").code == 1


def test_signs_are_shown_where_they_stand(ok, log):
    ok("edit", "t1", "notes=she said 🎉 twice 🎉")
    row = ok("search", "🎉", "--json").json[0]
    assert (row["where"], row["text"], row["found"]) == ("notes", "she said 🎉 twice 🎉", ["🎉"])


@pytest.mark.parametrize("word", ['""', "not:", '"""', 'not:""', "NEAR(", "col:x", "foo AND", "^", "*"])
def test_words_of_signs_alone_are_searched_for(run, log, word):
    result = run("search", word)
    assert (result.code, result.out) == (1, ""), result


def test_a_long_log_is_looked_through_for_signs_as_far_as_it_can_be(ok, run, log, monkeypatch):
    ok("add-conversation", "a party 🎉 for all", "--with", "c1")
    ok("add-conversation", "quiet", "--with", "c1")
    monkeypatch.setattr(searches, "LOOKED", 1)
    result = run("search", "🎉")
    assert (result.code, result.out) == (1, "") and "looked through the 1 added last" in result.err
    assert found(ok, "party", "🎉") == ["t4"]  # a word finds it, however long ago
    assert "looked" not in ok("search", "party", "🎉").err
    ok("add-conversation", "again 🎉", "--with", "c1")
    assert found(ok, "🎉") == ["t6"]


@pytest.mark.parametrize("sample", [1, 6])
def test_what_most_have_may_be_left_out(ok, log, monkeypatch, sample):
    for number in range(12):
        ok("add-conversation", f"club {number}", "--with", "c1", "--on", f"2025-01-{number + 1:02}")
    monkeypatch.setattr(searches, "SAMPLE", sample)
    assert found(ok, "not:club", "--in", "conversations", "--limit", "5") == ["t2", "t1", "t3"]
    assert found(ok, "not:club", "not:🎉", "with:ada", "--in", "conversations") == ["t1", "t3"]
    monkeypatch.setattr(searches, "LOOKED", 12)
    result = ok("search", "not:school", "not:tea", "--in", "conversations", "--limit", "13", "-f", "ids")
    assert len(result.lines) == 12 + (sample == 6)
    assert ("looked through" in result.err) == (sample == 1)


def test_signs_are_found_as_they_are(ok, log):
    ok("add-conversation", "a party 🎉 for all", "--with", "c1")
    assert found(ok, "🎉") == ["t4"]
    assert found(ok, "party", "🎉") == ["t4"]
    assert found(ok, "grad", "not:🎉") == found(ok, "grad")


def test_what_is_deleted_is_not_found_and_undo_brings_it_back(ok, run, log):
    ok("delete", "t2", "--yes")
    assert "t2" not in found(ok, "grading")
    ok("undo")
    assert "t2" in found(ok, "grading")


def test_a_log_that_is_not_there_has_nothing(run, db):
    result = run("search", "x")
    assert result.code == 1 and "there is no log" in result.err
    assert not db.exists()


# --- common words: another way to the same answer


@pytest.fixture
def many(ok, log, monkeypatch):
    """Conversations whose ids are not in the order of their days; three records are common, a sample is small."""
    for number in range(40):
        day = f"2025-{number * 7 % 12 + 1:02}-{number * 11 % 28 + 1:02}"
        word = "robotics" if number % 4 else "chess"
        ok("add-conversation", f"{word} club, part {number}", "--with", "c1", "--on", day)
    return monkeypatch


WAYS = [(5000, 6), (3, 6), (3, 1), (3, 2)]


@pytest.mark.parametrize(
    "words",
    [
        ["club"],
        ["chess"],
        ["club", "not:chess"],
        ["part", "with:ada"],
        ["club", "on:2025-03.."],
        ["club", "okafor"],
    ],
)
@pytest.mark.parametrize("limit", ["1", "5", "100"])
def test_common_words_are_found_as_rare_ones_are(run, many, words, limit):
    answers = []
    for common, sample in WAYS:
        many.setattr(searches, "MANY", common)
        many.setattr(searches, "SAMPLE", sample)
        answers.append(run("search", *words, "--limit", limit, "--json").out)
    assert len(set(answers)) == 1
    days = [one["on"] for one in run("search", *words, "--limit", limit, "--json").json]
    assert days == sorted(days, reverse=True)


# --- any input


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30),
            st.text(st.sampled_from("ab \"'*^:()+-{}.,|&!~\\/🎉øßé한"), max_size=12),
            st.sampled_from(
                [
                    "NEAR(a b, 2)",
                    "AND",
                    "OR",
                    "NOT",
                    "grad*",
                    "^grad",
                    '"',
                    "name : x",
                    "{name}: a",
                    "a" * 5000,
                ]
            ),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_input_is_a_valid_search(run, log, words):
    result = run("search", "--json", "--", *words)
    if result.code == 2:  # a key that there is none of, a value that is none, nothing but blanks
        assert "nothing" in result.err or any(":" in word for word in words), result.err
    else:
        assert result.code in (0, 1, 3), result.err
        assert result.code != 3 or any(":" in word for word in words)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("abdehilostuøłđæœðþıßéÅ"), min_size=1, max_size=8), st.integers(1, 20))
def test_spellings_of_a_start_hold_what_was_meant(word, size):
    """However a word with at most three such letters is typed, from its first letter on, it is found."""
    special = [c for c in word.lower() if c in "øłđæœðþıß"]
    typed = fold(word)[:size]
    if typed and len(special) <= 3:
        ways = {as_indexed(one) for one in spellings(typed, 100_000)}
        assert any(as_indexed(word).startswith(one) for one in ways)


def as_indexed(text):
    """As the search table folds it: case and accents, but no letter of its own."""
    return text.lower().replace("é", "e").replace("å", "a")


@pytest.mark.parametrize(
    ("name", "typed"), [("Straße 1", "strasse"), ("Þór", "thor"), ("Ævar", "aev"), ("Işık", "isik")]
)
def test_letters_without_a_key_are_found_by_search_and_lists(ok, name, typed):
    ok("add-contact", name)
    assert found(ok, typed) == ["c1"]
    assert refs(ok("list-contacts", typed, "--json")) == ["c1"]
    assert refs(ok("list-contacts", f"name:{typed}", "--json")) == ["c1"]
    assert found(ok, name) == ["c1"]


# --- on a terminal


def test_words_are_set_off_on_a_terminal_only(ok, log, terminal):
    shown, code = end(terminal("search", "grading", width=80, env={"NO_COLOR": ""}))
    assert code == 0
    assert "\x1b[1;35mgrading\x1b[0m" in shown and "\x1b[1;35mGrading\x1b[0m" in shown
    assert "\x1b" not in ok("search", "grading").out


@pytest.mark.parametrize("width", ["40", "60", "80", "140"])
def test_a_table_of_what_was_found_keeps_its_width(ok, log, width):
    ok(
        "add-conversation",
        "word " * 40,
        "--with",
        "c1",
        "--notes",
        "long " * 200 + "grading " + "more " * 100,
    )
    out = ok("search", "grading", "-f", "table", env={"COLUMNS": width}).out
    assert max(len(line) for line in out.splitlines()) <= int(width)
    assert "grading" in out


def test_hostile_text_is_shown_harmless(ok, log):
    ok("add-conversation", "zap\u202eevil [red]x[/red]", "--with", "c1")
    for format in ("table", "tsv", "json"):
        out = ok("search", "zap", "-f", format, env={"FORCE_COLOR": "1"}).out
        assert "\u202e" not in out and ("[red]" in out)
