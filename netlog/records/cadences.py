"""Cadences of tiers, roles and tags: days between conversations, where the triggers can read them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from netlog.vocabulary import TIERS

if TYPE_CHECKING:
    from netlog.store.log import Log

TIER_DAYS = "SELECT word, days FROM cadence WHERE kind = 'tier'"


def follow_tiers(log: "Log", tiers: Mapping[str, int]) -> None:
    """Bring the log's days of the tiers in line with the configuration; mostly there is nothing to do."""
    known = {row["word"]: row["days"] for row in log.rows(TIER_DAYS)}
    with log.aside("config tiers"):
        for tier, days in tiers.items():
            if tier not in known and days != TIERS.get(tier):
                log.insert("cadence", {"kind": "tier", "word": tier, "days": days})
            elif known.get(tier, days) != days:
                log.update("cadence", ("tier", tier), {"days": days})
