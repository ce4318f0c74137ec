"""What commands answered: refusals, and the references in their JSON."""

from typing import Any

from tests.conftest import Result


def refused(result: Result, code: int, *words: str) -> None:
    """One line on stderr with these words, nothing on stdout; below it the candidates, where a name is unclear."""
    assert (result.code, result.out) == (code, ""), result
    assert result.err.startswith("error: ") and result.err.endswith("\n")
    _, *candidates = result.err.splitlines()
    assert not candidates or (code == 4 and all(line.startswith("  ") for line in candidates))
    assert "Traceback" not in result.err
    for word in words:
        assert word in result.err


def refs(result: Result) -> list[str]:
    """The references of a list, in its order."""
    return [one["ref"] for one in result.json]


def by_ref(result: Result) -> dict[str, dict[str, Any]]:
    """The records of a list by their references."""
    return {one["ref"]: one for one in result.json}


def whole(ok: Any, *more: str) -> dict[str, Any]:
    """The whole log as one document, without the time it was written."""
    document: dict[str, Any] = ok("export", "json", *more).json
    del document["exported_at"]
    return document
