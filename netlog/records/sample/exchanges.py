"""The sample's exchanges: help given and received, some with hours, some that nothing went back for yet."""

from datetime import date

from netlog.records.sample.conversations import conversations
from netlog.records.sample.days import Record, filled, weekday_of
from netlog.records.sample.names import full_names

# what, direction, kind, weeks ago, weekday, with, hours
_EXCHANGES: tuple[tuple[str, str, str, int, int, str, float | None], ...] = (
    ("How to sit through a budget meeting", "received", "advice", 52, 2, "Amara", None),
    ("Her data on block-to-text, before it is printed", "received", "resource", 30, 3, "Zoë", None),
    ("Read her survey and marked what pupils misread", "given", "feedback", 28, 1, "Zoë", 1.5),
    ("A switch for the lab, and an evening to set it up", "received", "other", 26, 4, "Tomasz", 3.0),
    ("Three unplugged lessons", "given", "lesson-plan", 24, 2, "Rosalind Noor", None),
    ("First-week routines", "given", "mentoring", 20, 0, "Mateo", 1.0),
    ("A screen reader run over the contest page", "received", "feedback", 15, 2, "Fatoumata", 1.0),
    ("Named me to the conference committee", "received", "referral", 14, 1, "Ingrid", None),
    ("The password lesson", "given", "lesson-plan", 9, 3, "Kwame", None),
    ("Watched my talk and took the jokes out", "received", "mentoring", 6, 2, "Amara", 1.0),
    ("Cutting a quiz in half", "given", "mentoring", 3, 0, "Mateo", 1.0),
    ("A thermal camera for the light lab", "received", "resource", 2, 4, "Luis", None),
    ("Palette lesson", "given", "lesson-plan", 1, 1, "Thu", None),
)


def exchanges(today: date) -> list[Record]:
    """All exchanges, in order; the hour of a mentoring session came of its conversation."""
    held = conversations(today)
    return [_exchange(row, today, held) for row in _EXCHANGES]


def _exchange(
    row: tuple[str, str, str, int, int, str, float | None], today: date, held: list[Record]
) -> Record:
    what, direction, kind, weeks, weekday, who, hours = row
    values: Record = {
        "what": what,
        "direction": direction,
        "kind": kind,
        "exchanged_on": weekday_of(today, weeks, weekday).isoformat(),
        "contacts": full_names(who),
        "hours": hours,
    }
    return filled(values | {"source": _session(values, held)})


def _session(exchange: Record, held: list[Record]) -> str | None:
    """The mentoring session of that day with the same people: a conversation is called by its place."""
    same = (exchange["kind"], exchange["exchanged_on"], exchange["contacts"])
    places = (at for at, one in enumerate(held, 1) if (one["kind"], one["held_on"], one["contacts"]) == same)
    return next((f"t{place}" for place in places), None)
