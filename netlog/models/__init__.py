"""SQLModel classes: the one definition of the schema. No day-to-day command imports them."""

from netlog.models.attention import ContactPin, Debrief, FollowUpPin, Question, ReviewAnswer
from netlog.models.contact import Cadence, Contact, ContactChannel, ContactRole, ContactTag, Source
from netlog.models.conversation import Conversation, ConversationContact, ConversationTag
from netlog.models.event import Event, EventContact, EventTag
from netlog.models.follow_up import FollowUp, FollowUpContact, FollowUpTag
from netlog.models.goal import Goal, GoalTag, Review
from netlog.models.journal import Change, Step
from netlog.models.reading import reading

__all__ = [
    "Cadence",
    "Change",
    "Contact",
    "ContactChannel",
    "ContactPin",
    "ContactRole",
    "ContactTag",
    "Conversation",
    "ConversationContact",
    "ConversationTag",
    "Debrief",
    "Event",
    "EventContact",
    "EventTag",
    "FollowUp",
    "FollowUpContact",
    "FollowUpPin",
    "FollowUpTag",
    "Goal",
    "GoalTag",
    "Question",
    "Review",
    "ReviewAnswer",
    "Source",
    "Step",
    "reading",
]
