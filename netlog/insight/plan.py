"""The plan: what waits for what, what can be done now, and by when each step must be done at the latest.

A step waits for its needs and for the steps under it. Closed steps (done, dropped) are waited for by nobody.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

CLOSED = ("done", "dropped")
_PRESSING = {"doing": 0, "next": 1, "idea": 2}

Waits = Mapping[int, Sequence[int]]


class Step(NamedTuple):
    """A step as it stands: `parent` is the one it is a part of, `needs` are to be done before it."""

    id: int
    status: str
    parent: int | None = None
    needs: tuple[int, ...] = ()
    by_on: date | None = None


class Standing(NamedTuple):
    """What a step is to the plan.

    `state` is done, dropped, doing, blocked (by open needs), next or idea. `live` steps are open, and not
    merely left over under a closed one; `ready` ones can be done now: nothing under them is open.
    """

    state: str
    live: bool
    ready: bool
    blocked_by: tuple[int, ...]


class Slot(NamedTuple):
    """When a live step has to be done, and `slack` is how many days that leaves, less than 0 when it is late.

    `latest_on` leaves what waits for it its own latest day; `because` is the step that it is so early for.
    """

    id: int
    latest_on: date
    slack: int
    because: int | None


def waits_of(steps: Iterable[Step]) -> dict[int, list[int]]:
    """Step -> those it waits for: its needs, and the steps under it."""
    steps = list(steps)
    waits = {one.id: list(one.needs) for one in steps}
    for one in steps:
        if one.parent is not None and one.parent in waits:
            waits[one.parent].append(one.id)
    return waits


def cycle_through(id: int, waits: Waits) -> list[int]:
    """The shortest way from a step back to itself along what it waits for, both ends named; [] without one."""
    came: dict[int, int] = {}
    queue = deque([id])
    while queue:
        at = queue.popleft()
        for other in waits.get(at, ()):
            if other == id:
                return [*_way(came, id, at), id]
            if other not in came:
                came[other] = at
                queue.append(other)
    return []


def any_cycle(waits: Waits) -> list[int]:
    """A cycle among steps, as cycle_through gives it; [] where there is none."""
    settled = set(_settling(waits))
    return next((found for id in waits if id not in settled and (found := cycle_through(id, waits))), [])


def deepest(steps: Iterable[Step]) -> int:
    """How many steps stand above each other at the most; the steps make no cycle."""
    above = {one.id: one.parent for one in steps}
    depths: dict[int, int] = {}
    for id in above:
        way, at = [], id
        while at not in depths and above.get(at) is not None:
            way.append(at)
            at = above[at] or 0
        depth = depths.setdefault(at, 1)
        for one in reversed(way):
            depth += 1
            depths[one] = depth
    return max(depths.values(), default=0)


def ordered(waits: Waits) -> list[int]:
    """All steps, each after those it waits for; those of a cycle come last."""
    settled = _settling(waits)
    known = set(settled)
    return [*settled, *(id for id in waits if id not in known)]


def standings(steps: Sequence[Step]) -> dict[int, Standing]:
    """How every step stands."""
    by_id = {one.id: one for one in steps}
    is_open = {one.id: one.status not in CLOSED for one in steps}
    waits = waits_of(steps)
    live = _live(by_id, waits)
    found = {}
    for one in steps:
        blocked = tuple(need for need in one.needs if is_open.get(need, False))
        state = "blocked" if blocked and one.status in ("next", "idea") else one.status
        under = any(is_open[other] for other in waits[one.id] if by_id[other].parent == one.id)
        ready = live[one.id] and state != "blocked" and not under
        found[one.id] = Standing(state, live[one.id], ready, blocked)
    return found


def schedule(steps: Sequence[Step], horizon: date, today: date) -> dict[int, Slot]:
    """The latest day of each live step, worked back from the horizon; in the order in which they fall due."""
    by_id = {one.id: one for one in steps}
    waits = waits_of(steps)
    live = _live(by_id, waits)
    order = [id for id in ordered(waits) if live[id]]
    latest = {id: min(by_id[id].by_on or horizon, horizon) for id in order}
    because: dict[int, int | None] = dict.fromkeys(order)
    for id in reversed(order):
        for other in waits[id]:
            if other in latest and latest[id] < latest[other]:
                latest[other], because[other] = latest[id], id
    slots = [Slot(id, latest[id], (latest[id] - today).days, because[id]) for id in order]
    place = {id: at for at, id in enumerate(order)}
    return {slot.id: slot for slot in sorted(slots, key=lambda one: (one.latest_on, place[one.id]))}


def upcoming(steps: Sequence[Step], stands: Mapping[int, Standing], slots: Mapping[int, Slot]) -> list[int]:
    """The live steps that nothing blocks: first those that can be done now, each by its latest day."""
    unblocked = [one for one in steps if stands[one.id].live and stands[one.id].state != "blocked"]
    return [
        one.id
        for one in sorted(
            unblocked,
            key=lambda one: (
                not stands[one.id].ready,
                slots[one.id].latest_on,
                _PRESSING[stands[one.id].state],
                one.id,
            ),
        )
    ]


def _way(came: Mapping[int, int], start: int, end: int) -> list[int]:
    way = [end]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]


def _settling(waits: Waits) -> list[int]:
    """Steps that wait for nothing, then those that wait only for these, and so on."""
    left = {id: sum(other in waits for other in set(others)) for id, others in waits.items()}
    waiting: dict[int, list[int]] = {}
    for id, others in waits.items():
        for other in set(others):
            waiting.setdefault(other, []).append(id)
    queue = deque(id for id, many in left.items() if not many)
    found = []
    while queue:
        found.append(queue.popleft())
        for id in waiting.get(found[-1], ()):
            left[id] -= 1
            if not left[id]:
                queue.append(id)
    return found


def _live(by_id: Mapping[int, Step], waits: Waits) -> dict[int, bool]:
    """Open steps that stand alone or under a live one, or that a live one needs."""
    live: dict[int, bool] = dict.fromkeys(by_id, False)
    for id in reversed(ordered(waits)):  # a step comes after all that wait for it
        one = by_id[id]
        if one.status in CLOSED:
            continue
        live[id] = live[id] or one.parent not in by_id
        if live[id]:
            for other in waits[id]:
                if other in live:
                    live[other] = by_id[other].status not in CLOSED
    return live
