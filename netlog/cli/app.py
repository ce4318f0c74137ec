"""The Typer application: only the named command is imported, all of them for help."""

from typing import Annotated, Any

import typer

from netlog.cli.command import Invocation, build
from netlog.cli.registry import COMMANDS


def parsed(argv: list[str]) -> Invocation | None:
    """What the words ask for; None when Typer answered itself (help, installing completion)."""
    result = application(argv)(args=argv, prog_name="netlog", standalone_mode=False)
    return result if isinstance(result, Invocation) else None


def application(argv: list[str]) -> typer.Typer:
    """The application with the command that argv names, or with every command."""
    name = argv[0] if argv else ""
    names = [name] if name in COMMANDS else list(COMMANDS)
    helps = name not in COMMANDS or "--help" in argv or "-h" in argv
    app = typer.Typer(
        add_completion=name not in COMMANDS,
        rich_markup_mode="rich" if helps else None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_root)
    for one in names:
        entry = COMMANDS[one]
        app.command(one, help=entry.help, rich_help_panel=entry.panel)(build(one, entry, argv[1:]))
    return app


def _root(version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False) -> Any:
    """Grow a professional network on purpose: who, why now, toward what."""
