"""add-group."""

from typing import Annotated

from netlog.cli.options import Name, Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import groups, record

IfAbsent = Annotated[bool, Param("--if-absent", help="Do nothing if it is in the log already.")]
AllowDuplicate = Annotated[bool, Param("--allow-duplicate", help="Add another of the same name.")]


def add_group(
    session: Session,
    given: dict[str, list[str]],
    name: Name,
    if_absent: IfAbsent = False,
    allow_duplicate: AllowDuplicate = False,
) -> Answer:
    """Add an association, community, PLC, ...

    With --member those of your contacts who are in it; your own membership is `netlog add-membership`.
    """
    kind = groups.KIND
    values = record.read_options(kind, {"name": [name], **session.piped(given)}, session.ctx)
    with session.write() as log:
        id, new = groups.add(log, values, session.ctx, if_absent=if_absent, allow_duplicate=allow_duplicate)
        found = record.load(kind, log, [id])[0]
    return Answer(found, "card", notes=() if new else ("it is in the log already",))
