"""vCard address books, 2.1 (versit, 1996), 3.0 (RFC 2426) and 4.0 (RFC 6350): bytes in, people out.

Every card becomes a person or is skipped with the reason; so does a card within a card (AGENT), whom the outer
one then knows. The lines are read here and not by vobject, which takes three times as long, and
gives up a file at the first line that it can't read.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from netlog.errors import BadDataError
from netlog.formats.plain import Found, Person, Skipped
from netlog.formats.vcard_cards import DEEPEST, TOO_DEEP, Card, Outside, plain_lines, split
from netlog.formats.vcard_charsets import Charsets, as_utf8
from netlog.formats.vcard_lines import MOST_PROPERTIES, Content, content, is_card
from netlog.formats.vcard_out import VERSIONS, write
from netlog.formats.vcard_person import Reading, read_card
from netlog.formats.vcard_values import unescaped

__all__ = ["VERSIONS", "read", "recognises", "write"]

MOST_BYTES = 16 * 1024 * 1024
MOST_CARDS = 50_000
_HEAD_BYTES = 64 * 1024
_UNENDED = "no END:VCARD: read up to the next card"
_BEGIN = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_OTHERS = (b"{", b"[", b"PK\x03\x04", b"BEGIN:VCALENDAR")


def recognises(data: bytes) -> bool:
    """Whether a card begins near the top."""
    head = plain_lines(as_utf8(data[:_HEAD_BYTES]))
    return bool(_BEGIN.search(head)) and not head.lstrip()[:15].upper().startswith(_OTHERS)


def read(data: bytes, limits: bool = True) -> Found:
    """The people of a file, the cards left out with the reason, and what is odd about the whole.

    BadDataError: a file without a card, or beyond the `limits` of 16 MiB and 50,000 cards.
    """
    if limits and len(data) > MOST_BYTES:
        raise BadDataError(
            f"the file has {len(data) / 1024**2:.1f} MiB, more than {MOST_BYTES >> 20}",
            "export it without photos, or import it with --no-limits",
        )
    file = _File(plain_lines(as_utf8(data)))
    for _ in file.records():
        if limits and len(file.readings) > MOST_CARDS:
            raise BadDataError(
                f"more than {MOST_CARDS:,} cards", "split the file, or import it with --no-limits"
            )
    if not file.readings:
        raise BadDataError(
            "no vCard in it: no line says BEGIN:VCARD", "export the address book as vCard (.vcf)"
        )
    return file.found()


class _Record(NamedTuple):
    line: int
    reading: Reading


class _File:
    """The cards of one file, and what was read of them."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.charsets = Charsets(data)
        self.readings: list[_Record] = []
        self.outside: list[Outside] = []

    def records(self) -> Iterator[None]:
        """Read one card after the other."""
        for found in split(self.data):
            self._take(found, 0)
            yield

    def _take(self, found: Card | Skipped | Outside, depth: int) -> str:
        """Read a card and those in it; the name of the person."""
        if isinstance(found, Outside):
            self.outside.append(found)
            return ""
        if isinstance(found, Skipped):
            reading = Reading(None, found.why)
        else:
            reading = self._card(found, depth)
        self.readings.append(_Record(found.line, reading))
        return reading.name

    def _card(self, card: Card, depth: int) -> Reading:
        inside = [self._take(one, depth + 1) for one in card.agents]
        read = content(card.parts, self.charsets)
        if read.overfull:
            return Reading(None, f"more than {MOST_PROPERTIES:,} properties in one card")
        inside += self._inline(read, depth)
        remarks = [] if card.ended else [_UNENDED]
        return read_card(card.line, read, [name for name in inside if name], remarks)

    def _inline(self, read: Content, depth: int) -> list[str]:
        """The names of the cards that stand, escaped, in an AGENT: RFC 2426, 3.5.4."""
        names = []
        for one in read.properties:
            if one.name == "AGENT" and is_card(one.value):
                if depth + 1 >= DEEPEST:
                    self.readings.append(_Record(one.line, Reading(None, TOO_DEEP)))
                    continue
                text = plain_lines(unescaped(one.value, one.literal).encode("utf-8", "replace"))
                for found in split(text):
                    if not isinstance(found, Outside):
                        names.append(self._take(found._replace(line=one.line), depth + 1))
        return names

    def found(self) -> Found:
        self.readings.sort(key=lambda one: one.line)
        skipped = tuple(Skipped(line, one.why) for line, one in self.readings if one.person is None)
        return Found(people=self._people(), skipped=skipped, remarks=tuple(self._remarks()))

    def _people(self) -> tuple[Person, ...]:
        """Everyone, with the names of those whom a RELATED gives by the uid of another card."""
        names: dict[str, str] = {}
        if any(one.knows for _, one in self.readings):
            names = {one.uid.casefold(): one.name for _, one in self.readings if one.uid}
        return tuple(_knowing(one.person, one.knows, names) for _, one in self.readings if one.person)

    def _remarks(self) -> Iterator[str]:
        lines = sum(one.lines for one in self.outside)
        if lines:
            first = self.outside[0].line
            yield f"{lines} line{'s' * (lines > 1)} outside of any card, from line {first} on"
        if self.charsets.guessed:
            many = self.charsets.guessed
            yield f"{many} value{'s' * (many > 1)} not in UTF-8, read as {self.charsets.fallback or 'cp1252'}"


def _knowing(person: Person, uids: tuple[str, ...], names: dict[str, str]) -> Person:
    if not uids:
        return person
    more = [names[uid.casefold()] for uid in uids if uid.casefold() in names]
    return person._replace(knows=tuple(dict.fromkeys([*person.knows, *more])))
