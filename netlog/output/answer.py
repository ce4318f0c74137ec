"""What a command hands back: the data of its contract, and how a person should see it."""

from typing import Any

Row = dict[str, Any]


class Answer:
    """The one result of a command, in every format.

    `data` is the JSON of the contract, `view` names the table that shows it, `notes` are lines for
    stderr, `code` is the exit code. `text` stands in for the data where a person reads plain text
    (the table and tsv formats): a path, a schema.
    """

    __slots__ = ("code", "data", "notes", "text", "view")

    def __init__(
        self,
        data: Row | list[Row],
        view: str,
        notes: tuple[str, ...] = (),
        code: int = 0,
        text: str | None = None,
    ) -> None:
        self.data = data
        self.view = view
        self.notes = notes
        self.code = code
        self.text = text
