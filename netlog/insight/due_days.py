"""By when something is promised: the days that are said in a stretch of words."""

from datetime import date
from typing import NamedTuple

from netlog.insight import day_phrases
from netlog.insight.people_words import DETERMINERS, FUNCTION_WORDS
from netlog.insight.promise_words import BEFORE_DATES, DUE, ENDS, PAST
from netlog.insight.scene import Scene
from netlog.insight.words import words

_UNITS = words("day days week weeks wk wks month months d w m year years quarter quarters")
_NUMBERS = words("a an one two three four five six couple few")
_NAMES_TOO = words("mon may mar march jan jun april june august")
_WORDS_TOO = words("sun sat")


class Due(NamedTuple):
    """A day, the words `first` up to `last` that say it, and whether "by" or the like stands before it."""

    day: date
    first: int
    last: int
    pressing: bool


def due(scene: Scene, first: int, last: int) -> Due | None:
    """The day in a stretch of words: one after "by" before any other, else the last."""
    found = None
    place = first
    while place < last:
        start = _start(scene, place, last)
        said = day_at(scene, start, last)
        if said and _fits(scene, place, start, said[1], last):
            found = Due(said[0], place, said[1], scene.words[place] in DUE | {"no"})
            if found.pressing:
                return found
            place = found.last
        else:
            place += 1
    return found


def due_before(scene: Scene, first: int) -> date | None:
    """A day right before a promise, in its clause: "by Friday I owe ...", "next week follow up"."""
    for start in range(max(0, first - day_phrases.LONGEST), first):
        said = day_at(scene, start, first)
        if said and said[1] == first:
            begins = scene.clause(start) or scene.word(start - 1) in DUE | {"on"}
            return said[0] if begins else None
    return None


def day_at(scene: Scene, start: int, last: int) -> tuple[date, int] | None:
    """The longest phrase from a word on that means a day, and where it ends."""
    if start >= len(scene.tokens) or not day_phrases.may_start(scene.words[start]):
        return None
    last = min(last, len(scene.tokens), start + day_phrases.LONGEST)
    for end in range(last, start, -1):
        if _phrase(scene, start, end):
            day = day_phrases.day(scene.words[start:end], scene.day, "future", scene.terms)
            if day:
                return day, end
    return None


def _start(scene: Scene, place: int, last: int) -> int:
    """Where the day begins, after "by" or "no later than"."""
    if scene.words[place] not in BEFORE_DATES or place + 1 >= last:
        return place
    if scene.words[place : place + 3] == ["no", "later", "than"]:
        return place + 3
    return place + 1


def _attributive(scene: Scene, start: int, end: int) -> bool:
    """Whether a day says which thing, not when: "the April 9 author visit", "my Friday slides"."""
    articled = scene.words[start] == "the" or scene.word(start - 1) in DETERMINERS
    if not articled or end >= len(scene.tokens) or end in scene.inside:
        return False
    return scene.tokens[end].gap.strip() == "" and scene.words[end] not in FUNCTION_WORDS | ENDS


def _phrase(scene: Scene, start: int, end: int) -> bool:
    """Whether a run of words may be a day ahead: nobody's name, not ago, not Friday's class."""
    phrase = scene.words[start:end]
    if not scene.inside.isdisjoint(range(start, end)) or PAST.intersection(phrase) or phrase == ["now"]:
        return False
    if any(scene.sentence.breaks(place) for place in range(start + 1, end)):
        return False
    if scene.tokens[end - 1].ending == "'s" and scene.word(end) not in ("", "end"):
        return False
    return _alone(scene, phrase[0], start) if len(phrase) == 1 else _counted(scene, phrase, start)


def _alone(scene: Scene, word: str, start: int) -> bool:
    """Whether one word is a day: "mon", not "may"; "sat" after "by"; not "2" nor "3d"."""
    if word in _WORDS_TOO | _NAMES_TOO - {"mon"}:
        return scene.word(start - 1) in DUE or (word in _WORDS_TOO and scene.word(start - 1) == "on")
    return not word.isdigit() and not (word[:-1].isdigit() and word[-1] in "dwmqy")


def _counted(scene: Scene, phrase: list[str], start: int) -> bool:
    """Whether a number is part of a day: "2 weeks from now", "within 2 weeks"; not "2 weeks of data"."""
    counted = phrase[0].isdigit() or phrase[0] in _NUMBERS
    if not counted or "from" in phrase[1:-1] or not _UNITS.intersection(phrase):
        return True
    return scene.word(start - 1) == "within"


def _fits(scene: Scene, place: int, start: int, end: int, last: int) -> bool:
    """Whether a day is when it is due, and not of something else: "the notes from monday"."""
    before = scene.words[place] if start > place else scene.word(place - 1)
    if before not in DUE and _attributive(scene, start, end):
        return False
    if before == "for" and start > place:
        return end == last
    return before not in ("from", "of", "since", "at", "every", "each") or (
        scene.words[start] == "the" and start == place
    )
