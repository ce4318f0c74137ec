"""A registry entry -> the function that Typer registers, with the options it shares added."""

import inspect
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer

from netlog.cli.options import COMMON, WRITING
from netlog.cli.registry import Entry
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.output.sink import FORMATS
from netlog.records.fields import Field
from netlog.records.kind import kind_of

Options = dict[str, Any]
_ARGUMENT = type(typer.Argument())


class Invocation:
    """A command whose words Typer has read: run() does it, again if need be with answers to questions."""

    def __init__(
        self, function: Callable[..., Answer], argv: list[str], common: Options, own: Options
    ) -> None:
        self._function = function
        self._argv = argv
        self._common = common
        self._own = own
        self.session: Session

    def run(self, choices: Mapping[str, str]) -> Answer:
        """Do the command; `choices` are the references that the user chose for ambiguous names."""
        self.session = Session(self._argv, choices, self._common)
        return self._function(self.session, **self._own)


def build(name: str, entry: Entry, argv: list[str]) -> Callable[..., Invocation]:
    """The command as Typer should see it: it reads the words and returns an Invocation.

    The function of the entry is called as f(session, [given,] **its own options), where `given` maps
    the options that a kind's fields make to the words they were given.
    """
    module, _, attribute = entry.function.partition(":")
    function = getattr(import_module(f"netlog.cli.{module}"), attribute)
    fields = _options_of(entry)
    shared = (*COMMON, *(WRITING if entry.writes else ()))

    def command(**options: Any) -> Invocation:
        common = {key: options.pop(key) for key, _, _ in shared}
        common["output_format"] = _format(common["output_format"], common.pop("json_"))
        if fields:
            given = {field.option: options.pop(parameter) for parameter, field in fields.items()}
            options["given"] = {option: _words(value) for option, value in given.items() if value}
        return Invocation(function, [name, *argv], common, options)

    command.__doc__ = entry.help
    own = [
        parameter
        for parameter in inspect.signature(function, eval_str=True).parameters.values()
        if parameter.name not in ("session", "given")
    ]
    arguments = [parameter for parameter in own if isinstance(_info(parameter), _ARGUMENT)]
    everything = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in (
            *arguments,
            *(_field_parameter(parameter, field) for parameter, field in fields.items()),
            *(parameter for parameter in own if parameter not in arguments),
            *(_parameter(*one) for one in shared),
        )
    ]
    command.__signature__ = inspect.Signature(everything)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in everything}
    return command


def _options_of(entry: Entry) -> dict[str, Field]:
    if not entry.fields:
        return {}
    return {
        f"given_{field.option.replace('-', '_')}": field
        for field in kind_of(entry.fields).fields
        if field.given
    }


def _field_parameter(name: str, field: Field) -> inspect.Parameter:
    help = field.help
    if field.words and field.metavar == "WORD":
        help = f"{help} One of: {', '.join(field.words)}." if len(help) < 40 else help
    info = typer.Option(f"--{field.option}", metavar=None if field.flag else field.metavar, help=help)
    type_: Any = bool if field.flag else list[str] | None if field.many else str | None
    return _parameter(name, type_, info)


def _parameter(name: str, type_: Any, info: Any) -> inspect.Parameter:
    default = False if type_ is bool else None
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[type_, info]
    )


def _info(parameter: inspect.Parameter) -> Any:
    return next(iter(getattr(parameter.annotation, "__metadata__", ())), None)


def _format(format: str | None, json: bool) -> str | None:
    if format is None:
        return "json" if json else None
    if format not in FORMATS:
        raise UsageError(f"{format!r} is no format", f"one of: {', '.join(FORMATS)}")
    return format


def _words(value: Any) -> list[str]:
    if value is True:
        return ["yes"]
    return value if isinstance(value, list) else [value]
