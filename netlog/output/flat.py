"""The formats other programs read a line at a time: csv, tsv and ids."""

import io
from typing import Any

from netlog.output.columns import REFERRED, TREES, cell, columns_of, flat, labelled, refs_of, rows_of, spanned
from netlog.output.text import json_text, shown

Data = dict[str, Any] | list[dict[str, Any]]


def tsv(data: Data, view: str) -> str:
    """The view's columns, whole values, no header; a record is one line."""
    lines = []
    if view in REFERRED:
        return _lines(
            ["\t".join(", ".join(refs) for refs in refs_of(row, view)) for row in rows_of(data, view)]
        )
    for row in rows_of(data, view):
        lines.append("\t".join(shown(cell(row, key)) for key, _ in columns_of(view, row)))
    return _lines(lines)


def ids(data: Data, view: str) -> str:
    """What names each row, one a line: its ref, else its first column (a tag, a step, a key)."""
    if view in REFERRED:
        return _lines([ref for row in rows_of(data, view) for refs in refs_of(row, view) for ref in refs])
    names = (_id(row, view) for row in rows_of(data, view))
    return _lines([shown(name) for name in names if name])


def _id(row: dict[str, Any], view: str) -> str:
    columns = columns_of(view, row)
    key = "ref" if "ref" in row or not columns else columns[0][0]
    value = row.get(key)
    return str(value["ref"]) if isinstance(value, dict) and value.get("ref") else cell(row, key)


def csv(data: Data, view: str) -> str:
    """A header and every key of the contract, in the order first seen; lists joined with semicolons."""
    from csv import writer

    rows = rows_of(data, view) if isinstance(data, list) or view in TREES else [data]
    keys = list(dict.fromkeys(key for row in rows for key in row))
    if not keys:
        return ""
    paper = io.StringIO()
    sheet = writer(paper, lineterminator="\n")
    sheet.writerow([shown(key) for key in keys])
    sheet.writerows([[shown(_csv_cell(row.get(key))) for key in keys] for row in rows])
    return paper.getvalue()


def _csv_cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value)
    parts = value if isinstance(value, list) else [value]
    words = [_csv_word(part) for part in parts]
    if any(word is None for word in words):
        return json_text(value)
    return "; ".join(word for word in words if word is not None)


def _csv_word(value: object) -> str | None:
    """A value in words that keep all of it; None where only JSON would."""
    if not isinstance(value, dict):
        return None if isinstance(value, list) else flat(value)
    keys = set(value)
    if keys == {"ref", "name"}:
        return " ".join(str(one) for one in (value["ref"], value["name"]) if one)
    if keys == {"label", "value"}:
        return labelled(value)
    if keys == {"role", "since", "until"}:
        return spanned(value)
    return None


def _lines(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
