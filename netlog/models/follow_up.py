"""Follow-ups: what is to be done by a date, for someone, by you or by them."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from netlog.models.base import (
    Day,
    Record,
    SQLModel,
    index,
    key,
    key_to,
    link,
    one_of,
    strict,
    tag_table,
    to,
    valid_day,
)
from netlog.vocabulary import FOLLOW_UP_STATUSES, OWED_BY, REPEAT_FROM


class FollowUpFields(Record):
    """The plain fields of a follow-up, the same in the file and in JSON."""

    what: str
    due_on: Day
    owed_by: str = "me"
    status: str = "open"
    done_on: Day | None = None
    dropped_on: Day | None = None
    snoozed_until: Day | None = None
    repeat: str | None = None  # 10d, 2w, 1m, 1y
    repeat_from: str | None = None


class FollowUp(FollowUpFields, table=True):
    """Something to be done by a date."""

    __tablename__ = "follow_up"
    __table_args__ = strict(
        one_of("owed_by", OWED_BY),
        one_of("status", FOLLOW_UP_STATUSES),
        one_of("repeat_from", REPEAT_FROM),
        *valid_day("due_on", "done_on", "dropped_on", "snoozed_until"),
        CheckConstraint("(status = 'done') = (done_on IS NOT NULL)"),
        CheckConstraint("(status = 'dropped') = (dropped_on IS NOT NULL)"),
        CheckConstraint("(repeat IS NULL) = (repeat_from IS NULL)"),
        CheckConstraint("conversation_id IS NULL OR event_id IS NULL"),
        index("follow_up_open", "due_on", "id", where="status = 'open'"),
        index("follow_up_done", "done_on", "id", where="status = 'done'"),
        index("follow_up_kept", "owed_by", "done_on", "due_on", where="done_on IS NOT NULL"),
        index("follow_up_by_conversation", "conversation_id", where="conversation_id IS NOT NULL"),
        index("follow_up_by_event", "event_id", where="event_id IS NOT NULL"),
        searched=("what", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    conversation_id: int | None = to("conversation")
    event_id: int | None = to("event")


class FollowUpContact(SQLModel, table=True):
    """For whom a follow-up is, or who owes it."""

    __tablename__ = "follow_up_contact"
    __table_args__ = link(index("follow_up_contact_by_contact", "contact_id", "follow_up_id"))

    follow_up_id: int = key_to("follow_up")
    contact_id: int = key_to("contact")


class FollowUpTag(SQLModel, table=True):
    """A tag of a follow-up."""

    __tablename__ = "follow_up_tag"
    __table_args__ = tag_table("follow_up")

    follow_up_id: int = key_to("follow_up")
    word: str = Field(primary_key=True)
