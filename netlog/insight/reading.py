"""What dates and lengths are both read with: folded words, patterns, and a refusal in one line."""

import re

from netlog.errors import UsageError


class Unclear(Exception):
    """The words cannot be read; the message is the hint, and who was asked says what they are not."""


def folded(text: str) -> str:
    """Without case and extra spaces, as the patterns expect words."""
    return " ".join(text.casefold().split())


def matched(pattern: str, words: str) -> re.Match[str] | None:
    """Where all of the words have the form of the pattern; its digits are those of ASCII."""
    return re.fullmatch(pattern, words, re.ASCII)


def quoted(text: str) -> str:
    """One short line of what was typed."""
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


def refusal(text: str, kind: str, why: Unclear) -> UsageError:
    """The error that says what the text is not, and what to write instead."""
    return UsageError(f"{quoted(text)} is not {kind}", str(why))
