"""The verbs of promises: whether what is done is something promised, and where the plain verb stands."""

from netlog.insight.people_words import DETERMINERS, PERSON_VERBS, TAKEN
from netlog.insight.promise_words import (
    ADVERBS,
    AGREEING,
    BASE_VERBS,
    BEING,
    DOING,
    GIVING,
    MINE,
    OBJECTS,
    OUGHT,
    PARTICLES,
    PLEDGES,
    RUN_TOGETHER,
    STATES,
)
from netlog.insight.scene import Scene
from netlog.insight.words import words

_NOT_PAST = words("embed shred")
_WILL = ("will", "would", "shall")
_MUST = ("must", "should", "gotta")
_THEIRS = words("going planning needs has supposed plans intends aims")  # OUGHT that is said of others


class Verbs:
    """The verbs of one sentence."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._word = scene.word

    def commits(self, base: int, owed_by: str) -> bool:
        """Whether a verb after "will" is something promised."""
        word = self._word(base)
        if not word or base in self._scene.inside or self._scene.sentence.breaks(base):
            return False
        if owed_by == "me":
            plain = word.replace("-", "").isalpha() and word not in STATES | DETERMINERS and not is_past(word)
            return plain and (word in BASE_VERBS or word not in PERSON_VERBS)
        near = (OBJECTS | MINE).intersection(self._scene.words[base + 1 : base + 4])
        return stem(word) in GIVING or (self.does(base) and bool(near))

    def does(self, base: int) -> bool:
        """Whether a verb is of something done: a known one, or any that does something to something."""
        word, after = self._word(base), base + 1 + (self._word(base + 1) in PARTICLES)
        if word in STATES or base in self._scene.inside:
            return False
        return word in BASE_VERBS or (word.isalpha() and self._word(after) in DETERMINERS | TAKEN)

    def habit(self, verb: int, owed_by: str) -> str:
        """The plain verb of "he sends it by Friday", "I send it by Friday"."""
        word = self._word(verb)
        return word if owed_by in ("me", "we") else third_person(word)

    def progressing(self, place: int, verb: int) -> bool:
        """Whether it is what somebody is doing: "she's sending me", "I am dropping it off"."""
        being = self._word(verb) in BEING
        if not being and self._scene.tokens[verb - 1].ending not in ("'s", "'m", "'re"):
            return False
        doing = self._word(verb + being)
        return verb > place and doing.endswith("ing") and stem(doing) in DOING

    def base(self, place: int, verb: int, owed_by: str) -> int | None:
        """Where the plain verb stands after "will", "'ll", "am going to", "need to"; None without these."""
        word = self._word(verb)
        if (word == "let" and owed_by == "we") or (word == "better" and self._word(verb + 1) in BASE_VERBS):
            return verb + 1
        run_together = self._word(place) in RUN_TOGETHER - {"im"} and owed_by
        if self._ending(place, verb) in ("'ll", "'d") or run_together:
            return self.past_adverbs(verb)
        if word in _WILL or (word in _MUST and owed_by in ("", "me")):
            return None if verb in self._scene.inside else self._after_will(verb + 1)
        if word == "should" and owed_by == "them":  # what somebody should do is owed where it is for me
            return verb + 1 if OBJECTS.intersection(self._scene.words[verb + 2 : verb + 5]) else None
        return self._going(verb, word, owed_by)

    def _after_will(self, place: int) -> int:
        """Past what may stand between: "will also send", "will need to send", "will be sending"."""
        base = self.past_adverbs(place)
        after = self._word(base + 1)
        if self._word(base) in ("need", "have") and after == "to":
            return base + 2
        return base + (self._word(base) == "be" and after.endswith("ing"))

    def _ending(self, place: int, verb: int) -> str:
        """The 'll of "she'll send", "she'll also send"; empty where there is none."""
        while verb > place and self._word(verb - 1) in ADVERBS:
            verb -= 1
        return self._scene.tokens[verb - 1].ending if verb > place else ""

    def _going(self, verb: int, word: str, owed_by: str) -> int | None:
        """am going to, gonna, need to, have to"""
        if word in ("am", "is", "are") and owed_by:
            verb, word = verb + 1, self._word(verb + 1)
        if word == "gonna":
            return verb + 1
        said = word in (_THEIRS if owed_by == "them" else OUGHT)
        if said and self._word(verb + 1) == "to":
            return self.past_adverbs(verb + 2)
        return None

    def past_adverbs(self, place: int) -> int:
        """Past "also", "still", and "has" in "has promised"."""
        while self._word(place) in ADVERBS or (
            self._word(place) in ("had", "has", "have") and self._word(place + 1) in PLEDGES | AGREEING
        ):
            place += 1
        return place

    def past_company(self, place: int) -> int:
        """Past "with Lena" in "agreed with Lena to"."""
        accompanied = self._word(place) in ("with", "w/") and place + 1 in self._scene.starting
        return self._scene.list_end(place + 1) if accompanied else place


def third_person(word: str) -> str:
    """send of "sends", pass of "passes"; empty for what is no such verb."""
    bare = (word.removesuffix("s"), word.removesuffix("es"))
    return next((one for one in bare if one in BASE_VERBS), "") if word.endswith("s") else ""


def is_past(word: str) -> bool:
    """Whether a verb is in the past: rebooted; not need, feed, proceed."""
    return word.endswith("ed") and not word.endswith("eed") and len(word) > 4 and word not in _NOT_PAST


def stem(word: str) -> str:
    """send of "sending", share of "sharing", get of "getting"; any other word as it is."""
    if word.endswith("ing"):
        bare = word[:-3]
        return next((one for one in (bare, f"{bare}e", bare[:-1]) if one in BASE_VERBS), word)
    return word
