"""The URI by which SQLite opens a file; whatever its name holds, none of it is read as part of the URI."""


def uri(path: str, mode: str) -> str:
    """`file:...?mode=ro` or `rw` for an absolute path."""
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{quoted}?mode={mode}"
