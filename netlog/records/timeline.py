"""What happened with a record, newest first, and what it is linked to."""

from typing import TYPE_CHECKING, Any

from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.store.log import Log

# Each gives type, id, on and text; the one parameter is the contact's id.
OF_CONTACT = """
SELECT 'conversation' AS type, t.id AS id, t.held_on AS "on", t.kind || ': ' || t.summary AS text
  FROM conversation_contact AS part JOIN conversation AS t ON t.id = part.conversation_id
 WHERE part.contact_id = ?1
UNION ALL
SELECT 'event', e.id, e.starts_on, CASE part.part WHEN 'met' THEN 'met at ' ELSE 'to meet at ' END || e.name
  FROM event_contact AS part JOIN event AS e ON e.id = part.event_id WHERE part.contact_id = ?1
UNION ALL
SELECT 'follow_up', f.id, coalesce(f.done_on, f.dropped_on, f.due_on),
       CASE f.status WHEN 'open' THEN 'due' ELSE f.status END
       || CASE f.owed_by WHEN 'them' THEN ', theirs' ELSE '' END || ': ' || f.what
  FROM follow_up_contact AS part JOIN follow_up AS f ON f.id = part.follow_up_id WHERE part.contact_id = ?1
 ORDER BY 3 DESC, 1, 2 DESC"""

# Each gives type, id, name and what the record is to the one shown; the one parameter is that one's id.
LINKED = {
    "contact": """
SELECT 'contact' AS type, id, name, 'met through them' AS "as" FROM contact WHERE met_through_id = ?1 ORDER BY 3""",
    "conversation": """
SELECT 'follow_up' AS type, id, what AS name, 'came of it' AS "as" FROM follow_up WHERE conversation_id = ?1 ORDER BY 2""",
    "event": """
SELECT 'conversation' AS type, id, summary AS name, 'held there' AS "as" FROM conversation WHERE event_id = ?1
UNION ALL SELECT 'contact', id, name, 'met there' FROM contact WHERE met_event_id = ?1
UNION ALL SELECT 'follow_up', id, what, 'came of it' FROM follow_up WHERE event_id = ?1 ORDER BY 1, 2""",
}


def of(log: "Log", type: str, id: int) -> list[dict[str, Any]]:
    """The timeline of a contact: on, type, ref, text; empty for other records."""
    if type != "contact":
        return []
    return [
        {
            "on": row["on"],
            "type": row["type"],
            "ref": f"{LETTERS[row['type']]}{row['id']}",
            "text": row["text"],
        }
        for row in log.rows(OF_CONTACT, id)
    ]


def linked(log: "Log", type: str, id: int) -> list[dict[str, Any]]:
    """The records that point at this one: type, ref, name, as (what they are to it)."""
    sql = LINKED.get(type)
    return [
        {
            "type": row["type"],
            "ref": f"{LETTERS[row['type']]}{row['id']}",
            "name": row["name"],
            "as": row["as"],
        }
        for row in (log.rows(sql, id) if sql else [])
    ]
