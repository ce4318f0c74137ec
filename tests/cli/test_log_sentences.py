"""`log` reads sentences as people type them; the table is in sentences.py."""

import pytest

from tests.cli.sentences import EVENTS, PEOPLE, SENTENCES, S

SHORT = {f"c{number}": name for number, name in enumerate(PEOPLE, 1)}
SHORT |= {f"e{number}": name for number, name in enumerate(EVENTS, 1)}


@pytest.fixture
def world(ok):
    for words in PEOPLE.values():
        ok("add-contact", *words)
    for words in EVENTS.values():
        ok("add-event", *words)


def reading_of(run, text: str) -> S:
    """How a sentence is read, in the terms of the table."""
    result = run("log", "--dry-run", "--json", "--", text)
    if result.code:
        return S(text, code=result.code)
    read = result.json["read"]

    def names(ones):
        return " ".join(SHORT.get(one["ref"], "new") for one in ones if one["name"] not in read["new"])

    owed = tuple(
        f"{one['owed_by']}|{one['what']}|{one['due_on'].removeprefix('2026-')}|{names(one['contacts'])}"
        for one in read["follow_ups"]
    )
    return S(
        text,
        names(read["contacts"]),
        read["held_on"].removeprefix("2026-"),
        read["kind"],
        SHORT[read["event"]["ref"]] if read["event"] else "",
        " ".join(read["tags"]),
        tuple(read["new"]),
        owed,
        summary=read["summary"],
    )


def alike(wanted: S, read: S) -> bool:
    """Whether a reading is the one wanted; the order of people is no matter."""
    if not wanted.summary:
        read = read._replace(summary="")
    return _sorted(wanted) == _sorted(read)


def _sorted(one: S) -> S:
    owed = tuple(
        f"{head}|{' '.join(sorted(who.split()))}" for head, _, who in (o.rpartition("|") for o in one.owed)
    )
    return one._replace(
        who=" ".join(sorted(one.who.split())), owed=owed, tags=" ".join(sorted(one.tags.split()))
    )


def test_every_sentence_is_read_as_the_table_says(run, world):
    wrong = []
    for wanted in SENTENCES:
        read = reading_of(run, wanted.text)
        if not alike(wanted, read):
            wrong.append((wanted, read))
    assert not wrong, "\n\n".join(f"wanted {one}\nread   {other}" for one, other in wrong)


def test_a_day_that_could_be_read_both_ways_is_said(ok, world):
    chosen = ok("log", "--dry-run", "--json", "--", "coffee with Ana, promised the deck by 3/6").json
    assert chosen["read"]["chosen"] == ["3/6 is 2026-03-06: the month comes first"]
    assert not ok("log", "--dry-run", "--json", "--", "coffee with Ana, 1/2 hour").json["read"]["chosen"]
