"""search."""

from typing import Annotated

from netlog.cli.options import Limit, Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import search as searches

NEWEST = 50  # rows, unless --limit says otherwise

Words = Annotated[list[str], Param(metavar="WORDS...")]
In = Annotated[
    list[str] | None, Param("--in", metavar="KINDS", help="Only in these; give it again for more.")
]


def search(session: Session, words: Words, kinds: In = None, limit: Limit = None) -> Answer:
    """Names, notes and all that is written down, the newest first; exit 1 when nothing is found.

    All words must hold: the start of a word, a "phrase", not:word, and key:value as in lists.
    """
    wanted = searches.Wanted(words)
    places = searches.kinds_of(kinds or [])
    with session.read() as log:
        found = searches.search(log, wanted, places, limit or NEWEST, session.ctx)
    rows = found.rows
    if found.more:
        known = f"the newest {len(rows)} of {found.total:,}" if found.total else f"the newest {len(rows)}"
        session.notes.append(f"{known}: --limit N shows more, another word fewer")
    if found.partly:
        session.notes.append(
            f"looked through the {searches.LOOKED:,} added last of each kind: add a word for all"
        )
    session.notes += [f"no record has a {key!r}: searched for as text" for key in wanted.unknown]
    return Answer(rows, "search", code=0 if rows else 1)
