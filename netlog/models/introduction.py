"""Introductions: who brings whom together with whom, and how far that got."""

from sqlalchemy import CheckConstraint
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
from netlog.vocabulary import INTRODUCTION_STATUSES

_DATES = ("asked_on", "made_on", "met_on", "thanked_on", "declined_on", "snoozed_until")
# Until they met, and of one by which you were introduced until you gave thanks.
OPEN = "status IN ('asked', 'made') OR (status = 'met' AND who_id IS NULL)"


class IntroductionFields(Record):
    """The plain fields of an introduction, the same in the file and in JSON."""

    why: str | None = None
    status: str = "asked"
    asked_on: Day | None = None
    made_on: Day | None = None
    met_on: Day | None = None
    thanked_on: Day | None = None
    declined_on: Day | None = None
    snoozed_until: Day | None = None  # its next move is not in the queue before


class Introduction(IntroductionFields, table=True):
    """`by` introduces `who` to `to`; where there is no `by`, or no `who`, it is you."""

    __tablename__ = "introduction"
    __table_args__ = strict(
        one_of("status", INTRODUCTION_STATUSES),
        *valid_day(*_DATES),
        CheckConstraint("by_id IS NOT NULL OR who_id IS NOT NULL"),
        CheckConstraint("by_id <> to_id AND who_id <> to_id AND by_id <> who_id"),
        index("introduction_by_status", "status", "id"),
        index("introduction_by_made", "made_on", "id"),
        index("introduction_open", "id", where=OPEN),
        index("introduction_by_by", "by_id", "id", where="by_id IS NOT NULL"),
        index("introduction_by_who", "who_id", "id", where="who_id IS NOT NULL"),
        index("introduction_by_to", "to_id", "id"),
        searched=("why", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    by_id: int | None = to("contact")
    who_id: int | None = to("contact")
    to_id: int = to("contact", nullable=False)


class IntroductionTag(SQLModel, table=True):
    """A tag of an introduction."""

    __tablename__ = "introduction_tag"
    __table_args__ = tag_table("introduction")

    introduction_id: int = key_to("introduction")
    word: str = Field(primary_key=True)
