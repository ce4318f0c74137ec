"""What help a promise is, once it is kept: `send the rubric` is a resource, `call Ada` is none."""

from netlog.folding import fold
from netlog.insight.help_words import (
    ARTICLES,
    DRAFTS,
    HANDING,
    HELPING,
    MAKING,
    MEETINGS,
    OTHER_VERBS,
    THING_KINDS,
)


def kind_of_help(what: str) -> str | None:
    """The kind of exchange that a promise is when it is kept; None where it hands nothing over.

    A verb that gives decides, with the thing that it gives; without a verb, the thing that is owed: one that
    is known, or anything with an article, as in `the rubric`. What stands before a colon is a heading.
    """
    words = _words(what)
    own = _words(what.partition(": ")[2]) or words
    first = own[0] if own else ""
    thing = _thing(words)
    if first in HELPING:
        return HELPING[first]
    if first in HANDING:
        return thing or "resource"
    if first == "read" and DRAFTS.intersection(own):
        return "feedback"
    if first in MAKING:
        return thing
    if first in OTHER_VERBS or first in MEETINGS:
        return None
    return thing or ("other" if first in ARTICLES and len(own) > 1 and own[1] not in MEETINGS else None)


def _thing(words: list[str]) -> str | None:
    """The kind of the first thing that is named."""
    return next((THING_KINDS[word] for word in words if word in THING_KINDS), None)


def _words(text: str) -> list[str]:
    parts = "".join(c if c.isalnum() or c in "-'" else " " for c in fold(text)).split()
    return [part.removesuffix("'s").strip("-'") for part in parts]
