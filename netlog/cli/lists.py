"""list-contacts and the other lists: one filter language, one shape."""

from netlog.cli.options import All, Filters, Limit, Reverse, Sort
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import filters, record, tags
from netlog.records.kind import kind_of

SCREENFUL = 100  # rows of a table on a terminal, unless --limit or --all says otherwise


def list_contacts(
    session: Session,
    words: Filters = None,
    sort: Sort = None,
    reverse: Reverse = False,
    limit: Limit = None,
    all: All = False,
) -> Answer:
    """Contacts by name; archived ones with --all or status:archived."""
    return _listed(session, "contact", words, sort, reverse, limit, all)


def list_conversations(
    session: Session,
    words: Filters = None,
    sort: Sort = None,
    reverse: Reverse = False,
    limit: Limit = None,
    all: All = False,
) -> Answer:
    """Conversations, newest first."""
    return _listed(session, "conversation", words, sort, reverse, limit, all)


def list_events(
    session: Session,
    words: Filters = None,
    sort: Sort = None,
    reverse: Reverse = False,
    limit: Limit = None,
    all: All = False,
) -> Answer:
    """Events, newest first."""
    return _listed(session, "event", words, sort, reverse, limit, all)


def list_follow_ups(
    session: Session,
    words: Filters = None,
    sort: Sort = None,
    reverse: Reverse = False,
    limit: Limit = None,
    all: All = False,
) -> Answer:
    """Open follow-ups, the next one due first; others with --all or status:done."""
    return _listed(session, "follow_up", words, sort, reverse, limit, all)


def list_goals(
    session: Session,
    words: Filters = None,
    sort: Sort = None,
    reverse: Reverse = False,
    limit: Limit = None,
    all: All = False,
) -> Answer:
    """Goals as they were set; `netlog goals` shows how they stand."""
    return _listed(session, "goal", words, sort, reverse, limit, all)


def list_tags(session: Session) -> Answer:
    """The tags in use, and how many records have each."""
    with session.read() as log:
        return Answer(tags.counted(log), "tags")


def _listed(
    session: Session,
    name: str,
    words: list[str] | None,
    sort: str | None,
    reverse: bool,
    limit: int | None,
    all: bool,
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
