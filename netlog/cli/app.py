"""The Typer application, for help and for words that the quick door does not take."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from netlog.cli.command import Parameter, explained, parameters
from netlog.cli.invocation import Invocation
from netlog.cli.registry import COMMANDS


def parsed(argv: list[str]) -> Invocation | None:
    """What the words ask for; None when Typer answered itself (help, installing completion)."""
    result = application(argv)(args=argv, prog_name="netlog", standalone_mode=False)
    return result if isinstance(result, Invocation) else None


def application(argv: list[str]) -> typer.Typer:
    """The application with the command that argv names, or with every command."""
    name = argv[0] if argv else ""
    names = [name] if name in COMMANDS else list(COMMANDS)
    app = typer.Typer(
        add_completion=name not in COMMANDS,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_root)
    for one in names:
        entry = COMMANDS[one]
        whole = "\n\n".join([entry.help, *([explained(one)] if one == name else [])]).replace("[", "\\[")
        app.command(one, help=whole, short_help=entry.help, rich_help_panel=entry.panel)(
            _command(one, argv[1:])
        )
    return app


def _root(version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False) -> Any:
    """Grow a professional network on purpose: who, why now, toward what."""


def _command(name: str, argv: list[str]) -> Callable[..., Invocation]:
    """A function with the signature that Typer makes options and arguments from."""
    taken = parameters(name)
    names = {one.typer_name: one.name for one in taken}

    def command(**options: Any) -> Invocation:
        return Invocation(name, argv, {names[key]: value for key, value in options.items()})

    declared = [_declared(one) for one in taken]
    command.__signature__ = inspect.Signature(declared)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in declared}
    return command


def _declared(one: Parameter) -> inspect.Parameter:
    info = _option(one) if one.param.flags else _argument(one)
    kind: Any = list[str] if one.many else one.kind
    annotation = kind if one.required or one.default is not None else kind | None
    return inspect.Parameter(
        one.typer_name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if one.required else one.default,
        annotation=Annotated[annotation, info],
    )


def _option(one: Parameter) -> Any:
    param = one.param
    return typer.Option(
        *param.flags, metavar=param.metavar or None, help=param.help, min=param.low, max=param.high
    )


def _argument(one: Parameter) -> Any:
    param = one.param
    return typer.Argument(
        metavar=param.metavar, help=param.help, show_default=False, min=param.low, max=param.high
    )
