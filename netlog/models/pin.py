"""Pins: what is kept at the top of the queue."""

from netlog.models.base import SQLModel, key_to, link


class ContactPin(SQLModel, table=True):
    """A contact kept at the top of the queue."""

    __tablename__ = "contact_pin"
    __table_args__ = link()

    contact_id: int = key_to("contact")
    pinned_at: str


class FollowUpPin(SQLModel, table=True):
    """A follow-up kept at the top of the queue."""

    __tablename__ = "follow_up_pin"
    __table_args__ = link()

    follow_up_id: int = key_to("follow_up")
    pinned_at: str
