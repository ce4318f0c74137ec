"""When somebody you only meant to know becomes a contact like any other."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netlog.records import record
from netlog.records.kind import kind_of
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

MEANT = """
SELECT id, name, met_on, met_event_id FROM contact
 WHERE id IN (SELECT value FROM json_each(?)) AND status = 'target' ORDER BY id"""


def begin(
    log: "Log", people: Iterable[int], how: str, ctx: "Context", *, event: int | None = None, day: str = ""
) -> None:
    """Make those of the people active who were targets, and tell so; `how` is what happened, in words.

    Where they were met at an event, on a day, that is noted unless something is noted already.
    """
    for row in log.rows(MEANT, json_ids(people)):
        changes: dict[str, object] = {"status": "active"}
        if event is not None:
            changes["met_on"] = row["met_on"] or day
            changes["met_at"] = ("event", row["met_event_id"] or event)
        record.change(kind_of("contact"), log, row["id"], changes, ctx)
        ctx.told.append(f"c{row['id']} {row['name']} is active now, not a target: you {how} them")
