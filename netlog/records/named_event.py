"""The event that a sentence names, and where in it."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netlog.insight import occasion_names
from netlog.insight.occasion_names import Occasion
from netlog.insight.prose import Sentence

if TYPE_CHECKING:
    from netlog.store.log import Log, Row

STARTING = """
SELECT id, folded_name, name, starts_on, ends_on FROM event WHERE folded_name >= ? AND folded_name < ? LIMIT 200"""
HOLDING = """
SELECT id, folded_name, name, starts_on, ends_on FROM event
 WHERE id IN (SELECT rowid FROM event_text WHERE event_text MATCH ? LIMIT 200)"""


class NamedEvent(NamedTuple):
    """The event by id, the places of all words that name events, what was chosen, and what stayed open."""

    id: int | None
    taken: set[int]
    chosen: tuple[str, ...]
    open: tuple[str, ...]


def find(log: "Log", sentence: Sentence, day: date) -> NamedEvent:
    """The first event that is named after "at" and the like; of several editions that of the day."""
    taken: set[int] = set()
    found: Occasion | None = None
    chosen: list[str] = []
    unsettled: list[str] = []
    for first in occasion_names.places(sentence):
        one = occasion_names.best(sentence, first, _events(log, sentence, first), day)
        if one is None:
            continue
        taken.update(range(one.first, one.last))
        words = sentence.slice(one.first, one.last)
        if one.chosen is None:
            refs = ", ".join(f"e{event.id} {event.title}" for event in one.events[:5])
            unsettled.append(f"{words!r} could be {refs}: none was taken (--event REF says which)")
        elif found is None:
            found = one.chosen
            if len(one.events) > 1:
                chosen.append(f"{words} is e{found.id} {found.title}, by its dates")
    return NamedEvent(found.id if found else None, taken, tuple(chosen), tuple(unsettled))


def _events(log: "Log", sentence: Sentence, first: int) -> list[Occasion]:
    """The events whose name begins with a word, else those that have it anywhere."""
    word = sentence.tokens[first].word
    rows = log.rows(STARTING, word, f"{word}\U0010ffff")
    if not any(occasion_names.bare(row["folded_name"])[:1] == [word] for row in rows):
        telling = word.isalnum() and occasion_names.distinct(sentence, first)
        rows = log.rows(HOLDING, f'name : "{word}"') if telling else []
    return [_occasion(row) for row in rows]


def _occasion(row: "Row") -> Occasion:
    days = (date.fromisoformat(row[key]) for key in ("starts_on", "ends_on"))
    return Occasion(row["id"], row["folded_name"], row["name"], *days)
