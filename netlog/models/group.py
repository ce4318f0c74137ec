"""Groups: associations, communities, PLCs, forums; who of your contacts is in them, and your own memberships."""

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
    link,
    one_of,
    strict,
    tag_table,
    to,
    valid_day,
)
from netlog.vocabulary import GROUP_KINDS


class GroupFields(Record):
    """The plain fields of a group, the same in the file and in JSON."""

    name: str
    kind: str = "association"
    level: str | None = None
    platform: str | None = None
    url: str | None = None


class Group(GroupFields, table=True):
    """An association, community, PLC, forum, chat or alumni circle."""

    __tablename__ = "network_group"
    __table_args__ = strict(
        one_of("kind", GROUP_KINDS),
        index("network_group_by_name", "folded_name", "id"),
        searched=("name", "platform", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    folded_name: str | None = folded("name")


class GroupContact(SQLModel, table=True):
    """A contact who is in a group."""

    __tablename__ = "network_group_contact"
    __table_args__ = link(index("network_group_contact_by_contact", "contact_id", "network_group_id"))

    network_group_id: int = key_to("group")
    contact_id: int = key_to("contact")


class GroupTag(SQLModel, table=True):
    """A tag of a group."""

    __tablename__ = "network_group_tag"
    __table_args__ = tag_table("group")

    network_group_id: int = key_to("group")
    word: str = Field(primary_key=True)


class MembershipFields(Record):
    """The plain fields of a membership, the same in the file and in JSON."""

    joined_on: Day
    renews_on: Day | None = None
    left_on: Day | None = None
    snoozed_until: Day | None = None  # its renewal is not in the queue before
    role: str = "member"


class Membership(MembershipFields, table=True):
    """Your own membership in a group."""

    __tablename__ = "membership"
    __table_args__ = strict(
        *valid_day("joined_on", "renews_on", "left_on", "snoozed_until"),
        CheckConstraint("renews_on IS NULL OR renews_on >= joined_on"),
        CheckConstraint("left_on IS NULL OR left_on >= joined_on"),
        index("membership_by_group", "group_id", "id"),
        index("membership_by_join", "joined_on", "id"),
        index("membership_by_renewal", "renews_on", "id", where="renews_on IS NOT NULL AND left_on IS NULL"),
        searched=("role", "notes"),
    )

    id: int | None = key()
    uid: str = Field(unique=True)
    group_id: int = to("group", nullable=False)


class MembershipTag(SQLModel, table=True):
    """A tag of a membership."""

    __tablename__ = "membership_tag"
    __table_args__ = tag_table("membership")

    membership_id: int = key_to("membership")
    word: str = Field(primary_key=True)
