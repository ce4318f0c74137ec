"""The queue that `due` and `review` draw from: follow-ups, contacts, events, memberships, introductions, steps, goals.

What each of these puts into it is in due_follow_ups.py, due_contacts.py, due_events.py, due_memberships.py,
due_introductions.py, due_steps.py and due_goals.py.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.records import (
    due_contacts,
    due_events,
    due_follow_ups,
    due_goals,
    due_introductions,
    due_memberships,
    due_steps,
)
from netlog.records.due_scope import Wanted, Window, window
from netlog.records.variety import Variety

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.references import Target
    from netlog.store.log import Log

Json = dict[str, Any]

SCREENFUL = 50  # contacts for a person to read


def due(
    log: "Log",
    today: date,
    days: int | None,
    ctx: "Context",
    *,
    only: "Iterable[Target]" = (),
    goals: list[Json] | None = None,
    left_out: list[str] | None = None,
    variety: Variety | None = None,
) -> list[Json]:
    """What is due within `days` of today (see window), the most urgent first, what is pinned before all.

    With `only`, what concerns these records. `goals` are those of progress.goals, where they were counted
    already; those that can't be are told in `left_out`. `variety` is what else counts the network, to share it.
    """
    when = window(today, days)
    wanted = Wanted(only)
    variety = variety or Variety(log, ctx)
    found: list[Json] = []
    if wanted.has("follow_up", "contact"):
        found += due_follow_ups.entries(log, when, ctx, wanted)
    if wanted.has("contact"):
        found += due_contacts.entries(log, when, ctx, wanted, variety)
    if wanted.has("event", "contact"):
        found += due_events.entries(log, today, ctx, variety)
    if wanted.has("membership"):
        found += due_memberships.entries(log, when, ctx)
    if wanted.has("introduction", "contact"):
        found += due_introductions.entries(log, when, ctx, variety)
    if wanted.has("step", "contact"):
        found += due_steps.entries(log, when, ctx)
    if wanted.has("goal"):
        behind = due_goals.behind(log, today, ctx, left_out) if goals is None else goals
        found += due_goals.entries(behind, today, ctx)
    return ordered(one for one in found if wanted.concerns(one))


def count(
    log: "Log", today: date, days: int | None, ctx: "Context", left_out: list[str] | None = None
) -> Json:
    """How many entries due() has of each type, were it not for its limits."""
    when = window(today, days)
    return {
        **how_many(log, when),
        "event": len(due_events.entries(log, today, ctx, Variety(log, ctx))),
        "membership": len(due_memberships.entries(log, when, ctx)),
        "introduction": due_introductions.count(log, when),
        "step": len(due_steps.entries(log, when, ctx)),
        "goal": len(due_goals.behind(log, today, ctx, left_out)),
    }


def how_many(log: "Log", when: Window) -> dict[str, int]:
    """How many follow-ups and contacts are due, or pinned."""
    return {"follow_up": due_follow_ups.count(log, when), "contact": due_contacts.count(log, when)}


def ordered(found: Iterable[Json]) -> list[Json]:
    """Entries as a queue has them: pinned ones first, then by score."""
    return sorted(
        found, key=lambda one: ("pinned" not in one["parts"], -one["score"], one["due_on"], one["ref"])
    )


def first_people(found: list[Json], most: int) -> list[Json]:
    """The entries without contacts beyond the first so many."""
    kept, left = [], most
    for one in found:
        left -= one["type"] == "contact"
        if one["type"] != "contact" or left >= 0:
            kept.append(one)
    return kept
