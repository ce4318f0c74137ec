"""Cadences of tiers, roles and tags."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from netlog.models.base import SQLModel, link, one_of


class Cadence(SQLModel, table=True):
    """How often, in days, for everyone of a tier, role or tag."""

    __tablename__ = "cadence"
    __table_args__ = link(one_of("kind", ("tier", "role", "tag")), CheckConstraint("days BETWEEN 0 AND 3650"))

    kind: str = Field(primary_key=True)
    word: str = Field(primary_key=True)
    days: int
