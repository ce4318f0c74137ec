"""Which event a sentence names: after "at" and the like, by the longest start of its name."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netlog.folding import fold
from netlog.insight.people_words import ORDINARY
from netlog.insight.prose import Sentence
from netlog.insight.words import words

_AT = words("at during from")
_ARTICLES = words("the our this last a an my yesterday's today's year")
# A word that many events begin with: alone and in lower case it names none.
_COMMON = words(
    """school conference meeting lunch work home office library workshop district annual national state regional
    international spring summer fall autumn winter a the an teacher teachers training webinar seminar pd plc center
    leadership education technology learning community county city university college board coffee dinner fair
    booth hotel bar cafe monday tuesday wednesday thursday friday saturday sunday first second open new
    talk keynote session panel reception poster my our"""
)
_STOPS = words("we i and about re with who she he they")
LONGEST = 7
_YEAR = timedelta(days=366)


class Occasion(NamedTuple):
    """An event that the words could mean; name folded."""

    id: int
    name: str
    title: str
    starts_on: date
    ends_on: date


class Found(NamedTuple):
    """Words `first` up to `last` name one of `events`; `chosen` is the one, where the day says so."""

    first: int
    last: int
    events: tuple[Occasion, ...]
    chosen: Occasion | None


def places(sentence: Sentence) -> Iterator[int]:
    """Where an event could be named: the words after "at", "during" and "from"."""
    for place, token in enumerate(sentence.tokens):
        if token.word in _AT and not token.plain:
            first = place + 1
            while first < len(sentence.tokens) and (
                sentence.tokens[first].word in _ARTICLES or _year(sentence, first)
            ):
                first += 1
            if first < len(sentence.tokens) and not sentence.parts(first):
                named = sentence.tokens[first]
                if not named.plain and named.new < 0 and named.word not in _STOPS:
                    yield first


def run(sentence: Sentence, first: int) -> list[str]:
    """The folded words from a place on that one name could have."""
    found = []
    for place in range(first, min(first + LONGEST, len(sentence.tokens))):
        if place > first and sentence.parts(place):
            break
        found.append(sentence.tokens[place].word)
    return found


def best(sentence: Sentence, first: int, events: Sequence[Occasion], day: date) -> Found | None:
    """The events whose name the words at a place begin, or hold, by the longest run of words."""
    said = run(sentence, first)
    for count in range(len(said), 0, -1):
        part = said[:count]
        equal = [one for one in events if bare(one.name) == part]
        if not equal and count == 1 and not distinct(sentence, first):
            continue
        named = equal or [one for one in events if bare(one.name)[:count] == part]
        if not named:
            named = [one for one in events if _holds(bare(one.name), part)]
        if named:
            found = _of_year(sentence, first, tuple(named))
            return Found(first, first + count, found, _of_day(found, day))
    return None


def distinct(sentence: Sentence, place: int) -> bool:
    """Whether a word alone, from the middle of a name, is enough: VISION, Lakeshore; not "learning"."""
    token = sentence.tokens[place]
    if token.word in ORDINARY and not token.capital:
        return False
    return token.word not in _COMMON and not token.word.isdigit() and len(token.word) > 2


def bare(name: str) -> list[str]:
    """The words of a folded name, without punctuation."""
    parts = ("".join(c if c.isalnum() or c in "'-." else " " for c in name)).split()
    return [part.strip(".-'") for part in parts if part.strip(".-'")]


def _holds(name: list[str], part: list[str]) -> bool:
    """Whether a name has some words, one after another."""
    return any(name[place : place + len(part)] == part for place in range(len(name)))


def _year(sentence: Sentence, place: int) -> int:
    """The year that a word is; 0 for any other."""
    word = sentence.tokens[place].word if 0 <= place < len(sentence.tokens) else ""
    return int(word) if word.isdecimal() and len(word) == 4 else 0


def _of_year(sentence: Sentence, first: int, events: tuple[Occasion, ...]) -> tuple[Occasion, ...]:
    """Those of the year that stands before the name, if one does: the 2024 conference."""
    year = _year(sentence, first - 1)
    return tuple(one for one in events if one.starts_on.year == year) or events


def _of_day(events: Sequence[Occasion], day: date) -> Occasion | None:
    """The one that is meant on a day: the only one, that which the day is in, the latest edition before it."""
    if len(events) == 1:
        return events[0]
    current = [one for one in events if one.starts_on <= day <= one.ends_on]
    if current:
        return current[0] if len(current) == 1 else None
    if len({_series(one.name) for one in events}) > 1:
        return None
    before = [one for one in events if day - _YEAR <= one.ends_on < day]
    if before:
        latest = max(one.ends_on for one in before)
        nearest = [one for one in before if one.ends_on == latest]
        return nearest[0] if len(nearest) == 1 else None
    return None


def _series(name: str) -> str:
    """The name without its year or number: editions of one event share it."""
    return " ".join(word for word in bare(fold(name)) if not word.strip("'").isdigit())
