"""The introductions in the queue, each at its next move."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.insight import dates, introductions, queue
from netlog.records.entries import entry
from netlog.records.links import shown_ref
from netlog.records.record import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netlog.insight.introductions import Move
    from netlog.records.context import Context
    from netlog.records.due_scope import Window
    from netlog.records.fields import Names
    from netlog.records.variety import Variety
    from netlog.store.log import Log, Row

Json = dict[str, Any]

# What is open has an index of its own; of others among themselves no move is yours.
OPEN = """
SELECT id, status, by_id, who_id, to_id, snoozed_until,
       coalesce(CASE status WHEN 'asked' THEN asked_on WHEN 'made' THEN made_on ELSE met_on END,
                substr(created_at, 1, 10)) AS since
  FROM introduction INDEXED BY introduction_open
 WHERE (status IN ('asked', 'made') OR (status = 'met' AND who_id IS NULL)) AND (by_id IS NULL OR who_id IS NULL)
 ORDER BY id"""

MOST = 100  # in a queue, the longest due

_WHAT = {
    ("by", "asked"): "introduce {who} to {whom}",
    ("by", "made"): "hear whether {who} and {whom} met",
    ("who", "asked"): "ask {giver} again to introduce you to {whom}",
    ("who", "made"): "meet {whom}, whom {giver} introduced",
    ("who", "met"): "thank {giver} for introducing you to {whom}",
}
_WHY = {
    ("by", "asked"): "asked for {since}",
    ("by", "made"): "you introduced them {since}",
    ("who", "asked"): "asked {since}, not made yet",
    ("who", "made"): "introduced {since}, not met yet",
    ("who", "met"): "you met {since}",
}


def entries(log: "Log", when: "Window", ctx: "Context", variety: "Variety") -> list[Json]:
    """The moves that are due; one that you owe also in the week before.

    Whom you are to be introduced to is worth the more where they are of a lacking class.
    """
    found = [one for one in _moves(log) if _is_due(*one, when)]
    found = sorted(found, key=lambda one: (one[2], one[0]["id"]))[:MOST]
    names = names_of(log, {("contact", id) for row, _, _ in found for id in _people(row)})
    lacking = variety.lacking({row["to_id"] for row, _, _ in found if _brings(row)})
    return [
        _entry(*one, names, _brings(one[0]) and one[0]["to_id"] in lacking, when.today, ctx) for one in found
    ]


def count(log: "Log", when: "Window") -> int:
    """How many moves are due."""
    return sum(_is_due(*one, when) for one in _moves(log))


def _moves(log: "Log") -> "Iterator[tuple[Row, Move, date]]":
    """What is open, with the next move and its day, or the day it is put off to."""
    for row in log.rows(OPEN):
        move = introductions.next_move(_yours(row), row["status"], date.fromisoformat(row["since"]))
        if move is not None:
            until = row["snoozed_until"]
            yield row, move, max(move.due_on, date.fromisoformat(until)) if until else move.due_on


def _is_due(row: "Row", move: "Move", due_on: date, when: "Window") -> bool:
    last = when.until if move.part == "introduce" else when.awake
    return str(due_on) <= last and (row["snoozed_until"] or "") <= when.awake


def _yours(row: "Row") -> str:
    return "by" if row["by_id"] is None else "who"


def _brings(row: "Row") -> bool:
    """Whether you are still to meet somebody by it."""
    return _yours(row) == "who" and row["status"] in ("asked", "made")


def _people(row: "Row") -> list[int]:
    return [row[key] for key in ("by_id", "who_id", "to_id") if row[key] is not None]


def _entry(
    row: "Row", move: "Move", due_on: date, names: "Names", lacking: bool, today: date, ctx: "Context"
) -> Json:
    key, since = (_yours(row), row["status"]), date.fromisoformat(row["since"])
    giver, who, whom = (names.get(("contact", row[one]), "") for one in ("by_id", "who_id", "to_id"))
    snoozed = f", snoozed until {row['snoozed_until']}" if row["snoozed_until"] else ""
    return entry(
        f"i{row['id']}",
        _WHAT[key].format(giver=giver, who=who, whom=whom),
        contacts=[shown_ref(("contact", id), names) for id in _people(row)],
        due_on=due_on,
        today=today,
        reason=f"{_WHY[key].format(since=dates.days_between_text(since, today))}{snoozed}",
        urgency=queue.of_introduction(move.part, due_on, today, lacking=lacking, weights=ctx.weights),
        command=f"mark {move.status} i{row['id']}",
    )
