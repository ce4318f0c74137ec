"""Who is only spoken of: "about Raj", "re: Ana", "mentioned Mei", "told me of Tom"."""

from netlog.insight.people_words import PERSON_VERBS, TITLES
from netlog.insight.promise_words import PLEDGES
from netlog.insight.scene import Scene
from netlog.insight.words import words

_TOPIC = words(
    "about re regarding concerning mentioned mentions mention mentioning discussed discussing discuss"
)
_SPEAKING = words(
    "told tell tells spoke speak speaks speaking talked talking heard asked thinking thinks thought"
)


def spoken_of(scene: Scene) -> frozenset[int]:
    """The first words of those who are only spoken of: "about Raj and Tom", "re: Ana", "mentioned Mei"."""
    found: set[int] = set()
    for one in scene.people:
        if one.first not in found and _topic(scene, one.first):
            found |= _listed(scene, one.first)
    return frozenset(found)


def _topic(scene: Scene, first: int) -> bool:
    """Whether what stands before a name makes it what was spoken of."""
    place = first - 1
    while scene.word(place) in TITLES:
        place -= 1
    if place < 0 or any(scene.sentence.breaks(at) for at in range(place + 1, first + 1)):
        return False
    if "," in scene.tokens[place + 1].gap:
        return False
    word, before = scene.word(place), scene.word(place - 1)
    if word == "that":
        return before in _TOPIC
    if word == "of":  # told me of, spoke highly of
        return not _SPEAKING.isdisjoint(scene.words[max(0, place - 2) : place])
    return word in _TOPIC or (word == "after" and before == "asked")


def _listed(scene: Scene, first: int) -> set[int]:
    """Those of a list of people, up to one who does something: "about Raj and Tom", not "and Tom said"."""
    found, last = {first}, scene.starting[first].last
    while scene.word(last) in ("and", "or") and last + 1 in scene.starting:
        following = scene.starting[last + 1]
        if scene.word(following.last) in PERSON_VERBS | PLEDGES | {"will"}:
            break
        found.add(following.first)
        last = following.last
    return found
