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
}


def described(log: "Log", targets: list[tuple[str, int]]) -> list[tuple[str, str, str]]:
    """(ref, name, what tells it from the others) of each record."""
    found = []
    for type, id in targets:
        row = log.row(_SQL[type], id)
        if row is not None:
            found.append((f"{LETTERS[type]}{id}", row[0], row[1]))
    return found
