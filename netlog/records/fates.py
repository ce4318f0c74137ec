"""What became of each record of an import."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from netlog.store.log import Log

NEW, MERGED, UNCHANGED, SKIPPED = "new", "merged", "unchanged", "skipped"
_REASONS = 3  # of skipped records that are told
FATES = (NEW, MERGED, UNCHANGED, SKIPPED)


class Fate(NamedTuple):
    """One record of a file: the line it began on, the record it became, what was done and why."""

    line: int | None
    ref: str | None
    fate: str
    why: str = ""


def summed(by_file: Mapping[str, list[Fate]], log: "Log") -> dict[str, Any]:
    """The contract's JSON of an import: step, how many had which fate, and each record's."""
    records = [
        {"file": file, "line": one.line, "ref": one.ref, "fate": one.fate, "why": one.why or None}
        for file, fates in by_file.items()
        for one in fates
    ]
    counts = Counter(one["fate"] for one in records)
    return {"step": log.step_id, **{fate: counts[fate] for fate in FATES}, "records": records}


def told(report: dict[str, Any]) -> str:
    """The counts in words, with why records were skipped."""
    counts = ", ".join(f"{report[fate]:,} {fate}" for fate in FATES)
    return counts + why(report)


def why(report: dict[str, Any]) -> str:
    """Why records were skipped, the most common reasons first: ` (2 no name, 1 a group)`."""
    skipped = [one["why"] or "" for one in report["records"] if one["fate"] == SKIPPED]
    if not skipped:
        return ""
    reasons = Counter(skipped).most_common()
    shown = [reason if len(reasons) == 1 else f"{many:,} {reason}" for reason, many in reasons[:_REASONS]]
    return f" ({', '.join(shown)}{', ...' if len(reasons) > _REASONS else ''})"
