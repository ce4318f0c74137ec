"""The built-in sample log: a year and more in the network of an invented middle-school teacher.

Everyone and every organization in it is made up. All days are told from `today`, nothing is random, and
records refer to each other by name.
"""

from datetime import date

from netlog.records.sample.contacts import contacts
from netlog.records.sample.conversations import conversations
from netlog.records.sample.days import Record
from netlog.records.sample.events import events
from netlog.records.sample.follow_ups import follow_ups
from netlog.records.sample.goals import goals


def sample(today: date) -> dict[str, list[Record]]:
    """The sample log as it stands today, in the JSON keys of each record."""
    return {
        "contacts": contacts(today),
        "events": events(today),
        "conversations": conversations(today),
        "follow_ups": follow_ups(today),
        "goals": goals(today),
    }
