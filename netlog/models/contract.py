"""The JSON contract: what every command prints with --json, and what `import json` accepts.

A key that is not listed is refused, and one that is listed is there, null where unknown.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticUndefined

from netlog.models.base import Day, Moment, SQLModel
from netlog.models.contact import ContactFields
from netlog.models.contribution import ContributionFields
from netlog.models.conversation import ConversationFields
from netlog.models.event import EventFields
from netlog.models.exchange import ExchangeFields
from netlog.models.follow_up import FollowUpFields
from netlog.models.goal import GoalFields
from netlog.models.group import GroupFields, MembershipFields
from netlog.models.introduction import IntroductionFields
from netlog.models.opportunity import OpportunityFields
from netlog.models.plan import StepFields, VisionFields
from netlog.models.takeaway import TakeawayFields


class Contract(SQLModel):
    """Keys are exactly those listed; values are not coerced."""

    # SQLModel's own is for tables: validating 50,000 records takes twice as long with it.
    __init__ = BaseModel.__init__

    model_config = ConfigDict(extra="forbid", strict=True)  # type: ignore[assignment]


class Reference(Contract):
    """A record by its reference and name."""

    ref: str
    name: str


class Labelled(Contract):
    """An address, number, link or handle, with what it is for."""

    label: str | None
    value: str


class Role(Contract):
    """What a contact is to you, since when and until when."""

    role: str
    since: str | None
    until: str | None


class Entry(Contract):
    """A line of a timeline."""

    on: str
    type: str
    ref: str
    text: str


class Linked(Contract):
    """A record that points at the one shown, and what it is to it."""

    type: str
    ref: str
    name: str
    as_: str

    model_config = ConfigDict(
        extra="forbid", strict=True, alias_generator=lambda name: name.rstrip("_"), populate_by_name=True
    )


class Shown(Contract):
    """What every record has; timeline and linked come with `show` only, as does the yield of an event."""

    ref: str
    tags: list[str]
    timeline: list[Entry] | None = None
    linked: list[Linked] | None = None

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Defaults are for rows of the file: in JSON every key is there."""
        for key, field in cls.model_fields.items():
            if key not in ("timeline", "linked", "yield_"):
                field.default = PydanticUndefined
        cls.model_rebuild(force=True)


class Position(Contract):
    """Where a contact worked before."""

    organization: str | None
    title: str | None
    since: str | None
    until: str | None


class ContactRecord(Shown, ContactFields):
    """A contact as JSON."""

    type: Literal["contact"]
    emails: list[Labelled]
    phones: list[Labelled]
    links: list[Labelled]
    handles: list[Labelled]
    roles: list[Role]
    topics: list[str]
    needs: list[str]
    offers: list[str]
    knows: list[Reference]
    career: list[Position]
    met_at: Reference | None
    met_through: Reference | None
    last_conversation_on: str | None
    next_contact_on: str | None


class ConversationRecord(Shown, ConversationFields):
    """A conversation as JSON."""

    type: Literal["conversation"]
    contacts: list[Reference]
    event: Reference | None


class Yield(Contract):
    """What came of an event, counted from the log.

    `contacts_met`: those marked as met there, and those whose `met_at` it is. `follow_ups_kept`: done ones
    that came of the event, or of a conversation held there, whoever owed them. `conversations_within_90_days`:
    conversations with those met, held after the event's last day and at most 90 days after it.
    """

    contacts_met: int
    follow_ups_kept: int
    conversations_within_90_days: int


class EventRecord(Shown, EventFields):
    """An event as JSON."""

    type: Literal["event"]
    group: Reference | None
    to_meet: list[Reference]
    met: list[Reference]
    yield_: Yield | None = Field(default=None, alias="yield")


class FollowUpRecord(Shown, FollowUpFields):
    """A follow-up as JSON."""

    type: Literal["follow_up"]
    contacts: list[Reference]
    source: Reference | None


class Pause(Contract):
    """Days in which a goal asks for nothing."""

    starts_on: Day
    ends_on: Day | None
    why: str | None


class Amendment(Contract):
    """What a goal asks for from a day on."""

    from_on: Day
    target: int
    where: str | None
    why: str | None


class GoalRecord(Shown, GoalFields):
    """A goal as JSON."""

    type: Literal["goal"]
    pauses: list[Pause]
    amendments: list[Amendment]


class GroupRecord(Shown, GroupFields):
    """A group as JSON."""

    type: Literal["group"]
    members: list[Reference]


class MembershipRecord(Shown, MembershipFields):
    """A membership as JSON."""

    type: Literal["membership"]
    group: Reference


class ContributionRecord(Shown, ContributionFields):
    """A contribution as JSON."""

    type: Literal["contribution"]
    event: Reference | None
    group: Reference | None
    contacts: list[Reference]
    brought: list[Reference]


class IntroductionRecord(Shown, IntroductionFields):
    """An introduction as JSON; null for `who` or `by` is the user."""

    type: Literal["introduction"]
    who: Reference | None
    to: Reference
    by: Reference | None


class ExchangeRecord(Shown, ExchangeFields):
    """An exchange as JSON."""

    type: Literal["exchange"]
    contacts: list[Reference]
    source: Reference | None


class OpportunityRecord(Shown, OpportunityFields):
    """An opportunity as JSON; `contacts` are those through whom it came."""

    type: Literal["opportunity"]
    contacts: list[Reference]
    source: Reference | None


class TakeawayRecord(Shown, TakeawayFields):
    """A takeaway as JSON."""

    type: Literal["takeaway"]
    source: Reference | None


class VisionRecord(Shown, VisionFields):
    """A vision as JSON."""

    type: Literal["vision"]


class Barrier(Contract):
    """What stands in the way of a step, and who could help."""

    what: str
    helper: Reference | None


class StepRecord(Shown, StepFields):
    """A step of the plan as JSON."""

    type: Literal["step"]
    vision: Reference
    parent: Reference | None
    needs: list[Reference]
    about: Reference | None
    barriers: list[Barrier]


RECORDS: dict[str, type[Shown]] = {
    "contact": ContactRecord,
    "conversation": ConversationRecord,
    "event": EventRecord,
    "follow_up": FollowUpRecord,
    "goal": GoalRecord,
    "group": GroupRecord,
    "membership": MembershipRecord,
    "contribution": ContributionRecord,
    "introduction": IntroductionRecord,
    "exchange": ExchangeRecord,
    "opportunity": OpportunityRecord,
    "takeaway": TakeawayRecord,
    "vision": VisionRecord,
    "step": StepRecord,
}


class CadenceRule(Contract):
    """How often, in days, for everyone of a tier, role or tag."""

    kind: Literal["tier", "role", "tag"]
    word: str
    days: int = Field(ge=0, le=3650)


class HeldReview(Contract):
    """A weekly review that was held."""

    week_on: Day
    reviewed_at: Moment


class NotedQuestion(Contract):
    """A question noted for a contact or an event; a conversation may have struck it off."""

    of: Reference
    what: str
    noted_at: Moment
    struck_on: Day | None
    conversation: Reference | None


class HeldDebrief(Contract):
    """An event that was looked back on."""

    event: Reference
    held_on: Day


class Pin(Contract):
    """A contact or follow-up kept at the top of the queue."""

    of: Reference
    pinned_at: Moment


class RememberedSource(Contract):
    """Where an import found a record, which is one of four kinds, and what the file said of it."""

    format: str
    source_id: str
    contact: Reference | None = None  # logs written before there were others have contacts alone
    event: Reference | None = None
    conversation: Reference | None = None
    follow_up: Reference | None = None
    seen: dict[str, str | list[str] | None]


class ContactExtra(Contract):
    """Lines of another program's record of a contact, which an export in that format gives back."""

    contact: Reference
    format: str
    lines: list[str]


class Document(Contract):
    """A whole log."""

    format: Literal["netlog"]
    version: Literal[2]
    exported_at: Moment
    groups: list[GroupRecord]
    contacts: list[ContactRecord]
    events: list[EventRecord]
    conversations: list[ConversationRecord]
    follow_ups: list[FollowUpRecord]
    goals: list[GoalRecord]
    memberships: list[MembershipRecord]
    contributions: list[ContributionRecord]
    introductions: list[IntroductionRecord]
    exchanges: list[ExchangeRecord]
    opportunities: list[OpportunityRecord]
    takeaways: list[TakeawayRecord]
    visions: list[VisionRecord]
    steps: list[StepRecord]
    cadences: list[CadenceRule]
    reviews: list[HeldReview]
    questions: list[NotedQuestion] = Field(default=[])  # logs written before there were any have neither
    debriefs: list[HeldDebrief] = Field(default=[])
    pins: list[Pin] = Field(default=[])
    extras: list[ContactExtra] = Field(default=[])
    sources: list[RememberedSource]


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of record, or of a whole exported `log`."""
    model = Document if kind == "log" else RECORDS[kind]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(by_alias=True),
    }
