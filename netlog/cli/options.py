"""What commands take: parameters declared as data, and the aliases that several commands share.

Typer's own declarations are made from these where Typer is needed (help, errors), and so is the
table that the quick door and the completion read without it.
"""

from typing import Annotated


class Param:
    """An option (with `flags` such as `--sort`) or an argument (without); `low` and `high` bound a number."""

    __slots__ = ("flags", "help", "high", "low", "metavar")

    def __init__(
        self,
        *flags: str,
        metavar: str = "",
        help: str = "",
        low: int | None = None,
        high: int | None = None,
    ) -> None:
        self.flags = flags
        self.metavar = metavar
        self.help = help
        self.low = low
        self.high = high


_NAMED = "a reference as c12, a name or an e-mail address"
_REF, _REFS = f"Which: {_NAMED}.", f"Which ones: {_NAMED} each; `-` reads them from stdin."

Name = Annotated[str, Param(metavar="NAME", help="What it is called.")]
Ref = Annotated[str, Param(metavar="REF", help=_REF)]
Refs = Annotated[list[str], Param(metavar="REF...", help=_REFS)]
OptionalRefs = Annotated[list[str] | None, Param(metavar="[REF...]", help=_REFS)]
OptionalRef = Annotated[str | None, Param(metavar="[REF]", help=_REF)]
Filters = Annotated[
    list[str] | None,
    Param(metavar="[FILTER...]", help="Words to look for, and key:value; with not: before it the opposite."),
]
Sort = Annotated[str | None, Param("--sort", metavar="FIELD", help="Sort by this field.")]
Reverse = Annotated[bool, Param("--reverse", help="Turn the order round.")]
Limit = Annotated[int | None, Param("--limit", metavar="N", low=1, help="At most N.")]
All = Annotated[bool, Param("--all", help="Archived and closed ones too, and no limit.")]
Why = Annotated[bool, Param("--why", help="Say where the figures come from.")]
Note = Annotated[str | None, Param("--note", metavar="TEXT", help="A note to keep; `-` reads stdin.")]

# Options of every command, and of those that write, added after a command's own.
COMMON: tuple[tuple[str, type, Param], ...] = (
    ("db", str, Param("--db", metavar="FILE", help="The log's file (else NETLOG_DB).")),
    (
        "output_format",
        str,
        Param("--format", "-f", metavar="FORMAT", help="table, json, jsonl, csv, tsv or ids."),
    ),
    ("json_", bool, Param("--json", help="Short for --format json.")),
    ("no_input", bool, Param("--no-input", help="Never ask anything.")),
)
WRITING: tuple[tuple[str, type, Param], ...] = (
    ("dry_run", bool, Param("--dry-run", help="Show what would be done, and do not do it.")),
    ("key", str, Param("--key", metavar="KEY", help="Makes it safe to repeat: done once per key.")),
    ("yes", bool, Param("--yes", "-y", help="Do not ask for confirmation.")),
)
