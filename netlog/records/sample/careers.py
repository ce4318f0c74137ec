"""Where some of the sample's contacts worked before, or work beside."""

from datetime import date

from netlog.records.sample.days import Record, filled, weekday_of

# organization, title, since and until in weeks ago
_CAREERS: dict[str, tuple[tuple[str, str, int | None, int | None], ...]] = {
    "Priya": (
        ("Birchwater City Schools", "Network engineer", 420, 170),
        ("Copperline Consulting", "Help desk", None, 420),
    ),
    "Kwame": (("Saint Odile Hospital", "Security analyst", 610, 240),),
    "Noor": (("Maple Fork Middle School", "Computing teacher", 700, 330),),
    "Anjali": (("Paper Lantern Games", "Intern", None, 260),),
    "Oluwaseun": (("Open Slate Institute", "Fellow", 90, None),),
}


def careers(first: str, today: date) -> list[Record]:
    """The positions of a contact beside the present one, by first name."""
    return [
        filled(
            {
                "organization": organization,
                "title": title,
                "since": _day(since, today),
                "until": _day(until, today),
            }
        )
        for organization, title, since, until in _CAREERS.get(first, ())
    ]


def _day(weeks_ago: int | None, today: date) -> str | None:
    return None if weeks_ago is None else weekday_of(today, weeks_ago, 0).isoformat()
