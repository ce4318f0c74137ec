"""The steps of a vision as the plan computes with them."""

from datetime import date
from typing import TYPE_CHECKING

from netlog.insight.plan import Step
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netlog.store.log import Log

STEPS = """
SELECT id, status, parent_id, by_on FROM plan_step
 WHERE vision_id IN (SELECT value FROM json_each(?)) ORDER BY vision_id, id"""
NEEDS = """
SELECT need.plan_step_id AS id, need.needed_id AS needed_id
  FROM plan_step CROSS JOIN plan_step_need AS need ON need.plan_step_id = plan_step.id
 WHERE plan_step.vision_id IN (SELECT value FROM json_each(?))"""


def of_visions(log: "Log", visions: "Iterable[int]") -> list[Step]:
    """The steps of these visions, by id within each."""
    ids = json_ids(visions)
    needs: dict[int, list[int]] = {}
    for row in sorted(log.rows(NEEDS, ids), key=tuple):
        needs.setdefault(row["id"], []).append(row["needed_id"])
    return [
        Step(
            row["id"],
            row["status"],
            row["parent_id"],
            tuple(needs.get(row["id"], ())),
            date.fromisoformat(row["by_on"]) if row["by_on"] else None,
        )
        for row in log.rows(STEPS, ids)
    ]
