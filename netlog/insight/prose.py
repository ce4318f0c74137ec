"""A line of prose taken apart: its marks (#tag, **New**, +New, \\word), and its words.

Nothing here knows the log or the clock; all of it is pure.
"""

import re
from typing import NamedTuple

from netlog.folding import fold

_MARK = re.compile(
    r"""(?<![^\s("'“‘\[,;/&-])(?:
        \\(?P<plain>(?=[^\s\\]))
      | \#(?P<tag>\w*[^\W\d_][\w-]*)
      | \+["“](?P<quoted>[^"”\n]*[^\W\d_][^"”\n]*)["”]
      | \+(?P<new>[^\W\d_][\w'’.-]*)
      | \*\*(?P<starred>[^*\n]*[^\W\d_][^*\n]*)\*\*
    )""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"[#+*]*[\w'’.@-]*")
_EMOJI = "\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_TOKEN = re.compile(
    rf"""https?://\S+ | www\.\S+
      | [^\s@,;<>()"“”]+@[^\s@,;<>()"“”]+\.\w+
      | [fF]/[uU]\b | [wW]/(?!\w\b)
      | \d+(?:[/.:-]\d+)+
      | [&+@/]
      | [^\s,;:!?()\[\]{{}}"“”«»/&+@<>|…—–=~*{_EMOJI}]+""",
    re.VERBOSE,
)
_ENDINGS = ("'s", "'ll", "'d", "'ve", "'re", "'m")
_SUFFIXES = ("com", "org", "edu", "net", "gov", "io", "us", "co", "pdf", "docx", "pptx", "xlsx", "js", "py")
_SHORT = ("dr", "mr", "ms", "mrs", "prof", "st", "sr", "jr")
_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
_JOINING = {"&": "and", "+": "and", "/": "and", "@": "at", "w": "with", "w/": "with", "n": "and"}


class Token(NamedTuple):
    """One word: folded, without its ending ('s, 'll), and where it is in the text.

    `gap` is what lies between the word before and this one; `plain` words were escaped and name
    nothing; `new` is the number of the new contact that the word belongs to, or -1.
    """

    word: str
    start: int
    end: int
    ending: str
    gap: str
    raw: str
    plain: bool
    new: int

    @property
    def capital(self) -> bool:
        return self.raw[:1].isupper()

    @property
    def shout(self) -> bool:
        return len(self.raw) > 1 and self.raw.isupper()


class Sentence(NamedTuple):
    """`text` is what stays as the summary; `new` the names of contacts to be made, in their order."""

    text: str
    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    new: tuple[str, ...]

    def slice(self, first: int, last: int) -> str:
        """The text from one word up to, not including, another."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def joined(self, place: int) -> bool:
        """Whether a word follows the one before it directly, as two words of one name do."""
        gap = self.tokens[place].gap
        before = self.tokens[place - 1].word
        if gap.strip() == "." and before in _MONTHS and self.tokens[place].word[:1].isdigit():
            return True  # Mar. 9
        return gap.strip() == "" or (gap.strip() == "." and (len(before) == 1 or before in _SHORT))

    def breaks(self, place: int) -> bool:
        """Whether a sentence or an aside ends before a word."""
        gap = self.tokens[place].gap
        if place == 0:
            return True
        if any(c in gap for c in ';!?()[]\n—–…"“”|') or " - " in gap or " -- " in gap or gap.endswith(" -"):
            return True
        return "." in gap and not self.joined(place)

    def parts(self, place: int) -> bool:
        """Whether a comma, a colon or more stands before a word, or there is none."""
        if place <= 0 or place >= len(self.tokens):
            return True
        gap = self.tokens[place].gap
        return "," in gap or (":" in gap and gap != ":") or self.breaks(place)


def read(text: str) -> Sentence:
    """A line taken apart; marks are taken off, and tags are taken out."""
    clean, tags, new, spans = _unmarked(text.strip())
    tokens: list[Token] = []
    for match in _TOKEN.finditer(clean):
        for raw, start, end in _words(match):
            gap = clean[tokens[-1].end if tokens else 0 : start]
            token = _token(raw, start, end, gap, spans)
            # a letter at an end is an initial: "sara n."
            if raw in _JOINING and (
                len(raw) > 1 or not raw.isalpha() or clean[end : end + 2].strip(" .,;!?)")
            ):
                token = token._replace(word=_JOINING[raw])
            tokens.append(token)
    return Sentence(clean, tuple(tokens), tuple(dict.fromkeys(tags)), tuple(new))


def _unmarked(text: str) -> tuple[str, list[str], list[str], list[tuple[int, int, int]]]:
    """The text without its marks; tags, new names, and spans (start, end, number of the new name or -1)."""
    out, at = "", 0
    tags: list[str] = []
    new: list[str] = []
    spans: list[tuple[int, int, int]] = []
    while match := _MARK.search(text, at):
        out += text[at : match.start()]
        at = match.end()
        if match["tag"]:
            tags.append(match["tag"].rstrip("-_"))
            rest = text[at:]
            at += len(rest) - len(rest.lstrip()) if not out.rstrip() or out != out.rstrip() else 0
            out = out.rstrip() + " " if out.rstrip() and rest.strip() and rest[:1].isspace() else out.rstrip()
        elif match["plain"] is not None:
            word = _PLAIN.match(text, at)
            end = word.end() if word else at
            spans.append((len(out), len(out) + end - at, -1))
            out, at = out + text[at:end], end
        else:
            name = (match["quoted"] or match["starred"] or match["new"]).strip()
            if match["new"]:
                bare = name.removesuffix("'s").removesuffix("’s").rstrip(".-'’")
                at -= len(name) - len(bare)
                name = bare
            spans.append((len(out), len(out) + len(name), len(new)))
            new.append(" ".join(name.split()))
            out += name
    return (out + text[at:]).strip(), tags, new, spans


def _words(match: re.Match[str]) -> list[tuple[str, int, int]]:
    """The word or words of a match, without what is no letter or digit at its ends."""
    raw, start = match[0], match.start()
    if raw in _JOINING or raw.casefold() in ("w/", "f/u"):
        return [(raw, start, match.end())]
    first = next((place for place, c in enumerate(raw) if c.isalnum()), None)
    if first is None:
        return []
    last = len(raw)
    while not raw[last - 1].isalnum() and not _marks(raw[last - 1]):
        last -= 1
    raw, start = raw[first:last], start + first
    head, dot, tail = raw.partition(".")
    two = len(head) > 1 and len(tail) > 1 and head.isalpha() and tail.replace("'", "").isalpha()
    if dot and two and tail.casefold() not in _SUFFIXES and head.casefold() not in ("ed", "ph", "www"):
        return [(head, start, start + len(head)), (tail, start + len(head) + 1, start + len(raw))]
    return [(raw, start, start + len(raw))]


def _marks(character: str) -> bool:
    """Whether it is a vowel sign or an accent that belongs to the letter before it."""
    import unicodedata

    return not character.isascii() and unicodedata.category(character)[0] == "M"


def _token(raw: str, start: int, end: int, gap: str, spans: list[tuple[int, int, int]]) -> Token:
    new = next((number for first, last, number in spans if first <= start < last and number >= 0), -1)
    plain = new < 0 and any(first <= start < last for first, last, _ in spans)
    word = fold(raw)
    ending = (
        "" if new >= 0 else next((one for one in _ENDINGS if word.endswith(one) and len(word) > len(one)), "")
    )
    word = word.removesuffix(ending).rstrip(".") if ending else word
    return Token(word, start, end, ending, gap, raw, plain, new)
