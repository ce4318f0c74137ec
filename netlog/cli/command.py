"""What a command takes: its own parameters, those its kind's fields make, and those all share."""

import inspect
from collections.abc import Callable
from importlib import import_module
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin

from netlog.cli.options import COMMON, WRITING, Param
from netlog.cli.registry import COMMANDS, Entry
from netlog.records.fields import Field
from netlog.records.kind import kind_of


class Parameter(NamedTuple):
    """One thing a command takes: `kind` is str, int or bool, `many` means any number of them."""

    name: str
    kind: type
    many: bool
    required: bool
    default: Any
    param: Param
    words: tuple[str, ...] = ()

    @property
    def typer_name(self) -> str:
        """The name as a Python identifier."""
        return self.name.replace("-", "_")


def parameters(name: str) -> list[Parameter]:
    """All that a command takes, in the order of its help: arguments, fields, own options, common options."""
    entry = COMMANDS[name]
    taken = ("session", "given", *(["kind"] if entry.kind else []))
    own = [_own(one) for one in _signature(entry) if one.name not in taken]
    taken_flags = {flag for one in own for flag in one.param.flags}
    shared = (*COMMON, *(WRITING if entry.writes else ()))
    return [
        *(one for one in own if not one.param.flags),
        *(_of_field(field) for field in _fields(entry)),
        *(one for one in own if one.param.flags),
        *(
            Parameter(key, kind, False, False, _default(kind), _without(param, taken_flags))
            for key, kind, param in shared
        ),
    ]


def explained(name: str) -> str:
    """What its help says of a command beside its one line: what its function says, or the keys of its filters."""
    entry = COMMANDS[name]
    if not entry.kind:
        said = inspect.getdoc(_function(entry)) or ""
        first, *more = (" ".join(one.split()) for one in said.split("\n\n"))
        return "\n\n".join(more if first == entry.help else [first, *more])
    if not name.startswith("list-"):
        return ""
    keys = sorted({field.option for field in kind_of(entry.kind).fields})
    return f"Filters: words, and key:value with one of these keys: {', '.join(keys)}."


def _without(param: Param, taken: set[str]) -> Param:
    """A common option without the flags that a command has for something of its own."""
    if not taken.intersection(param.flags):
        return param
    left = (flag for flag in param.flags if flag not in taken)
    return Param(*left, metavar=param.metavar, help=param.help, low=param.low, high=param.high)


def _signature(entry: Entry) -> list[inspect.Parameter]:
    return list(inspect.signature(_function(entry), eval_str=True).parameters.values())


def _function(entry: Entry) -> Callable[..., Any]:
    module, _, function = entry.function.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"netlog.cli.{module}"), function)
    return found


def _own(parameter: inspect.Parameter) -> Parameter:
    annotation, param = get_args(parameter.annotation)
    bare = annotation
    if get_origin(annotation) is UnionType:
        bare = next(one for one in get_args(annotation) if one is not NoneType)
    many = get_origin(bare) is list
    required = parameter.default is inspect.Parameter.empty
    default = None if required else parameter.default
    return Parameter(parameter.name, str if many else bare, many, required, default, param)


def _fields(entry: Entry) -> list[Field]:
    return [field for field in kind_of(entry.fields).fields if field.given] if entry.fields else []


def _of_field(field: Field) -> Parameter:
    kind = bool if field.flag else str
    listed = field.words and field.metavar == "WORD" and len(field.help) < 40
    help = f"{field.help} One of: {', '.join(field.words)}." if listed else field.help
    param = Param(f"--{field.option}", metavar="" if field.flag else field.metavar, help=help)
    return Parameter(f"given_{field.option}", kind, field.many, False, _default(kind), param, field.words)


def _default(kind: type) -> bool | None:
    return False if kind is bool else None
