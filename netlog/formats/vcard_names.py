"""The names, employers and places of a card: what of N, FN, ORG and ADR a contact takes.

The properties are those of RFC 2426, 3.1 to 3.5, and RFC 6350, 6.2 to 6.6.
"""

import re

from netlog.formats.vcard_labels import preference, types_of
from netlog.formats.vcard_lines import Property
from netlog.formats.vcard_values import one_line, pieces

NAMED = "X-NETLOG-FN"  # of a kept N: the name it stands beside, though they have nothing in common

_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_ADDRESS = re.compile(r"<([^<>\s]+@[^<>\s]+)>")

# Those whose value is the name of somebody this person knows.
RELATIONS = {
    *("RELATED", "X-ABRELATEDNAMES", "X-SPOUSE", "X-MANAGER", "X-ASSISTANT", "X-CHILD", "X-MS-CHILD"),
    *("X-EVOLUTION-SPOUSE", "X-EVOLUTION-MANAGER", "X-EVOLUTION-ASSISTANT"),
    *("X-MS-SPOUSE", "X-MS-MANAGER", "X-MS-ASSISTANT", "X-KADDRESSBOOK-X-SPOUSENAME"),
    *("X-KADDRESSBOOK-X-MANAGERSNAME", "X-KADDRESSBOOK-X-ASSISTANTSNAME", "X-KADDRESSBOOK-X-SPOUSESNAME"),
}
_UNSAID = {"CONTACT", "ACQUAINTANCE", "MET", "PREF"}  # no more than knowing each other
_ADDRESSED = re.compile(r"(?:urn:uuid|mailto|tel|https?|geo|sip|xmpp|ldap|cid|data):", re.IGNORECASE)
_ANDROID = "vnd.android.cursor.item/"


def parts_of(one: Property) -> list[str]:
    """The components of a structured value, each as one line; lists within them joined."""
    value = one.value
    if "\\" not in value and value.isprintable() and (one.name != "N" or "," not in value):
        return [part.strip() for part in value.split(";")]  # as most are
    found = []
    for component in pieces(value, ";"):
        words = pieces(component, ",") if one.name == "N" else [component]
        found.append(" ".join(filter(None, (one_line(word, one.literal) for word in words))))
    return found


def words_of(one: Property) -> list[str]:
    """The words of a list: nicknames, categories."""
    words = (one_line(piece, one.literal) for piece in pieces(one.value, ","))
    return [word for word in words if word]


def says_something(one: Property) -> bool:
    """Whether any component of a structured value is not empty."""
    return bool(one.value.strip("; \t\n"))


def full_name(parts: list[str]) -> str:
    """The name that an N gives, without titles and degrees, the family's first where that is the custom."""
    family, given, more, *_ = [*parts, "", "", ""]
    if _EAST_ASIAN.search(family):
        return " ".join(filter(None, (family, given, more)))
    return " ".join(filter(None, (given, more, family)))


def guessed_parts(name: str) -> list[str]:
    """Family and given name as most of the West would tell them apart; what a card must say of N."""
    given, _, family = name.rpartition(" ")
    return [family.strip(), given.strip()] if given.strip() else ["", name]


def is_guessable(parts: list[str], name: str) -> bool:
    """Whether an N says no more than the name does."""
    while parts and not parts[-1]:
        parts = parts[:-1]
    return not parts or parts == guessed_parts(name)


def fits(parts: list[str], name: str) -> bool:
    """Whether an N is still of this name: it may have been changed since the card was read."""
    return all(word in name for part in parts[:2] for word in part.split())


def region_of(addresses: list[Property]) -> str | None:
    """The region of the preferred address, else of that at work, else of the first: its own, or the country."""
    found = []
    for one in addresses:
        _, _, _, _, region, _, country, *_ = [*parts_of(one), *[""] * 7]
        if region or country:
            at_work = any(word.upper() == "WORK" for word in types_of(one))
            rank = 0 if is_region(one) else 2 * preference(one) + (not at_work)
            found.append((rank, region or country))
    return min(found, key=lambda one: one[0])[1] if found else None


def is_region(one: Property) -> bool:
    """Whether netlog itself wrote this ADR, to say the region and nothing else."""
    return one.param("X-NETLOG") == "REGION"


def email_of(one: Property) -> str:
    """The address alone: neither "mailto:" nor a name before it."""
    text = one_line(one.value, one.literal)
    bare = _ADDRESS.search(text) if "<" in text else None
    if bare:
        return bare[1]
    return text[7:].strip() if text[:7].lower() == "mailto:" else text


def phone_of(one: Property) -> str:
    """The number; of a `tel:` address (RFC 3966), with its extension as people write it."""
    text = one_line(one.value, one.literal)
    if text[:4].lower() != "tel:":
        return text
    number, _, rest = text[4:].partition(";")
    extension = next((word[4:] for word in rest.split(";") if word[:4].lower() == "ext="), "")
    return f"{number.strip()} ext. {extension}" if extension else number.strip()


def related(one: Property) -> tuple[str, str]:
    """The name of somebody known, and the uid of their card: one of the two, or neither."""
    text = one_line(one.value, one.literal)
    if one.name != "RELATED":
        return text, ""
    if text[:9].lower() == "urn:uuid:":
        return "", text[9:]
    if _ADDRESSED.match(text) or (one.param("VALUE").lower() == "uri" and not _plain_name(text)):
        return "", ""
    return text, ""


def _plain_name(text: str) -> bool:
    return ":" not in text and "@" not in text


def says_how(one: Property, own: str) -> bool:
    """Whether a relation says more than that two know each other: a spouse, a manager."""
    if one.name == "RELATED":
        types = {word.upper() for word in types_of(one)}
        return bool(types - _UNSAID) or bool(_ADDRESSED.match(one.value))
    return one.name != "X-ABRELATEDNAMES" or bool(own)


def android(one: Property) -> tuple[str, str]:
    """Kind and text of an X-ANDROID-CUSTOM: nickname, relation, contact_event or the like."""
    kind, text, *_ = [*parts_of(one), ""]
    return kind.removeprefix(_ANDROID), text


def jobs_of(
    organizations: list[Property], titles: list[Property]
) -> tuple[list[tuple[str, str]], list[Property]]:
    """Employers with their titles, by group where both have one, else in their order; and the titles left over."""
    left = list(titles)
    jobs = []
    for one in organizations:
        mine = next((title for title in left if title.group and title.group == one.group), None)
        mine = mine or next((title for title in left if not title.group or not one.group), None)
        if mine:
            left.remove(mine)
        jobs.append((first_part(one), one_line(mine.value, mine.literal) if mine else ""))
    if not jobs and left:
        first = left.pop(0)
        jobs.append(("", one_line(first.value, first.literal)))
    return jobs, left


def first_part(one: Property) -> str:
    """The organization of an ORG, without its units."""
    return next(filter(None, parts_of(one)), "")
