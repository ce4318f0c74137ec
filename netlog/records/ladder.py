"""The ladder, from the log: contributions by level and year, the next rung, and where it can be reached."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.insight import ladder

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

COMING = 5  # events of the next rung that are told
UNTOLD = 3  # presentations without a contribution that are told

GIVEN = "SELECT level, given_on FROM contribution"
EVENTS = """
SELECT id, name, starts_on, role FROM event
 WHERE starts_on >= ?1 AND level = ?2 AND status IN ('planned', 'registered') ORDER BY starts_on, id LIMIT ?3"""
PRESENTED = """
SELECT id, kind, level, starts_on FROM event
 WHERE role = 'presenter' AND status = 'attended'
   AND NOT EXISTS (SELECT 1 FROM contribution WHERE event_id = event.id)
 ORDER BY starts_on DESC, id DESC"""


def of(log: "Log", ctx: "Context") -> Json:
    """The contract's JSON: levels[{level, years{year: count}, total}] and next_rung{level, why, events, commands}."""
    given = [ladder.Given(row["level"], date.fromisoformat(row["given_on"])) for row in log.rows(GIVEN)]
    rungs = ladder.rungs(given, ctx.levels)
    return {
        "levels": [
            {"level": one.level, "years": {str(year): many for year, many in one.years.items()}}
            | {"total": one.total}
            for one in rungs
        ],
        "next_rung": _next(log, ladder.next_rung(given, ctx.levels, ctx.today), ctx),
    }


def by_year(found: Json) -> list[Json]:
    """The levels alone, with a column for each year, for a sheet."""
    return [{"level": one["level"], **one["years"], "total": one["total"]} for one in found["levels"]]


def untold(log: "Log") -> list[str]:
    """A line on each event where you presented and of which no contribution is noted; the newest, and how many more."""
    rows = log.rows(PRESENTED)
    told = [
        f"e{row['id']}: you presented; netlog add-contribution TITLE{_level(row['level'])}"
        f" --on {row['starts_on']} --event e{row['id']} records it"
        for row in rows[:UNTOLD]
    ]
    more = len(rows) - len(told)
    return [*told, f"and {more} more: netlog list-events role:presenter status:attended"] if more else told


def _next(log: "Log", rung: ladder.Next, ctx: "Context") -> Json:
    rows = log.rows(EVENTS, ctx.today.isoformat(), rung.level, COMING)
    events = [{"ref": f"e{row['id']}", "name": row["name"], "on": row["starts_on"]} for row in rows]
    return {
        "level": rung.level,
        "why": _why(rung),
        "events": events,
        "commands": [_towards(row["id"], row["role"]) for row in rows]
        or [f'netlog add-event "..." --on DATE --level {rung.level} --role presenter'],
    }


def _towards(event: int, role: str) -> str:
    """What brings one to give something at an event to come: a part in it, else what is needed for it."""
    return f"netlog prep e{event}" if role == "presenter" else f"netlog edit e{event} role=presenter"


def _why(rung: ladder.Next) -> str:
    lately = f"in the last {ladder.RECENT_YEARS} years"
    if rung.stands is None:
        return f"nothing of a known level {lately}: begin near by"
    if rung.top:
        return f"you gave at {rung.stands} level {lately}: there is no higher rung, stay on it"
    return f"the highest level you gave at {lately} is {rung.stands}"


def _level(level: str | None) -> str:
    return f" --level {level}" if level else ""
