"""REF -> one record: an id, a uid, an e-mail address or a name; never a guess."""

import re
from typing import TYPE_CHECKING

from netlog.errors import AmbiguousError, NotFoundError
from netlog.folding import after, fold
from netlog.vocabulary import LETTERS, TYPES, plural_of, table_of

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

Target = tuple[str, int]

_ID = re.compile(r"([a-z])([0-9]{1,18})", re.IGNORECASE)
_UID = re.compile(r"[0-9a-f]{8}[0-9a-f-]{0,28}", re.IGNORECASE)
_MANY = 20  # candidates shown at the most

BY_EMAIL = """
SELECT DISTINCT contact_id AS id FROM contact_channel WHERE kind = 'email' AND folded_value = ?"""
BY_NAME = "SELECT id FROM {table} WHERE folded_{column} = ? ORDER BY id LIMIT 21"
BY_START = "SELECT id, folded_{column} AS name FROM {table} WHERE folded_{column} >= ? AND folded_{column} < ? LIMIT 500"
BY_UID = "SELECT id FROM {table} WHERE uid >= ? AND uid < ? LIMIT 21"
BY_WORD = "SELECT rowid AS id FROM {table}_text WHERE {table}_text MATCH ? ORDER BY rowid LIMIT 3"
BY_WORDS = "SELECT rowid AS id FROM event_text WHERE event_text MATCH ? ORDER BY rowid LIMIT 21"

_NAMED = {
    "contact": "name",
    "event": "name",
    "group": "name",
    "goal": "title",
    "contribution": "title",
    "step": "what",
    "vision": "statement",
}


def find(log: "Log", text: str, types: tuple[str, ...], ctx: "Context") -> Target:
    """The one record of `types` that `text` names.

    Tried in turn: id (`c12`), uid or its start of 8 characters or more, e-mail address, name;
    contacts before events before groups and goals, then contributions, steps and visions.
    NotFoundError for none, AmbiguousError for several.
    """
    word = ctx.choices.get(text, text).strip()
    if match := _ID.fullmatch(word):
        type = TYPES.get(match[1].lower())
        if type in types:
            if log.value(f"SELECT 1 FROM {table_of(type)} WHERE id = ?", int(match[2])):
                return type, int(match[2])
            raise NotFoundError(
                f"there is no {_spoken(type)} {word.lower()}", f"see `netlog list-{_spoken(plural_of(type))}`"
            )
        if type is not None:
            raise NotFoundError(f"{word} is {_one_of((type,))}, not {_listed(types)}")
    if _UID.fullmatch(word) and (found := _by_uid(log, word.lower(), types)):
        return _one(log, text, found)
    if "contact" in types and "@" in word:
        found = [("contact", row["id"]) for row in log.rows(BY_EMAIL, fold(word))]
        if found:
            return _one(log, text, found)
    for type in _NAMED:
        if type in types and (found := _by_name(log, type, fold(word))):
            return _one(log, text, found)
    if "event" in types and len(types) < len(LETTERS) and (found := _events_by_words(log, word)):
        return _one(log, text, found)
    raise NotFoundError(f"no {_either(types)} is called {text!r}", _nearest(log, word, types))


def find_any(log: "Log", text: str, ctx: "Context") -> Target:
    """The one record of any kind that `text` names."""
    return find(log, text, tuple(LETTERS), ctx)


def find_once(log: "Log", text: str, ctx: "Context") -> Target:
    """The one record that `text` names; one named by its id need not be there any more."""
    match = _ID.fullmatch(text.strip())
    if match and (type := TYPES.get(match[1].lower())) is not None:
        return type, int(match[2])
    return find_any(log, text, ctx)


def may_be_name(text: str) -> bool:
    """Whether somebody could be called so: it is no id and no address."""
    return not _ID.fullmatch(text.strip()) and "@" not in text


def _by_uid(log: "Log", start: str, types: tuple[str, ...]) -> list[Target]:
    return [
        (type, row["id"])
        for type in types
        for row in log.rows(BY_UID.format(table=table_of(type)), start, after(start))
    ]


def _by_name(log: "Log", type: str, name: str) -> list[Target]:
    """Exact, then nickname, then unique start, then first name and initial, then first name."""
    column = _NAMED[type]
    if not name:
        return []
    exact = log.rows(BY_NAME.format(table=table_of(type), column=column), name)
    if not exact and type == "contact":
        exact = log.rows(BY_NAME.format(table=type, column="nickname"), name)
    if exact:
        return [(type, row["id"]) for row in exact]
    name = name.rstrip(".")
    if not name:  # every name starts with nothing
        return []
    starts = _starting(log, type, column, name)
    if len(starts) > 1 and type == "contact":
        starts = [one for one in starts if one[1].startswith(f"{name} ")] or starts
    if not starts and type == "contact":
        starts = _first_and_initial(log, name)
    return [(type, id) for id, _ in starts]


def _starting(log: "Log", type: str, column: str, start: str) -> list[tuple[int, str]]:
    sql = BY_START.format(table=table_of(type), column=column)
    return [(row["id"], row["name"]) for row in log.rows(sql, start, after(start))]


def _events_by_words(log: "Log", word: str) -> list[Target]:
    """Events by words of their names, as `log` reads them: `vision` for ACTE VISION 2025."""
    from netlog.records.fields import phrase

    if not any(c.isalnum() for c in word):
        return []
    rows = log.rows(BY_WORDS, f"name : {phrase(word)}")
    return [("event", row["id"]) for row in rows]


def _first_and_initial(log: "Log", name: str) -> list[tuple[int, str]]:
    """`ada l` for Ada Byron Lovelace: the first word, and the start of the last."""
    first, _, initial = name.rpartition(" ")
    if not first:
        return []
    return [
        one
        for one in _starting(log, "contact", "name", f"{first} ")
        if one[1].rpartition(" ")[2].startswith(initial)
    ]


def _one(log: "Log", text: str, found: list[Target]) -> Target:
    if len(found) == 1:
        return found[0]
    from netlog.records import candidates

    raise AmbiguousError(
        text,
        f"{text!r} could be {len(found)} records"
        if len(found) < _MANY
        else f"{text!r} could be many records",
        candidates.described(log, found[:_MANY]),
        "nothing was changed; name one by its reference",
    )


def _nearest(log: "Log", word: str, types: tuple[str, ...]) -> str:
    """What else the user may have meant, by any word of the name."""
    from netlog.records import candidates
    from netlog.records.fields import phrase

    if any(c.isalnum() for c in word):
        for type, column in _NAMED.items():
            if type in types:
                found = log.rows(BY_WORD.format(table=table_of(type)), f"{column} : {phrase(word)}")
                if found:
                    names = candidates.described(log, [(type, row["id"]) for row in found])
                    return "did you mean " + " or ".join(f"{name}, {ref}" for ref, name, _ in names) + "?"
    kind = next((_spoken(type) for type in types if type in _NAMED), "contact")
    return f"see `netlog list-{plural_of(kind)}`, or add one with `netlog add-{kind}`"


def _spoken(type: str) -> str:
    return type.replace("_", "-")


def _one_of(types: tuple[str, ...]) -> str:
    words = _either(types)
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def _listed(types: tuple[str, ...]) -> str:
    """Any of the types, each by its name: `a contact, event or group`."""
    *most, last = _one_of(types[:1]), *(_spoken(type) for type in types[1:])
    return f"{', '.join(most)} or {last}" if most else last


def _either(types: tuple[str, ...]) -> str:
    return " or ".join(_spoken(type) for type in types) if len(types) < 4 else "record"
