"""Puts the sample into a log, in one step, with names looked up as they come."""

from typing import TYPE_CHECKING, Any

from netlog.records import record
from netlog.records.kind import kind_of
from netlog.records.whole import ORDER, section

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

# What refers to records that come later, and is filled in at the end.
_LATER = {"group": ("members",), "event": ("to_meet", "met"), "contact": ("knows",)}


def fill(log: "Log", ctx: "Context", sections: dict[str, list[dict[str, Any]]]) -> None:
    """Add every record; events come before contacts, who were met there, and learn afterwards whom."""
    unfilled = []
    for name in ORDER:
        later = _LATER.get(name, ())
        for one in sections.get(section(name), ()):
            id = _add(log, ctx, name, {key: value for key, value in one.items() if key not in later})
            unfilled.append((name, id, {key: one[key] for key in later if key in one}))
    for name, id, rest in unfilled:
        if rest:
            kind = kind_of(name)
            record.change(kind, log, id, record.read_json(kind, rest, ctx), ctx)


def _add(log: "Log", ctx: "Context", name: str, one: dict[str, Any]) -> int:
    kind = kind_of(name)
    return record.add(kind, log, record.read_json(kind, one, ctx), ctx)
