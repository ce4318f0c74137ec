"""What is asked of a queue: which days count, and which records."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.records.lists import json_ids
from netlog.vocabulary import LETTERS

if TYPE_CHECKING:
    from netlog.records.references import Target

DAYS = 7  # how far a queue looks ahead


class Window(NamedTuple):
    """Which days count: `until` is how far to look ahead, `awake` until when snoozes have run out, both ISO."""

    today: date
    until: str
    awake: str


def window(today: date, days: int | None = None) -> Window:
    """What is due by today and in the `days` after it, snoozed or not; None is a week, and snoozes hold."""
    until = (today + timedelta(days=DAYS if days is None else days)).isoformat()
    return Window(today, until, today.isoformat() if days is None else until)


class Wanted:
    """The records that a queue is asked about; everything where there are none."""

    def __init__(self, targets: "Iterable[Target]") -> None:
        self._ids: dict[str, list[int]] = {}
        for type, id in targets:
            self._ids.setdefault(type, []).append(id)
        self._refs = {f"{LETTERS[type]}{id}" for type, ids in self._ids.items() for id in ids}

    def __bool__(self) -> bool:
        return bool(self._ids)

    def has(self, *types: str) -> bool:
        return not self._ids or any(type in self._ids for type in types)

    def ids(self, type: str) -> str:
        """Those of a type, as a JSON array."""
        return json_ids(self._ids.get(type, []))

    def concerns(self, entry: dict[str, Any]) -> bool:
        refs = {entry["ref"], *(who["ref"] for who in entry["contacts"])}
        return not self._refs or not self._refs.isdisjoint(refs)
