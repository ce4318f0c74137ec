"""config."""

from typing import Annotated

from netlog import config as settings
from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer

Action = Annotated[str, Param(metavar="path|get|set", help="What to do.")]
Key = Annotated[
    str | None,
    Param(
        metavar="[KEY]", help="db, levels, tiers.NAME, terms, weights.PART, minutes.KIND, diversity.DIMENSION"
    ),
]
Value = Annotated[str | None, Param(metavar="[VALUE]")]


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
