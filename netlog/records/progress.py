"""Goals counted from the log: what falls into each period, by query, never typed in."""

import json
from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Any

from netlog.errors import NetlogError
from netlog.insight import progress
from netlog.insight.periods import Period, period_at, periods_between
from netlog.records import filters, record
from netlog.records.countables import COUNTED, split
from netlog.records.goals import KIND
from netlog.records.kind import kind_of
from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

ACTIVE = "SELECT id FROM goal WHERE status = 'active' ORDER BY id"


def goals(
    log: "Log",
    ids: Sequence[int],
    today: date,
    ctx: "Context",
    *,
    why: bool = False,
    left_out: list[str] | None = None,
) -> list[Json]:
    """Each goal as JSON with done, expected, state, period, days_left, streaks and history (oldest first).

    A goal whose filter names what is there no more, or now names several, is an error that tells which
    goal it is; where `left_out` is given, that is added to it and the other goals are counted.
    """
    found = []
    for goal in record.load(KIND, log, ids):
        try:
            found.append(_progress(log, goal, today, ctx, why))
        except NetlogError as error:
            _leave_out(goal, error, left_out)
    return found


def behind(log: "Log", today: date, ctx: "Context", left_out: list[str] | None = None) -> list[Json]:
    """Active goals behind pace in the period that holds today: done, expected, state and period of each.

    Nothing is counted beyond what settles it: no history, and no more entries than would be on pace.
    `left_out` as for goals().
    """
    found = []
    for goal in record.load(KIND, log, [row[0] for row in log.rows(ACTIVE)]):
        try:
            found.append(_standing(log, goal, today, ctx))
        except NetlogError as error:
            _leave_out(goal, error, left_out)
    return [one for one in found if one is not None]


def _standing(log: "Log", goal: Json, today: date, ctx: "Context") -> Json | None:
    """A goal that is behind, as it stands; None for one that is not."""
    current, last = _current(goal, today, ctx)
    tally = _Tally(log, goal, ctx, last)  # a filter that can't be read is told whatever the pace
    if current is None:
        return None
    asked = _asked(current, date.fromisoformat(goal["starts_on"]))
    standing = progress.standing(0, goal["target"], asked, today)
    if standing.state != "behind":  # with nothing done: it is too early in the period, or too late
        return None
    enough = ceil(standing.expected - progress.SLACK)
    done = tally.count(current, enough)
    if done >= enough:
        return None
    return {**goal, "done": done, "expected": standing.expected, "state": "behind", "period": _shown(current)}


def _leave_out(goal: Json, error: NetlogError, left_out: list[str] | None) -> None:
    """Tell which goal can't be counted: as an error, or among those left out."""
    error.message = f"the goal {goal['ref']} {goal['title']!r} can't be counted: {error.message}"
    if left_out is None:
        raise error
    left_out.append(f"{error.message} (netlog edit {goal['ref']} where=...)")


def _current(goal: Json, today: date, ctx: "Context") -> tuple[Period | None, date]:
    """The period that counts now, cut where the goal ends, and the last day that counts."""
    last = min(today, date.fromisoformat(goal["ends_on"])) if goal["ends_on"] else today
    current = period_at(goal["per"], max(last, date.fromisoformat(goal["starts_on"])), ctx.terms)
    if current and goal["ends_on"]:  # a goal that ends within its last period is over then
        current = current._replace(ends_on=min(current.ends_on, date.fromisoformat(goal["ends_on"])))
    return current, last


def _asked(period: Period, starts_on: date) -> Period:
    """The part of a period in which the goal asks for something: none of the days before it began."""
    return period._replace(starts_on=max(period.starts_on, min(starts_on, period.ends_on)))


def _progress(log: "Log", goal: Json, today: date, ctx: "Context", why: bool) -> Json:
    starts_on = date.fromisoformat(goal["starts_on"])
    current, last = _current(goal, today, ctx)
    tally = _Tally(log, goal, ctx, last)
    through = periods_between(goal["per"], starts_on, max(last, starts_on), ctx.terms)
    past = [one for one in through if current is None or one.starts_on != current.starts_on]
    *before, done = tally.counts([*past, current]) if current else [*tally.counts(past), 0]
    history = [
        {"label": one.label, "done": many, "met": many >= goal["target"]}
        for one, many in zip(past, before, strict=True)
    ]
    standing = progress.standing(done, goal["target"], _asked(current, starts_on), today) if current else None
    streaks = progress.streaks([bool(one["met"]) for one in history], done >= goal["target"])
    return {
        **goal,
        "done": done,
        "expected": standing.expected if standing else 0.0,
        "state": standing.state if standing else "on-pace",  # between terms nothing is asked
        "period": _shown(current) if current else None,
        "days_left": standing.days_left if standing else None,
        "streak": streaks.now,
        "best_streak": streaks.best,
        "history": history,
        "entries": tally.entries(current) if why and current else [],
    }


class _Tally:
    """The count of one goal, up to a day."""

    def __init__(self, log: "Log", goal: Json, ctx: "Context", until: date) -> None:
        self._log = log
        self._what = COUNTED[goal["count"]]
        self._until = until
        query = filters.read(kind_of(self._what.kind), split(goal["where"] or ""), ctx, log)
        self._values = query.values
        filter = self._what.filtered.format(query.where()) if query.conditions else "TRUE"
        self._where = f"WHERE {self._what.condition} AND {filter} AND {self._what.day}"

    def counts(self, periods: Sequence[Period]) -> list[int]:
        """How many entries fall into each period: one query, as a filter may take long to look up."""
        # Grouping within an index finds what differs in two thirds of the time that count(DISTINCT) takes.
        differing = self._what.counted.removeprefix("DISTINCT ")
        each = f"GROUP BY {differing}" if differing != self._what.counted else ""
        sql = f"""
SELECT (SELECT count(*) FROM (SELECT 1 FROM {self._what.source} {self._where}
         BETWEEN json_extract(period.value, '$[0]') AND json_extract(period.value, '$[1]') {each}))
  FROM json_each(?) AS period ORDER BY period.key"""
        bounds = json.dumps([self._bounds(one) for one in periods])
        return [row[0] for row in self._log.rows(sql, *self._values, bounds)]

    def count(self, period: Period, enough: int) -> int:
        """How many entries fall into a period; where it is `enough`, the rest is not counted."""
        one = self._what.counted.replace("*", "1")
        within = f"SELECT {one} FROM {self._what.source} {self._where} BETWEEN ? AND ? LIMIT ?"
        sql = f"SELECT count(*) FROM ({within})"
        return int(self._log.value(sql, *self._values, *self._bounds(period), enough))

    def entries(self, period: Period) -> list[Json]:
        """The entries of a period, oldest first: ref, on, text."""
        kind = self._what.kind
        sql = (
            f'SELECT {kind}.id AS id, min({self._what.day}) AS "on", {self._what.text} AS text '
            f"FROM {self._what.source} {self._what.join} {self._where} BETWEEN ? AND ? "
            f"GROUP BY {kind}.id ORDER BY 2, 1"
        )
        rows = self._log.rows(sql, *self._values, *self._bounds(period))
        return [{"ref": f"{LETTERS[kind]}{row['id']}", "on": row["on"], "text": row["text"]} for row in rows]

    def _bounds(self, period: Period) -> tuple[str, str]:
        return period.starts_on.isoformat(), min(period.ends_on, self._until).isoformat()


def _shown(period: Period) -> Json:
    return {
        "label": period.label,
        "starts_on": period.starts_on.isoformat(),
        "ends_on": period.ends_on.isoformat(),
    }
