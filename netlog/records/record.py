"""Any record, whatever its kind: add it, read it, change it, delete it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netlog.errors import ConflictError, UsageError
from netlog.records import review_answers
from netlog.records.fields import Field, Names
from netlog.records.kind import Kind, kind_of
from netlog.records.lists import json_ids
from netlog.records.uid import new_uid

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Values = dict[str, Any]
_FIXED_COLUMNS = ("created_at", "updated_at")


def read_options(kind: Kind, options: Mapping[str, list[str]], ctx: "Context") -> Values:
    """Options as given on the command line -> values, with names still to be looked up."""
    values: Values = {}
    for option, words in options.items():
        field = kind.field(option)
        if words == [""] and field.may_be_empty and field.given:
            continue  # "$REGION" in a script, where there is none
        for key, value in field.assign(words, ctx).items():
            # Two options may add to one list: --tag and --win.
            values[key] = [*values.get(key, []), *value] if isinstance(value, list) else value
    return values


def read_json(kind: Kind, record: Mapping[str, Any], ctx: "Context") -> Values:
    """A JSON object with the keys of the contract -> values; UsageError for a key it does not have."""
    values: Values = {}
    for key, value in record.items():
        field = kind.json_field(key)
        if field is None:
            if key in ("ref", "type", "uid", *_FIXED_COLUMNS):
                continue
            raise UsageError(
                f"{kind.article} {kind.spoken} has no key {key!r}",
                f"it has: {', '.join(f.key for f in kind.keyed)}",
            )
        if not field.fixed:
            values[key] = field.read_json(value, ctx)
    return values


def resolve(kind: Kind, log: "Log", values: Values, ctx: "Context") -> Values:
    """Values with every name looked up in the log."""
    return {key: _field(kind, key).resolve(log, value, ctx) for key, value in values.items()}


def add(kind: Kind, log: "Log", values: Values, ctx: "Context") -> int:
    """Add a record; its id. What is not given has its default."""
    whole = {field.key: [] if field.many else field.default for field in kind.keyed if not field.fixed}
    whole.update(resolve(kind, log, values, ctx))
    if kind.check:
        kind.check(whole, {}, ctx)
    if kind.settle:
        kind.settle(log, whole, {}, ctx)
    row: Values = {"uid": new_uid(ctx.now), "created_at": ctx.now, "updated_at": ctx.now}
    for field in _plain(kind):
        row.update(field.stored(whole[field.key]))
    id = log.insert(kind.table, row)
    for field in kind.lists:
        if whole[field.key]:
            field.save(log, kind, id, [], whole[field.key])
    if kind.after_add:
        kind.after_add(log, id, whole, ctx)
    return id


def change(
    kind: Kind,
    log: "Log",
    id: int,
    values: Values,
    ctx: "Context",
    *,
    follow: bool = True,
    before: Values | None = None,
) -> bool:
    """Change some values of a record; False when it had them already.

    Without `follow` nothing else is changed for it: an import brings everything else too. `before` is the
    record as it was fetched, of one who changes many.
    """
    before = before or fetch(kind, log, [id])[0]
    whole = {**before, **resolve(kind, log, values, ctx)}
    if kind.check:
        kind.check(whole, before, ctx)
    if kind.verify:
        kind.verify(log, whole, before, ctx)
    if kind.settle and follow:
        kind.settle(log, whole, before, ctx)
    row: Values = {}
    for field in _plain(kind):
        row.update(field.stored(whole[field.key]))
    changed = log.update(kind.table, id, row)
    for field in kind.lists:
        old, new = before[field.key], whole[field.key]
        if field.rows(kind, id, old) != field.rows(kind, id, new):  # tags in another order are the same
            field.save(log, kind, id, old, new)
            changed = True
    if changed:
        log.update(kind.table, id, {"updated_at": ctx.now})
        if kind.after_change and follow:
            kind.after_change(log, id, whole, before, ctx)
    return changed


def remove(kind: Kind, log: "Log", id: int) -> list[str]:
    """Delete a record and what hangs on it; what went with it, in words."""
    gone = kind.before_delete(log, id) if kind.before_delete else []
    values = fetch(kind, log, [id])[0]
    for field in kind.lists:
        field.save(log, kind, id, values[field.key], [])
    review_answers.forget(log, f"{kind.letter}{id}")
    log.delete(kind.table, id)
    return gone


def fetch(kind: Kind, log: "Log", ids: Sequence[int]) -> list[Values]:
    """Records as they are stored, in the order of `ids`: JSON key -> value, with id, uid and times.

    ConflictError for one that another command deleted since its id was looked up.
    """
    wanted = json_ids(ids)
    rows = {
        row["id"]: row
        for row in log.rows(
            f"SELECT * FROM {kind.table} WHERE id IN (SELECT value FROM json_each(?))", wanted
        )
    }
    lists = {field.key: field.load(log, kind, wanted) for field in kind.lists}
    found = []
    for id in ids:
        row = rows.get(id)
        if row is None:
            raise ConflictError(f"{kind.letter}{id} is not there any more", "nothing was changed")
        values = {key: row[key] for key in ("id", "uid", *_FIXED_COLUMNS)}
        for field in kind.keyed:
            values[field.key] = lists[field.key].get(id, []) if field.many else field.fetched(row)
        found.append(values)
    return found


def load(kind: Kind, log: "Log", ids: Sequence[int]) -> list[Values]:
    """Records as the contract's JSON gives them, in the order of `ids`."""
    found = fetch(kind, log, ids)
    fields = [field for field in kind.keyed if type(field).refs is not Field.refs]
    wanted = {target for values in found for field in fields for target in field.refs(values[field.key])}
    names = names_of(log, wanted)
    return [_shown(kind, values, names) for values in found]


def names_of(log: "Log", targets: Iterable[tuple[str, int]]) -> Names:
    """What records are called: (type, id) -> name, summary or title."""
    by_type: dict[str, list[int]] = {}
    for type, id in targets:
        by_type.setdefault(type, []).append(id)
    names = {}
    for type, ids in by_type.items():
        kind = kind_of(type)
        sql = f"SELECT id, {kind.named} FROM {kind.table} WHERE id IN (SELECT value FROM json_each(?))"
        names.update({(type, row[0]): row[1] for row in log.rows(sql, json_ids(ids))})
    return names


def _shown(kind: Kind, values: Values, names: Names) -> Values:
    shown: Values = {"ref": f"{kind.letter}{values['id']}", "type": kind.name, "uid": values["uid"]}
    for field in kind.keyed:
        shown[field.key] = field.show(values[field.key], names)
    for column in _FIXED_COLUMNS:
        shown[column] = values[column]
    return shown


def _plain(kind: Kind) -> list[Field]:
    return [field for field in kind.keyed if not field.many and not field.fixed]


def _field(kind: Kind, key: str) -> Field:
    field = kind.json_field(key)
    if field is None:
        raise KeyError(key)
    return field
