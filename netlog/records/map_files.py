"""The map for other programs: who is linked to whom, and you among them."""

from typing import TYPE_CHECKING

from netlog.formats.graphs import WRITERS, Edge, Graph
from netlog.insight import clusters
from netlog.insight.network import YOU
from netlog.records.maps import told
from netlog.records.network import read

if TYPE_CHECKING:
    from netlog.insight.clusters import Shape
    from netlog.insight.network import Network
    from netlog.records.context import Context
    from netlog.store.log import Log

FORMS = tuple(WRITERS)


def written(
    log: "Log", ctx: "Context", form: str, most: int, years: int | None, *, include_private: bool
) -> tuple[str, int, list[str]]:
    """The map in one of FORMS, how many people it has, and what is to be told besides."""
    found = read(log, ctx.today, most, years, include_private=include_private)
    graph = _graph(found.network, clusters.shape(found.network))
    return WRITERS[form](graph), len(found.network.people), told(found)


def _graph(network: "Network", shape: "Shape") -> Graph:
    """Nodes: label, kind (you, person, organization, ...), cluster, betweenness; edges: kinds, weight.

    You are tied to those you talked with in a year.
    """
    number = {key: place for place, one in enumerate(shape.clusters, 1) for key in one}
    nodes = {
        YOU: {"label": "you", "kind": "you"},
        **{
            key: {
                "label": one.name,
                "kind": "person",
                "status": one.status,
                "cluster": number.get(key),
                "betweenness": shape.betweenness[key],
            }
            for key, one in network.people.items()
        },
        **{key: {"label": one.name, "kind": one.kind} for key, one in network.hubs.items()},
    }
    yours: list[Edge] = [
        (YOU, key, {"kinds": "talked", "weight": 1}) for key, one in network.people.items() if one.near
    ]
    edges: list[Edge] = [
        (one.one, one.other, {"kinds": " ".join(dict.fromkeys(one.kinds)), "weight": one.weight})
        for one in network.edges
    ]
    return Graph(nodes, [*yours, *edges])
