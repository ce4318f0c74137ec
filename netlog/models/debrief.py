"""Debriefs that were held."""

from netlog.models.base import SQLModel, key_to, link, valid_day


class Debrief(SQLModel, table=True):
    """An attended event that was looked back on."""

    __tablename__ = "debrief"
    __table_args__ = link(*valid_day("held_on"))

    event_id: int = key_to("event")
    held_on: str
