"""The ladder: what was given to the field by level and year, and the level to reach for next."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from netlog.insight.lengths import add_months

RECENT_YEARS = 2  # how far back the rung that one stands on is looked for


class Given(NamedTuple):
    """One contribution: its level, None where it is not known, and its day."""

    level: str | None
    on: date


class Rung(NamedTuple):
    """How many contributions of a level there were in each year, and in all."""

    level: str | None
    years: dict[int, int]
    total: int


class Next(NamedTuple):
    """The level to reach for; `stands` is the one that was reached lately, if any, `top` that it is the last."""

    level: str
    stands: str | None
    top: bool


def rungs(given: Iterable[Given], levels: Sequence[str]) -> list[Rung]:
    """A rung for each level from the nearest to the furthest, then for other words, then for unknown ones.

    Every rung has the same years, from the first to the last with a contribution.
    """
    found = list(given)
    span = [one.on.year for one in found]
    years = range(min(span), max(span) + 1) if span else range(0)
    others = sorted({one.level for one in found if one.level and one.level not in levels})
    return [_rung(level, found, years) for level in (*levels, *others, None)]


def next_rung(given: Iterable[Given], levels: Sequence[str], today: date) -> Next:
    """The level after the highest one with a contribution in the last two years; the first where there is none.

    Whoever stands on the highest level stays there.
    """
    since = add_months(today, -12 * RECENT_YEARS)
    lately = {one.level for one in given if since < one.on <= today}
    reached = [place for place, level in enumerate(levels) if level in lately]
    if not reached:
        return Next(levels[0], None, False)
    highest = reached[-1]
    top = highest == len(levels) - 1
    return Next(levels[highest if top else highest + 1], levels[highest], top)


def _rung(level: str | None, given: Sequence[Given], years: range) -> Rung:
    of_level = [one.on.year for one in given if one.level == level]
    return Rung(level, {year: of_level.count(year) for year in years}, len(of_level))
