"""Events: conferences, workshops, PLCs; whom you meant to meet there and whom you met."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from netlog.models.base import (
    Day,
    Record,
    SQLModel,
    folded,
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
from netlog.vocabulary import EVENT_KINDS, EVENT_MODES, EVENT_ROLES, EVENT_STATUSES


class EventFields(Record):
    """The plain fields of an event, the same in the file and in JSON."""

    name: str
    starts_on: Day
    ends_on: Day
    kind: str = "conference"
    mode: str | None = None
    role: str = "attendee"
    status: str = "planned"
    level: str | None = None
    place: str | None = None
    url: str | None = None
    organizer: str | None = None
    hours: float | None = None  # of professional development
    takeaways: str | None = None


class Event(EventFields, table=True):
    """A conference, workshop, meeting, webinar, PLC or course."""

    __tablename__ = "event"
    __table_args__ = strict(
        one_of("kind", EVENT_KINDS),
        one_of("mode", EVENT_MODES),
        one_of("role", EVENT_ROLES),
        one_of("status", EVENT_STATUSES),
        *valid_day("starts_on", "ends_on"),
        CheckConstraint("ends_on >= starts_on"),
        index("event_by_start", "starts_on", "id"),
        index("event_by_end", "ends_on", "id"),
        CheckConstraint("hours > 0"),
        index("event_by_name", "folded_name", "id"),
        index("event_by_group", "group_id", "starts_on", where="group_id IS NOT NULL"),
        searched=("name", "place", "organizer", "takeaways", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    group_id: int | None = to("group")
    folded_name: str | None = folded("name")


class EventContact(SQLModel, table=True):
    """Someone you mean to meet at an event, or met there."""

    __tablename__ = "event_contact"
    __table_args__ = link(
        one_of("part", ("to_meet", "met")), index("event_contact_by_contact", "contact_id", "event_id")
    )

    event_id: int = key_to("event")
    part: str = Field(primary_key=True)
    contact_id: int = key_to("contact")


class EventTag(SQLModel, table=True):
    """A tag of an event."""

    __tablename__ = "event_tag"
    __table_args__ = tag_table("event")

    event_id: int = key_to("event")
    word: str = Field(primary_key=True)
