"""Habits in words: `2 conversations a week`, `one state-level event a semester` -> what a goal counts."""

from collections.abc import Sequence
from typing import NamedTuple

from netlog.folding import fold
from netlog.vocabulary import LEVELS

_NUMBERS = {
    **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
    **{"seven": 7, "eight": 8, "nine": 9, "ten": 10},
}
_EACH = ("a", "an", "per", "each", "every")
_PERIODS = {
    **{"week": "week", "month": "month", "quarter": "quarter", "year": "year"},
    **{"term": "term", "semester": "term", "trimester": "term"},
    **{"weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year"},
}
# what may stand before the number, and says no more
_VERBS = {
    *(
        "go",
        "to",
        "attend",
        "have",
        "hold",
        "meet",
        "talk",
        "with",
        "make",
        "give",
        "write",
        "publish",
        "keep",
    ),
    *("take", "part", "in", "get", "know", "do", "at", "least"),
}
_THINGS = {
    **dict.fromkeys(("introduction", "introduction made"), "introductions-made"),
    **dict.fromkeys(("introduction received",), "introductions-received"),
    **dict.fromkeys(("help given", "favor", "favour"), "help-given"),
    **dict.fromkeys(("help received",), "help-received"),
    **dict.fromkeys(("group meeting", "plc meeting", "association meeting"), "group-meetings"),
    **dict.fromkeys(("follow up", "follow up kept", "promise", "promise kept"), "follow-ups"),
    **dict.fromkeys(("presentation",), "presentations"),
    **dict.fromkeys(("contribution", "article", "post", "lesson plan"), "contributions"),
    **dict.fromkeys(("conversation", "coffee", "talk", "chat", "call"), "conversations"),
    **dict.fromkeys(("contact", "new contact", "colleague", "new colleague"), "contacts"),
    **dict.fromkeys(("new person", "new people"), "contacts"),
    **dict.fromkeys(("person", "people"), "people"),
    **dict.fromkeys(("event", "conference", "workshop", "webinar", "meetup"), "events"),
    **dict.fromkeys(("review", "weekly review"), "reviews"),
    **dict.fromkeys(("step", "step done"), "steps"),
}
# things that are one kind of what is counted
_KINDS = {
    "lesson plan": "lesson-plan",
    **{word: word for word in ("conference", "workshop", "webinar", "meetup", "article", "post", "call")},
}
READY = ("One event a term", "One new colleague a month")  # offered to whom no habit occurs


class Habit(NamedTuple):
    """What a goal counts: `target` of what `counts` names per `per`, of those that match the filter `where`."""

    title: str
    counts: str
    target: int
    per: str
    where: str = ""


def read(text: str, levels: Sequence[str] = LEVELS) -> Habit | None:
    """The habit that the words mean, as in `2 conversations a week`; None where they can't be counted.

    A number, perhaps a level, what is counted, and the period; what else is said makes it unclear.
    """
    per, words = _period("".join(c if c.isalnum() else " " for c in fold(text)).split())
    while words and words[0] in _VERBS:
        words = words[1:]
    if not per or not words:
        return None
    target, words = _number(words)
    level, words = _level(words, levels)
    thing = " ".join(_singular(word) for word in words)
    if thing not in _THINGS or not target:
        return None
    kind = f"kind:{_KINDS[thing]}" if thing in _KINDS else ""
    return Habit(text.strip(), _THINGS[thing], target, per, " ".join(one for one in (kind, level) if one))


def _period(words: list[str]) -> tuple[str, list[str]]:
    """The period at the end, and the words before it."""
    per = _PERIODS.get(words[-1], "") if words else ""
    if per and words[-1].endswith("ly"):
        return per, words[:-1]
    if per and len(words) > 1 and words[-2] in _EACH:
        return per, words[:-2]
    return "", words


def _number(words: list[str]) -> tuple[int, list[str]]:
    """How many, and the words after it; 1 where nothing is said, 0 for a number that is none."""
    first = words[0]
    if first in _NUMBERS:
        return _NUMBERS[first], words[1:]
    if first.isascii() and first.isdigit():
        return (int(first) if len(first) < 5 else 0), words[1:]
    return 1, words


def _level(words: list[str], levels: Sequence[str]) -> tuple[str, list[str]]:
    """The filter of a level that stands first (`state`, `state level`), and the words after it."""
    for one in levels:
        said = fold(one).replace("-", " ").split()
        if said and words[: len(said)] == said:
            rest = words[len(said) :]
            quoted = f'"{one}"' if " " in one else one
            return f"level:{quoted}", rest[1:] if rest[:1] == ["level"] else rest
    return "", words


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 2 else word
