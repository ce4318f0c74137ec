"""What became of each record of an import."""

from typing import Any, NamedTuple

NEW, MERGED, UNCHANGED, SKIPPED = "new", "merged", "unchanged", "skipped"
FATES = (NEW, MERGED, UNCHANGED, SKIPPED)


class Fate(NamedTuple):
    """One record of a file: the line it began on, the record it became, what was done and why."""

    line: int | None
    ref: str | None
    fate: str
    why: str = ""


def report(step: int | None, file: str, fates: list[Fate]) -> dict[str, Any]:
    """The contract's JSON of an import: step, how many had which fate, and each record's."""
    counts = {fate: sum(one.fate == fate for one in fates) for fate in FATES}
    records = [
        {"file": file, "line": one.line, "ref": one.ref, "fate": one.fate, "why": one.why or None}
        for one in fates
    ]
    return {"step": step, **counts, "records": records}


def told(report: dict[str, Any]) -> str:
    """The counts in words."""
    return ", ".join(f"{report[fate]:,} {fate}" for fate in FATES)
