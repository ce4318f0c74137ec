"""map: clusters, bridges, people by themselves; and the graph for other programs."""

import io
import json
import sys

import networkx as nx
import pytest

from tests.answers import refused


@pytest.fixture
def network(ok):
    """Two schools of three; Ada alone is talked with in the second; Zed is by himself, Grace is meant to be known."""
    for name in ("Ada", "Bo", "Cy"):
        ok("add-contact", name, "--organization", "Hill School")
    for name in ("Dee", "Eli", "Flo"):
        ok("add-contact", name, "--organization", "lake school")
    ok("add-contact", "Grace Hopper", "--status", "target")
    ok("add-contact", "Zed")
    ok("edit", "Dee", "knows=Grace Hopper")
    ok("add-contact", "Old", "--status", "archived", "--organization", "Hill School")
    for name in ("Ada", "Bo", "Cy", "Dee"):
        ok("add-conversation", "Tea", "--with", name, "--on", "2026-01-05")
    ok("add-conversation", "Long ago", "--with", "Eli", "--on", "2024-01-05")


def test_clusters_have_what_holds_them_together(ok, network):
    found = ok("map", "--json").json
    assert (found["people"], found["contacts"]) == (8, 8)
    assert [
        (one["size"], one["near"], [thing["name"] for thing in one["by"]]) for one in found["clusters"]
    ] == [
        (4, 1, ["lake school"]),
        (3, 3, ["Hill School"]),
    ]
    assert found["clusters"][0]["people"][0] == {"ref": "c4", "name": "Dee"}
    assert [one["ref"] for one in found["isolated"]] == ["c8"]


def test_bridges_alone_connect_you_to_others(ok, network):
    first = ok("map", "--json").json["bridges"][0]
    assert first["ref"] == "c4"
    assert {one["name"] for one in first["alone"]} == {"Eli", "Flo", "Grace Hopper"}
    # Between Grace and each of the two others: 2 of the 21 pairs of the other seven.
    assert first["betweenness"] == pytest.approx(2 / 21, abs=1e-4)
    # Three contacts with one tie: 3 - 2/3. Eli and Flo: (1/3 + 1/3 x 1/2)^2 each, Grace: (1/3)^2.
    assert first["effective_size"] == pytest.approx(7 / 3, abs=1e-4)
    assert first["constraint"] == pytest.approx(0.5 + 1 / 9, abs=1e-4)
    ok("add-conversation", "Again", "--with", "Eli", "--on", "2026-02-01")
    again = next(one for one in ok("map", "--json").json["bridges"] if one["ref"] == "c4")
    assert [one["name"] for one in again["alone"]] == ["Grace Hopper"]  # Eli leads to Flo too


def test_your_own_measures_are_of_those_talked_with_in_a_year(ok, network):
    # Ada, Bo and Cy know each other, Dee none of them: 4 - 2 x 3 / 4.
    you = ok("map", "--json").json["you"]
    assert (you["near"], you["effective_size"], you["efficiency"]) == (4, 2.5, 0.625)


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        (("edit", "c1", "knows=c2"), True),
        (("edit", "c1", "met_through=c2"), True),
        (
            ("add-introduction", "--by", "c1", "--to", "c2", "--asked", "2026-01-01", "--made", "2026-01-02"),
            True,
        ),
        (("add-introduction", "--by", "c1", "--to", "c2"), False),
        (
            ("add-event", "Fair", "--on", "2026-01-05", "--met", "c1", "--met", "c2", "--status", "attended"),
            True,
        ),
        (
            ("add-event", "Fair", "--on", "2026-01-05", "--met", "c1", "--met", "c2", "--status", "skipped"),
            False,
        ),
        (("add-event", "Fair", "--on", "2026-05-05", "--to-meet", "c1", "--to-meet", "c2"), False),
        (("add-group", "Circle", "--member", "c1", "--member", "c2"), True),
        (("add-conversation", "Lunch", "--with", "c1", "--with", "c2", "--on", "2026-01-01"), True),
        (("add-conversation", "Lunch", "--with", "c1", "--with", "c2", "--on", "2022-01-01"), False),
    ],
)
def test_what_links_two(ok, run, words, linked):
    ok("add-contact", "Ada", "--organization", "Here")
    ok("add-contact", "Bo", "--organization", "There")
    ok(*words)
    assert ok("map", "--json").json["lines"] == int(linked)


def test_a_row_for_everybody_in_a_pipe(ok, network):
    rows = [line.split("\t") for line in ok("map").lines]
    assert len(rows) == 8
    assert next(row for row in rows if row[0] == "c4")[:4] == ["c4", "Dee", "1", "3"]


def test_a_table_says_which_measure_is_which(ok, network):
    out = ok("map", "-f", "table", env={"COLUMNS": "120"}).out
    for words in (
        "8 people",
        "Hill School",
        "By themselves",
        "Zed (c8)",
        "Louvain",
        "cut vertex",
        "Burt 1992",
    ):
        assert words in out
    assert "talked with 1 in a year" in out


@pytest.mark.parametrize("width", ["40", "60", "80", "140"])
def test_a_table_fits_its_width(ok, network, width):
    lines = ok("map", "-f", "table", env={"COLUMNS": width}).lines
    assert max(map(len, lines)) <= int(width)
    assert any(
        line.startswith("c4") and "Dee" in line and "Eli" in line for line in lines
    )  # what it is about stays


def test_an_empty_log_has_an_empty_map(ok):
    assert ok("map", "--json").json["people"] == 0
    assert "Nobody on the map yet" in ok("map", "-f", "table").out
    assert ok("map").out == ""


def test_a_map_is_of_at_most_so_many_and_says_so(ok, network):
    result = ok("map", "--most", "3", "--json")
    assert result.json["people"] == 3
    assert result.err == (
        "3 of 8 contacts: whom you mean to know and those you talked with last (--most, --years)\n"
    )
    assert {one["name"] for one in result.json["everybody"]} == {"Dee", "Cy", "Bo"}
    years = ok("map", "--years", "1", "--json")
    assert {one["name"] for one in years.json["everybody"]} == {"Ada", "Bo", "Cy", "Dee", "Grace Hopper"}


# graphs


def graph(ok, form, *more):
    text = ok("map", "--as", form, *more).out
    if form == "json":
        return nx.node_link_graph(json.loads(text), edges="edges")
    return nx.read_graphml(io.BytesIO(text.encode()))


@pytest.mark.parametrize("form", ["json", "graphml"])
def test_a_graph_has_you_and_everybody(ok, network, form):
    found = graph(ok, form)
    assert len(found) == 9
    assert set(found["you"]) == {"c1", "c2", "c3", "c4"}
    assert found.nodes["c7"]["label"] == "Grace Hopper" and found.nodes["c7"]["status"] == "target"
    assert found.edges["c4", "c7"]["kinds"] == "knows"
    assert found.nodes["c1"]["cluster"] == found.nodes["c2"]["cluster"] != found.nodes["c4"]["cluster"]


def test_a_hub_is_a_node_of_the_graph(ok):
    names = "\n".join(f"Person {n}" for n in range(30))
    ok("add-contact", "-", "--organization", 'The "Big" <One>', stdin=names)
    found = graph(ok, "graphml")
    hub = next(key for key, values in found.nodes(data=True) if values["kind"] == "organization")
    assert found.nodes[hub]["label"] == 'The "Big" <One>' and found.degree(hub) == 30
    assert ok("map", "--json").json["hubs"] == [
        {"name": 'The "Big" <One>', "type": "organization", "people": 30}
    ]


def test_dot_is_printed_in_a_pipe_and_on_a_terminal(ok, network):
    assert ok("map", "--as", "dot").out.startswith("graph network {\n")
    assert ok("map", "--as", "dot", "-f", "table").out == ok("map", "--as", "dot").out
    assert '"c4" -- "c7" [kinds="knows", weight="1"];' in ok("map", "--as", "dot").out


@pytest.mark.parametrize(
    "link",
    [
        ["add-conversation", "Union", "--with", "Ada", "--with", "Zed", "--private"],
        ["add-group", "Union", "--member", "Ada", "--member", "Zed", "--private"],
        [
            "add-event",
            "Union",
            "--on",
            "2026-01-05",
            "--status",
            "attended",
            "--met",
            "Ada",
            "--met",
            "Zed",
            "--private",
        ],
        ["add-introduction", "Ada", "--to", "Zed", "--status", "made", "--private"],
    ],
    ids=lambda words: words[0],
)
def test_what_is_private_links_nobody_in_a_graph_unless_asked_for(ok, network, link):
    ok(*link)

    def linked(*more):
        edges = json.loads(ok("map", "--as", "json", *more).out)["edges"]
        return any({one["source"], one["target"]} == {"c1", "c8"} for one in edges)

    assert (linked(), linked("--include-private")) == (False, True)
    assert ok("map", "--json").json["isolated"] == []  # on the screen all of it counts


def test_private_contacts_stay_out_of_a_graph_unless_asked_for(ok, network):
    ok("edit", "Grace Hopper", "private=yes")
    result = ok("map", "--as", "json")
    assert "Grace" not in result.out
    assert result.err == "1 private contact left out (--include-private takes them in)\n"
    assert "Grace" in ok("map", "--as", "json", "--include-private").out
    assert ok("map", "--json").json["people"] == 8


def test_a_graph_goes_to_a_file_whole_or_not_at_all(ok, run, network, home):
    file = home / "net.graphml"
    assert ok("map", "--as", "graphml", "-o", str(file)).out == f"8 people are in {file}\n"
    assert len(nx.read_graphml(file)) == 9
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_bytes()
    refused(run("map", "--as", "dot", "-o", str(file)), 5, "is there already")
    assert file.read_bytes() == before
    done = ok("map", "--as", "dot", "-o", str(file), "--force", "--json").json
    assert done == {"file": str(file), "format": "dot", "people": 8}
    refused(run("map", "--as", "dot", "-o", str(home / "netlog.db"), "--force"), 5, "would be written over")


def test_bad_words_are_refused(run, network):
    refused(run("map", "--as", "png"), 2, "'png' is no form of a map", "dot, graphml, json")
    refused(run("map", "-o", "x"), 2, "-o and --force are for a graph")
    refused(run("map", "--as", "dot", "--json"), 2, "can't be printed as json")
    assert run("map", "--most", "1").code == 2


def test_without_networkx_it_says_how_to_get_it(run, network, monkeypatch):
    monkeypatch.setitem(sys.modules, "networkx", None)
    refused(run("map"), 1, "map needs networkx", "pip install")
    refused(run("map", "--as", "dot"), 1, "map needs networkx")
