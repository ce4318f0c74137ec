"""Whom people of a file know: linked once all names are as they will be, as far as they are in the log."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netlog.insight import three_way
from netlog.records.pending import Pending
from netlog.records.remembered import Links, Seen
from netlog.records.who import Entry, Who

_AT_ONCE = 500


class Knowing(NamedTuple):
    """Somebody who knows others: what the file said of them last time, and says now."""

    entry: Entry
    told: Seen
    seen: Seen


def link(
    format: str, knowing: Sequence[Knowing], who: Who, pending: Pending, links: Links
) -> Iterator[tuple[Entry, bool]]:
    """Link each with those whom they know; who it is, and whether anything changed."""
    for start in range(0, len(knowing), _AT_ONCE):
        some = knowing[start : start + _AT_ONCE]
        found = {one.entry: _found(one, who) for one in some}
        present = pending.load(one.entry.id for one in some if found[one.entry])
        for entry, told, seen in some:
            ids = found[entry]
            changed = False
            if ids:
                ours = present[entry.id]
                more = [id for id in dict.fromkeys(ids.values()) if id not in (ours.get("knows") or [])]
                changed = bool(more)
                pending.change(entry.id, ours, {"knows": [*(ours.get("knows") or []), *more]} if more else {})
                seen["knows"] = [*told.get("knows", []), *ids]
                links.put(format, entry.key, entry.id, seen)
            yield entry, changed


def _found(one: Knowing, who: Who) -> dict[str, int]:
    """The names that the file did not say before and that are somebody's, with who that is."""
    found: dict[str, int] = {}
    before = one.told.get("knows", [])
    for name in three_way.added(before, one.entry.knows, [], str):
        id = who.called(name, besides=one.entry.id)
        if id:
            found[name] = id
        else:
            one.entry.remarks.append(f"knows {name}, who is not in the log")
    return found
