"""`python -m netlog`, and the `netlog` command."""

import gc
import os
import sys


def main() -> int:
    """Run the command line of this process; its exit code."""
    if "_NETLOG_COMPLETE" in os.environ:
        return _complete()
    gc.disable()  # a command is over before there is garbage worth looking for: it takes 6 % of the time
    from netlog.cli.main import run

    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started this
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    return run(sys.argv[1:])


def _complete() -> int:
    from netlog.cli.completion import answer

    try:
        return answer(os.environ)
    except Exception:
        if os.environ.get("NETLOG_DEBUG"):
            raise
        return 1  # no offers: a message here would be written over the command line


if __name__ == "__main__":
    sys.exit(main())
