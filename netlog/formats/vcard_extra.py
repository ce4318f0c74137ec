"""What of a card has no place in a contact: its lines as vCard 3.0 and 4.0 write them, kept for an export.

Every line is unfolded and says its encoding no more; a 2.1 value gets the escapes of RFC 2426, 5 (a comma there
is text), bare types their TYPE=.
"""

import re

from netlog.formats.vcard_lines import Head, Property, head_of
from netlog.formats.vcard_values import clean

_UNESCAPED = re.compile(r"\\([\\;,nN])|\\|,|\n")
_SAFE = re.compile(r"[^\x00-\x1f\x7f\",;:^]+")
_CARETS = {"^": "^^", '"': "^'", "\n": "^n"}
_LISTS = {"N", "NICKNAME"}  # commas separate in these, in any version
_CASED = {
    "X-ABLABEL": "X-ABLabel",
    "X-ABSHOWAS": "X-ABShowAs",
    "X-ABDATE": "X-ABDate",
}  # as Apple writes them
_COLON = re.compile(r'(?:"[^"]*"|[^":])*+:')


def kept(one: Property, old: bool) -> str:
    """The line that gives the property back."""
    group = f"{one.group}." if one.group else ""
    params = "".join(f";{key}={_param(key, value)}" for key, value in one.params)
    return f"{group}{_CASED.get(one.name, one.name)}{params}:{_value(one, old)}"


def _value(one: Property, old: bool) -> str:
    value = one.value.rstrip("\n")
    if not old and not one.literal:
        return value.replace("\n", "\\n")

    def modern(found: re.Match[str]) -> str:
        """In 2.1 only a semicolon is escaped, and inside quoted-printable: all else is text."""
        if found[0] == "\n":
            return "\\n"
        if found[0] == ",":
            return "," if one.name in _LISTS else "\\,"
        if found[1] and (found[1] in ";," or not one.literal):
            return found[0]
        return found[0].replace("\\", "\\\\")

    return _UNESCAPED.sub(modern, value)


def _param(key: str, value: str) -> str:
    if key == "TYPE":  # a list in truth
        return ",".join(_quoted(word.strip()) for word in value.split(","))
    return _quoted(value)


def _quoted(value: str) -> str:
    """A parameter's value, quoted where it must be (RFC 6350, 3.3), carets as RFC 6868 has them."""
    if _SAFE.fullmatch(value):
        return value
    text = "".join(_CARETS.get(one, one) for one in clean(value))
    return f'"{text}"'


def parsed(line: str) -> Property | None:
    """The property of a kept line; None for one that no card may hold as it is."""
    if "\n" in line or clean(line) != line:
        return None
    colon = _COLON.match(line)
    head: Head | None = head_of(line[: colon.end() - 1]) if colon else None
    if colon is None or head is None or head.encoding or head.charset:
        return None
    return Property(0, head.group, head.name, head.params, line[colon.end() :])
