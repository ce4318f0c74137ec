"""netlog's own JSON: a whole log as one document, checked against its contract on the way in."""

import json
from typing import Any, NamedTuple

from netlog.errors import BadDataError

# What a record of the first version did not have.
_NEW: dict[str, dict[str, Any]] = {
    "contacts": {"topics": [], "needs": [], "offers": [], "knows": [], "career": []},
    "events": {"group": None, "hours": None},
    "conversations": {"observer": None},
    "goals": {"distinct": None, "bound": "min", "closed_on": None, "pauses": [], "amendments": []},
}
_NEW_SECTIONS = (
    *("groups", "memberships", "contributions", "introductions", "exchanges"),
    *("opportunities", "takeaways", "visions", "steps"),
)
_DEEPEST = "nested too deeply"


def recognises(content: bytes) -> bool:
    """Whether this looks like an exported log."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b'"netlog"' in head


class Document(NamedTuple):
    """A log as plain JSON values, and by section the keys that its version did not have: they are filled in."""

    data: dict[str, Any]
    lacks: dict[str, frozenset[str]]


def read(content: bytes) -> Document:
    """The document; BadDataError saying where it is not what it should be."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadDataError(f"not UTF-8, in line {line}", "nothing was changed") from None
    except RecursionError:
        raise BadDataError(_DEEPEST, "nothing was changed") from None
    except ValueError as error:
        raise BadDataError(f"not JSON: {error}", "nothing was changed") from None
    old = isinstance(data, dict) and data.get("version") == 1
    data = _brought_up(data)
    _validate(data)
    return Document(data, {section: frozenset(keys) for section, keys in _NEW.items()} if old else {})


def _brought_up(data: Any) -> Any:
    """A document of the first version as one of the present; any other as it is."""
    if not isinstance(data, dict) or data.get("version") != 1:
        return data
    newer = {**data, **{name: [] for name in _NEW_SECTIONS if name not in data}, "version": 2}
    for section, keys in _NEW.items():
        if isinstance(newer.get(section), list):
            newer[section] = [{**keys, **one} if isinstance(one, dict) else one for one in newer[section]]
    return newer


def _validate(data: Any) -> None:
    from pydantic import ValidationError

    from netlog.models import contract

    try:
        contract.Document.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(
            "."
        )
        many = error.error_count()
        more = f", and {many - 1} more" if many > 1 else ""
        raise BadDataError(f"{where or 'the file'}: {first['msg']}{more}", "nothing was changed") from None
