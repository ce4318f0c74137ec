"""schema."""

from typing import Annotated

from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.vocabulary import LETTERS, plural_of

KindName = Annotated[
    str, Param(metavar="KIND", help="contact, conversation, ..., or log for a whole export.")
]


def schema(session: Session, kind: KindName) -> Answer:
    """Print the JSON Schema that a kind's JSON keeps to."""
    word = kind.replace("-", "_")
    name = next((one for one in LETTERS if word == plural_of(one)), word)
    if name not in LETTERS and name != "log":
        raise UsageError(
            f"{kind!r} is no kind of record", f"one of: {', '.join(LETTERS)}, log".replace("_", "-")
        )
    from netlog.models.contract import json_schema

    session.format = session.format or "json"
    return Answer(json_schema(name), "schema")
