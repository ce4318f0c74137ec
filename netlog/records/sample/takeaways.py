"""The sample's takeaways: to try, tried, kept and dropped."""

from datetime import date, timedelta

from netlog.records.sample.days import Record, filled, this_week
from netlog.records.sample.events import event_name, starts_on

# event, what, status, tried and closed how many days after the event, outcome
_TAKEN = (
    ("lakeshore before", "A repair log that pupils keep themselves", "kept", 20, 60, "Fewer broken cables"),
    ("lakeshore before", "A demo without a word", "dropped", 12, 90, "Funny once"),
    ("privacy", "Ask every vendor for a deletion date in writing", "kept", 9, 80, "Five of seven answered"),
    (
        "share fair",
        "Start with what cannot be done on a screen",
        "tried",
        30,
        None,
        "Calm, and loud at the end",
    ),
    ("sensible ai", "Pupils argue with the model's answer in writing", "to-try", None, None, ""),
    ("board", "Three minutes of pupils before any slide", "to-try", None, None, ""),
    ("sensors", "Pair each new teacher with one who has done it once", "to-try", None, None, ""),
)


def takeaways(today: date) -> list[Record]:
    """In the order of their events, and one that became a habit this week."""
    new = this_week(today, 1)
    kept = {
        **{"what": "One exit question for all three schools", "status": "kept", "tags": ["win"]},
        **{
            "noted_on": (new - timedelta(days=40)).isoformat(),
            "tried_on": (new - timedelta(days=19)).isoformat(),
        },
        **{
            "kept_on": new.isoformat(),
            "source": event_name("plc", today),
            "outcome": "We compare answers now",
        },
    }
    return [*(_takeaway(row, today) for row in _TAKEN), kept]


def _takeaway(row: tuple[str, str, str, int | None, int | None, str], today: date) -> Record:
    key, what, status, tried, closed, outcome = row
    noted_on = starts_on(key, today)
    days = {"tried_on": tried, f"{status}_on": closed if closed is not None else tried}
    return filled(
        {"what": what, "status": status, "noted_on": noted_on.isoformat(), "source": event_name(key, today)}
        | {"outcome": outcome}
        | {
            key: (noted_on + timedelta(days=after)).isoformat()
            for key, after in days.items()
            if after is not None
        }
    )
