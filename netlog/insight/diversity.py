"""How diverse a set of people is: the classes of one dimension, and the measures of how evenly they are filled.

With p the share of each class among all that is known:

- Gini-Simpson, also Blau's index: 1 - sum p^2, the chance that two picked at random (with putting back) are of
  different classes. E. H. Simpson, "Measurement of Diversity", Nature 163 (1949); P. M. Blau, "Inequality and
  Heterogeneity" (1977).
- Evenness: that index divided by the most it can be with so many classes, 1 - 1/k, so that 1 is all classes
  equal. J. H. Mueller and K. F. Schuessler, "Statistical Reasoning in Sociology" (1961), as the index of
  qualitative variation.
- Effective number of classes: exp(-sum p ln p), how many equal classes would be as diverse (of order 1).
  C. E. Shannon (1948); M. O. Hill, "Diversity and Evenness", Ecology 54 (1973); L. Jost, "Entropy and
  diversity", Oikos 113 (2006).
- Share of the largest class: max p. W. H. Berger and F. L. Parker, Science 168 (1970).
"""

from collections.abc import Iterable, Sequence
from math import exp, log
from typing import NamedTuple

from netlog.folding import fold

PLACES = 4


class Class(NamedTuple):
    """A class as it is most often spelled, and how many are in it."""

    name: str
    size: int


class Spread(NamedTuple):
    """One dimension of a set of people.

    `people` are all of them, `unknown` those of whom it is not known; `total` is what shares are of: the known
    ones, or where one can be of several classes the sum of the classes. Classes come largest first.
    """

    people: int
    unknown: int
    total: int
    classes: tuple[Class, ...]


class Measures(NamedTuple):
    """The measures of the module, to four places; None where there are too few classes to tell."""

    gini_simpson: float | None
    evenness: float | None
    effective_classes: float | None
    largest_share: float | None


def spreads(
    counted: Iterable[tuple[str | None, Sequence[int]]], people: Sequence[int] | None = None
) -> list[Spread]:
    """The spread of each of several sets, from how many of each class are in them; None is unknown.

    Spellings of one class (case, accents) are one. `people` is how many are in each set, where one can be of
    several classes; else it is the sum of the counts.
    """
    spellings: dict[str, dict[str, list[int]]] = {}
    for name, counts in counted:
        spelled = spellings.setdefault(fold(name) if name else "", {})
        known = spelled.setdefault(name or "", [0] * len(counts))
        spelled[name or ""] = [one + more for one, more in zip(known, counts, strict=True)]
    unknown = _sums(spellings.pop("", {}).values())
    classes = [
        (min(one, key=lambda name: (-sum(one[name]), name)), _sums(one.values()))
        for one in spellings.values()
    ]
    sets = len(people or unknown or next((sums for _, sums in classes), ()))
    return [_spread(classes, place, unknown, people) for place in range(sets)]


def _spread(
    classes: Iterable[tuple[str, Sequence[int]]],
    place: int,
    unknown: Sequence[int],
    people: Sequence[int] | None,
) -> Spread:
    found = [Class(name, counts[place]) for name, counts in classes if counts[place]]
    found.sort(key=lambda one: (-one.size, one.name.casefold()))
    total = sum(one.size for one in found)
    left = unknown[place] if unknown else 0
    return Spread(total + left if people is None else people[place], left, total, tuple(found))


def _sums(counts: Iterable[Sequence[int]]) -> list[int]:
    return [sum(ones) for ones in zip(*counts, strict=True)]


def measures(counts: Iterable[int]) -> Measures:
    """The measures of classes with so many in each."""
    filled = [count for count in counts if count]
    total = sum(filled)
    if not total:
        return Measures(None, None, None, None)
    shares = [count / total for count in filled]
    concentration = sum(count * count for count in filled) / (total * total)
    entropy = -sum(share * log(share) for share in shares)
    many = len(filled)
    return Measures(
        round(1 - concentration, PLACES),
        round((1 - concentration) / (1 - 1 / many), PLACES) if many > 1 else None,
        round(exp(entropy), PLACES),
        round(max(shares), PLACES),
    )


def share(count: int, total: int) -> float | None:
    """A share to four places; None of nothing."""
    return round(count / total, PLACES) if total else None


def largest(spreads: Iterable[Spread], most: int) -> list[str]:
    """The largest classes of each of some spreads, each once."""
    return list(dict.fromkeys(one.name for found in spreads for one in found.classes[:most]))


def told(found: Spread, names: Sequence[str]) -> tuple[list[Class], list[Class]]:
    """The classes of these names, and the rest."""
    parts: tuple[list[Class], list[Class]] = ([], [])
    for one in found.classes:
        parts[one.name not in names].append(one)
    return parts
