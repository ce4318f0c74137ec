"""delete."""

from typing import Any

from netlog.cli.options import Refs
from netlog.cli.session import Log, Session, one_or_all
from netlog.output.answer import Answer
from netlog.records import record, references
from netlog.records.kind import kind_of


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
    return Answer(one_or_all(found, refs), "deleted", text="")


def _removed(session: Session, log: Log, refs: list[str]) -> list[tuple[dict[str, Any], str]]:
    """Each record that was removed, and what went with it in words."""
    removed = []
    targets = dict.fromkeys(references.find_any(log, ref, session.ctx) for ref in refs)
    # last, those without which others say nothing: what hangs on them would be gone before its own turn
    for type, id in sorted(targets, key=lambda target: target[0] in ("contact", "group", "vision")):
        kind = kind_of(type)
        values = record.load(kind, log, [id])[0]
        name = record.names_of(log, [(type, id)])[type, id]
        gone = record.remove(kind, log, id)
        told = f"{values['ref']} {name}" + (f", with {' and '.join(gone)}" if gone else "")
        removed.append((values, told))
    return removed
