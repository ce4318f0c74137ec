"""What words are read against: the user's day and the user's own lists."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.errors import UsageError
from netlog.insight import dates
from netlog.insight.budget import MINUTES
from netlog.insight.periods import DEFAULT_TERMS, Term
from netlog.insight.queue import WEIGHTS
from netlog.vocabulary import LEVELS, TIERS

if TYPE_CHECKING:
    from netlog.insight.diversity_targets import Target


class Context:
    """`today` and `now` from the clock; `choices` are answers already given to ambiguous references.

    `corrects` is for a change that sets right what was never so, as opposed to what is so no more.
    `told` gathers, in words, what followed from a change that was asked for: the user should know.
    """

    __slots__ = (
        *("choices", "corrects", "diversity", "levels", "minutes", "now"),
        *("terms", "tiers", "today", "told", "weights"),
    )

    def __init__(
        self,
        today: date,
        now: str,
        *,
        terms: Sequence[Term] = DEFAULT_TERMS,
        levels: Sequence[str] = LEVELS,
        tiers: Mapping[str, int] = TIERS,
        weights: Mapping[str, float] = WEIGHTS,
        minutes: Mapping[str, int] = MINUTES,
        diversity: "Mapping[str, Target] | None" = None,
        choices: Mapping[str, str] | None = None,
        told: list[str] | None = None,
        corrects: bool = False,
    ) -> None:
        self.today = today
        self.now = now
        self.terms = terms
        self.levels = tuple(levels)
        self.tiers = tiers
        self.weights = weights
        self.minutes = minutes
        self.diversity: Mapping[str, Target] = diversity or {}
        self.choices = choices or {}
        self.corrects = corrects
        self.told: list[str] = [] if told is None else told

    def day(self, text: str, lean: str = "none") -> date:
        """The day that the words mean; `lean` says which way an unclear one leans."""
        return dates.read_date(text, self.today, lean, terms=self.terms)

    def first_day(self, text: str, lean: str = "none") -> date:
        """The day that the words mean, or the first of the month or year that they name: 2019, 2019-05."""
        return self._end(text, lean, 0)

    def last_day(self, text: str, lean: str = "none") -> date:
        """The day that the words mean, or the last of the month or year that they name."""
        return self._end(text, lean, 1)

    def _end(self, text: str, lean: str, place: int) -> date:
        if not (len(text) in (4, 7) and text[:4].isdigit()):
            return self.day(text, lean)
        found = self.span(text, lean)[place]
        return found if found is not None else self.day(text, lean)

    def one_day(self, text: str, lean: str = "none") -> date | None:
        """The day that the words mean; None where they mean a range, as `last 3 months` does."""
        try:
            return None if ".." in text else self.day(text, lean)
        except UsageError:
            try:
                self.span(text, lean)
            except UsageError:
                pass  # neither: what was wrong with it as a day is the plainer message
            else:
                return None
            raise

    def span(self, text: str, lean: str = "none") -> tuple[date | None, date | None]:
        """The first and last day of a range a..b; None where an end is open."""
        return dates.read_range(text, self.today, lean, terms=self.terms)

    def away(self, day: date) -> str:
        """How far off a day is, in words."""
        return dates.days_between_text(day, self.today)
