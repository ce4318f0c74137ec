"""The shape of a network by networkx: clusters, go-betweens, and those who alone connect you to others.

networkx is imported when it is needed, and belongs to the extra `map`.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import NetlogError
from netlog.insight.network import YOU, Network

if TYPE_CHECKING:
    from netlog.insight.network import Person

SEED = 7  # the same log has the same clusters
EXACT = 600  # nodes from which betweenness is estimated
PIVOTS = 200
PLACES = 4


class Shape(NamedTuple):
    """What was found of a network, people by their keys.

    `clusters` come largest first, each of two people or more. `modularity` says how clearly they are apart (M. E. J.
    Newman and M. Girvan, 2004), None without links. `betweenness` is the share of shortest ways between
    others that lead through somebody (L. C. Freeman, 1977). `alone` has those whom only this person connects to you.
    """

    clusters: tuple[tuple[str, ...], ...]
    modularity: float | None
    betweenness: Mapping[str, float]
    alone: Mapping[str, tuple[str, ...]]


def shape(network: Network) -> Shape:
    """The shape of a network without you, but for `alone`; NetlogError where networkx is not installed.

    Clusters are the communities of V. D. Blondel et al., "Fast unfolding of communities" (2008), by how many
    things link two people. Betweenness is estimated from 200 nodes in a network of more than 600 (U. Brandes and
    C. Pich, 2007). Who is alone in connecting you is a cut vertex (J. Hopcroft and R. Tarjan, 1973) of the network
    with you in it, tied to those you talked with in a year.
    """
    nx = _networkx()
    graph = nx.Graph()
    graph.add_nodes_from([*network.people, *network.hubs])
    graph.add_weighted_edges_from((one.one, one.other, one.weight) for one in network.edges)
    found = nx.community.louvain_communities(graph, weight="weight", seed=SEED)
    pivots = PIVOTS if len(graph) > EXACT else None
    between = nx.betweenness_centrality(graph, k=pivots, seed=SEED)
    return Shape(
        _sorted(_people(one, network.people) for one in found),
        round(nx.community.modularity(graph, found), PLACES) if network.edges else None,
        {key: round(between[key], PLACES) for key in network.people},
        _alone(nx, graph, network.people),
    )


def _networkx() -> Any:
    try:
        import networkx
    except ImportError:
        raise NetlogError("map needs networkx", "pip install 'netlog[map]', or networkx") from None
    return networkx


def _people(nodes: Iterable[str], people: Mapping[str, "Person"]) -> tuple[str, ...]:
    return tuple(sorted((one for one in nodes if one in people), key=lambda key: people[key].id))


def _sorted(clusters: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((one for one in clusters if len(one) > 1), key=lambda one: (-len(one), one)))


def _alone(nx: Any, graph: Any, people: Mapping[str, "Person"]) -> dict[str, tuple[str, ...]]:
    """Whom each person alone connects to you: those out of your reach without them."""
    ego = graph.copy()
    ego.add_edges_from((YOU, key) for key, one in people.items() if one.near)
    if YOU not in ego:
        return {}
    reached = nx.node_connected_component(ego, YOU)
    found = {}
    for key in nx.articulation_points(ego.subgraph(reached)):
        if key in people:
            left = nx.node_connected_component(nx.restricted_view(ego, [key], []), YOU)
            found[key] = _people(reached - left - {key}, people)
    return {key: ones for key, ones in sorted(found.items()) if ones}
