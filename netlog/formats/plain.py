"""What the files of other programs hold, as plain records: one shape for every format.

A format's module reads bytes into `Found` and knows nothing of the log; netlog/records/merging.py
brings it in. Text is as the file has it, decoded and unescaped; days are ISO; None and () are "says nothing".
"""

from typing import NamedTuple

Labelled = tuple[str, str]  # label, or "", and value

# What a file may hold at the most, unless the user says that there are no limits.
MOST_BYTES = 16 << 20  # unpacked
MOST_RECORDS = 50_000


class Person(NamedTuple):
    """One card, row or entry of an address book; `line` is where it starts in the file, from 1.

    `uid` is what other programs know it by, `source_id` what its own program does. `career` are former
    (organization, title) pairs, `knows` names of others, `extra` what has no place in a contact, to be given
    back by an export in the same format. `remarks` say what was in it that could not be used.
    """

    line: int
    name: str
    nickname: str | None = None
    organization: str | None = None
    title: str | None = None
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    links: tuple[Labelled, ...] = ()
    handles: tuple[Labelled, ...] = ()
    region: str | None = None
    birthday: str | None = None  # 1990-04-12, or --04-12
    met_on: str | None = None
    met_via: str | None = None
    notes: str | None = None
    tags: tuple[str, ...] = ()
    career: tuple[tuple[str, str], ...] = ()
    knows: tuple[str, ...] = ()
    private: bool = False
    uid: str | None = None
    source_id: str | None = None
    updated_at: str | None = None  # 2026-03-02T12:00:00.000000Z
    extra: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Occasion(NamedTuple):
    """An event of a calendar; both days are its own. `people` are (name, e-mail address), either may be ""."""

    line: int
    name: str
    starts_on: str
    ends_on: str
    place: str | None = None
    url: str | None = None
    notes: str | None = None
    cancelled: bool = False
    people: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    uid: str | None = None
    remarks: tuple[str, ...] = ()


class Talk(NamedTuple):
    """A conversation or activity; `people` are names as the file has them."""

    line: int
    held_on: str
    summary: str
    people: tuple[str, ...] = ()
    kind: str | None = None  # one of vocabulary.CONVERSATION_KINDS
    place: str | None = None
    notes: str | None = None
    tags: tuple[str, ...] = ()
    source_id: str | None = None
    remarks: tuple[str, ...] = ()


class ToDo(NamedTuple):
    """A task; `status` is one of vocabulary.FOLLOW_UP_STATUSES."""

    line: int
    what: str
    due_on: str | None = None
    status: str = "open"
    done_on: str | None = None
    people: tuple[tuple[str, str], ...] = ()
    repeat: str | None = None  # 2w, 1m
    notes: str | None = None
    tags: tuple[str, ...] = ()
    uid: str | None = None
    source_id: str | None = None
    remarks: tuple[str, ...] = ()


class Skipped(NamedTuple):
    """A record that can't be used, and why."""

    line: int
    why: str


class Found(NamedTuple):
    """All that a file holds; `remarks` concern the file as a whole."""

    people: tuple[Person, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    talks: tuple[Talk, ...] = ()
    todos: tuple[ToDo, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    remarks: tuple[str, ...] = ()
