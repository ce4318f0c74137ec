"""What a conversation does for introductions: who was introduced and then talked has met."""

from typing import TYPE_CHECKING, Any

from netlog.records import record
from netlog.records.kind import kind_of
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netlog.records.context import Context
    from netlog.store.log import Log, Row

# Open ones to those of a conversation: of you, or by you of another who was there too.
TOUCHED = """
SELECT i.id, i.status, i.by_id, i.who_id, i.to_id, i.asked_on, i.made_on, whom.name AS whom, giver.name AS giver,
       who.name AS who
  FROM introduction AS i JOIN contact AS whom ON whom.id = i.to_id
  LEFT JOIN contact AS giver ON giver.id = i.by_id LEFT JOIN contact AS who ON who.id = i.who_id
 WHERE i.to_id IN (SELECT value FROM json_each(?1)) AND +i.status IN ('asked', 'made')
   AND (i.who_id IS NULL OR (i.by_id IS NULL AND i.who_id IN (SELECT value FROM json_each(?1))))
 ORDER BY i.id"""


def met(log: "Log", people: "Iterable[int]", held_on: str, ctx: "Context") -> None:
    """Those introduced to each other who talked on a day have met; it is told, with the next move.

    Where the introduction was not made yet, it is made by that if who should make it was there too; else
    it is only proposed. A conversation from before it was made, or asked for, says nothing.
    """
    there = set(people)
    for row in log.rows(TOUCHED, json_ids(there)):
        if held_on < (row["made_on"] or row["asked_on"] or ""):
            continue
        if row["status"] == "made":
            _note(log, row, {"status": "met", "met_on": held_on}, ctx)
        elif row["by_id"] is None or row["by_id"] in there:
            _note(log, row, {"status": "met", "made_on": held_on, "met_on": held_on}, ctx)
        else:
            ctx.told.append(
                f"i{row['id']}: did {row['giver']} introduce you to {row['whom']}? netlog mark met i{row['id']}"
            )


def _note(log: "Log", row: "Row", changes: dict[str, Any], ctx: "Context") -> None:
    record.change(kind_of("introduction"), log, row["id"], changes, ctx)
    if row["who_id"] is None:
        thanks = f"netlog mark thanked i{row['id']}"
        ctx.told.append(f"i{row['id']}: you met {row['whom']}; when you thanked {row['giver']}: {thanks}")
    else:
        ctx.told.append(f"i{row['id']}: {row['who']} and {row['whom']} met, whom you introduced")
