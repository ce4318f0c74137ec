"""`path` and `matches`: whom to ask for whom, and why; with --why what makes each score."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from netlog.output.columns import flat
from netlog.output.lists import Row
from netlog.output.text import shown
from netlog.plurals import counted

HOP_PARTS = {
    "known": "you know them, half where you never talked",
    "recent": "talked lately, nothing after a year",
    "frequent": "talked often, full at 12 times in a year",
    "mutual": "help both ways, full at two each",
    "knows": "they know each other, as you noted",
    "introduction": "one was introduced to the other",
    "met-through": "you met one through the other",
    "organization": "at one organization",
    "group": "in one group",
    "event": "at one event",
    "career": "at one organization at some time",
    "more": "up to one more for each further kind of link",
}
MATCH_PARTS = {
    "need": "one needs what the other offers",
    "mutual": "and the other way round",
    "more": "one more for each further word, two at most",
    "warmth": "how warm the cooler of your ties with them is, halved",
    "colleagues": "they are at one organization",
}


def path(rows: Sequence[Row], width: int) -> RenderableType:
    return _listed([_way(row) for row in rows], rows)


def path_why(rows: Sequence[Row], width: int) -> RenderableType:
    return Group(
        path(rows, width), Text(), *(_product(row) for row in rows), *_legend(_hops(rows), HOP_PARTS)
    )


def matches(rows: Sequence[Row], width: int) -> RenderableType:
    return _listed([_match(row) for row in rows], rows)


def matches_why(rows: Sequence[Row], width: int) -> RenderableType:
    sums = [Text(f"{flat(row['score'])} = {_sum(row)}", style="dim") for row in rows]
    return Group(matches(rows, width), Text(), *sums, *_legend(rows, MATCH_PARTS))


def _listed(bodies: Sequence[Text], rows: Sequence[Row]) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for body, row in zip(bodies, rows, strict=True):
        body.append(f"\n{shown(flat(row['command']))}", style="cyan")
        grid.add_row(flat(row["score"]), body)
    return grid


def _way(row: Row) -> Text:
    """The people of a way, then why each hop is one."""
    names = [shown(flat(hop)) for hop in row["hops"]]
    text = Text.assemble(
        ("you", "dim"), *(part for name in names for part in (" → ", (name, "bold"))), overflow="fold"
    )
    told = "; ".join(one for one in (row["hops"][0]["why"], row["lately"]) if one)
    text.append(f"\n{names[0]}: {shown(told)}", style="dim")
    for one, hop in zip(names, row["hops"][1:], strict=False):
        text.append(f"\n{one} and {shown(flat(hop))}: {shown(hop['why'])}", style="dim")
    return text


def _match(row: Row) -> Text:
    text = Text.assemble(
        (shown(flat(row["who"])), "bold"), " and ", (shown(flat(row["to"])), "bold"), overflow="fold"
    )
    return text.append(f"\n{shown(row['reason'])}", style="dim")


def _product(row: Row) -> Text:
    """A score as it comes about: the warmth of each hop, and how often the first was asked."""
    warmths = " x ".join(f"{flat(hop['warmth'] / 10)}" for hop in row["hops"])
    between = len(row["hops"]) - 2
    asked = f" / {2**between} (somebody between)" if between > 0 else ""
    if row["asked"] and between >= 0:
        asked += f" / {1 + row['asked']} (asked {counted(row['asked'], 'time')} in 90 days)"
    sums = "; ".join(f"{shown(flat(hop))} {flat(hop['warmth'])} = {_sum(hop)}" for hop in row["hops"])
    return Text(f"{flat(row['score'])} = 10 x {warmths}{asked}; {sums}", style="dim", overflow="fold")


def _sum(row: Row) -> str:
    return " + ".join(f"{name} {flat(value)}" for name, value in row["parts"].items())


def _hops(rows: Sequence[Row]) -> list[Row]:
    return [hop for row in rows for hop in row["hops"]]


def _legend(rows: Sequence[Row], parts: dict[str, str]) -> list[Text]:
    used = [name for name in parts if any(name in row["parts"] for row in rows)]
    return [Text(), *(Text(f"{name}: {parts[name]}", style="dim") for name in used)]
