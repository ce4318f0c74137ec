"""The plan: visions, and the steps backward from them to what can be done now."""

from sqlalchemy import CheckConstraint, Index, text
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
from netlog.vocabulary import STEP_KINDS, STEP_STATUSES, VISION_STATUSES


class VisionFields(Record):
    """The plain fields of a vision, the same in the file and in JSON."""

    statement: str
    known_for: str | None = None
    by_on: Day
    why: str | None = None
    meaning: str | None = None  # what it would mean to get there
    story: str | None = None  # how it came about, told from its end
    status: str = "current"


class Vision(VisionFields, table=True):
    """Where you want to be in three to five years."""

    __tablename__ = "vision"
    __table_args__ = strict(
        one_of("status", VISION_STATUSES),
        *valid_day("by_on"),
        index("vision_by_statement", "folded_statement", "id"),
        Index("vision_current", "status", unique=True, sqlite_where=text("status = 'current'")),
        searched=("statement", "known_for", "why", "meaning", "story", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    folded_statement: str | None = folded("statement")


class VisionTag(SQLModel, table=True):
    """A tag of a vision."""

    __tablename__ = "vision_tag"
    __table_args__ = tag_table("vision")

    vision_id: int = key_to("vision")
    word: str = Field(primary_key=True)


class StepFields(Record):
    """The plain fields of a step of the plan, the same in the file and in JSON."""

    what: str
    kind: str = "other"
    reason: str | None = None
    by_on: Day | None = None
    status: str = "idea"
    done_on: Day | None = None


class PlanStep(StepFields, table=True):
    """A step of the plan: under a vision or another step, and what it is about."""

    __tablename__ = "plan_step"
    __table_args__ = strict(
        one_of("kind", STEP_KINDS),
        one_of("status", STEP_STATUSES),
        *valid_day("by_on", "done_on"),
        CheckConstraint("parent_id <> id"),
        index("plan_step_by_what", "folded_what", "id"),
        index("plan_step_by_vision", "vision_id", "id"),
        index("plan_step_by_parent", "parent_id", where="parent_id IS NOT NULL"),
        index("plan_step_done", "done_on", "id", where="done_on IS NOT NULL"),
        index("plan_step_by_contact", "contact_id", where="contact_id IS NOT NULL"),
        index("plan_step_by_event", "event_id", where="event_id IS NOT NULL"),
        index("plan_step_by_group", "group_id", where="group_id IS NOT NULL"),
        index("plan_step_by_goal", "goal_id", where="goal_id IS NOT NULL"),
        index("plan_step_by_contribution", "contribution_id", where="contribution_id IS NOT NULL"),
        index("plan_step_by_introduction", "introduction_id", where="introduction_id IS NOT NULL"),
        searched=("what", "reason", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    vision_id: int = to("vision", nullable=False)
    parent_id: int | None = to("step")
    contact_id: int | None = to("contact")
    event_id: int | None = to("event")
    group_id: int | None = to("group")
    goal_id: int | None = to("goal")
    contribution_id: int | None = to("contribution")
    introduction_id: int | None = to("introduction")
    folded_what: str | None = folded("what")


class StepNeed(SQLModel, table=True):
    """A step that has to be done before another."""

    __tablename__ = "plan_step_need"
    __table_args__ = link(
        CheckConstraint("plan_step_id <> needed_id"),
        index("plan_step_need_by_needed", "needed_id", "plan_step_id"),
    )

    plan_step_id: int = key_to("step")
    needed_id: int = key_to("step")


class StepBarrier(SQLModel, table=True):
    """What stands in the way of a step, and who could help with it."""

    __tablename__ = "plan_step_barrier"
    __table_args__ = link(index("plan_step_barrier_by_helper", "helper_id", where="helper_id IS NOT NULL"))

    plan_step_id: int = key_to("step")
    what: str = Field(primary_key=True)
    helper_id: int | None = to("contact")


class StepTag(SQLModel, table=True):
    """A tag of a step."""

    __tablename__ = "plan_step_tag"
    __table_args__ = tag_table("step")

    plan_step_id: int = key_to("step")
    word: str = Field(primary_key=True)
