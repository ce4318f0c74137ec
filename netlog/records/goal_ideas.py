"""Suggested goals: a little above what the last year of the log shows, each as the command that adds it."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.insight import goal_ideas
from netlog.insight.goal_ideas import Idea
from netlog.records.tally import Tally

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

MOST = 3
YOUNG = 28  # days: of a younger log no average is taken

FIRST_DAY = """
SELECT min(day) FROM (SELECT min(held_on) AS day FROM conversation
  UNION ALL SELECT min(starts_on) FROM event WHERE status = 'attended'
  UNION ALL SELECT min(done_on) FROM follow_up WHERE status = 'done')"""
COUNTED_NOW = "SELECT DISTINCT count, coalesce(\"distinct\", '') FROM goal WHERE status = 'active'"


class Sort(NamedTuple):
    """A sort of goal: what it counts, of which periods (the shorter first), and how one says it."""

    counted: str
    pers: tuple[str, ...]
    one: str
    many: str
    distinct: str | None = None


SORTS = (
    Sort("conversations", ("week", "month"), "conversation", "conversations"),
    Sort("contacts", ("month", "quarter"), "new contact", "new contacts"),
    Sort("events", ("term", "year"), "event", "events"),
    Sort("people", ("year",), "region heard from", "regions heard from", "region"),
    Sort("presentations", ("year",), "presentation", "presentations"),
    Sort("follow-ups", ("week", "month"), "promise kept", "promises kept"),
    Sort("contributions", ("term", "year"), "contribution", "contributions"),
    Sort("people", ("year",), "sector heard from", "sectors heard from", "sector"),
    Sort("group-meetings", ("term", "year"), "group meeting", "group meetings"),
    Sort("introductions-made", ("quarter", "year"), "introduction made", "introductions made"),
    Sort("help-given", ("month", "quarter"), "time help given", "times help given"),
    Sort("reviews", ("month",), "weekly review", "weekly reviews"),
)
STARTERS = (
    ("contacts", "month", 1),
    ("conversations", "week", 1),
    ("events", "term", 1),
    ("people", "year", 3),
    ("follow-ups", "month", 1),
    ("contributions", "year", 1),
    ("help-given", "quarter", 1),
)
NUMBERS = (
    *(
        "No",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
    ),
)


def suggested(log: "Log", today: date, ctx: "Context") -> list[Json]:
    """At most three goals that no active one counts already: title, count, where, distinct, target, per,
    average (null for a starter), why, command. Where the log has too little to go by, starters."""
    taken = {tuple(row) for row in log.rows(COUNTED_NOW)}
    sorts = [one for one in SORTS if (one.counted, one.distinct or "") not in taken]
    first = log.value(FIRST_DAY)
    young = first is None or (today - date.fromisoformat(first)).days < YOUNG
    found = (
        [] if young else list(islice(_of_the_log(log, sorts, date.fromisoformat(first), today, ctx), MOST))
    )
    told = {(one["count"], one["distinct"]) for one in found}
    starters = [one for one in _starters(sorts, young, ctx) if (one["count"], one["distinct"]) not in told]
    return [*found, *starters][:MOST]


def _of_the_log(log: "Log", sorts: list[Sort], first: date, today: date, ctx: "Context") -> Iterator[Json]:
    """What the log has enough of to go by, in the order of the sorts."""
    for sort in sorts:
        tally = Tally(log, ctx, sort.counted, None, sort.distinct)
        counts = {
            per: tally.counts(spans)
            for per in sort.pers
            if (spans := goal_ideas.looked_at(per, first, today, ctx.terms))
        }
        if idea := goal_ideas.idea(counts):
            yield _told(sort, idea.per, idea.target, idea.average, _why(idea))


def _starters(sorts: list[Sort], young: bool, ctx: "Context") -> Iterator[Json]:
    """Small goals that most can keep, for who has little in the log yet."""
    little = "little yet" if young else "few of these"
    why = f"a start: the log has too {little} to go by"
    for count, per, target in STARTERS:
        sort = next((one for one in sorts if one.counted == count), None)
        if sort:
            yield _told(sort, per if ctx.terms or per != "term" else "quarter", target, None, why)


def _why(idea: Idea) -> str:
    if idea.per == "year":
        return f"it was {idea.average:g} in the last year"
    if idea.periods == 1:
        return f"it was {idea.average:g} in the last {idea.per}"
    return f"you averaged {idea.average:g} a {idea.per} over the last {idea.periods} {idea.per}s"


def _told(sort: Sort, per: str, target: int, average: float | None, why: str) -> Json:
    number = NUMBERS[target] if target < len(NUMBERS) else str(target)
    title = f"{number} {sort.one if target == 1 else sort.many} a {per}"
    distinct = f" --distinct {sort.distinct}" if sort.distinct else ""
    command = f"netlog add-goal '{title}' --count {sort.counted}{distinct} --per {per} --target {target}"
    return {
        "title": title,
        "count": sort.counted,
        "where": None,
        "distinct": sort.distinct,
        "target": target,
        "per": per,
        "average": average,
        "why": why,
        "command": command,
    }
