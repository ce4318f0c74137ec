"""Lists of folded words, written as text."""


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by spaces or line ends."""
    return frozenset(text.split())
