"""A card as a person: what its properties say together, and what of them is kept for an export.

KIND is that of RFC 6350, 6.1.4, or Apple's X-ADDRESSBOOKSERVER-KIND: only people become contacts.
"""

from typing import NamedTuple

from netlog.formats.plain import Person
from netlog.formats.vcard_extra import kept
from netlog.formats.vcard_fields import Fields
from netlog.formats.vcard_labels import preference
from netlog.formats.vcard_lines import Content, Property
from netlog.formats.vcard_names import NAMED, fits, full_name, is_guessable, jobs_of, parts_of, region_of
from netlog.formats.vcard_values import shown

_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-KIND")
_MEMBERS = ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")
_NO_PERSONS = {
    "org": "an organization",
    "location": "a place",
    "application": "a program",
    "device": "a device",
}
_TOLD = 3  # names in remarks
_FIRST = ("N", "NICKNAME", "ORG")  # an export writes these before the rest


class Reading(NamedTuple):
    """What became of a card: a person, or why there is none; `knows` are uids of cards of others."""

    person: Person | None
    why: str = ""
    knows: tuple[str, ...] = ()
    uid: str = ""
    name: str = ""


def read_card(line: int, content: Content, agents: list[str], remarks: list[str]) -> Reading:
    """The person of a card; `agents` are the names of the cards within it."""
    kind = next((one.value.strip().casefold() for one in content.properties if one.name in _KINDS), "")
    if kind == "group":
        members = sum(one.name in _MEMBERS for one in content.properties)
        return Reading(None, f"a group of {members}, not a person")
    if kind in _NO_PERSONS:
        return Reading(None, f"{_NO_PERSONS[kind]}, not a person (KIND:{kind})")
    return _Builder(content).built(line, agents, [*remarks, *content.remarks])


class _Builder:
    """One person in the making."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.fields = Fields(content)
        self.extra: list[Property] = list(self.fields.extra)

    def built(self, line: int, agents: list[str], remarks: list[str]) -> Reading:
        """The person, unless there is nothing to call them by."""
        fields = self.fields
        organization, title, career = self._employment()
        name, instead = self._name(organization)
        if not name:
            return Reading(None, "no name, and nothing else to call it by")
        nickname = self._nickname()
        self._keep_structured(name)
        plain = fields.plain
        person = Person(
            line,
            name,
            nickname=nickname,
            organization=organization,
            title=title,
            emails=fields.labelled("emails"),
            phones=fields.labelled("phones"),
            links=fields.labelled("links"),
            handles=fields.labelled("handles"),
            region=region_of(fields.addresses),
            birthday=plain.get("birthday"),
            met_on=plain.get("met_on"),
            met_via=plain.get("met_via"),
            notes="\n\n".join(fields.notes) or None,
            tags=tuple(fields.tags),
            career=tuple(dict.fromkeys(career)),
            knows=tuple(dict.fromkeys([*fields.knows, *agents])),
            private=fields.private,
            uid=plain.get("uid"),
            updated_at=self._updated_at(),
            extra=self._extra(),
            remarks=(*remarks, *instead, *fields.remarks, *_of_agents(agents), *self._pictures()),
        )
        return Reading(person, "", tuple(fields.references), person.uid or "", name)

    def _name(self, organization: str | None) -> tuple[str, list[str]]:
        """What the person is called, and the remark if it is not by a name."""
        fields = self.fields
        if fields.names:
            return fields.names[0], []
        for one in fields.structured:
            if name := full_name(parts_of(one)):
                return name, []
        for what, values in (
            ("nickname", [name for name, _ in fields.nicknames]),
            ("organization", [organization]),
            ("e-mail address", [value for _, value in fields.labelled("emails")]),
            ("phone number", [value for _, value in fields.labelled("phones")]),
        ):
            if values and values[0]:
                return values[0], [f"no name: called by the {what}"]
        return "", []

    def _keep_structured(self, name: str) -> None:
        """Keep an N that says more than the name, and which name it is of if it is not plain from it."""
        if self.fields.structured:
            one = self.fields.structured[0]
            parts = parts_of(one)
            if not is_guessable(parts, name):
                of = () if fits(parts, name) else ((NAMED, name),)
                self.extra.append(one._replace(params=(*one.params, *of)))

    def _nickname(self) -> str | None:
        """The first; where there are more, all of them go into the extra too."""
        nicknames = self.fields.nicknames
        if len({name for name, _ in nicknames}) > 1:
            self.extra += dict.fromkeys(one for _, one in nicknames)
        return nicknames[0][0] if nicknames else None

    def _employment(self) -> tuple[str | None, str | None, list[tuple[str, str]]]:
        """The present employer and title, and the former; units and further titles go into the extra."""
        fields = self.fields
        organizations = sorted(fields.organizations, key=preference)
        jobs, left = jobs_of(organizations, fields.titles or fields.roles)
        self.extra += [*left, *(fields.roles if fields.titles else ())]
        if organizations and sum(map(bool, parts_of(organizations[0]))) > 1:
            self.extra.append(organizations[0])
        organization, title = jobs[0] if jobs else ("", "")
        return organization or None, title or None, [*jobs[1:], *fields.career]

    def _updated_at(self) -> str | None:
        said, exactly = self.fields.plain.get("updated_at"), self.fields.plain.get("exactly", "")
        # another program may have changed the card since, and with it REV alone
        return exactly if said and exactly[:19] == said[:19] else said

    def _extra(self) -> tuple[str, ...]:
        groups = {one.group.casefold() for one in self.extra if one.group}
        labels = (one for one in self.content.properties if one.name == "X-ABLABEL" and one.group)
        wanted = [*self.extra, *(one for one in labels if one.group.casefold() in groups)]
        if self.fields.plain.get("birthday"):
            wanted = [one for one in wanted if one.name != "BDAY"]  # the card has another, which is a day
        wanted.sort(key=lambda one: (_FIRST.index(one.name) if one.name in _FIRST else len(_FIRST), one.line))
        return tuple(dict.fromkeys(kept(one, self.content.old) for one in wanted))

    def _pictures(self) -> list[str]:
        count = self.content.pictures
        return [f"{count} photo{'s' * (count > 1)} or the like left out"] if count else []


def _of_agents(agents: list[str]) -> list[str]:
    if len(agents) > _TOLD:
        return [f"the {len(agents)} cards within it are contacts of their own"]
    return [f"the card within it, {shown(name)}, is a contact of its own" for name in agents]
