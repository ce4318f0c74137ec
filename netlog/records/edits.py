"""`key=value` words -> changes: `=` sets, `key=` clears, `+=` and `-=` add to and take from a list."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.records import record
from netlog.records.fields import Field
from netlog.records.kind import Kind

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

_WORD = r"([A-Za-z][A-Za-z_-]*?)(\+=|-=|=)(.*)"


def read(kind: Kind, words: Sequence[str], ctx: "Context") -> list[tuple[Field, str, dict[str, Any]]]:
    """(field, operator, JSON key -> value) of each word; UsageError when one can't be read."""
    edits = []
    for word in words:
        match = re.fullmatch(_WORD, word, re.DOTALL)
        if match is None:
            raise UsageError(f"{word!r} is no edit", "write key=value, key=, key+=value or key-=value")
        field = kind.field(match[1])
        if field.fixed:
            raise UsageError(f"{field.option} is computed from the log", "it can't be edited")
        if field.closed_by and match[3] and match[3] != field.default:
            raise UsageError(f"{field.option} is not edited to {match[3]!r}", f"use {field.closed_by}")
        if match[2] != "=" and not field.many:
            raise UsageError(f"{field.option} has one value", f"write {field.option}=VALUE")
        if match[2] != "=" and not match[3]:
            raise UsageError(f"{word!r} names nothing", f"write {field.option}{match[2]}VALUE")
        edits.append((field, match[2], field.assign([match[3]], ctx) if match[3] else _cleared(field)))
    return edits


def apply(
    kind: Kind, log: "Log", id: int, edits: list[tuple[Field, str, dict[str, Any]]], ctx: "Context"
) -> bool:
    """Change the record so; False when nothing differs. The first `=` of a list replaces it, later ones add."""
    before = record.fetch(kind, log, [id])[0]
    changes: dict[str, Any] = {}
    for field, operator, values in edits:
        if not field.many:
            changes.update(values)
            continue
        value = field.resolve(log, values[field.key], ctx)
        changes.setdefault(field.key, [] if operator == "=" else before[field.key])
        present = changes[field.key]
        changes[field.key] = _without(field, present, value) if operator == "-=" else _with(present, value)
    return record.change(kind, log, id, changes, ctx)


def _cleared(field: Field) -> dict[str, Any]:
    if field.many:
        return {field.key: []}
    if not field.key:
        raise UsageError(f"{field.option} can't be empty")
    return {field.key: field.default}


def _with(present: list[Any], more: list[Any]) -> list[Any]:
    return [*present, *(one for one in more if one not in present)]


def _without(field: Field, present: list[Any], less: list[Any]) -> list[Any]:
    """What is left; an address goes whatever its label, a role whatever its dates."""
    return [one for one in present if not any(field.means(given, one) for given in less)]
