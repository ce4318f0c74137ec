"""`stats`: what you did by week, month, quarter, term or year, counted from indexes."""

import json
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.insight import series
from netlog.insight.series import Slot
from netlog.insight.spans import Span
from netlog.records import in_touch

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]
Counts = dict[str, list[float | None]]

IN_TOUCH = "in_touch"
PEOPLE = "people"
PERCENT = (IN_TOUCH,)
NAMES = {
    "conversations": "Conversations",
    PEOPLE: "People talked with",
    "new_contacts": "New contacts",
    "events": "Events attended",
    "follow_ups_kept": "Follow-ups kept",
    "kept_on_time": "Kept on time",
    "promises_received": "Promises received",
    IN_TOUCH: "In touch in time, %",
    "help_given": "Help given",
    "help_received": "Help received",
    "contributions": "Contributions",
}

_WITHIN = "BETWEEN json_extract(span.value, '$[0]') AND json_extract(span.value, '$[1]')"
_KEPT = "(SELECT count(*) FROM follow_up INDEXED BY follow_up_kept WHERE owed_by = "
_HELP = "(SELECT count(*) FROM exchange INDEXED BY exchange_by_direction WHERE direction = "
# People are grouped within the index: that takes two thirds of the time of count(DISTINCT).
COUNTS = f"""
SELECT (SELECT count(*) FROM conversation INDEXED BY conversation_by_day WHERE held_on {_WITHIN}) AS conversations,
       (SELECT count(*) FROM (SELECT 1 FROM conversation_contact INDEXED BY conversation_contact_by_day
         WHERE held_on {_WITHIN} GROUP BY contact_id)) AS people,
       (SELECT count(*) FROM contact INDEXED BY contact_by_known
         WHERE known_on {_WITHIN} AND status <> 'target') AS new_contacts,
       (SELECT count(*) FROM event INDEXED BY event_by_start
         WHERE starts_on {_WITHIN} AND status = 'attended') AS events,
       {_KEPT} 'me' AND done_on {_WITHIN}) AS follow_ups_kept,
       {_KEPT} 'me' AND done_on {_WITHIN} AND done_on <= due_on) AS kept_on_time,
       {_KEPT} 'them' AND done_on {_WITHIN}) AS promises_received,
       {_HELP} 'given' AND exchanged_on {_WITHIN}) AS help_given,
       {_HELP} 'received' AND exchanged_on {_WITHIN}) AS help_received,
       (SELECT count(*) FROM contribution INDEXED BY contribution_by_day WHERE given_on {_WITHIN}) AS contributions
  FROM json_each(?) AS span ORDER BY span.key"""
# No conversation is to come: whoever was talked with last since a day was talked with since that day.
PEOPLE_SINCE = "SELECT count(*) FROM contact INDEXED BY contact_by_last WHERE last_conversation_on >= ?"
PEOPLE_IN = f"""
SELECT count(*) FROM (
  SELECT 1 FROM json_each(?) AS span CROSS JOIN conversation_contact AS part INDEXED BY conversation_contact_by_day
   WHERE part.held_on {_WITHIN} GROUP BY part.contact_id)"""
CONVERSATIONS = "SELECT count(*) FROM conversation WHERE held_on BETWEEN ? AND ?"
BEGUN = """
SELECT min(day) FROM (
  SELECT min(held_on) AS day FROM conversation UNION ALL SELECT min(known_on) FROM contact
  UNION ALL SELECT min(starts_on) FROM event UNION ALL SELECT min(exchanged_on) FROM exchange
  UNION ALL SELECT min(done_on) FROM follow_up WHERE status = 'done' UNION ALL SELECT min(given_on) FROM contribution)"""


def of(log: "Log", per: str, words: str | None, ctx: "Context") -> tuple[Json, list[str]]:
    """per, periods[{label,starts_on,ends_on,partial}], series[{key,name,unit,values,total,average}]; what is to be told.

    Of the last twelve periods, or of those in the range that `words` mean. UsageError for one that is to come.
    """
    if words is None:
        slots = series.latest(per, ctx.today, ctx.terms)
    else:
        slots = series.between(per, *span(log, words, ctx), ctx.today, ctx.terms)
        slots = [slot for slot in slots if slot.starts_on <= ctx.today] or slots
    counts, told = counted(log, slots, ctx)
    begun = series.first_used([values for key, values in counts.items() if key != IN_TOUCH])
    found = {
        "per": per,
        "periods": [
            {
                "label": one.label,
                "starts_on": str(one.starts_on),
                "ends_on": str(one.ends_on),
                "partial": one.partial,
            }
            for one in slots
        ],
        "series": [
            {
                **named(key),
                "values": values,
                "total": _total(log, key, values, slots, ctx),
                "average": series.average(values, slots, begun),
            }
            for key, values in counts.items()
        ],
    }
    return found, [*told, *_between_terms(log, per, slots, counts)]


def by_period(found: Json) -> list[Json]:
    """The same as a row for each period: label, starts_on, ends_on, and each series by its key."""
    return [
        {key: period[key] for key in ("label", "starts_on", "ends_on")}
        | {one["key"]: one["values"][place] for one in found["series"]}
        for place, period in enumerate(found["periods"])
    ]


def counted(log: "Log", slots: Sequence[Slot], ctx: "Context") -> tuple[Counts, list[str]]:
    """Each series by its key, a value for each period; and what is to be told of them."""
    rows = log.rows(COUNTS, _spans(slots))
    ends = [min(slot.ends_on, ctx.today) for slot in slots]
    shares, told = in_touch.shares(log, ends)
    counts: Counts = {key: shares if key == IN_TOUCH else [row[key] for row in rows] for key in NAMES}
    return counts, [told] if told else []


def named(key: str) -> Json:
    """What a series is: key, name, unit."""
    return {"key": key, "name": NAMES[key], "unit": "percent" if key in PERCENT else "count"}


def span(log: "Log", words: str, ctx: "Context") -> Span:
    """The range that words mean: from the first entry of the log where it has no beginning, to today where no end."""
    first, last = ctx.span(words, "past")
    if first is None:
        begun = log.value(BEGUN)
        first = min(date.fromisoformat(begun) if begun else ctx.today, last or ctx.today)
    if first > ctx.today:
        raise UsageError(f"{words} is still to come", "count what has begun")
    return first, ctx.today if last is None else last


def _spans(slots: Sequence[Slot]) -> str:
    return json.dumps([[str(slot.starts_on), str(slot.ends_on)] for slot in slots])


def _total(
    log: "Log", key: str, values: Sequence[float | None], slots: Sequence[Slot], ctx: "Context"
) -> float | None:
    """What the periods come to: somebody talked with in several counts once; shares come to nothing."""
    if key in PERCENT:
        return None
    if key != PEOPLE:
        return sum(value for value in values if value)
    if len(slots) == 1:
        return values[0]
    joined = all(one.ends_on == series.day_before(other.starts_on) for one, other in pairwise(slots))
    if joined and slots[-1].ends_on >= ctx.today:
        return int(log.value(PEOPLE_SINCE, str(slots[0].starts_on)))
    return int(log.value(PEOPLE_IN, _spans(slots)))


def _between_terms(log: "Log", per: str, slots: Sequence[Slot], counts: Counts) -> list[str]:
    """How many conversations lie between the terms, where they were counted by term."""
    if per != "term":
        return []
    held = log.value(CONVERSATIONS, str(slots[0].starts_on), str(slots[-1].ends_on))
    between = int(held - sum(value or 0 for value in counts["conversations"]))
    if not between:
        return []
    return [
        f"{between:,} {'conversation is' if between == 1 else 'conversations are'} between terms, in none of them"
    ]
