"""Where promises begin: "promised", "I owe", "she'll send", "follow up", "todo:", ". send X by fri"."""

from collections.abc import Callable
from typing import NamedTuple

from netlog.insight.people_words import DETERMINERS, LINKING
from netlog.insight.promise_subjects import NOBODY, Span, Subjects
from netlog.insight.promise_verbs import Verbs, stem
from netlog.insight.promise_words import (
    AGREEING,
    ASKING,
    BEING,
    DOING,
    DUE,
    FOLLOW,
    FOLLOW_UP,
    GIVING,
    NEGATIONS,
    NOTES,
    NOTHING,
    OBJECTS,
    PLEDGES,
    STATES,
    TOGETHER,
    WISHES,
)
from netlog.insight.scene import Scene
from netlog.insight.talk_words import KINDS

_TOLD = (
    *(("remind", "me", "to"), ("remind", "myself", "to"), ("reminder", "to"), ("remember", "to")),
    *(("don't", "forget", "to"), ("dont", "forget", "to"), ("make", "sure", "to"), ("remind", "me")),
)
_HEADED = (("note", "to", "self"), ("action", "item"), ("next", "step"), ("next", "steps"), ("to", "do"))


class Lead(NamedTuple):
    """Where a promise begins, where its content begins, and by whom it is owed (me, them).

    `kind` is pledge, owe, await, will, follow, note or doing; `subject` the words that name who promised, if
    any do. A `dated` one counts with a date only, a `pressing` one only with "by" before it.
    """

    first: int
    content: int
    owed_by: str
    kind: str
    subject: Span = NOBODY
    dated: bool = False
    pressing: bool = False


class Leads:
    """Finds where promises begin in one sentence."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._word = scene.word
        self._subjects = Subjects(scene)
        self._verbs = Verbs(scene)

    def at(self, place: int) -> Lead | None:
        """The promise that begins at a word, if one does."""
        if self._scene.tokens[place].plain:
            return None
        return self._note(place) or self._asked(place) or self._said(place)

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

    def _asked(self, place: int) -> Lead | None:
        """Ana asked me to, she wants me to, was asked by Ana to, Ana asked if I could"""
        word, subject, base = self._word(place), NOBODY, place + 3
        if word not in ASKING or not self._scene.unparted(place, place + 2):
            return None
        if self._word(place - 1) in ("was", "were", "been", "got", "am"):
            by = self._word(place + 1) == "by" and place + 2 in self._scene.starting
            subject = (place + 2, self._scene.list_end(place + 2)) if by else NOBODY
            base = (subject[1] if by else place + 1) + 1
        elif self._word(place + 1) in ("if", "whether") and self._word(place + 2) in ("i", "we"):
            base = place + 3 + (self._word(place + 3) in ("can", "could", "would", "will"))
        elif self._word(place + 1) not in OBJECTS:
            return None
        asked = self._word(base - 1) in ("to", "can", "could", "would", "will")
        if not asked or not self._verbs.commits(base, "me"):
            return None
        return Lead(place, base, "me", "will", subject, dated=True)

    def _colon(self, place: int) -> bool:
        return place < len(self._scene.tokens) and ":" in self._scene.tokens[place].gap

    def _said(self, place: int) -> Lead | None:
        found = self._subjects.at(place)
        if found is None:
            return None
        subject, verb, owed_by = found
        verb = self._verbs.past_adverbs(verb)
        if not self._scene.unparted(place, verb) or (verb == place and self._denied(place)):
            return None
        return self._reader(self._word(verb), verb, owed_by)(place, verb, owed_by, subject)

    def _denied(self, place: int) -> bool:
        """Whether it is said not to be: "doesn't owe me", "never promised"."""
        return self._word(place - 1) in NEGATIONS and not self._scene.sentence.parts(place)

    def _reader(self, word: str, verb: int, owed_by: str) -> Callable[[int, int, str, Span], Lead | None]:
        """What reads a promise with this verb."""
        if word in AGREEING and self._word(self._verbs.past_company(verb + 1)) == "to":
            return self._agreed
        if word in ("waiting", "awaiting", "expecting") and owed_by in ("", "me"):
            return self._waiting
        if word in FOLLOW | FOLLOW_UP:
            return self._following
        known = {"owe": self._owing, "owes": self._owing, "owing": self._owing}
        return self._pledge if word in PLEDGES else known.get(word, self._future)

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
        if not NOTHING.isdisjoint(self._scene.words[verb + 1 : verb + 3]):
            return None
        if not owed_by and self._word(verb + 1) in OBJECTS:
            owed_by = "them"
        return Lead(place, verb + 1, _mine(owed_by), "owe", subject)

    def _agreed(self, place: int, verb: int, owed_by: str, subject: Span) -> Lead | None:
        base = self._verbs.past_company(verb + 1) + 1
        done = self._word(base)
        if (not owed_by and not self._scene.clause(place)) or not done or done in STATES | DETERMINERS:
            return None
        company = (verb + 2, base - 1) if base > verb + 2 else subject
        return Lead(place, base, _mine(owed_by), "will", company)

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
        """waiting on Tom for, awaiting, expecting something from Tom"""
        if self._word(verb) in ("awaiting", "expecting"):
            return Lead(place, verb + 1, "them", "await", dated=self._word(verb) == "expecting")
        return Lead(place, verb + 2, "them", "owe") if self._word(verb + 1) in ("for", "on") else None

    def _future(self, place: int, verb: int, owed_by: str, subject: Span) -> Lead | None:
        """I'll, will, would, am going to, need to, let's, and the bare "send the rubric by fri"."""
        named = subject != NOBODY or self._word(place) == "me"
        if named and self._word(verb) == "to" and self._verbs.does(verb + 1):
            return Lead(place, verb + 1, owed_by, "will", subject, dated=True)  # Mei to send it by fri
        if owed_by and self._verbs.progressing(place, verb):
            return Lead(
                place, verb + (self._word(verb) in BEING), _mine(owed_by), "will", subject, dated=True
            )
        base = self._verbs.base(place, verb, owed_by)
        if base is None and place < verb and self._verbs.habit(verb, owed_by) in GIVING:
            return Lead(place, verb, _mine(owed_by), "will", subject, dated=True, pressing=True)
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
        if self._verbs.commits(base, owed_by):
            return Lead(place, base, owed_by, "will", subject)
        if owed_by == "them" and self._verbs.does(base):
            return Lead(place, base, owed_by, "will", subject, dated=True, pressing=True)
        return None

    def _bare(self, place: int, verb: int) -> Lead | None:
        """A note to oneself that begins a clause, with a date: ". send the rubric by fri", "sending it mon"."""
        if place != verb or self._scene.tokens[place].ending:
            return None
        word, after = self._word(place), self._word(place + 1)
        begins = self._scene.sentence.parts(place) or self._word(place - 1) in ("and", "then")
        does = word in DOING or stem(word) in DOING
        if not begins or not (does or (word == "to" and after in DOING)):
            return None
        if after in (LINKING | {"with", "went", "was"}) - DUE and word not in ("reach", "check", "circle"):
            return None  # email from Ana, call with Raj
        return Lead(
            place, place + (word == "to"), "me", "doing", dated=True, pressing=place == 0 and word in KINDS
        )


def _mine(owed_by: str) -> str:
    return owed_by if owed_by == "them" else "me"
