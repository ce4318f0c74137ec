"""list-contacts and the other lists: one filter language, one shape."""

from netlog.cli.options import All, Filters, Limit, Reverse, Sort
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import filters, record
from netlog.records.kind import kind_of
from netlog.vocabulary import plural_of

SCREENFUL = 100  # rows of a table on a terminal, unless --limit or --all says otherwise


def list_records(
    session: Session,
    kind: str,
    words: Filters = None,
    sort: Sort = None,
    reverse: Reverse = False,
    limit: Limit = None,
    all: All = False,
) -> Answer:
    """The records of a kind that the filters ask for; closed ones with --all or status:..."""
    of = kind_of(kind)
    words = words or []
    most = limit or (SCREENFUL if session.shows_table and not all else None)
    with session.read() as log:
        ids = filters.find(of, log, words, session.ctx, sort=sort, reverse=reverse, limit=most, all=all)
        found = record.load(of, log, ids)
        cut = limit is None and len(ids) == most
        total = filters.count(of, log, words, session.ctx, all=all) if cut else len(ids)
    if total > len(ids):
        session.notes.append(f"{len(ids)} of {total:,}: --limit N or --all shows more, a filter fewer")
    nothing = "Nothing matches." if words and not found else None
    return Answer(found, plural_of(kind), text=nothing if session.shows_table else None)
