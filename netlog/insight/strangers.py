"""Who is named in a sentence and was not found: people that are not in the log, and last names."""

from collections.abc import Sequence

from netlog.insight.names import Mention
from netlog.insight.people import Finder
from netlog.insight.people_words import BEFORE_PEOPLE, FUNCTION_WORDS, PERSON_VERBS, TITLES
from netlog.insight.promise_words import BASE_VERBS
from netlog.insight.talk_words import KINDS

_NO_NAMES = FUNCTION_WORDS | BASE_VERBS | PERSON_VERBS | KINDS.keys()


def strangers(finder: Finder, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Names where people are named that nobody in the log has: "with Zed", "met Ana Lopez"."""
    tokens = finder.sentence.tokens
    covered, ends = _places(mentions)
    found = []
    for first in range(len(tokens)):
        if first in covered or not _unknown(finder, first, ends):
            continue
        last = first + 1
        while last < len(tokens) and last not in covered and finder.is_surname(last):
            last += 1
        found.append((first, last))
        covered.update(range(first, last))
        ends.add(last)
    return found


def nameless(finder: Finder, mentions: Sequence[Mention]) -> list[int]:
    """Places where people are named but nobody was found: last names to be looked up."""
    tokens = finder.sentence.tokens
    covered, ends = _places(mentions)
    return [
        place
        for place, token in enumerate(tokens)
        if not (place in covered or place in finder.taken or token.plain or token.new >= 0)
        and token.word not in FUNCTION_WORDS
        and ((place > 0 and tokens[place - 1].word in TITLES) or _unknown(finder, place, ends))
        and not (token.capital and finder.is_surname(place + 1))
    ]


def _places(mentions: Sequence[Mention]) -> tuple[set[int], set[int]]:
    """The places of all who were found, and where their names end."""
    covered = {place for one in mentions for place in range(one.first, one.last)}
    return covered, {one.last for one in mentions}


def _unknown(finder: Finder, place: int, ends: set[int]) -> bool:
    token = finder.sentence.tokens[place]
    followed = token.capital and finder.is_surname(place + 1)
    named = finder.called(place, _NO_NAMES) or (followed and finder.matcher.begins(token.word))
    if not named or finder.sentence.breaks(place):
        return False
    before = finder.sentence.tokens[place - 1].word
    return ("," not in token.gap and before in BEFORE_PEOPLE) or finder.beside(place, ends)
