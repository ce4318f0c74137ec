"""The words netlog knows: one list that CHECKs, choices, filters and completion all draw from.

Closed lists (kinds, statuses) are enforced by the schema. Open lists (sectors, roles) are only
suggestions and spellings: another word is kept as the user wrote it. Levels and tiers are defaults
that the configuration can replace.
"""

LETTERS = {
    "contact": "c",
    "conversation": "t",
    "event": "e",
    "follow_up": "f",
    "goal": "g",
    "group": "u",
    "membership": "m",
    "contribution": "b",
    "introduction": "i",
    "exchange": "x",
    "opportunity": "o",
    "takeaway": "k",
    "vision": "v",
    "step": "s",
}
TYPES = {letter: record for record, letter in LETTERS.items()}
# Two words of the field are taken: `step` by the journal, `group` by SQL.
_TABLES = {"step": "plan_step", "group": "network_group"}
_RECORDS = {table: record for record, table in _TABLES.items()}

CONTACT_STATUSES = ("target", "active", "archived")
CONVERSATION_KINDS = (
    "meeting",
    "call",
    "video",
    "email",
    "message",
    "letter",
    "social",
    "observation",
    "mentoring",
    "plc",
    "other",
)
EVENT_KINDS = (
    "conference",
    "workshop",
    "meeting",
    "webinar",
    "plc",
    "course",
    "meetup",
    "talk",
    "visit",
    "other",
)
EVENT_MODES = ("in-person", "online", "hybrid")
EVENT_ROLES = ("attendee", "presenter", "organizer", "volunteer")
EVENT_STATUSES = ("planned", "registered", "attended", "skipped")
FOLLOW_UP_STATUSES = ("open", "done", "dropped")
OWED_BY = ("me", "them")
REPEAT_FROM = ("done", "due")
GOAL_STATUSES = ("active", "closed")
COUNTABLES = (
    "contacts",
    "people",
    "conversations",
    "events",
    "presentations",
    "follow-ups",
    "contributions",
    "introductions-made",
    "introductions-received",
    "help-given",
    "help-received",
    "group-meetings",
    "memberships",
    "opportunities",
    "takeaways",
    "reviews",
    "steps",
)
BOUNDS = ("min", "max")
# facts of a contact, or of an event, of which a goal counts each value once
DISTINCT = ("organization", "region", "setting", "sector", "specialty", "level", "kind")
# what `diversity` tells people apart by; `met` is how you met
DIMENSIONS = ("region", "setting", "sector", "specialty", "level", "organization", "role", "met")
AMONG = ("all", "active", "new")
PERIODS = ("week", "month", "quarter", "term", "year")
SETTINGS = ("urban", "suburban", "rural")
GROUP_KINDS = ("association", "community", "plc", "forum", "chat", "alumni", "other")
CONTRIBUTION_KINDS = (
    "talk",
    "workshop",
    "article",
    "post",
    "book",
    "lesson-plan",
    "resource",
    "comment",
    "other",
)
INTRODUCTION_STATUSES = ("asked", "made", "met", "thanked", "declined")
EXCHANGE_KINDS = (
    "resource",
    "lesson-plan",
    "advice",
    "feedback",
    "referral",
    "introduction",
    "mentoring",
    "other",
)
DIRECTIONS = ("given", "received")
OPPORTUNITY_KINDS = ("job", "collaboration", "speaking", "grant", "mentorship", "other")
OPPORTUNITY_STATUSES = ("open", "pursued", "ongoing", "gained", "lost", "declined")
TAKEAWAY_STATUSES = ("to-try", "tried", "kept", "dropped")
VISION_STATUSES = ("current", "past")
STEP_KINDS = (
    "person",
    "event",
    "group",
    "leader",
    "skill",
    "assignment",
    "introduction",
    "contribution",
    "habit",
    "other",
)
STEP_STATUSES = ("idea", "next", "doing", "done", "dropped")
CHANNELS = ("email", "phone", "link", "handle")

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

LEVELS = ("building", "district", "state", "region", "national", "international")
TIERS = {"inner": 30, "close": 90, "loose": 180}  # days between conversations

SECTORS = ("K-12", "higher education", "industry", "government", "nonprofit", "self-employed")
ROLES = (
    "mentor",
    "mentee",
    "expert",
    "employer",
    "speaker",
    "advocate",
    "policymaker",
    "peer",
    "colleague",
    "vendor",
)

# the parts of the queue's score, in words
PARTS = {
    "pinned": "you pinned it",
    "promise": "you said you would",
    "awaited": "they said they would",
    "soon": "due within a week, more the nearer",
    "late": "overdue, full after two weeks",
    "lapsed": "a contact whose turn has come",
    "neglect": "how far past the cadence, full at twice it",
    "closeness": "a short cadence, full at a month or less",
    "new": "never talked with yet",
    "variety": "somebody of a class that your diversity targets lack",
    "prepare": "an event that starts within two weeks",
    "debrief": "an event not looked back on yet",
    "fresh": "how fresh the event is, full on its last day, nothing after 60 days",
    "behind": "a goal below its straight line",
    "gap": "how much of the goal's target is lacking by now",
    "renewal": "a membership that runs out within a month, or ran out",
    "step": "a step of your plan that can be done now",
    "introduce": "an introduction that you owe",
    "remind": "an introduction that you asked for, not made in two weeks",
    "hear": "you introduced two others a week ago, and did not hear whether they met",
    "meet": "you were introduced, and did not meet in a week",
    "thank": "you met, and did not thank who introduced you",
    "waiting": "how long an introduction waits for its next move, full after a month",
}


def table_of(record: str) -> str:
    """The table that holds a kind of record."""
    return _TABLES.get(record, record)


def record_of(table: str) -> str:
    """The kind of record that a table holds."""
    return _RECORDS.get(table, table)


def plural_of(record: str) -> str:
    """Several of a kind of record: follow_ups, opportunities."""
    return f"{record[:-1]}ies" if record.endswith("ity") else f"{record}s"


def spelled(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that `word` means, whatever its case, hyphens and spaces; None when there is none."""
    if word in known:
        return word
    wanted = _bare(word)
    return next((one for one in known if _bare(one) == wanted), None)


def _bare(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")
