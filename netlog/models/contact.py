"""Contacts, and what hangs on one: channels, roles, tags, and what only another program has a place for."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from netlog.models.base import (
    Day,
    Record,
    SQLModel,
    derived,
    folded,
    index,
    is_day,
    key,
    key_to,
    link,
    one_of,
    strict,
    tag_table,
    to,
    valid_day,
)
from netlog.vocabulary import CHANNELS, CONTACT_STATUSES, SETTINGS

_BIRTHDAY = "('2000' || substr(birthday, 2))"  # of one whose year is not known: a leap year, so 29 Feb is one


class ContactFields(Record):
    """The plain fields of a contact, the same in the file and in JSON."""

    name: str
    nickname: str | None = None
    organization: str | None = None
    title: str | None = None
    region: str | None = None
    setting: str | None = None
    sector: str | None = None
    specialty: str | None = None
    level: str | None = None
    met_on: Day | None = None
    met_via: str | None = None
    cadence: int | None = None  # days between conversations; 0 is never
    tier: str | None = None
    status: str = "active"
    birthday: str | None = None  # 1990-04-12, or --04-12 where the year is not known
    snoozed_until: Day | None = None


class Contact(ContactFields, table=True):
    """A person you know, or mean to know."""

    __tablename__ = "contact"
    __table_args__ = strict(
        one_of("status", CONTACT_STATUSES),
        one_of("setting", SETTINGS),
        CheckConstraint("cadence BETWEEN 0 AND 3650"),
        *valid_day("met_on", "snoozed_until", "last_conversation_on", "next_contact_on", "known_on"),
        CheckConstraint(f"{is_day('birthday')} OR {is_day(_BIRTHDAY)}"),
        index("contact_by_name", "folded_name", "id"),
        index("contact_by_nickname", "folded_nickname", where="folded_nickname IS NOT NULL"),
        index("contact_by_next", "next_contact_on", "id", where="next_contact_on IS NOT NULL"),
        index("contact_by_last", "last_conversation_on", "id"),
        index("contact_by_updated", "updated_at", "id"),
        index("contact_by_known", "known_on", "status"),
        index(
            "contact_by_organization",
            "organization COLLATE NOCASE",
            "last_conversation_on",
            "id",
            where="organization IS NOT NULL",
        ),
        index("contact_by_met_event", "met_event_id", where="met_event_id IS NOT NULL"),
        index("contact_by_met_through", "met_through_id", where="met_through_id IS NOT NULL"),
        searched=(
            "name",
            "nickname",
            "organization",
            "title",
            "region",
            "sector",
            "specialty",
            "met_via",
            "notes",
        ),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    met_event_id: int | None = to("event")
    met_through_id: int | None = to("contact")
    folded_name: str | None = folded("name")
    folded_nickname: str | None = folded("nickname")
    last_conversation_on: str | None = derived()
    next_contact_on: str | None = derived()
    known_on: str | None = derived()  # met_on, else the first conversation: when goals count them as met


class ContactChannel(SQLModel, table=True):
    """An e-mail address, phone number, link or handle."""

    __tablename__ = "contact_channel"
    __table_args__ = link(
        one_of("kind", CHANNELS), index("contact_channel_by_value", "kind", "folded_value", "contact_id")
    )

    contact_id: int = key_to("contact")
    kind: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    label: str = ""
    position: int = 0
    folded_value: str | None = folded("value")


class ContactRole(SQLModel, table=True):
    """What a contact is to you, since when and until when."""

    __tablename__ = "contact_role"
    __table_args__ = link(
        CheckConstraint(f"since = '' OR {is_day('since')}"),
        CheckConstraint(f"{is_day('until')} AND (until IS NULL OR until >= since)"),
        index("contact_role_by_role", "role", "contact_id"),
    )

    contact_id: int = key_to("contact")
    role: str = Field(primary_key=True)
    since: str = Field(default="", primary_key=True)
    until: str | None = None


class ContactTag(SQLModel, table=True):
    """A tag of a contact."""

    __tablename__ = "contact_tag"
    __table_args__ = tag_table("contact")

    contact_id: int = key_to("contact")
    word: str = Field(primary_key=True)


class ContactNeed(SQLModel, table=True):
    """What a contact looks for, in a word."""

    __tablename__ = "contact_need"
    __table_args__ = tag_table("contact", "contact_need")

    contact_id: int = key_to("contact")
    word: str = Field(primary_key=True)


class ContactOffer(SQLModel, table=True):
    """What a contact can help with, in a word."""

    __tablename__ = "contact_offer"
    __table_args__ = tag_table("contact", "contact_offer")

    contact_id: int = key_to("contact")
    word: str = Field(primary_key=True)


class ContactTopic(SQLModel, table=True):
    """What a mentorship with a contact is about, in a word."""

    __tablename__ = "contact_topic"
    __table_args__ = tag_table("contact", "contact_topic")

    contact_id: int = key_to("contact")
    word: str = Field(primary_key=True)


class ContactKnows(SQLModel, table=True):
    """Whom a contact knows, as far as you noted it; it holds both ways."""

    __tablename__ = "contact_knows"
    __table_args__ = link(
        CheckConstraint("contact_id <> known_id"),
        index("contact_knows_by_known", "known_id", "contact_id"),
    )

    contact_id: int = key_to("contact")
    known_id: int = key_to("contact")


class ContactCareer(SQLModel, table=True):
    """Where a contact worked before, as what, since when and until when."""

    __tablename__ = "contact_career"
    __table_args__ = link(
        CheckConstraint(f"since = '' OR {is_day('since')}"),
        CheckConstraint(f"{is_day('until')} AND (until IS NULL OR until >= since)"),
        CheckConstraint("organization <> '' OR title <> ''"),
        index("contact_career_by_organization", "organization COLLATE NOCASE", "contact_id"),
    )

    contact_id: int = key_to("contact")
    organization: str = Field(primary_key=True)
    title: str = Field(default="", primary_key=True)
    since: str = Field(default="", primary_key=True)
    until: str | None = None
    folded_organization: str | None = folded("organization")
    folded_title: str | None = folded("title")


class ContactExtra(SQLModel, table=True):
    """A line of another program's record of a contact that has no place here: an export in that format gives it back."""

    __tablename__ = "contact_extra"
    __table_args__ = link()

    contact_id: int = key_to("contact")
    format: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    line: str
