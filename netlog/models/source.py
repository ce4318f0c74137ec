"""Where imports found records."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from netlog.models.base import SQLModel, index, link, to

_OF = ("contact_id", "event_id", "conversation_id", "follow_up_id")
_HOW_MANY = " + ".join(f"({column} IS NOT NULL)" for column in _OF)


class Source(SQLModel, table=True):
    """Where an import found a record: `seen` is what the file said of it last time, as JSON."""

    __tablename__ = "source"
    __table_args__ = link(
        CheckConstraint(f"{_HOW_MANY} = 1"),
        *(index(f"source_by_{one[:-3]}", one, where=f"{one} IS NOT NULL") for one in _OF),
    )

    format: str = Field(primary_key=True)
    source_id: str = Field(primary_key=True)
    contact_id: int | None = to("contact")
    event_id: int | None = to("event")
    conversation_id: int | None = to("conversation")
    follow_up_id: int | None = to("follow_up")
    seen: str
