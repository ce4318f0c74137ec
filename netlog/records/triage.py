"""Contacts without a tier, one after the other, each given one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from netlog.insight import answers
from netlog.records import filters, record
from netlog.records.contacts import KIND

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

FIXED = {"t": "target", "a": "archive", "s": "skip", "q": "quit"}
SKIP, QUIT = "skip", "quit"
ONE = "SELECT organization, title, met_on, last_conversation_on, tier FROM contact WHERE id = ?"


def keys(tiers: Mapping[str, int]) -> dict[str, str]:
    """Key -> answer: the tiers by a letter of theirs, then target, archive, skip and quit by their first."""
    return {**answers.keys(tiers, FIXED), **FIXED}


def waiting(log: "Log", words: Sequence[str], ctx: "Context") -> list[int]:
    """The contacts without a tier that the filters ask for, those talked with last first, then the newest."""
    return filters.find(KIND, log, [*words, "tier:"], ctx, sort="last", reverse=True)


def described(log: "Log", id: int, ctx: "Context") -> Json | None:
    """ref, name and a line on a contact; None where they are gone, or have a tier by now."""
    row = log.row(ONE, id)
    if row is None or row["tier"] is not None:
        return None
    one = record.load(KIND, log, [id])[0]
    last = one["last_conversation_on"]
    facts = [
        *(one[key] for key in ("title", "organization", "region") if one[key]),
        *(role["role"] for role in one["roles"]),
        *(f"#{tag}" for tag in one["tags"]),
        f"met {one['met_on']}" if one["met_on"] else "",
        f"last talked {ctx.away(date.fromisoformat(last))}" if last else "never talked yet",
    ]
    return {"ref": one["ref"], "name": one["name"], "about": " · ".join(fact for fact in facts if fact)}


def settle(log: "Log", id: int, answer: str, ctx: "Context") -> None:
    """Do as was answered: a tier, or target or archived for a status."""
    status = {"target": "target", "archive": "archived"}.get(answer)
    record.change(KIND, log, id, {"status": status} if status else {"tier": answer}, ctx)
