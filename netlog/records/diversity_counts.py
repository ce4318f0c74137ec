"""The spread of your contacts over the classes of each dimension, counted in the log."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from netlog.insight.diversity import Spread, spreads
from netlog.vocabulary import AMONG

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

ACTIVE_DAYS = 365
_NOBODY = Spread(0, 0, 0, ())
THROUGH = "through a contact"
Spreads = dict[tuple[str, str], Spread]  # by dimension and set

# How you met, in one word: through whom, else the kind of event, else the words noted.
MET = f"""CASE WHEN contact.met_through_id IS NOT NULL THEN '{THROUGH}'
     WHEN contact.met_event_id IS NOT NULL THEN (SELECT kind FROM event WHERE event.id = contact.met_event_id)
     ELSE contact.met_via END"""
_SETS = """count(*) AS "all", coalesce(sum(last_conversation_on > ?1), 0) AS active,
       coalesce(sum(known_on BETWEEN ?2 AND ?3), 0) AS new"""
# Grouped together, dimensions of few classes take one sorting of the contacts instead of several.
_TOGETHER = (("region", "setting", "sector", "level"), ("specialty", "met"), ("organization",))
GROUPED = f"SELECT {{classes}}, {_SETS} FROM contact WHERE status = 'active' GROUP BY {{places}}"
# The roles of a contact as lines; one that ended, or is still to begin, is none. CROSS JOIN: from the roles.
ROLES = f"""
SELECT roles, {_SETS} FROM (
  SELECT contact_id, group_concat(role, char(10)) AS roles FROM contact_role
   WHERE since <= ?3 AND (until IS NULL OR until >= ?3) GROUP BY contact_id) AS part
 CROSS JOIN contact ON contact.id = part.contact_id WHERE status = 'active' GROUP BY roles"""
PEOPLE = f"SELECT {_SETS} FROM contact WHERE status = 'active'"

CLASS_OF = "SELECT contact.id AS id, {classes} AS class FROM contact WHERE contact.id IN (SELECT value FROM json_each(?1))"
ROLE_OF = """
SELECT contact_id AS id, role AS class FROM contact_role
 WHERE contact_id IN (SELECT value FROM json_each(?1)) AND since <= ?2 AND (until IS NULL OR until >= ?2)"""


def of(log: "Log", dimensions: Iterable[str], ctx: "Context") -> Spreads:
    """The spread of each dimension over all contacts, the active ones and those new this year.

    All are neither archived nor mere targets; active are those talked with in the last 365 days; new are those
    met, else first talked with, in this calendar year.
    """
    wanted = set(dimensions)
    found: Spreads = {}
    for together in _TOGETHER:
        if some := [one for one in together if one in wanted]:
            found |= _grouped(log, some, ctx)
    if "role" in wanted:
        found |= _roles(log, ctx)
    return found


def classes_of(log: "Log", dimension: str, ids: Iterable[int], ctx: "Context") -> dict[int, list[str]]:
    """The classes that each of some contacts is of; those of whom it is not known are left out."""
    import json

    listed = json.dumps(sorted(ids))
    if dimension == "role":
        rows = log.rows(ROLE_OF, listed, ctx.today.isoformat())
    else:
        rows = log.rows(CLASS_OF.format(classes=_column(dimension)), listed)
    found: dict[int, list[str]] = {}
    for row in rows:
        if row["class"]:
            found.setdefault(row["id"], []).append(row["class"])
    return found


def _grouped(log: "Log", dimensions: Sequence[str], ctx: "Context") -> Spreads:
    many = len(dimensions)
    classes = ", ".join(_column(one) for one in dimensions)
    places = ", ".join(str(place + 1) for place in range(many))
    rows = [tuple(row) for row in log.rows(GROUPED.format(classes=classes, places=places), *_days(ctx))]
    found: Spreads = {}
    for place, dimension in enumerate(dimensions):
        ones = spreads((row[place], row[many:]) for row in rows)
        found |= _named(dimension, ones or [_NOBODY] * len(AMONG))
    return found


def _roles(log: "Log", ctx: "Context") -> Spreads:
    """A contact with several roles counts once in each: shares are of all roles, and add up to 1."""
    rows = [tuple(row) for row in log.rows(ROLES, *_days(ctx))]
    people = tuple(log.rows(PEOPLE, *_days(ctx))[0])
    known = [sum(counts) for counts in zip(*(row[1:] for row in rows), strict=True)] or [0] * len(people)
    counted: list[tuple[str | None, Sequence[int]]] = [
        (role, counts) for roles, *counts in rows for role in dict.fromkeys(roles.split("\n"))
    ]
    unknown = [all_ - some for all_, some in zip(people, known, strict=True)]
    return _named("role", spreads([*counted, (None, unknown)], people))


def _named(dimension: str, found: Sequence[Spread]) -> Spreads:
    return {(dimension, among): one for among, one in zip(AMONG, found, strict=True)}


def _column(dimension: str) -> str:
    return MET if dimension == "met" else f"contact.{dimension}"


def _days(ctx: "Context") -> tuple[str, str, str]:
    since = ctx.today - timedelta(days=ACTIVE_DAYS)
    return str(since), f"{ctx.today.year}-01-01", str(ctx.today)
