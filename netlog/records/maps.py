"""`map`: your network as clusters, bridges and people by themselves, with the measure of each figure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netlog.insight import brokerage, clusters, network
from netlog.insight.network import YOU
from netlog.plurals import counted
from netlog.records.network import Read, read

if TYPE_CHECKING:
    from netlog.insight.clusters import Shape
    from netlog.insight.network import Network, Thing
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]

MOST = 500  # people on a map
TOP = 10  # bridges and people by themselves that are told
HELD_BY = 3  # of what holds a cluster together


def of(log: "Log", ctx: "Context", most: int, years: int | None) -> tuple[Json, list[str]]:
    """The map as the contract's JSON, and what is to be told besides.

    Keys: people, contacts, hubs, lines, density, modularity, you{near, effective_size, efficiency, constraint},
    clusters[{number, size, near, by, people}], bridges, isolated, everybody[{ref, name, cluster, links,
    betweenness, effective_size, alone}].
    """
    found = read(log, ctx.today, most, years)
    shape = clusters.shape(found.network)
    return _map(found, shape), told(found)


def told(found: Read) -> list[str]:
    """How much of the log the map shows, where that is not all."""
    shown = len(found.network.people)
    missing = found.contacts - shown - found.left_out
    notes = [f"{counted(found.left_out, 'private contact')} left out (--include-private takes them in)"]
    notes = notes if found.left_out else []
    if missing:
        notes.append(
            f"{shown:,} of {found.contacts:,} contacts: whom you mean to know and those you talked with last"
            " (--most, --years)"
        )
    return notes


def _map(found: Read, shape: "Shape") -> Json:
    net = found.network
    near = network.neighbours(net)
    number = {key: place for place, one in enumerate(shape.clusters, 1) for key in one}
    sizes = brokerage.effective_sizes(near)
    everybody = [_person(key, net, near, shape, number.get(key), sizes[key]) for key in net.people]
    bridges = sorted(everybody, key=lambda one: (-len(one["alone"]), -one["betweenness"], one["ref"]))
    bridges = [one for one in bridges if one["alone"] or one["betweenness"]][:TOP]
    isolated = [key for key in net.people if not near[key]]
    return {
        "people": len(net.people),
        "contacts": found.contacts,
        "hubs": [
            {"name": one.name, "type": one.kind, "people": len(one.members)} for one in net.hubs.values()
        ],
        "lines": len(net.edges),
        "density": _density(near),
        "modularity": shape.modularity,
        "you": _you(net, near),
        "clusters": [_cluster(place, one, net, near) for place, one in enumerate(shape.clusters, 1)],
        "bridges": [{**one, "constraint": brokerage.constraint(near, one["ref"])} for one in bridges],
        "isolated": [_ref(net, key) for key in isolated],
        "everybody": everybody,
    }


def _person(
    key: str, net: "Network", near: brokerage.Near, shape: "Shape", cluster: int | None, size: float | None
) -> Json:
    return {
        **_ref(net, key),
        "cluster": cluster,
        "links": len(near[key]),
        "betweenness": shape.betweenness[key],
        "effective_size": size,
        "alone": [_ref(net, one) for one in shape.alone.get(key, ())],
    }


def _you(net: "Network", near: brokerage.Near) -> Json:
    """Burt's measures of your own network: those you talked with in a year, and their links."""
    known = {key for key, one in net.people.items() if one.near}
    yours = brokerage.with_you(near, YOU, known)
    size = brokerage.effective_sizes(yours)[YOU]
    return {
        "near": len(known),
        "effective_size": size,
        "efficiency": brokerage.efficiency(size, yours, YOU),
        "constraint": brokerage.constraint(yours, YOU),
    }


def _cluster(number: int, keys: Sequence[str], net: "Network", near: brokerage.Near) -> Json:
    """A cluster: what holds it together, and its people, the most linked within it first."""
    inside = set(keys)
    ordered = sorted(keys, key=lambda key: (-len(near[key] & inside), net.people[key].id))
    return {
        "number": number,
        "size": len(keys),
        "near": sum(net.people[key].near for key in keys),
        "by": [_shared(thing, many) for thing, many in network.holds_together(keys, net.shared, HELD_BY)],
        "people": [_ref(net, key) for key in ordered],
    }


def _shared(thing: "Thing", many: int) -> Json:
    ref = None if thing.kind == "organization" else thing.key
    return {"ref": ref, "name": thing.name, "type": thing.kind, "people": many}


def _ref(net: "Network", key: str) -> Json:
    return {"ref": key, "name": net.people[key].name}


def _density(near: brokerage.Near) -> float | None:
    """The share of all pairs of people who are linked."""
    many = len(near)
    pairs = many * (many - 1)
    return round(sum(len(ones) for ones in near.values()) / pairs, clusters.PLACES) if pairs else None
