"""`evidence`: what was done for professional growth in a period, from the log."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.insight import evidence, school_year, series
from netlog.insight.evidence import SECTIONS, Entry, Total
from netlog.insight.periods import Period
from netlog.records import hidden, stats, wins
from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log, Row

Json = dict[str, Any]

_LAST = "9999-12-31"
# Your part in a mentoring session is the other side of theirs; where they were both, or neither, it is not known.
_MENTORING = f"""(SELECT CASE WHEN min(r.role) = max(r.role) THEN iif(min(r.role) = 'mentor', 'mentee', 'mentor') END
  FROM conversation_contact AS part CROSS JOIN contact_role AS r ON r.contact_id = part.contact_id
 WHERE part.conversation_id = t.id AND r.role IN ('mentor', 'mentee')
   AND t.held_on BETWEEN r.since AND coalesce(r.until, '{_LAST}'))"""
ENTRIES = {
    "events": """
SELECT 'event' AS type, id, starts_on AS "on", name AS what, hours, level, role, kind, NULL AS outcome
  FROM event INDEXED BY event_by_start WHERE starts_on BETWEEN ?1 AND ?2 AND status = 'attended'""",
    "contributions": """
SELECT 'contribution' AS type, id, given_on AS "on", title AS what, hours, level, NULL AS role, kind, NULL AS outcome
  FROM contribution INDEXED BY contribution_by_day WHERE given_on BETWEEN ?1 AND ?2""",
    "memberships": f"""
SELECT 'membership' AS type, m.id, m.joined_on AS "on", g.name AS what, NULL AS hours, g.level, m.role, g.kind,
       NULL AS outcome
  FROM membership AS m INDEXED BY membership_by_join JOIN network_group AS g ON g.id = m.group_id
 WHERE m.joined_on <= ?2 AND coalesce(m.left_on, '{_LAST}') >= ?1""",
    "mentoring": f"""
SELECT 'conversation' AS type, t.id, t.held_on AS "on", t.summary AS what,
       (SELECT sum(hours) FROM exchange WHERE conversation_id = t.id AND private <= ?3) AS hours,
       NULL AS level, {_MENTORING} AS role, t.kind, NULL AS outcome
  FROM conversation AS t INDEXED BY conversation_by_kind WHERE t.kind = 'mentoring' AND t.held_on BETWEEN ?1 AND ?2
UNION ALL
SELECT 'exchange', x.id, x.exchanged_on, x.what, x.hours, NULL, iif(x.direction = 'given', 'mentor', 'mentee'), x.kind, NULL
  FROM exchange AS x INDEXED BY exchange_by_day
  LEFT JOIN conversation AS t ON t.id = x.conversation_id AND t.kind IN ('mentoring', 'observation', 'plc')
 WHERE x.exchanged_on BETWEEN ?1 AND ?2 AND x.kind = 'mentoring' AND t.id IS NULL""",
    "observations": """
SELECT 'conversation' AS type, id, held_on AS "on", summary AS what,
       (SELECT sum(hours) FROM exchange WHERE conversation_id = conversation.id AND private <= ?3) AS hours, NULL AS level,
       CASE observer WHEN 'me' THEN 'observer' WHEN 'them' THEN 'observed' END AS role, kind, NULL AS outcome
  FROM conversation INDEXED BY conversation_by_kind
 WHERE kind IN ('observation', 'plc') AND held_on BETWEEN ?1 AND ?2""",
    "takeaways": """
SELECT 'takeaway' AS type, id, iif(kept_on BETWEEN ?1 AND ?2, kept_on, tried_on) AS "on", what, NULL AS hours,
       NULL AS level, NULL AS role, iif(kept_on BETWEEN ?1 AND ?2, 'kept', 'tried') AS kind, outcome
  FROM takeaway INDEXED BY takeaway_by_status
 WHERE status IN ('tried', 'kept') AND (tried_on BETWEEN ?1 AND ?2 OR kept_on BETWEEN ?1 AND ?2)""",
}


def read_period(between: str | None, term: bool, log: "Log", ctx: "Context") -> Period:
    """The range asked for, the term that is running (else the last one), or the school year that today is in.

    Where the calendar has no school year, the last twelve months. UsageError for two periods, or one to come.
    """
    if between is not None and term:
        raise UsageError("--between and --term are two periods", "leave one of them out")
    if between is not None:
        first, last = stats.span(log, between, ctx)
        return Period(series.labelled(first, last, ctx.terms), first, last)
    if term:
        slot = series.latest("term", ctx.today, ctx.terms, 1)[0]
        return Period(slot.label, slot.starts_on, slot.ends_on)
    return school_year.school_year(ctx.today, ctx.terms) or school_year.last_year(ctx.today)


def of(log: "Log", period: Period, ctx: "Context", *, include_private: bool = False) -> Json:
    """period{label,starts_on,ends_on,so_far}, entries, hours, without_hours; sections, kinds and levels with the same sums;
    left_out (private ones).

    An entry has on, type, ref, what, hours, level, role, kind, section, win, outcome. A win that stands in no other
    section is in `wins`. Hours of a session are those of the exchanges that came of it.
    """
    first, last = str(period.starts_on), str(period.ends_on)
    found = _entries(log, first, last, ctx, include_private=include_private)
    targets = {one.ref: (one.type, int(one.ref[1:])) for one in found}
    left_out = set() if include_private else hidden.among(log, targets.values())
    entries = [one for one in found if targets[one.ref] not in left_out]
    return {
        "period": _shown(period, ctx.today),
        "entries": [one._asdict() for one in entries],
        **_sums(evidence.total(entries)),
        "sections": [
            {"section": key, "name": SECTIONS[key], **one._asdict()}
            for key, one in evidence.by_section(entries).items()
        ],
        "kinds": [
            {"section": section, "kind": kind, **one._asdict()}
            for (section, kind), one in evidence.by_kind(entries).items()
        ],
        "levels": [
            {"level": level, **one._asdict()} for level, one in evidence.by_level(entries, ctx.levels).items()
        ],
        "left_out": len(left_out),
    }


def _entries(log: "Log", first: str, last: str, ctx: "Context", *, include_private: bool) -> list[Entry]:
    """All entries, section by section, each by its day."""
    won = wins.find(log, [], ctx)
    refs = {one["ref"] for one in won}
    found = []
    for section, sql in ENTRIES.items():
        values = (first, last, int(include_private)) if "?3" in sql else (first, last)
        rows = sorted(log.rows(sql, *values), key=lambda row: (row["on"], row["type"], row["id"]))
        found += [_entry(row, section, refs) for row in rows]
    named = {one.ref for one in found}
    others = (one for one in reversed(won) if one["ref"] not in named and first <= one["on"] <= last)
    return [*found, *map(_success, others)]


def _entry(row: "Row", section: str, won: set[str]) -> Entry:
    ref = f"{LETTERS[row['type']]}{row['id']}"
    columns = ("on", "type", "what", "hours", "level", "role", "kind", "outcome")
    return Entry(**{key: row[key] for key in columns}, ref=ref, section=section, win=ref in won)


def _success(one: Json) -> Entry:
    """A win of any other kind."""
    return Entry(one["on"], one["type"], one["ref"], one["text"], section="wins", win=True)


def _shown(period: Period, today: date) -> Json:
    return {
        "label": period.label,
        "starts_on": str(period.starts_on),
        "ends_on": str(period.ends_on),
        "so_far": period.ends_on > today,
    }


def _sums(total: Total) -> Json:
    """The hours, and how many entries have none; the entries themselves are the list."""
    return {"hours": total.hours, "without_hours": total.without_hours}
