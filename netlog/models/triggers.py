"""The triggers that keep what lists and the queue sort by, and the view that says how often is meant."""

from netlog.vocabulary import TIERS

_TIER_DAYS = " ".join(f"WHEN '{tier}' THEN {days}" for tier, days in TIERS.items())

# The cadence of a contact: its own, else the shortest by role or tag, else its tier's; 0 is never.
CADENCE = f"""CREATE VIEW contact_cadence AS
SELECT contact.id AS contact_id, nullif(coalesce(
    contact.cadence,
    (SELECT min(c.days) FROM cadence AS c
      WHERE (c.kind = 'role' AND c.word IN (SELECT role FROM contact_role WHERE contact_id = contact.id AND until IS NULL))
         OR (c.kind = 'tag' AND c.word IN (SELECT word FROM contact_tag WHERE contact_id = contact.id))),
    (SELECT c.days FROM cadence AS c WHERE c.kind = 'tier' AND c.word = contact.tier),
    CASE contact.tier {_TIER_DAYS} END), 0) AS days
  FROM contact"""

_DAYS = "(SELECT days FROM contact_cadence WHERE contact_id = contact.id)"

_SINCE = "coalesce(last_conversation_on, met_on, substr(created_at, 1, 10))"

# A first contact is due on the day it was put off to, whatever the cadence, and without one too.
NEXT_CONTACT = f"""CASE WHEN status = 'archived' THEN NULL
    WHEN last_conversation_on IS NULL AND snoozed_until IS NOT NULL AND cadence IS NOT 0 THEN snoozed_until
    ELSE max(date({_SINCE}, {_DAYS} || ' days'), coalesce(snoozed_until, '')) END"""

_FIRST = "(SELECT min(held_on) FROM conversation_contact WHERE contact_id = contact.id)"
_LAST = "(SELECT max(held_on) FROM conversation_contact WHERE contact_id = contact.id)"
KNOWN = f"coalesce(met_on, {_FIRST})"


def _refresh(contact: str, *columns: str) -> str:
    """Recompute derived columns of the contacts whose id is `contact`."""
    values = {"last_conversation_on": _LAST, "known_on": KNOWN, "next_contact_on": NEXT_CONTACT}
    sets = ", ".join(f"{column} = {values[column]}" for column in columns)
    return f"UPDATE contact SET {sets} WHERE id {contact};"


def _trigger(name: str, when: str, body: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {when} BEGIN\n  {body}\nEND"


def _cadence_trigger(op: str, row: str) -> str:
    affected = f"""IN (
    SELECT id FROM contact WHERE {row}.kind = 'tier' AND tier = {row}.word
    UNION SELECT contact_id FROM contact_role WHERE {row}.kind = 'role' AND role = {row}.word
    UNION SELECT contact_id FROM contact_tag WHERE {row}.kind = 'tag' AND word = {row}.word)"""
    return _trigger(f"cadence_{op}", f"{op.upper()} ON cadence", _refresh(affected, "next_contact_on"))


def _hanging(table: str, op: str, row: str) -> str:
    return _trigger(
        f"{table}_{op}", f"{op.upper()} ON {table}", _refresh(f"= {row}.contact_id", "next_contact_on")
    )


TRIGGERS = [
    # Two steps: next_contact_on reads last_conversation_on, which an UPDATE sees only as it was.
    _trigger("contact_added", "INSERT ON contact", _refresh("= NEW.id", "known_on", "next_contact_on")),
    _trigger(
        "contact_changed",
        "UPDATE OF last_conversation_on, met_on, cadence, tier, status, snoozed_until ON contact",
        _refresh("= NEW.id", "known_on", "next_contact_on"),
    ),
    _trigger(
        "conversation_contact_added",
        "INSERT ON conversation_contact WHEN NEW.held_on IS NULL",  # bulk brings it, and refreshes at the end
        "UPDATE conversation_contact SET held_on = (SELECT held_on FROM conversation WHERE id = NEW.conversation_id)\n"
        "   WHERE conversation_id = NEW.conversation_id AND contact_id = NEW.contact_id;",
    ),
    _trigger(
        "conversation_contact_dated",
        "UPDATE OF held_on ON conversation_contact",
        _refresh("= NEW.contact_id", "last_conversation_on"),
    ),
    _trigger(
        "conversation_contact_removed",
        "DELETE ON conversation_contact",
        _refresh("= OLD.contact_id", "last_conversation_on"),
    ),
    _trigger(
        "conversation_moved",
        "UPDATE OF held_on ON conversation",
        "UPDATE conversation_contact SET held_on = NEW.held_on WHERE conversation_id = NEW.id;",
    ),
    _trigger(
        "exchange_contact_added",
        "INSERT ON exchange_contact",
        "UPDATE exchange_contact SET (direction, exchanged_on) = (\n"
        "    SELECT direction, exchanged_on FROM exchange WHERE id = NEW.exchange_id)\n"
        "   WHERE exchange_id = NEW.exchange_id AND contact_id = NEW.contact_id;",
    ),
    _trigger(
        "exchange_moved",
        "UPDATE OF direction, exchanged_on ON exchange",
        "UPDATE exchange_contact SET direction = NEW.direction, exchanged_on = NEW.exchanged_on\n"
        "   WHERE exchange_id = NEW.id;",
    ),
    _hanging("contact_role", "insert", "NEW"),
    _hanging("contact_role", "update", "NEW"),
    _hanging("contact_role", "delete", "OLD"),
    _hanging("contact_tag", "insert", "NEW"),
    _hanging("contact_tag", "delete", "OLD"),
    _cadence_trigger("insert", "NEW"),
    _cadence_trigger("update", "NEW"),
    _cadence_trigger("delete", "OLD"),
]
