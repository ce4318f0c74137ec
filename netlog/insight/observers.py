"""Who watched whom in an observation, where a sentence says so beyond doubt."""

from netlog.insight.prose import Sentence, Token

_OBSERVED = ("observed", "observing", "shadowed", "shadowing")
_MY = ("my", "our")
_TAUGHT = (
    *("class", "classes", "lesson", "lessons", "teaching", "classroom", "period", "block", "lab", "session"),
    *("course", "section", "club", "workshop", "pupils", "students", "kids"),
)
_I = ("i", "i've", "we")
_BETWEEN = ("just", "also", "then", "finally", "briefly", "again", "have", "had")  # "I" and what I did
_REMARKS = ("that", "how", "as")  # "observed that ...": something was said, nobody watched
_FAR = 4  # words from "my" to what I teach


def observer(sentence: Sentence) -> str | None:
    """`me` or `them`; None where the first word that tells of an observation leaves it open.

    "observed Ana's class" and "I observed her" are mine; "she observed my lesson", "observed me" and
    "observed by Ana" are theirs; of "Ana observed the lab" nobody can say which.
    """
    tokens = sentence.tokens
    place = next((at for at, one in enumerate(tokens) if one.word in _OBSERVED and not one.plain), None)
    if place is None:
        return None
    after = _following(sentence, place)
    said = after[0].word if after else ""
    if said == "by":
        return "them"
    mine = _begins_with_me(sentence, place)
    if said in ("me", "us") or _is_my_teaching(after):
        return None if mine and tokens[place - 1].word in _I else "them"
    return "me" if mine and said not in _REMARKS else None


def _following(sentence: Sentence, place: int) -> list[Token]:
    """The words after one, as far as no comma or more parts them."""
    found: list[Token] = []
    for ahead in range(place + 1, len(sentence.tokens)):
        if sentence.parts(ahead):
            break
        found.append(sentence.tokens[ahead])
    return found


def _is_my_teaching(after: list[Token]) -> bool:
    """Whether it goes on with what I teach: "my lesson", "my third period", not "my mentee's class"."""
    if not after or after[0].word not in _MY:
        return False
    for token in after[1 : _FAR + 1]:
        if token.word in _TAUGHT:
            return True
        if token.ending:
            return False
    return False


def _begins_with_me(sentence: Sentence, place: int) -> bool:
    """Whether "I" comes before the word, or nothing does: who leaves themselves out means themselves."""
    before = place - 1
    while before >= 0 and not sentence.breaks(before + 1) and sentence.tokens[before].word in _BETWEEN:
        before -= 1
    if before < 0 or sentence.breaks(before + 1):
        return True
    return sentence.tokens[before].word in _I
