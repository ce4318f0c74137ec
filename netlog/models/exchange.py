"""Exchanges: help that went one way or the other."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from netlog.models.base import (
    Day,
    Record,
    SQLModel,
    derived,
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
from netlog.vocabulary import DIRECTIONS, EXCHANGE_KINDS


class ExchangeFields(Record):
    """The plain fields of an exchange, the same in the file and in JSON."""

    what: str
    direction: str = "given"
    kind: str = "resource"
    exchanged_on: Day
    hours: float | None = None


class Exchange(ExchangeFields, table=True):
    """Help that you gave or received: a resource, advice, a referral, feedback."""

    __tablename__ = "exchange"
    __table_args__ = strict(
        one_of("direction", DIRECTIONS),
        one_of("kind", EXCHANGE_KINDS),
        *valid_day("exchanged_on"),
        CheckConstraint("hours > 0"),
        index("exchange_by_day", "exchanged_on", "id"),
        index("exchange_by_direction", "direction", "exchanged_on", "hours"),
        index("exchange_by_follow_up", "follow_up_id", where="follow_up_id IS NOT NULL"),
        index("exchange_by_conversation", "conversation_id", where="conversation_id IS NOT NULL"),
        index("exchange_by_event", "event_id", where="event_id IS NOT NULL"),
        index("exchange_by_introduction", "introduction_id", where="introduction_id IS NOT NULL"),
        searched=("what", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    follow_up_id: int | None = to("follow_up")
    conversation_id: int | None = to("conversation")
    event_id: int | None = to("event")
    introduction_id: int | None = to("introduction")


class ExchangeContact(SQLModel, table=True):
    """Whom you helped, or who helped you; which way and when is the exchange's, kept here for the index."""

    __tablename__ = "exchange_contact"
    __table_args__ = link(
        index("exchange_contact_by_contact", "contact_id", "direction", "exchanged_on", "exchange_id")
    )

    exchange_id: int = key_to("exchange")
    contact_id: int = key_to("contact")
    direction: str | None = derived()
    exchanged_on: str | None = derived()


class ExchangeTag(SQLModel, table=True):
    """A tag of an exchange."""

    __tablename__ = "exchange_tag"
    __table_args__ = tag_table("exchange")

    exchange_id: int = key_to("exchange")
    word: str = Field(primary_key=True)
