"""`goals REF`: a goal in full, with its forecast, what would meet it soonest, and how its periods went."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from netlog.output import goal_words
from netlog.output.columns import flat
from netlog.output.lists import Row, listing, written
from netlog.output.progress import ENTRIES, STATE_STYLES, bar_of, named, state
from netlog.output.text import shown
from netlog.plurals import counted

BAR_WIDTH = 24
MOST = 12  # past periods, the newest first
SOONEST = (("ref", "Ref"), ("on", "On"), ("name", "Name"), ("reason", "Why"), ("command", "Then"))
BEFORE = (("label", "Period"), ("bar", "Done"), ("state", "State"), ("text", "Note"))


def goals(rows: Sequence[Row], width: int) -> RenderableType:
    """Each goal in full, an empty line between two."""
    parts: list[RenderableType] = []
    for row in rows:
        parts += [*([Text()] if parts else []), *_parts(row, width)]
    return Group(*parts)


def _parts(row: Row, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = [
        named(row),
        Text(shown(goal_words.asked(row)), style="dim", overflow="fold"),
    ]
    parts.append(_standing(row))
    parts += [Text(shown(line), overflow="fold") for line in _lines(row)]
    for title, rows, columns in (
        ("What would meet it soonest", row.get("soonest") or [], SOONEST),
        ("What was counted", row.get("entries") or [], ENTRIES),
    ):
        if rows:
            parts += [Text(), Text(title, style="bold"), listing(rows, columns, width, _cell, header=False)]
    if history := row.get("history"):
        parts += [
            Text(),
            _title(history),
            listing(history[: -MOST - 1 : -1], BEFORE, width, _past, header=False),
        ]
    return parts


def _standing(row: Row) -> Text:
    text = Text(overflow="fold")
    if row.get("period") and not goal_words.rests(row):
        text.append(bar_of(row, BAR_WIDTH)).append("  ")
    text.append(state(row))
    expected = goal_words.number(row.get("expected") or 0)
    if row.get("state") in ("on-pace", "behind") and expected != "0":
        text.append(f", {expected} expected by now")
    left = goal_words.left(row)
    return text.append(f" · {left}", style="dim") if left else text


def _lines(row: Row) -> list[str]:
    """What there is to say besides: the forecast, streaks, pauses and amendments, the end."""
    lines = [_forecast(row)]
    if row.get("best_streak"):
        best = row["best_streak"]
        lines.append(f"Streak: {counted(row['streak'], row['per'])}, the best {best}")
    lines += [f"Paused {goal_words.paused(one)}" for one in row.get("pauses") or []]
    lines += [f"Amended {goal_words.amended(one)}" for one in row.get("amendments") or []]
    if row.get("closed_on"):
        lines.append(f"Closed on {row['closed_on']}")
    return [line for line in lines if line]


def _forecast(row: Row) -> str:
    """Where it will end at the rate of the last twelve weeks."""
    found = row.get("forecast")
    if not found:
        return ""
    if row.get("bound") == goal_words.MAXIMUM:
        verdict = "kept" if found["will_be_met"] else "not kept"
    elif row.get("state") == "met":
        verdict = "met already"
    elif found["met_on"]:
        verdict = f"met on {found['met_on']}"
    else:
        verdict = "met" if found["will_be_met"] else "not met"
    return f"At the rate of the last 12 weeks: {goal_words.number(found['by_end'])} by the end, {verdict}"


def _title(history: Sequence[Row]) -> Text:
    text = Text("Before", style="bold")
    return text.append(f"  {MOST} of {len(history)}", style="not bold dim") if len(history) > MOST else text


def _cell(row: Row, key: str) -> Text:
    return written(row, "why" if key == "reason" else key)


def _past(row: Row, key: str) -> Text:
    if key == "text":
        return written(row, "note")
    if key == "bar":
        return Text(f"{flat(row.get('done')) or '0'}/{flat(row.get('target')) or '0'}")
    if key == "state":
        return Text(shown(flat(row.get(key))), style=STATE_STYLES.get(row.get(key) or "", "dim"))
    return written(row, key)
