"""evidence: what was done for professional growth, on the screen or as a file for a portfolio."""

from pathlib import Path
from typing import Annotated, Any

from netlog.cli import files
from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.records import evidence as evidences

FILES = {".md": "markdown", ".csv": "csv", ".json": "json"}
Between = Annotated[
    str | None, Param("--between", metavar="A..B", help='In these days: 2025, "fall 2025", 2025-07..2026-06.')
]
Term = Annotated[bool, Param("--term", help="This term, or the last one (else this school year).")]
As = Annotated[str | None, Param("--as", metavar="markdown", help="Print Markdown, for a portfolio.")]
Out = Annotated[
    str | None,
    Param("-o", "--output", metavar="FILE", help="The file to write: Markdown, or as .csv or .json says."),
]
IncludePrivate = Annotated[bool, Param("--include-private", help="Private records too.")]
Force = Annotated[bool, Param("--force", help="Write over a file that is there.")]


def evidence(
    session: Session,
    between: Between = None,
    term: Term = False,
    as_: As = None,
    output: Out = None,
    include_private: IncludePrivate = False,
    force: Force = False,
) -> Answer:
    """Events with their hours, contributions, memberships, mentoring, observations, what was tried, and wins."""
    form = _form(session, as_, output)
    with session.read() as log:
        period = evidences.read_period(between, term, log, session.ctx)
        found = evidences.of(log, period, session.ctx, include_private=include_private)
    if found["left_out"]:
        session.notes.append(f"left out {found['left_out']} private (--include-private takes them in)")
    if output and output != "-":
        return _written(session, found, form or "markdown", output, force)
    if form == "markdown":
        return Answer(found, "evidence", text=_text(found, form))
    return Answer(found["entries"] if session.gives_rows else found, "evidence")


def _form(session: Session, as_: str | None, output: str | None) -> str | None:
    """How it is written: as --as says, as the file is called, as --format says; None where it is to be printed by that."""
    printed = output in (None, "-")
    if as_ is not None:
        if as_.casefold() not in ("markdown", "md"):
            raise UsageError(
                f"{as_!r} is no form of evidence", "--as markdown; -f csv and -f json are formats"
            )
        if printed and session.format not in (None, "table", "tsv"):
            raise UsageError(f"Markdown is not {session.format}", "leave --as or --format out")
        return "markdown"
    if printed:
        return "markdown" if output and session.format is None else None
    named = FILES.get(Path(str(output)).suffix.casefold())
    return named or (session.format if session.format in FILES.values() else "markdown")


def _written(session: Session, found: dict[str, Any], form: str, output: str, force: bool) -> Answer:
    files.guard(Path(output), session.path)
    files.write_text(Path(output), _text(found, form), force=force)
    many = len(found["entries"])
    done = {"file": output, "format": form, "entries": many, "left_out": found["left_out"]}
    if session.format == "csv":  # that was for the file
        session.format = None
    return Answer(done, "export", text=f"{many:,} {'entry is' if many == 1 else 'entries are'} in {output}")


def _text(found: dict[str, Any], form: str) -> str:
    if form == "csv":
        from netlog.output import flat

        return flat.csv(found["entries"], "evidence")
    if form == "json":
        from netlog.output.text import json_text

        return json_text(found, 1) + "\n"
    from netlog.output.evidence_markdown import markdown

    return markdown(found)
