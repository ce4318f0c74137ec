"""Pins: contacts and follow-ups that come first in the queue, due or not, until they are unpinned."""

from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError
from netlog.records import follow_ups
from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

TABLES = {"contact": "contact_pin", "follow_up": "follow_up_pin"}
PINNED = {
    "contact": "SELECT pinned_at FROM contact_pin WHERE contact_id = ?",
    "follow_up": "SELECT pinned_at FROM follow_up_pin WHERE follow_up_id = ?",
}
ALL = {
    "contact": """
SELECT contact.id AS id, contact.name AS name, pinned_at
  FROM contact_pin JOIN contact ON contact.id = contact_id ORDER BY contact.id""",
    "follow_up": """
SELECT follow_up.id AS id, follow_up.what AS name, pinned_at
  FROM follow_up_pin JOIN follow_up ON follow_up.id = follow_up_id ORDER BY follow_up.id""",
}


def is_pinned(log: "Log", type: str, id: int) -> bool:
    """Whether a contact or follow-up is pinned."""
    return log.row(PINNED[type], id) is not None


def pin(log: "Log", type: str, id: int, ctx: "Context") -> bool:
    """Pin a contact or an open follow-up; False when it was pinned already."""
    if type == "follow_up":
        follow_ups.open_one(log, id)
    elif log.value("SELECT status FROM contact WHERE id = ?", id) == "archived":
        raise ConflictError(f"c{id} is archived", f"bring it back: netlog edit c{id} status=active")
    if is_pinned(log, type, id):
        return False
    log.insert(TABLES[type], {f"{type}_id": id, "pinned_at": ctx.now})
    return True


def unpin(log: "Log", type: str, id: int) -> bool:
    """Take a pin off; False when there was none."""
    if not is_pinned(log, type, id):
        return False
    log.delete(TABLES[type], (id,))
    return True


def listed(log: "Log") -> list[dict[str, Any]]:
    """Every pin: of{ref, name}, pinned_at."""
    return [
        {"of": {"ref": f"{LETTERS[type]}{row['id']}", "name": row["name"]}, "pinned_at": row["pinned_at"]}
        for type, sql in ALL.items()
        for row in log.rows(sql)
    ]


def restore(log: "Log", type: str, id: int, pinned_at: str) -> None:
    """Bring a pin back, as it was."""
    if not is_pinned(log, type, id):
        log.insert(TABLES[type], {f"{type}_id": id, "pinned_at": pinned_at})
