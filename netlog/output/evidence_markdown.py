"""`evidence` as Markdown, for a portfolio: whatever is in the log, it comes out as text."""

import re
from collections.abc import Sequence

from netlog.output import evidence_columns
from netlog.output.columns import Columns, flat
from netlog.output.evidence_columns import TOTALS, Row
from netlog.output.text import shown

# Whatever begins markup of CommonMark, GitHub's tables, strikethrough and formulas, or an HTML tag or entity.
_MARKUP = r"([\\`*_{}\[\]<>|~&$#])"
_NUMBERS = dict(TOTALS)


def markdown(data: Row) -> str:
    """A heading with the period, each section as a table with its sums, then all of it by kind and by level."""
    parts = [f"# {evidence_columns.TITLE}", escaped(evidence_columns.headed(data))]
    if not data["entries"]:
        return _joined([*parts, "Nothing was noted."])
    parts.append(f"**{evidence_columns.summed(data)}**")
    for section, entries in evidence_columns.sections(data):
        columns = evidence_columns.columns(section["section"], entries)
        parts += [f"## {section['name']}", evidence_columns.summed(section), table(columns, entries)]
    names = {one["section"]: one["name"] for one in data["sections"]}
    kinds = [
        {**one, "section": names[one["section"]], "kind": one["kind"] or "unknown"} for one in data["kinds"]
    ]
    levels = [{**one, "level": one["level"] or "unknown"} for one in data["levels"]]
    if kinds:
        parts += ["## In all, by kind", table((("section", "Section"), ("kind", "Kind"), *TOTALS), kinds)]
    if levels:
        parts += ["## In all, by level", table((("level", "Level"), *TOTALS), levels)]
    return _joined(parts)


def table(columns: Columns, rows: Sequence[Row]) -> str:
    """Rows as a table of GitHub's Markdown, numbers to the right."""
    lines = [[name for _, name in columns], ["---:" if key in _NUMBERS else "---" for key, _ in columns]]
    lines += [[_cell(row, key) for key, _ in columns] for row in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line: no markup, no tag, no end of a table's cell."""
    return re.sub(_MARKUP, r"\\\1", " ".join(shown(" ".join(text.split())).split()))


def _cell(row: Row, key: str) -> str:
    value = row[key]
    if key in ("entries", "without_hours") and not value:
        return ""
    return escaped(flat(float(value)) if key == "hours" and value else "" if not value else flat(value))


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(parts) + "\n"
