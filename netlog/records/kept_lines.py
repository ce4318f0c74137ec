"""Lines of other programs' records that have no place in a contact: kept, so that an export gives them back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netlog.errors import UsageError
from netlog.insight import three_way
from netlog.records import many, text
from netlog.records.remembered import EXTRA_BYTES, extra_rows

if TYPE_CHECKING:
    from netlog.store.log import Log

LINES = "SELECT line FROM contact_extra WHERE contact_id = ? AND format = ? ORDER BY position"


class KeptLines:
    """The lines of contacts in each format, as they are to be."""

    def __init__(self, log: "Log") -> None:
        self._log = log
        self._new: dict[tuple[int, str], list[str]] = {}
        self._had: dict[tuple[int, str], int] = {}  # how many lines those that change had

    def add(self, id: int, format: str, lines: list[str]) -> None:
        """The lines of a new contact."""
        self._new[id, format] = lines

    def merge(self, id: int, format: str, told: Iterable[str], lines: list[str]) -> bool:
        """Bring a contact's lines up to date with a file that said `told` last time; whether any changed."""
        ours = self._of(id, format)
        marks = {mark: mark for mark in told}
        merged = three_way.listed(marks, ours, lines, mark_of, mark_of)
        if merged == ours:
            return False
        self._new[id, format] = merged
        return True

    def _of(self, id: int, format: str) -> list[str]:
        if (id, format) in self._new:
            return self._new[id, format]
        lines = [row["line"] for row in self._log.rows(LINES, id, format)]
        self._had[id, format] = len(lines)
        return lines

    def write(self) -> None:
        """Write what is new."""
        for (id, format), count in self._had.items():
            for place in range(count if (id, format) in self._new else 0):
                self._log.delete("contact_extra", (id, format, place))
        rows = (row for (id, format), lines in self._new.items() for row in extra_rows(id, format, lines))
        many.insert_rows(self._log, "contact_extra", rows)
        self._new.clear()
        self._had.clear()


def mark_of(line: str) -> str:
    """What stands for a line where it is only to be known again."""
    from hashlib import blake2b

    return blake2b(line.encode(), digest_size=6).hexdigest()


def usable(lines: Iterable[str], remarks: list[str]) -> list[str]:
    """The lines that can be kept, each once."""
    found: dict[str, None] = {}
    for line in lines:
        try:
            found[text.line(line, "a line to be kept for an export", EXTRA_BYTES)] = None
        except UsageError as error:
            remarks.append(f"{error.message}: left out")
    return list(found)
