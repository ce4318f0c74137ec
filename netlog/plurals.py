"""A count with its noun."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 day`, `2 days`; `plural` where it is not the noun with an s: `2 entries`."""
    return f"{count} {noun if count == 1 else plural or f'{noun}s'}"
