"""Logs of a given size, made of plain invented records, the same every time."""

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from netlog.records.uid import new_uid
from netlog.store.log import Log, transaction

TODAY = date(2026, 3, 2)
NOW = "2026-03-02T12:00:00.000000Z"
CONVERSATIONS = 10  # of each contact
STEPS = 300  # of the plan
_FIRST = ("Ada", "Bela", "Chidi", "Dana", "Emre", "Fola", "Gita", "Hana", "Iris", "Jonas", "Kemi", "Lena")
_LAST = ("Okafor", "Sorel", "Nakata", "Lindqvist", "Marsh", "Adeyemi", "Costa", "Brandt", "Ivanova", "Quist")
_REGIONS = ("Ohio", "Iowa", "Texas", "Maine", "Oregon")
_TOPICS = (
    "grading by project",
    "the device rollout",
    "a reading circle",
    "single sign-on",
    "the robotics club",
)
_STAMPS = {"private": 0, "created_at": NOW, "updated_at": NOW, "notes": None}


def build(path: Path, contacts: int) -> int:
    """Write a log with so many contacts; the rows that were journalled."""
    chance = random.Random(contacts)
    with transaction(path, now=NOW, command="benchmark") as log:
        ids = _contacts(log, contacts, chance)
        _conversations(log, ids, chance)
        _follow_ups(log, ids, chance)
        _events(log, len(ids) // 100, chance)
        _goals(log)
        _plan(log, ids, chance)
        _network(log, ids, chance)
        return log.changes


def _network(log: Log, contacts: list[int], chance: random.Random) -> None:
    """Who knows whom, what they need and offer, help both ways, and one whom you mean to know."""
    target = log.insert(
        "contact",
        {
            "uid": new_uid(NOW),
            "name": "Zed Target",
            "organization": "School 5",
            "status": "target",
            **_STAMPS,
        },
    )
    pairs = {(chance.choice(contacts), chance.choice(contacts)) for _ in contacts}
    pairs |= {(chance.choice(contacts), target) for _ in range(5)}
    log.insert_many("contact_knows", [{"contact_id": a, "known_id": b} for a, b in sorted(pairs) if a != b])
    for table in ("contact_need", "contact_offer"):
        words = [{"contact_id": id, "word": f"word{chance.randrange(50)}"} for id in contacts]
        log.insert_many(table, words)
    rows = [
        {
            "uid": new_uid(NOW),
            "what": f"thing {number}",
            "direction": chance.choice(("given", "received")),
            "kind": "resource",
            "exchanged_on": str(TODAY - timedelta(days=chance.randrange(1500))),
            "hours": chance.choice((None, 1.0)),
            **_STAMPS,
        }
        for number in range(2 * len(contacts))
    ]
    ids = log.insert_many("exchange", rows)
    log.insert_many(
        "exchange_contact", [{"exchange_id": id, "contact_id": chance.choice(contacts)} for id in ids]
    )


def _contacts(log: Log, count: int, chance: random.Random) -> list[int]:
    rows: list[dict[str, Any]] = [
        {
            "uid": new_uid(NOW),
            "name": f"{_FIRST[(number - 1) % 12]} {_LAST[(number - 1) // 12 % 10]} {number}",
            "organization": f"School {number % 997}",
            "title": "Teacher",
            "region": chance.choice(_REGIONS),
            "status": "active",
            "tier": "close" if number % 25 == 0 else None,
            "met_on": str(TODAY - timedelta(days=chance.randrange(2000))),
            **_STAMPS,
        }
        for number in range(1, count + 1)
    ]
    ids = log.insert_many("contact", rows)
    log.insert_many(
        "contact_channel",
        [
            {"contact_id": id, "kind": "email", "value": f"p{id}@example.org", "label": "", "position": 0}
            for id in ids
        ],
    )
    log.insert_many("contact_tag", [{"contact_id": id, "word": f"tag{id % 20}"} for id in ids])
    return ids


def _conversations(log: Log, contacts: list[int], chance: random.Random) -> None:
    rows = [
        {
            "uid": new_uid(NOW),
            "held_on": str(TODAY - timedelta(days=chance.randrange(1500))),
            "kind": "call" if number % 7 == 0 else "meeting",
            "summary": f"{chance.choice(_TOPICS)}, part {number}",
            **_STAMPS,
        }
        for number in range(len(contacts) * CONVERSATIONS)
    ]
    ids = log.insert_many("conversation", rows)
    links = [{"conversation_id": id, "contact_id": contacts[at % len(contacts)]} for at, id in enumerate(ids)]
    log.insert_many("conversation_contact", links)


def _follow_ups(log: Log, contacts: list[int], chance: random.Random) -> None:
    rows = []
    for number in range(len(contacts) // 10):
        done = number % 50 != 0
        due = TODAY + timedelta(days=chance.randrange(-700, 0) if done else chance.randrange(-10, 30))
        rows.append(
            {
                "uid": new_uid(NOW),
                "what": f"send part {number}",
                "due_on": str(due),
                "owed_by": "me",
                "status": "done" if done else "open",
                "done_on": str(due) if done else None,
                **_STAMPS,
            }
        )
    ids = log.insert_many("follow_up", rows)
    links = [{"follow_up_id": id, "contact_id": contacts[at]} for at, id in enumerate(ids)]
    log.insert_many("follow_up_contact", links)


def _events(log: Log, count: int, chance: random.Random) -> None:
    days = [str(TODAY - timedelta(days=chance.randrange(61, 1500))) for _ in range(count)]
    log.insert_many(
        "event",
        [
            {
                "uid": new_uid(NOW),
                "name": f"Meeting {number}",
                "starts_on": day,
                "ends_on": day,
                "kind": "meeting",
                "role": "attendee",
                "status": "attended",
                "level": chance.choice(("district", "state")),
                **_STAMPS,
            }
            for number, day in enumerate(days)
        ],
    )


def _goals(log: Log) -> None:
    """Ten goals: what is counted, how many, per what, only those, each of what, and the bound."""
    goals = (
        ("contacts", 5, "month", None, None, "min"),
        ("conversations", 20, "week", None, None, "min"),
        ("follow-ups", 3, "week", None, None, "min"),
        ("people", 40, "term", None, None, "min"),
        ("conversations", 300, "month", "kind:call", None, "min"),
        ("conversations", 1, "quarter", "with:c7", None, "min"),
        ("people", 5, "year", None, "region", "min"),
        ("people", 100, "month", "tag:tag7", None, "min"),
        ("events", 3, "term", "level:state", None, "min"),
        ("conversations", 2500, "week", None, None, "max"),
    )
    log.insert_many(
        "goal",
        [
            {
                "uid": new_uid(NOW),
                "title": f"{target} {count} a {per}",
                "count": count,
                "where": where,
                "distinct": distinct,
                "target": target,
                "bound": bound,
                "per": per,
                "starts_on": str(TODAY - timedelta(days=365)),
                "status": "active",
                **_STAMPS,
            }
            for count, target, per, where, distinct, bound in goals
        ],
    )


def _plan(log: Log, contacts: list[int], chance: random.Random) -> None:
    """A vision and some hundred steps, many under or in need of an earlier one, some about a contact."""
    vision = {
        "uid": new_uid(NOW),
        "statement": "I lead the field",
        "by_on": "2031-03-02",
        "status": "current",
    }
    [vision_id] = log.insert_many("vision", [{**vision, **_STAMPS}])
    steps = [
        {
            "uid": new_uid(NOW),
            "what": f"step {number} of the plan",
            "kind": "person" if number % 5 == 0 else "other",
            "status": "done" if number % 7 == 0 else "idea",
            "done_on": str(TODAY) if number % 7 == 0 else None,
            "by_on": str(TODAY + timedelta(days=chance.randrange(1500))) if number % 3 == 0 else None,
            "vision_id": vision_id,
            "contact_id": chance.choice(contacts) if number % 5 == 0 else None,
            **_STAMPS,
        }
        for number in range(STEPS)
    ]
    ids = log.insert_many("plan_step", steps)
    for at, id in enumerate(ids):
        if at and at % 2:
            log.update("plan_step", id, {"parent_id": chance.choice(ids[:at])})
    needs = {(id, chance.choice(ids[at + 1 :])) for at, id in enumerate(ids[:-1]) if at % 4 == 0}
    log.insert_many("plan_step_need", [{"plan_step_id": one, "needed_id": two} for one, two in sorted(needs)])
