"""Whether the words of a plan mean something by its name: `Attend ACTE` and `ACTE VISION 2026`."""

from netlog.folding import fold

# What says nothing of what is meant: small words, and what one does with a group, an event or a skill.
_EMPTY = frozenset(
    (
        *("a", "about", "an", "and", "at", "by", "for", "from", "in", "into", "my", "of", "on", "or"),
        *("our", "the", "to", "with", "annual", "attend", "become", "begin", "book", "build"),
        *("conference", "do", "event", "finish", "find", "gain", "get", "give", "go", "group"),
        *("hold", "improve", "join", "know", "lead", "learn", "meet", "member", "membership", "plan"),
        *("practice", "present", "publish", "read", "run", "see", "sign", "skill", "skills", "speak"),
        *("start", "study", "take", "talk", "teach", "up", "visit", "volunteer", "work"),
        *("workshop", "write"),
    )
)


def alike(words: str, name: str) -> bool:
    """Whether all that tells one from others is in the other too; case, accents, years and small words aside."""
    said, called = telling(words), telling(name)
    return bool(said and called) and (said <= called or called <= said)


def telling(text: str) -> set[str]:
    """The words of a text that tell it from others."""
    parts = "".join(c if c.isalnum() else " " for c in fold(text)).split()
    return {part for part in parts if part not in _EMPTY and not part.isdigit() and len(part) > 1}
