"""A command whose words were read, ready to run."""

from importlib import import_module
from typing import Any

from netlog.cli.registry import COMMANDS
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.output.sink import FORMATS

_COMMON = ("db", "output_format", "no_input", "dry_run", "key", "yes")
_GIVEN = "given_"


class Invocation:
    """run() does the command, again if need be with answers to questions.

    `options` are the values by parameter name. Those that a kind's fields make (`given_...`) reach
    the function together, as `given`: option -> the words it was given.
    """

    def __init__(self, name: str, argv: list[str], options: dict[str, Any]) -> None:
        self._name = name
        self._argv = [name, *argv]
        json = options.pop("json_", False)
        self._common = {key: options.pop(key) for key in _COMMON if key in options}
        self._common["output_format"] = _format(self._common.get("output_format"), json)
        self._own = {key: value for key, value in options.items() if not key.startswith(_GIVEN)}
        if COMMANDS[name].kind:
            self._own["kind"] = COMMANDS[name].kind
        if COMMANDS[name].fields:
            self._own["given"] = {
                key.removeprefix(_GIVEN): _words(value)
                for key, value in options.items()
                if key.startswith(_GIVEN) and value not in (None, False, [])
            }
        self.session: Session

    def run(self, choices: dict[str, str]) -> Answer:
        """Do the command; `choices` are the references that the user chose for ambiguous names."""
        module, _, function = COMMANDS[self._name].function.partition(":")
        self.session = Session(self._argv, choices, self._common)
        answer: Answer = getattr(import_module(f"netlog.cli.{module}"), function)(self.session, **self._own)
        return answer


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
