"""What a plain record of a file says, as values that a record of the log can hold.

Nothing is refused for one bad value: it is left out, with a remark. Nothing that is empty is said.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import NetlogError, UsageError
from netlog.folding import fold
from netlog.insight.same_person import phone_key
from netlog.records.career import Career
from netlog.records.kind import Kind, kind_of
from netlog.records.lists import Channels
from netlog.records.remembered import Seen

if TYPE_CHECKING:
    from netlog.formats.plain import Labelled, Occasion, Person, Talk, ToDo
    from netlog.records.context import Context

Values = dict[str, Any]

_PERSON = ("name", "nickname", "organization", "title", "region", "birthday", "met_on", "met_via", "notes")
_CHANNELS = ("emails", "phones", "links", "handles")
_OCCASION = ("name", "starts_on", "ends_on", "place", "url", "notes")
_TALK = ("held_on", "summary", "kind", "notes")
_TODO = ("what", "due_on", "status", "done_on", "repeat", "notes")
_NO_TAG = frozenset(",:#")
# What kind of event a name tells of, the first that is in it; what tells of none is `other`.
_KINDS = ("webinar", "workshop", "conference", "meetup", "course", "plc", "visit", "talk", "meeting")


class Said(NamedTuple):
    """Values by JSON key, and what of the record could not be used."""

    values: Values
    remarks: list[str]


def of_person(one: "Person", ctx: "Context") -> Said:
    """A person as a contact; NetlogError where the name is none."""
    kind = kind_of("contact")
    said = _plain(kind, one, _PERSON, "name", ctx)
    for key in _CHANNELS:
        items = getattr(one, key)
        if items:
            _put(said, key, _channels(kind, key, items, said.remarks))
    _put(said, "career", _each(one.career, lambda job: _position(kind, job, ctx), said.remarks))
    _tags(kind, said, one.tags, ctx)
    if one.private:
        said.values["private"] = 1
    return said


def of_occasion(one: "Occasion", ctx: "Context") -> Said:
    """An event; NetlogError where it has no name or day."""
    kind = kind_of("event")
    said = _plain(kind, one, _OCCASION, "name", ctx)
    _tags(kind, said, one.tags, ctx)
    words = fold(one.name)
    said.values["kind"] = next((word for word in _KINDS if word in words), "other")
    if one.cancelled:
        said.values["status"] = "skipped"
    return said


def of_talk(one: "Talk", ctx: "Context") -> Said:
    """A conversation; where it was goes into the notes."""
    kind = kind_of("conversation")
    said = _plain(kind, one, _TALK, "summary", ctx)
    if one.place:
        notes = said.values.get("notes")
        said.values["notes"] = f"at {one.place}\n{notes}" if notes else f"at {one.place}"
    _tags(kind, said, one.tags, ctx)
    return said


def of_todo(one: "ToDo", ctx: "Context") -> Said:
    """A follow-up; an open one says nothing of its status."""
    kind = kind_of("follow_up")
    said = _plain(kind, one, _TODO, "what", ctx)
    if said.values.get("status") == "open":
        del said.values["status"]
    if said.values.get("status") != "done":
        said.values.pop("done_on", None)
    elif "done_on" in said.values:
        said.values.setdefault("due_on", said.values["done_on"])
    _tags(kind, said, one.tags, ctx)
    return said


def _plain(kind: Kind, one: object, keys: tuple[str, ...], title: str, ctx: "Context") -> Said:
    """The single values; without the title there is no record."""
    values: Values = {}
    remarks: list[str] = []
    for key in keys:
        text = getattr(one, key)
        if not text:
            continue
        field = kind.json_field(key)
        if field is None:
            raise KeyError(key)
        try:
            values[key] = field.read(text if key == "notes" or text.isprintable() else _flat(text), ctx)
        except NetlogError as error:
            if key in (title, "starts_on", "held_on"):
                raise
            remarks.append(_left_out(key, error))
    if title not in values:
        raise UsageError(f"no {title}")
    return Said({key: value for key, value in values.items() if value}, remarks)


def _left_out(key: str, error: NetlogError) -> str:
    told = error.message if key.removesuffix("s") in error.message else f"{key}: {error.message}"
    return f"{told}: left out"


def _flat(text: str) -> str:
    """Text in one line, as a name or a title is."""
    return " ".join(text.split()) if any(one in text for one in "\n\r\t\v\f") else text


def _put(said: Said, key: str, items: list[Any]) -> None:
    if items:
        said.values[key] = items


def _channels(kind: Kind, key: str, items: "Iterable[Labelled]", remarks: list[str]) -> list[tuple[str, str]]:
    field = kind.json_field(key)
    assert isinstance(field, Channels)
    checked = field.checked
    found: dict[str, tuple[str, str]] = {}
    for one in _each(items, lambda item: checked(_flat(item[0])[:100].strip(), _flat(item[1])), remarks):
        found.setdefault(fold(one[1]), one)
    return list(found.values())


def _position(kind: Kind, job: tuple[str, str], ctx: "Context") -> Any:
    field = kind.json_field("career")
    organization, title = job
    assert isinstance(field, Career)
    return field.read_item({"organization": _flat(organization), "title": _flat(title)}, ctx)


def _tags(kind: Kind, said: Said, words: tuple[str, ...], ctx: "Context") -> None:
    """What a file groups records by as tags, each of which is one word: `Book club` -> book-club."""
    field = kind.json_field("tags")
    assert field is not None
    found = _each(words, lambda word: field.read(tag_of(word), ctx), said.remarks)
    _put(said, "tags", list(dict.fromkeys(found)))


def tag_of(text: str) -> str:
    """Any words as one tag."""
    return "-".join("".join(" " if one in _NO_TAG else one for one in text).split())


def _each(items: Iterable[Any], read: Callable[[Any], Any], remarks: list[str]) -> list[Any]:
    """What can be read of several values; a remark for each that can't be."""
    found = []
    for one in items:
        try:
            found.append(read(one))
        except NetlogError as error:
            remarks.append(f"{error.message}: left out")
    return found


def as_seen(values: Values, format: str) -> Seen:
    """What is remembered of values, to tell what a file changed: texts alone."""
    seen: Seen = {}
    for key, value in values.items():
        if key in ("met_via", "kind") and not isinstance(value, list):
            continue  # said of new records alone
        seen[key] = [text_of(key, one, format) for one in value] if isinstance(value, list) else str(value)
    return seen


def text_of(key: str, item: Any, format: str) -> str:
    """All that there is to one of several values, as text; a label that netlog gave itself is not of the file."""
    if key in _CHANNELS:
        label, value = item
        return value if label in ("", format) else f"{value}\n{label}"
    return f"{item[0]}\n{item[1]}" if key == "career" else str(item)


def key_of(key: str, text: str) -> str:
    """What makes one of several values the same thing as another, from its text."""
    if key in _CHANNELS:
        value = text.partition("\n")[0]
        return (phone_key(value) if key == "phones" else "") or fold(value)
    return fold(text.replace("\n", " , ")) if key == "career" else text
