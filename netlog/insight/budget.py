"""A budget of minutes: which entries of a queue fit into the time there is."""

from collections.abc import Mapping, Sequence

MINUTES = {  # that one entry of the queue usually takes
    **{"follow-up": 5, "contact": 5, "event": 10, "goal": 2, "membership": 5, "introduction": 5, "step": 10},
}
MOST_MINUTES = 480


def minutes_of(type: str, minutes: Mapping[str, int]) -> int:
    """What an entry of a type (`follow_up`) takes."""
    return minutes[type.replace("_", "-")]


def fitting(needs: Sequence[int], given: int) -> list[bool]:
    """Whether each of the needs fits, the first ones first; a smaller one may fill what is left."""
    fits = []
    for need in needs:
        fits.append(need <= given)
        given -= need if fits[-1] else 0
    return fits
