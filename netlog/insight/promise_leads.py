"""Where promises begin: "promised", "I owe", "she'll send", "follow up", "todo:", ". send X by fri"."""

from collections.abc import Callable
from typing import NamedTuple

from netlog.insight.people_words import BEFORE_PEOPLE, DETERMINERS, LINKING, PERSON_VERBS
from netlog.insight.promise_words import (
    ADVERBS,
    AGREEING,
    BASE_VERBS,
    DOING,
    FOLLOW,
    FOLLOW_UP,
    GIVING,
    NOTES,
    OBJECTS,
    OUGHT,
    PLEDGES,
    RUN_TOGETHER,
    STATES,
    SUBJECT_PRONOUNS,
    TOGETHER,
    WISHES,
)
from netlog.insight.scene import Scene

_TOLD = (
    *(("remind", "me", "to"), ("remind", "myself", "to"), ("reminder", "to"), ("remember", "to")),
    *(("don't", "forget", "to"), ("dont", "forget", "to"), ("make", "sure", "to"), ("remind", "me")),
)
_HEADED = (("note", "to", "self"), ("action", "item"), ("next", "step"), ("next", "steps"), ("to", "do"))
Span = tuple[int, int]
_NOBODY: Span = (0, 0)


class Lead(NamedTuple):
    """Where a promise begins, where its content begins, and by whom it is owed (me, them).

    `kind` is pledge, owe, will, follow, note or doing; `subject` the words that name who promised, if
    any do. A `dated` one counts with a date only, a `pressing` one only with "by" before it.
    """

    first: int
    content: int
    owed_by: str
    kind: str
    subject: Span = _NOBODY
    dated: bool = False
    pressing: bool = False


class Leads:
    """Finds where promises begin in one sentence."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._word = scene.word

    def at(self, place: int) -> Lead | None:
        """The promise that begins at a word, if one does."""
        if self._scene.tokens[place].plain:
            return None
        return self._note(place) or self._said(place)

    # notes to oneself

    def _note(self, place: int) -> Lead | None:
        """remind me to, todo:, don't forget to, next step:"""
        words = tuple(self._scene.words[place : place + 3])
        for lead in (*_TOLD, *_HEADED):
            content = place + len(lead)
            said = words[: len(lead)] == lead and self._scene.unparted(place, content - 1)
            if said and (lead in _TOLD or self._colon(content)):
                return Lead(place, content, "me", "note")
        begins = words[0] in ("todo", "to-do") and self._scene.clause(place)
        if words[0] in NOTES and (begins or self._colon(place + 1)):
            return Lead(place, place + 1, "me", "note")
        return None

    def _colon(self, place: int) -> bool:
        return place < len(self._scene.tokens) and ":" in self._scene.tokens[place].gap

    # who, and the verb

    def _said(self, place: int) -> Lead | None:
        found = self._subject(place)
        if found is None:
            return None
        subject, verb, owed_by = found
        verb = self._past_adverbs(verb)
        if not self._scene.unparted(place, verb):
            return None
        return self._reader(self._word(verb), verb, owed_by)(place, verb, owed_by, subject)

    def _reader(self, word: str, verb: int, owed_by: str) -> Callable[[int, int, str, Span], Lead | None]:
        """What reads a promise with this verb."""
        if word in AGREEING and self._word(verb + 1) == "to":
            return self._agreed
        if word in ("waiting", "awaiting") and owed_by in ("", "me"):
            return self._waiting
        if word in FOLLOW | FOLLOW_UP:
            return self._following
        known = {"owe": self._owing, "owes": self._owing, "owing": self._owing}
        return self._pledge if word in PLEDGES else known.get(word, self._future)

    def _subject(self, place: int) -> tuple[Span, int, str] | None:
        """Who promises: the words that name them, where the verb begins, and me, we, them or "" for nobody."""
        word = self._word(place)
        if place in self._scene.starting:
            last = self._scene.list_end(place)
            direct = not self._scene.sentence.parts(last) or self._scene.tokens[last - 1].ending == "'ll"
            return ((place, last), last, "them") if direct and self._free(place) else None
        if place in self._scene.inside:
            return None
        if word == "i" and self._quoted(place):
            return _NOBODY, place + 1, "them"
        if word in SUBJECT_PRONOUNS:
            return _NOBODY, place + 1, SUBJECT_PRONOUNS[word]
        spelled = word in ("im", "ill", "id") or self._word(place + 1) in GIVING
        if word in RUN_TOGETHER and spelled and self._scene.tokens[place].raw != "ID":
            return _NOBODY, place + 1, "me" if word[0] == "i" else "them"
        lets = word == "let" and self._scene.tokens[place].ending == "'s"
        return _NOBODY, place, "we" if lets else ""

    def _quoted(self, place: int) -> bool:
        """Whether somebody else says I: Lena said, "I'll bring it"."""
        opened = any(mark in self._scene.tokens[place].gap for mark in '"“')
        return opened and self._word(place - 1) in ("said", "says", "wrote", "texted", "emailed", "replied")

    def _free(self, place: int) -> bool:
        """Whether somebody named is the subject of a clause, not the object of another: "with Ana promised"."""
        if self._scene.sentence.parts(place):
            return True
        before = self._word(place - 1)
        return before not in BEFORE_PEOPLE | LINKING | {"for", "at", "about", "than"}

    def _past_adverbs(self, place: int) -> int:
        while self._word(place) in ADVERBS or (
            self._word(place) in ("had", "has", "have") and self._word(place + 1) in PLEDGES
        ):
            place += 1
        return place

    # each verb

    def _pledge(self, place: int, verb: int, owed_by: str, subject: Span) -> Lead | None:
        before = self._word(place - 1)
        bare = place == verb
        if bare and (before in DETERMINERS | {"as", "been"} or self._word(verb) != "promised"):
            return None
        if verb + 1 >= len(self._scene.tokens) or self._scene.sentence.breaks(verb + 1):
            return None
        if bare and (before in ("was", "were", "is", "got") or self._word(verb + 1) in OBJECTS):
            owed_by = "them"
        return Lead(place, verb + 1, _mine(owed_by), "pledge", subject)

    def _owing(self, place: int, verb: int, owed_by: str, subject: Span) -> Lead | None:
        if verb + 1 >= len(self._scene.tokens) or self._scene.sentence.parts(verb + 1):
            return None
        if not owed_by and self._word(verb + 1) in OBJECTS:
            owed_by = "them"
        return Lead(place, verb + 1, _mine(owed_by), "owe", subject)

    def _agreed(self, place: int, verb: int, owed_by: str, subject: Span) -> Lead | None:
        done = self._word(verb + 2)
        if (not owed_by and not self._scene.clause(place)) or not done or done in STATES | DETERMINERS:
            return None
        return Lead(place, verb + 2, _mine(owed_by), "will", subject)

    def _following(self, place: int, verb: int, owed_by: str, subject: Span) -> Lead | None:
        """follow up, following up, f/u, follow-up; not a follow-up call that was held."""
        spelled = self._word(verb) in FOLLOW
        if spelled and (owed_by == "them" or self._word(verb + 1) != "up"):
            return None
        wished = self._word(place - 1) == "to" and self._word(place - 2) in WISHES
        if wished and self._word(place - 3) != "i":
            return None
        end = verb + 1 + spelled
        if self._colon(end):
            return Lead(place, end, _mine(owed_by), "note", subject)
        held = self._word(end) in TOGETHER or self._word(verb - 1) in DETERMINERS
        return Lead(place, verb, "me", "follow", subject, dated=held)

    def _waiting(self, place: int, verb: int, owed_by: str, subject: Span) -> Lead | None:
        """waiting on Tom for, awaiting"""
        if self._word(verb) == "awaiting":
            return Lead(place, verb + 1, "them", "owe")
        return Lead(place, verb + 2, "them", "owe") if self._word(verb + 1) in ("for", "on") else None

    def _future(self, place: int, verb: int, owed_by: str, subject: Span) -> Lead | None:
        """I'll, will, would, am going to, need to, let's, and the bare "send the rubric by fri"."""
        if subject != _NOBODY and self._word(verb) == "to" and self._word(verb + 1) in BASE_VERBS:
            return Lead(place, verb + 1, owed_by, "will", subject, dated=True)  # Mei to send it by fri
        base = self._base(place, verb, owed_by)
        if base is None:
            return None if owed_by else self._bare(place, verb)
        if not owed_by and not self._scene.clause(place):
            return None
        return self._committed(place, base, owed_by, subject)

    def _committed(self, place: int, base: int, owed_by: str, subject: Span) -> Lead | None:
        """A promise whose plain verb is at `base`: any of mine, of theirs what comes to me or has a date."""
        word = self._word(base)
        if owed_by == "we":
            return None if word in STATES else Lead(place, base, "me", "will", subject, dated=True)
        if not owed_by:
            owed_by = "them" if self._word(base + 1) in OBJECTS else "me"
        if self._commits(base, owed_by):
            return Lead(place, base, owed_by, "will", subject)
        if owed_by == "them" and word in BASE_VERBS - STATES and base not in self._scene.inside:
            return Lead(place, base, owed_by, "will", subject, dated=True, pressing=True)
        return None

    def _base(self, place: int, verb: int, owed_by: str) -> int | None:
        """Where the plain verb stands after "will", "'ll", "am going to", "need to"; None without these."""
        word = self._word(verb)
        ending = self._scene.tokens[verb - 1].ending if verb > place else ""
        if word == "let" and owed_by == "we":
            return verb + 1
        if ending in ("'ll", "'d") or (self._word(place) in RUN_TOGETHER - {"im"} and owed_by):
            return self._past_adverbs(verb)
        if word in ("will", "would", "shall") or (
            word in ("must", "should", "gotta") and owed_by in ("", "me")
        ):
            base = self._past_adverbs(verb + 1)
            continues = self._word(base) == "be" and self._word(base + 1).endswith("ing")
            return None if verb in self._scene.inside else base + continues
        return self._going(verb, word, owed_by)

    def _going(self, verb: int, word: str, owed_by: str) -> int | None:
        """am going to, gonna, need to, have to"""
        if word in ("am", "is", "are") and owed_by:
            verb, word = verb + 1, self._word(verb + 1)
        if word == "gonna":
            return verb + 1
        theirs = word in ("going", "planning", "needs", "has")
        if word in OUGHT and self._word(verb + 1) == "to" and (theirs or owed_by != "them"):
            return self._past_adverbs(verb + 2)
        return None

    def _bare(self, place: int, verb: int) -> Lead | None:
        """A note to oneself that begins a clause, with a date: ". send the rubric by fri", "sending it mon"."""
        if place == 0 or place != verb or self._scene.tokens[place].ending:
            return None
        word, after = self._word(place), self._word(place + 1)
        begins = self._scene.sentence.parts(place) or self._word(place - 1) in ("and", "then")
        does = word in DOING or stem(word) in DOING
        if not begins or not (does or (word == "to" and after in DOING)):
            return None
        if after in LINKING | {"with", "went", "was"} and word not in ("reach", "check", "circle"):
            return None  # email from Ana, call with Raj
        return Lead(place, place + (word == "to"), "me", "doing", dated=True)

    def _commits(self, base: int, owed_by: str) -> bool:
        """Whether a verb after "will" is something promised."""
        word = self._word(base)
        if not word or base in self._scene.inside or self._scene.sentence.breaks(base):
            return False
        if owed_by == "me":
            plain = word.replace("-", "").isalpha() and word not in STATES | DETERMINERS
            return plain and (word in BASE_VERBS or word not in PERSON_VERBS)
        near = self._scene.words[base + 1 : base + 4]
        return stem(word) in GIVING or (word in BASE_VERBS and bool(OBJECTS.intersection(near)))


def stem(word: str) -> str:
    """send of "sending", share of "sharing", get of "getting"; any other word as it is."""
    if word.endswith("ing"):
        bare = word[:-3]
        return next((one for one in (bare, f"{bare}e", bare[:-1]) if one in BASE_VERBS), word)
    return word


def _mine(owed_by: str) -> str:
    return owed_by if owed_by == "them" else "me"
