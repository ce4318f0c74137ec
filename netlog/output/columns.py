"""What a list shows of each record, in tsv and in tables: the columns by view, and one cell as flat text."""

from typing import Any

Columns = tuple[tuple[str, str], ...]

COLUMNS: dict[str, Columns] = {
    "contacts": (
        ("ref", "Ref"),
        ("name", "Name"),
        ("organization", "Organization"),
        ("title", "Title"),
        ("tier", "Tier"),
        ("last_conversation_on", "Last"),
        ("next_contact_on", "Next"),
        ("tags", "Tags"),
    ),
    "conversations": (
        ("ref", "Ref"),
        ("held_on", "On"),
        ("kind", "Kind"),
        ("contacts", "With"),
        ("summary", "Summary"),
        ("event", "Event"),
        ("tags", "Tags"),
    ),
    "events": (
        ("ref", "Ref"),
        ("starts_on", "Starts"),
        ("ends_on", "Ends"),
        ("name", "Name"),
        ("kind", "Kind"),
        ("level", "Level"),
        ("role", "Role"),
        ("status", "Status"),
        ("place", "Place"),
        ("met", "Met"),
    ),
    "follow_ups": (
        ("ref", "Ref"),
        ("due_on", "Due"),
        ("owed_by", "Owed by"),
        ("what", "What"),
        ("contacts", "With"),
        ("status", "Status"),
    ),
    "goals": (
        ("ref", "Ref"),
        ("title", "Goal"),
        ("count", "Count"),
        ("where", "Where"),
        ("target", "Target"),
        ("per", "Per"),
        ("status", "Status"),
    ),
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
}
COLUMNS["redo"] = COLUMNS["undo"]

# views whose rows lie one level down in the answer's object
INSIDE = {
    "undo": "undid",
    "redo": "undid",
    "check": "checks",
    "import": "records",
    "review": "actions",
    "prep-event": "people",
}

# views whose cells are what was made: programs get the references alone
REFERRED = {"log"}

VIEW_OF = {
    "contact": "contacts",
    "conversation": "conversations",
    "event": "events",
    "follow_up": "follow_ups",
    "goal": "goals",
}


def rows_of(data: dict[str, Any] | list[dict[str, Any]], view: str) -> list[dict[str, Any]]:
    """The rows of an answer: a list's own, those inside a report, or the one record."""
    if isinstance(data, list):
        return data
    inside = data.get(INSIDE.get(view, ""))
    return inside if isinstance(inside, list) else [data]


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


def labelled(value: dict[str, Any]) -> str:
    """{"label", "value"} as `label=value`, or the value alone."""
    label = value.get("label")
    return f"{label}={flat(value['value'])}" if label else flat(value["value"])


def spanned(value: dict[str, Any]) -> str:
    """{"role", "since", "until"} as `role=since..until`, or the role alone."""
    since, until = value.get("since") or "", value.get("until") or ""
    return f"{value['role']}={since}..{until}" if since or until else str(value["role"])
