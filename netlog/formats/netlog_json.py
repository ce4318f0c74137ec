"""netlog's own JSON: a whole log as one document, checked against its contract on the way in."""

import json
from typing import Any

from netlog.errors import BadDataError

VERSION = 1
SECTIONS = ("contacts", "events", "conversations", "follow_ups", "goals")
_DEEPEST = "nested too deeply"


def recognises(content: bytes) -> bool:
    """Whether this looks like an exported log."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b'"netlog"' in head


def read(content: bytes) -> dict[str, Any]:
    """The document as plain JSON values; BadDataError saying where it is not what it should be."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadDataError(f"not UTF-8, in line {line}", "nothing was changed") from None
    except RecursionError:
        raise BadDataError(_DEEPEST, "nothing was changed") from None
    except ValueError as error:
        raise BadDataError(f"not JSON: {error}", "nothing was changed") from None
    _validate(data)
    checked: dict[str, Any] = data
    return checked


def _validate(data: Any) -> None:
    from pydantic import ValidationError

    from netlog.models.contract import Document

    try:
        Document.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(
            "."
        )
        many = error.error_count()
        more = f", and {many - 1} more" if many > 1 else ""
        raise BadDataError(f"{where or 'the file'}: {first['msg']}{more}", "nothing was changed") from None
