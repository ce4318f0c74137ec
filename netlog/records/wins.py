"""Wins: whatever is tagged `win`, over all kinds of record, newest first by its own day."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import filters
from netlog.records.fields import WIN
from netlog.records.kind import Kind, kind_of
from netlog.vocabulary import LETTERS, table_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

# When each kind of record was a success: the day it came to an end, else when it was or was noted.
_NOTED = "substr(created_at, 1, 10)"
DAY = {
    "contact": f"coalesce(known_on, {_NOTED})",
    "conversation": "held_on",
    "event": "starts_on",
    "follow_up": f"coalesce(done_on, {_NOTED})",
    "goal": f"coalesce(closed_on, {_NOTED})",
    "group": _NOTED,
    "membership": "joined_on",
    "contribution": "given_on",
    "introduction": f"coalesce(thanked_on, met_on, made_on, asked_on, declined_on, {_NOTED})",
    "exchange": "exchanged_on",
    "opportunity": "coalesce(closed_on, opened_on)",
    "takeaway": "coalesce(kept_on, tried_on, noted_on)",
    "vision": _NOTED,
    "step": f"coalesce(done_on, {_NOTED})",
}
HAS_WINS = "SELECT 1 FROM {table}_tag WHERE word = ? LIMIT 1"
WON = """
SELECT id, {day} AS day, {named} AS name FROM {table}
 WHERE id IN (SELECT {table}_id FROM {table}_tag WHERE word = ?) AND {where} AND {day} BETWEEN ? AND ?"""
FIRST, LAST = "0000-01-01", "9999-12-31"


def period(since: str | None, between: str | None, ctx: "Context") -> tuple[str | None, str | None]:
    """The first and the last day that `--since` and `--between` leave, each None where it is open."""
    first, last = ctx.span(between, "past") if between is not None else (None, None)
    if since is not None:
        begin = ctx.first_day(since, "past")
        first = max(first, begin) if first else begin
    return (first.isoformat() if first else None, last.isoformat() if last else None)


def find(
    log: "Log", words: Sequence[str], ctx: "Context", *, since: str | None = None, until: str | None = None
) -> list[Json]:
    """The wins that the filters ask for, from a day to a day: ref, type, on, text.

    A filter is asked of the kinds that have its key; UsageError for a key that none has.
    """
    found: list[Json] = []
    for kind, query in _asked(log, words, ctx):
        sql = WON.format(day=DAY[kind.name], named=kind.named, table=kind.table, where=query.where())
        rows = log.rows(sql, WIN, *query.values, since or FIRST, until or LAST)
        found += [
            {"ref": f"{kind.letter}{row['id']}", "type": kind.name, "on": row["day"], "text": row["name"]}
            for row in rows
        ]
    return sorted(found, key=lambda one: (one["on"], int(one["ref"][1:])), reverse=True)


def _asked(log: "Log", words: Sequence[str], ctx: "Context") -> list[tuple[Kind, filters.Query]]:
    """The kinds that have all the keys of the filters and can have their values, and what each is asked."""
    if not words:  # a review asks so: kinds without a win need not even be loaded
        tagged = [name for name in LETTERS if log.row(HAS_WINS.format(table=table_of(name)), WIN)]
        return [(kind_of(name), filters.Query([], [], set())) for name in tagged]
    kinds = [kind_of(name) for name in LETTERS]
    keys = [key for _, key, _ in map(filters.parted, words) if key]
    for key in keys:
        if not any(kind.has(key) for kind in kinds):
            raise UsageError(
                f"no win has {key!r}", "filters are those of the lists: kind:talk, with:ada, tag:x"
            )
    asked = []
    refused: list[UsageError] = []
    for kind in kinds:
        if all(kind.has(key) for key in keys):
            try:
                asked.append((kind, filters.read(kind, words, ctx, log)))
            except UsageError as error:  # a status of events is none of goals
                refused.append(error)
    if refused and not asked:
        raise refused[0]
    return asked
