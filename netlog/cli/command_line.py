"""The command line as the journal keeps it: what was done, not where the log is or how the answer looks."""

from collections.abc import Iterator

LENGTH = 200  # characters that are kept
_VALUED = ("--db", "--format", "-f", "--key")
_BARE = ("--json", "--no-input", "--dry-run", "--yes", "-y")


def told(argv: list[str]) -> str:
    """The words that say what is done, quoted as for a shell."""
    return kept(" ".join(_quoted(word) for word in _telling(argv)))


def kept(command: str) -> str:
    """As much of a command line as the journal can keep."""
    text = command.encode("utf-8", "replace").decode()
    return text if len(text) <= LENGTH else _shortened(text)


def _shortened(command: str) -> str:
    """As much as the journal keeps, with a sum over all of it: two that begin alike are two for a --key."""
    from hashlib import sha256

    mark = f" {sha256(command.encode()).hexdigest()[:8]}…"
    return command[: LENGTH - len(mark)] + mark


def _telling(argv: list[str]) -> Iterator[str]:
    """The words that say what is done."""
    words = iter(argv)
    for word in words:
        if word == "--":
            yield from (word, *words)
        elif word in _VALUED:
            next(words, None)
        elif word not in _BARE and not word.startswith(tuple(f"{one}=" for one in _VALUED)):
            yield word


def _quoted(word: str) -> str:
    """A word as a shell would take it; letters of any script need no quotes."""
    if word and all(c.isalnum() or c in "-_=+.,:/@%" for c in word):
        return word
    return "'" + word.replace("'", "'\\''") + "'"
