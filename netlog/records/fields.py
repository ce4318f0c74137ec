"""Kinds of plain field: each reads, checks, shows and filters one column of a record."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from netlog.errors import UsageError
from netlog.folding import spellings
from netlog.records import text
from netlog.vocabulary import spelled

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.records.kind import Kind
    from netlog.store.log import Log, Row

Names = Mapping[tuple[str, int], str]
Where = tuple[str, list[Any]]

WIN = "win"  # the tag of a success


class Field:
    """One fact of a record.

    `key` is its name in JSON, `option` its name on the command line, in filters and in edits.
    `given` fields are options of the add command; `fixed` ones are computed and can't be edited.
    """

    many = False
    flag = False
    closed_by = ""  # the commands that set it, where more hangs on it than an edit does
    may_be_empty = False  # an empty word on the command line is as if it were not given
    columns: tuple[str, ...] = ()
    metavar = "TEXT"
    words: tuple[str, ...] = ()  # for completion and help; not a limit unless a subclass makes it one

    def __init__(
        self,
        key: str,
        option: str = "",
        help: str = "",
        *,
        given: bool = True,
        fixed: bool = False,
        default: Any = None,
    ) -> None:
        self.key = key
        self.option = option or key.replace("_", "-")
        self.help = help
        self.given = given and not fixed
        self.fixed = fixed
        self.default = default
        if not self.many:
            self.columns = (key,)

    def assign(self, words: list[str], ctx: "Context") -> dict[str, Any]:
        """What the words of an option or an edit give: JSON key -> value to store."""
        return {self.key: self.read(words[-1], ctx)}

    def read(self, word: str, ctx: "Context") -> Any:
        """The value that a word means; UsageError when it means none."""
        raise NotImplementedError

    def read_json(self, value: Any, ctx: "Context") -> Any:
        """The value that JSON or TOML gives; UsageError when it can't be."""
        if value is None or value == "":
            return self.default
        if isinstance(value, bool | list | dict):
            raise UsageError(f"{self.key} must be text, not {value!r}")
        return self.read(str(value), ctx)

    def resolve(self, log: "Log", value: Any, ctx: "Context") -> Any:
        """The value to store, once the log is there to look names up in."""
        return value

    def refs(self, value: Any) -> Iterable[tuple[str, int]]:
        """The records that the stored value refers to."""
        return ()

    def stored(self, value: Any) -> dict[str, Any]:
        """The columns that hold the value."""
        return {self.columns[0]: value}

    def fetched(self, row: "Row") -> Any:
        """The value that the columns hold."""
        return row[self.columns[0]]

    def show(self, value: Any, names: Names) -> Any:
        """The value as JSON gives it."""
        return value

    def means(self, given: Any, value: Any) -> bool:
        """Whether one of several values is meant by what was given to be taken away."""
        return bool(given == value)

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        """The condition that `option:word` puts on a record."""
        raise NotImplementedError

    def absent(self, kind: "Kind") -> str:
        """The condition of a record without this fact."""
        return f'{kind.table}."{self.columns[0]}" IS NULL'


class Text(Field):
    """One line of free text. `words` are known spellings; another word is kept as written."""

    may_be_empty = True

    def __init__(
        self, key: str, option: str = "", help: str = "", *, words: tuple[str, ...] = (), **more: Any
    ) -> None:
        super().__init__(key, option, help, **more)
        self.words = words

    def read(self, word: str, ctx: "Context") -> str | None:
        clean = text.line(word, "the text" if self.option == "what" else f"the {self.option}")
        return (spelled(clean, self.words) or clean) if self.words else clean

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        column = self.columns[0]
        if word.startswith("="):
            return f'{kind.table}."{column}" = ?', [self.read(word[1:], ctx)]
        word = spelled(word, self.words) or word
        if column in kind.searched and any(c.isalnum() for c in word):
            return kind.matches(), [f"{column} : {phrase(word)}"]
        return f"""instr(lower({kind.table}."{column}"), lower(?))""", [word]


class Notes(Text):
    """Text of several lines."""

    def read(self, word: str, ctx: "Context") -> str | None:
        return text.paragraphs(word, f"the {self.option}") or None


class Choice(Field):
    """One of a closed list of words."""

    metavar = "WORD"

    def __init__(
        self, key: str, words: tuple[str, ...], option: str = "", help: str = "", **more: Any
    ) -> None:
        super().__init__(key, option, help, **more)
        self.words = words

    def allowed(self, ctx: "Context") -> tuple[str, ...]:
        """The words it can be."""
        return self.words

    def read(self, word: str, ctx: "Context") -> str:
        allowed = self.allowed(ctx)
        known = spelled(word, allowed)
        if known is None:
            raise UsageError(f"{word!r} is no {self.option}", f"one of: {', '.join(allowed)}")
        return known

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        wanted = [self.read(one, ctx) for one in word.split(",")]
        return f'{kind.table}."{self.columns[0]}" IN ({", ".join("?" * len(wanted))})', wanted


class Level(Choice):
    """How far the field of a contact or event reaches; the list is the user's own."""

    def allowed(self, ctx: "Context") -> tuple[str, ...]:
        return ctx.levels


class Tier(Choice):
    """How close a contact is; the list is the user's own."""

    def allowed(self, ctx: "Context") -> tuple[str, ...]:
        return tuple(ctx.tiers)


class Number(Field):
    """A whole number of at least 1."""

    metavar = "N"

    def read(self, word: str, ctx: "Context") -> int:
        if not (word.isascii() and word.isdigit() and 1 <= int(word[:10]) <= 1_000_000):
            raise UsageError(f"{word!r} is no {self.option}", "a whole number of at least 1")
        return int(word)

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        return f'{kind.table}."{self.columns[0]}" = ?', [self.read(word, ctx)]


class Hours(Field):
    """Hours, to the quarter."""

    metavar = "HOURS"

    def read(self, word: str, ctx: "Context") -> float:
        whole, _, rest = word.partition(".")
        plain = word.isascii() and whole.isdigit() and (not rest or rest.isdigit()) and len(word) < 10
        hours = float(word) if plain else 0.0
        if not 0 < hours <= 1000 or hours * 4 % 1:
            raise UsageError(f"{word!r} is no number of hours", "a number such as 6 or 1.5, in quarters")
        return hours

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        return f'{kind.table}."{self.columns[0]}" = ?', [self.read(word, ctx)]


class Flag(Field):
    """Yes or no."""

    flag = True
    metavar = "yes|no"

    def read(self, word: str, ctx: "Context") -> int:
        answer = {"yes": 1, "true": 1, "1": 1, "": 0, "no": 0, "false": 0, "0": 0}.get(word.casefold())
        if answer is None:
            raise UsageError(f"{word!r} is not yes or no", f"for {self.option}")
        return answer

    def read_json(self, value: Any, ctx: "Context") -> int:
        return int(value) if isinstance(value, bool) else self.read(str(value or ""), ctx)

    def show(self, value: Any, names: Names) -> bool:
        return bool(value)

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        return f'{kind.table}."{self.columns[0]}" = ?', [self.read(word, ctx)]

    def absent(self, kind: "Kind") -> str:
        return f'{kind.table}."{self.columns[0]}" = 0'


class Switch(Field):
    """`--option` alone sets another field to one word: `--theirs` is `owed_by` `them`."""

    flag = True
    metavar = "yes|no"

    def __init__(self, option: str, column: str, word: str, help: str = "") -> None:
        super().__init__("", option, help)
        self.column, self.word = column, word
        self.columns = ()

    def assign(self, words: list[str], ctx: "Context") -> dict[str, Any]:
        yes = Flag("", self.option).read(words[-1], ctx)
        return {self.column: self.word if yes else None}  # none: the kind's check gives the other word

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        sign = "=" if Flag("", self.option).read(word, ctx) else "<>"
        return f'{kind.table}."{self.column}" {sign} ?', [self.word]

    def absent(self, kind: "Kind") -> str:
        return f"{kind.table}.\"{self.column}\" <> '{self.word}'"


class Win(Field):
    """`--win` alone notes a success: the tag `win`, by which it is found again."""

    flag = True
    metavar = "yes|no"
    closed_by = "`netlog tag` or `netlog untag`"

    def __init__(self) -> None:
        super().__init__("", "win", "A success, for `netlog wins`: short for the tag win.")
        self.columns = ()

    def assign(self, words: list[str], ctx: "Context") -> dict[str, Any]:
        return {"tags": [WIN] if Flag("", self.option).read(words[-1], ctx) else []}

    def where(self, kind: "Kind", word: str, ctx: "Context", log: "Log") -> Where:
        has = "IN" if Flag("", self.option).read(word, ctx) else "NOT IN"
        return f"{kind.table}.id {has} (SELECT {kind.table}_id FROM {kind.table}_tag WHERE word = ?)", [WIN]

    def absent(self, kind: "Kind") -> str:
        return f"{kind.table}.id NOT IN (SELECT {kind.table}_id FROM {kind.table}_tag WHERE word = '{WIN}')"


def phrase(words: str, *, whole: bool = False) -> str:
    """An FTS5 query for text that starts a word with `words`, or has them `whole`; any text is a valid one."""
    # Case and accents are folded by the search itself; letters that it keeps apart (ø) by asking for each.
    end = "" if whole else " *"
    quoted = [f'"{one}"{end}' for one in spellings(words.replace('"', '""').replace("\0", " "))]
    return f"({' OR '.join(quoted)})"
