"""Three versions of one fact: what a file said last time, what the log says, what the file says now.

What the file does not say, or says as before, leaves the log alone. What it says anew is taken over where
the log still holds what it said before; where both were changed, it is a clash.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from netlog.folding import fold

Item = TypeVar("Item")

KEEP, TAKE, CLASH = "keep", "take", "clash"
_NOTHING = (None, "", 0)  # 0 is a flag that is not set


def settled(before: object, ours: object, theirs: object) -> str:
    """What is to be done with a single value: KEEP ours, TAKE theirs, or CLASH."""
    if theirs in (*_NOTHING, before, ours):
        return KEEP
    if ours == before or (ours in _NOTHING and before in _NOTHING):
        return TAKE
    if isinstance(ours, str) and isinstance(theirs, str) and fold(ours) == fold(theirs):
        return KEEP
    return CLASH


def listed(
    before: Mapping[str, Any],
    ours: Sequence[Item],
    theirs: Sequence[Item],
    key: Callable[[Item], str],
    text: Callable[[Item], str],
) -> list[Item]:
    """Several values: those of the log, with what the file added, without what it took out.

    `before` are the texts of last time by their keys; `key` tells whether two items are the same thing, `text`
    is all that there is to one. A file that lists nothing says nothing.
    """
    if not theirs:
        return list(ours)
    new = {key(one): one for one in reversed(theirs)}
    kept = []
    for one in ours:
        name = key(one)
        if name in new:
            followed = name in before and text(one) == before[name]
            kept.append(new[name] if followed else one)
        elif name not in before or text(one) != before[name]:
            kept.append(one)
    present = {key(one) for one in ours}
    return [*kept, *added(before, theirs, present, key)]


def added(
    before: Collection[str], theirs: Iterable[Item], present: Collection[str], key: Callable[[Item], str]
) -> list[Item]:
    """The items that the file lists, did not list before, and that are not there; each once."""
    found = {key(one): one for one in theirs if key(one) not in before and key(one) not in present}
    return list(found.values())
