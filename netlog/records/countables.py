"""What goals count: which entries, by which day, and which facts of theirs can be told apart."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from netlog.errors import UsageError
from netlog.records import filters
from netlog.records.kind import kind_of
from netlog.vocabulary import CONVERSATION_KINDS, DISTINCT

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

_NONE: Mapping[str, str] = MappingProxyType({})
_ANY: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_PERSON = {
    fact: f"contact.{fact}" for fact in ("organization", "region", "setting", "sector", "specialty", "level")
}
_INTRODUCED = "coalesce((SELECT name FROM contact WHERE id = {table}.{part}), 'you')".format
_INTRODUCTION = " || ' to ' || ".join(
    _INTRODUCED(table="introduction", part=one) for one in ("who_id", "to_id")
)


class Countable(NamedTuple):
    """What a goal counts: entries of `kind` whose `day` falls in the period and that meet `condition`.

    `once` is what one counts once in a period, where it is not the record itself; `text` is what shows an
    entry. Where the record is not in `source`, `join` brings it in, and `filtered` is how a filter reaches
    it. The index by day is named, so that a filter that many records pass is not gone through anew for
    each period; `indexes` are other sources, for filters by an option, the best first. `facts` are the
    columns that --distinct can tell apart, `all` the words of an option that all that is counted has one
    of. Without a `kind` there is no filter.
    """

    kind: str
    source: str
    day: str
    text: str
    condition: str = "TRUE"
    once: str = ""
    join: str = ""
    filtered: str = "{}"
    facts: Mapping[str, str] = _NONE
    indexes: Mapping[str, str] = _NONE
    all: Mapping[str, tuple[str, ...]] = _ANY

    def read_from(self, words: Sequence[str]) -> str:
        """The source, by the index that suits these filter words best."""
        asked = {key for negated, key, value in map(filters.parted, words) if key and value and not negated}
        return next((source for key, source in self.indexes.items() if key in asked), self.source)


_EVENT = Countable(
    "event",
    "event INDEXED BY event_by_start",
    "event.starts_on",
    "event.name",
    "event.status = 'attended'",
    facts={"kind": "event.kind", "level": "event.level"},
    all={"status": ("attended",)},
)
_EXCHANGE = Countable(
    "exchange",
    "exchange INDEXED BY exchange_by_day",
    "exchange.exchanged_on",
    "exchange.what",
    facts={"kind": "exchange.kind"},
)
_INTRODUCTIONS = Countable(
    "introduction",
    "introduction INDEXED BY introduction_by_made",
    "introduction.made_on",
    _INTRODUCTION,
)

COUNTED = {
    "contacts": Countable(
        "contact",
        "contact INDEXED BY contact_by_known",
        "contact.known_on",
        "contact.name",
        "contact.status <> 'target'",
        facts=_PERSON,
        all={"status": ("active", "archived")},
    ),
    "people": Countable(
        "contact",
        "conversation_contact AS part INDEXED BY conversation_contact_by_day",
        "part.held_on",
        "contact.name",
        once="part.contact_id",
        join="JOIN contact ON contact.id = part.contact_id",
        filtered="part.contact_id IN (SELECT contact.id FROM contact WHERE {})",
        facts=_PERSON,
    ),
    "conversations": Countable(
        "conversation",
        "conversation INDEXED BY conversation_by_day",
        "conversation.held_on",
        "conversation.summary",
        facts={"kind": "conversation.kind"},
        # with somebody there are few: they are found by their ids, whatever the day
        indexes={"with": "conversation", "kind": "conversation INDEXED BY conversation_by_kind"},
    ),
    "events": _EVENT,
    "presentations": _EVENT._replace(
        condition="event.status = 'attended' AND event.role = 'presenter'",
        all={"status": ("attended",), "role": ("presenter",)},
    ),
    "group-meetings": _EVENT._replace(condition="event.status = 'attended' AND event.group_id IS NOT NULL"),
    "follow-ups": Countable(
        "follow_up",
        "follow_up INDEXED BY follow_up_done",
        "follow_up.done_on",
        "follow_up.what",
        "follow_up.status = 'done'",
        all={"status": ("done",)},
    ),
    "contributions": Countable(
        "contribution",
        "contribution INDEXED BY contribution_by_day",
        "contribution.given_on",
        "contribution.title",
        facts={"kind": "contribution.kind", "level": "contribution.level"},
    ),
    "introductions-made": _INTRODUCTIONS._replace(condition="introduction.by_id IS NULL"),
    "introductions-received": _INTRODUCTIONS._replace(
        condition="introduction.by_id IS NOT NULL AND introduction.who_id IS NULL"
    ),
    "help-given": _EXCHANGE._replace(condition="exchange.direction = 'given'", all={"received": ("no",)}),
    "help-received": _EXCHANGE._replace(
        condition="exchange.direction = 'received'", all={"received": ("yes",)}
    ),
    "memberships": Countable(
        "membership",
        "membership INDEXED BY membership_by_join",
        "membership.joined_on",
        "(SELECT name FROM network_group WHERE id = membership.group_id)",
    ),
    "opportunities": Countable(
        "opportunity",
        "opportunity INDEXED BY opportunity_by_day",
        "opportunity.opened_on",
        "opportunity.what",
        facts={"kind": "opportunity.kind"},
    ),
    # what was tried counts, whether it was kept or given up after that
    "takeaways": Countable(
        "takeaway", "takeaway INDEXED BY takeaway_by_try", "takeaway.tried_on", "takeaway.what"
    ),
    # a review belongs to the week that it looks at, whenever it was held
    "reviews": Countable("", "review", "review.week_on", "'the week of ' || review.week_on"),
    "steps": Countable(
        "step",
        "plan_step INDEXED BY plan_step_done",
        "plan_step.done_on",
        "plan_step.what",
        "plan_step.status = 'done'",
        facts={"kind": "plan_step.kind"},
        all={"status": ("done",)},
    ),
}
# where a fact can be told apart by looking each of its words up in an index
LISTED = {("conversations", "kind"): ("conversation INDEXED BY conversation_by_kind", CONVERSATION_KINDS)}


def check(count: str, distinct: str | None, words: str | None) -> None:
    """UsageError when what is counted has nothing to filter by, or no such fact to tell apart."""
    what = COUNTED[count]
    if words and not what.kind:
        raise UsageError(f"{count} have nothing to filter by", "leave --where out")
    if distinct and distinct not in what.facts:
        known = [fact for fact in DISTINCT if fact in what.facts]
        raise UsageError(
            f"{count} have no {distinct} to tell apart",
            f"--distinct can be: {', '.join(known)}" if known else "leave --distinct out",
        )


def check_filter(count: str, words: str | None, ctx: "Context", log: "Log") -> None:
    """UsageError when the filter of a goal can't be read for what it counts."""
    if words and (kind := COUNTED[count].kind):
        filters.read(kind_of(kind), split(words), ctx, log)


def split(words: str | None) -> list[str]:
    """The filter words of a goal, quoted as in a shell."""
    if not words:
        return []
    import shlex

    try:
        return shlex.split(words)
    except ValueError:
        raise UsageError(f"{words!r} has a quote that is not closed") from None
