"""Whom to bring together: how much two people you know would have of each other.

The score is a sum of named parts: that one needs what the other offers, that it holds both ways, further words,
and half the warmth of the cooler of your ties with the two; colleagues have met already, perhaps.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

WEIGHTS = {"need": 4.0, "mutual": 4.0, "more": 1.0, "warmth": 0.5, "colleagues": -3.0}
MOST_MORE = 2
EACH = 40  # of those who need a word, and of those who offer it: a word of many says little of each


class Fit(NamedTuple):
    """A word that one needs and the other offers, both by id."""

    word: str
    needs: int
    offers: int


class Match(NamedTuple):
    """Two people, who needs more first, with what fits; `score` is the sum of `parts`, rounded to two places."""

    who: int
    to: int
    fits: tuple[Fit, ...]
    mutual: bool
    score: float
    parts: Mapping[str, float]


def fits(needs: Iterable[tuple[int, str]], offers: Iterable[tuple[int, str]]) -> list[Fit]:
    """What fits, from whoever needs and offers which words; of each word the first EACH of both."""
    needing, offering = _by_word(needs), _by_word(offers)
    return [
        Fit(word, one, other)
        for word, people in needing.items()
        for one in people[:EACH]
        for other in offering.get(word, ())[:EACH]
        if one != other
    ]


def _by_word(words: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for id, word in words:
        found.setdefault(word, []).append(id)
    return found


def pairs(fits: Iterable[Fit]) -> dict[tuple[int, int], list[Fit]]:
    """What fits, by the two whom it is about, the lower id first."""
    found: dict[tuple[int, int], list[Fit]] = {}
    for fit in fits:
        one, other = sorted((fit.needs, fit.offers))
        found.setdefault((one, other), []).append(fit)
    return found


def match(
    pair: tuple[int, int], fits: Iterable[Fit], warmths: Mapping[int, float], *, colleagues: bool = False
) -> Match:
    """How well two fit, with how warm your tie with each is."""
    one, other = pair
    words = tuple(sorted(set(fits)))
    given = [sum(fit.needs == id for fit in words) for id in pair]
    mutual = all(given)
    parts = {
        "need": WEIGHTS["need"],
        "mutual": WEIGHTS["mutual"] if mutual else 0.0,
        "more": WEIGHTS["more"] * min(len(words) - (2 if mutual else 1), MOST_MORE),
        "warmth": WEIGHTS["warmth"] * min(warmths[id] for id in pair),
        "colleagues": WEIGHTS["colleagues"] if colleagues else 0.0,
    }
    rounded = {name: round(value, 2) for name, value in parts.items() if round(value, 2)}
    who, to = (one, other) if given[0] >= given[1] else (other, one)
    return Match(who, to, words, mutual, round(sum(rounded.values()), 2), rounded)


def ranked(found: Iterable[Match], most: int) -> list[Match]:
    """The best first."""
    return sorted(found, key=lambda one: (-one.score, one.who, one.to))[:most]
