"""What was answered to the entries of a week's running review, so that it can be taken up again.

It is there for `review -i` alone and is not exported: what an answer did is in the records themselves.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.records.context import Context
    from netlog.store.log import Log

OF_WEEK = "SELECT ref, answer FROM review_answer WHERE week_on = ?"
OF_ENTRY = "SELECT answer FROM review_answer WHERE week_on = ? AND ref = ?"
WEEKS_OF = "SELECT week_on FROM review_answer WHERE ref = ?"


def answered(log: "Log", week_on: str) -> dict[str, str]:
    """What was answered in a week: reference -> done, logged, snoozed or skipped."""
    return {row["ref"]: row["answer"] for row in log.rows(OF_WEEK, week_on)}


def note(log: "Log", week_on: str, ref: str, answer: str, ctx: "Context") -> None:
    """Keep what was answered to an entry."""
    row = {"answer": answer, "answered_at": ctx.now}
    if log.value(OF_ENTRY, week_on, ref) is None:
        log.insert("review_answer", {"week_on": week_on, "ref": ref, **row})
    else:
        log.update("review_answer", (week_on, ref), row)


def forget(log: "Log", ref: str) -> None:
    """Drop what was answered to a record that is deleted."""
    for row in log.rows(WEEKS_OF, ref):
        log.delete("review_answer", (row["week_on"], ref))
