"""What came of an event, counted from the log."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.log import Log

DAYS = 90

MET = """
SELECT contact_id AS id FROM event_contact WHERE event_id = ?1 AND part = 'met'
UNION SELECT id FROM contact WHERE met_event_id = ?1"""
KEPT = """
SELECT count(*) FROM (
  SELECT id FROM follow_up WHERE event_id = ?1 AND status = 'done'
  UNION SELECT f.id FROM conversation AS t JOIN follow_up AS f ON f.conversation_id = t.id
         WHERE t.event_id = ?1 AND f.status = 'done')"""
CONVERSATIONS = f"""
SELECT count(DISTINCT part.conversation_id)
  FROM event AS e JOIN conversation_contact AS part
    ON part.contact_id IN ({MET}) AND part.held_on > e.ends_on AND part.held_on <= date(e.ends_on, '+{DAYS} days')
 WHERE e.id = ?1"""


def counted(log: "Log", event: int) -> dict[str, int]:
    """What an event brought: contacts met there, follow-ups kept, conversations with those met.

    Follow-ups count where they came of the event or of a conversation held there and are done;
    conversations where they were held after its last day and within 90 days of it.
    """
    return {
        "contacts_met": log.value(f"SELECT count(*) FROM ({MET})", event),
        "follow_ups_kept": log.value(KEPT, event),
        "conversations_within_90_days": log.value(CONVERSATIONS, event),
    }
