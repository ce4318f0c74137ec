"""SQLModel classes: the one definition of the schema. No day-to-day command imports them."""

from netlog.models.cadence import Cadence
from netlog.models.contact import Contact, ContactChannel, ContactRole, ContactTag, Source
from netlog.models.conversation import Conversation, ConversationContact, ConversationTag
from netlog.models.debrief import Debrief
from netlog.models.event import Event, EventContact, EventTag
from netlog.models.follow_up import FollowUp, FollowUpContact, FollowUpTag
from netlog.models.goal import Goal, GoalTag
from netlog.models.journal import Change, Step
from netlog.models.pin import ContactPin, FollowUpPin
from netlog.models.question import Question
from netlog.models.reading import reading
from netlog.models.review import Review, ReviewAnswer

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
