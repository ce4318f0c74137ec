"""Goals counted from the log: what falls into each period, by query, never typed in."""

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Any

from netlog.errors import NetlogError
from netlog.insight import forecasts, progress, spans
from netlog.insight.course import MAXIMUM, Amendment, Asked, Course, Pause, changes, through
from netlog.insight.periods import Period
from netlog.records import record
from netlog.records.goals import KIND
from netlog.records.tally import Tally

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

ALL = 1_000_000  # more periods than any goal has

ACTIVE = "SELECT id FROM goal WHERE status = 'active' ORDER BY id"
ACTIVE_ON = """
SELECT id FROM goal WHERE starts_on <= ?1 AND (status = 'active' OR closed_on > ?1) ORDER BY id"""


def goals(
    log: "Log",
    ids: Sequence[int],
    today: date,
    ctx: "Context",
    *,
    why: bool = False,
    soonest: bool = False,
    exact: int = ALL,
    left_out: list[str] | None = None,
) -> list[Json]:
    """Each goal as JSON with what it asks for now, done, expected, state, period, days_left, paused,
    forecast, streaks and history (oldest first); with `why` its entries, with `soonest` what would meet it.

    Past periods before the last `exact` ones are counted no further than it takes to say whether they were
    met; where that is none, there is no forecast either. A goal whose filter names what is there no more,
    or now names several, is an error that tells which goal it is; where `left_out` is given, that is added
    to it and the other goals are counted.
    """
    found = []
    for goal in record.load(KIND, log, ids):
        try:
            one = _Goal(log, goal, today, ctx)
            found.append({**one.told(exact), **one.more(why, soonest)})
        except NetlogError as error:
            _leave_out(goal, error, left_out)
    return found


def active(log: "Log", day: date | None = None) -> list[int]:
    """The goals that are active, or were on a day."""
    rows = log.rows(ACTIVE_ON, str(day)) if day else log.rows(ACTIVE)
    return [row["id"] for row in rows]


def behind(log: "Log", today: date, ctx: "Context", left_out: list[str] | None = None) -> list[Json]:
    """Active goals behind pace in the period that holds today: done, expected, state and period of each.

    Nothing is counted beyond what settles it: no history, and no more entries than would be on pace.
    `left_out` as for goals().
    """
    found = []
    for goal in record.load(KIND, log, active(log)):
        try:
            found.append(_Goal(log, goal, today, ctx).behind())
        except NetlogError as error:
            _leave_out(goal, error, left_out)
    return [one for one in found if one is not None]


def slipping(goal: Json, today: date) -> bool:
    """Whether a goal as goals() gives it is behind, or its maximum is exceeded in a period that is not over."""
    if goal["state"] != "missed" or goal["bound"] != MAXIMUM:
        return bool(goal["state"] == "behind")
    return bool(goal["period"]["ends_on"] >= str(today))


def course_of(goal: Json, today: date) -> Course:
    """A goal as `show` gives it -> its course, as it is known on a day."""
    closed_on = _day(goal["closed_on"])
    return Course(
        goal["per"],
        goal["bound"],
        goal["target"],
        goal["where"],
        date.fromisoformat(goal["starts_on"]),
        _day(goal["ends_on"]),
        closed_on if closed_on and closed_on <= today else None,
        tuple(
            Pause(date.fromisoformat(one["starts_on"]), _day(one["ends_on"]), one["why"])
            for one in goal["pauses"]
        ),
        tuple(
            Amendment(date.fromisoformat(one["from_on"]), one["target"], one["where"], one["why"])
            for one in goal["amendments"]
        ),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _leave_out(goal: Json, error: NetlogError, left_out: list[str] | None) -> None:
    """Tell which goal can't be counted: as an error, or among those left out."""
    command = "edit or amend-goal" if goal["amendments"] else "edit"
    error.message = f"the goal {goal['ref']} {goal['title']!r} can't be counted: {error.message}"
    error.hint = f"netlog {command} {goal['ref']} where=..."
    if left_out is None:
        raise error
    left_out.append(f"{error.message} ({error.hint})")


class _Goal:
    """One goal on a day: its course, and its tally for each of the filters that it had."""

    def __init__(self, log: "Log", goal: Json, today: date, ctx: "Context") -> None:
        self._log, self._goal, self._today, self._ctx = log, goal, today, ctx
        self._course = course_of(goal, today)
        self._last = self._course.last_day(today)
        self._past, self._current = through(self._course, today, ctx.terms)
        self._tallies: dict[str | None, Tally] = {}
        self._target, self._where = self._course.in_force(today)
        self._tally(self._where)  # a filter that can't be read is told whatever the pace

    def behind(self) -> Json | None:
        """The goal where it is behind, as far as that takes to tell; else None."""
        current, bound = self._current, self._course.bound
        if current is None or progress.standing(0, current, self._today, bound=bound).state != "behind":
            return None  # with nothing done: it is too early in the period, or too late, or it is paused
        standing = progress.standing(0, current, self._today)
        enough = ceil(standing.expected - progress.SLACK)
        period, tally = self._counted(current), self._tally(current.where)
        if tally.reaches(period, enough):
            return None
        return {
            **self._goal,
            "target": current.target,
            "where": current.where,
            "done": tally.counts([period])[0],
            "expected": standing.expected,
            "state": "behind",
            "period": _shown(current.period),
        }

    def told(self, exact: int = ALL) -> Json:
        """The goal as the contract's JSON gives it, but for what more() adds."""
        current, bound = self._current, self._course.bound
        days = forecasts.looked_at(self._course, self._today, self._ctx.terms) if exact and current else []
        done, recent = self._now(days)
        before = self._before(exact)
        kept = [progress.kept(many, one, bound=bound) for many, one in zip(before, self._past, strict=True)]
        standing = self._standing(done)
        settled = current and progress.undecided(standing.state, current, self._today, bound=bound)
        streaks = progress.streaks(kept, settled)
        ahead = self._ahead(done, recent, spans.length(days))
        paused = self._course.paused(self._today)
        return {
            **self._goal,
            "target": current.target if current else 0,
            "whole": current.whole if current else self._target,
            "where": current.where if current else self._where,
            "done": done,
            "expected": standing.expected,
            "state": standing.state,
            "period": _shown(current.period) if current else None,
            "days_left": standing.days_left if current else None,
            "paused": _texts(paused._asdict()) if paused else None,
            "forecast": _texts(ahead._asdict()) if ahead else None,
            "streak": streaks.now,
            "best_streak": streaks.best,
            "history": [self._entry(*one) for one in zip(self._past, before, kept, strict=True)],
        }

    def more(self, why: bool, soonest: bool) -> Json:
        """The entries of the present period, and what would meet the goal soonest, where they are asked for."""
        found: Json = {"entries": [], "soonest": []}
        if self._current and why:
            found["entries"] = self._tally(self._current.where).entries(self._counted(self._current))
        if self._current and soonest:
            found["soonest"] = self._soonest(self._current)
        return found

    def _soonest(self, current: Asked) -> list[Json]:
        """Nothing where nothing is lacking: for a maximum, in a pause, and once the period is over."""
        period, tally = self._counted(current), self._tally(current.where)
        lacking = not current.rests and not tally.reaches(period, current.target)
        if not lacking or self._course.bound == MAXIMUM or self._today > current.period.ends_on:
            return []
        from netlog.records import soonest

        facts = tally.facts(period) if self._goal["distinct"] else []
        goal = {**self._goal, "where": current.where}
        starts_on, ends_on = current.period.starts_on, current.period.ends_on
        return soonest.found(
            soonest.Search(self._log, self._ctx, goal, starts_on, self._today, ends_on, facts)
        )

    def _standing(self, done: int) -> progress.Standing:
        if self._current is None:  # between terms nothing is asked
            return progress.Standing(0.0, "on-pace", 0)
        standing = progress.standing(done, self._current, self._today, bound=self._course.bound)
        over = self._course.closed_on is not None and standing.state == "behind"
        return standing._replace(state="missed") if over else standing

    def _ahead(self, done: int, recent: int, days: int) -> forecasts.Forecast | None:
        """Where the present period will end; of facts to be told apart there are no more than there are."""
        if self._current is None or not days:
            return None
        most, bound = self._tally(self._current.where).most(), self._course.bound
        limit = None if most < 0 else max(most, done)
        return forecasts.forecast(done, self._current, recent, days, self._today, bound=bound, most=limit)

    def _now(self, days: Sequence[spans.Span]) -> tuple[int, int]:
        """What is done in the present period, and in the days that the forecast goes by."""
        if self._current is None:
            return 0, 0
        stretches = forecasts.stretches(days, self._course.per)
        done, *recent = self._tally(self._current.where).counts([self._counted(self._current), *stretches])
        return done, sum(recent)

    def _before(self, exact: int) -> list[int]:
        """What was done in each period that is over, by the filter that was in force."""
        found: dict[int, int] = {}
        first = len(self._past) - exact
        sorts = {place: (one.where, place >= first) for place, one in enumerate(self._past)}
        for where, all in dict.fromkeys(sorts.values()):
            places = [place for place, sort in sorts.items() if sort == (where, all)]
            most = -1 if all else max(self._past[place].target for place in places) + 1
            periods = [self._counted(self._past[place]) for place in places]
            found.update(zip(places, self._tally(where).counts(periods, most), strict=True))
        return [found[place] for place in sorts]

    def _counted(self, asked: Asked) -> spans.Span:
        """The days of a period whose entries count: also those before the goal began, none to come."""
        return asked.period.starts_on, min(asked.period.ends_on, self._last)

    def _tally(self, where: str | None) -> Tally:
        if where not in self._tallies:
            # What is done in a pause counts toward a minimum, and not against a maximum.
            besides = self._course.pauses if self._course.bound == MAXIMUM else ()
            goal = self._goal
            self._tallies[where] = Tally(
                self._log, self._ctx, goal["count"], where, goal["distinct"], besides
            )
        return self._tallies[where]

    def _entry(self, asked: Asked, done: int, met: bool | None) -> Json:
        state = "paused" if met is None else "met" if met else "missed"
        return {
            "label": asked.period.label,
            "done": done,
            "target": asked.target,
            "met": bool(met),
            "state": state,
            "note": "; ".join(changes(self._course, asked.period)) or None,
        }


def _shown(period: Period) -> Json:
    return {"label": period.label, "starts_on": str(period.starts_on), "ends_on": str(period.ends_on)}


def _texts(values: Json) -> Json:
    """Values with days as text."""
    return {key: str(value) if isinstance(value, date) else value for key, value in values.items()}
