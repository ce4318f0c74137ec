"""date."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer

Words = Annotated[list[str], Param(metavar="TEXT...")]
Lean = Annotated[str, Param("--lean", metavar="WAY", help="past, future or none.")]


def date(session: Session, words: Words, lean: Lean = "none") -> Answer:
    """Show how a date, or a range a..b, is read."""
    if lean not in ("past", "future", "none"):
        raise UsageError(f"{lean!r} is no way to lean", "past, future or none")
    text = " ".join(words)
    day = session.ctx.one_day(text, lean)
    if day is None:
        first, last = (end.isoformat() if end else None for end in session.ctx.span(text, lean))
        return Answer(
            {"text": text, "starts_on": first, "ends_on": last}, "date", text=f"{first or ''}..{last or ''}"
        )
    when = session.ctx.away(day)
    return Answer(
        {"text": text, "date": day.isoformat(), "when": when},
        "date",
        text=f"{day:%Y-%m-%d %a}, {when}" if session.shows_table else str(day),
    )
