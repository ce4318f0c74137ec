"""Many contacts at once from text: a name a line, or JSON lines with the keys of the contract."""

from typing import TYPE_CHECKING, Any

from netlog.errors import BadDataError, NetlogError
from netlog.records import contacts, record

if TYPE_CHECKING:
    from netlog.records.context import Context


def contacts_in(text: str, common: dict[str, Any], ctx: "Context") -> list[dict[str, Any]]:
    """The values of each line's contact, over `common`; BadDataError naming the line that can't be read."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append({**common, **_one(line.strip(), ctx)})
        except NetlogError as error:
            raise BadDataError(
                f"line {number}: {error.message}", error.hint or "nothing was changed"
            ) from None
    return found


def _one(line: str, ctx: "Context") -> dict[str, Any]:
    if not line.startswith("{"):
        return {"name": contacts.KIND.field("name").read(line, ctx)}
    import json

    try:
        data = json.loads(line)
    except ValueError as error:
        raise BadDataError(f"not JSON: {error}") from None
    values = record.read_json(contacts.KIND, data, ctx)
    if not values.get("name"):
        raise BadDataError("it has no name")
    return values
