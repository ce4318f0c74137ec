"""edit."""

from typing import Annotated

from netlog.cli import editor
from netlog.cli.options import Param, Ref
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import career, edits, record, references
from netlog.records.kind import kind_of

Edits = Annotated[list[str] | None, Param(metavar="[KEY=VALUE...]")]
Fix = Annotated[
    bool, Param("--fix", help="A correction: what it was before is not kept in the career of the contact.")
]


def edit(session: Session, ref: Ref, words: Edits = None, fix: Fix = False) -> Answer:
    """Change a record: key=value sets, key= clears, key+=value and key-=value for lists; alone, in $EDITOR."""
    session.ctx.corrects = fix
    if not words:
        return editor.edited(session, ref)
    with session.read() as log:
        type, id = references.find_any(log, ref, session.ctx)
    kind = kind_of(type)
    changes = edits.read(kind, words, session.ctx)
    with session.write() as log:
        before = record.load(kind, log, [id])[0]
        changed = edits.apply(kind, log, id, changes, session.ctx)
        found = record.load(kind, log, [id])[0]
    if not changed:
        return Answer(found, "card", notes=("nothing to change: it was so already",))
    return Answer(found, "card", notes=career.told(before, found, session.ctx))
