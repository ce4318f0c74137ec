"""What was promised in a sentence: by whom, what, by when.

A promise begins with words such as "promised", "I owe Ana", "she will send" or "follow up"
(promise_leads.py); it ends where its clause ends (promise_ends.py). What is left of it without those
words and without its date is what is owed.
"""

from datetime import date, timedelta
from typing import NamedTuple

from netlog.insight.due_days import due, due_before
from netlog.insight.people_words import DETERMINERS, FUNCTION_WORDS
from netlog.insight.promise_contents import content
from netlog.insight.promise_ends import Ends
from netlog.insight.promise_leads import Lead, Leads
from netlog.insight.promise_words import SUBJECT_PRONOUNS, THEM
from netlog.insight.scene import Key, Scene
from netlog.insight.topics import spoken_of

DEFAULT_DAYS = 7
_NOTHING = ("", "one")  # I owe him one
_NOTHING_BY = ("it", "this", "that", "so")  # I'll do so by Friday


class Promise(NamedTuple):
    """`first` up to `last` are its words; `people` are those named in it.

    `everyone` says that it is for all of the conversation too ("her", "them"); `present` are those
    who were spoken with by what it says ("promised Ana", "Raj will send").
    """

    first: int
    last: int
    what: str
    due_on: date
    owed_by: str
    people: tuple[Key, ...]
    everyone: bool
    present: tuple[Key, ...]


def promises(scene: Scene) -> list[Promise]:
    """All promises of a sentence, in order."""
    return _Reader(scene).promises()


class _Reader:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._leads = Leads(scene)
        self._ends = Ends(scene, self._leads)
        self._spoken = spoken_of(scene)

    def promises(self) -> list[Promise]:
        found: list[Promise] = []
        lead: Lead | None = None
        place = 0
        while place < len(self._scene.tokens):
            follows = bool(found) and found[-1].last == place
            again = self._again(lead, place) if lead and follows else None
            begun = again or self._leads.at(place)
            promise = self._promise(begun, follows) if begun else None
            if promise:
                found.append(promise)
                lead = begun
            place = max(promise.last if promise else 0, place + 1)
        return found

    def _again(self, lead: Lead, place: int) -> Lead | None:
        """The second half of "promised Raj the slides by Friday and Ana the rubric by Monday"."""
        start = place + 1
        if lead.kind not in ("pledge", "owe") or self._scene.words[place] not in ("and", "plus"):
            return None
        if start not in self._scene.starting and self._scene.word(start) not in DETERMINERS | {"to"}:
            return None
        if self._leads.at(start) is not None:
            return None
        return Lead(
            place, start, lead.owed_by, lead.kind, lead.subject, dated=not self._ends.parallel(start, lead)
        )

    def _promise(self, lead: Lead, follows: bool) -> Promise | None:
        """The promise that begins so; `follows` where another ends right before it."""
        scene = self._scene
        if lead.content > len(scene.tokens) or (lead.content == len(scene.tokens) and lead.kind != "follow"):
            return None
        last = self._ends.of(lead)
        said = due(scene, lead.content, last)
        day = said.day if said else None if follows else due_before(scene, lead.first)
        if (day is None and lead.dated) or (lead.pressing and not (said and said.pressing)):
            return None
        gone = range(said.first, said.last) if said else range(0)
        what = content(scene, lead, [place for place in range(lead.content, last) if place not in gone])
        if what.casefold() in _NOTHING or (said and said.pressing and what.casefold() in _NOTHING_BY):
            return None
        subject = scene.within(*lead.subject)
        people = tuple(dict.fromkeys((*subject, *self._named(lead.content, last))))
        return Promise(
            lead.first,
            last,
            what,
            day or scene.day + timedelta(days=DEFAULT_DAYS),
            lead.owed_by,
            people,
            self._everyone(lead, subject, last),
            self._present(lead, subject),
        )

    def _named(self, first: int, last: int) -> tuple[Key, ...]:
        """Who is named in what is owed; those it is about only where there is nobody else."""
        inside = [one for one in self._scene.people if first <= one.first and one.last <= last]
        for_them = [one.key for one in inside if one.first not in self._spoken]
        return tuple(for_them or (one.key for one in inside))

    def _everyone(self, lead: Lead, subject: tuple[Key, ...], last: int) -> bool:
        """Whether somebody is meant who is not named in it: "she will", "promised her"."""
        pronoun = lead.kind not in ("owe", "await") or self._scene.words[lead.first] in SUBJECT_PRONOUNS
        if lead.owed_by == "them" and not subject and pronoun:
            return True
        return any(self._pronoun(place) for place in range(lead.content, last))

    def _pronoun(self, place: int) -> bool:
        """Whether a word stands for somebody: "send her the deck", not "her bio"."""
        word, after = self._scene.word(place), self._scene.word(place + 1)
        own = word == "her" and not self._scene.sentence.parts(place + 1)
        return word in THEM and not (own and after not in DETERMINERS | FUNCTION_WORDS)

    def _present(self, lead: Lead, subject: tuple[Key, ...]) -> tuple[Key, ...]:
        """Who was spoken with: who promised, and whom one promises something."""
        present = subject if lead.kind != "owe" else ()
        if lead.kind == "pledge" and lead.owed_by == "me" and lead.content in self._scene.starting:
            return (*present, *self._scene.within(lead.content, self._scene.list_end(lead.content)))
        return present
