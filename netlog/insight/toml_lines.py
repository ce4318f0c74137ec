"""Where in a TOML text a key is: the line, for an error that says where to look."""

from collections.abc import Iterator
from typing import NamedTuple

_QUOTES = ('"""', "'''")


class _Line(NamedTuple):
    """A line that begins a table or a key: which, and of which table."""

    number: int
    table: str
    place: int  # of several tables of one name, from 0
    key: str  # "" for the table's own line


def line_of(text: str, table: str, place: int = 0, key: str = "") -> int | None:
    """The line (from 1) of a key in the `place`-th table of a name; the table's own where the key has none.

    None where the text does not say so plainly, as with tables inside of values.
    """
    own = None
    for line in _lines(text):
        if (line.table, line.place) == (table, place):
            if line.key == key:
                return line.number
            own = own or line.number
        if not line.table and line.key == table:  # people = ["Ana Kim", "Raj Patel"]
            own = own or line.number
    return own


def _lines(text: str) -> Iterator[_Line]:
    table, counts = "", dict[str, int]()
    quote, depth = "", 0
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not quote and not depth:
            if line.startswith("["):
                table = line.split("#")[0].strip().strip("[]").strip().strip("\"'")
                counts[table] = counts.get(table, -1) + 1
                yield _Line(number, table, counts[table], "")
                continue
            key, equals, _ = line.partition("=")
            if equals and not line.startswith("#"):
                yield _Line(number, table, counts.get(table, 0), key.strip().strip("\"'"))
        quote, depth = _open_after(raw, quote, depth)


def _open_after(line: str, quote: str, depth: int) -> tuple[str, int]:
    """What is still open at the end of a line: the quotes of a text of several lines, and how many brackets."""
    at = 0
    while at < len(line):
        if quote:
            if quote[0] == '"' and line[at] == "\\":
                at += 2
                continue
            if line.startswith(quote, at):
                at += len(quote)
                quote = ""
                continue
        elif line[at] == "#":
            break
        elif line[at] in "\"'":
            quote = next((one for one in _QUOTES if line.startswith(one, at)), line[at])
            at += len(quote)
            continue
        else:
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(line[at], 0)
        at += 1
    return (quote if len(quote) == 3 else ""), max(depth, 0)
