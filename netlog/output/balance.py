"""`balance`: help given and received, as two columns of bars that face each other."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from netlog.output.charts import EMPTY, FULL
from netlog.output.columns import flat
from netlog.output.lists import Row, listing, written
from netlog.plurals import counted

BAR = 20
PERIODS = 12  # the last of them
TIME = (
    ("label", "Period"),
    ("given", "Given"),
    ("received", "Received"),
    ("bar", f"{FULL} given {EMPTY} received"),
)
PEOPLE = (("ref", "Ref"), ("name", "Name"), ("given", "Given"), ("received", "Received"), ("last_on", "Last"))
GAVE = (("ref", "Ref"), ("name", "Name"), ("received", "Received"), ("last_on", "Last"))


def balance(data: Row, width: int) -> RenderableType:
    """The sums, then by period, by contact, and those who had nothing back."""
    parts: list[RenderableType] = [_sums(data)]
    if not data["contacts"]:
        return Group(
            *parts, Text("netlog add-exchange WHAT --with NAME [--received] notes help.", style="dim")
        )
    over_time = data["over_time"][-PERIODS:]
    top = max((max(one["given"], one["received"]) for one in over_time), default=0)

    def cell(row: Row, key: str) -> Text:
        return _bars(row, top) if key == "bar" else written(row, key)

    parts += [Text(), listing(over_time, TIME, width, cell)]
    parts += _people("With", data["contacts"], PEOPLE, width)
    return Group(
        *parts, *_people("Gave, and had nothing back as far as noted", data["unreturned"], GAVE, width)
    )


def _sums(data: Row) -> Text:
    return Text.assemble(
        ("given ", "dim"), (flat(data["given"]), "bold"), (_hours(data["hours_given"]), "dim"),
        ("   received ", "dim"), (flat(data["received"]), "bold"), (_hours(data["hours_received"]), "dim"),
    )  # fmt: skip


def _hours(hours: float) -> str:
    return f" ({flat(hours)} {'hour' if hours == 1 else 'hours'})" if hours else ""


def _bars(row: Row, top: int) -> Text:
    given, received = (round(BAR / 2 * row[way] / top) if top else 0 for way in ("given", "received"))
    return Text.assemble((FULL * given, "green"), (EMPTY * received, "blue"))


def _people(title: str, rows: Sequence[Row], columns: Any, width: int) -> list[RenderableType]:
    if not rows:
        return []
    return [
        Text(),
        Text(f"{title}: {counted(len(rows), 'contact')}", style="bold"),
        listing(rows, columns, width),
    ]
