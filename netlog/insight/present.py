"""Who a conversation was with: not those who are only spoken of ("about Raj"), nor only owed something."""

from collections.abc import Sequence

from netlog.insight.promises import Promise
from netlog.insight.scene import Key, Scene
from netlog.insight.topics import spoken_of


def present(scene: Scene, found: Sequence[Promise], added: Sequence[Key] = ()) -> list[Key]:
    """Who was there, in the order of the sentence, and who was `added` by options.

    Who is named only as spoken of, or in what is owed (I owe Raj, introduce her to Raj), counts
    where there is nobody else.
    """
    named = [one for one in scene.people if not any(it.first <= one.first < it.last for it in found)]
    promising = {key for it in found for key in it.present}
    spoken = spoken_of(scene)
    there = {one.key for one in named if one.first not in spoken} | promising
    everyone = [one.key for one in scene.people]
    said = [key for key in everyone if key in there]
    if not said and not added:
        said = [one.key for one in named] or everyone
    return list(dict.fromkeys((*said, *added)))
