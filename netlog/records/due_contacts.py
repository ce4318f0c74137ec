"""The contacts in the queue: those whose turn has come or is near, and those pinned."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.insight import dates, lengths, queue
from netlog.records import cadences
from netlog.records.entries import entry

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.due_scope import Wanted, Window
    from netlog.records.variety import Variety
    from netlog.store.log import Log, Row

Json = dict[str, Any]

MOST = 200  # in a queue

_PERSON = "contact.id, name, next_contact_on, last_conversation_on, met_on, snoozed_until, created_at"
# Neither the longest lapsed nor those who lapsed today may crowd the others out.
LAPSED = f"SELECT {_PERSON} FROM contact WHERE next_contact_on <= ? ORDER BY next_contact_on, id LIMIT ?"
LATELY = (
    f"SELECT {_PERSON} FROM contact WHERE next_contact_on <= ? ORDER BY next_contact_on DESC, id DESC LIMIT ?"
)
COMING = f"""
SELECT {_PERSON} FROM contact
 WHERE next_contact_on > ?1 AND next_contact_on <= ?2 AND (snoozed_until IS NOT next_contact_on OR next_contact_on <= ?3)
 ORDER BY next_contact_on, id LIMIT ?4"""
DUE_OF = f"""
SELECT {_PERSON} FROM contact
 WHERE next_contact_on <= ?1 AND (snoozed_until IS NOT next_contact_on OR next_contact_on <= ?2)
   AND id IN (SELECT value FROM json_each(?3))"""
# CROSS JOIN: from the few pins to what is pinned, never the other way round
PINNED = f"""
SELECT {_PERSON}, substr(pinned_at, 1, 10) AS pinned_on
  FROM contact_pin CROSS JOIN contact ON contact.id = contact_id
 WHERE status <> 'archived' AND coalesce(next_contact_on, '9999') > ?1
   AND (snoozed_until IS NULL OR snoozed_until <= ?2)"""
HOW_MANY = """
SELECT (SELECT count(*) FROM contact WHERE next_contact_on <= ?2)
     + (SELECT count(*) FROM contact WHERE next_contact_on > ?2 AND next_contact_on <= ?1
           AND snoozed_until IS NOT next_contact_on)"""


def entries(log: "Log", when: "Window", ctx: "Context", wanted: "Wanted", variety: "Variety") -> list[Json]:
    """Who has a turn in the window, and who is pinned; where contacts are wanted, who is one of them."""
    found = {row["id"]: row for row in log.rows(PINNED, "", when.awake)}
    pinned = set(found)
    if wanted:
        rows = log.rows(DUE_OF, when.until, when.awake, wanted.ids("contact"))
    else:
        today = when.today.isoformat()
        rows = log.rows(LAPSED, today, MOST)
        if len(rows) == MOST:
            rows = rows[: MOST // 2] + log.rows(LATELY, today, MOST // 2)
        rows += log.rows(COMING, today, when.until, when.awake, MOST // 2)
    for row in rows:
        found.setdefault(row["id"], row)
    rules = cadences.of_contacts(log, found, ctx)
    lacking = variety.lacking(found)
    return [
        _entry(row, rules.get(id, (None, None))[0], id in pinned, id in lacking, when.today, ctx)
        for id, row in found.items()
    ]


def count(log: "Log", when: "Window") -> int:
    """How many have a turn in the window, or are pinned."""
    pinned = log.rows(PINNED, when.until, when.awake)
    return int(log.value(HOW_MANY, when.until, when.awake)) + len(pinned)


def _entry(row: "Row", cadence: int | None, pinned: bool, lacking: bool, today: date, ctx: "Context") -> Json:
    ref = f"c{row['id']}"
    turn = date.fromisoformat(row["next_contact_on"]) if row["next_contact_on"] else None
    talked = bool(row["last_conversation_on"])
    return entry(
        ref,
        f"get in touch with {row['name']}",
        contacts=[{"ref": ref, "name": row["name"]}],
        due_on=turn
        or date.fromisoformat(row["pinned_on"]),  # of a turn that never comes: since it was pinned
        today=today,
        reason=_why_now(row, cadence, turn, today),
        urgency=queue.of_contact(
            turn, cadence, talked, today, pinned=pinned, lacking=lacking, weights=ctx.weights
        ),
        command=f'add-conversation "..." --with {ref}',
    )


def _why_now(row: "Row", cadence: int | None, turn: date | None, today: date) -> str:
    last = row["last_conversation_on"]
    talked = "never talked yet"
    if last:
        talked = f"last talked {dates.days_between_text(date.fromisoformat(last), today)}"
    if cadence:
        return f"{talked}, meant to be every {lengths.days_text(cadence).removeprefix('1 ')}"
    return f"{talked}, first contact planned for {turn}" if turn else f"{talked}, no cadence"
