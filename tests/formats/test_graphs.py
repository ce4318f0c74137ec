"""Graphs for other programs, read again by a parser."""

import io
import json
import re
import shutil
import subprocess

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.formats.graphs import Graph, dot, graphml, node_link

HOSTILE = [
    'Ann "The \\"Hammer\\"" Lee',
    "back\\slash\\",
    "\\N \\G \\l",
    "<b>&amp;</b> ]]> <!-- -->",
    "a];\n}\n/* x */ // y",
    "tab\there\r\nline",
    "Żółć 李 🙂",
    "\x00\x1b[31mred\ufffe",
    "node",
    "",
]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def graph(*names):
    nodes = {
        f"c{place}": {"label": name, "kind": "person", "cluster": None} for place, name in enumerate(names)
    }
    nodes["you"] = {"label": "you", "kind": "you", "near": True, "betweenness": 0.5, "cluster": 3}
    return Graph(nodes, [("you", "c0", {"kinds": "knows event", "weight": 2})])


def clean(text):
    """What XML can say of a text."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def tokens(text):
    """The tokens of DOT: strings, signs and words; what is none of these fails."""
    pattern = re.compile(r'\s+|("(?:[^"\\]|\\.)*")|(--|[\[\]{};,=])|(\w+)', re.DOTALL)
    found, at = [], 0
    while at < len(text):
        match = pattern.match(text, at)
        assert match, f"no DOT: {text[at : at + 30]!r}"
        found += [part for part in match.groups() if part]
        at = match.end()
    return found


def labels(text):
    ones = tokens(text)
    found = [ones[place + 2] for place, one in enumerate(ones) if one == "label"]
    return [one[1:-1].replace('\\"', '"').replace("\\\\", "\\") for one in found]


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT | st.sampled_from(HOSTILE), min_size=1, max_size=4))
def test_graphml_comes_back_from_a_parser(names):
    found = nx.read_graphml(io.BytesIO(graphml(graph(*names)).encode()))
    for place, name in enumerate(names):
        assert found.nodes[f"c{place}"].get("label", "") == clean(name)
    assert found.nodes["you"] == {
        "label": "you",
        "kind": "you",
        "near": True,
        "betweenness": 0.5,
        "cluster": 3,
    }
    assert dict(found.edges["you", "c0"]) == {"kinds": "knows event", "weight": 2}


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT | st.sampled_from(HOSTILE), min_size=1, max_size=4))
def test_dot_has_each_name_in_one_string(names):
    text = dot(graph(*names))
    assert tokens(text)[:3] == ["graph", "network", "{"] and tokens(text)[-1] == "}"
    found = labels(text)
    assert len(found) == len(names) + 1 and found[-1] == "you"
    assert tokens(text).count("--") == 1


def test_dot_obeys_no_backslash_of_a_name():
    assert labels(dot(graph(*HOSTILE[:3]))) == [*HOSTILE[:3], "you"]
    assert r'label="\\N \\G \\l"' in dot(graph(HOSTILE[2]))


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not installed")
def test_graphviz_reads_it():
    done = subprocess.run(
        ["dot", "-Tplain"], input=dot(graph(*HOSTILE)), text=True, capture_output=True, check=True
    )
    assert done.stdout.startswith("graph ")


def test_json_is_a_node_link_graph():
    text = node_link(graph(*HOSTILE))
    assert text.isascii()
    found = nx.node_link_graph(json.loads(text), edges="edges")
    assert [found.nodes[f"c{place}"]["label"] for place in range(len(HOSTILE))] == HOSTILE
    assert found.edges["you", "c0"]["weight"] == 2
