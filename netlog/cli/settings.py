"""config, date and schema."""

from typing import Annotated

from netlog import config as settings
from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.vocabulary import LETTERS

Action = Annotated[str, Param(metavar="path|get|set", help="What to do.")]
Key = Annotated[
    str | None, Param(metavar="[KEY]", help="db, levels, tiers.NAME, terms, weights.PART, minutes.KIND")
]
Value = Annotated[str | None, Param(metavar="[VALUE]")]
Words = Annotated[list[str], Param(metavar="TEXT...")]
Lean = Annotated[str, Param("--lean", metavar="WAY", help="past, future or none.")]
KindName = Annotated[
    str, Param(metavar="KIND", help="contact, conversation, ..., or log for a whole export.")
]


def config(session: Session, action: Action, setting: Key = None, value: Value = None) -> Answer:
    """`config path`, `config get [KEY]`, `config set KEY VALUE`; lists are parted by commas."""
    if action == "path" and setting is None:
        path = str(settings.path())
        return Answer({"path": path}, "config", text=path)
    if action == "get" and value is None:
        keys = [setting] if setting else list(settings.KEYS)
        rows = [{"key": one, "value": settings.get(one)} for one in keys]
        return Answer(rows[0] if setting else rows, "config")
    if action == "set" and setting and value is not None:
        settings.put(setting, value)
        session.reconfigure()
        return Answer({"key": setting, "value": settings.get(setting)}, "config")
    raise UsageError("config is followed by path, get [KEY] or set KEY VALUE")


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
