"""How much of the past of goals an answer shows, so that no more of it is counted."""

from netlog.cli.session import Session
from netlog.records.progress import ALL

SHOWN = 12


def periods_shown(session: Session) -> int:
    """How many past periods are shown with what was done in them: by a table some, by tsv and ids none."""
    if session.shows_table:
        return SHOWN
    return ALL if session.format in ("json", "jsonl", "csv") else 0
