"""A file of another program, or of netlog: told by its look, and read."""

from typing import Any

from netlog.errors import BadDataError
from netlog.formats import linkedin, netlog_json
from netlog.records.fates import SKIPPED, Fate


def parsed(data: bytes, name: str, format: str | None) -> tuple[str, Any, list[Fate]]:
    """The format (as asked for, else as it looks), what is in it, and the lines that can't be used."""
    if format is None:
        format = _recognised(data, name)
    try:
        if format == "json":
            return format, netlog_json.read(data), []
        found, skipped = linkedin.read(data)
    except BadDataError as error:
        raise BadDataError(f"{name}: {error.message}", error.hint) from None
    fates = [Fate(one.line, None, SKIPPED, one.why) for one in skipped if one.why != linkedin.BLANK]
    return format, found, fates


def _recognised(data: bytes, name: str) -> str:
    if netlog_json.recognises(data):
        return "json"
    if linkedin.recognises(data):
        return "linkedin"
    raise BadDataError(
        f"{name} is neither LinkedIn's Connections.csv nor a log in JSON", "nothing was changed"
    )
