"""SQLModel classes: the one definition of the schema. No day-to-day command imports them."""

from netlog.models.cadence import Cadence
from netlog.models.contact import (
    Contact,
    ContactCareer,
    ContactChannel,
    ContactExtra,
    ContactKnows,
    ContactNeed,
    ContactOffer,
    ContactRole,
    ContactTag,
    ContactTopic,
)
from netlog.models.contribution import Contribution, ContributionContact, ContributionTag
from netlog.models.conversation import Conversation, ConversationContact, ConversationTag
from netlog.models.debrief import Debrief
from netlog.models.event import Event, EventContact, EventTag
from netlog.models.exchange import Exchange, ExchangeContact, ExchangeTag
from netlog.models.follow_up import FollowUp, FollowUpContact, FollowUpTag
from netlog.models.goal import Goal, GoalAmendment, GoalPause, GoalTag
from netlog.models.group import Group, GroupContact, GroupTag, Membership, MembershipTag
from netlog.models.introduction import Introduction, IntroductionTag
from netlog.models.journal import Change, Step
from netlog.models.opportunity import Opportunity, OpportunityContact, OpportunityTag
from netlog.models.pin import ContactPin, FollowUpPin
from netlog.models.plan import PlanStep, StepBarrier, StepNeed, StepTag, Vision, VisionTag
from netlog.models.question import Question
from netlog.models.reading import reading
from netlog.models.review import Review, ReviewAnswer
from netlog.models.source import Source
from netlog.models.takeaway import Takeaway, TakeawayTag

__all__ = [
    "Cadence",
    "Change",
    "Contact",
    "ContactCareer",
    "ContactChannel",
    "ContactExtra",
    "ContactKnows",
    "ContactNeed",
    "ContactOffer",
    "ContactPin",
    "ContactRole",
    "ContactTag",
    "ContactTopic",
    "Contribution",
    "ContributionContact",
    "ContributionTag",
    "Conversation",
    "ConversationContact",
    "ConversationTag",
    "Debrief",
    "Event",
    "EventContact",
    "EventTag",
    "Exchange",
    "ExchangeContact",
    "ExchangeTag",
    "FollowUp",
    "FollowUpContact",
    "FollowUpPin",
    "FollowUpTag",
    "Goal",
    "GoalAmendment",
    "GoalPause",
    "GoalTag",
    "Group",
    "GroupContact",
    "GroupTag",
    "Introduction",
    "IntroductionTag",
    "Membership",
    "MembershipTag",
    "Opportunity",
    "OpportunityContact",
    "OpportunityTag",
    "PlanStep",
    "Question",
    "Review",
    "ReviewAnswer",
    "Source",
    "Step",
    "StepBarrier",
    "StepNeed",
    "StepTag",
    "Takeaway",
    "TakeawayTag",
    "Vision",
    "VisionTag",
    "reading",
]
