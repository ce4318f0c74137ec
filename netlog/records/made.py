"""What a command made, or else changed."""

from typing import TYPE_CHECKING, Any

from netlog.records import linked, questions
from netlog.records.kind import every_kind
from netlog.records.links import id_of
from netlog.records.record import load

if TYPE_CHECKING:
    from netlog.store.log import Log

_READ = ("held_on", "kind", "summary", "contacts", "event", "tags")
_OWED = ("what", "due_on", "owed_by", "contacts")
TOUCHED = """
SELECT row_key FROM change WHERE step_id = ? AND op = ? AND record = ? GROUP BY row_key ORDER BY min(seq)"""

# The steps of a command with a --key: the later ones have it with their number, in the order of the steps.
STEPS = """
SELECT step.id FROM step AS first CROSS JOIN step
 WHERE first.id = ? AND step.key > first.key || char(10) AND step.key < first.key || char(11) ORDER BY step.id"""


def steps_of(log: "Log", first: int) -> list[int]:
    """The steps of the command with a --key that began with this one."""
    return [first, *(row[0] for row in log.rows(STEPS, first))]


def logged(log: "Log", step: int) -> dict[str, Any] | None:
    """What a step of `log` made, as `log` answered it; None where its conversation is gone."""
    found: dict[str, list[dict[str, Any]]] = {
        "conversation": [],
        "contact": [],
        "follow_up": [],
        "takeaway": [],
    }
    for one in _touched(log, step, "insert"):
        found.setdefault(one["type"], []).append(one)
    if not found["conversation"]:
        return None
    held = found["conversation"][0]
    owed = [{key: one[key] for key in _OWED} for one in found["follow_up"]]
    new = [one["name"] for one in found["contact"]]
    read = {**{key: held[key] for key in _READ}, "new": new, "follow_ups": owed, "chosen": []}
    made = {
        "contacts_added": found["contact"],
        "follow_ups": found["follow_up"],
        **({"takeaways": found["takeaway"]} if found["takeaway"] else {}),
    }
    return {"step": step, "saved": True, "read": read, "conversation": held, **made}


def added(log: "Log", step: int, type: str) -> list[dict[str, Any]]:
    """The records of a type that a step added, with what came of each in the same step, as their command answered."""
    found = by_step(log, step)
    mine = [one for one in found if one.get("type") == type]  # a question has none
    if mine and len(mine) < len(found):
        for one in mine:
            one["linked"] = linked.to(log, type, id_of(one))
    return mine or found


def by_step(log: "Log", step: int) -> list[dict[str, Any]]:
    """The records that a step added, else those it changed, that are still there, as JSON gives them."""
    return _touched(log, step, "insert") or _touched(log, step, "update") or _asked(log, step)


def _asked(log: "Log", step: int) -> list[dict[str, Any]]:
    """The questions that a step noted or struck off."""
    rows = [*log.rows(TOUCHED, step, "insert", "question"), *log.rows(TOUCHED, step, "update", "question")]
    return questions.shown(log, [int(row[0]) for row in rows])


def _touched(log: "Log", step: int, op: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for kind in every_kind():
        ids = [int(row[0]) for row in log.rows(TOUCHED, step, op, kind.table)]
        present = [id for id in ids if log.value(f"SELECT 1 FROM {kind.table} WHERE id = ?", id)]
        found += load(kind, log, present)
    return found
