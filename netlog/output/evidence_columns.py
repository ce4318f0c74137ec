"""What a section of the evidence shows of its entries, in a table and in Markdown."""

from collections.abc import Sequence
from typing import Any

from netlog.output.columns import Columns, flat
from netlog.plurals import counted

Row = dict[str, Any]

TITLE = "Evidence of professional growth"
TOTALS = (("entries", "Entries"), ("hours", "Hours"), ("without_hours", "Without hours"))
_COLUMNS = (
    ("on", "On"),
    ("what", "What"),
    ("kind", "Kind"),
    ("level", "Level"),
    ("role", "Role"),
    ("hours", "Hours"),
    ("outcome", "What came of it"),
    ("win", "Win"),
)
_NAMED = {
    ("memberships", "on"): "Since",
    ("memberships", "what"): "Group",
    ("takeaways", "kind"): "Status",
}


def sections(data: Row) -> list[tuple[Row, list[Row]]]:
    """Each section that has entries, and these."""
    return [
        (section, [one for one in data["entries"] if one["section"] == section["section"]])
        for section in data["sections"]
    ]


def columns(section: str, entries: Sequence[Row]) -> Columns:
    """The columns that any of the entries has something in; all but a section's successes have their kind."""
    used = ((key, name) for key, name in _COLUMNS if any(one[key] not in (None, False) for one in entries))
    return tuple(
        (key, _NAMED.get((section, key), name)) for key, name in used if (section, key) != ("wins", "win")
    )


def headed(data: Row) -> str:
    """The period, and whether it is still running."""
    period = data["period"]
    days = f"{period['starts_on']} to {period['ends_on']}"
    label = "" if ".." in period["label"] else f"{period['label']}, "
    return f"{label}{days}{', so far' if period['so_far'] else ''}"


def summed(total: Row) -> str:
    """`8 entries, 30.5 hours, 1 without hours`."""
    many = total["entries"] if isinstance(total["entries"], int) else len(total["entries"])
    parts = [counted(many, "entry", "entries")]
    if total["hours"]:
        parts.append(f"{flat(float(total['hours']))} {'hour' if total['hours'] == 1 else 'hours'}")
    if total["without_hours"]:
        parts.append(f"{total['without_hours']} without hours")
    return ", ".join(parts)
