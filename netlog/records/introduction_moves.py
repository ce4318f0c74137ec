"""The next move of an introduction: what it is, and making it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError
from netlog.insight.introductions import Move, next_move
from netlog.records import marks, record
from netlog.records.introductions import KIND

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Values = dict[str, Any]


def of(values: Values) -> Move | None:
    """The next move of an introduction as it is stored, when it is yours; None where there is none."""
    if values["by"] and values["who"]:
        return None
    return next_move("who" if values["by"] else "by", values["status"], _since(values))


def finish(log: "Log", id: int, on: date, note: str | None, ctx: "Context") -> None:
    """Move one on to its next status on a day, with a note added; ConflictError where it has none.

    Of one among others there is no move of yours, but you may hear how far it got.
    """
    values = must_be_open(log, id)
    move = next_move("who" if values["by"] else "by", values["status"], _since(values))
    marks.put(log, ("introduction", id), marks.Mark(move.status if move else "", on.isoformat(), note), ctx)


def must_be_open(log: "Log", id: int) -> Values:
    """An introduction as it is stored; ConflictError where no move of it is open."""
    values = record.fetch(KIND, log, [id])[0]
    status = values["status"]
    if status in ("asked", "made") or (status == "met" and values["who"] is None):
        return values
    raise ConflictError(f"i{id} was {status} on {values[f'{status}_on']}", "nothing was changed")


def _since(values: Values) -> date:
    """The day from which it is in its status."""
    return date.fromisoformat(values[f"{values['status']}_on"] or values["created_at"][:10])
