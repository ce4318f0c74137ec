"""The values of vCard properties: their escapes, lists and dates.

RFC 2426 (3.0) and RFC 6350 (4.0, section 3.4) escape backslash, comma, semicolon and line end by a backslash; dates
are those of RFC 6350, 4.3, of ISO 8601 as 2.1 and 3.0 take it, and what programs write instead.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone

OMITTED_YEAR = 1604  # Apple's year for a birthday without one, a leap year long past

_ESCAPE = re.compile(r"\\([\\;,:\"nN])")
_SEMICOLON = re.compile(r"\\[\\;,]")  # all that is escaped inside quoted-printable
_BREAK = re.compile(r" *[\t\r\n][ \t\r\n]*")
_PIECES = {one: re.compile(rf"((?:[^\\{one}]|\\.|\\$)*+)({one}|$)", re.DOTALL) for one in ",;"}
_TO_ESCAPE = re.compile(r"[\\;,\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_TIME = r"(?:[T ].*)?"
_DATES = tuple(
    re.compile(form + _TIME, re.ASCII | re.DOTALL)
    for form in (
        r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})",
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"--?(?P<month>\d{2})-?(?P<day>\d{2})",
        r"--(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",  # no country writes the month first with dots
    )
)
_MOMENT = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,6})\d*)?)?"
    r"\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII | re.IGNORECASE,
)


def clean(text: str) -> str:
    """`text` without the control characters that no field takes, its line ends as LF."""
    if text.isprintable():
        return text
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n"))


def shown(text: str) -> str:
    """`text` as a remark quotes it."""
    text = " ".join(text.split())
    return f'"{text[:39]}…"' if len(text) > 40 else f'"{text}"'


def unescaped(value: str, literal: bool = False) -> str:
    """The text that `value` stands for; `literal` where line ends stand in it as they are."""
    if "\\" not in value:
        return value
    if literal:
        return _SEMICOLON.sub(lambda found: found[0][1], value)
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def one_line(value: str, literal: bool = False) -> str:
    """The text of `value` as a name or a title: trimmed, in a single line."""
    text = unescaped(value, literal) if "\\" in value else value
    return (text if text.isprintable() else _BREAK.sub(" ", text)).strip()


def pieces(value: str, separator: str) -> list[str]:
    """`value` at its separators, those with a backslash before them aside; still escaped."""
    if "\\" not in value:
        return value.split(separator)
    found = []
    for match in _PIECES[separator].finditer(value):
        found.append(match[1])
        if not match[2]:
            break
    return found


def escaped(text: str) -> str:
    """`text` as a value, or a part of one."""
    if text.isalnum():
        return text
    return _TO_ESCAPE.sub(lambda found: "\\n" if found[0] == "\n" else "\\" + found[0], text)


def day(text: str, omitted: str = "") -> str | None:
    """A birthday as 1990-04-12 or --04-12; None for anything else.

    `omitted` is the year that stands for none (X-APPLE-OMIT-YEAR); 1604 does in any case, because some
    servers drop that parameter.
    """
    text = text.strip()
    found = next((match for form in _DATES if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    parts = found.groupdict()
    year, month, of_month = int(parts.get("year") or 0), int(parts["month"]), int(parts["day"])
    unknown = year in (0, OMITTED_YEAR) or str(year) == omitted.strip()
    try:
        known = date(2000 if unknown else year, month, of_month)
    except ValueError:
        return None
    return f"--{month:02}-{of_month:02}" if unknown else known.isoformat()


def is_day(text: str) -> bool:
    """Whether `text` is a day as the log writes it."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def moment(text: str) -> str | None:
    """A timestamp in UTC, as the log writes them; one without a zone is taken for UTC."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    year, month, of_month, hour, minute, second = (int(one or 0) for one in found.groups()[:6])
    fraction = int((found[7] or "").ljust(6, "0"))
    try:
        local = datetime(year, month, of_month, hour, minute, second, fraction, _zone(found[8] or "Z"))
        utc = local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return f"{utc.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def _zone(text: str) -> timezone:
    if text in "Zz":
        return UTC
    ahead = timedelta(hours=int(text[1:3]), minutes=int(text[3:].lstrip(":") or 0))
    return timezone(-ahead if text[0] == "-" else ahead)
