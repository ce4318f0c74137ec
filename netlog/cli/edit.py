"""edit, delete, tag and untag: for every kind of record."""

from typing import Annotated, Any

from netlog.cli import editor
from netlog.cli.options import Param, Ref, Refs
from netlog.cli.session import Log, Session
from netlog.output.answer import Answer
from netlog.records import edits, record, references
from netlog.records.kind import kind_of

Edits = Annotated[list[str] | None, Param(metavar="[KEY=VALUE...]")]
Words = Annotated[list[str], Param(metavar="TAG...")]


def edit(session: Session, ref: Ref, words: Edits = None) -> Answer:
    """Change a record: key=value sets, key= clears, key+=value and key-=value for lists; alone, in $EDITOR."""
    if not words:
        return editor.edited(session, ref)
    with session.read() as log:
        type, id = references.find_any(log, ref, session.ctx)
    kind = kind_of(type)
    changes = edits.read(kind, words, session.ctx)
    with session.write() as log:
        changed = edits.apply(kind, log, id, changes, session.ctx)
        found = record.load(kind, log, [id])[0]
    return Answer(found, "card", notes=() if changed else ("nothing to change: it was so already",))


def delete(session: Session, refs: Refs) -> Answer:
    """Delete records and what hangs on them; `netlog undo` brings them back."""
    names = session.refs(refs)
    if session.asks and not session.yes and not session.dry_run:
        with session.rehearse() as log:
            gone = _removed(session, log, names)
        session.confirm(f"Delete {'; '.join(told for _, told in gone)}?")
    with session.write() as log:
        gone = _removed(session, log, names)
    session.notes += [f"deleted {told}" for _, told in gone]
    found = [values for values, _ in gone]
    return Answer(found[0] if len(refs) == 1 and refs != ["-"] else found, "deleted", text="")


def tag(session: Session, ref: Ref, words: Words) -> Answer:
    """Put tags on a record, or with `-` on those on stdin."""
    return _tagged(session, ref, [f"tag+={word}" for word in words])


def untag(session: Session, ref: Ref, words: Words) -> Answer:
    """Take tags off a record, or with `-` off those on stdin."""
    return _tagged(session, ref, [f"tag-={word}" for word in words])


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
    return Answer(found if ref == "-" else found[0], "card", notes)


def _removed(session: Session, log: Log, refs: list[str]) -> list[tuple[dict[str, Any], str]]:
    """Each record that was removed, and what went with it in words."""
    removed = []
    targets = dict.fromkeys(references.find_any(log, ref, session.ctx) for ref in refs)
    # contacts last: what hangs on them would be gone before its own turn
    for type, id in sorted(targets, key=lambda target: target[0] == "contact"):
        kind = kind_of(type)
        values = record.load(kind, log, [id])[0]
        gone = record.remove(kind, log, id)
        told = f"{values['ref']} {values[kind.title]}" + (f", with {' and '.join(gone)}" if gone else "")
        removed.append((values, told))
    return removed
