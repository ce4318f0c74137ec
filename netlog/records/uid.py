"""UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds, then random; sorts by when it was made."""

import os
from datetime import datetime


def new_uid(now: str) -> str:
    """A fresh uid for a record made at `now` (`2026-03-02T12:00:00.000000Z`)."""
    milliseconds = int(datetime.fromisoformat(now.replace("Z", "+00:00")).timestamp() * 1000)
    noise = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & ((1 << 48) - 1)) << 80 | noise
    value = value & ~(0xF << 76) | 7 << 76  # version
    value = value & ~(0x3 << 62) | 2 << 62  # variant
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
