"""Passages: where in a text the words of a search stand, and what to show of it around them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netlog.folding import fold

MOST_READ = 50_000  # characters of a text that are looked through for what to show
BEFORE, WIDTH = 30, 100  # characters shown before what was found, and altogether

_WORD = re.compile(r"[^\W_]+")


class Term(NamedTuple):
    """Words that stand together in a text; the last is the start of one, unless `whole`."""

    text: str
    whole: bool = False

    @property
    def words(self) -> list[str]:
        """The words, folded."""
        return [fold(one) for one in _WORD.findall(self.text)]


def found(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Start and end of each stretch of the text that a term means, in their order."""
    spans = [match.span() for match in _WORD.finditer(text, 0, MOST_READ)]
    folded = [fold(text[start:end]) for start, end in spans]
    stretches = {one for term in terms if term.words for one in _stretches(spans, folded, term)}
    signs = {term.text.strip() for term in terms if not term.words} - {""}
    read = text[:MOST_READ]
    return sorted(stretches | {one.span() for sign in signs for one in re.finditer(re.escape(sign), read)})


def _stretches(spans: list[tuple[int, int]], folded: list[str], term: Term) -> Iterator[tuple[int, int]]:
    *before, last = term.words
    size = len(before)
    for at in range(size, len(spans)):
        ends = folded[at] == last if term.whole else folded[at].startswith(last)
        if ends and folded[at - size : at] == before:
            yield spans[at - size][0], spans[at][1]


def around(text: str, start: int, end: int) -> str:
    """About 100 characters of the text, on one line, with the stretch in them; an ellipsis where it goes on."""
    first = _word_start(text, start - BEFORE, start)
    last = max(end, first + WIDTH)
    if last < len(text):
        last = max(end, text.rfind(" ", end, last + 1))
    shown = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{shown}{'…' if last < len(text.rstrip()) else ''}"


def _word_start(text: str, wanted: int, latest: int) -> int:
    """Where a word begins, not before `wanted` and no later than `latest`."""
    if wanted <= 0:
        return 0
    gap = text.find(" ", wanted - 1, latest)
    return latest if gap < 0 else gap + 1
