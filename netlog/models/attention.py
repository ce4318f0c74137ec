"""What the user wants kept in mind: pins, questions to ask, debriefs held, answers of a running review."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from netlog.models.base import SQLModel, index, key, key_to, link, one_of, strict, to, valid_day


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


class Question(SQLModel, table=True):
    """Something to ask a contact, or to find out at an event; struck off by the conversation that answered it."""

    __tablename__ = "question"
    __table_args__ = strict(
        CheckConstraint("(contact_id IS NULL) <> (event_id IS NULL)"),
        *valid_day("struck_on"),
        index("question_by_contact", "contact_id", "id", where="contact_id IS NOT NULL"),
        index("question_by_event", "event_id", "id", where="event_id IS NOT NULL"),
        index("question_by_conversation", "conversation_id", where="conversation_id IS NOT NULL"),
    )

    id: int | None = key()
    contact_id: int | None = to("contact")
    event_id: int | None = to("event")
    what: str
    noted_at: str
    struck_on: str | None = None
    conversation_id: int | None = to("conversation")


class Debrief(SQLModel, table=True):
    """An attended event that was looked back on."""

    __tablename__ = "debrief"
    __table_args__ = link(*valid_day("held_on"))

    event_id: int = key_to("event")
    held_on: str


class ReviewAnswer(SQLModel, table=True):
    """What was answered to one entry of a week's running review, so that it can be taken up again."""

    __tablename__ = "review_answer"
    __table_args__ = link(*valid_day("week_on"), one_of("answer", ("done", "logged", "snoozed", "skipped")))

    week_on: str = Field(primary_key=True)
    ref: str = Field(primary_key=True)
    answer: str
    answered_at: str
