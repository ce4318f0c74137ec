"""Names and tags from the log, for completion; the file is opened read-only."""

import os
import sqlite3

from netlog.folding import after, fold
from netlog.sqlite_uri import uri
from netlog.vocabulary import LETTERS, TYPES, table_of

MOST = 50
_QUOTING = set('\\"$`()[]{}<>|&;*?!~#%^\n\t')  # what shells read as more than text

RECENT = (
    "SELECT id, name, coalesce(organization, '') FROM contact ORDER BY last_conversation_on DESC, id LIMIT 50"
)
CONTACTS = """
SELECT id, name, coalesce(organization, '') FROM contact
 WHERE folded_name >= ? AND folded_name < ? ORDER BY folded_name, id LIMIT 50"""
EVENTS = """
SELECT id, name, starts_on FROM event
 WHERE folded_name >= ? AND folded_name < ? ORDER BY folded_name, id LIMIT 50"""
GROUPS = """
SELECT id, name, kind FROM network_group
 WHERE folded_name >= ? AND folded_name < ? ORDER BY folded_name, id LIMIT 50"""
BY_ID = {
    "contact": "SELECT id, name FROM contact WHERE id >= ? AND id < ? LIMIT 50",
    "conversation": "SELECT id, summary FROM conversation WHERE id >= ? AND id < ? LIMIT 50",
    "event": "SELECT id, name FROM event WHERE id >= ? AND id < ? LIMIT 50",
    "follow_up": "SELECT id, what FROM follow_up WHERE id >= ? AND id < ? AND status = 'open' LIMIT 50",
    "goal": "SELECT id, title FROM goal WHERE id >= ? AND id < ? AND status = 'active' LIMIT 50",
    "group": "SELECT id, name FROM network_group WHERE id >= ? AND id < ? LIMIT 50",
    "membership": """
SELECT membership.id, name || ', ' || role FROM membership JOIN network_group ON network_group.id = group_id
 WHERE membership.id >= ? AND membership.id < ? LIMIT 50""",
    "contribution": "SELECT id, title FROM contribution WHERE id >= ? AND id < ? LIMIT 50",
    "introduction": "SELECT id, coalesce(why, status) FROM introduction WHERE id >= ? AND id < ? LIMIT 50",
    "exchange": "SELECT id, what FROM exchange WHERE id >= ? AND id < ? LIMIT 50",
    "opportunity": "SELECT id, what FROM opportunity WHERE id >= ? AND id < ? LIMIT 50",
    "takeaway": "SELECT id, what FROM takeaway WHERE id >= ? AND id < ? LIMIT 50",
    "vision": "SELECT id, statement FROM vision WHERE id >= ? AND id < ? LIMIT 50",
    "step": "SELECT id, what FROM plan_step WHERE id >= ? AND id < ? LIMIT 50",
}
TAGS = (
    " UNION ".join(
        f"SELECT word FROM {table_of(type)}_tag WHERE word >= ?1 AND word < ?2" for type in LETTERS
    )
    + " LIMIT 50"
)


def records(types: tuple[str, ...], word: str) -> list[tuple[str, str]]:
    """References and names that `word` could become, each with what tells it from others."""
    log = _opened()
    if log is None:
        return []
    try:
        found = []
        for type in types:
            if type == "contact":
                found += _named(log, "c", CONTACTS if word else RECENT, word)
            elif type == "event":
                found += _named(log, "e", EVENTS, word)
            elif type == "group":
                found += _named(log, "u", GROUPS, word)
            if type not in ("contact", "event", "group") or TYPES.get(word[:1].lower()) == type:
                found += _by_id(log, type, word)
        return found
    except sqlite3.Error:
        return []  # a completion that fails must not write over the command line
    finally:
        log.close()


def tags(word: str) -> list[tuple[str, str]]:
    """Tags in use that start with `word`."""
    log = _opened()
    if log is None:
        return []
    try:
        start = fold(word.removeprefix("#"))
        return [(row[0], "") for row in log.execute(TAGS, (start, after(start)))]
    except sqlite3.Error:
        return []
    finally:
        log.close()


def _opened() -> sqlite3.Connection | None:
    """The log, to read, or None where there is none that can be read."""
    path = os.environ.get("NETLOG_DB")
    if not path:
        from netlog import config

        path = str(config.database(config.load(), None))
    try:
        log = sqlite3.connect(uri(os.path.abspath(path), "ro"), uri=True, timeout=1)
        log.execute("PRAGMA trusted_schema=OFF")
        return log
    except sqlite3.Error:
        return None


def _named(log: sqlite3.Connection, letter: str, sql: str, word: str) -> list[tuple[str, str]]:
    start = fold(word)
    values = (start, after(start)) if "?" in sql else ()
    found = []
    for id, name, detail in log.execute(sql, values):
        # What can't be seen, or turns the line round, is not for the command line either.
        plain = (
            not _QUOTING & set(name) and name.isprintable() and name.casefold().startswith(word.casefold())
        )
        told = f"{letter}{id} {detail}".strip() if plain else f"{name} {detail}".strip()
        found.append((name if plain else f"{letter}{id}", _visible(told)))
    return found


def _by_id(log: sqlite3.Connection, type: str, word: str) -> list[tuple[str, str]]:
    """References that start with `word`: f1 -> f1, f10 to f19, f100 to f199, ..."""
    letter, digits = LETTERS[type], word[1:]
    if word and (word[0].lower() != letter or not (digits == "" or (digits.isascii() and digits.isdigit()))):
        return []
    if not digits:
        return [(f"{letter}{row[0]}", _visible(row[1])) for row in log.execute(BY_ID[type], (0, 2**62))]
    found: list[tuple[str, str]] = []
    for zeros in range(8):
        low = int(digits) * 10**zeros
        rows = log.execute(BY_ID[type], (low, low + 10**zeros))
        found += [(f"{letter}{row[0]}", _visible(row[1])) for row in rows]
    return found[:MOST]


def _visible(text: str) -> str:
    """Without what a terminal would act on; escapes, as output writes them, would not fit a menu."""
    return "".join(c for c in text if c.isprintable())
