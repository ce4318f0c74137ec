"""Takeaways: what you took home, to be tried and perhaps kept."""

from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import hanging, record, text
from netlog.records.dated import Day
from netlog.records.fields import Choice, Text
from netlog.records.kind import Kind
from netlog.records.links import One
from netlog.vocabulary import TAKEAWAY_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netlog.records.context import Context
    from netlog.store.log import Log


MOVES = ("noted", "tried", "kept", "dropped")


def _check(values: dict[str, Any], before: dict[str, Any], ctx: "Context") -> None:
    if not values["what"]:
        raise UsageError("a takeaway needs words", "say what you mean to try")
    today = ctx.today.isoformat()
    status = values["status"] = _status(values, before)
    values["noted_on"] = values["noted_on"] or min(values[f"{move}_on"] or today for move in MOVES[1:])
    if status in ("tried", "kept"):
        values["tried_on"] = values["tried_on"] or values["kept_on"] or today
    if status == "kept" and before and values["tried_on"] == before["tried_on"] == before["kept_on"]:
        values["tried_on"] = values["kept_on"]  # the day it was kept was told for both
    values["kept_on"] = (values["kept_on"] or today) if status == "kept" else None
    values["dropped_on"] = (values["dropped_on"] or today) if status == "dropped" else None
    if status == "to-try":
        values["tried_on"] = None
    days = [values[f"{move}_on"] for move in MOVES if values[f"{move}_on"]]
    if days != sorted(days):
        raise UsageError(
            "a takeaway is noted, then tried, then kept or dropped", f"not on {', '.join(days)} in this order"
        )


def _status(values: dict[str, Any], before: dict[str, Any]) -> str:
    """The status; a day that is given says it too, where no status does."""
    if not values["status"] or (before and values["status"] == before["status"] == "to-try"):
        dated = [move for move in MOVES[1:] if values[f"{move}_on"]]
        return dated[-1] if dated else "to-try"
    return str(values["status"])


KIND = Kind(
    "takeaway",
    (
        Text("what", help="What to try.", given=False),
        Choice("status", TAKEAWAY_STATUSES, help="to-try, tried, kept or dropped (default: to-try)."),
        Day("noted_on", "on", "When you took it home (default: today).", lean="past"),
        Day("tried_on", "tried", "When you tried it.", lean="past"),
        Day("kept_on", "kept", "Since when you keep to it.", lean="past"),
        Day("dropped_on", "dropped", "When you gave it up.", lean="past"),
        One(
            "source",
            {
                "event": "event_id",
                "conversation": "conversation_id",
                "contribution": "contribution_id",
            },
            "from",
            "What it came of: e3, t12, b2.",
        ),
        Text("outcome", help="What came of it."),
    ),
    title="what",
    order="noted_on DESC, id DESC",
    shown="status <> 'dropped'",
    check=_check,
    before_delete=hanging.of_any("takeaway"),
)


def read(words: "Sequence[str]") -> list[str]:
    """What was said to be taken home, each once; UsageError for one that says nothing."""
    return list(dict.fromkeys(text.line(one, "the takeaway") for one in words))


def of_conversation(log: "Log", id: int, whats: "Sequence[str]", ctx: "Context") -> list[int]:
    """Takeaways of a conversation, noted on its day, as private as it is; their ids."""
    held = log.row("SELECT held_on, private FROM conversation WHERE id = ?", id) if whats else None
    if held is None:
        return []
    common = {
        "noted_on": held["held_on"],
        "private": held["private"],
        "source": ("conversation", id),
    }
    return [record.add(KIND, log, {"what": what, **common}, ctx) for what in whats]
