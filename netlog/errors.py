"""The errors a user can meet: each owns its exit code, its message and what to do about it."""


class NetlogError(Exception):
    """Something the user can understand and act on: one line, never a traceback.

    `message` says what happened, `hint` what to do, or that nothing was changed where that is not plain.
    """

    code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(NetlogError):
    """The words of the command line: an option, a date, a value, a filter key."""

    code = 2


class NotFoundError(NetlogError):
    """A reference that names nothing."""

    code = 3


class AmbiguousError(NetlogError):
    """`text` names several records; `candidates` are (ref, name, detail)."""

    code = 4

    def __init__(
        self, text: str, message: str, candidates: list[tuple[str, str, str]], hint: str = ""
    ) -> None:
        super().__init__(message, hint)
        self.text = text
        self.candidates = candidates


class ConflictError(NetlogError):
    """It exists already, or it was changed since."""

    code = 5


class BadDataError(NetlogError):
    """An input file, or the log itself, holds something it should not."""

    code = 6


class StorageError(NetlogError):
    """The file system said no: busy, full, not permitted."""

    code = 7
