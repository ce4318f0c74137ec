"""Entries of the queue: what `due` and `review` tell of each record that presses."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.vocabulary import TYPES

if TYPE_CHECKING:
    from netlog.insight.queue import Urgency
    from netlog.store.log import Row

Json = dict[str, Any]


def entry(
    ref: str,
    what: str,
    *,
    contacts: list[Json],
    due_on: date,
    today: date,
    reason: str,
    urgency: "Urgency",
    command: str,
) -> Json:
    """The contract's JSON of an entry; `command` is what settles it, after `netlog`."""
    return {
        "ref": ref,
        "type": TYPES[ref[0]],
        "what": what,
        "contacts": contacts,
        "due_on": str(due_on),
        "days_late": (today - due_on).days,
        "reason": f"{'pinned; ' if 'pinned' in urgency.parts else ''}{reason}",
        "score": urgency.score,
        "parts": urgency.parts,
        "command": f"netlog {command}",
    }


def contacts_of(rows: "Iterable[Row]") -> dict[int, list[Json]]:
    """The contacts of each record, as references, from rows of id, contact_id and name."""
    found: dict[int, list[Json]] = {}
    for row in rows:
        found.setdefault(row["id"], []).append({"ref": f"c{row['contact_id']}", "name": row["name"]})
    return found
