"""What came through the network: opportunities by kind and status, and by where they came from."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.insight import yields
from netlog.records import filters, record
from netlog.records.links import shown_ref
from netlog.records.lists import json_ids
from netlog.records.opportunities import KIND

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log, Row

Json = dict[str, Any]

FOUND = "SELECT id FROM opportunity WHERE {where} AND opened_on >= ? ORDER BY opened_on DESC, id DESC"
WHOLE = """
SELECT id, kind, status, event_id, group_id, introduction_id FROM opportunity
 WHERE id IN (SELECT value FROM json_each(?)) ORDER BY opened_on DESC, id DESC"""
THROUGH = """
SELECT part.opportunity_id, c.id, c.met_event_id, c.met_through_id, c.met_via
  FROM opportunity_contact AS part CROSS JOIN contact AS c ON c.id = part.contact_id
 WHERE part.opportunity_id IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"""
# the record that a source of a type is
_RECORDS = {
    **{type: type for type in ("contact", "event", "group", "introduction")},
    "met_at": "event",
    "met_through": "contact",
}


def of(log: "Log", words: Sequence[str], ctx: "Context", *, since: date | None = None) -> Json:
    """The contract's JSON: since, total, by_status{status: count}, by_kind{kind: {status: count}},
    by_source[{ref,name,type,opportunities,gained,ongoing}], without_source.

    `since` is the first day on which an opportunity came up, `words` filter opportunities. A source is what one
    is linked to (contact, event, group, introduction) or how somebody was met through whom it came (met_at,
    met_through, met_via; the last without a ref). Opportunities are references; one with several sources
    counts for each.
    """
    query = filters.read(KIND, words, ctx, log)
    ids = log.rows(FOUND.format(where=query.where()), *query.values, since.isoformat() if since else "")
    found = _opportunities(log, json_ids(row["id"] for row in ids))
    sources = yields.by_source(found)
    names = record.names_of(log, {*(("opportunity", one.id) for one in found), *_records(sources)})
    return {
        "since": since.isoformat() if since else None,
        "total": len(found),
        "by_status": yields.by_status(found),
        "by_kind": yields.by_kind(found),
        "by_source": [_shown(one, names) for one in sources],
        "without_source": [shown_ref(("opportunity", one.id), names) for one in found if not one.sources],
    }


def _opportunities(log: "Log", ids: str) -> list[yields.Opportunity]:
    through: dict[int, list[Row]] = {}
    for row in log.rows(THROUGH, ids):
        through.setdefault(row["opportunity_id"], []).append(row)
    return [
        yields.Opportunity(row["id"], row["kind"], row["status"], _sources(row, through.get(row["id"], [])))
        for row in log.rows(WHOLE, ids)
    ]


def _sources(opportunity: "Row", through: Sequence["Row"]) -> frozenset[yields.Source]:
    linked = [(type, opportunity[f"{type}_id"]) for type in ("event", "group", "introduction")]
    for one in through:
        linked += [
            *(("contact", one["id"]), ("met_at", one["met_event_id"])),
            ("met_through", one["met_through_id"]),
        ]
    ways = [one["met_via"] for one in through if one["met_via"]]
    return frozenset(
        [
            *(yields.Source(type, id) for type, id in linked if id is not None),
            *(yields.Source("met_via", 0, way) for way in ways),
        ]
    )


def _records(sources: Sequence[yields.Yield]) -> list[tuple[str, int]]:
    return [(_RECORDS[one.source.type], one.source.id) for one in sources if one.source.id]


def _shown(one: yields.Yield, names: Any) -> Json:
    source = one.source
    of_record = {"ref": None, "name": source.words}
    if source.id:
        of_record = {**shown_ref((_RECORDS[source.type], source.id), names)}
    return {
        **of_record,
        "type": source.type,
        "opportunities": [shown_ref(("opportunity", id), names) for id in one.opportunities],
        "gained": one.gained,
        "ongoing": one.ongoing,
    }
