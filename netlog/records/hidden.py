"""What leaves no report: private records, and those that would say nothing without a private one.

That is what an export leaves out too: whole.document asks it of the whole log at once, this of some records.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netlog.records.lists import json_ids
from netlog.records.loosening import LOST_WITHOUT
from netlog.vocabulary import table_of

if TYPE_CHECKING:
    from netlog.records.references import Target
    from netlog.store.log import Log

WITH_PEOPLE = ("conversation", "follow_up", "exchange")
_LOST_TO = {"group_id": "network_group", "vision_id": "vision"}  # else it is a contact

PRIVATE = "SELECT id FROM {table} WHERE private = 1 AND id IN (SELECT value FROM json_each(?))"
ALONE = """
SELECT part.{table}_id AS id FROM {table}_contact AS part CROSS JOIN contact ON contact.id = part.contact_id
 WHERE part.{table}_id IN (SELECT value FROM json_each(?)) GROUP BY part.{table}_id HAVING min(contact.private) = 1"""
LOST = """
SELECT one.id AS id FROM {table} AS one CROSS JOIN {target} AS target ON target.id = one.{column}
 WHERE target.private = 1 AND one.id IN (SELECT value FROM json_each(?))"""


def among(log: "Log", targets: Iterable["Target"]) -> set["Target"]:
    """Those that are private; conversations, follow-ups and exchanges with private contacts alone; introductions
    of one, memberships of a private group, steps of a private vision."""
    by_type: dict[str, list[int]] = {}
    for type, id in targets:
        by_type.setdefault(type, []).append(id)
    return {
        (type, row["id"])
        for type, ids in by_type.items()
        for sql in _queries(type)
        for row in log.rows(sql, json_ids(ids))
    }


def _queries(type: str) -> list[str]:
    table = table_of(type)
    alone = [ALONE.format(table=table)] if type in WITH_PEOPLE else []
    lost = [
        LOST.format(table=table, column=column, target=_LOST_TO.get(column, "contact"))
        for owner, column in sorted(LOST_WITHOUT)
        if owner == table
    ]
    return [PRIVATE.format(table=table), *alone, *lost]
