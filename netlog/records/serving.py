"""What a next action is toward: the step of the plan that is about the same contact or event, else the gap it closes."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlog.store.log import Log, Row

Json = dict[str, Any]

OPEN = """
SELECT s.id, s.what, s.contact_id, s.event_id, s.group_id, s.goal_id, i.to_id, i.by_id,
       above.id AS above_id, above.what AS above, vision.id AS vision_id, vision.statement
  FROM vision CROSS JOIN plan_step AS s ON s.vision_id = vision.id
  LEFT JOIN plan_step AS above ON above.id = s.parent_id
  LEFT JOIN introduction AS i ON i.id = s.introduction_id
 WHERE vision.status = 'current' AND s.status NOT IN ('done', 'dropped')
 ORDER BY s.by_on IS NULL, s.by_on, s.id"""
_LINKS = {
    "contact_id": "c",
    "event_id": "e",
    "group_id": "u",
    "goal_id": "g",
    "to_id": "c",
    "by_id": "c",
}


def with_steps(log: "Log", actions: list[Json], people: dict[str, list[Json]]) -> list[Json]:
    """The actions, each that moves no goal with the step that it serves as `toward`, where there is one.

    `people` are the contacts of an action, by its reference. A step itself serves the one it is a part of, else
    the vision.
    """
    served = _served(log.rows(OPEN))
    found = []
    for action in actions:
        refs = [action["ref"], *(one["ref"] for one in people.get(action["ref"], ()))]
        serves = next((served[ref] for ref in refs if ref in served), None)
        found.append({**action, "toward": action["toward"] or serves})
    return found


def with_gaps(actions: list[Json], gaps: list[Json]) -> list[Json]:
    """The actions, each that serves nothing else with the diversity target that it would close the gap to.

    A target is no record: it has a name (what it asks for), and null as its reference.
    """
    closing = {one["ref"]: {"ref": None, "name": one["asks"]} for one in reversed(gaps) if one["ref"]}
    return [{**one, "toward": one["toward"] or closing.get(one["ref"])} for one in actions]


def _served(rows: "list[Row]") -> dict[str, Json]:
    """What is served by dealing with a record: by reference; the step due first counts."""
    served: dict[str, Json] = {}
    for row in rows:
        served[f"s{row['id']}"] = (
            {"ref": f"v{row['vision_id']}", "name": row["statement"]}
            if row["above_id"] is None
            else {"ref": f"s{row['above_id']}", "name": row["above"]}
        )
        for column, letter in _LINKS.items():
            if row[column] is not None:
                served.setdefault(f"{letter}{row[column]}", {"ref": f"s{row['id']}", "name": row["what"]})
    return served
