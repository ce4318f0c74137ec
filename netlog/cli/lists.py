"""list-contacts and the other lists: one filter language, one shape."""

from collections.abc import Callable

from netlog.cli.options import All, Filters, Limit, Reverse, Sort
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import filters, record
from netlog.records.kind import kind_of

SCREENFUL = 100  # rows of a table on a terminal, unless --limit or --all says otherwise


def _list(name: str) -> Callable[..., Answer]:
    """The command that lists the records of a kind; what it leaves out without --all, its kind says."""

    def listed(
        session: Session,
        words: Filters = None,
        sort: Sort = None,
        reverse: Reverse = False,
        limit: Limit = None,
        all: All = False,
    ) -> Answer:
        kind = kind_of(name)
        words = words or []
        most = limit or (SCREENFUL if session.shows_table and not all else None)
        with session.read() as log:
            ids = filters.find(kind, log, words, session.ctx, sort=sort, reverse=reverse, limit=most, all=all)
            found = record.load(kind, log, ids)
            cut = limit is None and len(ids) == most
            total = filters.count(kind, log, words, session.ctx, all=all) if cut else len(ids)
        if total > len(ids):
            session.notes.append(f"{len(ids)} of {total:,}: --limit N or --all shows more, a filter fewer")
        nothing = "Nothing matches." if words and not found else None
        return Answer(found, f"{name}s", text=nothing if session.shows_table else None)

    return listed


list_contacts = _list("contact")
list_conversations = _list("conversation")
list_events = _list("event")
list_follow_ups = _list("follow_up")
list_goals = _list("goal")
