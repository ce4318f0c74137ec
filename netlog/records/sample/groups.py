"""The sample's groups, and the memberships in them: one to be renewed soon, one that is over."""

from datetime import date, timedelta

from netlog.records.sample.days import Record, filled, weekday_of
from netlog.records.sample.names import full_names

BUCKEYE = "Buckeye Computing Teachers"
LAKESHORE = "Lakeshore Learning Circle"
PLC = "Middle Grades Computing PLC"
GUILD = "Guild of School Network Managers"

# name, kind, level, platform, url, members
_GROUPS = (
    (BUCKEYE, "association", "state", "in person", "https://example.org/buckeye", "Rosalind Noor Kwame"),
    (LAKESHORE, "association", "region", "in person", "https://example.org/lakeshore", "Ingrid Oluwaseun"),
    (PLC, "plc", "national", "video calls", "https://example.net/middle-grades-plc", "Leilani Yusuf Wen-Li"),
    ("Network of Teaching Coders", "community", "national", "forum", "", "Ikram Zoë"),
    (GUILD, "association", "state", "mailing list", "", "Tomasz Nils"),
)
# group, role, joined weeks ago, renews in days, left weeks ago
_MEMBERSHIPS = (
    (BUCKEYE, "newsletter columnist", 59, 12, None),
    (LAKESHORE, "member", 50, 164, None),
    (PLC, "organizer", 31, None, None),
    (GUILD, "guest", 57, None, 4),
)


def groups(today: date) -> list[Record]:
    return [_group(row) for row in _GROUPS]


def memberships(today: date) -> list[Record]:
    return [_membership(row, today) for row in _MEMBERSHIPS]


def _group(row: tuple[str, str, str, str, str, str]) -> Record:
    name, kind, level, platform, url, members = row
    return filled(
        {"name": name, "kind": kind, "level": level, "platform": platform, "url": url}
        | {"members": full_names(members)}
    )


def _membership(row: tuple[str, str, int, int | None, int | None], today: date) -> Record:
    group, role, joined, renews, left = row
    return filled(
        {
            "group": group,
            "role": role,
            "joined_on": weekday_of(today, joined, 1).isoformat(),
            "renews_on": None if renews is None else (today + timedelta(days=renews)).isoformat(),
            "left_on": None if left is None else weekday_of(today, left, 0).isoformat(),
        }
    )
