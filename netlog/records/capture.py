"""Prose in, records out: a sentence read against the log, and the conversation that comes of it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import UsageError
from netlog.folding import fold
from netlog.insight import calendar_days, observers, prose, talk_kinds
from netlog.insight.names import Mention
from netlog.insight.present import present
from netlog.insight.promises import Promise, promises
from netlog.insight.scene import Key, Scene, new_again, people_of
from netlog.records import (
    contacts,
    conversations,
    follow_ups,
    named_event,
    named_people,
    prose_day,
    record,
    references,
    takeaways,
)
from netlog.records.links import shown_ref
from netlog.records.text import line, paragraphs

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

NONE = "none"  # --event none, --follow-up none: there is none, whatever the prose says


class Given(NamedTuple):
    """What was said outright, by options: it takes the place of what the prose says; tags, new and takeaways are added."""

    people: tuple[str, ...] = ()
    on: str | None = None
    event: str | None = None
    kind: str | None = None
    follow_ups: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    observer: str | None = None
    takeaways: tuple[str, ...] = ()


class Owed(NamedTuple):
    """A follow-up to be made, for contacts by id or new ones."""

    what: str
    due_on: date
    owed_by: str
    people: tuple[Key, ...]


class Reading(NamedTuple):
    """What a sentence says.

    `people` are contacts by id, or new ones as ("new", place in `new`); `chosen` says why ties were
    settled so; `unsure` is what the user should have a look at.
    """

    held_on: date
    kind: str
    observer: str | None
    summary: str
    notes: str | None
    people: tuple[Key, ...]
    event: int | None
    tags: tuple[str, ...]
    new: tuple[str, ...]
    owed: tuple[Owed, ...]
    takeaways: tuple[str, ...]
    chosen: tuple[str, ...]
    unsure: tuple[str, ...]
    remarks: tuple[str, ...]


def read(log: "Log", text: str, given: Given, ctx: "Context") -> Reading:
    """What a line of prose, and the options beside it, say; nothing is changed.

    Lines after the first are notes. UsageError where it can't be: a day in the future, nobody named.
    AmbiguousError where a name could be several contacts and the sentence does not say which.
    """
    first, _, rest = text.strip().replace("\r\n", "\n").partition("\n")
    dated = prose_day.dated(line(first, "the text"), given.on, ctx)
    sentence = prose.read(dated.text)
    new, marked, known = _new(log, (*sentence.new, *given.new), ctx)
    event = _event(log, sentence, dated.day, given, ctx)
    people = named_people.NamedPeople([], {}, (), ())
    if not given.people:
        people = named_people.find(log, sentence, event.taken | new_again(sentence).keys(), event.id, ctx)
    named = people_of(sentence, people.mentions, people.who, marked)
    scene = Scene(sentence, named, dated.day, ctx.terms)
    found = [] if given.follow_ups else promises(scene)
    others = [references.find(log, one, ("contact",), ctx)[1] for one in given.people]
    if others:
        there = list(dict.fromkeys((*others, *marked)))
    else:
        there = present(scene, found, marked[len(sentence.new) :])
    if not there:
        raise UsageError(
            "nobody in the log is named there",
            'name somebody: --with NAME, or +"New Person" for a new contact',
        )
    kind = _kind(sentence, people.mentions, found, given, ctx)
    return Reading(
        dated.day,
        kind,
        _observer(sentence, kind, given, ctx),
        line(sentence.text, "the text"),
        paragraphs(rest, "the notes").strip() or None,
        tuple(there),
        event.id,
        _tags((*sentence.tags, *given.tags), ctx),
        new,
        tuple(_owed(found, there, dated.day, given, ctx)),
        tuple(takeaways.read(given.takeaways)),
        (*known, *event.chosen, *people.chosen, *_months_first(sentence, found)),
        (
            *event.open,
            *(f'nobody in the log is called {one}: +"{one}" would add them' for one in people.strangers),
        ),
        _remarks(sentence, found) if not dated.said and given.on is None else (),
    )


def _new(log: "Log", names: Sequence[str], ctx: "Context") -> tuple[tuple[str, ...], list[Key], list[str]]:
    """Contacts to be made, whom each of the names means, and what is to be said of those that are there already."""
    made: dict[str, str] = {}
    keys: list[Key] = []
    known = []
    for one in names:
        name = line(one, "the name of a new contact")
        same = log.value(contacts.SAME_NAME, fold(name))
        if same is None:
            made.setdefault(fold(name), name)
            keys.append(("new", list(made).index(fold(name))))
        else:
            keys.append(int(same))
            known.append(f"{name} is in the log already: c{same}")
    return tuple(made.values()), keys, list(dict.fromkeys(known))


def _event(
    log: "Log", sentence: prose.Sentence, day: date, given: Given, ctx: "Context"
) -> named_event.NamedEvent:
    if given.event is None:
        return named_event.find(log, sentence, day)
    id = None if given.event == NONE else references.find(log, given.event, ("event",), ctx)[1]
    return named_event.NamedEvent(id, set(), (), ())


def _owed(
    found: Sequence[Promise], present: Sequence[Key], day: date, given: Given, ctx: "Context"
) -> list[Owed]:
    """The follow-ups: for those named in a promise, else for all of the conversation."""
    if given.follow_ups:
        wanted = [prose_day.follow_up(one, day, ctx) for one in given.follow_ups if one != NONE]
        return [Owed(one.what, one.due_on, one.owed_by, tuple(present)) for one in wanted]
    return [
        Owed(
            one.what,
            one.due_on,
            one.owed_by,
            tuple(dict.fromkeys((*present, *one.people) if one.everyone else one.people or present)),
        )
        for one in found
    ]


def _kind(
    sentence: prose.Sentence,
    mentions: Sequence[Mention],
    found: Sequence[Promise],
    given: Given,
    ctx: "Context",
) -> str:
    if given.kind is not None:
        return str(conversations.KIND.field("kind").read(given.kind, ctx))
    spans = [*((one.first, one.last) for one in found), *((one.first, one.last) for one in mentions)]
    aside = {place for first, last in spans for place in range(first, last)}
    aside |= {place for place, token in enumerate(sentence.tokens) if token.new >= 0}
    return talk_kinds.kind(sentence, aside)


def _observer(sentence: prose.Sentence, kind: str, given: Given, ctx: "Context") -> str | None:
    """Who watched, of an observation; what was said outright is left for the conversation to refuse."""
    if given.observer is not None:
        return str(conversations.KIND.field("observer").read(given.observer, ctx))
    return observers.observer(sentence) if kind == "observation" else None


def _tags(words: Sequence[str], ctx: "Context") -> tuple[str, ...]:
    if not words:
        return ()
    return tuple(dict.fromkeys(conversations.KIND.field("tag").assign(list(words), ctx)["tags"]))


def _months_first(sentence: prose.Sentence, found: Sequence[Promise]) -> tuple[str, ...]:
    """Said where a day such as 3/6 could have been meant the other way round."""
    return tuple(
        f"{token.raw} is {one.due_on.isoformat()}: the month comes first"
        for one in found
        for token in sentence.tokens[one.first : one.last]
        if calendar_days.month_first(token.word) == (one.due_on.month, one.due_on.day)
    )


def _remarks(sentence: prose.Sentence, found: Sequence[Promise]) -> tuple[str, ...]:
    """Said where a day in the text may have been meant as the day of the conversation."""
    owed = {place for one in found for place in range(one.first, one.last)}
    for place, token in enumerate(sentence.tokens):
        if place not in owed and not token.plain and token.word in ("yesterday", "ago"):
            return ("logged for today: a day counts before a colon, as in `yesterday: ...`",)
    return ()


def save(log: "Log", reading: Reading, ctx: "Context") -> dict[str, Any]:
    """Make the records of a reading; the reading and they as JSON gives them."""
    event = ("event", reading.event) if reading.event else None
    day = reading.held_on.isoformat()
    made = [
        record.add(
            contacts.KIND, log, {"name": name, "status": "active", "met_on": day, "met_at": event}, ctx
        )
        for name in reading.new
    ]

    def ids(people: Sequence[Key]) -> list[int]:
        return list(dict.fromkeys(one if isinstance(one, int) else made[one[1]] for one in people))

    values: dict[str, Any] = {"held_on": day, "kind": reading.kind, "summary": reading.summary}
    values |= {
        "observer": reading.observer,
        "notes": reading.notes,
        "contacts": ids(reading.people),
        "event": event,
    }
    conversation = record.add(conversations.KIND, log, {**values, "tags": list(reading.tags)}, ctx)
    owed: list[dict[str, Any]] = [
        {
            "what": one.what,
            "due_on": one.due_on.isoformat(),
            "owed_by": one.owed_by,
            "contacts": ids(one.people),
        }
        for one in reading.owed
    ]
    source = {"source": ("conversation", conversation)}
    added = [follow_ups.add(log, {**one, **source}, ctx) for one in owed]
    taken = takeaways.of_conversation(log, conversation, reading.takeaways, ctx)
    held = record.load(conversations.KIND, log, [conversation])[0]
    called = record.names_of(log, {("contact", id) for one in owed for id in one["contacts"]})
    for one in owed:
        one["contacts"] = [shown_ref(("contact", id), called) for id in one["contacts"]]
    return {
        "read": {
            **{key: held[key] for key in ("held_on", "kind", "summary", "contacts", "event", "tags")},
            **{"new": list(reading.new), "follow_ups": owed, "chosen": list(reading.chosen)},
        },
        "conversation": held,
        "contacts_added": record.load(contacts.KIND, log, made),
        "follow_ups": record.load(follow_ups.KIND, log, added),
        **({"takeaways": record.load(takeaways.KIND, log, taken)} if taken else {}),
    }
