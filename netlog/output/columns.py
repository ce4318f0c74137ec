"""What a list shows of each record, in tsv and in tables: the columns by view, and one cell as flat text."""

from collections.abc import Iterator
from typing import Any

from netlog.output import goal_words, record_columns
from netlog.output.record_columns import RECORDS, VIEW_OF

Columns = record_columns.Columns

COLUMNS: dict[str, Columns] = {
    **RECORDS,
    "progress": (
        ("ref", "Ref"),
        ("title", "Goal"),
        ("done", "Done"),
        ("target", "Target"),
        ("expected", "Expected"),
        ("state", "State"),
        ("period", "Period"),
        ("days_left", "Days left"),
        ("streak", "Streak"),
    ),
    "goal-ideas": (("title", "Goal"), ("why", "Why"), ("command", "Then")),
    "terms": (
        ("label", "Term"),
        ("starts_on", "Starts"),
        ("ends_on", "Ends"),
        ("current", "Today"),
        ("days_left", "Left"),
        ("days_until", "In"),
    ),
    "due": (
        ("ref", "Ref"),
        ("type", "Type"),
        ("what", "What"),
        ("due_on", "Due"),
        ("days_late", "Days late"),
        ("reason", "Reason"),
        ("score", "Score"),
        ("command", "Command"),
    ),
    "due-why": (
        ("ref", "Ref"),
        ("what", "What"),
        ("score", "Score"),
        ("parts", "Parts"),
        ("reason", "Reason"),
    ),
    "plan": (
        ("ref", "Ref"),
        ("depth", "Depth"),
        ("state", "State"),
        ("what", "Step"),
        ("kind", "Kind"),
        ("by_on", "By"),
        ("latest_on", "Latest"),
        ("blocked_by", "Blocked by"),
    ),
    "plan-next": (
        ("ref", "Ref"),
        ("what", "Step"),
        ("state", "State"),
        ("latest_on", "Latest"),
        ("by_on", "By"),
        ("slack", "Slack"),
        ("about", "About"),
        ("command", "Then"),
    ),
    "plan-timeline": (
        ("ref", "Ref"),
        ("latest_on", "Latest"),
        ("by_on", "By"),
        ("slack", "Slack"),
        ("what", "Step"),
        ("state", "State"),
        ("needed_by", "For"),
    ),
    "plan-gaps": (("ref", "Ref"), ("gap", "Gap"), ("what", "What"), ("command", "Then")),
    "path": (
        ("ask", "Ask"),
        ("hops", "Way"),
        ("score", "Score"),
        ("reason", "Reason"),
        ("command", "Then"),
    ),
    "diversity": (
        ("dimension", "Dimension"),
        ("among", "Among"),
        ("people", "People"),
        ("unknown", "Unknown"),
        ("classes", "Classes"),
        ("effective_classes", "Effective classes"),
        ("evenness", "Evenness"),
        ("gini_simpson", "Gini-Simpson"),
        ("largest_share", "Largest"),
        ("counts", "Counts"),
    ),
    "map": (
        ("ref", "Ref"),
        ("name", "Name"),
        ("cluster", "Cluster"),
        ("links", "Links"),
        ("betweenness", "Betweenness"),
        ("effective_size", "Effective size"),
        ("alone", "Alone to"),
    ),
    "stats": (
        ("label", "Period"),
        ("starts_on", "Starts"),
        ("ends_on", "Ends"),
        ("conversations", "Conversations"),
        ("people", "People"),
        ("new_contacts", "New contacts"),
        ("events", "Events"),
        ("follow_ups_kept", "Follow-ups kept"),
        ("kept_on_time", "Kept on time"),
        ("promises_received", "Promises received"),
        ("in_touch", "In touch, %"),
        ("help_given", "Help given"),
        ("help_received", "Help received"),
        ("contributions", "Contributions"),
    ),
    "comparison": (
        ("name", "Series"),
        ("one", "First"),
        ("other", "Second"),
        ("difference", "Change"),
        ("ratio", "Ratio"),
    ),
    "evidence": (
        ("on", "On"),
        ("type", "Type"),
        ("ref", "Ref"),
        ("what", "What"),
        ("hours", "Hours"),
        ("level", "Level"),
        ("role", "Role"),
        ("kind", "Kind"),
        ("section", "Section"),
    ),
    "heat": (("on", "On"), ("count", "Conversations")),
    "matches": (
        ("who", "Who"),
        ("to", "To"),
        ("score", "Score"),
        ("mutual", "Both ways"),
        ("reason", "Reason"),
        ("command", "Then"),
    ),
    "balance": (
        ("ref", "Ref"),
        ("name", "Name"),
        ("given", "Given"),
        ("received", "Received"),
        ("last_on", "Last"),
    ),
    "cadences": (
        ("rule", "Rule"),
        ("every", "Every"),
        ("days", "Days"),
        ("contacts", "Contacts"),
    ),
    "cadence": (
        ("ref", "Ref"),
        ("name", "Name"),
        ("every", "Every"),
        ("rule", "Rule"),
        ("next_contact_on", "Next"),
    ),
    "spread": (("on", "On"), ("ref", "Ref"), ("name", "Name")),
    "triage": (("ref", "Ref"), ("name", "Name"), ("answer", "Answer")),
    "questions": (
        ("id", "Id"),
        ("of", "For"),
        ("what", "Question"),
        ("noted_at", "Noted"),
        ("struck_on", "Struck off"),
    ),
    "prep-contact": (
        ("ref", "Ref"),
        ("name", "Name"),
        ("last_conversation_on", "Last"),
        ("next_contact_on", "Next"),
        ("last_conversations", "Last spoke of"),
        ("promises", "Promised"),
        ("questions", "To ask"),
        ("common_ground", "In common"),
    ),
    "prep-event": (
        ("ref", "Ref"),
        ("name", "Name"),
        ("part", "Part"),
        ("why", "Why"),
        ("last_conversation", "Last spoke of"),
        ("promises", "Promised"),
        ("questions", "To ask"),
    ),
    "debrief": (
        ("event", "Event"),
        ("held_on", "On"),
        ("contacts_added", "New contacts"),
        ("follow_ups", "Follow-ups"),
        ("questions", "Struck off"),
    ),
    "vision-start": (
        ("vision", "Vision"),
        ("contacts_added", "New contacts"),
        ("groups_added", "New groups"),
        ("events_added", "New events"),
        ("goals", "Goals"),
        ("steps", "Steps"),
    ),
    "history": (("step", "Step"), ("at", "At"), ("command", "Command"), ("changes", "Changes")),
    "undo": (("step", "Step"), ("at", "At"), ("command", "Command"), ("changes", "Changes")),
    "tags": (("tag", "Tag"), ("count", "Count")),
    "check": (("name", "Check"), ("ok", "Ok"), ("problems", "Problems")),
    "import": (("file", "File"), ("line", "Line"), ("ref", "Ref"), ("fate", "Fate"), ("why", "Why")),
    "config": (("key", "Key"), ("value", "Value")),
    "log": (
        ("conversation", "Conversation"),
        ("contacts_added", "New contacts"),
        ("follow_ups", "Follow-ups"),
    ),
    "reading": (
        ("held_on", "On"),
        ("kind", "Kind"),
        ("contacts", "With"),
        ("event", "At"),
        ("tags", "Tags"),
        ("new", "New contacts"),
        ("follow_ups", "Owed"),
        ("summary", "Summary"),
    ),
    "search": (("ref", "Ref"), ("on", "On"), ("name", "What"), ("text", "Found")),
    "review": (("ref", "Ref"), ("text", "Text"), ("toward", "Toward"), ("command", "Command")),
    "ladder": (("level", "Level"), ("years", "Years"), ("total", "Total")),
    "wins": (("ref", "Ref"), ("on", "On"), ("type", "Type"), ("text", "Win")),
    "mentoring": (
        ("ref", "Ref"),
        ("name", "Name"),
        ("way", "Way"),
        ("since", "Since"),
        ("until", "Until"),
        ("topics", "About"),
        ("sessions", "Sessions"),
        ("last_session_on", "Last"),
        ("next_session_on", "Next"),
        ("hours", "Hours"),
        ("promises", "Promised"),
        ("takeaways", "Took home"),
    ),
    "yield": (
        ("type", "Source"),
        ("ref", "Ref"),
        ("name", "Name"),
        ("gained", "Gained"),
        ("ongoing", "Ongoing"),
        ("opportunities", "Opportunities"),
    ),
}
COLUMNS["redo"] = COLUMNS["undo"]
COLUMNS["path-why"] = COLUMNS["path"]
COLUMNS["matches-why"] = COLUMNS["matches"]
COLUMNS["goal"] = COLUMNS["progress"]

# views whose rows lie one level down in the answer's object
INSIDE = {
    "undo": "undid",
    "redo": "undid",
    "check": "checks",
    "import": "records",
    "review": "actions",
    "ladder": "levels",
    "yield": "by_source",
    "balance": "contacts",
    "map": "everybody",
    "prep-event": "people",
    "plan": "steps",
}
TREES = {"plan"}  # views whose rows have rows of their own under them, as children

# views whose cells are what was made: programs get the references alone
REFERRED = {"log", "vision-start"}


def rows_of(data: dict[str, Any] | list[dict[str, Any]], view: str) -> list[dict[str, Any]]:
    """The rows of an answer: a list's own, those inside a report, or the one record."""
    if isinstance(data, list):
        return data
    inside = data.get(INSIDE.get(view, ""))
    if view in TREES and isinstance(inside, list):
        return list(_unfolded(inside, 0))
    return inside if isinstance(inside, list) else [data]


def _unfolded(rows: list[dict[str, Any]], depth: int) -> Iterator[dict[str, Any]]:
    """The rows of a tree, each with its depth and before those under it."""
    for row in rows:
        yield {**{key: value for key, value in row.items() if key != "children"}, "depth": depth}
        yield from _unfolded(row["children"], depth + 1)


def columns_of(view: str, row: dict[str, Any]) -> Columns:
    """The columns of a view; of `row`'s own type where the view has none (`show`), else its plain values."""
    known = COLUMNS.get(view) or COLUMNS.get(VIEW_OF.get(row.get("type", ""), ""))
    return known or tuple((key, heading(key)) for key, value in row.items() if plain(value))


def refs_of(row: dict[str, Any], view: str) -> list[list[str]]:
    """What a row of a REFERRED view made: the references in each of its cells."""
    found = []
    for key, _ in COLUMNS[view]:
        ones = row.get(key) or []
        found.append([str(one["ref"]) for one in (ones if isinstance(ones, list) else [ones])])
    return found


def heading(key: str) -> str:
    return key.removesuffix("_on").replace("_", " ").capitalize()


def plain(value: object) -> bool:
    """Whether a value reads as one word or name: all but lists of objects and unknown objects."""
    if isinstance(value, list):
        return all(not isinstance(one, dict) or "name" in one for one in value)
    return not isinstance(value, dict) or "name" in value or "label" in value


def cell(row: dict[str, Any], key: str) -> str:
    """One value as flat text, whole and not yet sanitised; empty where it is unknown."""
    value = row.get(key)
    if value is None and key in ("who", "by") and row.get("type") == "introduction":
        return "you"
    if key == "follow_ups" and isinstance(value, list) and all(_is_read(one) for one in value):
        return "; ".join(_owed(one) for one in value)
    if key == "changes" and isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return str(len(value))
    return flat(value)


def flat(value: object) -> str:
    """A JSON value in words: a reference by its name, a list by commas, unknown and false as nothing."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, float):
        return str(round(value, 2)).removesuffix(".0")
    if isinstance(value, list):
        return ", ".join(flat(one) for one in value)
    if isinstance(value, dict):
        return _named(value)
    return str(value)


def _is_read(value: object) -> bool:
    """Whether it is a follow-up as `log` reads one, no record yet."""
    return isinstance(value, dict) and "owed_by" in value and "ref" not in value


def _owed(value: dict[str, Any]) -> str:
    owes = "you owe" if value["owed_by"] == "me" else "owed by"
    return f"{owes} {flat(value['contacts'])}: {flat(value['what'])} by {value['due_on']}"


def _named(value: dict[str, Any]) -> str:
    if told := _told(value):
        return told
    for key in ("name", "what", "summary", "text"):
        if value.get(key):
            return flat(value[key])
    if "value" in value:
        return labelled(value)
    if "role" in value:
        return spanned(value)
    if "label" in value or "ref" in value:
        return flat(value.get("label") or value.get("ref"))
    return " ".join(f"{key}={flat(one)}" for key, one in value.items())


def _told(value: dict[str, Any]) -> str | None:
    """An object that reads in a way of its own, known by its keys; None of any other."""
    keys = set(value)
    if "from_on" in keys:
        return goal_words.amended(value)
    if keys == {"starts_on", "ends_on", "why"}:
        return goal_words.paused(value)
    if keys == {"class", "count", "share"}:
        return f"{value['class']} {value['count']}"
    if keys == {"what", "helper"}:
        return f"{value['what']} ({flat(value['helper'])} could help)" if value["helper"] else None
    return None


def labelled(value: dict[str, Any]) -> str:
    """{"label", "value"} as `label=value`, or the value alone."""
    label = value.get("label")
    return f"{label}={flat(value['value'])}" if label else flat(value["value"])


def spanned(value: dict[str, Any]) -> str:
    """{"role", "since", "until"} as `role=since..until`, or the role alone."""
    since, until = value.get("since") or "", value.get("until") or ""
    return f"{value['role']}={since}..{until}" if since or until else str(value["role"])
