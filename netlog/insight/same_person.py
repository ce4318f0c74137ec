"""Whether two names could be one person's, where a shared phone alone does not say so."""

from netlog.folding import fold
from netlog.insight.people_words import DEGREES, TITLES

SHORTEST = 7  # digits of a number that is somebody's own, not an extension
TELLING = 9  # digits from the end: what follows a country's code and the zero before an area's


def phone_key(number: str) -> str:
    """What two spellings of a phone number have in common; "" where there are too few digits to tell.

    "+49 (170) 123-4567" and "0170 1234567" -> "701234567".
    """
    number = number.lower()
    for mark in ("e", "x", ";", ",", "#"):  # e as in extension
        number = number.partition(mark)[0]
    digits = "".join(filter(str.isdecimal, number)).lstrip("0")
    return digits[-TELLING:] if len(digits) >= SHORTEST else ""


def could_be(one: str, other: str, *nicknames: str | None) -> bool:
    """Whether two names could be one person's, as far as the names say.

    Every word of one is in the other (`Ada`, `Ada Okafor`, `Dr. Ada B. Okafor`), or they have a last name in
    common and the first is short for the other's: an initial, or one of the `nicknames` of either.
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    short = {fold(name) for name in nicknames if name}
    if short & {fold(one), fold(other)}:
        return True
    starts = first[0], second[0]
    initial = starts[0][0] == starts[1][0] and 1 in map(len, starts)
    return first[-1] == second[-1] and (initial or bool(short.intersection(starts)))


def _words(name: str) -> list[str]:
    words = [word.strip(".,()\"'") for word in fold(name).split()]
    return [word for word in words if word and word not in TITLES and word not in DEGREES]
