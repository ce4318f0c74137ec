"""Contributions: what you gave the field, with whom, and whom it brought into your network."""

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
from netlog.vocabulary import CONTRIBUTION_KINDS


class ContributionFields(Record):
    """The plain fields of a contribution, the same in the file and in JSON."""

    title: str
    kind: str = "talk"
    given_on: Day
    level: str | None = None
    url: str | None = None
    hours: float | None = None


class Contribution(ContributionFields, table=True):
    """A talk, workshop, article, post, book, lesson plan, resource or comment."""

    __tablename__ = "contribution"
    __table_args__ = strict(
        one_of("kind", CONTRIBUTION_KINDS),
        *valid_day("given_on"),
        CheckConstraint("hours > 0"),
        index("contribution_by_day", "given_on", "id"),
        index("contribution_by_title", "folded_title", "id"),
        index("contribution_by_event", "event_id", where="event_id IS NOT NULL"),
        index("contribution_by_group", "group_id", where="group_id IS NOT NULL"),
        searched=("title", "url", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    event_id: int | None = to("event")
    group_id: int | None = to("group")
    folded_title: str | None = folded("title")


class ContributionContact(SQLModel, table=True):
    """Someone you made a contribution with, or whom it brought into your network."""

    __tablename__ = "contribution_contact"
    __table_args__ = link(
        one_of("part", ("with", "brought")),
        index("contribution_contact_by_contact", "contact_id", "contribution_id"),
    )

    contribution_id: int = key_to("contribution")
    part: str = Field(primary_key=True)
    contact_id: int = key_to("contact")


class ContributionTag(SQLModel, table=True):
    """A tag of a contribution."""

    __tablename__ = "contribution_tag"
    __table_args__ = tag_table("contribution")

    contribution_id: int = key_to("contribution")
    word: str = Field(primary_key=True)
