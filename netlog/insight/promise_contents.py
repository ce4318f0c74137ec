"""What is promised, in the user's words: without who, without the date, without the words that promise."""

from netlog.insight.promise_leads import Lead
from netlog.insight.promise_words import OBJECTS, SUBJECT_PRONOUNS, THEM
from netlog.insight.scene import Scene
from netlog.insight.words import words

_BEFORE = words("to that also on for")
_AFTER = words("and by on before or then with for the to at in so too also")
_KEPT = words("with to in for on at")  # of two words that are left the second may be one of these: "check in"
_ALL = words("you everyone everybody")


def content(scene: Scene, lead: Lead, places: list[int]) -> str:
    """The words at these places as they were typed, without what is not the thing itself."""
    if lead.kind in ("pledge", "owe"):
        places = _without_recipient(scene, places)
    while places and lead.kind not in ("follow", "doing") and scene.words[places[0]] in _BEFORE:
        places = places[1:]
    while places and scene.words[places[-1]] in _AFTER:
        if scene.words[places[-1]] in _KEPT and len(places) < 3:
            break
        places = places[:-1]
    return _text(scene, _without_subject(scene, places) if lead.kind == "pledge" else places)


def _without_recipient(scene: Scene, places: list[int]) -> list[int]:
    """Without who is promised something: "promised Ana and Raj the rubric" -> "the rubric"."""
    rest = places
    while rest and (many := _recipient(scene, rest, begun=rest is not places)):
        rest = rest[many:]
    return rest or places


def _recipient(scene: Scene, rest: list[int], begun: bool) -> int:
    """How many words at the start say for whom it is; 0 where they say what."""
    place, word = rest[0], scene.words[rest[0]]
    if place in scene.starting:
        last = scene.starting[place].last
        return 0 if scene.tokens[last - 1].ending else sum(one < last for one in rest)
    if word == "both" and scene.word(place + 1) == "of":
        return 2
    if word == "to":
        return int(place + 1 in scene.starting and len(rest) > 2)
    if word == "her" and begun:
        return 0  # "promised me her syllabus"
    listed = word in ("and", "both", "that") and begun and len(rest) > 1
    return int(listed or word in THEM | OBJECTS | _ALL)


def _without_subject(scene: Scene, places: list[int]) -> list[int]:
    """promised I'd send X, promised she will send X -> send X"""
    if places and scene.words[places[0]] in SUBJECT_PRONOUNS:
        ending = scene.tokens[places[0]].ending
        places = places[1:]
        if not ending and places and scene.words[places[0]] in ("will", "would", "can", "could"):
            places = places[1:]
    while places and scene.words[places[0]] == "to":
        places = places[1:]
    return places


def _text(scene: Scene, places: list[int]) -> str:
    out = ""
    for at, place in enumerate(places):
        token = scene.tokens[place]
        if at:
            out += token.gap if places[at - 1] == place - 1 else " "
        out += scene.sentence.text[token.start : token.end]
    return out.strip()
