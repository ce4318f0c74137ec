"""What every model shares: the columns of a record, its checks, and the marks that the schema is made from."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator
from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlmodel import Field, SQLModel

from netlog.vocabulary import table_of

__all__ = [
    "Day",
    "Moment",
    "Record",
    "SQLModel",
    "defaulted",
    "derived",
    "folded",
    "index",
    "is_day",
    "key",
    "key_to",
    "link",
    "one_of",
    "strict",
    "tag_table",
    "to",
    "to_row",
    "valid_day",
]


def _real_day(day: str) -> str:
    if date.fromisoformat(day).isoformat() != day:
        raise ValueError("a date is written 2026-03-02")
    return day


def _real_moment(moment: str) -> str:
    if len(moment) != 27 or moment[-1] != "Z" or not datetime.fromisoformat(moment):
        raise ValueError("a time is written 2026-03-02T12:00:00.000000Z")
    return moment


Day = Annotated[str, AfterValidator(_real_day)]
Moment = Annotated[str, AfterValidator(_real_moment)]


class Record(SQLModel):
    """The columns that every kind of record has; `uid` is a UUIDv7 and names it in other systems."""

    uid: str
    notes: str | None = None
    private: bool = False
    created_at: Moment
    updated_at: Moment


def key() -> Any:
    """An integer primary key that is never used again after a delete."""
    return Field(default=None, primary_key=True)


def to(record: str, *, nullable: bool = True) -> Any:
    """A reference to one record of a kind."""
    return to_row(table_of(record), nullable=nullable)


def to_row(table: str, *, nullable: bool = True) -> Any:
    """A reference to one row of a table."""
    return Field(default=None if nullable else ..., foreign_key=f"{table}.id", nullable=nullable)


def key_to(record: str) -> Any:
    """A reference that is part of the primary key of a link table."""
    return Field(primary_key=True, sa_column_args=[ForeignKey(f"{table_of(record)}.id")])


def defaulted(value: str | int) -> Any:
    """A column that rows written before there was one have this value in."""
    return Field(default=value, sa_column_kwargs={"server_default": str(value)})


def derived() -> Any:
    """A column that triggers keep: never journalled, exported or compared."""
    return Field(default=None, sa_column_kwargs={"info": {"derived": True}})


def folded(source: str) -> Any:
    """A column that the log keeps as the folded text of `source`."""
    return Field(default=None, sa_column_kwargs={"info": {"derived": True, "folds": source}})


def one_of(column: str, words: tuple[str, ...]) -> CheckConstraint:
    """`column` holds one of `words`."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})")


def valid_day(*columns: str) -> list[CheckConstraint]:
    """Each column holds a date that exists, as ISO text, or nothing."""
    return [CheckConstraint(is_day(column)) for column in columns]


def is_day(text: str) -> str:
    """The condition that `text` is a date that exists; date() alone lets 2026-02-30 through as it stands."""
    return f"{text} IS date({text}, '+0 days')"


def index(name: str, *columns: str, where: str | None = None) -> Index:
    """An index over columns or expressions, partial where `where` is given."""
    listed = [text(column) for column in columns]
    if where is None:
        return Index(name, *listed)
    return Index(name, *listed, sqlite_where=text(where))


def strict(*items: Any, rowid: bool = True, searched: tuple[str, ...] = ()) -> tuple[Any, ...]:
    """The table's arguments: STRICT, ids never reused, and the columns that full text search covers."""
    options: dict[str, Any] = {"sqlite_strict": True, "info": {"searched": searched}}
    if rowid:
        options["sqlite_autoincrement"] = True
    else:
        options["sqlite_with_rowid"] = False
    return (*items, options)


def link(*items: Any) -> tuple[Any, ...]:
    """The arguments of a link table: keyed by what it links, without a row id."""
    return strict(*items, rowid=False)


def tag_table(record: str, table: str = "") -> tuple[Any, ...]:
    """The arguments of a table that holds words of one kind of record: its tags, unless named otherwise."""
    owner = table_of(record)
    return link(index(f"{table or f'{owner}_tag'}_word", "word", f"{owner}_id"))
