"""What is promised, in the user's words: without who, without the date, without the words that promise."""

from netlog.insight.promise_leads import Lead
from netlog.insight.promise_words import OBJECTS, SUBJECT_PRONOUNS, THEM
from netlog.insight.scene import Scene
from netlog.insight.words import words

_BEFORE = words("to that also on for")
_AFTER = words("and by on before or then with for the to at in so too also")
_KEPT = words("with to in for on at")  # of two words that are left the second may be one of these: "check in"
_CURRENCIES = ("$", "€", "£", "¥")
_ALL = words("you everyone everybody")


def content(scene: Scene, lead: Lead, places: list[int]) -> str:
    """The words at these places as they were typed, without what is not the thing itself."""
    if lead.kind in ("pledge", "owe"):
        given = _without_recipient(scene, places)
        # "promised them by Friday" promises something, "I owe him" alone owes nothing
        them = [one for one in places[:1] if scene.words[one] == "them" and lead.kind == "pledge"]
        places = _without_giver(scene, given or them)
    if lead.kind == "await":
        places = _without_giver(scene, places)
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
    return rest


def _without_giver(scene: Scene, places: list[int]) -> list[int]:
    """Without who gives it: "was promised the keys by him" -> "the keys"."""
    for place in places[1:]:
        if scene.words[place] in ("by", "from") and (
            scene.word(place + 1) in THEM or place + 1 in scene.starting
        ):
            last = scene.list_end(place + 1) if place + 1 in scene.starting else place + 2
            return [one for one in places if not place <= one < last]
    return places


def _recipient(scene: Scene, rest: list[int], begun: bool) -> int:
    """How many words at the start say for whom it is; 0 where they say what."""
    place, word = rest[0], scene.words[rest[0]]
    if place in scene.starting:
        last = scene.starting[place].last
        return 0 if scene.tokens[last - 1].ending else sum(one < last for one in rest)
    if word == "both" and scene.word(place + 1) == "of":
        return 2
    if word == "both" and place + 1 in scene.starting:
        return 1
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
    return out.strip() if not places else _with_signs(scene, places, out.strip())


def _with_signs(scene: Scene, places: list[int], out: str) -> str:
    """With what belongs to its first or last word: "$20", "50%", "C++", "(v2)"."""
    text = scene.sentence.text
    start, end = scene.tokens[places[0]].start, scene.tokens[places[-1]].end
    if text[start - 1 : start] in _CURRENCIES:
        out = text[start - 1 : start] + out
    while text[end : end + 1] and text[end] in "%+#":
        out, end = out + text[end], end + 1
    if out.count('"') % 2 and text[end : end + 1] == '"':
        out += '"'
    return out + ")" if out.count("(") > out.count(")") and ")" in text[end:] else out
