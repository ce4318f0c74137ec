"""Options that several commands share: declared once, as Annotated aliases."""

from typing import Annotated, Any

import typer

Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]
Refs = Annotated[list[str], typer.Argument(metavar="REF...", show_default=False)]
OptionalRefs = Annotated[list[str] | None, typer.Argument(metavar="[REF...]", show_default=False)]
OptionalRef = Annotated[str | None, typer.Argument(metavar="[REF]", show_default=False)]
Filters = Annotated[list[str] | None, typer.Argument(metavar="[FILTER...]", show_default=False)]
Sort = Annotated[str | None, typer.Option("--sort", metavar="FIELD", help="Sort by this field.")]
Reverse = Annotated[bool, typer.Option("--reverse", help="Turn the order round.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most N.")]
All = Annotated[bool, typer.Option("--all", help="Archived and closed ones too, and no limit.")]
Why = Annotated[bool, typer.Option("--why", help="Say where the figures come from.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A note to keep; `-` reads stdin.")]
Private = Annotated[bool, typer.Option("--private", help="Mark as private.")]

# Options of every command, and of those that write, added after a command's own: (name, type, info).
COMMON: tuple[tuple[str, Any, Any], ...] = (
    ("db", str | None, typer.Option("--db", metavar="FILE", help="The log's file (else NETLOG_DB).")),
    (
        "output_format",
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="table, json, jsonl, csv, tsv or ids."),
    ),
    ("json_", bool, typer.Option("--json", help="Short for --format json.")),
    ("no_input", bool, typer.Option("--no-input", help="Never ask anything.")),
)
WRITING: tuple[tuple[str, Any, Any], ...] = (
    ("dry_run", bool, typer.Option("--dry-run", help="Show what would be done, and do not do it.")),
    (
        "key",
        str | None,
        typer.Option("--key", metavar="KEY", help="Makes it safe to repeat: done once per key."),
    ),
    ("yes", bool, typer.Option("--yes", "-y", help="Do not ask for confirmation.")),
)
