"""What each property of a card says, gathered; vcard_person.py makes a person of it.

Besides those of RFC 2426, RFC 6350 and versit's 2.1: Apple's X-AB..., Android's X-ANDROID-CUSTOM, the X- of Google,
Outlook, Evolution and KDE, and netlog's own X-NETLOG-..., for what no vCard says (see vcard_out.py).
"""

from collections.abc import Callable

from netlog.formats.plain import Labelled
from netlog.formats.vcard_labels import handle_of, label_of, old_service, preference, profile_of
from netlog.formats.vcard_lines import Content, Property, is_card
from netlog.formats.vcard_names import (
    RELATIONS,
    android,
    email_of,
    is_region,
    parts_of,
    phone_of,
    related,
    says_how,
    says_something,
    words_of,
)
from netlog.formats.vcard_values import day, is_day, moment, one_line, shown, unescaped

_EVERYBODYS = {"mycontacts", "my contacts"}  # Google puts all into it
_SAID = {"VERSION", "PRODID", "PROFILE", "BEGIN", "END", "X-ABLABEL", "KIND"}
_MOST_WORDS = 1_000  # categories of one card


class Fields:
    """Gathers what the properties of one card say."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.own = {
            one.group.casefold(): one_line(one.value, one.literal)
            for one in content.properties
            if one.name == "X-ABLABEL" and one.group
        }
        self.names: list[str] = []
        self.structured: list[Property] = []
        self.nicknames: list[tuple[str, Property]] = []
        self.organizations: list[Property] = []
        self.titles: list[Property] = []
        self.roles: list[Property] = []
        self.lists: dict[str, list[tuple[int, Labelled]]] = {}
        self.addresses: list[Property] = []
        self.notes: list[str] = []
        self.tags: dict[str, None] = {}
        self.knows: dict[str, None] = {}
        self.references: list[str] = []
        self.career: list[tuple[str, str]] = []
        self.plain: dict[str, str] = {}
        self.private = False
        self.extra: list[Property] = []
        self.remarks: list[str] = []
        for one in content.properties:
            _HANDLERS.get(one.name, Fields._unknown)(self, one)

    def label(self, one: Property) -> str:
        """The X-ABLabel that stands beside a property, in its group."""
        return self.own.get(one.group.casefold(), "") if one.group else ""

    def labelled(self, key: str) -> tuple[Labelled, ...]:
        """The numbers or addresses of a kind, the preferred first, each once."""
        found: dict[str, Labelled] = {}
        for _, labelled in sorted(self.lists.get(key, ()), key=lambda one: one[0]):
            found.setdefault(labelled[1], labelled)
        return tuple(found.values())

    # --- one property each

    def _unknown(self, one: Property) -> None:
        if one.name in RELATIONS:
            self._relation(one)
        elif old_service(one.name) is not None:
            self._handle(one)
        elif one.value.strip():
            self.extra.append(one)

    def _nothing(self, one: Property) -> None:
        """Said already, or of no use outside of the file."""

    def _fn(self, one: Property) -> None:
        text = one_line(one.value, one.literal)
        if text and self.names:
            self.extra.append(one)
        elif text:
            self.names.append(text)

    def _n(self, one: Property) -> None:
        if says_something(one):
            self.structured.append(one)

    def _nick(self, one: Property) -> None:
        self.nicknames += [(name, one) for name in words_of(one)[:_MOST_WORDS]]

    def _org(self, one: Property) -> None:
        if says_something(one):
            self.organizations.append(one)

    def _title(self, one: Property) -> None:
        if one.value.strip():
            (self.titles if one.name == "TITLE" else self.roles).append(one)

    def _into(self, key: str, one: Property, found: Labelled | None) -> None:
        if found and found[1]:
            self.lists.setdefault(key, []).append((preference(one), found))

    def _email(self, one: Property) -> None:
        self._into("emails", one, (label_of(one, self.label(one)), email_of(one)))

    def _tel(self, one: Property) -> None:
        self._into("phones", one, (label_of(one, self.label(one)), phone_of(one)))

    def _url(self, one: Property) -> None:
        self._into("links", one, (label_of(one, self.label(one)), one_line(one.value, one.literal)))

    def _handle(self, one: Property) -> None:
        found = handle_of(one, self.label(one))
        web = found is not None and one.name != "IMPP" and found[1][:4].lower() == "http"
        self._into("links" if web else "handles", one, found)

    def _profile(self, one: Property) -> None:
        found = profile_of(one, self.label(one))
        if found:
            self._into(found[0], one, found[1])

    def _adr(self, one: Property) -> None:
        if says_something(one):
            self.addresses.append(one)
            if not is_region(one):
                self.extra.append(one)

    def _bday(self, one: Property) -> None:
        calendar = one.param("CALSCALE").lower()
        found = day(one.value, one.param("X-APPLE-OMIT-YEAR")) if calendar in ("", "gregorian") else None
        if found:
            self.plain.setdefault("birthday", found)
        elif one.value.strip():
            self.extra.append(one)
            self.remarks.append(f"the birthday {shown(one.value)} is not a day: kept for an export only")

    def _note(self, one: Property) -> None:
        text = unescaped(one.value, one.literal).rstrip()
        if text:
            self.notes.append(text)

    def _categories(self, one: Property) -> None:
        words = (word for word in words_of(one) if word.casefold() not in _EVERYBODYS)
        self.tags.update(dict.fromkeys(words))
        if len(self.tags) > _MOST_WORDS:
            self.tags = dict.fromkeys(list(self.tags)[:_MOST_WORDS])
            self.remarks.append(f"more than {_MOST_WORDS:,} categories: the rest left out")

    def _relation(self, one: Property) -> None:
        name, uid = related(one)
        if name:
            self.knows[name] = None
        if uid:
            self.references.append(uid)
        if not name or says_how(one, self.label(one)):
            self.extra.append(one)

    def _android(self, one: Property) -> None:
        kind, text = android(one)
        if kind == "nickname" and text:
            self.nicknames.append((text, one))
            return
        if kind == "relation" and text:
            self.knows[text] = None
        self.extra.append(one)

    def _agent(self, one: Property) -> None:
        if one.value.strip() and not is_card(one.value):
            self.extra.append(one)

    def _uid(self, one: Property) -> None:
        text = one_line(one.value, one.literal)
        uid = text[9:] if text[:9].lower() == "urn:uuid:" else text
        if uid:
            self.plain.setdefault("uid", uid)

    def _rev(self, one: Property) -> None:
        found = moment(one.value)
        if found:
            self.plain.setdefault("updated_at" if one.name == "REV" else "exactly", found)

    def _class(self, one: Property) -> None:
        self.private |= one.value.strip().upper() in ("PRIVATE", "CONFIDENTIAL", "TRUE")

    def _met_on(self, one: Property) -> None:
        if is_day(one.value):
            self.plain["met_on"] = one.value

    def _met_via(self, one: Property) -> None:
        self.plain["met_via"] = one_line(one.value, one.literal)

    def _former(self, one: Property) -> None:
        organization, title, *_ = [*parts_of(one), ""]
        if organization or title:
            self.career.append((organization, title))


_HANDLERS: dict[str, Callable[[Fields, Property], None]] = {
    **dict.fromkeys(_SAID, Fields._nothing),
    **{"FN": Fields._fn, "N": Fields._n, "NICKNAME": Fields._nick, "ORG": Fields._org},
    **{"TITLE": Fields._title, "ROLE": Fields._title, "EMAIL": Fields._email, "TEL": Fields._tel},
    **{"URL": Fields._url, "IMPP": Fields._handle, "ADR": Fields._adr, "BDAY": Fields._bday},
    **{"X-SOCIALPROFILE": Fields._profile, "SOCIALPROFILE": Fields._profile, "NOTE": Fields._note},
    **{
        "CATEGORIES": Fields._categories,
        "UID": Fields._uid,
        "REV": Fields._rev,
        "AGENT": Fields._agent,
    },
    **{"CLASS": Fields._class, "X-ANDROID-CUSTOM": Fields._android, "X-NICKNAME": Fields._nick},
    **{"X-NETLOG-MET-ON": Fields._met_on, "X-NETLOG-MET-VIA": Fields._met_via},
    **{
        "X-NETLOG-FORMER": Fields._former,
        "X-NETLOG-PRIVATE": Fields._class,
        "X-NETLOG-REV": Fields._rev,
    },
}
