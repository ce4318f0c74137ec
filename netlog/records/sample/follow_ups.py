"""The sample's follow-ups: late, due, later, done and dropped, mine and theirs."""

from datetime import date, timedelta

from netlog.records.sample.days import Record, filled
from netlog.records.sample.names import full_names

# what (a word after # is a tag), due in days, owed by, contacts: still open
_OPEN = (
    ("Send the sensor lesson plans to the workshop group #sensors", -9, "me", "Daniela Jamal"),
    ("Ask Priya how the single sign-on pilot went", -4, "me", "Priya"),
    ("Write Noor two classroom examples for the draft standards #standards", -2, "me", "Noor"),
    ("Numbers from the device survey #devices", -12, "them", "Tomasz"),
    ("Title of the book on unplugged lessons", -3, "them", "Rosalind"),
    ("Slides from the open house", 0, "me", "Nils"),
    ("Confirm the room for the PLC call #plc", 1, "me", "Aroha Leilani"),
    ("Observation dates for next month #mentoring", 4, "them", "Mateo"),
    ("Lakeshore: session outline and photo #lakeshore", 5, "me", "Ingrid"),
    ("Screen reader check of the club page #accessibility", 6, "them", "Fatoumata"),
    ("Pupil samples for the thinking rubric", 9, "me", "Zoë"),
    ("Career day: ask for two engineers", 16, "me", "Anjali"),
    ("Introduction to the foundation's program officer #grant", 20, "them", "Kwame"),
    ("Read Clémence's draft on AI talk in class #ai", 27, "me", "Clémence"),
)

# what, due in days, closed days ago, status, owed by, contacts
_CLOSED = (
    ("Return the oscilloscope", -1, 0, "done", "me", "Luis"),
    ("Quote for the soldering irons #makerspace", -6, 5, "done", "them", "Keiko"),
    ("Thank the open house helpers", -38, 39, "done", "me", "Desmond Nils"),
    ("Share the game jam brief #clubs", -30, 26, "done", "me", "Esperanza"),
    ("Send the phishing lesson", -19, 19, "done", "me", "Kwame"),
    ("Recording of the podcast", -47, 44, "done", "them", "Theodora"),
    ("Look for a second penpal class", -75, 60, "dropped", "me", "Hana"),
)

_REPEATING = ("Mentoring check-in: one win, one worry #mentoring", 3, "me", "Mateo", "2w", "done")


def follow_ups(today: date) -> list[Record]:
    still_open = [_follow_up(what, today, due, owed_by, who) for what, due, owed_by, who in _OPEN]
    what, due, owed_by, who, repeat, repeat_from = _REPEATING
    repeating = _follow_up(what, today, due, owed_by, who) | {"repeat": repeat, "repeat_from": repeat_from}
    return [*still_open, repeating, *(_closed(row, today) for row in _CLOSED)]


def _closed(row: tuple[str, int, int, str, str, str], today: date) -> Record:
    what, due, days_ago, status, owed_by, who = row
    closed_on = (today - timedelta(days=days_ago)).isoformat()
    return _follow_up(what, today, due, owed_by, who) | {"status": status, f"{status}_on": closed_on}


def _follow_up(text: str, today: date, due: int, owed_by: str, who: str) -> Record:
    what, *tags = text.split(" #")
    return filled(
        {
            "what": what,
            "due_on": (today + timedelta(days=due)).isoformat(),
            "owed_by": owed_by,
            "contacts": full_names(who),
            "status": "open",
            "tags": tags,
        }
    )
