"""Evidence of professional growth: what is counted of each entry, and what it all comes to."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

K = TypeVar("K")

# Sections in the order of a portfolio; of those TIMED an entry without hours is told of.
SECTIONS = {
    "events": "Professional development",
    "contributions": "Contributions to the field",
    "memberships": "Memberships",
    "mentoring": "Mentoring",
    "observations": "Observations and PLC meetings",
    "takeaways": "Put into practice",
    "wins": "Other successes",
}
TIMED = ("events", "contributions", "mentoring")
LEVELLED = ("events", "contributions", "memberships")


class Entry(NamedTuple):
    """One thing done: on a day (ISO; of a membership, since), of a type of record, and in which section it stands.

    `kind` is its kind within the type, of a takeaway its status; `hours` are None where unknown.
    """

    on: str
    type: str
    ref: str
    what: str
    hours: float | None = None
    level: str | None = None
    role: str | None = None
    kind: str | None = None
    section: str = "events"
    win: bool = False
    outcome: str | None = None


class Total(NamedTuple):
    """What some entries come to: how many there are, their hours, and how many that could have hours have none."""

    entries: int
    hours: float
    without_hours: int


def total(entries: Iterable[Entry]) -> Total:
    """The sums over all entries given."""
    found = list(entries)
    hours = sum(one.hours for one in found if one.hours is not None)
    return Total(len(found), hours, sum(one.hours is None and one.section in TIMED for one in found))


def by_section(entries: Sequence[Entry]) -> dict[str, Total]:
    """Each section that has entries, in order."""
    return _by(entries, lambda one: one.section, tuple(SECTIONS))


def by_kind(entries: Sequence[Entry]) -> dict[tuple[str, str | None], Total]:
    """Each section and kind that has entries: sections in order, of kinds the one with most entries first."""
    found = {
        (section, kind): one
        for section in SECTIONS
        for kind, one in _by([e for e in entries if e.section == section], lambda e: e.kind, ()).items()
        if section != "wins"
    }
    order = list(SECTIONS)
    return dict(
        sorted(found.items(), key=lambda one: (order.index(one[0][0]), -one[1].entries, one[0][1] or ""))
    )


def by_level(entries: Sequence[Entry], levels: Sequence[str]) -> dict[str | None, Total]:
    """Each level that has entries, of those that can have one: the user's own levels in order, what is unknown last."""
    return _by([one for one in entries if one.section in LEVELLED], lambda one: one.level, levels)


def _by(entries: Sequence[Entry], key: Callable[[Entry], K], order: Sequence[K]) -> dict[K, Total]:
    """The totals by key, in the order given, other keys after it as they come, unknown ones last."""
    groups: dict[K, list[Entry]] = {}
    for one in entries:
        groups.setdefault(key(one), []).append(one)
    places = {name: place for place, name in enumerate(order)}
    ranked = sorted(groups, key=lambda name: (name is None, places.get(name, len(places))))
    return {name: total(groups[name]) for name in ranked}
