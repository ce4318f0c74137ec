"""stats: what you did over time, as a table, as a heat map, or two stretches of it compared."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Log, Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.records import comparison, heat, stats
from netlog.vocabulary import PERIODS, spelled

Ranges = Annotated[
    list[str] | None,
    Param(
        metavar="[RANGE...]", help='2026, 2026-Q1, "fall 2025", "last 3 months", a..b; --compare takes two.'
    ),
]
Per = Annotated[
    str | None, Param("--per", metavar="WORD", help="week, month (default), quarter, term or year.")
]
Between = Annotated[
    str | None, Param("--between", metavar="A..B", help="In these days; else the last 12 periods.")
]
Heat = Annotated[
    bool, Param("--heat", "--heatmap", help="Conversations a day, for the last 53 weeks or the RANGE.")
]
Compare = Annotated[
    bool, Param("--compare", help="The first RANGE against the second, or against the one before it.")
]


def stats_(
    session: Session,
    ranges: Ranges = None,
    per: Per = None,
    between: Between = None,
    heat_map: Heat = False,
    compare: Compare = False,
) -> Answer:
    """Conversations, people, events, follow-ups kept, response to cadence, help and contributions over time."""
    asked = [*(ranges or []), *([] if between is None else [between])]
    if heat_map and (compare or per):
        raise UsageError("--heat shows days", f"leave {'--compare' if compare else '--per'} out")
    if len(asked) > 1 and not compare:
        raise UsageError(
            f"{len(asked)} ranges were given", '--compare takes two; quote one of words: "fall 2025"'
        )
    with session.read() as log:
        if heat_map:
            return _heat(session, log, asked)
        return _counted(session, log, asked, _period(per), compare=compare)


def _heat(session: Session, log: Log, asked: list[str]) -> Answer:
    """The map for a person; for programs the days alone."""
    found = heat.of(log, asked[0] if asked else None, session.ctx)
    return Answer(found if session.shows_table else found["days"], "heat")


def _counted(session: Session, log: Log, asked: list[str], per: str, *, compare: bool) -> Answer:
    """A row for each period, or each series, where the format is one of rows."""
    if compare:
        found, told = comparison.of(log, asked, per, session.ctx)
        rows, view = comparison.by_series(found), "comparison"
    else:
        found, told = stats.of(log, per, asked[0] if asked else None, session.ctx)
        rows, view = stats.by_period(found), "stats"
    session.notes += told
    return Answer(rows if session.gives_rows else found, view)


def _period(word: str | None) -> str:
    period = "month" if word is None else spelled(word, PERIODS)
    if period is None:
        raise UsageError(f"{word!r} is no period", f"one of: {', '.join(PERIODS)}")
    return period
