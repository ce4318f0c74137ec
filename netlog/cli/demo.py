"""demo: the weekly review on the built-in sample log."""

import shlex
import tempfile
from pathlib import Path
from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import ConflictError
from netlog.output.answer import Answer
from netlog.records import review
from netlog.records.sample import sample
from netlog.records.sample.filling import fill

Keep = Annotated[
    str | None, Param("--keep", metavar="FILE", help="Leave the sample log there, to play with.")
]


def demo(session: Session, keep: Keep = None) -> Answer:
    """Run the weekly review on a sample log of invented people; your own log is left alone."""
    session.format = session.format or "table"  # it is there to be looked at, in a pipe too
    with tempfile.TemporaryDirectory(prefix="netlog-demo-") as folder:
        session.path = Path(keep) if keep else Path(folder) / "netlog.db"
        if keep and session.path.exists():
            raise ConflictError(f"{keep} is there already", "name a new file")
        with session.write() as log:
            fill(log, session.ctx, sample(session.today))
        with session.read() as log:
            answer = Answer(review.review(log, session.today, session.today, session.ctx), "review")
    if keep:
        session.notes.append(f"the sample log is in {keep}; try `netlog due --db {shlex.quote(keep)}`")
    else:
        session.notes.append(
            "a sample log of invented people; `netlog demo --keep FILE` leaves it to play with"
        )
    return answer
