"""Graphs for other programs: Graphviz DOT, GraphML, and the JSON of networkx and d3 (node-link)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Value = str | int | float | bool | None
Edge = tuple[str, str, Mapping[str, Value]]


class Graph(NamedTuple):
    """`nodes` by their keys and `edges` between two keys, each with its attributes; None is left out."""

    nodes: Mapping[str, Mapping[str, Value]]
    edges: Sequence[Edge]


_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
# What XML 1.0 has no way to write is left out.
_BAD = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
_SHAPES = {"you": "doublecircle", "person": "ellipse"}  # a hub is a box


def dot(graph: Graph) -> str:
    """An undirected graph of the DOT language; all that is not its own stands in quotes."""
    lines = ["graph network {", "  overlap=false;", "  node [shape=box];"]
    for key, values in graph.nodes.items():
        shape = _SHAPES.get(str(values.get("kind")), "box")
        lines.append(f"  {_quoted(key)} [{_dot_values({**values, 'shape': shape})}];")
    lines += [
        f"  {_quoted(one)} -- {_quoted(other)} [{_dot_values(values)}];" for one, other, values in graph.edges
    ]
    return "\n".join([*lines, "}"]) + "\n"


def graphml(graph: Graph) -> str:
    """GraphML 1.0, as yEd, Gephi, Cytoscape and networkx read it."""
    keys: dict[tuple[str, str], str] = {}
    for of, ones in (("node", graph.nodes.values()), ("edge", (values for *_, values in graph.edges))):
        for values in ones:
            for name, value in values.items():
                if value is not None:
                    keys.setdefault((of, name), _TYPES[type(value)])
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ]
    ids = {key: f"d{place}" for place, key in enumerate(keys)}
    for (of, name), type_ in keys.items():
        lines.append(f'  <key id="{ids[of, name]}" for="{of}" attr.name="{_xml(name)}" attr.type="{type_}"/>')
    lines.append('  <graph id="network" edgedefault="undirected">')
    for key, values in graph.nodes.items():
        lines.append(f'    <node id="{_xml(key)}">{_data("node", values, ids)}</node>')
    for one, other, values in graph.edges:
        ends = f'source="{_xml(one)}" target="{_xml(other)}"'
        lines.append(f"    <edge {ends}>{_data('edge', values, ids)}</edge>")
    return "\n".join([*lines, "  </graph>", "</graphml>"]) + "\n"


def node_link(graph: Graph) -> str:
    """The JSON that networkx.node_link_graph(data, edges="edges") reads."""
    data: dict[str, Any] = {
        "directed": False,
        "multigraph": False,
        "graph": {},
        "nodes": [{"id": key, **values} for key, values in graph.nodes.items()],
        "edges": [{"source": one, "target": other, **values} for one, other, values in graph.edges],
    }
    return json.dumps(data, indent=1) + "\n"  # in ASCII: safe to print as it is


WRITERS = {"dot": dot, "graphml": graphml, "json": node_link}


def _dot_values(values: Mapping[str, Value]) -> str:
    return ", ".join(
        f"{name}={_quoted(_plain(value))}" for name, value in values.items() if value is not None
    )


def _quoted(text: str) -> str:
    r"""A DOT string: a quote and a backslash are escaped, so that no `\N` or `\l` of a name is obeyed."""
    escaped = (
        text.translate(_BAD).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ")
    )
    return f'"{escaped}"'


def _data(of: str, values: Mapping[str, Value], ids: Mapping[tuple[str, str], str]) -> str:
    return "".join(
        f'<data key="{ids[of, name]}">{_xml(_plain(value))}</data>'
        for name, value in values.items()
        if value is not None
    )


def _plain(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _xml(text: str) -> str:
    escaped = text.translate(_BAD).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;").replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")
