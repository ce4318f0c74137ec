"""Goals: what is to be counted, and how much of it in each period."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from netlog.models.base import (
    Day,
    Record,
    SQLModel,
    defaulted,
    folded,
    index,
    key,
    key_to,
    link,
    one_of,
    strict,
    tag_table,
    valid_day,
)
from netlog.vocabulary import BOUNDS, COUNTABLES, GOAL_STATUSES, PERIODS


class GoalFields(Record):
    """The plain fields of a goal, the same in the file and in JSON."""

    title: str
    count: str
    where: str | None = None
    distinct: str | None = None  # the fact of which each value counts once: organization, region, ...
    target: int
    bound: str = defaulted("min")  # the target is the least that is meant, or the most
    per: str
    starts_on: Day
    ends_on: Day | None = None
    status: str = "active"
    closed_on: Day | None = None


class Goal(GoalFields, table=True):
    """A count per period of entries that match a filter."""

    __tablename__ = "goal"
    __table_args__ = strict(
        one_of("count", COUNTABLES),
        one_of("bound", BOUNDS),
        one_of("per", PERIODS),
        one_of("status", GOAL_STATUSES),
        CheckConstraint("target >= 1 OR (bound = 'max' AND target = 0)"),
        *valid_day("starts_on", "ends_on", "closed_on"),
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


class GoalPause(SQLModel, table=True):
    """Days in which a goal asks for nothing; without an end it is paused until it is resumed."""

    __tablename__ = "goal_pause"
    __table_args__ = link(
        *valid_day("starts_on", "ends_on"), CheckConstraint("ends_on IS NULL OR ends_on >= starts_on")
    )

    goal_id: int = key_to("goal")
    starts_on: str = Field(primary_key=True)
    ends_on: str | None = None
    why: str | None = None


class GoalAmendment(SQLModel, table=True):
    """What a goal asks for from a day on; before it, what the goal itself or the amendment before says."""

    __tablename__ = "goal_amendment"
    __table_args__ = link(*valid_day("from_on"), CheckConstraint("target >= 0"))

    goal_id: int = key_to("goal")
    from_on: str = Field(primary_key=True)
    target: int
    where: str | None = None
    why: str | None = None
