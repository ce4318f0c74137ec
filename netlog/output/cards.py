"""One record in full: its fields, what is linked to it, and its timeline."""

from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from netlog.output.columns import flat, heading, plain
from netlog.output.lists import Row, listing, pairs
from netlog.output.text import shown
from netlog.plurals import counted
from netlog.vocabulary import MONTHS

WIDEST = 100
TITLES = ("name", "title", "what", "summary", "statement", "tag", "key")
UNSHOWN = {
    *("ref", "type", "uid", "id", "created_at", "updated_at"),
    *("notes", "takeaways", "timeline", "linked", "history", "entries", "career"),
}
PROSE = ("takeaways", "notes")
TIMELINE = (("on", "On"), ("type", "Type"), ("ref", "Ref"), ("text", "Text"))
LABELS = {
    "owed_by": "Owed by",
    "last_conversation_on": "Last conversation",
    "next_contact_on": "Next contact",
}


def cards(rows: Sequence[Row], width: int) -> RenderableType:
    """A card for each record."""
    return Group(*(card(row, width) for row in rows))


def card(row: Row, width: int) -> RenderableType:
    """One record; fields without a value are left out, the timeline is newest first."""
    subject = next((key for key in TITLES if row.get(key)), "")
    width = min(width, WIDEST)
    inner = width - 4
    parts: list[RenderableType] = [_title(row, subject)]
    if fields := _fields(row, subject):
        parts += [Text(), fields]
    if brought := _yield(row.get("yield") or {}):
        parts += [Text(), brought]
    for key in PROSE:
        if row.get(key):
            parts += [Text(), Text(shown(flat(row[key]), multiline=True), overflow="fold")]
    for title, rows in _sections(row):
        parts += [Text(), Text(title, style="dim"), listing(rows, TIMELINE, inner, header=False, lines=None)]
    dates = _dates(row)
    if dates:
        parts += [Text(), Text(shown(dates), style="dim")]
    return Panel(Group(*parts), box=box.ROUNDED, border_style="dim", width=width)


def _title(row: Row, subject: str) -> Text:
    return Text.assemble(
        (shown(flat(row.get("ref"))), "cyan"),
        "  " if row.get("ref") else "",
        (shown(flat(row.get(subject)) if subject else _called(row)), "bold"),
        overflow="fold",
    )


def _called(row: Row) -> str:
    """A record that has no name of its own by those it is about."""
    if row.get("type") == "introduction":
        return f"{flat(row.get('who')) or 'you'} to {flat(row.get('to'))}"
    return flat(row.get("group")) if row.get("type") == "membership" else ""


def _fields(row: Row, subject: str) -> Table | None:
    grid = pairs()
    for key, value in row.items():
        text = flat(value)
        if text and key != subject and key not in UNSHOWN and plain_or_listed(value):
            grid.add_row(Text(shown(LABELS.get(key) or heading(key))), _value(key, value))
    return grid if grid.row_count else None


def _yield(counts: dict[str, int]) -> Text | None:
    """What came of an event, where anything did."""
    words = {
        "contacts_met": ("contact", "met"),
        "follow_ups_kept": ("follow-up", "kept"),
        "conversations_within_90_days": ("conversation", "within 90 days"),
    }
    told = [f"{counted(counts[key], noun)} {how}" for key, (noun, how) in words.items() if key in counts]
    return Text(f"Yield  {' · '.join(told)}", style="dim") if any(counts.values()) else None


def plain_or_listed(value: Any) -> bool:
    """Whether a value fits one field: lists of e-mails, links and roles do, lists of records do not."""
    if isinstance(value, list):
        return all(
            not isinstance(one, dict) or {"name", "value", "role", "label", "why", "helper"} & set(one)
            for one in value
        )
    return plain(value)


def _value(key: str, value: Any) -> Text:
    """A field's value; a reference keeps its ref, so that it can be shown next."""
    text = Text(overflow="fold")
    if key == "cadence":
        return text.append(_every(value))
    if key == "birthday" and value.startswith("--"):
        return text.append(f"{int(value[5:])} {MONTHS[int(value[2:4]) - 1]}")
    for at, one in enumerate(value if isinstance(value, list) else [value]):
        text.append(", " if at else "")
        if isinstance(one, dict) and one.get("ref"):
            text.append(shown(flat(one["ref"])), style="cyan").append(" ")
        text.append(shown(flat(one)))
    return text


def _every(days: int) -> str:
    """A cadence as one says it."""
    if not days:
        return "never"
    return f"every {counted(days // 7, 'week')}" if days % 7 == 0 else f"every {counted(days, 'day')}"


def _sections(row: Row) -> list[tuple[str, list[Row]]]:
    linked, timeline = row.get("linked") or {}, row.get("timeline") or []
    groups = linked if isinstance(linked, dict) else {"linked": linked}
    sections = [("Career", [_position(one) for one in row["career"]])] if row.get("career") else []
    sections += [(shown(heading(key)), [_entry(one) for one in rows]) for key, rows in groups.items() if rows]
    if timeline:
        newest = sorted(timeline, key=lambda one: one.get("on") or "", reverse=True)
        sections.append(("Timeline", [_entry(one) for one in newest]))
    return sections


def _position(one: Row) -> Row:
    """A former position in the timeline's columns, with the days that are known of it."""
    since, until = one.get("since"), one.get("until")
    on = f"{since} – {until or 'now'}" if since else f"until {until}" if until else ""
    return {"on": on, "text": ", ".join(one[key] for key in ("title", "organization") if one.get(key))}


def _entry(one: Any) -> Row:
    """A linked record or a line of the timeline, in the timeline's columns."""
    if not isinstance(one, dict):
        return {"text": flat(one)}
    on = one.get("on") or next((value for key, value in one.items() if key.endswith("_on") and value), None)
    return {
        **one,
        "on": on,
        "type": flat(one.get("type")).replace("_", "-"),
        "text": one.get("text") or _linked(one),
    }


def _linked(one: Row) -> str:
    """A linked record by its name, and what it is to the one shown."""
    return f"{one['name']} ({one['as']})" if one.get("as") and one.get("name") else flat(one)


def _dates(row: Row) -> str:
    named = (("added", row.get("created_at")), ("changed", row.get("updated_at")))
    days = [f"{word} {at[:10]}" for word, at in named if at]
    if len(days) == 2 and row["created_at"] == row["updated_at"]:
        days.pop()
    return " · ".join(days)
