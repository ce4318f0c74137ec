"""Response to cadence, from the log: who has one, and when you last talked before a day."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.insight import in_touch
from netlog.insight.in_touch import Turn

if TYPE_CHECKING:
    from netlog.store.log import Log, Row

MOST = 4000  # contacts: of more, every second, third, ... stands for the others

HOW_MANY = "SELECT count(*) FROM contact INDEXED BY contact_by_next WHERE next_contact_on IS NOT NULL"
# One row a contact, its days in one text: a row for each conversation would take three times as long.
TURNS = """
WITH turn AS MATERIALIZED (
  SELECT contact.id AS id, (SELECT days FROM contact_cadence WHERE contact_id = contact.id) AS days, known_on, met_on,
         substr(created_at, 1, 10) AS added_on
    FROM contact INDEXED BY contact_by_next WHERE next_contact_on IS NOT NULL AND id % ?1 = 0)
SELECT days, min(coalesce(known_on, added_on), added_on) AS begun_on, coalesce(met_on, added_on) AS from_on,
       (SELECT min(held_on) FROM conversation_contact WHERE contact_id = turn.id) AS first_on,
       (SELECT group_concat(held_on) FROM conversation_contact
         WHERE contact_id = turn.id AND held_on BETWEEN date(?2, -days || ' days') AND ?3) AS held
  FROM turn WHERE days IS NOT NULL"""


def shares(log: "Log", days: Sequence[date]) -> tuple[list[float | None], str | None]:
    """The share in time on each of the days, in percent; and what is to be told where some stood for all."""
    if not days:
        return [], None
    many = log.value(HOW_MANY)
    step = -(-many // MOST) or 1
    rows = log.rows(TURNS, step, min(days).isoformat(), max(days).isoformat())
    turns = [_turn(row) for row in rows]
    told = f"in touch: told from {len(turns):,} contacts of {many:,}" if step > 1 else None
    ordered = sorted(set(days))
    by_day = dict(zip(ordered, in_touch.shares(turns, ordered), strict=True))
    return [by_day[day] for day in days], told


def _turn(row: "Row") -> Turn:
    held = sorted(row["held"].split(",")) if row["held"] else []
    day = date.fromisoformat
    first_on = day(row["first_on"]) if row["first_on"] else None
    return Turn(row["days"], day(row["begun_on"]), day(row["from_on"]), first_on, tuple(map(day, held)))
