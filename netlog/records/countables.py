"""What goals count, and the filters of what is counted."""

from typing import TYPE_CHECKING, NamedTuple

from netlog.errors import UsageError
from netlog.records import filters
from netlog.records.kind import kind_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log


class Countable(NamedTuple):
    """What a goal counts: entries of `kind` whose `day` falls in the period and that meet `condition`.

    `counted` is what one counts once; `text` is what shows an entry. Where the record itself is not in
    `source`, `join` brings it in for that text, and `filtered` is how a filter reaches it. The index by
    day is named, so that a filter that many records pass is not gone through anew for each period.
    """

    kind: str
    source: str
    day: str
    condition: str
    counted: str
    text: str
    join: str = ""
    filtered: str = "{}"


COUNTED = {
    "contacts": Countable(
        "contact",
        "contact INDEXED BY contact_by_known",
        "contact.known_on",
        "contact.status <> 'target'",
        "*",
        "contact.name",
    ),
    "people": Countable(
        "contact",
        "conversation_contact AS part INDEXED BY conversation_contact_by_day",
        "part.held_on",
        "TRUE",
        "DISTINCT part.contact_id",
        "contact.name",
        "JOIN contact ON contact.id = part.contact_id",
        "part.contact_id IN (SELECT contact.id FROM contact WHERE {})",
    ),
    "conversations": Countable(
        "conversation",
        "conversation INDEXED BY conversation_by_day",
        "conversation.held_on",
        "TRUE",
        "*",
        "conversation.summary",
    ),
    "events": Countable(
        "event",
        "event INDEXED BY event_by_start",
        "event.starts_on",
        "event.status = 'attended'",
        "*",
        "event.name",
    ),
    "presentations": Countable(
        "event",
        "event INDEXED BY event_by_start",
        "event.starts_on",
        "event.status = 'attended' AND event.role = 'presenter'",
        "*",
        "event.name",
    ),
    "follow-ups": Countable(
        "follow_up",
        "follow_up INDEXED BY follow_up_done",
        "follow_up.done_on",
        "follow_up.status = 'done'",
        "*",
        "follow_up.what",
    ),
}


def check_filter(count: str, words: str | None, ctx: "Context", log: "Log") -> None:
    """UsageError when the filter of a goal can't be read for what it counts."""
    if words:
        filters.read(kind_of(COUNTED[count].kind), split(words), ctx, log)


def split(words: str) -> list[str]:
    """The filter words of a goal, quoted as in a shell."""
    if not words:
        return []
    import shlex

    try:
        return shlex.split(words)
    except ValueError:
        raise UsageError(f"{words!r} has a quote that is not closed") from None
