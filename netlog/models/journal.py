"""The journal: every command that changed the log is a step, every row it touched a change."""

from sqlmodel import Field

from netlog.models.base import SQLModel, index, key, one_of, strict, to_row


class Step(SQLModel, table=True):
    """One command; `undoes` is the step it takes back (of an undo) or brings back (of a redo)."""

    __tablename__ = "step"
    __table_args__ = strict(index("step_by_undoes", "undoes", where="undoes IS NOT NULL"))

    id: int | None = key()
    at: str
    command: str
    key: str | None = Field(default=None, unique=True)
    undoes: int | None = to_row("step")


class Change(SQLModel, table=True):
    """One row inserted, updated or deleted: the changed columns before and after, as JSON.

    `digest` is the SHA-256 of the digest before it and this row's canonical JSON.
    """

    __tablename__ = "change"
    __table_args__ = strict(
        one_of("op", ("insert", "update", "delete")),
        index("change_by_step", "step_id", "seq"),
        index("change_by_row", "record", "row_key", "seq"),
    )

    seq: int | None = key()
    step_id: int = to_row("step", nullable=False)
    op: str
    record: str
    row_key: str
    before: str | None = None
    after: str | None = None
    digest: str
