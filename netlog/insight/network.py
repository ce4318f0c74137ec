"""The people you know as a graph: who is linked to whom, by what, without you.

What up to CLIQUE people share links each two of them. What more share is a node of its own, a hub, with a line
to each of them: an organization of 2,000 is 2,000 lines and not 2,000,000.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

CLIQUE = 25
YOU = "you"


class Person(NamedTuple):
    """A node: `near` is whether you talked with them in the last year."""

    id: int
    name: str
    status: str
    last_on: str | None
    near: bool

    @property
    def key(self) -> str:
        return f"c{self.id}"


class Thing(NamedTuple):
    """What people share: an organization, group, event or conversation; `key` is its reference, if it has one."""

    kind: str
    key: str
    name: str
    members: tuple[int, ...]


class Tie(NamedTuple):
    """Two contacts who are linked by themselves: knows, met-through, introduction."""

    kind: str
    one: int
    other: int


class Edge(NamedTuple):
    """A line between two nodes, in the order of their keys, and what it stands for."""

    one: str
    other: str
    kinds: tuple[str, ...]

    @property
    def weight(self) -> int:
        """How many things it stands for."""
        return len(self.kinds)


class Network(NamedTuple):
    """`people` and `hubs` are the nodes; `shared` is all that two or more of the people share."""

    people: Mapping[str, Person]
    hubs: Mapping[str, Thing]
    edges: tuple[Edge, ...]
    shared: tuple[Thing, ...]


def build(people: Iterable[Person], things: Iterable[Thing], ties: Iterable[Tie]) -> Network:
    """The graph of some people; of what leads to nobody else among them nothing is kept."""
    nodes = {one.key: one for one in people}
    shared = [one for one in (_among(thing, nodes) for thing in things) if len(one.members) > 1]
    hubs = {one.key: one for one in shared if len(one.members) > CLIQUE}
    found: dict[tuple[str, str], list[str]] = {}
    for tie in ties:
        _note(found, f"c{tie.one}", f"c{tie.other}", tie.kind, nodes)
    for thing in shared:
        keys = sorted(f"c{id}" for id in thing.members)
        if thing.key in hubs:
            for key in keys:
                found.setdefault((key, thing.key), []).append(thing.kind)
        else:
            for pair in combinations(keys, 2):
                found.setdefault(pair, []).append(thing.kind)
    edges = tuple(Edge(one, other, tuple(kinds)) for (one, other), kinds in sorted(found.items()))
    return Network(nodes, hubs, edges, tuple(shared))


def neighbours(network: Network) -> dict[str, set[str]]:
    """Whom each person is linked to, those of one hub to each other."""
    near: dict[str, set[str]] = {key: set() for key in network.people}
    for edge in network.edges:
        if edge.other in near:
            near[edge.one].add(edge.other)
            near[edge.other].add(edge.one)
    for hub in network.hubs.values():
        members = {f"c{id}" for id in hub.members}
        for key in members:
            near[key] |= members - {key}
    return near


def holds_together(members: Iterable[str], shared: Sequence[Thing], most: int) -> list[tuple[Thing, int]]:
    """What most of some people share, and how many of them; an organization or group before an event."""
    inside = set(members)
    counted = [(thing, sum(f"c{id}" in inside for id in thing.members)) for thing in shared]
    order = ("organization", "group", "event", "conversation")
    told = [one for one in counted if one[1] > 1 and one[0].kind != "conversation"]
    return sorted(told, key=lambda one: (-one[1], order.index(one[0].kind), one[0].name))[:most]


def _among(thing: Thing, nodes: Mapping[str, Person]) -> Thing:
    return thing._replace(members=tuple(id for id in dict.fromkeys(thing.members) if f"c{id}" in nodes))


def _note(
    found: dict[tuple[str, str], list[str]], one: str, other: str, kind: str, nodes: Mapping[str, Person]
) -> None:
    if one != other and one in nodes and other in nodes:
        kinds = found.setdefault((min(one, other), max(one, other)), [])
        if kind not in kinds:
            kinds.append(kind)
