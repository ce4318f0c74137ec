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
}
TYPES = {letter: record for record, letter in LETTERS.items()}

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
COUNTABLES = ("contacts", "people", "conversations", "events", "presentations", "follow-ups")
PERIODS = ("week", "month", "quarter", "term", "year")
SETTINGS = ("urban", "suburban", "rural")
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
    "prepare": "an event that starts within two weeks",
    "debrief": "an event not looked back on yet",
    "fresh": "how fresh the event is, full on its last day, nothing after 60 days",
    "behind": "a goal below its straight line",
    "gap": "how much of the goal's target is lacking by now",
}


def spelled(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that `word` means, whatever its case, hyphens and spaces; None when there is none."""
    if word in known:
        return word
    wanted = _bare(word)
    return next((one for one in known if _bare(one) == wanted), None)


def _bare(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")
