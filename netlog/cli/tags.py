"""tag, untag and list-tags."""

from typing import Annotated

from netlog.cli.options import Param, Ref
from netlog.cli.session import Session, one_or_all
from netlog.output.answer import Answer
from netlog.records import edits, record, references, tags
from netlog.records.kind import kind_of

Words = Annotated[list[str], Param(metavar="TAG...")]


def tag(session: Session, ref: Ref, words: Words) -> Answer:
    """Put tags on a record, or with `-` on those on stdin."""
    return _tagged(session, ref, [f"tag+={word}" for word in words])


def untag(session: Session, ref: Ref, words: Words) -> Answer:
    """Take tags off a record, or with `-` off those on stdin."""
    return _tagged(session, ref, [f"tag-={word}" for word in words])


def list_tags(session: Session) -> Answer:
    """The tags in use, and how many records have each."""
    with session.read() as log:
        return Answer(tags.counted(log), "tags")


def _tagged(session: Session, ref: str, words: list[str]) -> Answer:
    found = []
    changed = False
    names = session.refs([ref])  # before the log is locked: what is piped in may need it too
    with session.write() as log:
        for one in names:
            type, id = references.find_any(log, one, session.ctx)
            kind = kind_of(type)
            changes = edits.read(kind, words, session.ctx)
            changed = edits.apply(kind, log, id, changes, session.ctx) or changed
            found += record.load(kind, log, [id])
    notes = () if changed or not found else ("nothing to change: it was so already",)
    return Answer(one_or_all(found, [ref]), "card", notes)
