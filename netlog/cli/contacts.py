"""add-contact."""

from typing import Annotated

import typer

from netlog.cli.options import Name
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import batch, contacts, record

IfAbsent = Annotated[bool, typer.Option("--if-absent", help="Do nothing if they are in the log already.")]
AllowDuplicate = Annotated[
    bool, typer.Option("--allow-duplicate", help="Add another of the same name or e-mail.")
]


def add_contact(
    session: Session,
    given: dict[str, list[str]],
    name: Name,
    if_absent: IfAbsent = False,
    allow_duplicate: AllowDuplicate = False,
) -> Answer:
    """Add one contact, or with `-` those on stdin: a name a line, or JSON lines."""
    values = record.read_options(contacts.KIND, session.piped(given), session.ctx)
    if name == "-":
        people = batch.contacts_in(session.stdin(), values, session.ctx)
    else:
        people = [{**values, "name": contacts.KIND.field("name").read(name, session.ctx)}]
    with session.write() as log:
        added = [
            contacts.add(log, one, session.ctx, if_absent=if_absent, allow_duplicate=allow_duplicate)
            for one in people
        ]
        found = record.load(contacts.KIND, log, [id for id, _ in added])
    known = sum(not new for _, new in added)
    notes = (f"{known} in the log already",) if known else ()
    return Answer(found if name == "-" else found[0], "contacts" if name == "-" else "card", notes)
