"""What words are read against: the user's day and the user's own lists."""

from collections.abc import Mapping, Sequence
from datetime import date

from netlog.insight.periods import DEFAULT_TERMS, Term
from netlog.vocabulary import LEVELS, TIERS


class Context:
    """`today` and `now` from the clock; `choices` are answers already given to ambiguous references."""

    __slots__ = ("choices", "levels", "now", "terms", "tiers", "today")

    def __init__(
        self,
        today: date,
        now: str,
        *,
        terms: Sequence[Term] = DEFAULT_TERMS,
        levels: Sequence[str] = LEVELS,
        tiers: Mapping[str, int] = TIERS,
        choices: Mapping[str, str] | None = None,
    ) -> None:
        self.today = today
        self.now = now
        self.terms = terms
        self.levels = tuple(levels)
        self.tiers = tiers
        self.choices = choices or {}
