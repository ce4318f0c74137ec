"""The sample's events: nine behind us (one of them skipped), three to come."""

from datetime import date, timedelta

from netlog.records.sample.days import Record, filled, weekday_of
from netlog.records.sample.groups import BUCKEYE, GUILD, LAKESHORE, PLC
from netlog.records.sample.names import full_names

# key: (name, weeks ago, weekday, days, kind, mode, role, status, level); {year} is the year it starts in
_EVENTS = {
    "lakeshore before": (
        *("Lakeshore Learning and Technology Conference {year}", 50, 3, 2),
        *("conference", "in-person", "attendee", "attended", "region"),
    ),
    "privacy": (
        *("Student Data Privacy Without Tears", 37, 2, 1),
        *("webinar", "online", "attendee", "attended", "national"),
    ),
    "plc": (
        *("Middle Grades Computing PLC kickoff", 31, 1, 1),
        *("plc", "online", "organizer", "attended", "national"),
    ),
    "share fair": (
        *("Ohio Computing Teachers' Share Fair", 25, 5, 1),
        *("conference", "in-person", "presenter", "attended", "state"),
    ),
    "code night": (
        *("Birchwater Family Code Night", 13, 3, 1),
        *("meetup", "in-person", "volunteer", "attended", "district"),
    ),
    "sensible ai": (
        *("Sensible AI in the Middle Grades", 9, 1, 1),
        *("webinar", "online", "attendee", "attended", "international"),
    ),
    "board": (
        *("Open House for the Birchwater School Board", 6, 0, 1),
        *("talk", "in-person", "presenter", "attended", "district"),
    ),
    "network day": (
        *("School Network Managers' Day", 4, 4, 1),
        *("meeting", "in-person", "attendee", "skipped", "state"),
    ),
    "sensors": (
        *("Sensors and Small Boards Workshop", 2, 5, 1),
        *("workshop", "in-person", "organizer", "attended", "region"),
    ),
    "meetup": (
        *("Two Rivers EdTech Meetup", -1, 3, 1),
        *("meetup", "hybrid", "attendee", "planned", "region"),
    ),
    "lakeshore": (
        *("Lakeshore Learning and Technology Conference {year}", -3, 3, 2),
        *("conference", "in-person", "presenter", "registered", "region"),
    ),
    "roundtable": (
        *("Roundtable on the State Computing Standards", -5, 2, 1),
        *("meeting", "in-person", "attendee", "planned", "state"),
    ),
}

# key: (place, url, organizer)
_PLACES = {
    "lakeshore before": ("Toledo, Ohio", "https://example.org/lakeshore", "Lakeshore Learning Circle"),
    "privacy": ("", "https://example.com/privacy-without-tears", "Copperline Consulting"),
    "plc": ("", "https://example.net/middle-grades-plc", ""),
    "share fair": ("Columbus, Ohio", "https://example.org/share-fair", "Buckeye Computing Teachers"),
    "code night": ("Maple Fork Middle School library", "", "Maple Fork Middle School"),
    "sensible ai": ("", "https://example.net/sensible-ai", "Open Slate Institute"),
    "board": ("Maple Fork Middle School, room 114", "", "Birchwater City Schools"),
    "network day": ("Mansfield, Ohio", "", "Guild of School Network Managers"),
    "sensors": ("Fennel Hill Academy", "", "Fennel Hill Academy"),
    "meetup": ("The Signal Box, Akron, Ohio", "https://example.com/two-rivers", "Two Rivers EdTech"),
    "lakeshore": ("Sandusky, Ohio", "https://example.org/lakeshore", "Lakeshore Learning Circle"),
    "roundtable": ("Columbus, Ohio", "", "Ohio Bureau of Digital Learning"),
}

# key: the group whose meeting it is
_GROUPS = {
    "lakeshore before": LAKESHORE,
    "plc": PLC,
    "share fair": BUCKEYE,
    "network day": GUILD,
    "lakeshore": LAKESHORE,
}

# key: whom I met there, or mean to meet when it is still to come
_THERE = {
    "lakeshore before": "Ingrid Oluwaseun Siobhán Theodora Priya",
    "privacy": "Ravi",
    "plc": "Leilani Yusuf Wen-Li",
    "share fair": "Noor Rosalind Kwame Zoë",
    "code night": "Anjali Beatriz Keiko",
    "sensible ai": "Clémence Björn Aroha",
    "board": "Nils Desmond",
    "sensors": "Jamal Daniela Siobhán",
    "meetup": "Santiago Anjali",
    "lakeshore": "Ikram Oluwaseun Rosalind Santiago",
    "roundtable": "Tallulah Gideon Noor",
}

_TAKEAWAYS = {
    "lakeshore before": "Hallway talks beat the keynotes. Next time propose a session, with pupil work.",
    "privacy": "Ask vendors for a deletion date in writing; keep one list of every tool with pupil names.",
    "plc": "Eleven came, eight stayed. Keep it to 45 minutes and always look at one piece of pupil work.",
    "share fair": "Unplugged lessons drew the biggest crowd. Noor's office wants classroom examples.",
    "code night": "Parents stay longer when children teach them. Have twice as many cables.",
    "sensible ai": "Let pupils argue with the model's answer in writing; grade the argument, not the answer.",
    "board": "Three minutes of pupils showing beat twenty of mine. Nils asked for the slides.",
    "sensors": "Soil sensors work even for beginners. Pair each new teacher with one who has done it once.",
}

# of professional development; not of evenings for parents and of the board's visit
_HOURS = {
    **{"lakeshore before": 11.5, "privacy": 1.5, "plc": 0.75, "share fair": 6.0, "sensible ai": 1.25},
    **{"sensors": 5.0},
}

_NOTES = {
    "network day": "Clashed with our parent evening; Tomasz went and has the handouts.",
    "meetup": "Ten-minute slots for demos; ask whether the water-quality dashboard fits.",
    "lakeshore": "My session is on the second morning. Bring the pupil videos on a stick as well.",
    "roundtable": "Read the draft standards first, and bring two pages of pupil work.",
}


def events(today: date) -> list[Record]:
    return [_event(key, today) for key in _EVENTS]


def event_name(key: str, today: date) -> str:
    return _EVENTS[key][0].format(year=starts_on(key, today).year)


def starts_on(key: str, today: date) -> date:
    return weekday_of(today, _EVENTS[key][1], _EVENTS[key][2])


def is_event(key: str) -> bool:
    return key in _EVENTS


def _event(key: str, today: date) -> Record:
    _, _, _, days, kind, mode, role, status, level = _EVENTS[key]
    place, url, organizer = _PLACES[key]
    starts = starts_on(key, today)
    there = full_names(_THERE.get(key, ""))
    return filled(
        {
            "name": event_name(key, today),
            "starts_on": starts.isoformat(),
            "ends_on": (starts + timedelta(days=days - 1)).isoformat(),
            "kind": kind,
            "mode": mode,
            "role": role,
            "status": status,
            "level": level,
            "place": place,
            "url": url,
            "organizer": organizer,
            "group": _GROUPS.get(key),
            "hours": _HOURS.get(key),
            "takeaways": _TAKEAWAYS.get(key),
            "to_meet": there if status in ("planned", "registered") else [],
            "met": there if status == "attended" else [],
            "notes": _NOTES.get(key),
        }
    )
