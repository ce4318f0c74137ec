"""Where promises end: at the end of a sentence, at a comma that no list goes on after, at another clause."""

from netlog.insight.due_days import day_at, due
from netlog.insight.people_words import DETERMINERS, PERSON_VERBS
from netlog.insight.promise_leads import Lead, Leads
from netlog.insight.promise_verbs import is_past
from netlog.insight.promise_words import BASE_VERBS, DOING, DUE, ENDS, FOLLOW_UP, PLEDGES, SUBJECT_PRONOUNS
from netlog.insight.scene import Scene
from netlog.insight.words import words

_GIVEN = ("pledge", "owe")
_NOT_DONE = words("shared detailed updated revised")


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
        if self._scene.sentence.breaks(place):
            return not (self._late_date(place) or self._aside(place))
        if word in ENDS or self._strong(place):
            return True
        if ":" in gap and gap != ":" and self._word(place - 1) != "re":
            return True
        if "," in gap and not self._listed(place, lead):
            return True
        dated = self._dated(lead.content, place)
        return word in ("and", "so", "which") and self._new_clause(place + 1, lead, dated)

    def _late_date(self, place: int) -> bool:
        """Whether only the date comes after a break: "promised the deck - by Friday", "the deck (Fri)"."""
        pressing = self._scene.words[place] in DUE
        if not pressing and "(" not in self._scene.tokens[place].gap:
            return False
        said = day_at(self._scene, place + pressing, place + 8)
        return said is not None and self._scene.sentence.parts(said[1])

    def _aside(self, place: int) -> bool:
        """Whether an aside begins that the promise goes on after: "the deck (v2) by Friday", 'the "big" deck'."""
        opened = next((mark for mark in '("“' if mark in self._scene.tokens[place].gap), "")
        closing = {"(": ")", '"': '"', "“": "”"}.get(opened, "")
        if not opened or self._scene.tokens[place].gap.strip() != opened:
            return False
        for after in range(place + 1, len(self._scene.tokens)):
            gap = self._scene.tokens[after].gap
            if closing in gap:
                dated = self._scene.words[after] in DUE or day_at(self._scene, after, after + 8) is not None
                return gap.strip() == closing and (opened != "(" or dated)
        return opened != "("

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
            return self._acts(place) or (dated and lead.kind in _GIVEN) or self.parallel(place, lead)
        if not dated:
            return False
        past = is_past(word) and word not in _NOT_DONE
        again = lead.kind in _GIVEN and word in DETERMINERS | {"to"}
        return (
            past
            or again
            or (word in BASE_VERBS | DOING and self._dated(place, self._scene.clause_end(place)))
        )

    def parallel(self, place: int, lead: Lead) -> bool:
        """Whether something is given to another one: "promised Bjorn pics and Zoe the contact"."""
        if lead.kind not in _GIVEN or not {lead.content, place} <= self._scene.starting.keys():
            return False
        beyond = place > self._scene.list_end(lead.content)
        after = self._word(self._scene.starting[place].last)
        return beyond and (after in DETERMINERS or after[:1].isdecimal())

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
