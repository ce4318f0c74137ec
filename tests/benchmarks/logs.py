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
        _goals(log)
        return log.changes


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
            "kind": "meeting",
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


def _goals(log: Log) -> None:
    goals = (
        ("contacts", 5, "month"),
        ("conversations", 20, "week"),
        ("follow-ups", 3, "week"),
        ("people", 40, "term"),
    )
    log.insert_many(
        "goal",
        [
            {
                "uid": new_uid(NOW),
                "title": f"{target} {count} a {per}",
                "count": count,
                "target": target,
                "per": per,
                "starts_on": str(TODAY - timedelta(days=365)),
                "status": "active",
                **_STAMPS,
            }
            for count, target, per in goals
        ],
    )
