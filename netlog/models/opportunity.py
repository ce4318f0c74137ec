"""Opportunities: what came up, through whom, and what came of it."""

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
from netlog.vocabulary import OPPORTUNITY_KINDS, OPPORTUNITY_STATUSES


class OpportunityFields(Record):
    """The plain fields of an opportunity, the same in the file and in JSON."""

    what: str
    kind: str = "other"
    status: str = "open"
    opened_on: Day
    closed_on: Day | None = None
    outcome: str | None = None


class Opportunity(OpportunityFields, table=True):
    """A job, collaboration, speaking slot, grant or mentorship."""

    __tablename__ = "opportunity"
    __table_args__ = strict(
        one_of("kind", OPPORTUNITY_KINDS),
        one_of("status", OPPORTUNITY_STATUSES),
        *valid_day("opened_on", "closed_on"),
        CheckConstraint("closed_on IS NULL OR closed_on >= opened_on"),
        index("opportunity_by_day", "opened_on", "id"),
        index("opportunity_unsettled", "opened_on", "id", where="status IN ('open', 'pursued')"),
        index("opportunity_by_event", "event_id", where="event_id IS NOT NULL"),
        index("opportunity_by_group", "group_id", where="group_id IS NOT NULL"),
        index("opportunity_by_introduction", "introduction_id", where="introduction_id IS NOT NULL"),
        searched=("what", "outcome", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    event_id: int | None = to("event")
    group_id: int | None = to("group")
    introduction_id: int | None = to("introduction")


class OpportunityContact(SQLModel, table=True):
    """Through whom an opportunity came."""

    __tablename__ = "opportunity_contact"
    __table_args__ = link(index("opportunity_contact_by_contact", "contact_id", "opportunity_id"))

    opportunity_id: int = key_to("opportunity")
    contact_id: int = key_to("contact")


class OpportunityTag(SQLModel, table=True):
    """A tag of an opportunity."""

    __tablename__ = "opportunity_tag"
    __table_args__ = tag_table("opportunity")

    opportunity_id: int = key_to("opportunity")
    word: str = Field(primary_key=True)
