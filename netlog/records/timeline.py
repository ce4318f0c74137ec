"""What happened with a contact or in a group, newest first."""

from typing import TYPE_CHECKING, Any

from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.store.log import Log

# Each gives type, id, on and text; the one parameter is the id of the record whose timeline it is.
_CONVERSATIONS = """
SELECT 'conversation' AS type, t.id AS id, t.held_on AS "on", t.kind || ': ' || t.summary AS text
  FROM conversation_contact AS part JOIN conversation AS t ON t.id = part.conversation_id
 WHERE part.contact_id = ?1"""
_EVENTS = """
SELECT 'event', e.id, e.starts_on, CASE part.part WHEN 'met' THEN 'met at ' ELSE 'to meet at ' END || e.name
  FROM event_contact AS part JOIN event AS e ON e.id = part.event_id WHERE part.contact_id = ?1"""
_FOLLOW_UPS = """
SELECT 'follow_up', f.id, coalesce(f.done_on, f.dropped_on, f.due_on),
       CASE f.status WHEN 'open' THEN 'due' ELSE f.status END
       || CASE f.owed_by WHEN 'them' THEN ', theirs' ELSE '' END || ': ' || f.what
  FROM follow_up_contact AS part JOIN follow_up AS f ON f.id = part.follow_up_id WHERE part.contact_id = ?1"""
_CONTRIBUTIONS = """
SELECT 'contribution', b.id, b.given_on,
       b.kind || CASE part.part WHEN 'with' THEN ' with them: ' ELSE ' brought them: ' END || b.title
  FROM contribution_contact AS part JOIN contribution AS b ON b.id = part.contribution_id
 WHERE part.contact_id = ?1"""
_INTRODUCTIONS = """
SELECT 'introduction', i.id,
       coalesce(CASE i.status WHEN 'asked' THEN i.asked_on WHEN 'made' THEN i.made_on WHEN 'met' THEN i.met_on
                              WHEN 'thanked' THEN i.thanked_on ELSE i.declined_on END,
                substr(i.created_at, 1, 10)),
       i.status || ': ' || coalesce(who.name, 'you') || ' to ' || whom.name || ', by ' || coalesce(by.name, 'you')
  FROM (SELECT id FROM introduction WHERE by_id = ?1
        UNION SELECT id FROM introduction WHERE who_id = ?1
        UNION SELECT id FROM introduction WHERE to_id = ?1) AS part
  JOIN introduction AS i ON i.id = part.id JOIN contact AS whom ON whom.id = i.to_id
  LEFT JOIN contact AS who ON who.id = i.who_id LEFT JOIN contact AS by ON by.id = i.by_id"""
_EXCHANGES = """
SELECT 'exchange', x.id, x.exchanged_on, x.direction || ': ' || x.what
  FROM exchange_contact AS part JOIN exchange AS x ON x.id = part.exchange_id WHERE part.contact_id = ?1"""
_OPPORTUNITIES = """
SELECT 'opportunity', o.id, coalesce(o.closed_on, o.opened_on), o.status || ', through them: ' || o.what
  FROM opportunity_contact AS part JOIN opportunity AS o ON o.id = part.opportunity_id WHERE part.contact_id = ?1"""
_OF_GROUP = """
SELECT 'event' AS type, id, starts_on AS "on", status || ': ' || name AS text FROM event WHERE group_id = ?1
UNION ALL SELECT 'contribution', id, given_on, kind || ': ' || title FROM contribution WHERE group_id = ?1
UNION ALL SELECT 'opportunity', id, coalesce(closed_on, opened_on), status || ': ' || what
            FROM opportunity WHERE group_id = ?1
UNION ALL SELECT 'membership', id, joined_on, 'joined: ' || role FROM membership WHERE group_id = ?1
UNION ALL SELECT 'membership', id, left_on, 'left: ' || role
            FROM membership WHERE group_id = ?1 AND left_on IS NOT NULL"""
_NEWEST = "\n ORDER BY 3 DESC, 1, 2 DESC"

TIMELINES = {
    "contact": "\nUNION ALL".join(
        (
            *(_CONVERSATIONS, _EVENTS, _FOLLOW_UPS, _CONTRIBUTIONS, _INTRODUCTIONS),
            *(_EXCHANGES, _OPPORTUNITIES),
        )
    )
    + _NEWEST,
    "group": _OF_GROUP + _NEWEST,
}


def of(log: "Log", type: str, id: int) -> list[dict[str, Any]]:
    """The timeline of a contact or a group: on, type, ref, text; empty for other records."""
    sql = TIMELINES.get(type)
    return [
        {
            "on": row["on"],
            "type": row["type"],
            "ref": f"{LETTERS[row['type']]}{row['id']}",
            "text": row["text"],
        }
        for row in (log.rows(sql, id) if sql else [])
    ]
