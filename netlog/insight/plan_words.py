"""Lines of a plan as people type them: a name and why, an event and its day, who introduces whom."""

from collections.abc import Sequence
from typing import Any

from netlog.folding import fold

_DASHES = (" - ", " – ", " — ")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def reasoned(text: str) -> tuple[str, str]:
    """`Grace Hopper - she leads the board` -> the name and the reason; an empty reason where there is none."""
    places = [(place, dash) for dash in _DASHES if (place := text.find(dash)) > 0]
    if not places:
        return text.strip(), ""
    place, dash = min(places)
    return text[:place].strip(), text[place + len(dash) :].strip()


def dated(text: str) -> tuple[str, str]:
    """`Lakeshore Learning, 10 Dec 2026` -> the name and the words of the day; no day without a comma before it.

    A word after the comma is a day only where it holds a digit: `Reading, Writing` is one name.
    """
    name, comma, day = (part.strip() for part in text.rpartition(","))
    if not comma or not name or not any(c.isdigit() for c in day):
        return text.strip(), ""
    before, _, month = name.rpartition(",")  # May 4, 2027
    if before and len(day) == 4 and day.isdigit() and month.split() and fold(month)[:3] in _MONTHS:
        return before.strip(), f"{month.strip()}, {day}"
    return name, day


def introduction(text: str, refs: str = "") -> dict[str, Any]:
    """`Ana Kim to Grace Hopper` -> {"through", "to"}; `refs` are those of both, with a space, `-` for none."""
    through, _, to = (part.strip() for part in text.partition(" to "))
    known = refs.split() or ["-", "-"]
    found = {"through": through if known[0] == "-" else known[0]}
    if to:
        found["to"] = to if known[1] == "-" else known[1]
    return found


def mentioned(text: str, names: Sequence[str], people: Sequence[str] = ()) -> str:
    """The longest of the names that a text has as whole words, else the one of `people` whose first name it has.

    "" where it has none, or the first name of several.
    """
    words = f" {_bare(text)} "
    found = [name for name in names if _bare(name) and f" {_bare(name)} " in words]
    if found:
        return max(found, key=len)
    capitals = {fold(word.strip(".,:;!?")) for word in text.split() if word[:1].isupper()}
    first = {name for name in people if fold(name.split()[0]) in capitals}
    return first.pop() if len(first) == 1 else ""


def _bare(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
