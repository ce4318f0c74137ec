"""plan: the steps from the vision backwards to what can be done now."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.records import plan as plans
from netlog.records import references, visions

VIEWS = ("next", "gaps", "timeline")
View = Annotated[str | None, Param(metavar="[next|gaps|timeline]")]
Vision = Annotated[
    str | None, Param("--vision", metavar="REF", help="The plan of this vision, not the current one.")
]


def plan(session: Session, view: View = None, vision: Vision = None) -> Answer:
    """The plan as a tree; what is next in it, what it lacks, or by when each step must be done."""
    if view is not None and view not in VIEWS:
        raise UsageError(f"a plan has no {view!r}", f"`netlog plan`, or with one of: {', '.join(VIEWS)}")
    with session.read() as log:
        if vision is None:
            id = visions.must_be_current(log)
        else:
            id = references.find(log, vision, ("vision",), session.ctx)[1]
        if view is None:
            return Answer(plans.tree(log, id, session.ctx), "plan")
        if view == "gaps":
            from netlog.records import plan_gaps

            return Answer(plan_gaps.gaps(log, id, session.ctx), "plan-gaps")
        made = plans.upcoming if view == "next" else plans.timeline
        return Answer(made(log, id, session.ctx), f"plan-{view}")
