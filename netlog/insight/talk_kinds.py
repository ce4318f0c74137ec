"""What kind of conversation a sentence tells of: the first word that says so, outside what was promised."""

from collections.abc import Collection

from netlog.insight.prose import Sentence
from netlog.insight.talk_words import (
    CALLS_FOR,
    CARDS,
    CHANNELS,
    KINDS,
    NOT_AFTER,
    NOT_BEFORE_IN_KINDS,
    OVER,
    PAIRS,
    TALKING,
    TOPIC,
    VIDEO_CALLS,
    WROTE_ELSE,
)

DEFAULT = "meeting"


def kind(sentence: Sentence, aside: Collection[int]) -> str:
    """The kind, one of vocabulary.CONVERSATION_KINDS; `aside` are places that say nothing of it."""
    said = [place for place in range(len(sentence.tokens)) if place not in aside]
    head = _before_topic(sentence, said)
    for places in (head, said):
        for place in places:
            found = _at(sentence, place)
            if found == "meeting":
                return _channel(sentence, places) or found
            if found:
                return found
            if sentence.tokens[place].word in TALKING:
                return _channel(sentence, said) or _video(sentence, said) or DEFAULT
    return DEFAULT


def _before_topic(sentence: Sentence, said: list[int]) -> list[int]:
    for at, place in enumerate(said):
        if sentence.tokens[place].word in TOPIC and at:
            return said[:at]
    return said


def _channel(sentence: Sentence, places: list[int]) -> str | None:
    """The channel that is named: "met over zoom", "coffee via teams", "talked on the phone"."""
    tokens = sentence.tokens
    for place in places:
        word = tokens[place].word
        if word in ("virtual", "virtually", "online", "remotely"):
            return "video"
        if word == "at" and not sentence.parts(place + 1) and tokens[place + 1].word == "plc":
            return "plc"
        if word in OVER and place + 1 < len(tokens) and not sentence.parts(place + 1):
            following = [token.word for token in tokens[place + 1 : place + 3]]
            if following[0] in ("the", "a", "google", "ms", "microsoft", "our"):
                following = following[1:]
            if following and following[0] in CHANNELS:
                if word == "in" and following[0] not in ("slack", "teams", "zoom", "discord"):
                    continue
                return CHANNELS[following[0]]
    return None


def _video(sentence: Sentence, places: list[int]) -> str | None:
    """A channel in brackets or after a comma: "caught up with Tom (zoom)"."""
    for place in places:
        gap = sentence.tokens[place].gap
        aside = ("(" in gap or "," in gap) and sentence.parts(place + 1)
        if aside and (found := CHANNELS.get(sentence.tokens[place].word)):
            return found
    return None


def _at(sentence: Sentence, place: int) -> str | None:
    """The kind that a word says by itself or with those beside it."""
    tokens = sentence.tokens
    word = tokens[place].word
    if tokens[place].plain:
        return None
    before = tokens[place - 1].word if place else ""
    ahead = [token.word for token in tokens[place + 1 : place + 3]]
    after = ahead[0] if ahead and not sentence.parts(place + 1) else ""
    found = PAIRS.get((word, after)) or _video_call(word, before, after, place)
    if not found and word == "wrote" and after not in WROTE_ELSE:
        found = "letter" if _on_paper(sentence, place) else "email"
    if not found and word in ("card", "cards", "note"):
        sent = any(token.word in ("sent", "mailed", "wrote") for token in tokens[max(0, place - 4) : place])
        carded = before in CARDS
        found = "letter" if (carded and sent) or (word != "note" and (carded or sent)) else None
    if found:
        return found
    elsewise = before in NOT_AFTER.get(word, ()) or after in NOT_BEFORE_IN_KINDS.get(word, ())
    asked = word == "call" and after == "for" and len(ahead) > 1 and ahead[1] in CALLS_FOR
    return None if elsewise or asked else KINDS.get(word)


def _on_paper(sentence: Sentence, place: int) -> bool:
    """Whether it was a card or a letter that somebody wrote: "wrote Ana a thank-you note"."""
    for ahead in range(place + 1, min(place + 8, len(sentence.tokens))):
        if sentence.parts(ahead):
            return False
        word, before = sentence.tokens[ahead].word, sentence.tokens[ahead - 1].word
        if word in ("letter", "postcard", "card") or (word == "note" and before in CARDS):
            return True
    return False


def _video_call(word: str, before: str, after: str, place: int) -> str | None:
    """Words that say so only beside others: teams call, video chat, MS Teams."""
    if word not in ("teams", "video", "virtual", "hangouts"):
        return None
    named = word == "teams" and before in ("ms", "microsoft")
    begins = place == 0 and word in ("teams", "video")
    return "video" if named or begins or after in VIDEO_CALLS else None
