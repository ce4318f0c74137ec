"""Where promises end: at the end of a sentence, at a comma that no list goes on after, at another clause."""

from netlog.insight.due_days import day_at, due
from netlog.insight.people_words import DETERMINERS, PERSON_VERBS
from netlog.insight.promise_leads import Lead, Leads
from netlog.insight.promise_words import BASE_VERBS, DOING, DUE, ENDS, FOLLOW_UP, PLEDGES, SUBJECT_PRONOUNS
from netlog.insight.scene import Scene
from netlog.insight.words import words

_GIVEN = ("pledge", "owe")
_NOT_DONE = words("need feed ed speed shared indeed")


class Ends:
    """Finds where the promises of one sentence end."""

    def __init__(self, scene: Scene, leads: Leads) -> None:
        self._scene = scene
        self._leads = leads
        self._word = scene.word

    def of(self, lead: Lead) -> int:
        """The place after the last word of a promise."""
        place = lead.content + 1
        while place < len(self._scene.tokens) and not self._ends(place, lead):
            place += 1
        return place

    def _ends(self, place: int, lead: Lead) -> bool:
        gap, word = self._scene.tokens[place].gap, self._scene.words[place]
        if self._scene.sentence.breaks(place) or word in ENDS or self._strong(place):
            return True
        if ":" in gap and self._word(place - 1) != "re":
            return True
        if "," in gap and not self._listed(place, lead):
            return True
        dated = self._dated(lead.content, place)
        return word in ("and", "so", "which") and self._new_clause(place + 1, lead, dated)

    def _dated(self, first: int, last: int) -> bool:
        return due(self._scene, first, last) is not None

    def _strong(self, place: int) -> bool:
        """Whether another promise begins without any sign before it: "... slides i owe raj a coffee"."""
        word, ending = self._scene.words[place], self._scene.tokens[place].ending
        if word in ("she", "he", "they") and ending == "'ll":
            return True
        if word == "i" and (ending == "'ll" or self._word(place + 1) in ("owe", "promised", "will")):
            return self._word(place - 1) not in ("that", "which", "things", "said", "what", "told")
        return word == "todo" or self._scene.words[place : place + 2] == ["remind", "me"]

    def _listed(self, place: int, lead: Lead) -> bool:
        """Whether a comma goes on with a list of things, or with the date: "the rubric, the slides and a sample"."""
        scene, word = self._scene, self._scene.words[place]
        if self._dated(lead.content, place) or self._leads.at(place) is not None:
            return False
        if day_at(scene, place + (word in DUE), place + 8):
            return True  # "promised the rubric, by friday"
        if place in scene.starting:
            return scene.word(scene.starting[place].last) == "and" and lead.kind in (*_GIVEN, "follow")
        if word == "and":
            return not self._new_clause(place + 1, lead, dated=False)
        things = not PERSON_VERBS.intersection(scene.words[place : scene.clause_end(place)])
        return word in DETERMINERS and things and lead.kind != "follow"

    def _new_clause(self, place: int, lead: Lead, dated: bool) -> bool:
        """Whether something else is said after "and"; `dated` where the promise has its date already."""
        if place >= len(self._scene.tokens):
            return False
        word = self._scene.words[place]
        if self._said(place, word) or self._promised(place, word):
            return True
        if place in self._scene.starting:
            return self._acts(place) or (dated and lead.kind in _GIVEN)
        if not dated:
            return False
        past = word.endswith("ed") and len(word) > 4 and word not in _NOT_DONE
        again = lead.kind in _GIVEN and word in DETERMINERS | {"to"}
        return (
            past
            or again
            or (word in BASE_VERBS | DOING and self._dated(place, self._scene.clause_end(place)))
        )

    def _said(self, place: int, word: str) -> bool:
        """Whether somebody is said to do something."""
        if (
            word in SUBJECT_PRONOUNS
            or word in ("im", "ill")
            or word in PERSON_VERBS | PLEDGES | {"discussed"}
        ):
            return True
        return word in ("we", "it", "this") and self._word(place + 1) not in ("", "and")

    def _promised(self, place: int, word: str) -> bool:
        """Whether another promise begins."""
        if word in ("will", "would", "remind", "todo", "reminder", "remember", "don't"):
            return self._leads.at(place) is not None
        return word in FOLLOW_UP or (word == "follow" and self._word(place + 1) == "up")

    def _acts(self, place: int) -> bool:
        """Whether somebody named does something: "and Raj will ..."."""
        last = self._scene.starting[place].last
        verb = self._word(last) in PERSON_VERBS | PLEDGES | {"will", "would", "owes"}
        return verb or self._scene.tokens[last - 1].ending == "'ll"
