"""config, date and schema."""

from typing import Annotated

import typer

from netlog import config as settings
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.insight import dates
from netlog.output.answer import Answer
from netlog.vocabulary import LETTERS

Action = Annotated[str, typer.Argument(metavar="path|get|set", help="What to do.")]
Key = Annotated[
    str | None, typer.Argument(metavar="[KEY]", help="db, levels, tiers.NAME, terms", show_default=False)
]
Value = Annotated[str | None, typer.Argument(metavar="[VALUE]", show_default=False)]
Words = Annotated[list[str], typer.Argument(metavar="TEXT...", show_default=False)]
Lean = Annotated[str, typer.Option("--lean", metavar="WAY", help="past, future or none.")]
KindName = Annotated[
    str, typer.Argument(metavar="KIND", help="contact, conversation, ..., or log for a whole export.")
]


def config(session: Session, action: Action, key: Key = None, value: Value = None) -> Answer:
    """`config path`, `config get [KEY]`, `config set KEY VALUE`; lists are parted by commas."""
    if action == "path" and key is None:
        path = str(settings.path())
        return Answer({"path": path}, "config", text=path)
    if action == "get" and value is None:
        keys = [key] if key else list(settings.KEYS)
        rows = [{"key": one, "value": settings.get(one)} for one in keys]
        return Answer(rows[0] if key else rows, "config")
    if action == "set" and key and value is not None:
        settings.put(key, value)
        return Answer({"key": key, "value": settings.get(key)}, "config")
    raise UsageError("config is followed by path, get [KEY] or set KEY VALUE")


def date(session: Session, words: Words, lean: Lean = "none") -> Answer:
    """Show how a date, or a range a..b, is read."""
    if lean not in ("past", "future", "none"):
        raise UsageError(f"{lean!r} is no way to lean", "past, future or none")
    text = " ".join(words)
    if ".." in text:
        ends = dates.read_range(text, session.today, lean, terms=session.ctx.terms)
        first, last = (day.isoformat() if day else None for day in ends)
        return Answer(
            {"text": text, "starts_on": first, "ends_on": last}, "date", text=f"{first or ''}..{last or ''}"
        )
    day = dates.read_date(text, session.today, lean, terms=session.ctx.terms)
    when = dates.days_between_text(day, session.today)
    return Answer(
        {"text": text, "date": day.isoformat(), "when": when},
        "date",
        text=f"{day:%Y-%m-%d %a}, {when}" if session.shows_table else str(day),
    )


def schema(session: Session, kind: KindName) -> Answer:
    """Print the JSON Schema that a kind's JSON keeps to."""
    name = kind.replace("-", "_").removesuffix("s")
    if name not in LETTERS and name != "log":
        raise UsageError(
            f"{kind!r} is no kind of record", f"one of: {', '.join(LETTERS)}, log".replace("_", "-")
        )
    from netlog.models.contract import json_schema

    session.format = session.format or "json"
    return Answer(json_schema(name), "schema")
