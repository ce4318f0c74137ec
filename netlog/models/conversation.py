"""Conversations, and with whom they were held."""

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
from netlog.vocabulary import CONVERSATION_KINDS, OWED_BY


class ConversationFields(Record):
    """The plain fields of a conversation, the same in the file and in JSON."""

    held_on: Day
    kind: str = "meeting"
    summary: str
    observer: str | None = None  # of an observation: who watched, me or them


class Conversation(ConversationFields, table=True):
    """One interaction with one or more contacts."""

    __tablename__ = "conversation"
    __table_args__ = strict(
        one_of("kind", CONVERSATION_KINDS),
        one_of("observer", OWED_BY),
        *valid_day("held_on"),
        index("conversation_by_day", "held_on", "id"),
        index("conversation_by_event", "event_id", where="event_id IS NOT NULL"),
        index("conversation_by_kind", "kind", "held_on"),
        searched=("summary", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    event_id: int | None = to("event")


class ConversationContact(SQLModel, table=True):
    """Who took part; `held_on` is the conversation's, kept here for the index."""

    __tablename__ = "conversation_contact"
    __table_args__ = link(
        index("conversation_contact_by_contact", "contact_id", "held_on", "conversation_id"),
        index("conversation_contact_by_day", "held_on", "contact_id"),
    )

    conversation_id: int = key_to("conversation")
    contact_id: int = key_to("contact")
    held_on: str | None = derived()


class ConversationTag(SQLModel, table=True):
    """A tag of a conversation."""

    __tablename__ = "conversation_tag"
    __table_args__ = tag_table("conversation")

    conversation_id: int = key_to("conversation")
    word: str = Field(primary_key=True)
