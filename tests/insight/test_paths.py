"""The ways to somebody: by hand, and what holds in any network."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.insight.paths import Edge, Way, find, score

T = 0  # the target


def test_a_score_by_hand():
    assert score((5.0, 8.0), 0) == 4.0  # 10 x 0.5 x 0.8
    assert score((5.0, 8.0), 1) == 2.0  # asked once
    assert score((5.0, 8.0, 10.0), 0) == 2.0  # somebody between
    assert score((5.0, 8.0, 10.0), 3) == 0.5
    assert score((7.25,), 0) == 7.25


def test_the_best_way_comes_first_and_each_person_once():
    edges = [Edge(1, T, 8.0), Edge(2, T, 4.0), Edge(3, T, 10.0), Edge(1, 3, 10.0), Edge(2, 3, 10.0)]
    assert find(T, edges, {1: 5.0, 2: 5.0}, {}) == [
        Way((1, T), (5.0, 8.0), 4.0),
        Way((2, 3, T), (5.0, 10.0, 10.0), 2.5),  # better than directly: 10 x 0.5 x 0.4 = 2
    ]


def test_who_was_asked_lately_comes_later():
    edges = [Edge(1, T, 8.0), Edge(2, T, 7.0)]
    ties = {1: 5.0, 2: 5.0}
    assert [way.people[0] for way in find(T, edges, ties, {})] == [1, 2]
    assert [way.people[0] for way in find(T, edges, ties, {1: 1})] == [2, 1]


def test_a_way_does_not_go_through_somebody_you_know_to_another():
    edges = [Edge(1, 2, 10.0), Edge(2, T, 10.0)]
    assert [way.people for way in find(T, edges, {1: 9.0, 2: 1.0}, {})] == [(2, T)]


def test_a_way_goes_through_somebody_you_know_and_never_talked_with():
    edges = [Edge(1, 2, 10.0), Edge(2, T, 10.0)]
    ways = find(T, edges, {1: 9.0, 2: 0.5}, {}, strangers={2})
    assert [way.people for way in ways] == [(1, 2, T), (2, T)]


def test_nobody_linked_to_the_target_is_no_way():
    assert find(T, [Edge(1, 2, 9.0)], {1: 9.0}, {}) == []
    assert find(T, [], {1: 9.0}, {}) == []


_PEOPLE = st.integers(0, 9)
_WARMTHS = st.integers(1, 20).map(lambda n: n / 2)
_NETWORKS = st.tuples(
    st.lists(st.builds(Edge, _PEOPLE, _PEOPLE, _WARMTHS), max_size=25),
    st.dictionaries(st.integers(1, 9), _WARMTHS, max_size=6),
    st.dictionaries(st.integers(1, 9), st.integers(0, 3), max_size=6),
)


def slow(edges, ties, asked):
    """Every way there is, by looking at all chains of three people."""
    warm = {}
    for one, other, warmth in edges:
        if one != other:
            pair = frozenset((one, other))
            warm[pair] = max(warm.get(pair, 0), warmth)
    found = {}
    chains = [(first, T) for first in ties]
    chains += [(first, middle, T) for first in ties for middle in range(1, 10) if middle not in ties]
    for chain in chains:
        hops = [warm.get(frozenset(pair)) for pair in pairwise(chain)]
        if None not in hops:
            value = score((ties[chain[0]], *hops), asked.get(chain[0], 0))
            found[chain[0]] = max(found.get(chain[0], 0), value)
    return sorted(found.values(), reverse=True)


@given(_NETWORKS)
@settings(max_examples=200)
def test_the_ways_are_those_that_a_slow_search_finds(network):
    edges, ties, asked = network
    ways = find(T, edges, ties, asked, most=99)
    assert [way.score for way in ways] == slow(edges, ties, asked)
    for way in ways:
        assert way.people[-1] == T and len(set(way.people)) == len(way.people)
        assert T not in way.people[:-1] and way.people[0] in ties
        assert not set(way.people[1:]) & set(ties)


@given(_NETWORKS)
def test_links_hold_both_ways(network):
    edges, ties, asked = network
    turned = [Edge(edge.other, edge.one, edge.warmth) for edge in reversed(edges)]
    assert find(T, turned, ties, asked) == find(T, edges, ties, asked)


@given(_NETWORKS, st.integers(0, 24))
def test_a_warmer_hop_never_lowers_the_best_way(network, place):
    edges, ties, asked = network
    if not edges:
        return
    place %= len(edges)
    warmer = [edge._replace(warmth=10.0) if at == place else edge for at, edge in enumerate(edges)]
    before, after = (find(T, some, ties, asked) for some in (edges, warmer))
    for one, other in zip(before, after, strict=False):
        assert other.score >= one.score
    assert len(after) >= len(before)


@given(_NETWORKS)
def test_being_asked_more_never_raises_a_way(network):
    edges, ties, asked = network
    once_more = {person: asked.get(person, 0) + 1 for person in ties}
    scores = {way.people[0]: way.score for way in find(T, edges, ties, asked, most=99)}
    for way in find(T, edges, ties, once_more, most=99):
        assert way.score <= scores[way.people[0]]
