"""history, undo, redo and check."""

from typing import Annotated, Any

from netlog.cli.options import Limit, OptionalRef, Param
from netlog.cli.session import Session
from netlog.errors import NetlogError, UsageError
from netlog.output.answer import Answer
from netlog.records import references
from netlog.store import check as checking
from netlog.store import journal
from netlog.store.connection import is_there
from netlog.store.log import Log, Row

Count = Annotated[int | None, Param(metavar="[N]", low=1, help="How many commands (default: 1).")]
Step = Annotated[int | None, Param("--step", metavar="S", low=1, help="Take back this one step.")]
Quick = Annotated[bool, Param("--quick", help="Pages and references only.")]


def history(session: Session, ref: OptionalRef = None, limit: Limit = 50) -> Answer:
    """The newest steps first, or those that touched one record."""
    with session.read(backwards=True) as log:
        target = references.find_once(log, ref, session.ctx) if ref else None
        found = journal.history(log, limit or 50, target)
        if ref and not found:
            references.find_any(log, ref, session.ctx)  # says that there never was such a record
        return Answer(found, "history")


def undo(session: Session, count: Count = None, step: Step = None) -> Answer:
    """Take back the last command, the last N, or one --step; `netlog redo` brings it back."""
    if step and count:
        raise UsageError("give N or --step, not both")
    with session.write(backwards=True) as log:
        undone = [journal.undo_step(log, step)] if step else _several(log, count or 1)
        session.settle_tiers(log, [one["id"] for one in undone])
        return Answer({"step": log.step_id, "undid": [_told(log, one) for one in undone]}, "undo")


def redo(session: Session) -> Answer:
    """Bring back what the last undo took, if nothing was done since."""
    with session.write(backwards=True) as log:
        brought = journal.redo(log)
        if brought is None:
            raise NetlogError("there is nothing to redo", "nothing was changed")
        session.settle_tiers(log, [brought["id"]])
        return Answer({"step": log.step_id, "undid": [_told(log, brought)]}, "redo")


def check(session: Session, quick: Quick = False) -> Answer:
    """Check the file against its journal; exit 6 if something is wrong."""
    if not is_there(session.path):
        with session.read():
            return Answer({"ok": True, "checks": []}, "check")
    with session.rehearse() as log:
        found = checking.checks(log, quick=quick)
    sound = all(one["ok"] for one in found)
    return Answer({"ok": sound, "checks": found}, "check", code=0 if sound else 6)


def _several(log: Log, count: int) -> list[Row]:
    undone: list[Row] = []
    for _ in range(count):
        log.next_step()
        step = journal.undo(log)
        if step is None:
            few = {0: "is nothing", 1: "is only one command"}
            many = few.get(len(undone), f"are only {len(undone)} commands")
            raise NetlogError(f"there {many} to undo", "nothing was changed")
        undone.append(step)
    return undone


def _told(log: Log, step: Row) -> dict[str, Any]:
    changes = journal.size(log, step["id"])
    return {"step": step["id"], "command": step["command"], "at": step["at"], "changes": changes}
