"""argv -> exit code, and the one error boundary: every failure is one line on stderr."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from netlog.errors import AmbiguousError, NetlogError
from netlog.output.answer import Answer
from netlog.output.text import shown

if TYPE_CHECKING:
    from netlog.cli.invocation import Invocation

BUG, INTERRUPTED, BROKEN_PIPE, STORAGE = 70, 130, 141, 7
_WHOLE = "a command is done wholly or not at all: see `netlog history`"


def run(argv: list[str]) -> int:
    """Do what the command line says; its exit code. Answers go to stdout, messages to stderr."""
    return _guarded(lambda: _command(argv or ["--help"]))


def _command(argv: list[str]) -> int:
    if argv == ["--version"]:
        return _print(Answer({"version": _version()}, "version", text=f"netlog {_version()}"), None)
    from netlog.cli.door import opened

    invocation = opened(argv)
    if invocation is None:
        from netlog.cli.app import parsed

        invocation = parsed(argv)
        if invocation is None:
            return 0
    answer = _answered(invocation)
    answer.notes = (*answer.notes, *invocation.session.notes)
    return _print(answer, invocation.session.format)


def _answered(invocation: "Invocation") -> Answer:
    """The answer; on a terminal an ambiguous name is asked about and the command begun again."""
    from netlog.cli.session import RepeatedError

    choices: dict[str, str] = {}
    while True:
        try:
            answer: Answer = invocation.run(choices)
            return answer
        except AmbiguousError as error:
            if not invocation.session.asks:
                raise
            from netlog.cli.asking import chosen

            choices[error.text] = chosen(error)
        except RepeatedError as error:
            from netlog.cli.repeated import repeated

            return repeated(invocation.session, error.step)


def _print(answer: Answer, format: str | None) -> int:
    from netlog.output.sink import emit

    try:
        emit(answer, format, sys.stdout, sys.stderr, os.environ)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon_stdout()
        return BROKEN_PIPE
    except OSError as error:
        _abandon_stdout()
        _complain(
            f"the answer can't be written: {error.strerror} (what was asked is done: see `netlog history`)"
        )
        return STORAGE
    return answer.code


def _guarded(action: Callable[[], int]) -> int:
    try:
        return action()
    except NetlogError as error:
        _debug()
        _complain(str(error))
        if isinstance(error, AmbiguousError):
            for ref, name, detail in error.candidates:
                sys.stderr.write(f"  {ref}  {shown(name)}  {shown(detail)}".rstrip() + "\n")
        return error.code
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            sys.stderr.write("\n")  # the terminal wrote ^C, after a question perhaps
        _complain(f"interrupted ({_WHOLE})")
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # SystemExit: how Typer ends when nobody reads its help
        _abandon_stdout()
        return BROKEN_PIPE
    except Exception as error:
        return _unexpected(error)


def _unexpected(error: Exception) -> int:
    """What Typer, the file system or a bug raised, told in one line; its exit code."""
    _debug()
    if (usage := _usage(error)) is not None:
        _complain(usage)
        return 2
    if isinstance(error, UnicodeEncodeError):  # bytes of the command line that reached a query
        _complain("the command line has bytes that are not UTF-8 text (nothing was changed)")
        return 2
    if isinstance(error, OSError):
        _abandon_stdout()
        _complain(f"can't use {error.filename or 'the output'}: {error.strerror or error} ({_WHOLE})")
        return STORAGE
    _complain(f"a bug in netlog: {type(error).__name__}: {error} ({_WHOLE}; NETLOG_DEBUG=1 shows where)")
    return BUG


def _usage(error: Exception) -> str | None:
    """What Typer found wrong with the words, in one line; None when it is not Typer's error."""
    if "typer" not in sys.modules:
        return None
    import typer

    if not isinstance(error, typer.TyperException):
        return None
    message = " ".join(error.format_message().split()).rstrip(".")
    if "--help" in message:
        return message
    quotes = "put words that belong together in quotes; " if "extra argument" in message else ""
    command = getattr(getattr(error, "ctx", None), "command_path", "netlog")
    return f"{message} ({quotes}see `{command} --help`)"


def _complain(message: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(f"error: {shown(message)}\n")
    sys.stderr.flush()


def _debug() -> None:
    if os.environ.get("NETLOG_DEBUG"):
        import traceback

        traceback.print_exc()


def _abandon_stdout() -> None:
    """Nobody reads any more: let the interpreter's last flush go nowhere."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # not a real file, as in tests
        return


def _version() -> str:
    from netlog import __version__

    return __version__
