"""`map`: the clusters as a tree, the bridges between them as a table, and who is by themselves."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from netlog.output.columns import Columns, flat
from netlog.output.lists import Row, listing, written
from netlog.output.text import shown
from netlog.plurals import counted

PEOPLE = 5  # of a cluster, on one line
CLUSTERS = 12
ALONE = 3
ISOLATED = 12
HUBS = 3
BRIDGES: Columns = (
    ("ref", "Ref"),
    ("name", "Name"),
    ("alone", "Alone connects you to"),
    ("cluster", "Cluster"),
    ("betweenness", "Betweenness"),
    ("effective_size", "Effective size"),
    ("constraint", "Constraint"),
)
LEGEND = (
    "clusters: Louvain communities, by how many things link two; modularity: how clearly they are apart",
    "alone connects: a cut vertex of your network, of those you talked with in a year and whom they lead to",
    "betweenness: the share of shortest ways between others that lead through somebody",
    "effective size: links less those to the same people; constraint: how much one depends on few (Burt 1992)",
)
EMPTY = "Nobody on the map yet: netlog add-contact NAME adds somebody."


def map(data: Row, width: int) -> RenderableType:
    if not data["people"]:
        return Text(EMPTY, style="dim")
    parts: list[RenderableType] = [_summary(data), Text(), _clusters(data["clusters"])]
    if data["bridges"]:
        parts += [Text(), Text("Bridges", style="bold"), listing(data["bridges"], BRIDGES, width, _cell)]
    if data["isolated"]:
        parts += [Text(), _isolated(data["isolated"])]
    return Group(*parts, Text(), *(Text(line, style="dim") for line in LEGEND))


def _summary(data: Row) -> Text:
    you = data["you"]
    text = Text.assemble((counted(data["people"], "person", "people"), "bold"), overflow="fold")
    text.append(
        f", {counted(data['lines'], 'line')}, {_percent(data['density'])} of pairs linked", style="dim"
    )
    if data["modularity"] is not None:
        text.append(f", modularity {data['modularity']:.2f}", style="dim")
    if you["near"]:
        text.append(
            f"\nYou talked with {you['near']:,} of them in a year: effective size {flat(you['effective_size'])}, "
            f"efficiency {_percent(you['efficiency'])}, constraint {flat(you['constraint'])}"
        )
    hubs = sorted(data["hubs"], key=lambda hub: -hub["people"])
    for hub in hubs[:HUBS]:
        text.append(f"\n{shown(hub['name'])}: {hub['people']:,} people, drawn as one node", style="dim")
    if len(hubs) > HUBS:
        text.append(f"\nand {counted(len(hubs) - HUBS, 'more node')} of this sort", style="dim")
    return text


def _clusters(clusters: Sequence[Row]) -> RenderableType:
    if not clusters:
        return Text("No clusters: nobody here is linked to anybody else.", style="dim")
    root = Tree(Text("Clusters", style="bold"), guide_style="dim")
    for one in clusters[:CLUSTERS]:
        branch = root.add(_cluster(one))
        branch.add(_people(one["people"]))
    if len(clusters) > CLUSTERS:
        root.add(Text(f"and {counted(len(clusters) - CLUSTERS, 'smaller one')}", style="dim"))
    return root


def _cluster(one: Row) -> Text:
    """How many they are, how many of them you talked with in a year, and what holds them together."""
    near = "nobody" if not one["near"] else "all" if one["near"] == one["size"] else str(one["near"])
    text = Text.assemble(
        (f"{one['number']}  ", "cyan"), (counted(one["size"], "person", "people"), "bold"), overflow="fold"
    )
    text.append(f", talked with {near} in a year", style="yellow" if near == "nobody" else "dim")
    by = [
        f"{shown(thing['name'])} ({thing['people']})"
        if thing["people"] < one["size"]
        else shown(thing["name"])
        for thing in one["by"]
    ]
    return text.append(f": {', '.join(by)}" if by else "")


def _people(people: Sequence[Row]) -> Text:
    names = [shown(one["name"]) for one in people[:PEOPLE]]
    more = f" and {len(people) - PEOPLE:,} more" if len(people) > PEOPLE else ""
    return Text(f"{', '.join(names)}{more}", style="dim", overflow="fold")


def _cell(row: Row, key: str) -> Text:
    if key == "alone":
        names = [shown(one["name"]) for one in row["alone"][:ALONE]]
        more = len(row["alone"]) - ALONE
        return Text(", ".join([*names, *([f"{more:,} more"] if more > 0 else [])]))
    if key in ("betweenness", "constraint"):
        return Text("" if row[key] is None else f"{row[key]:.3f}")
    return written(row, key)


def _isolated(people: Sequence[Row]) -> Text:
    names = [f"{shown(one['name'])} ({one['ref']})" for one in people[:ISOLATED]]
    more = f" and {len(people) - ISOLATED:,} more" if len(people) > ISOLATED else ""
    text = Text("By themselves  ", style="bold", overflow="fold")
    return text.append(f"{', '.join(names)}{more}", style="not bold")


def _percent(share: float | None) -> str:
    return "·" if share is None else f"{share:.0%}"
