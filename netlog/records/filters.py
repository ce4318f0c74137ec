"""Filters: `key:value` words and plain words -> WHERE, ORDER BY and LIMIT of one query.

A key is an option's name. `not:key:value` turns it round, `key:` asks for records without it,
`key:=value` for exactly that text; plain words search the record's text. All must hold.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.folding import fold
from netlog.records.fields import Text, Where, phrase
from netlog.records.kind import Kind
from netlog.store.tables import TABLES

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log


class Query:
    """Which records of a kind, in which order, how many."""

    def __init__(self, conditions: list[str], values: list[Any], keys: set[str]) -> None:
        self.conditions = conditions
        self.values = values
        self.keys = keys

    def where(self) -> str:
        """The condition, TRUE where there is none."""
        return " AND ".join(self.conditions) or "TRUE"


def read(kind: Kind, words: Sequence[str], ctx: "Context", log: "Log") -> Query:
    """The query that filter words make; UsageError for a key or value that does not exist."""
    query = Query([], [], set())
    for word in words:
        negated, key, value = parted(word)
        if not key:
            condition, values = _plain(kind, value)
        else:
            field = kind.field(key)
            query.keys.add(field.option)
            condition, values = field.where(kind, value, ctx, log) if value else (field.absent(kind), [])
        query.conditions.append(f"NOT coalesce({condition}, 0)" if negated else condition)
        query.values += values
    return query


def find(
    kind: Kind,
    log: "Log",
    words: Sequence[str],
    ctx: "Context",
    *,
    sort: str | None = None,
    reverse: bool = False,
    limit: int | None = None,
    all: bool = False,
) -> list[int]:
    """The ids of the records that the words ask for, sorted."""
    query = _listed(kind, words, ctx, log, all)
    order = _order(kind, sort, reverse)
    many = -1 if limit is None else limit
    sql = f"SELECT id FROM {kind.table} WHERE {query.where()} ORDER BY {order} LIMIT ?"
    return [row[0] for row in log.rows(sql, *query.values, many)]


def count(kind: Kind, log: "Log", words: Sequence[str], ctx: "Context", *, all: bool = False) -> int:
    """How many records the words ask for."""
    query = _listed(kind, words, ctx, log, all)
    return int(log.value(f"SELECT count(*) FROM {kind.table} WHERE {query.where()}", *query.values))


def _listed(kind: Kind, words: Sequence[str], ctx: "Context", log: "Log", all: bool) -> Query:
    """The query of a list: without `all`, and where no word asks for a status, of those it shows."""
    query = read(kind, words, ctx, log)
    if kind.shown and not all and "status" not in query.keys:
        query.conditions.append(kind.shown)
    return query


def parted(word: str) -> tuple[bool, str, str]:
    """Whether a filter word is turned round, its key, and its value; without a key it is text."""
    negated = word.startswith("not:")
    text = word[4:] if negated else word
    key, colon, value = text.partition(":")
    if colon and _is_key(key) and not value.startswith((" ", "//")):  # "re: grading" is text, as is a URL
        return negated, key, value
    return negated, "", text


def _is_key(text: str) -> bool:
    return bool(text) and text.replace("-", "").replace("_", "").isalpha() and text.isascii()


def _plain(kind: Kind, word: str) -> Where:
    if kind.name == "contact" and "@" in word:
        return (
            "contact.id IN (SELECT contact_id FROM contact_channel WHERE kind = 'email' AND instr(folded_value, ?))",
            [fold(word)],
        )
    if any(c.isalnum() for c in word):
        return kind.matches(), [phrase(word)]
    if not word.strip():
        raise UsageError("a filter is empty", "give a word, or key:value")
    return f'instr({kind.table}."{kind.title}", ?)', [word]


def _order(kind: Kind, sort: str | None, reverse: bool) -> str:
    terms = [term.split() for term in kind.order.split(", ")]
    if sort is not None:
        field = kind.field(sort)
        column = getattr(field, "starts", None) or (field.columns[0] if field.columns else None)
        if column is None:
            raise UsageError(f"a list can't be sorted by {sort!r}", "sort by a field that has one value")
        column = f"folded_{column}" if f"folded_{column}" in TABLES[kind.table].folds else column
        # names are sorted as folded, dates by their index, other text at least whatever its case
        caseless = " COLLATE NOCASE" if isinstance(field, Text) and not column.startswith("folded_") else ""
        terms = [[f'"{column}"{caseless}', "ASC", "NULLS LAST"], ["id"]]
    flip = {"DESC": "ASC", "ASC": "DESC"}
    parts = []
    for column, *how in terms:
        way, *nulls = how or ["ASC"]
        parts.append(" ".join([column, flip[way] if reverse else way, *nulls]))
    return ", ".join(parts)
