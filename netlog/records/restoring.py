"""A document back into a log: what is new is added, what is known brought up to date."""

import json
import re
from typing import TYPE_CHECKING, Any

from netlog.errors import BadDataError, UsageError
from netlog.records import noted, record, text
from netlog.records.context import Context
from netlog.records.fates import MERGED, NEW, UNCHANGED, Fate
from netlog.records.kind import Kind, every_kind
from netlog.records.links import Contacts, One
from netlog.records.whole import ORDER, section
from netlog.vocabulary import TYPES

if TYPE_CHECKING:
    from netlog.store.log import Log

Json = dict[str, Any]
WORD_BYTES = 100


def restore(log: "Log", data: Json, ctx: Context) -> list[Fate]:
    """Bring a document in: records known by their uid are brought up to date, others are added.

    In an empty log every record keeps its reference. Of two versions of a record the newer counts.
    """
    ctx = _at_home(data, ctx)
    kinds = {kind.name: kind for kind in every_kind()}
    for name, key in (
        ("cadences", ("kind", "word")),
        ("reviews", ("week_on",)),
        ("sources", ("format", "source_id")),
    ):
        _once(data[name], name, key)
    places = {name: _placed(log, kinds[name], data[section(name)]) for name in ORDER}
    ids = {ref: id for placed in places.values() for ref, (id, _) in placed.items()}
    read = [
        (kinds[name], *places[name][one["ref"]], one, _stored(kinds[name], one, ids, ctx))
        for name in ORDER
        for one in data[section(name)]
    ]
    for name in ORDER:
        _insert(
            kinds[name],
            log,
            [(id, one, values) for kind, id, known, one, values in read if kind.name == name and not known],
        )
    for kind in kinds.values():  # what hangs on records may refer to those of any kind
        _insert_lists(
            kind, log, [(id, values) for other, id, known, _, values in read if other is kind and not known]
        )
    fates = [
        Fate(None, f"{kind.letter}{id}", _followed(log, kind, id, one, values, ctx) if known else NEW)
        for kind, id, known, one, values in read
    ]
    _restore_rest(log, data, ids)
    noted.restore(log, data, lambda reference, types: _target(reference, types, ids))
    return fates


def _at_home(data: Json, ctx: Context) -> Context:
    """The context with the document's own levels and tiers: the configuration that named them may be elsewhere."""
    levels = _own_words([*data["contacts"], *data["events"]], "level")
    tiers = _own_words(data["contacts"], "tier")
    return Context(
        ctx.today,
        ctx.now,
        terms=ctx.terms,
        levels=tuple(dict.fromkeys([*ctx.levels, *levels])),
        tiers={**dict.fromkeys(tiers, 0), **ctx.tiers},
    )


def _own_words(records: list[Json], key: str) -> list[str]:
    words = {one[key]: one["ref"] for one in records if one[key]}
    try:
        return [text.line(word, f"{ref}: the {key}", WORD_BYTES) for word, ref in words.items()]
    except UsageError as error:
        raise BadDataError(error.message, error.hint) from None


def _once(rows: list[Json], place: str, key: tuple[str, ...]) -> None:
    """Each row of a section without references stands there once."""
    seen = set()
    for row in rows:
        words = tuple(row[one] for one in key)
        if words in seen:
            raise BadDataError(f"{place}: {' '.join(words)} stands twice", "nothing was changed")
        seen.add(words)


def _restore_rest(log: "Log", data: Json, ids: dict[str, int]) -> None:
    for table, rows, key in (
        ("cadence", data["cadences"], ("kind", "word")),
        ("review", data["reviews"], ("week_on",)),
    ):
        where = " AND ".join(f"{column} = ?" for column in key)
        new = [r for r in rows if not log.row(f"SELECT 1 FROM {table} WHERE {where}", *(r[k] for k in key))]
        log.insert_many(table, new)
    sources = []
    for one in data["sources"]:
        if log.row(
            "SELECT 1 FROM source WHERE format = ? AND source_id = ?", one["format"], one["source_id"]
        ):
            continue
        row = {
            "format": one["format"],
            "source_id": one["source_id"],
            "contact_id": _target(one["contact"], ("contact",), ids)[1],
        }
        sources.append({**row, "seen": json.dumps(one["seen"], ensure_ascii=False, sort_keys=True)})
    log.insert_many("source", sources)


def _placed(log: "Log", kind: Kind, records: list[Json]) -> dict[str, tuple[int, bool]]:
    """ref in the document -> the id in the log, and whether it is there already."""
    placed: dict[str, tuple[int, bool]] = {}
    last = log.value("SELECT seq FROM sqlite_sequence WHERE name = ?", kind.table) or 0
    empty = log.value(f"SELECT 1 FROM {kind.table} LIMIT 1") is None
    keeps_ids = empty and last == 0
    uids: set[str] = set()
    for one in records:
        ref, uid = one["ref"], one["uid"]
        if not _is_ref(kind, ref):
            raise BadDataError(
                f"{ref[:40]!r} is no reference of {kind.article} {kind.spoken}", "nothing was changed"
            )
        if ref in placed or uid in uids:
            raise BadDataError(f"the {kind.spoken} {ref} stands twice", "nothing was changed")
        uids.add(uid)
        known = None if empty else log.value(f"SELECT id FROM {kind.table} WHERE uid = ?", uid)
        if known is None:
            last = int(ref[1:]) if keeps_ids else last + 1
        placed[ref] = (known or last, known is not None)
    return placed


def _is_ref(kind: Kind, ref: str) -> bool:
    return re.fullmatch(rf"{kind.letter}[1-9][0-9]{{0,17}}", ref) is not None


def _stored(kind: Kind, shown: Json, ids: dict[str, int], ctx: Context) -> Json:
    """The values of a record of the document, with references as ids of this log; checked."""
    try:
        values = _values(kind, shown, ids, ctx)
        if kind.check:
            kind.check(values, {}, ctx)
    except UsageError as error:
        raise BadDataError(f"{shown['ref']}: {error.message}", error.hint) from None
    return values


def _values(kind: Kind, shown: Json, ids: dict[str, int], ctx: Context) -> Json:
    values: Json = {}
    for field in kind.keyed:
        if field.fixed:
            continue
        value = shown[field.key]
        if isinstance(field, Contacts):
            values[field.key] = [_target(one, ("contact",), ids)[1] for one in value]
        elif isinstance(field, One):
            values[field.key] = _target(value, tuple(field.types), ids) if value else None
        else:
            values[field.key] = field.read_json(value, ctx) if value is not None else None
    return values


def _target(reference: Json, types: tuple[str, ...], ids: dict[str, int]) -> tuple[str, int]:
    """The record of this log that a reference of the document names."""
    ref = reference["ref"]
    type, id = TYPES.get(ref[:1], ""), ids.get(ref)
    if id is None:
        raise BadDataError(
            f"{ref} {reference['name']} is referred to but not in the file", "nothing was changed"
        )
    if type not in types:
        raise BadDataError(f"{ref} is no {' or '.join(types)}", "nothing was changed")
    return type, id


def _followed(log: "Log", kind: Kind, id: int, one: Json, values: Json, ctx: Context) -> str:
    """Bring a record up to date with a newer one of the document; what became of it.

    It keeps the time of that one: with the time of the import, a later version from there would seem older.
    """
    ours = log.value(f"SELECT updated_at FROM {kind.table} WHERE id = ?", id)
    if one["updated_at"] <= ours:
        return UNCHANGED
    try:
        changed = record.change(kind, log, id, values, ctx)
    except UsageError as error:
        raise BadDataError(f"{one['ref']}: {error.message}", error.hint) from None
    if changed:
        log.update(kind.table, id, {"updated_at": one["updated_at"]})
    return MERGED if changed else UNCHANGED


def _insert(kind: Kind, log: "Log", new: list[tuple[int, Json, Json]]) -> None:
    """Add records whole, with ids, uids and times of their own."""
    rows, later = [], []
    for id, one, values in new:
        row: Json = {
            "id": id,
            "uid": one["uid"],
            "created_at": one["created_at"],
            "updated_at": one["updated_at"],
        }
        for field in kind.keyed:
            if not field.many and not field.fixed:
                row.update(field.stored(values[field.key]))
        if row.get("met_through_id"):  # who introduced them may come further down
            later.append((id, row["met_through_id"]))
            row["met_through_id"] = None
        rows.append(row)
    log.insert_many(kind.table, rows)
    for id, through in later:
        log.update(kind.table, id, {"met_through_id": through})


def _insert_lists(kind: Kind, log: "Log", new: list[tuple[int, Json]]) -> None:
    for field in kind.lists:
        hanging = [
            row for id, values in new for row in field.rows(kind, id, values[field.key] or []).values()
        ]
        log.insert_many(field.table, hanging)
