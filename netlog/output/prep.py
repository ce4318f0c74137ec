"""`prep`: what to know before a talk or an event, on one calm card."""

from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from netlog.output.cards import WIDEST
from netlog.output.columns import flat
from netlog.output.due import lateness
from netlog.output.lists import Row, pairs
from netlog.output.text import shown

NOTE = 240  # characters of a note; `show` has all of it
PARTS = (("to_meet", "To meet"), ("met", "Met"), ("before", "Met there before"))
WHO = {"me": "you", "them": "they"}


def contact(data: Row, width: int) -> RenderableType:
    """A contact before a talk: what you last spoke of, what is owed, what to ask, what you share."""
    about = [data.get(key) for key in ("title", "organization", "specialty", "region", "roles", "tier")]
    status = data.get("status")
    last, following = data.get("last_conversation_on"), data.get("next_contact_on")
    turns = [
        f"last talked {last}" if last else "never talked yet",
        f"next by {following}" if following else "",
    ]
    parts = [
        _facts([*about, status if status != "active" else ""]),
        _facts([*turns, f"birthday {data['birthday']}" if data.get("birthday") else ""]),
        _note(data.get("notes")),
        _section("Last spoke of", [_spoken(one) for one in data["last_conversations"]]),
        _section("Promised", [_promise(one) for one in data["promises"]]),
        _section("To ask", [_question(one) for one in data["questions"]]),
        _section("In common", [(_ref(one), Text(shown(one["text"]))) for one in data["common_ground"]]),
    ]
    return _card(data, parts, width)


def event(data: Row, width: int) -> RenderableType:
    """An event before you go: who is there and why, what is owed, what to find out, whom to ask."""
    when = " to ".join(dict.fromkeys([data["starts_on"], data["ends_on"]]))
    facts = [data.get(key) for key in ("kind", "mode", "role", "status", "place", "url")]
    people = data["people"]
    parts = [
        _facts([f"{when}, {data['when']}", *facts]),
        _note(data.get("notes")),
        *(_section(title, [_person(one) for one in people if one["part"] == part]) for part, title in PARTS),
        _section("Introductions to ask for", [_introduction(one) for one in data["introductions"]]),
        _section("Promised", [_promise(one) for one in data["promises"]]),
        _section("To find out", [_question(one) for one in data["questions"]]),
    ]
    return _card(data, parts, width)


def _card(data: Row, parts: Sequence[RenderableType | None], width: int) -> RenderableType:
    title = Text.assemble((shown(data["ref"]), "cyan"), "  ", (shown(data["name"]), "bold"), overflow="fold")
    body = [title, *(one for one in parts if one is not None)]
    return Panel(Group(*body), box=box.ROUNDED, border_style="dim", width=min(width, WIDEST))


def _facts(values: Sequence[Any]) -> Text | None:
    words = [word for value in values if (word := flat(value))]
    return Text(shown(" · ".join(words)), style="dim", overflow="fold") if words else None


def _note(text: str | None) -> Text | None:
    if not text:
        return None
    short = text if len(text) <= NOTE else f"{text[: NOTE - 1]}…"
    return Text("\n" + shown(short, multiline=True), overflow="fold")


def _section(title: str, rows: Sequence[tuple[Text, Text]]) -> RenderableType | None:
    if not rows:
        return None
    grid = pairs(style="")
    for row in rows:
        grid.add_row(*row)
    return Group(Text(), Text(title, style="dim"), grid)


def _ref(row: Row) -> Text:
    return Text(shown(flat(row.get("ref"))), style="cyan")


def _spoken(one: Row) -> tuple[Text, Text]:
    """A conversation: its day, kind and summary, and the start of its notes."""
    text = Text.assemble((f"{one['held_on']} {one['kind']}  ", "dim"), shown(one["summary"]), overflow="fold")
    if one.get("event"):
        text.append(f", at {shown(flat(one['event']))}", style="dim")
    if note := _note(one.get("notes")):
        text.append_text(Text(note.plain, style="dim"))
    return _ref(one), text


def _promise(one: Row) -> tuple[Text, Text]:
    text = Text.assemble(f"{WHO[one['owed_by']]}: {shown(one['what'])}  ", lateness(one["days_late"]))
    return _ref(one), text


def _question(one: Row) -> tuple[Text, Text]:
    return Text(str(one["id"]), style="cyan"), Text(shown(one["what"]))


def _person(one: Row) -> tuple[Text, Text]:
    """Somebody at an event: who, why, and what lies between you."""
    work = ", ".join(flat(one[key]) for key in ("title", "organization") if one.get(key))
    text = Text.assemble(
        (shown(one["name"]), "bold"), (f"  {shown(work)}" if work else "", ""), overflow="fold"
    )
    text.append(f"\n{shown(one['why'])}", style="dim")
    if last := one.get("last_conversation"):
        text.append(f"\nlast: {shown(last['summary'])}", style="dim")
    for promise in one["promises"]:
        ref, words = _promise(promise)
        text.append("\n").append_text(ref).append(" ").append_text(words)
    for question in one["questions"]:
        text.append(f"\nask: {shown(question['what'])}")
    return _ref(one), text


def _introduction(one: Row) -> tuple[Text, Text]:
    words = Text.assemble(
        (shown(one["through"]["name"]), "bold"), " for ", (shown(one["to"]["name"]), "bold"), overflow="fold"
    )
    words.append(f"  {shown(one['why'])}", style="dim")
    return _ref(one["through"]), words
