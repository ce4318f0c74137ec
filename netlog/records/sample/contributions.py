"""The sample's contributions, from the building to the state, and what they were given at."""

from datetime import date

from netlog.records.sample.days import Record, filled, weekday_of
from netlog.records.sample.events import event_name, starts_on
from netlog.records.sample.groups import BUCKEYE, PLC
from netlog.records.sample.names import full_names

# title (a word after # is a tag), kind, weeks ago, level, with, brought
_GIVEN = (
    ("Typing club handbook #clubs", "resource", 62, "building", "Esperanza", ""),
    ("Notes from a silent demo", "post", 46, "building", "", ""),
    ("A rubric we argued about", "lesson-plan", 34, "building", "Luis", ""),
    ("Phishing lesson for seventh grade #security", "lesson-plan", 19, "", "Kwame", ""),
    ("Code night kit #clubs", "resource", 11, "district", "Keiko", ""),
)
# event: title, kind, level, group, hours, with, brought
_AT_EVENTS = {
    "share fair": (
        *("Unplugged: three lessons without a screen #win", "talk", "state", BUCKEYE),
        *(4.0, "", "Noor Rosalind"),
    ),
    "plc": ("One artifact, 45 minutes: how we look at pupil work", "talk", "", PLC, 2.0, "", ""),
    "board": ("What the pupils would cut first", "talk", "district", "", 3.0, "Desmond", "Nils"),
    "sensors": (
        *("Soil sensors in an afternoon #sensors", "workshop", "district", ""),
        *(6.5, "Siobhán", "Daniela Jamal"),
    ),
}


def contributions(today: date) -> list[Record]:
    """All of them, the oldest first."""
    found = [
        _contribution(title, kind, weekday_of(today, weeks_ago, 3), level, with_, brought)
        for title, kind, weeks_ago, level, with_, brought in _GIVEN
    ]
    for key, (title, kind, level, group, hours, with_, brought) in _AT_EVENTS.items():
        more = filled({"event": event_name(key, today), "group": group, "hours": hours})
        found.append(_contribution(title, kind, starts_on(key, today), level, with_, brought) | more)
    return sorted(found, key=lambda one: str(one["given_on"]))


def _contribution(text: str, kind: str, given_on: date, level: str, with_: str, brought: str) -> Record:
    title, *tags = text.split(" #")
    return filled(
        {"title": title, "kind": kind, "given_on": given_on.isoformat(), "level": level, "tags": tags}
        | {"contacts": full_names(with_), "brought": full_names(brought)}
    )
