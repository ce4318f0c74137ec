"""A format for tests: the plain records themselves, as JSON."""

import json
from typing import Any

from netlog.errors import BadDataError
from netlog.formats.plain import Found, Occasion, Person, Skipped, Talk, ToDo

_PAIRS = ("emails", "phones", "links", "handles", "career", "people")


def recognises(data: bytes) -> bool:
    """Whether it is one of ours."""
    return data.startswith(b'{"plain"')


def read(data: bytes, limits: bool = True) -> Found:
    """What write() was given."""
    try:
        given = json.loads(data)["plain"]
    except (ValueError, KeyError) as error:
        raise BadDataError(f"not plain: {error}") from None
    sorts = {"people": Person, "occasions": Occasion, "talks": Talk, "todos": ToDo, "skipped": Skipped}
    found: dict[str, Any] = {
        key: tuple(sort(**{"line": line, **_tuples(one)}) for line, one in enumerate(given.get(key, []), 1))
        for key, sort in sorts.items()
    }
    return Found(**found, remarks=tuple(given.get("remarks", ())))


def write(**given: Any) -> str:
    """A file with these people, occasions, talks, todos, skipped and remarks."""
    return json.dumps({"plain": given})


def _tuples(one: dict[str, Any]) -> dict[str, Any]:
    return {
        key: tuple(tuple(item) if key in _PAIRS and isinstance(item, list) else item for item in value)
        if isinstance(value, list)
        else value
        for key, value in one.items()
    }
