"""The sample's opportunities: gained, ongoing and open."""

from datetime import date

from netlog.records.sample.days import Record, filled, weekday_of
from netlog.records.sample.events import event_name
from netlog.records.sample.names import full_names

# what, kind, status, came up and was closed weeks ago, through, event that it came of, outcome
_CAME_UP: tuple[tuple[str, str, str, int, int | None, str, str, str], ...] = (
    (
        *("A session of my own at Lakeshore", "speaking", "gained", 14, 6, "Ingrid"),
        *("lakeshore before", "Second morning, 45 minutes"),
    ),
    ("A practitioner note, written by two", "collaboration", "ongoing", 10, None, "Zoë", "", ""),
    ("A club grant of the Fernbank Fund", "grant", "open", 3, None, "Kwame", "", ""),
)


def opportunities(today: date) -> list[Record]:
    return [_opportunity(row, today) for row in _CAME_UP]


def _opportunity(row: tuple[str, str, str, int, int | None, str, str, str], today: date) -> Record:
    what, kind, status, opened, closed, who, event, outcome = row
    return filled(
        {
            "what": what,
            "kind": kind,
            "status": status,
            "opened_on": weekday_of(today, opened, 0).isoformat(),
            "closed_on": None if closed is None else weekday_of(today, closed, 1).isoformat(),
            "contacts": full_names(who),
            "source": event_name(event, today) if event else None,
            "outcome": outcome,
        }
    )
