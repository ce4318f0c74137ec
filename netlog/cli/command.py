"""What a command takes: its own parameters, those its kind's fields make, and those all share."""

import inspect
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
    own = [_own(one) for one in _signature(entry) if one.name not in ("session", "given")]
    shared = (*COMMON, *(WRITING if entry.writes else ()))
    return [
        *(one for one in own if not one.param.flags),
        *(_of_field(field) for field in _fields(entry)),
        *(one for one in own if one.param.flags),
        *(Parameter(key, kind, False, False, _default(kind), param) for key, kind, param in shared),
    ]


def _signature(entry: Entry) -> list[inspect.Parameter]:
    module, _, function = entry.function.partition(":")
    found = getattr(import_module(f"netlog.cli.{module}"), function)
    return list(inspect.signature(found, eval_str=True).parameters.values())


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
