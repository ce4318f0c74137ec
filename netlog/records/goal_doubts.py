"""Doubts about a new goal: a filter that matches nothing, or that nothing can match, and terms that are none."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from netlog.records import filters
from netlog.records.countables import COUNTED, split
from netlog.records.fields import Choice, Field, Number
from netlog.records.kind import Kind, kind_of
from netlog.vocabulary import spelled

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Json = dict[str, Any]


def told(log: "Log", goal: Json, ctx: "Context") -> list[str]:
    """A line on each word of the filter of a goal that keeps it from counting anything, and on missing terms."""
    return [*_without_terms(goal, ctx), *_of_filter(log, goal, ctx)]


def _without_terms(goal: Json, ctx: "Context") -> list[str]:
    if goal["per"] != "term" or ctx.terms:
        return []
    return [f"{goal['ref']} asks nothing: there are no terms (add [[terms]] to the configuration)"]


def _of_filter(log: "Log", goal: Json, ctx: "Context") -> list[str]:
    what = COUNTED[goal["count"]]
    if not what.kind or not goal["where"]:
        return []
    kind = kind_of(what.kind)
    words = split(goal["where"])
    never = _contradictions(kind, words, what.all, ctx)
    return [
        *(f"{goal['ref']} can never count anything: {one}" for one in never),
        *(
            f"{goal['ref']} counts nothing so far: no {kind.spoken} matches {word}"
            for word in words
            if _is_open(kind, word) and not _matched(log, kind, word, ctx)
        ),
    ]


def _is_open(kind: Kind, word: str) -> bool:
    """Whether a word asks for something of the user's own: a tag, an organization, text."""
    negated, key, value = filters.parted(word)
    if negated or not value:
        return False
    return not key or not (kind.field(key).flag or isinstance(kind.field(key), Choice | Number))


def _matched(log: "Log", kind: Kind, word: str, ctx: "Context") -> bool:
    query = filters.read(kind, [word], ctx, log)
    return log.row(f"SELECT 1 FROM {kind.table} WHERE {query.where()} LIMIT 1", *query.values) is not None


def _contradictions(
    kind: Kind, words: list[str], anyway: Mapping[str, tuple[str, ...]], ctx: "Context"
) -> list[str]:
    """What the filter asks of one closed list of words that no record can have."""
    found = []
    for option in dict.fromkeys(_option(kind, word) for word in words):
        if not option:
            continue
        field = kind.field(option)
        own = [word for word in words if _option(kind, word) == option]
        left = _possible(field, own, ctx)
        fixed = anyway.get(option)
        if fixed and left is not None and left.isdisjoint(fixed):
            found.append(f"it counts {option}:{','.join(fixed)} alone, which {' '.join(own)} leaves out")
        elif left is not None and not left:
            found.append(f"no {option} is left by {' '.join(own)}")
    return found


def _option(kind: Kind, word: str) -> str:
    """The option of a filter word over a closed list; empty for others."""
    _, key, _ = filters.parted(word)
    field = kind.field(key) if key else None
    return field.option if field and (field.flag or isinstance(field, Choice)) else ""


def _possible(field: Field, words: list[str], ctx: "Context") -> set[str] | None:
    """The words of a closed list that the filter words leave; None where any would do."""
    everything = set(field.allowed(ctx)) if isinstance(field, Choice) else {"yes", "no"}
    left = set(everything)
    for word in words:
        negated, _, value = filters.parted(word)
        if not value:
            return None
        named = {_spelled(field, one, everything) for one in value.split(",")}
        left = left - named if negated else left & named
    return left


def _spelled(field: Field, word: str, known: set[str]) -> str:
    if field.flag:
        return "yes" if word.casefold() in ("yes", "true", "1") else "no"
    return spelled(word, tuple(known)) or word
