"""How much of a go-between somebody is: R. S. Burt's measures ("Structural Holes", 1992), every tie counting alike.

- Effective size: ties less those that lead to the same people: n - 2t/n, with n contacts who have t ties among
  each other (in the plain form of S. P. Borgatti, "Structural Holes: Unpacking Burt's Redundancy Measures",
  Connections 20, 1997). n where nobody knows anybody, 1 where all know each other.
- Efficiency: effective size as a share of n.
- Constraint: how much somebody depends on few who know each other: the sum over contacts j of
  (p_ij + sum over q of p_iq p_qj)^2, with p the share of a tie among one's ties. Low is free, over 1 in small cliques.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

Near = Mapping[str, AbstractSet[str]]
PLACES = 4


def effective_sizes(near: Near) -> dict[str, float | None]:
    """The effective size of the network around each; None where somebody has no ties.

    Neighbours are kept as the bits of whole numbers: where everybody knows everybody, sets take minutes.
    """
    bit = {key: 1 << place for place, key in enumerate(near)}
    mask = {key: sum(bit[one] for one in others) for key, others in near.items()}
    found: dict[str, float | None] = {}
    for key, others in near.items():
        ties = sum((mask[one] & mask[key]).bit_count() for one in others)  # each tie from both its ends
        found[key] = round(len(others) - ties / len(others), PLACES) if others else None
    return found


def efficiency(size: float | None, near: Near, key: str) -> float | None:
    """An effective size as a share of the ties."""
    return None if size is None else round(size / len(near[key]), PLACES)


def constraint(near: Near, key: str) -> float | None:
    """The constraint on somebody; None where they have no ties."""
    others = near[key]
    if not others:
        return None
    share = 1 / len(others)
    through = dict.fromkeys(others, 0.0)
    for one in others:
        onward = share / len(near[one])
        for other in near[one] & others:
            through[other] += onward
    return round(sum((share + indirect) ** 2 for indirect in through.values()), PLACES)


def with_you(near: Near, you: str, known: AbstractSet[str]) -> dict[str, set[str]]:
    """The same with you in it, tied to those you know."""
    return {
        **{key: {*ones, you} if key in known else set(ones) for key, ones in near.items()},
        you: set(known),
    }
