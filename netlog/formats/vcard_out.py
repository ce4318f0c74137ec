"""People as vCards, 3.0 (RFC 2426, with Apple's labels) or 4.0 (RFC 6350), for any address book.

What no vCard says goes into X-NETLOG-...; what netlog has no place for, the `extra` of a person, is given
back as far as it still agrees with the contact.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from netlog.errors import UsageError
from netlog.formats.plain import Labelled, Person
from netlog.formats.vcard_extra import kept, parsed
from netlog.formats.vcard_labels import (
    handle_line,
    is_profile,
    label_params,
    old_service,
)
from netlog.formats.vcard_lines import Property, is_card
from netlog.formats.vcard_names import (
    NAMED,
    RELATIONS,
    android,
    first_part,
    fits,
    guessed_parts,
    parts_of,
    region_of,
    related,
    words_of,
)
from netlog.formats.vcard_values import OMITTED_YEAR, clean, escaped

VERSIONS = ("3.0", "4.0")
_WIDTH = 75  # octets
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
# Written here, or by nobody: a line of the extra must not say them again, nor end the card.
_OURS = {
    *(
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "PROFILE",
        "UID",
        "REV",
        "EMAIL",
        "TEL",
        "URL",
        "IMPP",
        "NOTE",
        "CATEGORIES",
    ),
    *(
        "X-SOCIALPROFILE",
        "SOCIALPROFILE",
        "CLASS",
        "KIND",
        "X-KIND",
        "X-ADDRESSBOOKSERVER-KIND",
        "X-NICKNAME",
    ),
}


def write(people: Iterable[Person], version: str = "3.0") -> bytes:
    """The file: a card each, lines of at most 75 octets, CRLF at their ends."""
    if version not in VERSIONS:
        raise UsageError(f"vCard {version} can't be written", f"versions: {', '.join(VERSIONS)}")
    new = version == "4.0"
    return b"".join(b"".join(map(_folded, _Card(person, new).lines())) for person in people)


def _folded(line: str) -> bytes:
    """The line broken so that no letter is torn: RFC 6350, 3.2."""
    octets = clean(line).replace("\n", "\\n").encode("utf-8", "replace")
    if len(octets) <= _WIDTH:
        return octets + b"\r\n"
    cuts, at = [], 0
    while at < len(octets):
        end = at + _WIDTH - bool(at)
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        cuts.append(octets[at:end])
        at = end
    return b"\r\n ".join(cuts) + b"\r\n"


class _Card:
    """One person on the way into the file."""

    def __init__(self, person: Person, new: bool) -> None:
        self.person = person
        self.new = new  # 4.0
        self.extra = [(line, one) for line in person.extra if (one := parsed(line)) is not None]
        self.taken = {one.group.casefold() for _, one in self.extra}
        self.items = 0

    def lines(self) -> Iterator[str]:
        yield "BEGIN:VCARD"
        yield f"VERSION:{'4.0' if self.new else '3.0'}"
        yield "PRODID:-//netlog//netlog//EN"
        yield from self._who()
        yield from self._channels()
        yield from self._about()
        first, last = self._known()
        head = "RELATED;VALUE=text" if self.new else "X-ABRELATEDNAMES"
        yield from (f"{head}:{escaped(name)}" for name in first)
        yield from self._rest()
        yield from (f"{head}:{escaped(name)}" for name in last)
        yield "END:VCARD"

    def _who(self) -> Iterator[str]:
        person = self.person
        if person.uid:
            yield self._uid(person.uid)
        yield f"FN:{escaped(person.name)}"
        yield self._structured(person.name)
        if person.nickname:
            yield from self._nicknames(person.nickname)
        if person.organization:
            whole = self._kept("ORG", lambda one: first_part(one) == person.organization)
            yield whole or f"ORG:{escaped(person.organization)}"
        if person.title:
            yield f"TITLE:{escaped(person.title)}"

    def _structured(self, name: str) -> str:
        """The N that the card had, if it is of this name; else family and given name as they seem to be."""
        for _, one in self.extra:
            if one.name == "N" and (fits(parts_of(one), name) or one.param(NAMED) == name):
                params = tuple(param for param in one.params if param[0] != NAMED)
                return kept(one._replace(params=params), old=False)
        return f"N:{';'.join(escaped(part) for part in guessed_parts(name))};;;"

    def _nicknames(self, nickname: str) -> Iterator[str]:
        """The one, or all that the card had if it is still the first of them."""
        lines = [(line, one) for line, one in self.extra if one.name == "NICKNAME"]
        if lines and words_of(lines[0][1])[:1] == [nickname]:
            yield from (line for line, _ in lines)
        else:
            yield f"NICKNAME:{escaped(nickname)}"

    def _uid(self, uid: str) -> str:
        if not self.new:
            return f"UID:{escaped(uid)}"
        return f"UID:urn:uuid:{uid}" if _UUID.fullmatch(uid) else f"UID;VALUE=text:{escaped(uid)}"

    def _channels(self) -> Iterator[str]:
        person = self.person
        for index, one in enumerate(person.emails):
            first = index == 0 and len(person.emails) > 1
            yield from self._labelled("EMAIL", one, escaped(one[1]), first, () if self.new else ("INTERNET",))
        for index, one in enumerate(person.phones):
            first = index == 0 and len(person.phones) > 1
            yield from self._labelled("TEL", one, escaped(one[1]), first)
        for label, value in person.links:
            if is_profile(label, value):
                yield f"X-SOCIALPROFILE;TYPE={label}:{_address(value)}"
            else:
                yield from self._labelled("URL", (label, value), _address(value))
        for label, value in person.handles:
            head, address = handle_line(label, value)
            yield from self._grouped(f"{head}:{address}", "" if "=" in head else label)

    def _labelled(
        self, name: str, one: Labelled, value: str, first: bool = False, more: tuple[str, ...] = ()
    ) -> Iterator[str]:
        types, own = label_params(one[0])
        types = (*more, *types)
        if first and not self.new:
            types = (*types, "PREF")
        said = f";TYPE={','.join(types)}" if types else ""
        head = f"{name}{';PREF=1' if first and self.new else ''}{said.lower() if self.new else said}"
        yield from self._grouped(f"{head.replace(';type=', ';TYPE=')}:{value}", own)

    def _grouped(self, line: str, own: str) -> Iterator[str]:
        """The line, in a group with its label if it has one of its own."""
        if not own:
            yield line
            return
        self.items += 1
        while f"item{self.items}" in self.taken:
            self.items += 1
        yield f"item{self.items}.{line}"
        yield f"item{self.items}.X-ABLabel:{escaped(own)}"

    def _about(self) -> Iterator[str]:
        person = self.person
        if person.birthday:
            yield self._birthday(person.birthday)
        if person.region and region_of([one for _, one in self.extra if one.name == "ADR"]) != person.region:
            yield f"ADR;X-NETLOG=REGION:;;;;{escaped(person.region)};;"
        if person.notes:
            yield f"NOTE:{escaped(person.notes)}"
        if person.tags:
            yield f"CATEGORIES:{','.join(escaped(tag) for tag in person.tags)}"
        if person.private:
            yield "X-NETLOG-PRIVATE:TRUE" if self.new else "CLASS:PRIVATE"  # 4.0 has no CLASS
        if person.met_on:
            yield f"X-NETLOG-MET-ON:{person.met_on}"
        if person.met_via:
            yield f"X-NETLOG-MET-VIA:{escaped(person.met_via)}"
        for organization, title in person.career:
            yield f"X-NETLOG-FORMER:{escaped(organization)};{escaped(title)}"
        yield from self._revision()

    def _birthday(self, day: str) -> str:
        if self.new:
            return f"BDAY:{'--' if day.startswith('--') else ''}{day.replace('-', '')}"
        if day.startswith("--"):
            return f"BDAY;X-APPLE-OMIT-YEAR={OMITTED_YEAR}:{OMITTED_YEAR}-{day[2:]}"
        return f"BDAY:{day}"

    def _revision(self) -> Iterator[str]:
        """REV to the second, as 4.0 has it, and the rest of it apart."""
        moment = self.person.updated_at
        if moment:
            seconds = moment[:19]
            yield f"REV:{re.sub('[-:]', '', seconds) if self.new else seconds}Z"
            if moment[19:] not in (".000000Z", "Z", ""):
                yield f"X-NETLOG-REV:{moment}"

    def _known(self) -> tuple[list[str], list[str]]:
        """The names to write before and after the extra, which tells some of them itself: the order is to last."""
        names = list(self.person.knows)
        told = list(dict.fromkeys(name for _, one in self.extra if (name := self._knows(one)) in names))
        rest = [name for name in names if name not in told]
        if names == [*rest, *told]:
            return rest, []
        return ([], rest) if names == [*told, *rest] else (names, [])

    # --- the extra

    def _kept(self, name: str, agrees: Callable[[Property], bool]) -> str | None:
        return next((line for line, one in self.extra if one.name == name and agrees(one)), None)

    def _rest(self) -> Iterator[str]:
        rest = [(line, one) for line, one in self.extra if one.name != "X-ABLABEL" and self._still(one)]
        groups = {one.group.casefold() for _, one in rest} | self._first_groups()
        for line, one in self.extra:
            if (line, one) in rest or (one.name == "X-ABLABEL" and one.group.casefold() in groups):
                yield line

    def _first_groups(self) -> set[str]:
        return {one.group.casefold() for _, one in self.extra if one.name in ("N", "NICKNAME", "ORG")} - {""}

    def _still(self, one: Property) -> bool:
        """Whether a line of the extra goes with the contact as it is now, and is not written already."""
        name = one.name
        if name in _OURS or name in ("N", "NICKNAME", "ORG") or name.startswith("X-NETLOG-"):
            return False
        if name == "BDAY":
            return not self.person.birthday
        if name in ("TITLE", "ROLE"):
            return bool(self.person.title)
        if old_service(name) is not None or (name == "AGENT" and is_card(one.value)):
            return False
        known = self._knows(one)
        return known in self.person.knows if known else True

    def _knows(self, one: Property) -> str:
        if one.name == "X-ANDROID-CUSTOM":
            kind, text = android(one)
            return text if kind == "relation" else ""
        return related(one)[0] if one.name in RELATIONS else ""


def _address(value: str) -> str:
    """A URI stands as it is: nothing but what would end the line, or be taken for an escape, is escaped."""
    return value.replace("\\", "\\\\").replace("\n", "\\n")
