"""The cards of a vCard file: where each begins and ends, one within another, and what stands outside.

BEGIN:VCARD and END:VCARD stand alone in a line in every version (versit vCard 2.1; RFC 2426, 2.1.1; RFC 6350,
6.1.1), in any case. Only in 2.1 does a card hold another, after an empty AGENT. A card without an end must
not take the next with it, nor a note with "BEGIN:VCARD" in a folded line start one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from netlog.formats.plain import Skipped

DEEPEST = 8  # cards within cards
CUT_SHORT = "the file ends within this card: it has no END:VCARD"
TOO_DEEP = f"cards within cards, more than {DEEPEST} deep"

_LONE_CR = re.compile(rb"\r(?!\n)")
_MARK = rb"(BEGIN|END)[ \t]*+:[ \t]*+VCARD"
_DIRT = rb"[\x00-\x09\x0b-\x20\x7f-\xff]*+"  # NUL, Ctrl-Z and the like at the end of a line
_EVENT = re.compile(
    rb"^(?:\xef\xbb\xbf)?([ \t]*+)(?:[a-z0-9_-]++\.)?(AGENT\b[^:\n]*+:[ \t]*+)?"
    + _MARK
    + _DIRT
    # two files, put one after the other without a line's end between them
    + rb"(?:[^\n]{0,8}?(BEGIN:VCARD)"
    + _DIRT
    + rb")?$",
    re.IGNORECASE | re.MULTILINE,
)
_BLANK = b" \t\r\n\0\x1a"
_EMPTY_AGENT = re.compile(rb"\s*(?:[a-z0-9_-]+\.)?AGENT\b[^:]*:\s*", re.IGNORECASE)


class Card(NamedTuple):
    """A card as bytes: `parts` are (first line, text) before, between and after the cards within it."""

    line: int
    parts: tuple[tuple[int, bytes], ...]
    agents: tuple["Card", ...]
    ended: bool  # by its own END:VCARD


class Outside(NamedTuple):
    """Text between the cards."""

    line: int
    lines: int


class _Frame:
    """A card that is not closed yet."""

    def __init__(self, line: int, indent: bytes, start: int) -> None:
        self.line = line
        self.indent = indent
        self.parts: list[tuple[int, bytes]] = []
        self.agents: list[Card] = []
        self.start, self.start_line = start, line + 1  # of the part being read

    def card(self, ended: bool) -> Card:
        parts = ((line, _dedented(text, self.indent)) for line, text in self.parts)
        return Card(self.line, tuple(parts), tuple(self.agents), ended)


def plain_lines(data: bytes) -> bytes:
    """`data` with every lone CR, also that of CR CR LF, as the end of a line that it is meant to be."""
    if not _LONE_CR.search(data):
        return data
    return data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def split(data: bytes) -> Iterator[Card | Skipped | Outside]:
    """Every card that stands by itself, with those in it, in the order of their ends."""
    return _Splitter(data).run()


class _Splitter:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.stack: list[_Frame] = []
        self.at, self.line = 0, 1  # where the last event ended; `line` is of that place
        self.since, self.since_line = 0, 1  # where the text outside of cards starts

    def run(self) -> Iterator[Card | Skipped | Outside]:
        for event in _EVENT.finditer(self.data):
            if self.stack and event[1] not in (b"", self.stack[-1].indent):
                continue  # a line of a folded text
            self.line += self.data.count(b"\n", self.at, event.start())
            self.at = event.start()
            if event[3].upper() == b"BEGIN":
                yield from self._begin(event)
            else:
                yield from self._end(event)
        yield from self._finish()

    def _begin(self, event: re.Match[bytes]) -> Iterator[Card | Skipped | Outside]:
        if self.stack and (event[2] or self._after_empty_agent(event.start())):
            self._pause(event.start())
        else:
            yield from self._unclosed()
            yield from self._outside(event.start())
        self.stack.append(_Frame(self.line, event[1], event.end() + 1))

    def _end(self, event: re.Match[bytes]) -> Iterator[Card | Skipped | Outside]:
        if not self.stack:
            first = self._first_outside(event.start()) or self.line
            yield Skipped(first, "a card without BEGIN:VCARD")
        else:
            yield from self._close(event.start(), ended=True)
        if not self.stack:
            self.since, self.since_line = event.end(), self.line
            if event[4]:
                self.stack.append(_Frame(self.line, event[1], event.end() + 1))
        else:
            self.stack[-1].start, self.stack[-1].start_line = event.end() + 1, self.line + 1

    def _close(self, end: int, ended: bool) -> Iterator[Card | Skipped | Outside]:
        self._pause(end)
        frame, depth = self.stack.pop(), len(self.stack)
        if depth >= DEEPEST:
            yield Skipped(frame.line, TOO_DEEP)
        elif depth:
            self.stack[-1].agents.append(frame.card(ended))
        else:
            yield frame.card(ended)

    def _unclosed(self) -> Iterator[Card | Skipped | Outside]:
        """The cards that another BEGIN:VCARD shows to be over, though they have no END:VCARD."""
        if self.stack:
            self._pause(self.at)
        while self.stack:
            yield from self._close(self.stack[-1].start, ended=False)
            self.since, self.since_line = self.at, self.line

    def _finish(self) -> Iterator[Card | Skipped | Outside]:
        if not self.stack:
            yield from self._outside(len(self.data))
        while self.stack:
            frame = self.stack.pop()
            yield Skipped(frame.line, CUT_SHORT)
            yield from frame.agents  # these are whole

    def _pause(self, end: int) -> None:
        frame = self.stack[-1]
        if end > frame.start:
            frame.parts.append((frame.start_line, self.data[frame.start : end]))
        frame.start = end

    def _after_empty_agent(self, start: int) -> bool:
        """Whether the line before, blank ones aside, is an AGENT that says nothing itself."""
        end = start
        while end > 0:
            begin = self.data.rfind(b"\n", 0, end - 1) + 1
            if self.data[begin:end].strip():
                return bool(_EMPTY_AGENT.fullmatch(self.data, begin, end))
            end = begin
        return False

    def _first_outside(self, end: int) -> int:
        """The line of the first text outside of cards; 0 if there is none."""
        text = self.data[self.since : end]
        if not text.strip(_BLANK):
            return 0
        blank = text[: len(text) - len(text.lstrip(_BLANK))]
        return self.since_line + blank.count(b"\n")

    def _outside(self, end: int) -> Iterator[Outside]:
        first = self._first_outside(end)
        if first:
            yield Outside(first, self.data[self.since : end].strip(_BLANK).count(b"\n") + 1)


def _dedented(text: bytes, indent: bytes) -> bytes:
    """`text` without the indent of the card, if all of it is indented so."""
    if not indent:
        return text
    lines = text.split(b"\n")
    if any(line.strip() and not line.startswith(indent) for line in lines):
        return text
    return b"\n".join(line[len(indent) :] for line in lines)
