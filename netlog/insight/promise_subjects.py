"""Who promises: a name, a pronoun, or nobody who is named."""

from typing import NamedTuple

from netlog.insight.people_words import BEFORE_PEOPLE, LINKING, TITLES
from netlog.insight.promise_words import GIVING, RUN_TOGETHER, SUBJECT_PRONOUNS
from netlog.insight.scene import Scene

Span = tuple[int, int]
NOBODY: Span = (0, 0)
_SAYING = ("said", "says", "wrote", "texted", "emailed", "replied")


class Subject(NamedTuple):
    """The words that name who promises, where the verb begins, and me, we, them or "" for nobody."""

    span: Span
    verb: int
    owed_by: str


class Subjects:
    """Finds who promises in one sentence."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._word = scene.word

    def at(self, place: int) -> Subject | None:
        """The subject that begins at a word; None where a name stands there that is none."""
        if place in self._scene.starting:
            return self._named(place)
        if place in self._scene.inside:
            return None
        return self._spoken(place) or self._headed(place) or self._nobody(place)

    def _named(self, place: int) -> Subject | None:
        last = self._scene.list_end(place)
        direct = not self._scene.sentence.parts(last) or self._scene.tokens[last - 1].ending == "'ll"
        return Subject((place, last), last, "them") if direct and self._free(place) else None

    def _spoken(self, place: int) -> Subject | None:
        """I, she, they; and I'm, I'll, she'll as they are typed without their sign."""
        word = self._word(place)
        if word == "i":
            return Subject(NOBODY, place + 1, self._whose(place))
        if word == "who" and place in self._scene.ends:
            return Subject((self._list_start(place), place), place + 1, "them")  # Grace, who will
        if word in SUBJECT_PRONOUNS:
            return Subject(NOBODY, place + 1, SUBJECT_PRONOUNS[word])
        if word == "me" and self._word(place + 1) == "to" and self._scene.clause(place):
            return Subject(NOBODY, place + 1, "me")  # me to book the room
        spelled = word in ("im", "ill", "id") or self._word(place + 1) in GIVING
        if word in RUN_TOGETHER and spelled and self._scene.tokens[place].raw != "ID":
            return Subject(NOBODY, place + 1, "me" if word[0] == "i" else "them")
        return None

    def _whose(self, place: int) -> str:
        """Whose promise it is where somebody says I: theirs in a quotation, ours in "she and I"."""
        if self._quoted(place):
            return "them"
        ours = self._word(place - 1) == "and" and self._word(place - 2) in SUBJECT_PRONOUNS
        return "we" if ours else "me"

    def _list_start(self, last: int) -> int:
        """Where a list of people that ends at a word begins."""
        return min(first for first in self._scene.starting if self._scene.list_end(first) == last)

    def _headed(self, place: int) -> Subject | None:
        """A name that heads a clause of its own: ". Raj: will send data"."""
        if ":" not in self._scene.tokens[place].gap:
            return None
        last = place - (self._word(place - 1) in _SAYING)  # Tom replied: will send it
        if last not in self._scene.ends:
            return None
        first = max(one.first for one in self._scene.people if one.last == last)
        heads = first > 0 and self._scene.sentence.breaks(first)
        heads = heads or last < place
        return Subject((first, last), place, "them") if heads else None

    def _nobody(self, place: int) -> Subject:
        lets = self._word(place) == "let" and self._scene.tokens[place].ending == "'s"
        return Subject(NOBODY, place, "we" if lets else "")

    def _quoted(self, place: int) -> bool:
        """Whether somebody else says I: Lena said, "I'll bring it"."""
        opened = any(mark in self._scene.tokens[place].gap for mark in '"“')
        return opened and self._word(place - 1) in _SAYING

    def _free(self, place: int) -> bool:
        """Whether somebody named is the subject of a clause, not the object of another: "with Ana promised"."""
        while self._word(place - 1) in TITLES:
            place -= 1
        if self._scene.sentence.parts(place):
            return True
        before = self._word(place - 1)
        return before not in BEFORE_PEOPLE | LINKING | {"for", "at", "about", "than"}
