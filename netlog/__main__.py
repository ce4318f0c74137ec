"""`python -m netlog`, and the `netlog` command."""

import sys


def main() -> int:
    """Run the command line of this process; its exit code."""
    from netlog.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
