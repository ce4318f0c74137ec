"""Questions to ask a contact, or to find out at an event."""

from sqlalchemy import CheckConstraint

from netlog.models.base import SQLModel, index, key, strict, to, valid_day


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
