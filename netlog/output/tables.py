"""What a person sees: the view of every answer, drawn for the terminal at hand."""

import os
from collections.abc import Callable, Mapping
from typing import Any, TextIO

from rich.console import Console, RenderableType, detect_legacy_windows
from rich.text import Text

from netlog.output import (
    balance,
    cards,
    comparison,
    debriefs,
    diversity,
    due,
    evidence,
    goal,
    goal_ideas,
    heat,
    journal,
    ladder,
    log,
    map,
    mentoring,
    paths,
    plan,
    prep,
    progress,
    questions,
    review,
    search,
    spread,
    stats,
    terms,
    transfer,
    vision_start,
    wins,
    yields,
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
    "goal": goal.goals,
    "goal-ideas": goal_ideas.ideas,
    "terms": terms.terms,
    "card": cards.cards,
    "log": log.logged_all,
    "search": search.search,
    "spread": spread.spread,
    "questions": questions.questions,
    "plan-next": plan.upcoming,
    "plan-timeline": plan.timeline,
    "plan-gaps": plan.gaps,
    "wins": wins.wins,
    "diversity": diversity.diversity,
    "mentoring": mentoring.mentoring,
    "path": paths.path,
    "path-why": paths.path_why,
    "matches": paths.matches,
    "matches-why": paths.matches_why,
}
OBJECTS: dict[str, Callable[[Row, int], RenderableType]] = {
    "review": review.review,
    "plan": plan.tree,
    "ladder": ladder.ladder,
    "map": map.map,
    "yield": yields.yields,
    "stats": stats.stats,
    "comparison": comparison.comparison,
    "heat": heat.heat,
    "evidence": evidence.evidence,
    "balance": balance.balance,
    "log": log.logged,
    "undo": journal.undone,
    "redo": journal.redone,
    "check": journal.checked,
    "import": transfer.imported,
    "prep-contact": prep.contact,
    "prep-event": prep.event,
    "debrief": debriefs.debriefed,
    "vision-start": vision_start.summary,
}
EMPTY = {
    "contacts": "No contacts here: netlog add-contact NAME adds one.",
    "conversations": "No conversations here: netlog add-conversation SUMMARY --with NAME adds one.",
    "events": "No events here: netlog add-event NAME --on DATE adds one.",
    "follow_ups": "No follow-ups here: netlog add-follow-up WHAT adds one.",
    "goals": "No goals here: netlog add-goal TITLE adds one.",
    "groups": "No groups here: netlog add-group NAME adds one.",
    "memberships": "No memberships here: netlog add-membership GROUP adds one.",
    "contributions": "No contributions here: netlog add-contribution TITLE adds one.",
    "introductions": "No introductions here: netlog add-introduction --by NAME --to NAME adds one.",
    "exchanges": "No exchanges here: netlog add-exchange WHAT --with NAME adds one.",
    "opportunities": "No opportunities here: netlog add-opportunity WHAT adds one.",
    "wins": "No wins here: --win on any add command, or netlog tag REF win, notes one.",
    "mentoring": "No mentorships here: netlog edit REF role+=mentor, or mentee, begins one.",
    "takeaways": "No takeaways here: netlog add-takeaway WHAT --from REF adds one.",
    "visions": "No vision here: netlog vision start makes one.",
    "steps": "No steps here: netlog add-step WHAT adds one.",
    "progress": "No goals here: netlog add-goal TITLE adds one, netlog suggest-goals has ideas.",
    "goal-ideas": "No ideas left: every sort of goal is counted already.",
    "terms": "No terms here: add [[terms]] to config.toml (netlog config path).",
    "plan-next": "Nothing is open: netlog add-step WHAT adds a step.",
    "plan-timeline": "Nothing is open: netlog add-step WHAT adds a step.",
    "plan-gaps": "Nothing is lacking.",
    "path": "No way yet.",
    "path-why": "No way yet.",
    "matches": "Nobody to bring together yet.",
    "matches-why": "Nobody to bring together yet.",
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
