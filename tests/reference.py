"""`python -m tests.reference`: writes the command reference of the README from the commands themselves."""

import re
from pathlib import Path

from netlog.cli.command import Parameter, parameters
from netlog.cli.options import COMMON, WRITING
from netlog.cli.registry import COMMANDS

README = Path(__file__).parents[1] / "README.md"
_SHARED = {name for name, _, _ in (*COMMON, *WRITING)}
_PLACE = re.compile(r"(<!-- commands: .*? -->\n).*(<!-- end of commands -->)", re.DOTALL)


def reference() -> str:
    """Every command with its arguments and own options, by panel."""
    panels: dict[str, list[str]] = {}
    for name, entry in COMMANDS.items():
        own = [one for one in parameters(name) if one.name not in _SHARED]
        words = " ".join([f"netlog {name}", *(_written(one) for one in own)])
        star = r"\*" if entry.writes else ""
        panels.setdefault(entry.panel, []).append(f"- **{name}**{star}: {entry.help}\n  `{words}`\n")
    return "\n".join(f"### {panel}\n\n{''.join(lines)}" for panel, lines in panels.items())


def _written(one: Parameter) -> str:
    param = one.param
    if not param.flags:
        return param.metavar
    flags = "/".join(param.flags)
    return f"[{flags} {param.metavar}]".replace(" ]", "]") + ("..." if one.many else "")


def rewritten(text: str) -> str:
    """The README with its reference made anew."""
    return _PLACE.sub(lambda match: f"{match[1]}\n{reference()}\n{match[2]}", text)


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8")), encoding="utf-8")
