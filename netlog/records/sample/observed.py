"""What the sample's teacher took home from watching others, and from being watched."""

from datetime import date, timedelta

from netlog.records.sample.conversations import conversations
from netlog.records.sample.days import Record, filled

# the conversation, by the start of its summary; what, status, tried days later, outcome
_TAKEN: tuple[tuple[str, str, str, int | None, str], ...] = (
    ("She shadowed fourth hour", "Count who speaks, once a month", "tried", 24, "Fourteen of 27 by spring"),
    ("Watched her third graders", "Paper arrows before any debugger", "to-try", None, ""),
)


def observed(today: date) -> list[Record]:
    """Takeaways of observations, in their order."""
    held = conversations(today)
    return [_takeaway(row, held) for row in _TAKEN]


def _takeaway(row: tuple[str, str, str, int | None, str], held: list[Record]) -> Record:
    start, what, status, tried, outcome = row
    place = next(at for at, one in enumerate(held) if one["summary"].startswith(start))
    noted_on = date.fromisoformat(held[place]["held_on"])
    tried_on = None if tried is None else (noted_on + timedelta(days=tried)).isoformat()
    # a conversation has no name: in a log of its own it is called by its place
    return filled(
        {"what": what, "status": status, "noted_on": noted_on.isoformat(), "source": f"t{place + 1}"}
        | {"tried_on": tried_on, "outcome": outcome}
    )
