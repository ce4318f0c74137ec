"""What a person sees: the view of every answer, drawn for the terminal at hand."""

import os
from collections.abc import Callable, Mapping
from typing import Any, TextIO

from rich.console import Console, RenderableType, detect_legacy_windows
from rich.text import Text

from netlog.output import (
    cards,
    debriefs,
    due,
    journal,
    log,
    prep,
    progress,
    questions,
    review,
    search,
    spread,
    transfer,
)
from netlog.output.charts import encodable
from netlog.output.columns import COLUMNS, columns_of, rows_of
from netlog.output.lists import Row, listing

NARROWEST = 20
USUAL = 80

ROWS: dict[str, Callable[[list[Row], int], RenderableType]] = {
    "due": due.due,
    "due-why": due.reasoned,
    "progress": progress.progress,
    "card": cards.cards,
    "log": log.logged_all,
    "search": search.search,
    "spread": spread.spread,
    "questions": questions.questions,
}
OBJECTS: dict[str, Callable[[Row, int], RenderableType]] = {
    "review": review.review,
    "log": log.logged,
    "undo": journal.undone,
    "redo": journal.redone,
    "check": journal.checked,
    "import": transfer.imported,
    "prep-contact": prep.contact,
    "prep-event": prep.event,
    "debrief": debriefs.debriefed,
}
EMPTY = {
    "contacts": "No contacts here: netlog add-contact NAME adds one.",
    "conversations": "No conversations here: netlog add-conversation SUMMARY --with NAME adds one.",
    "events": "No events here: netlog add-event NAME --on DATE adds one.",
    "follow_ups": "No follow-ups here: netlog add-follow-up WHAT adds one.",
    "goals": "No goals here: netlog add-goal TITLE adds one.",
    "progress": "No goals here: netlog add-goal TITLE adds one.",
    "due": "Nothing due.",
    "due-why": "Nothing due.",
    "spread": "Nobody to spread: every contact that fits was talked with, or has a day already.",
    "triage": "Nobody without a tier here.",
    "questions": "No open questions: netlog ask REF QUESTION notes one.",
    "search": "Nothing found.",
    "history": "No history yet.",
    "tags": "No tags yet: netlog tag REF WORD adds one.",
    "config": "Nothing is configured: every setting has its default.",
}


def drawn(data: Row | list[Row], view: str, stream: TextIO, environ: Mapping[str, str]) -> str:
    """The answer as text for this stream: fitted to its width, coloured if it may be, in its encoding."""
    width = _width(stream, environ)
    console = Console(
        file=stream,
        width=width,
        force_terminal=True,
        color_system="standard" if _coloured(stream, environ) else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    with console.capture() as capture:
        console.print(renderable(data, view, width))
    lines = capture.get().splitlines()
    text = "".join(f"{line.rstrip()}\n" for line in lines)
    return encodable(text, stream.encoding or "utf-8")


def renderable(data: Row | list[Row], view: str, width: int) -> RenderableType:
    """The view of the data: a report, a list, or a card for one record."""
    if isinstance(data, dict):
        if view in OBJECTS:
            return OBJECTS[view](data, width)
        return ROWS[view]([data], width) if view in ROWS else cards.card(data, width)
    if not data:
        return Text(EMPTY.get(view, "Nothing to show."), style="dim")
    if view in ROWS:
        return ROWS[view](data, width)
    return listing(rows_of(data, view), COLUMNS.get(view) or columns_of(view, data[0]), width)


def _width(stream: TextIO, environ: Mapping[str, str]) -> int:
    columns: Any = environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return max(NARROWEST, int(columns))
    try:
        return max(NARROWEST, os.get_terminal_size(stream.fileno()).columns or USUAL)
    except (OSError, ValueError):  # a pipe, or a stream in memory
        return USUAL


def _coloured(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """NO_COLOR wins, then FORCE_COLOR; else a terminal that is not dumb."""
    if environ.get("NO_COLOR") or detect_legacy_windows():
        return False
    return bool(environ.get("FORCE_COLOR")) or (stream.isatty() and environ.get("TERM") != "dumb")
