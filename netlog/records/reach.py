"""Whether somebody of the plan can be reached: you know them, or somebody you know could introduce you."""

from typing import TYPE_CHECKING

from netlog.records.lists import json_ids
from netlog.records.network_links import Links

if TYPE_CHECKING:
    from netlog.store.log import Log

# A target whom you talked with is one only in a log that was imported so.
KNOWN = "SELECT status <> 'target' OR last_conversation_on IS NOT NULL FROM contact WHERE id = ?"
ANY_ACTIVE = (
    "SELECT 1 FROM contact WHERE id IN (SELECT value FROM json_each(?)) AND status = 'active' LIMIT 1"
)
# Who was asked to introduce you, and who is to be asked by the plan.
ASKED = """
SELECT by_id AS id FROM introduction
 WHERE to_id = ?1 AND who_id IS NULL AND by_id IS NOT NULL AND status <> 'declined'
UNION SELECT helper_id FROM plan_step AS s JOIN plan_step_barrier AS b ON b.plan_step_id = s.id
 WHERE s.contact_id = ?1 AND s.kind = 'introduction' AND s.status <> 'dropped' AND helper_id IS NOT NULL"""


def is_known(log: "Log", contact: int) -> bool:
    """Whether you know a contact yourself, and do not only mean to."""
    return bool(log.value(KNOWN, contact))


def can_be_introduced(log: "Log", contact: int) -> bool:
    """Whether anybody you know is linked to a contact, or is to be asked to introduce you."""
    near = {*Links(log).of(contact), *(row["id"] for row in log.rows(ASKED, contact))}
    return bool(log.value(ANY_ACTIVE, json_ids(near)))
