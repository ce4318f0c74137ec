"""A document back into a log: what is new is added, what is known brought up to date."""

import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from netlog.errors import BadDataError, UsageError
from netlog.records import many, noted, record, remembered, step_links, text
from netlog.records.barriers import Barriers
from netlog.records.context import Context
from netlog.records.fates import MERGED, NEW, UNCHANGED, Fate
from netlog.records.kind import Kind, every_kind
from netlog.records.links import Contacts, One
from netlog.records.whole import ORDER, section
from netlog.vocabulary import TYPES

if TYPE_CHECKING:
    from netlog.store.log import Log

Json = dict[str, Any]
Lacks = Mapping[str, Collection[str]]
WORD_BYTES = 100
VISIONS = "SELECT id, status, updated_at FROM vision"


def restore(log: "Log", data: Json, ctx: Context, lacks: Lacks) -> list[Fate]:
    """Bring a document in: records known by their uid are brought up to date, others are added.

    In an empty log every record keeps its reference. Of two versions of a record the newer counts; what a
    document of an older version `lacks`, by section, it does not say: there the log's record stays as it is.
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
    _one_current(log, read, ctx)
    for name in ORDER:
        many.insert(
            kinds[name],
            log,
            [(id, one, values) for kind, id, known, one, values in read if kind.name == name and not known],
        )
    for kind in kinds.values():  # what hangs on records may refer to those of any kind
        many.insert_lists(
            kind, log, [(id, values) for other, id, known, _, values in read if other is kind and not known]
        )
    fates = [
        Fate(None, f"{kind.letter}{id}", _followed(log, kind, id, one, values, ctx, lacks) if known else NEW)
        for kind, id, known, one, values in read
    ]
    step_links.must_be_sound(log)
    _restore_rest(log, data, ids)
    noted.restore(log, data, lambda reference, types: _target(reference, types, ids))
    return fates


def _one_current(log: "Log", read: list[tuple[Kind, int, bool, Json, Json]], ctx: Context) -> None:
    """Of the visions that are current here and there, the one changed last stays so; the others are past."""
    ours = {row["id"]: row for row in log.rows(VISIONS)}
    present = {id: row["updated_at"] for id, row in ours.items() if row["status"] == "current"}
    newer = [
        (id, one["updated_at"], values)
        for kind, id, known, one, values in read
        if kind.name == "vision" and (not known or one["updated_at"] > ours[id]["updated_at"])
    ]
    current = {**present, **{id: at for id, at, values in newer if values["status"] == "current"}}
    stay = max(current, key=lambda id: current[id], default=None)
    for id, _, values in newer:
        if id != stay:
            values["status"] = "past"
    for id in present:
        if id != stay:
            log.update("vision", id, {"status": "past"})


def _at_home(data: Json, ctx: Context) -> Context:
    """The context with the document's own levels and tiers: the configuration that named them may be elsewhere."""
    levelled = (*data["contacts"], *data["events"], *data["groups"], *data["contributions"])
    levels = _own_words(list(levelled), "level")
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
    remembered.restore(log, data["sources"], lambda reference, types: _target(reference, types, ids))


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
            values[field.key] = [_target(one, (field.type,), ids)[1] for one in value]
        elif isinstance(field, Barriers):
            values[field.key] = [
                (one["what"], _target(one["helper"], ("contact",), ids)[1] if one["helper"] else None)
                for one in value
            ]
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


def _followed(log: "Log", kind: Kind, id: int, one: Json, values: Json, ctx: Context, lacks: Lacks) -> str:
    """Bring a record up to date with a newer one of the document; what became of it.

    It keeps the time of that one: with the time of the import, a later version from there would seem older.
    """
    ours = log.value(f"SELECT updated_at FROM {kind.table} WHERE id = ?", id)
    if one["updated_at"] <= ours:
        return UNCHANGED
    unsaid = lacks.get(section(kind.name), ())
    values = {key: value for key, value in values.items() if key not in unsaid}
    try:
        changed = record.change(kind, log, id, values, ctx, follow=False)
    except UsageError as error:
        raise BadDataError(f"{one['ref']}: {error.message}", error.hint) from None
    if changed:
        log.update(kind.table, id, {"updated_at": one["updated_at"]})
    return MERGED if changed else UNCHANGED
