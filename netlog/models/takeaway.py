"""Takeaways: what you took home and mean to try."""

from sqlmodel import Field

from netlog.models.base import (
    Day,
    Record,
    SQLModel,
    index,
    key,
    key_to,
    one_of,
    strict,
    tag_table,
    to,
    valid_day,
)
from netlog.vocabulary import TAKEAWAY_STATUSES


class TakeawayFields(Record):
    """The plain fields of a takeaway, the same in the file and in JSON."""

    what: str
    status: str = "to-try"
    noted_on: Day
    tried_on: Day | None = None
    kept_on: Day | None = None
    dropped_on: Day | None = None
    outcome: str | None = None


class Takeaway(TakeawayFields, table=True):
    """Something from an event, a conversation or a contribution to be tried, and what came of it."""

    __tablename__ = "takeaway"
    __table_args__ = strict(
        one_of("status", TAKEAWAY_STATUSES),
        *valid_day("noted_on", "tried_on", "kept_on", "dropped_on"),
        index("takeaway_by_day", "noted_on", "id"),
        index("takeaway_by_status", "status", "noted_on", "id"),
        index("takeaway_by_try", "tried_on", "id", where="tried_on IS NOT NULL"),
        index("takeaway_by_event", "event_id", where="event_id IS NOT NULL"),
        index("takeaway_by_conversation", "conversation_id", where="conversation_id IS NOT NULL"),
        index("takeaway_by_contribution", "contribution_id", where="contribution_id IS NOT NULL"),
        searched=("what", "outcome", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    event_id: int | None = to("event")
    conversation_id: int | None = to("conversation")
    contribution_id: int | None = to("contribution")


class TakeawayTag(SQLModel, table=True):
    """A tag of a takeaway."""

    __tablename__ = "takeaway_tag"
    __table_args__ = tag_table("takeaway")

    takeaway_id: int = key_to("takeaway")
    word: str = Field(primary_key=True)
