"""The built-in sample log: a year and more in the network of an invented middle-school teacher.

Everyone and every organization in it is made up. All days are told from `today`, nothing is random, and
records refer to each other by name.
"""

from datetime import date

from netlog.records.sample.contacts import contacts
from netlog.records.sample.contributions import contributions
from netlog.records.sample.conversations import conversations
from netlog.records.sample.days import Record
from netlog.records.sample.events import events
from netlog.records.sample.exchanges import exchanges
from netlog.records.sample.follow_ups import follow_ups
from netlog.records.sample.goals import goals
from netlog.records.sample.groups import groups, memberships
from netlog.records.sample.introductions import introductions
from netlog.records.sample.observed import observed
from netlog.records.sample.opportunities import opportunities
from netlog.records.sample.plan import steps, visions
from netlog.records.sample.takeaways import takeaways


def sample(today: date) -> dict[str, list[Record]]:
    """The sample log as it stands today, in the JSON keys of each record."""
    return {
        "contacts": contacts(today),
        "events": events(today),
        "conversations": conversations(today),
        "follow_ups": follow_ups(today),
        "goals": goals(today),
        "groups": groups(today),
        "memberships": memberships(today),
        "contributions": contributions(today),
        "introductions": introductions(today),
        "exchanges": exchanges(today),
        "opportunities": opportunities(today),
        "takeaways": [*takeaways(today), *observed(today)],
        "visions": visions(today),
        "steps": steps(today),
    }
