"""Which columns a width has room for, and how wide each may be."""

from collections.abc import Sequence
from typing import NamedTuple

GAP = 2  # cells between two columns

# left out in this order where the table is too wide; what is not named here always stays
LEAST_FIRST = (
    *("score", "met", "command", "tags", "place", "event", "period", "history", "expected", "streak", "per"),
    *("forecast", "ends_on", "role", "title", "level", "kind", "reason", "where", "tier", "status"),
    *(
        "organization",
        "days_left",
        "owed_by",
        "last_conversation_on",
        "contacts",
        "count",
        "changes",
        "at",
        "file",
        "line",
    ),
    *("effective_size", "constraint", "cluster", "betweenness"),
    *("toward", "next_contact_on", "target", "needed_by", "gap", "state", "latest_on"),
)
# never narrower than their longest cell; so are all dates (keys that end in _on)
RIGID = {
    *("ref", "on", "at", "step", "line", "bar", "state", "days_left", "days_late", "streak", "forecast"),
    *("count", "target", "done", "changes", "score", "ok", "command", "slack"),
}
SMALLEST = {
    **{"organization": 16, "title": 16, "contacts": 12, "reason": 16, "value": 16},
    # words of the vocabulary: whole, or not at all
    **dict.fromkeys(("kind", "level", "role", "status", "tier", "owed_by", "per", "fate", "type"), 14),
}
SMALLEST_SUBJECT = 20
SMALLEST_OTHER = 8


class Need(NamedTuple):
    """What one column needs: `most` is its longest cell; widths are in terminal cells."""

    key: str
    most: int
    subject: bool = False

    @property
    def least(self) -> int:
        if self.subject:
            return min(self.most, SMALLEST_SUBJECT)
        if self.key in RIGID or self.key.endswith("_on"):
            return self.most
        return min(self.most, SMALLEST.get(self.key, SMALLEST_OTHER))


def fitted(needs: Sequence[Need], width: int) -> dict[str, int]:
    """The width of every column that is kept, by key, in the order given."""
    kept = list(needs)
    for key in LEAST_FIRST:
        if sum(one.least + GAP for one in kept) - GAP <= width:
            break
        kept = [one for one in kept if one.key != key or one.subject]
    return _shared(kept, width)


def _shared(needs: Sequence[Need], width: int) -> dict[str, int]:
    """Every column its least, and an even share of what is left up to its most."""
    widths = {one.key: max(1, one.least) for one in needs}
    spare = width - sum(widths.values()) - GAP * (len(needs) - 1)
    hungry = [one for one in needs if widths[one.key] < one.most]
    while spare > 0 and hungry:
        share = max(1, spare // len(hungry))
        for one in hungry:
            more = min(share, one.most - widths[one.key], spare)
            widths[one.key] += more
            spare -= more
        hungry = [one for one in hungry if widths[one.key] < one.most]
    return widths
