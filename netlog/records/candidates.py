"""Records described shortly, so that a person can tell them apart."""

from typing import TYPE_CHECKING

from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.store.log import Log

_SQL = {
    "contact": """
SELECT name, coalesce(organization, title, region, (
         SELECT value FROM contact_channel WHERE contact_id = contact.id LIMIT 1), '') FROM contact WHERE id = ?""",
    "conversation": "SELECT summary, held_on FROM conversation WHERE id = ?",
    "event": "SELECT name, starts_on FROM event WHERE id = ?",
    "follow_up": "SELECT what, 'due ' || due_on FROM follow_up WHERE id = ?",
    "goal": "SELECT title, 'per ' || per FROM goal WHERE id = ?",
    "group": "SELECT name, kind FROM network_group WHERE id = ?",
    "membership": """
SELECT g.name, 'since ' || joined_on FROM membership JOIN network_group AS g ON g.id = group_id WHERE membership.id = ?""",
    "contribution": "SELECT title, given_on FROM contribution WHERE id = ?",
    "introduction": "SELECT coalesce(why, 'introduction'), status FROM introduction WHERE id = ?",
    "exchange": "SELECT what, exchanged_on FROM exchange WHERE id = ?",
    "opportunity": "SELECT what, status FROM opportunity WHERE id = ?",
    "takeaway": "SELECT what, status FROM takeaway WHERE id = ?",
    "vision": "SELECT statement, 'by ' || by_on FROM vision WHERE id = ?",
    "step": "SELECT what, status FROM plan_step WHERE id = ?",
}


def described(log: "Log", targets: list[tuple[str, int]]) -> list[tuple[str, str, str]]:
    """(ref, name, what tells it from the others) of each record."""
    found = []
    for type, id in targets:
        row = log.row(_SQL[type], id)
        if row is not None:
            found.append((f"{LETTERS[type]}{id}", row[0], row[1]))
    return found
