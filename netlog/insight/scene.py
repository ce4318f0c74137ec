"""A sentence with its people and its day: what promises are read in."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netlog.insight.names import Mention
from netlog.insight.periods import Term
from netlog.insight.prose import Sentence

Key = int | tuple[str, int]  # a contact by id, or a new one by ("new", number)


class Person(NamedTuple):
    """Words `first` up to `last` name somebody."""

    first: int
    last: int
    key: Key


class Scene:
    """The words of a sentence, and who is named where; `day` is that of the conversation."""

    def __init__(
        self, sentence: Sentence, people: Sequence[Person], day: date, terms: Sequence[Term] = ()
    ) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.words = [token.word for token in sentence.tokens]
        self.people = people
        self.day = day
        self.terms = terms
        self.starting = {one.first: one for one in people}
        self.ends = {one.last for one in people}
        self.inside = {place for one in people for place in range(one.first, one.last)}

    def word(self, place: int) -> str:
        """The folded word at a place; empty where there is none."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def clause(self, place: int) -> bool:
        """Whether a clause begins at a word."""
        return self.sentence.parts(place) or self.word(place - 1) in (
            "and",
            "then",
            "but",
            "so",
            "also",
            "plus",
        )

    def clause_end(self, place: int) -> int:
        """Where the next comma or more stands after a word."""
        place += 1
        while place < len(self.tokens) and not self.sentence.parts(place):
            place += 1
        return place

    def unparted(self, first: int, last: int) -> bool:
        """Whether no comma or more stands between two words."""
        return all(
            not self.sentence.parts(place) for place in range(first + 1, min(last + 1, len(self.tokens)))
        )

    def list_end(self, place: int) -> int:
        """Where a list of people that begins at a word ends: "Ana and Raj"."""
        last = self.starting[place].last
        while self.word(last) == "and" and last + 1 in self.starting:
            last = self.starting[last + 1].last
        return last

    def within(self, first: int, last: int) -> tuple[Key, ...]:
        """Who is named in a stretch of words."""
        return tuple(dict.fromkeys(one.key for one in self.people if first <= one.first and one.last <= last))


def new_again(sentence: Sentence) -> dict[int, int]:
    """Where somebody new is named again by the first name, and the number of who: +"Ines Roth" ... Ines will."""
    firsts: dict[str, int] = {}
    found: dict[int, int] = {}
    for place, token in enumerate(sentence.tokens):
        if token.new >= 0:
            if sentence.tokens[place - 1].new != token.new or place == 0:
                firsts[token.word] = token.new
        elif token.word in firsts and token.capital and not token.plain:
            after = place + 1
            longer = (
                after < len(sentence.tokens) and sentence.joined(after) and sentence.tokens[after].capital
            )
            if not longer:
                found[place] = firsts[token.word]
    return found


def people_of(
    sentence: Sentence, mentions: Sequence[Mention], who: Mapping[int, int], new: Sequence[Key]
) -> list[Person]:
    """Everybody named, in order: `who` gives the contact of a mention by its first word, `new` the marked ones."""
    found = [Person(one.first, one.last, who[one.first]) for one in mentions if one.first in who]
    spans: dict[int, list[int]] = {}
    for place, token in enumerate(sentence.tokens):
        if token.new >= 0:
            spans.setdefault(token.new, []).append(place)
    found += [Person(places[0], places[-1] + 1, new[number]) for number, places in spans.items()]
    found += [Person(place, place + 1, new[number]) for place, number in new_again(sentence).items()]
    return sorted(found, key=lambda one: one.first)
