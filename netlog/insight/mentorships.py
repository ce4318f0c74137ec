"""Mentorships: whether one goes on, and when its next session is to be."""

from datetime import date, timedelta


def goes_on(until: date | None, today: date) -> bool:
    """Whether a mentorship has not ended yet; its last day is part of it."""
    return until is None or until >= today


def next_session(last: date | None, since: date | None, cadence: int | None) -> date | None:
    """A cadence (in days, 0 is never) after the last session, before any after the beginning; None where unknown."""
    begun = last or since
    return begun + timedelta(days=cadence) if begun and cadence else None
