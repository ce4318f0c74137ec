"""brokerage: Burt's measures, worked out by hand and against networkx."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight.brokerage import constraint, effective_sizes, efficiency, with_you


def near(*edges, alone=()):
    found = {key: set() for key in alone}
    for one, other in edges:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


STAR = near("ax", "bx", "cx")
TRIANGLE = near("ab", "bc", "ac")
# x knows two who know each other, and one who knows nobody else
KITE = near("xa", "xb", "ab", "xc")


def test_the_middle_of_a_star_is_bound_to_nobody():
    # Three contacts without a tie among them: 3 - 0. Each has a third of the ties: 3 x (1/3)^2.
    assert effective_sizes(STAR)["x"] == 3
    assert constraint(STAR, "x") == pytest.approx(1 / 3, abs=1e-4)
    # Whoever has one tie depends on it alone.
    assert (effective_sizes(STAR)["a"], constraint(STAR, "a")) == (1, 1)


def test_in_a_triangle_every_tie_is_doubled():
    # Two contacts with one tie: 2 - 2/2. Each: (1/2 + 1/2 x 1/2)^2 = .5625, twice.
    assert effective_sizes(TRIANGLE)["a"] == 1
    assert constraint(TRIANGLE, "a") == 1.125


def test_a_kite_lies_between():
    # Three contacts with one tie: 3 - 2/3. a and b: (1/3 + 1/3 x 1/2)^2 = 1/4 each; c: (1/3)^2 = 1/9.
    assert effective_sizes(KITE)["x"] == pytest.approx(2.3333, abs=1e-4)
    assert constraint(KITE, "x") == pytest.approx(1 / 4 + 1 / 4 + 1 / 9, abs=1e-4)
    assert efficiency(2.25, KITE, "x") == 0.75


def test_who_has_no_ties_has_no_measures():
    alone = near(alone="z")
    assert (effective_sizes(alone)["z"], constraint(alone, "z"), efficiency(None, alone, "z")) == (
        None,
        None,
        None,
    )


def test_you_are_tied_to_those_you_know():
    yours = with_you(near("ab", alone="c"), "you", {"a", "c"})
    assert yours == {"a": {"b", "you"}, "b": {"a"}, "c": {"you"}, "you": {"a", "c"}}


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(list(combinations("abcdefgh", 2)))))
def test_measures_are_those_of_networkx(edges):
    graph = nx.Graph(list(edges))
    graph.add_node("z")
    found = near(*edges, alone="z")
    sizes, theirs = effective_sizes(found), nx.effective_size(graph)
    bound = {key: nx.constraint(graph, [key])[key] for key in graph}
    for key in graph:
        if found[key]:
            assert sizes[key] == pytest.approx(theirs[key], abs=1e-4)
            assert constraint(found, key) == pytest.approx(bound[key], abs=1e-4)
