"""Many contacts at once from text: a name a line, or JSON lines with the keys of the contract."""

from typing import TYPE_CHECKING, Any

from netlog.errors import BadDataError, ConflictError, NetlogError
from netlog.records import contacts, record

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log


Line = tuple[int, dict[str, Any]]  # its number, from 1, and the values of its contact


def contacts_in(text: str, common: dict[str, Any], ctx: "Context") -> list[Line]:
    """Each line's contact, over `common`; BadDataError naming the line that can't be read."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append((number, {**common, **_one(line.strip(" \r"), ctx)}))
        except NetlogError as error:
            raise _located(error, number) from None
    return found


def add(
    log: "Log", people: list[Line], ctx: "Context", *, if_absent: bool, allow_duplicate: bool
) -> list[tuple[int, bool]]:
    """Add them all: id, and whether it is new, of each; an error names its line."""
    added = []
    for number, values in people:
        try:
            one = contacts.add(log, values, ctx, if_absent=if_absent, allow_duplicate=allow_duplicate)
        except NetlogError as error:
            raise _located(error, number) from None
        added.append(one)
    return added


def _located(error: NetlogError, number: int) -> NetlogError:
    """The error as one of a line of the input; that somebody is there already stays a conflict."""
    kind = ConflictError if isinstance(error, ConflictError) else BadDataError
    return kind(f"line {number}: {error.message}", error.hint or "nothing was changed")


def _one(line: str, ctx: "Context") -> dict[str, Any]:
    if not line.startswith(("{", "[{")):
        return {"name": contacts.KIND.field("name").read(line, ctx)}
    import json

    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadDataError(f"not JSON: {error}") from None
    if not isinstance(data, dict):
        raise BadDataError("not a JSON object", "write one object a line: JSON lines")
    values = record.read_json(contacts.KIND, data, ctx)
    if not values.get("name"):
        raise BadDataError("it has no name")
    return values
