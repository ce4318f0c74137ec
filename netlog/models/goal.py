"""Goals: what is to be counted, and how much of it in each period."""

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
    one_of,
    strict,
    tag_table,
    valid_day,
)
from netlog.vocabulary import COUNTABLES, GOAL_STATUSES, PERIODS


class GoalFields(Record):
    """The plain fields of a goal, the same in the file and in JSON."""

    title: str
    count: str
    where: str | None = None
    target: int
    per: str
    starts_on: Day
    ends_on: Day | None = None
    status: str = "active"


class Goal(GoalFields, table=True):
    """A count per period of entries that match a filter."""

    __tablename__ = "goal"
    __table_args__ = strict(
        one_of("count", COUNTABLES),
        one_of("per", PERIODS),
        one_of("status", GOAL_STATUSES),
        CheckConstraint("target >= 1"),
        *valid_day("starts_on", "ends_on"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on"),
        index("goal_by_title", "folded_title", "id"),
        searched=("title", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    folded_title: str | None = folded("title")


class GoalTag(SQLModel, table=True):
    """A tag of a goal."""

    __tablename__ = "goal_tag"
    __table_args__ = tag_table("goal")

    goal_id: int = key_to("goal")
    word: str = Field(primary_key=True)
