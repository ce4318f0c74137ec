"""Kinds of field that hold several values, each in a table of its own."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.folding import fold
from netlog.records import text
from netlog.records.fields import Field, Names, Where
from netlog.vocabulary import spelled

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.kind import Kind
    from netlog.store.log import Log


class ListField(Field):
    """Several values, kept as rows of `table` that are keyed by the owner first."""

    many = True
    table = ""

    def assign(self, words: list[str], ctx: "Context") -> dict[str, Any]:
        values: list[Any] = []
        for word in words:
            for value in self.split(word, ctx):
                if value not in values:
                    values.append(value)
        return {self.key: values}

    def split(self, word: str, ctx: "Context") -> list[Any]:
        """The values that one word of the command line gives."""
        return [self.read(word, ctx)]

    def read_json(self, value: Any, ctx: "Context") -> list[Any]:
        if value is None:
            return []
        if not isinstance(value, list):
            raise UsageError(f"{self.key} must be a list, not {value!r}")
        return [self.read_item(one, ctx) for one in value]

    def read_item(self, value: Any, ctx: "Context") -> Any:
        """The value that one element of a JSON list gives."""
        return self.read(_word(value, self.key), ctx)

    def load(self, log: "Log", kind: "Kind", ids: str) -> dict[int, list[Any]]:
        """The values of each record whose id is in the JSON array `ids`."""
        found: dict[int, list[Any]] = {}
        for row in log.rows(self.select(kind), ids):
            found.setdefault(row[0], []).append(self.value(row))
        return found

    def save(self, log: "Log", kind: "Kind", id: int, old: list[Any], new: list[Any]) -> None:
        """Make the rows of one record hold `new` instead of `old`."""
        wanted = self.rows(kind, id, new)
        present = self.rows(kind, id, old)
        for key in present.keys() - wanted.keys():
            log.delete(self.table, key)
        for key, row in wanted.items():
            if key in present:
                log.update(self.table, key, row)
            else:
                log.insert(self.table, row)

    def select(self, kind: "Kind") -> str:
        """The query for owner and values; its one parameter is a JSON array of owner ids."""
        raise NotImplementedError

    def value(self, row: Any) -> Any:
        """The value that a row of select() holds."""
        raise NotImplementedError

    def rows(self, kind: "Kind", id: int, values: list[Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
        """Primary key -> row, for each value."""
        raise NotImplementedError

    def owner(self, kind: "Kind") -> str:
        """The column that names the record."""
        return f"{kind.table}_id"

    def absent(self, kind: "Kind") -> str:
        return f"{kind.table}.id NOT IN (SELECT {self.owner(kind)} FROM {self.table})"


class Words(ListField):
    """Words that group records, kept in a table of their own."""

    metavar = "WORD"

    def __init__(self, key: str, option: str, table: str, help: str) -> None:
        super().__init__(key, option, help)
        self.table = table
        self.word = f"a {option}" if option[0] not in "aeiou" else f"an {option}"

    def read(self, word: str, ctx: "Context") -> str:
        tag = text.line(word.removeprefix("#"), self.word, 100)
        if any(c.isspace() or c in ",:#" for c in tag):
            raise UsageError(
                f"{word!r} is no {self.option}",
                f"{self.word} is one word, without spaces, commas, colons or #",
            )
        return fold(tag) if tag.isascii() else tag.casefold()

    def split(self, word: str, ctx: "Context") -> list[Any]:
        return [self.read(one, ctx) for one in word.split(",") if one.strip()]

    def select(self, kind: "Kind") -> str:
        return (
            f"SELECT {self.owner(kind)}, word FROM {self.table} "
            f"WHERE {self.owner(kind)} IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"
        )

    def value(self, row: Any) -> Any:
        return row[1]

    def rows(self, kind: "Kind", id: int, values: list[Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
        return {(id, word): {self.owner(kind): id, "word": word} for word in values}

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        wanted = self.split(word.removeprefix("="), ctx)
        holes = ", ".join("?" * len(wanted))
        return (
            f"{kind.table}.id IN (SELECT {self.owner(kind)} FROM {self.table} WHERE word IN ({holes}))",
            wanted,
        )


class Tags(Words):
    """Words that group records as the user likes, without their `#`."""

    metavar = "TAG"

    def __init__(self, table: str) -> None:
        super().__init__("tags", "tag", table, "A tag; give it again for more.")


class Channels(ListField):
    """E-mail addresses, phones, links or handles, each with a label where one was given."""

    table = "contact_channel"

    def __init__(self, key: str, channel: str, help: str) -> None:
        super().__init__(key, channel, help)
        self.channel = channel
        self.metavar = "[LABEL=]" + {"email": "ADDRESS", "link": "URL"}.get(channel, channel.upper())

    def read(self, word: str, ctx: "Context") -> tuple[str, str]:
        # A label is one plain word: the `=` of a URL's query is none.
        label, equals, value = word.partition("=")
        if not equals or not label.replace("-", "").replace(" ", "").isalnum():
            label, value = "", word
        return self.checked(label, value)

    def checked(self, label: str, value: str) -> tuple[str, str]:
        """A label and a value that can be kept."""
        value = text.line(value, f"the {self.channel}")
        if self.channel == "email" and (
            value.count("@") != 1 or " " in value or value[0] == "@" or value[-1] == "@"
        ):
            raise UsageError(f"{value!r} is no e-mail address", "it is written name@example.org")
        return (text.line(label, "the label", 100) if label else ""), value

    def read_item(self, value: Any, ctx: "Context") -> tuple[str, str]:
        if isinstance(value, dict):
            label, one = (_word(value.get(key) or "", self.key) for key in ("label", "value"))
            return self.checked(label, one)
        return self.read(_word(value, self.key), ctx)

    def select(self, kind: "Kind") -> str:
        return (
            f"SELECT contact_id, label, value FROM contact_channel WHERE kind = '{self.channel}' "
            "AND contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, position, value"
        )

    def value(self, row: Any) -> Any:
        return (row[1], row[2])

    def rows(self, kind: "Kind", id: int, values: list[Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
        return {
            (id, self.channel, value): {
                "contact_id": id,
                "kind": self.channel,
                "value": value,
                "label": label,
                "position": position,
            }
            for position, (label, value) in enumerate(values)
        }

    def means(self, given: Any, value: Any) -> bool:
        return bool(given[1] == value[1])  # whatever its label

    def show(self, value: Any, names: Names) -> Any:
        return [{"label": label or None, "value": one} for label, one in value]

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        holds = "folded_value = ?" if word.startswith("=") else "instr(folded_value, ?)"
        return (
            f"contact.id IN (SELECT contact_id FROM contact_channel WHERE kind = ? AND {holds})",
            [self.channel, fold(word.removeprefix("="))],
        )

    def absent(self, kind: "Kind") -> str:
        return f"contact.id NOT IN (SELECT contact_id FROM contact_channel WHERE kind = '{self.channel}')"


class Roles(ListField):
    """What a contact is to you: `mentor` or `mentor=2024-01-01..2025-06-30`."""

    table = "contact_role"
    metavar = "ROLE[=SINCE..UNTIL]"

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__("roles", "role", "What they are to you: mentor, peer, ...; give it again for more.")
        self.words = words

    def read(self, word: str, ctx: "Context") -> tuple[str, str, str | None]:
        role, equals, span = word.partition("=")
        since, _, until = span.partition("..") if equals else ("", "", "")
        return self.checked(role, since, until, ctx)

    def checked(self, role: str, since: str, until: str, ctx: "Context") -> tuple[str, str, str | None]:
        """A role that can be kept."""
        name = text.line(role, "the role", 100)
        first = ctx.first_day(since, "past").isoformat() if since else ""
        last = ctx.last_day(until, "past").isoformat() if until else ""
        if last and last < first:
            raise UsageError(f"the role {name} ends {last}, before it starts {first}")
        return spelled(name, self.words) or name.casefold(), first, last or None

    def read_item(self, value: Any, ctx: "Context") -> tuple[str, str, str | None]:
        if isinstance(value, dict):
            role, since, until = (_word(value.get(key) or "", self.key) for key in ("role", "since", "until"))
            return self.checked(role, since, until, ctx)
        return self.read(_word(value, self.key), ctx)

    def select(self, kind: "Kind") -> str:
        return (
            "SELECT contact_id, role, since, until FROM contact_role "
            "WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, role, since"
        )

    def value(self, row: Any) -> Any:
        return (row[1], row[2], row[3])

    def rows(self, kind: "Kind", id: int, values: list[Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
        return {
            (id, role, since): {"contact_id": id, "role": role, "since": since, "until": until}
            for role, since, until in values
        }

    def means(self, given: Any, value: Any) -> bool:
        return bool(given[0] == value[0])  # whatever its dates

    def show(self, value: Any, names: Names) -> Any:
        return [{"role": role, "since": since or None, "until": until} for role, since, until in value]

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        wanted = [spelled(one, self.words) or one.casefold() for one in word.removeprefix("=").split(",")]
        holes = ", ".join("?" * len(wanted))
        return f"contact.id IN (SELECT contact_id FROM contact_role WHERE role IN ({holes}))", wanted


def _word(value: Any, key: str) -> str:
    """A JSON value as the word it stands for; UsageError for null, true and things with parts."""
    if value is None or isinstance(value, bool | list | dict):
        raise UsageError(f"{key} must be a list of text, without {value!r}")
    return str(value)


def json_ids(ids: Iterable[int]) -> str:
    """Ids as the JSON array that queries take them by."""
    return json.dumps(list(ids))
