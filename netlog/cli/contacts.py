"""add-contact."""

from typing import Annotated

from netlog.cli.options import Name, Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import batch, contacts, record

IfAbsent = Annotated[bool, Param("--if-absent", help="Do nothing if they are in the log already.")]
AllowDuplicate = Annotated[bool, Param("--allow-duplicate", help="Add another of the same name or e-mail.")]


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
        one = {**values, "name": contacts.KIND.field("name").read(name, session.ctx)}
    how = {"if_absent": if_absent, "allow_duplicate": allow_duplicate}
    with session.write() as log:
        if name == "-":
            added = batch.add(log, people, session.ctx, **how)
        else:
            added = [contacts.add(log, one, session.ctx, **how)]
        found = record.load(contacts.KIND, log, [id for id, _ in added])
    known = sum(not new for _, new in added)
    notes = (f"{known} in the log already",) if known else ()
    return Answer(found if name == "-" else found[0], "contacts" if name == "-" else "card", notes)
