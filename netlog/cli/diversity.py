"""diversity."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.output.answer import Answer
from netlog.records import diversity as diversities

ON_A_SCREEN = 5  # classes of a dimension, where all dimensions are shown to a person

Dimensions = Annotated[
    list[str] | None,
    Param(
        metavar="[DIMENSION...]",
        help="region, setting, sector, specialty, level, organization, role, met; else all.",
    ),
]
Among = Annotated[
    str | None,
    Param(
        "--among",
        metavar="all|active|new",
        help="Only all contacts, those talked with in a year, or those new this year.",
    ),
]
Top = Annotated[
    int | None, Param("--top", metavar="N", low=1, help="At most N classes, the rest as one (else 10).")
]


def diversity(
    session: Session, dimensions: Dimensions = None, among: Among = None, top: Top = None
) -> Answer:
    """The network by dimension: counts, shares, how even they are, what is unknown, and how far to your targets."""
    wanted, sets = diversities.read_dimensions(dimensions or []), diversities.read_among(among)
    few = ON_A_SCREEN if session.shows_table and not dimensions else diversities.TOP
    with session.read() as log:
        return Answer(diversities.of(log, wanted, sets, session.ctx, top or few), "diversity")
