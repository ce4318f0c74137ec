"""Who is meant in a sentence: the longest names first, and ordinary words only where they are people.

"Will", "may" and "art" are names where people are named: after "with" or "met", in a list of people,
as the one who does something, or with a capital in the middle of a sentence.
"""

from collections.abc import Iterable, Mapping, Sequence

from netlog.insight.day_phrases import may_start
from netlog.insight.names import Known, Matcher, Mention, runs
from netlog.insight.people_words import (
    ADVERBS,
    AFTER_PEOPLE,
    BEFORE_PEOPLE,
    CAN,
    CONJUNCTIONS,
    DATIVE,
    DETERMINERS,
    FUNCTION_WORDS,
    GOTTEN,
    LINKING,
    MONTH_NAMES,
    NOT_BEFORE,
    ORDINARY,
    OWNED,
    PERSON_VERBS,
    PLACE_NAMES,
    SAID_OF_THINGS,
    SPEAKING,
    TAKEN,
    WHEN,
)
from netlog.insight.promise_words import BASE_VERBS, PLEDGES
from netlog.insight.prose import Sentence
from netlog.insight.talk_words import KINDS, TALKING

_WEAK = ORDINARY | MONTH_NAMES | BASE_VERBS | TALKING | KINDS.keys()
_NEVER_SURNAMES = FUNCTION_WORDS | PERSON_VERBS | PLEDGES | AFTER_PEOPLE | BASE_VERBS | KINDS.keys()


class Finder:
    """Finds the people of one sentence among the contacts that its words could mean.

    `taken` are places that mean something else: the name of an event.
    """

    def __init__(self, sentence: Sentence, known: Sequence[Known], taken: Iterable[int] = ()) -> None:
        self.sentence = sentence
        self._tokens = sentence.tokens
        self.taken = frozenset(taken)
        self.matcher = Matcher(sentence, known)
        capitals = [token.capital for token in self._tokens if token.word[:1].isalpha()]
        # In a Title Like This, or IN SHOUTING, a capital says nothing.
        self._cased = sum(capitals) * 10 <= len(capitals) * 7 or len(capitals) < 3

    def mentions(self) -> list[Mention]:
        """Everybody named, in order; words that may be no names are settled last, by who is beside them."""
        found: dict[int, Mention] = {}
        while added := self._longest(found):
            found |= {one.first: one for one in added}
        return [found[first] for first in sorted(found)]

    def _longest(self, found: Mapping[int, Mention]) -> list[Mention]:
        """Those that are seen now that others are known."""
        covered = {place for one in found.values() for place in range(one.first, one.last)}
        added: list[Mention] = []
        for first in range(len(self._tokens)):
            if first not in covered and (one := self._at(first, found, covered)):
                added.append(one)
                covered.update(range(one.first, one.last))
        return added

    def _at(self, first: int, found: Mapping[int, Mention], covered: set[int]) -> Mention | None:
        """The longest name that begins at a word, if somebody is meant by it."""
        token = self._tokens[first]
        if token.plain or token.new >= 0:
            return None
        for last in runs(self.sentence, first):
            places = range(first, last)
            if not (self.taken.intersection(places) or covered.intersection(places)):
                mention = self.matcher.match(first, last)
                if mention and self._meant(mention, found):
                    return mention
        return None

    # whether a word that could be a name is one

    def _meant(self, mention: Mention, found: Mapping[int, Mention]) -> bool:
        first, last = mention.first, mention.last
        token = self._tokens[first]
        alone = last - first == 1
        if alone and mention.how in ("first", "short") and token.capital and self.is_surname(last):
            return False  # Ana Lopez is not Ana Kim
        if not alone and mention.how in ("full", "short"):
            return True
        if token.word in FUNCTION_WORDS or (mention.how != "short" and len(token.word) == 1):
            return token.capital and self._cased and self._among_people(mention, found)
        return token.word not in _WEAK or self._likely(mention, found)

    def is_surname(self, place: int) -> bool:
        """Whether a word looks like somebody's last name: a capital, right after a name."""
        if place >= len(self._tokens) or not self._cased or not self.sentence.joined(place):
            return False
        return not self._tokens[place - 1].ending and self.called(place, _NEVER_SURNAMES)

    def called(self, place: int, never: frozenset[str]) -> bool:
        """Whether a word looks like a name that nobody in the log has."""
        token = self._tokens[place]
        if not (token.capital and self._cased) or token.shout or token.plain or token.new >= 0:
            return False
        if place in self.taken or len(token.word) < 2 or may_start(token.word):
            return False
        return token.word not in never and not self.matcher.begins(token.word)

    def _likely(self, mention: Mention, found: Mapping[int, Mention]) -> bool:
        """Whether an ordinary word is a name here."""
        first = mention.first
        word, before = self._tokens[first].word, self._word(first - 1)
        among = self._among_people(mention, found)
        if self._says_no(mention) and not (among and (word == "will" or self._tokens[first].capital)):
            return False
        if before in DETERMINERS and not self.sentence.parts(first):
            return False
        if (
            self._tokens[first].ending == "'s"
            and self._tokens[first].capital
            and self._word(mention.last) in OWNED
        ):
            return True  # covered May's class
        if word in MONTH_NAMES and self._month(mention):
            return False
        if word in PLACE_NAMES and before in ("in", "to", "from", "near", "around"):
            return self._speaking(first)
        return among or self._subject(mention) or self._listed(mention) or self._capital(mention)

    def _says_no(self, mention: Mention) -> bool:
        """Whether what follows shows that the word is no name: "may be", "hope to"."""
        token = self._tokens[mention.first]
        direct = not token.ending and not self.sentence.parts(mention.last)
        if self._word(mention.last) == "and" and self._word(mention.last + 1) in ("i", "we", "me"):
            return False
        return direct and self._word(mention.last) in NOT_BEFORE.get(token.word, ())

    def _month(self, mention: Mention) -> bool:
        """May 5, 5 May, in May, by May 2026; not May's 2nd period"""
        after, before = self._word(mention.last), self._word(mention.first - 1)
        if self._tokens[mention.first].ending and not before[:1].isdigit():
            return before in WHEN
        return after[:1].isdigit() or before[:1].isdigit() or before in WHEN

    def _capital(self, mention: Mention) -> bool:
        """Whether its capital, in the middle of a sentence, shows that it is a name."""
        first, last = mention.first, mention.last
        token = self._tokens[first]
        if not token.capital or not self._cased or token.shout or self.sentence.breaks(first):
            return False
        if (token.word in MONTH_NAMES and token.ending) or ":" in token.gap:
            return False
        return self._word(first - 1) not in WHEN | {"of"} and not self._compound(last)

    def _compound(self, last: int) -> bool:
        """Whether it goes on into a title: Summer School, Grant Office."""
        if last >= len(self._tokens) or not self.sentence.joined(last):
            return False
        return self._tokens[last].capital or not self._followed(Mention(last - 1, last, (), ""))

    def _subject(self, mention: Mention) -> bool:
        """Whether it begins a clause and does something: "Mark called", "Grace's class", "Will will send"."""
        first, last = mention.first, mention.last
        token = self._tokens[first]
        begins = self.sentence.parts(first) or self._word(first - 1) in CONJUNCTIONS
        if token.ending in ("'s", "'ll", "'d") and (token.capital or begins):
            return token.word not in MONTH_NAMES or token.ending != "'s"
        if first == 0 and last < len(self._tokens) and self._tokens[last].gap.strip() in (":", "-", "–", "—"):
            return True  # Will: called about the carts
        if begins and token.capital and self._word(last) == "who":
            return True  # Will, who called
        return begins and not self.sentence.parts(last) and self._does(token.capital, token.word, last)

    def _does(self, capital: bool, word: str, last: int) -> bool:
        """Whether what follows is said of a person."""
        after = self._word(last + 1) if self._word(last) in ADVERBS else self._word(last)
        if after in ("will", "would"):
            return word not in MONTH_NAMES or capital
        if capital and after == "to" and self._word(last + 1) in BASE_VERBS:
            return True  # Will to draft the agenda
        if capital and (after in CAN or (after == "and" and self._word(last + 1) in ("i", "we"))):
            return True
        if after in PERSON_VERBS | PLEDGES:
            return capital or after not in SAID_OF_THINGS
        # Will rebooted the server; not: Grant approved, at last
        done = after.endswith("ed") and self._word(last) == after and not self.sentence.parts(last + 1)
        return capital and done and self._word(last + 1) in DETERMINERS | TAKEN

    def _among_people(self, mention: Mention, found: Mapping[int, Mention]) -> bool:
        """Whether it stands where people are named: "with Will", "Ana, Mark and May", "talked to mark"."""
        first, last = mention.first, mention.last
        if not self._followed(mention):
            return False
        ends = {one.last for one in found.values()}
        direct = first > 0 and not self.sentence.breaks(first)
        if direct and (self._introduced(first) or self.beside(first, ends)):
            return True
        if last >= len(self._tokens):
            return False
        if self._word(last) == "and" and not self.sentence.parts(last):
            return last + 1 in found
        return last in found and self._tokens[last].gap.strip() == ","

    def _introduced(self, first: int) -> bool:
        """Whether the word before is one that people come after."""
        before = self._word(first - 1)
        if before == "by" and self._word(first - 2).endswith("ed"):
            return True  # was asked by Hope
        if before in LINKING:
            return self._speaking(first)
        direct = "," not in self._tokens[first].gap
        if direct and before in DATIVE and self._word(first + 1) in DETERMINERS:
            return True  # gave grace my old laptop
        return (direct and before in BEFORE_PEOPLE) or (first == 1 and before in KINDS)

    def beside(self, first: int, ends: set[int]) -> bool:
        """Whether somebody is named right before, in a list."""
        if "," in self._tokens[first].gap:
            return first in ends or (self._word(first - 1) == "and" and first - 1 in ends)
        return self._word(first - 1) in ("and", "with", "plus", "or") and first - 1 in ends

    def _speaking(self, first: int) -> bool:
        """Whether a preposition before a name belongs to words between people: "email from", "talked to"."""
        before = [self._word(place) for place in range(max(0, first - 3), first - 1)]
        if self._word(first - 1) == "from" and before and before[-1] in GOTTEN:
            return True
        return any(word in SPEAKING for word in before)

    def _followed(self, mention: Mention) -> bool:
        """Whether what follows can follow somebody: "with may be" and "with art teachers" can't."""
        last = mention.last
        if last >= len(self._tokens) or self.sentence.parts(last) or self._tokens[mention.first].ending:
            return True
        after = self._tokens[last]
        capital = self._tokens[mention.first].capital and self._cased
        if self._given(mention.first) and (after.word in DETERMINERS or (capital and not after.capital)):
            return True
        if last in self.taken or after.new >= 0 or may_start(after.word):
            return True
        if after.word in AFTER_PEOPLE | PERSON_VERBS | PLEDGES:
            return True
        if after.capital and self._cased and not after.shout:
            return not self.is_surname(last)
        return after.shout or self.matcher.begins(after.word)

    def _given(self, first: int) -> bool:
        """Whether it is somebody to whom something is given: "owe Grace lunch", "promised Joy and Hope copies"."""
        if self._word(first - 1) == "and" and not self.sentence.parts(first - 1):
            first -= 2
        return self._word(first - 1) in DATIVE

    def _listed(self, mention: Mention) -> bool:
        """Whether it is one of three or more in a row that all could be names: "will, mark and grace"."""
        first, last, many = mention.first, mention.last - 1, 1
        while (before := self._neighbour(first, -1)) is not None:
            first, many = before, many + 1
        while (after := self._neighbour(last, 1)) is not None:
            last, many = after, many + 1
        return many > 2

    def _neighbour(self, place: int, way: int) -> int | None:
        """The place of the next word of a list, forwards or back, if it could be a name too."""
        beside = place + way
        if self._word(beside) == "and":
            beside += way
        elif not 0 <= beside < len(self._tokens) or "," not in self._tokens[max(place, beside)].gap:
            return None
        if (
            not 0 <= beside < len(self._tokens)
            or self._word(beside) in FUNCTION_WORDS
            or beside in self.taken
        ):
            return None
        return beside if self.matcher.match(beside, beside + 1) else None

    def _word(self, place: int) -> str:
        return self._tokens[place].word if 0 <= place < len(self._tokens) else ""
