import io
from typing import Any

import pytest
from rich.cells import cell_len

from netlog.output.tables import EMPTY, drawn

NAMES = ["[bold]x[/red]", "x [/items] y", "محمد بن موسى", "👩‍👩‍👧‍👦 Zoë 李", ":smile: a"]
LONG = "A long text that goes on " * 30
WORD = "unbroken" * 40
HOSTILE = "a\x1b[31m\u202eb"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Ascii(io.StringIO):
    encoding = "ascii"  # type: ignore[assignment]


def table(data: Any, view: str, width: int = 80, stream: io.StringIO | None = None, **environ: str) -> str:
    return drawn(data, view, stream or io.StringIO(), {"COLUMNS": str(width), **environ})


def ref(name: str, letter: str = "c1") -> dict[str, Any]:
    return {"ref": letter, "name": name}


def contact(name: str, other: str) -> dict[str, Any]:
    return {
        "ref": "c1024",
        "type": "contact",
        "uid": "0190a",
        "name": name,
        "organization": other,
        "title": other,
        "emails": [{"label": other, "value": "a@b.c"}, {"label": "", "value": "d@e.f"}],
        "roles": [{"role": other, "since": "2024-01-01", "until": None}],
        "tier": "inner",
        "last_conversation_on": "2026-02-20",
        "next_contact_on": "2026-03-22",
        "met_at": ref(other, "e1"),
        "tags": [other, "b"],
        "notes": f"first\n\tsecond {other}",
        "private": False,
        "created_at": "2026-01-02T10:00:00Z",
        "updated_at": "2026-02-20T09:00:00Z",
        "timeline": [
            {"on": "2026-01-05", "type": "conversation", "ref": "t1", "text": f"older {other}"},
            {"on": "2026-02-20", "type": "follow_up", "ref": "f2", "text": f"newer {other}"},
        ],
        "linked": [{"ref": "e1", "type": "event", "name": other}],
    }


def conversation(name: str, other: str) -> dict[str, Any]:
    where = ref(other, "e1")
    return {
        "ref": "t1024",
        "held_on": "2026-02-20",
        "kind": "mentoring",
        "contacts": [ref(name)],
        "summary": f"{name} {other}",
        "event": where,
        "tags": [other],
    }


def event(name: str, other: str) -> dict[str, Any]:
    return {
        "ref": "e1024",
        "starts_on": "2026-02-20",
        "ends_on": "2026-02-21",
        "name": name,
        "kind": "conference",
        "level": "international",
        "role": "presenter",
        "status": "registered",
        "place": other,
        "met": [ref(other)],
    }


def follow_up(name: str, other: str) -> dict[str, Any]:
    return {
        "ref": "f1024",
        "due_on": "2026-02-20",
        "owed_by": "them",
        "what": name,
        "contacts": [ref(other)],
        "status": "open",
    }


def goal(name: str, other: str) -> dict[str, Any]:
    return {
        "ref": "g1024",
        "title": name,
        "count": "conversations",
        "where": other,
        "target": 12,
        "per": "quarter",
        "status": "active",
        "done": 3,
        "expected": 5.5,
        "state": "behind",
        "period": {"label": other, "starts_on": "2026-01-01", "ends_on": "2026-03-31"},
        "days_left": 30,
        "streak": 3,
        "best_streak": 4,
        "history": [{"label": str(at), "done": at, "met": at > 3} for at in range(12)],
        "entries": [{"ref": "t1", "on": "2026-02-20", "text": other}],
    }


def due(name: str, other: str, days: int = 3) -> dict[str, Any]:
    return {
        "ref": "f1024",
        "type": "follow_up",
        "what": name,
        "contacts": [ref(other)],
        "due_on": "2026-02-20",
        "days_late": days,
        "reason": other,
        "score": 7.25,
        "parts": {"late": 3, other: 4.25},
        "command": f"netlog done f1024 {other}",
    }


def review(name: str, other: str) -> dict[str, Any]:
    return {
        "week": {"label": "2026-W10", "starts_on": "2026-03-02", "ends_on": "2026-03-08"},
        "numbers": {key: {"now": 5, "before": 3.26} for key in ("conversations", "people", "new_contacts")},
        "overdue": [due(name, other)],
        "coming": [due(name, other, -2)],
        "slipping": [due(name, other, 40 + at) for at in range(5)],
        "events": [event(name, other)],
        "goals": [goal(name, other)],
        "actions": [
            {"text": name, "command": "netlog done f1", "ref": "f1", "toward": ref(other, "g1")},
            {"text": f"write {other}", "command": None, "ref": None, "toward": None},
        ],
        "reviewed_at": "2026-03-02T10:00:00Z",
        "streak": 4,
    }


def step(name: str, other: str) -> dict[str, Any]:
    return {"step": 12, "at": "2026-03-02T12:00:04Z", "command": f"{name} {other}", "changes": [{}, {}]}


def view_of(view: str, name: str, other: str) -> Any:
    log = {
        "step": 5,
        "saved": True,
        "conversation": conversation(name, other),
        "contacts_added": [ref(other)],
        "follow_ups": [follow_up(other, name)],
    }
    record = {"file": other, "line": 3, "ref": None, "fate": "skipped", "why": f"{name} {other}"}
    return {
        "contacts": [contact(name, other)],
        "contact": contact(name, other),
        "card": [contact(name, other), event(name, other)],
        "conversations": [conversation(name, other)],
        "events": [event(name, other)],
        "follow_ups": [follow_up(name, other)],
        "goals": [goal(name, other)],
        "progress": [goal(name, other)],
        "due": [due(name, other)],
        "due-why": [due(name, other)],
        "review": review(name, other),
        "log": log,
        "history": [step(name, other)],
        "undo": {"step": 13, "undid": [step(name, other)]},
        "redo": {"step": 13, "undid": [step(name, other)]},
        "tags": [{"tag": name, "count": 3}],
        "check": {"ok": False, "checks": [{"name": name, "ok": False, "problems": [other]}]},
        "import": {"step": 4, "new": 1, "merged": 0, "unchanged": 0, "skipped": 1, "records": [record]},
        "config": [{"key": "a.b", "value": f"{name} {other}"}],
        "unheard-of": [{"ref": "u1", "name": name, "motto": other, "members": [{"a": 1}]}],
    }[view]


VIEWS = [
    *(
        "contacts",
        "contact",
        "card",
        "conversations",
        "events",
        "follow_ups",
        "goals",
        "progress",
        "due",
        "due-why",
    ),
    *("review", "log", "history", "undo", "redo", "tags", "check", "import", "config", "unheard-of"),
]


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("other", [LONG, WORD, HOSTILE, "李小龍" * 30])
@pytest.mark.parametrize("view", VIEWS)
def test_view_stays_within_the_width_and_escapes(view: str, other: str, width: int) -> None:
    for name in [*NAMES, LONG, WORD]:
        text = table(view_of(view, name, other), view, width)
        assert max(cell_len(line) for line in text.splitlines()) <= width, text
        assert "\x1b" not in text and "\u202e" not in text
        if name in NAMES:
            assert name in text, text


@pytest.mark.parametrize("width", [20, 30, 40])
@pytest.mark.parametrize("view", VIEWS)
def test_view_survives_a_very_narrow_terminal(view: str, width: int) -> None:
    text = table(view_of(view, "Ada", LONG), view, width)
    assert max(cell_len(line) for line in text.splitlines()) <= width, text


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize(
    ("view", "rigid"),
    [
        ("contacts", ("c1024", "2026-02-20", "2026-03-22")),
        ("conversations", ("t1024", "2026-02-20")),
        ("events", ("e1024", "2026-02-20")),
        ("follow_ups", ("f1024", "2026-02-20")),
        ("progress", ("g1024", "3/12", "3 behind")),
        ("due", ("f1024", "3 days late")),
        ("history", ("12", "2026-03-02 12:00")),
        ("card", ("c1024", "2026-02-20")),
    ],
)
def test_refs_and_dates_never_wrap(view: str, rigid: tuple[str, ...], width: int) -> None:
    text = table(view_of(view, LONG, LONG), view, width)
    assert all(one in text for one in rigid), text


def test_list_leaves_out_the_least_important_columns_first() -> None:
    rows = [contact("Ada", "Analytical Engines Limited")]
    headings = {width: table(rows, "contacts", width).splitlines()[0].split() for width in (45, 60, 80, 140)}
    assert headings[45] == ["Ref", "Name", "Last", "Next"]
    assert headings[60] == ["Ref", "Name", "Organization", "Tier", "Last", "Next"]
    assert headings[80] == ["Ref", "Name", "Organization", "Title", "Tier", "Last", "Next"]
    assert headings[140] == [*headings[80], "Tags"]


def test_list_leaves_out_a_column_nobody_has_a_value_in() -> None:
    lines = table([{"ref": "c1", "name": "Ada", "tier": None}], "contacts").splitlines()
    assert (lines[0], lines[2]) == ("Ref  Name", "c1   Ada")


def test_record_that_was_added_is_a_card_with_its_timeline_newest_first() -> None:
    text = table(contact("Ada Lovelace", "Engines"), "contacts")
    assert text.startswith("╭─") and "c1024  Ada Lovelace" in text
    assert "a@b.c, d@e.f" in text and "Last conversation  2026-02-20" in text
    assert text.index("newer Engines") < text.index("older Engines")
    assert "0190a" not in text


def test_card_keeps_the_lines_of_a_note_and_leaves_out_what_is_unknown() -> None:
    text = table({"ref": "c1", "name": "Ada", "title": None, "notes": "one\ntwo"}, "contacts")
    assert "│ one " in text and "│ two " in text and "Title" not in text


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (3, "3 days late"),
        (1, "1 day late"),
        (0, "due today"),
        (-1, "in 1 day"),
        (-2, "in 2 days"),
        (None, "Slides"),
    ],
)
def test_due_says_how_late_in_words(days: int | None, words: str) -> None:
    assert words in table([{"ref": "f1", "what": "Slides", "days_late": days}], "due")


def test_due_names_with_whom_unless_it_is_said() -> None:
    rows = [
        {"ref": "f1", "what": "Send the slides", "contacts": [ref("Ada")]},
        {"ref": "c1", "what": "Ada", "contacts": [ref("Ada")]},
    ]
    assert table(rows, "due").splitlines()[2:] == ["f1   Send the slides (Ada)", "c1   Ada"]


@pytest.mark.parametrize("parts", [{"late": 3, "tier": 4.25}, [{"name": "late", "value": 3}, ["tier", 4.25]]])
def test_due_why_shows_the_terms_of_the_score(parts: Any) -> None:
    text = table([{"ref": "f1", "what": "Slides", "score": 7.25, "parts": parts}], "due-why")
    assert "f1  7.25 = late 3 + tier 4.25" in text


@pytest.mark.parametrize(
    ("state", "done", "words"),
    [("met", 5, "met"), ("on-pace", 2, "on pace"), ("behind", 2, "2 behind"), ("missed", 2, "missed")],
)
def test_progress_says_the_state_in_words(state: str, done: int, words: str) -> None:
    row = {
        "ref": "g1",
        "title": "Talk",
        "target": 5,
        "done": done,
        "expected": 3.5,
        "state": state,
        "days_left": 1,
    }
    text = table([row], "progress")
    assert words in text and f"{done}/5" in text and "1 day" in text


def test_progress_draws_the_last_eight_periods() -> None:
    assert " ▄▄▅▅▆▇▇█ " in table([goal("Talk", "x")], "progress", 140)


def test_progress_lists_entries_only_where_they_are_given() -> None:
    without = {**goal("Talk", "Coffee"), "entries": [], "where": None, "period": None}
    assert "Coffee" in table([goal("Talk", "Coffee")], "progress", 60)
    assert "Coffee" not in table([without], "progress", 60)


def test_review_fits_one_screen_and_says_what_it_leaves_out() -> None:
    text = table(review("Ada", "Engines"), "review")
    assert len(text.splitlines()) <= 24
    assert "42 days late" in text and "43 days late" not in text
    assert "3 of 5" in text and "people 5 (usually 3.3)" in text and "4 weeks in a row" in text
    assert "1. Ada  → Engines" in text and "netlog done f1" in text


def test_review_of_a_quiet_week_has_no_empty_sections() -> None:
    text = table({"week": {"label": "W1"}, "overdue": [], "actions": []}, "review")
    assert "Overdue" not in text and "Nothing presses" in text


@pytest.mark.parametrize("view", [*VIEWS, "never-seen"])
def test_no_rows_are_one_quiet_line(view: str) -> None:
    assert len(table([], view).splitlines()) == 1
    assert EMPTY["contacts"] in table([], "contacts")


@pytest.mark.parametrize(
    "view", ["review", "undo", "redo", "check", "import", "log", "due", "progress", "contacts"]
)
def test_object_without_any_key_is_drawn_without_an_exception(view: str) -> None:
    assert "None" not in table({}, view)


def test_colour_is_for_terminals_that_want_it() -> None:
    rows = [due("Slides", "Ada")]
    assert "\x1b[31m" in table(rows, "due", stream=Terminal())
    assert "\x1b" not in table(rows, "due")
    assert "\x1b" not in table(rows, "due", stream=Terminal(), NO_COLOR="1")
    assert "\x1b" not in table(rows, "due", stream=Terminal(), TERM="dumb")
    assert "\x1b[31m" in table(rows, "due", FORCE_COLOR="1")
    assert "\x1b" not in table(rows, "due", FORCE_COLOR="1", NO_COLOR="1")
    assert "\x1b[31m" in table(rows, "due", stream=Terminal(), NO_COLOR="")


def test_width_is_80_where_nothing_says_otherwise() -> None:
    rows = [conversation("Ada", LONG)]
    for environ in ({}, {"COLUMNS": "0"}, {"COLUMNS": "wide"}, {"COLUMNS": "²"}):
        text = drawn(rows, "conversations", io.StringIO(), environ)
        assert max(cell_len(line) for line in text.splitlines()) == 80


@pytest.mark.parametrize("view", VIEWS)
def test_view_is_drawn_in_ascii_where_the_stream_says_so(view: str) -> None:
    text = table(view_of(view, "Zoë 李", LONG), view, stream=Ascii())
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 80
