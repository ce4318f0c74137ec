"""map."""

from pathlib import Path
from typing import Annotated

from netlog.cli import files
from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.records import map_files, maps

As = Annotated[
    str | None,
    Param("--as", metavar="dot|graphml|json", help="Write the graph for another program, not the measures."),
]
Out = Annotated[
    str | None, Param("-o", "--output", metavar="FILE", help="The file to write the graph to (else stdout).")
]
Force = Annotated[bool, Param("--force", help="Write over a file that is there.")]
Most = Annotated[
    int | None, Param("--most", metavar="N", low=2, high=1000, help="At most N people (else 500).")
]
Years = Annotated[
    int | None,
    Param("--years", metavar="N", low=1, high=100, help="Only those talked with in the last N years."),
]
IncludePrivate = Annotated[bool, Param("--include-private", help="Private contacts too, in a graph.")]


def map(
    session: Session,
    as_: As = None,
    output: Out = None,
    force: Force = False,
    most: Most = None,
    years: Years = None,
    include_private: IncludePrivate = False,
) -> Answer:
    """Your network without you: its clusters, who alone connects you to others, and who is by themselves."""
    if as_ is None and (output or force):
        raise UsageError("-o and --force are for a graph", f"give --as {'|'.join(map_files.FORMS)}")
    if as_ is None:
        with session.read() as log:
            found, notes = maps.of(log, session.ctx, most or maps.MOST, years)
        session.notes += notes
        return Answer(found, "map")
    _must_fit(session, as_, output)
    with session.read() as log:
        text, people, notes = map_files.written(
            log, session.ctx, as_, most or maps.MOST, years, include_private=include_private
        )
    session.notes += notes
    return _written(session, as_, text, people, output, force)


def _must_fit(session: Session, form: str, output: str | None) -> None:
    if form not in map_files.FORMS:
        raise UsageError(f"{form!r} is no form of a map", f"one of: {', '.join(map_files.FORMS)}")
    if output in (None, "-") and session.format not in (None, "table", "tsv"):
        raise UsageError(f"a graph can't be printed as {session.format}", "leave --format out")


def _written(session: Session, form: str, text: str, people: int, output: str | None, force: bool) -> Answer:
    if output is None or output == "-":
        return Answer({"format": form, "people": people}, "map-file", text=text)
    files.guard(Path(output), session.path)
    files.write_text(Path(output), text, force=force)
    done = {"file": output, "format": form, "people": people}
    return Answer(done, "map-file", text=f"{people:,} people are in {output}")
