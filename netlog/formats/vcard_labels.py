"""What an address, a number, a link or a handle is called: vCard's types and labels, both ways.

Types are those of RFC 2426 and RFC 6350 (`TYPE=WORK,FAX`); a label of one's own stands beside the property, in the
X-ABLabel of the same group, as Apple and Google write it. Handles follow RFC 4770 (IMPP) with Apple's
X-SERVICE-TYPE, RFC 9554's SERVICE-TYPE, and the X-SKYPE and X-AIM of earlier programs.
"""

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from netlog.formats.plain import Labelled
from netlog.formats.vcard_lines import Property
from netlog.formats.vcard_values import one_line

_APPLE = re.compile(r"_\$!<(.*)>!\$_")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.+)", re.DOTALL)
_WEB = re.compile(r"https?://\S", re.IGNORECASE)
# what a handle hangs on in the addresses that open a window: aim:goim?screenname=ada, skype:ada?chat
_ACTION = re.compile(
    r"(?:goim|chat|sendim|addfriend)\?(?:screenname=|contact=)?|\?(?:chat|call|add|userinfo|message).*", re.I
)

# Each label and the types it stands for; what these are not goes into X-ABLabel, as it is.
TYPES = {
    "home": ("HOME",),
    "work": ("WORK",),
    "other": ("OTHER",),
    "mobile": ("CELL",),
    "home mobile": ("HOME", "CELL"),
    "work mobile": ("WORK", "CELL"),
    "fax": ("FAX",),
    "home fax": ("HOME", "FAX"),
    "work fax": ("WORK", "FAX"),
    "other fax": ("OTHER", "FAX"),
    "pager": ("PAGER",),
    "main": ("MAIN",),
    "car": ("CAR",),
    "school": ("SCHOOL",),
}
_LABELS = {frozenset(types): label for label, types in TYPES.items()}
_SAME = {"MOBILE": "CELL", "PCS": "CELL", "BUSINESS": "WORK", "PERSONAL": "HOME", "HOMEFAX": "FAX"}
_KNOWN = {type for types in TYPES.values() for type in types}
# Said of nearly all, or of the post and the means: no label that tells two apart.
_NOISE = {
    *(
        "INTERNET",
        "PREF",
        "VOICE",
        "MSG",
        "TEXT",
        "VIDEO",
        "TEXTPHONE",
        "X400",
        "TLX",
        "BBS",
        "MODEM",
        "ISDN",
    ),
    *("DOM", "INTL", "POSTAL", "PARCEL", "IPHONE", "CALLBACK", "VCARD"),
}
_APPLE_LABELS = {
    **{"homepage": "homepage", "homefax": "home fax", "workfax": "work fax", "otherfax": "other fax"},
    **{"assistantphone": "assistant", "companymain": "main"},
}
_APPLE_NAMES = {"homepage": "HomePage"}

# Each service and the scheme of its addresses; Apple's own for those that have none.
_PLAIN = "x-apple"
SERVICES = {
    **{"skype": "skype", "jabber": "xmpp", "aim": "aim", "icq": "icq", "msn": "msnim", "yahoo": "ymsgr"},
    **{"irc": "irc", "sip": "sip", "matrix": "matrix", "threema": "threema", "gadu-gadu": "gg"},
    **dict.fromkeys(
        ("gtalk", "qq", "telegram", "whatsapp", "signal", "twitter", "facebook", "groupwise"), _PLAIN
    ),
    **dict.fromkeys(("line", "wechat", "viber", "discord", "slack", "teams", "zoom", "mastodon"), _PLAIN),
}
_BY_SCHEME = {scheme: service for service, scheme in SERVICES.items() if scheme != _PLAIN}
_SPELLED = {
    **{"googletalk": "gtalk", "google talk": "gtalk", "google-talk": "gtalk", "google_talk": "gtalk"},
    **{
        "xmpp": "jabber",
        "skype-username": "skype",
        "gadugadu": "gadu-gadu",
        "gadu": "gadu-gadu",
        "wlm": "msn",
    },
    **{
        "tencent qq": "qq",
        "microsoft teams": "teams",
        "windows live": "msn",
        "facebook messenger": "facebook",
    },
}
_OLD = {"X-MS-IMADDRESS", "X-KADDRESSBOOK-X-IMADDRESS"}  # of no named service
_MESSAGING = re.compile(r"X-MESSAGING/([A-Z]+)(?:-ALL)?")  # KDE 3
# Links, not handles, as far as they are addresses; the label says which.
NETWORKS = (
    *("linkedin", "twitter", "facebook", "instagram", "github", "gitlab", "mastodon", "bluesky", "youtube"),
    *(
        "xing",
        "flickr",
        "myspace",
        "tumblr",
        "medium",
        "researchgate",
        "orcid",
        "threads",
        "sinaweibo",
        "pinterest",
    ),
)


def types_of(one: Property) -> tuple[str, ...]:
    """The words of all its TYPE parameters, as they are written."""
    return _types(one.params) if one.params else ()


@lru_cache(maxsize=1024)
def _types(params: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    words = (word.strip(' "') for key, value in params if key == "TYPE" for word in value.split(","))
    return tuple(word for word in words if word)


def own_label(text: str) -> str:
    """An X-ABLabel as a label: Apple's built-in `_$!<Mobile>!$_` as the word it shows."""
    built_in = _APPLE.fullmatch(text)
    if built_in is None:
        return text
    word = built_in[1].casefold()
    return _APPLE_LABELS.get(word, word)


def label_of(one: Property, own: str) -> str:
    """What the number or address is called; `own` is the X-ABLabel of its group."""
    return own_label(own) if own else _label(types_of(one))


@lru_cache(maxsize=1024)
def _label(types: tuple[str, ...]) -> str:
    words = [word[2:] if word[:2] in ("X-", "x-") else word for word in types]
    upper = [_SAME.get(word.upper(), word.upper()) for word in words]
    known = frozenset(upper) & _KNOWN
    if known:
        return _LABELS.get(known) or " ".join(sorted(known)).lower()
    return next((word for word, big in zip(words, upper, strict=True) if big not in _NOISE), "")


def preference(one: Property) -> int:
    """1 for the one to use first; 101 where nothing is said."""
    if not one.params:
        return 101
    said = one.param("PREF")
    if said.isascii() and said.isdigit() and len(said) < 4:
        return int(said) or 1
    return 1 if any(word.upper() == "PREF" for word in types_of(one)) else 101


def label_params(label: str) -> tuple[tuple[str, ...], str]:
    """The types to write for a label, and else the X-ABLabel."""
    if label in TYPES:
        return TYPES[label], ""
    if label in _APPLE_NAMES:
        return (), f"_$!<{_APPLE_NAMES[label]}>!$_"
    return (), label


def service(name: str) -> str:
    """The service that `name` means in any spelling; "" for one that is not known."""
    folded = name.strip().casefold()
    folded = _SPELLED.get(folded, folded)
    return folded if folded in SERVICES else ""


def handle_of(one: Property, own: str) -> Labelled | None:
    """The handle of an IMPP or its like; None where it has no value."""
    value = one_line(one.value, one.literal)
    if one.name != "IMPP":
        label = own_label(own) if own else old_service(one.name) or label_of(one, "")
        return (label, value) if value else None
    named = one.param("X-SERVICE-TYPE") or one.param("SERVICE-TYPE")
    named = service(named) or named
    address = _SCHEME.fullmatch(value)
    scheme = address[1].lower() if address else ""
    if address and (scheme == _PLAIN or scheme in _BY_SCHEME or not named):
        value = unquote(_ACTION.sub("", address[2]))
        named = named or _BY_SCHEME.get(scheme) or ("" if scheme == _PLAIN else address[1])
    value = value.strip()
    return (own_label(own) or named or label_of(one, ""), value) if value else None


def old_service(name: str) -> str | None:
    """The service of an X-SKYPE or an X-messaging/skype-All; None if the property is no handle."""
    if name in _OLD:
        return ""
    if not name.startswith("X-"):
        return None
    messaging = _MESSAGING.fullmatch(name)
    return service(messaging[1] if messaging else name[2:]) or (messaging[1].lower() if messaging else None)


def handle_line(label: str, value: str) -> tuple[str, str]:
    """The head of the IMPP for a handle, with a `;` before each parameter, and its value."""
    scheme = SERVICES.get(label, _PLAIN)
    head = f"IMPP;X-SERVICE-TYPE={label}" if label in SERVICES else "IMPP"
    return head, f"{scheme}:{quote(value, safe='@+:!$*(),=~&', errors='replace')}"


def profile_of(one: Property, own: str) -> tuple[str, Labelled] | None:
    """What an X-SOCIALPROFILE is, "links" or "handles", and that; None where it has no value."""
    value = one_line(one.value, one.literal)
    named = next((word for word in types_of(one) if word.upper() not in _NOISE), "")
    named = one.param("SERVICE-TYPE") or named
    label = own_label(own) or (named.casefold() if named.casefold() in NETWORKS else named)
    if _WEB.match(value):
        return "links", (label, value)
    user = one.param("X-USER") or value.removeprefix(f"{_PLAIN}:")
    return ("handles", (label, user)) if user else None


def is_profile(label: str, value: str) -> bool:
    """Whether a link goes into X-SOCIALPROFILE."""
    return label in NETWORKS and bool(_WEB.match(value))
