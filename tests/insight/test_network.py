"""The network without you, and its shape."""

from itertools import combinations

import networkx as nx
import pytest

from netlog.insight.clusters import shape
from netlog.insight.network import CLIQUE, Edge, Person, Thing, Tie, build, holds_together, neighbours


def person(id, near=True):
    return Person(id, f"Person {id}", "active", "2026-01-01" if near else None, near)


def people(many, far=()):
    return [person(id, id not in far) for id in range(1, many + 1)]


def triangle(*ids):
    return [Tie("knows", one, other) for one, other in combinations(ids, 2)]


def test_what_few_share_links_each_two_and_is_noted_with_its_kind():
    net = build(
        people(3), [Thing("event", "e1", "Fair", (1, 2, 3))], [Tie("knows", 2, 1), Tie("knows", 1, 2)]
    )
    assert net.edges == (
        Edge("c1", "c2", ("knows", "event")),
        Edge("c1", "c3", ("event",)),
        Edge("c2", "c3", ("event",)),
    )
    assert net.edges[0].weight == 2 and net.hubs == {}


def test_what_leads_out_of_the_map_is_left_out():
    net = build(people(2), [Thing("event", "e1", "Fair", (2, 9))], [Tie("knows", 1, 9), Tie("knows", 1, 1)])
    assert (net.edges, net.shared) == ((), ())


@pytest.mark.parametrize(
    ("many", "lines", "hubs"), [(CLIQUE, CLIQUE * (CLIQUE - 1) // 2, 0), (CLIQUE + 1, CLIQUE + 1, 1)]
)
def test_what_many_share_is_a_node_of_its_own(many, lines, hubs):
    net = build(
        people(many), [Thing("organization", "organization:hill", "Hill", tuple(range(1, many + 1)))], []
    )
    assert (len(net.edges), len(net.hubs)) == (lines, hubs)
    assert all(len(ones) == many - 1 for ones in neighbours(net).values())


def test_two_thousand_of_one_organization_are_two_thousand_lines():
    net = build(people(2000), [Thing("organization", "o", "Hill", tuple(range(1, 2001)))], [])
    assert len(net.edges) == 2000


def test_what_holds_people_together_is_what_most_of_them_share():
    things = [
        Thing("event", "e1", "Fair", (1, 2)),
        Thing("organization", "o", "Hill", (1, 2)),
        Thing("group", "u1", "Circle", (1, 2, 3)),
        Thing("conversation", "t1", "t1", (1, 2, 3)),
        Thing("event", "e2", "Far", (3, 4)),
    ]
    found = holds_together(["c1", "c2", "c3"], things, 2)
    assert [(thing.name, many) for thing, many in found] == [("Circle", 3), ("Hill", 2)]


def test_two_triangles_with_one_between_are_two_clusters():
    found = shape(
        build(people(7), [], [*triangle(1, 2, 3), *triangle(5, 6, 7), Tie("knows", 3, 4), Tie("knows", 4, 5)])
    )
    assert sorted(len(one) for one in found.clusters) == [3, 4]
    assert {"c1", "c2", "c3"} <= set(next(one for one in found.clusters if "c1" in one))
    # All ways from one triangle to the other lead through c4: 9 of the 15 pairs of others.
    assert found.betweenness["c4"] == pytest.approx(9 / 15, abs=1e-4)
    assert found.betweenness["c1"] == 0
    graph = nx.Graph([(1, 2), (1, 3), (2, 3), (3, 4), (4, 5), (5, 6), (5, 7), (6, 7)])
    sets = [{int(key[1:]) for key in one} for one in found.clusters]
    assert found.modularity == pytest.approx(nx.community.modularity(graph, sets), abs=1e-4)


def test_who_alone_leads_to_others_is_told():
    # You talk with 1 and 4; 2 and 3 are reached through 1 alone, 5 through nobody.
    net = build(people(5, far=(2, 3, 5)), [], [*triangle(1, 2, 3)])
    assert shape(net).alone == {"c1": ("c2", "c3")}
    # with a second way to them, nobody is alone
    net = build(people(5, far=(2, 3, 5)), [], [*triangle(1, 2, 3), Tie("knows", 3, 4)])
    assert shape(net).alone == {}


def test_a_group_is_reached_through_its_one_member_that_you_talk_with():
    many = CLIQUE + 5
    group = Thing("group", "u1", "Circle", tuple(range(1, many + 1)))
    found = shape(build(people(many, far=range(2, many + 1)), [group], []))
    assert set(found.alone) == {"c1"} and len(found.alone["c1"]) == many - 1


def test_the_same_network_has_the_same_clusters():
    things = [Thing("event", f"e{n}", f"Fair {n}", tuple(range(n, n + 6))) for n in range(1, 60, 4)]
    assert shape(build(people(70), things, [])) == shape(build(people(70), things, []))


@pytest.mark.parametrize("many", [0, 1, 3])
def test_nobody_linked_is_no_cluster(many):
    found = shape(build(people(many), [], []))
    assert (found.clusters, found.modularity, found.alone) == ((), None, {})
