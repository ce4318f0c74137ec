"""What the log must know of a table to write and journal its rows."""

from collections.abc import Mapping
from typing import Any

from netlog.folding import fold


class Table:
    """`key` names the primary key, `columns` what is journalled, `derived` what is not.

    `defaults` are what columns hold of which the journal says nothing, as in rows from before they
    were; the others hold nothing then. `folds` maps a derived column to the column whose folded text
    it holds; `searched` are the columns in the full text table `<name>_text`.
    """

    __slots__ = ("columns", "defaults", "derived", "folds", "key", "searched")

    def __init__(
        self,
        key: tuple[str, ...],
        columns: tuple[str, ...],
        derived: tuple[str, ...],
        defaults: dict[str, str | int],
        folds: dict[str, str],
        searched: tuple[str, ...],
    ) -> None:
        self.key = key
        self.columns = columns
        self.derived = derived
        self.defaults = defaults
        self.folds = folds
        self.searched = searched

    def folded(self, row: Mapping[str, Any]) -> dict[str, str | None]:
        """The folded columns that `row` decides."""
        return {
            column: None if row[source] is None else fold(row[source])
            for column, source in self.folds.items()
            if source in row
        }
