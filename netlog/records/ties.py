"""Your ties with contacts: when you last talked, how often, who helped whom, how often they were asked lately."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from netlog.insight.paths import ASKED_DAYS
from netlog.insight.warmth import RECENT_DAYS, Tie
from netlog.records.lists import json_ids

if TYPE_CHECKING:
    from netlog.store.log import Log

# Whom you know, and do not only mean to: a target whom you talked with is one only in a log that was imported so.
KNOWN = "status <> 'archived' AND (status <> 'target' OR last_conversation_on IS NOT NULL)"
TIES = """
SELECT c.id, c.name, c.last_conversation_on,
       (SELECT count(*) FROM conversation_contact WHERE contact_id = c.id AND held_on > ?2) AS talks,
       (SELECT count(*) FROM exchange_contact WHERE contact_id = c.id AND direction = 'given') AS given,
       (SELECT count(*) FROM exchange_contact WHERE contact_id = c.id AND direction = 'received') AS received,
       (SELECT count(*) FROM introduction WHERE by_id = c.id AND coalesce(asked_on, made_on) > ?3) AS asked
  FROM contact AS c WHERE c.id IN (SELECT value FROM json_each(?1))"""


class Known(NamedTuple):
    """A contact: the name, your tie, and how many introductions they were asked for in the last 90 days."""

    name: str
    tie: Tie
    asked: int


def of(log: "Log", ids: Iterable[int], today: date) -> dict[int, Known]:
    """Your tie with each of the contacts."""
    year, lately = (str(today - timedelta(days=days)) for days in (RECENT_DAYS, ASKED_DAYS))
    return {
        row["id"]: Known(
            row["name"],
            Tie(
                date.fromisoformat(row["last_conversation_on"]) if row["last_conversation_on"] else None,
                *(row[key] for key in ("talks", "given", "received")),
            ),
            row["asked"],
        )
        for row in log.rows(TIES, json_ids(ids), year, lately)
    }


def told(tie: Tie, today: date) -> str:
    """A tie in words: `talked 3 times in a year, last 2 weeks ago, help both ways`."""
    from netlog.insight.dates import days_between_text
    from netlog.plurals import counted

    if tie.last_on is None:
        return "never talked yet"
    often = f"{counted(tie.talks, 'talk')} in a year, the last {days_between_text(tie.last_on, today)}"
    if not tie.talks:
        often = f"last talked {days_between_text(tie.last_on, today)}"
    if tie.given and tie.received:
        return f"{often}, help both ways"
    return (
        f"{often}, they helped you" if tie.received else f"{often}, you helped them" if tie.given else often
    )
