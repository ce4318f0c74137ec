"""Which words could be somebody's name, and which contacts they could mean.

The log is asked for just the contacts that the words could mean (see `asked`); what is found is
matched here. Whether somebody is meant at all is settled in people.py.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from netlog.folding import fold
from netlog.insight.people_words import DEGREES, TITLES
from netlog.insight.prose import Sentence

LONGEST = 5  # words of a name
_TITLED = ("", "dr. ", "dr ", "prof. ", "mr. ", "ms. ", "mrs. ")  # as names are stored


class Known(NamedTuple):
    """A contact that some word could mean; name and nickname folded."""

    id: int
    name: str
    nickname: str = ""

    @property
    def words(self) -> list[str]:
        """The words of the name, without titles and degrees."""
        words = [word.strip(".,()\"'") for word in self.name.split()]
        while len(words) > 1 and words[0] in TITLES:
            words = words[1:]
        while len(words) > 1 and words[-1] in DEGREES:
            words = words[:-1]
        return words


class Mention(NamedTuple):
    """Words `first` up to, not including, `last` could mean `ids`; `how`: full, short, initial, first, last."""

    first: int
    last: int
    ids: tuple[int, ...]
    how: str
    rivals: int = 0  # how many the first name alone could be


def asked(sentence: Sentence) -> dict[str, range]:
    """Every run of words that could be a whole name or a nickname, and the places of its words."""
    found: dict[str, range] = {}
    for first, token in enumerate(sentence.tokens):
        if not token.plain and token.new < 0:
            for last in runs(sentence, first):
                found |= dict.fromkeys(_spelled(sentence, first, last), range(first, last))
    return found


def firsts(sentence: Sentence, runs: Mapping[str, range], names: Container[str]) -> list[str]:
    """The words that could be first names, as names begin with them; not those of whole `names` found."""
    whole = {place for run, places in runs.items() if len(places) > 1 and run in names for place in places}
    words = {
        token.word: None
        for place, token in enumerate(sentence.tokens)
        if place not in whole and not token.plain and token.new < 0 and not token.word.isdigit()
    }
    # Jean Luc is Jean-Luc
    hyphened = [
        f"{one.word}-{two.word}"
        for place, (one, two) in enumerate(pairwise(sentence.tokens))
        if one.word in words and two.word in words and sentence.joined(place + 1)
    ]
    return [*(f"{title}{word}" for word in words for title in _TITLED), *hyphened]


def runs(sentence: Sentence, first: int) -> Iterable[int]:
    """Where a name that begins at a word could end, the longest first."""
    last = first + 1
    tokens = sentence.tokens
    while (
        last < min(len(tokens), first + LONGEST)
        and sentence.joined(last)
        and not tokens[last - 1].ending
        and not tokens[last].plain
        and tokens[last].new < 0
    ):
        last += 1
    return range(last, first, -1)


def _spelled(sentence: Sentence, first: int, last: int) -> list[str]:
    """A run of words as a name could be stored: bare, and with the dots and endings that were typed."""
    bare = " ".join(token.word for token in sentence.tokens[first:last])
    text = sentence.slice(first, last)
    ending = sentence.tokens[last - 1].ending
    typed = fold(text[: len(text) - len(ending)] if ending else text)
    return list(dict.fromkeys((bare, typed, f"{typed}.", fold(text))))


class Matcher:
    """Matches runs of a sentence's words with the contacts that they could mean."""

    def __init__(self, sentence: Sentence, known: Sequence[Known]) -> None:
        self._sentence = sentence
        self._named: dict[str, list[Known]] = {}
        self._nicknamed: dict[str, list[Known]] = {}
        self._starting: dict[str, list[Known]] = {}
        for one in known:
            self._named.setdefault(one.name, []).append(one)
            if one.nickname:
                self._nicknamed.setdefault(one.nickname, []).append(one)
            first = one.name.partition(" ")[0]
            self._starting.setdefault(first, []).append(one)
            if first.rstrip(".") in TITLES and one.words[0] != first:
                self._starting.setdefault(one.words[0], []).append(one)

    def begins(self, word: str) -> bool:
        """Whether somebody's name begins with a word, or is called so."""
        return word in self._starting or word in self._nicknamed

    def match(self, first: int, last: int) -> Mention | None:
        """Whom a run of words could mean: full name, nickname, first name and initial, first name, in turn."""
        for spelling in _spelled(self._sentence, first, last):
            for names, how in ((self._named, "full"), (self._nicknamed, "short")):
                if spelling in names:
                    return Mention(first, last, ids_of(names[spelling]), how)
        words = [token.word for token in self._sentence.tokens[first:last]]
        if len(words) > 1 and (hyphened := f"{words[0]}-{words[1]}") in self._starting:
            words = [hyphened, *words[2:]]
        if len(words) == 1:
            ids = ids_of(one for one in self._starting.get(words[0], ()) if " " in one.name)
            return Mention(first, last, ids, "first") if ids else None
        return self._several(first, last, words)

    def _several(self, first: int, last: int, words: list[str]) -> Mention | None:
        called = [*self._starting.get(words[0], ()), *self._nicknamed.get(words[0], ())]
        ending = words[-1]
        # thousands can share a first name: the plain test goes before the thorough one
        likely = [one for one in called if ending in one.name] if len(ending) > 1 else []
        if ids := ids_of(one for one in likely if _is_whole(words, one)):
            return Mention(first, last, ids, "full")
        if len(words) == 2 and self._initial(last - 1):
            ids = ids_of(one for one in called if len(one.words) > 1 and one.words[-1][0] == words[1])
            return Mention(first, last, ids, "initial", len(ids_of(called))) if ids else None
        return None

    def _initial(self, place: int) -> bool:
        """Whether a word is the initial of a last name: "ana k", "Ana K."; not "ana a week ago"."""
        token = self._sentence.tokens[place]
        letter, rest = token.raw[0], token.raw[1 : len(token.raw) - len(token.ending)]
        if rest not in ("", ".") or not letter.isalpha():
            return False
        return letter not in "aiIwnu" or rest == "." or self._sentence.text[token.end : token.end + 1] == "."


def by_last_name(sentence: Sentence, place: int, known: Sequence[Known]) -> Mention | None:
    """Who is meant by a last name."""
    word = sentence.tokens[place].word
    ids = ids_of(one for one in known if len(one.words) > 1 and word in (one.words[-1], one.words[0]))
    return Mention(place, place + 1, ids, "last") if ids else None


def ids_of(known: Iterable[Known]) -> tuple[int, ...]:
    """The ids of contacts, each once."""
    return tuple(dict.fromkeys(one.id for one in known))


def _is_whole(words: list[str], one: Known) -> bool:
    """Whether words are a contact's first and last name, with or without what is between, or their start."""
    name, rest = one.words, words[1:]
    if words[0] in (name[0], one.nickname) and len(name) > 1:
        initials = len(rest) > 1 and all(len(word) == 1 for word in rest[:-1])
        if name[-len(rest) :] == rest or (initials and name[-1] == rest[-1]):
            return True
    return name[: len(words)] == words
