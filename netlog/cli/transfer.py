"""import and export."""

import sys
from pathlib import Path
from typing import Annotated

from netlog.cli import conflicts, files, importing, incoming_files
from netlog.cli.options import Param
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output import bar
from netlog.output.answer import Answer
from netlog.records import fates, merging, whole

Words = Annotated[
    list[str],
    Param(
        metavar="[FORMAT] FILE...|-", help="Files, folders and ZIPs; a format first forces it (else by look)."
    ),
]
Tags = Annotated[list[str] | None, Param("--tag", metavar="TAG", help="Tag what is new.")]
Cadence = Annotated[str | None, Param("--cadence", metavar="EVERY", help="The cadence of new contacts.")]
Private = Annotated[bool, Param("--private", help="Mark what is new as private.")]
OnConflict = Annotated[
    str | None,
    Param(
        "--on-conflict",
        metavar="ask|keep|theirs|newest",
        help="Where you and the file both changed a fact: ask, keep, theirs or newest.",
    ),
]
NoLimits = Annotated[bool, Param("--no-limits", help="Files of more than 16 MiB or 50,000 records too.")]
Report = Annotated[
    str | None, Param("--report", metavar="FILE", help="Write what became of each record as CSV.")
]
Format = Annotated[str, Param(metavar="FORMAT", help="json")]
Out = Annotated[str | None, Param("-o", "--output", metavar="FILE", help="The file to write (else stdout).")]
IncludePrivate = Annotated[bool, Param("--include-private", help="Private records too.")]
Force = Annotated[bool, Param("--force", help="Write over a file that is there.")]


def import_(
    session: Session,
    words: Words,
    tags: Tags = None,
    cadence: Cadence = None,
    private: Private = False,
    on_conflict: OnConflict = None,
    report: Report = None,
    no_limits: NoLimits = False,
) -> Answer:
    """Bring in files of other programs, or a log that `export json` wrote: all or nothing, nobody twice."""
    format, names = importing.named(words)
    common = importing.common(session, tags, cadence, private)
    way = conflicts.way(session, on_conflict)
    if report:
        importing.guard(report, session, names)
    batches = incoming_files.read(names, format, limits=not no_limits)
    decide = conflicts.decider(session, way, batches, common)
    with bar.shown(sys.stderr) as tell, session.write() as log, session.kept_before(log, "import"):
        told = merging.bring(log, batches, common, session.ctx, decide, tell)
        done = fates.summed(merging.by_file(told), log)
        if report:  # before the log is changed for good: both or neither
            files.write_report(Path(report), done["records"])
    session.notes += [note for batch in batches for note in batch.notes]
    return Answer(done, "import", notes=(fates.told(done),) if not session.shows_table else ())


def export(
    session: Session,
    format: Format,
    output: Out = None,
    include_private: IncludePrivate = False,
    force: Force = False,
) -> Answer:
    """Write the whole log as JSON, complete and re-importable; private records stay unless asked for."""
    if format != "json":
        raise UsageError(f"{format!r} is no format to export to", "json")
    if session.format not in (None, "json") and output in (None, "-"):
        raise UsageError(f"an export to json can't be printed as {session.format}", "leave --format out")
    with session.read() as log:
        data, hidden = whole.document(log, session.now, include_private=include_private)
    if hidden:
        session.notes.append(f"left out {hidden} private (--include-private takes them in)")
    if output is None or output == "-":
        session.format = "json"
        return Answer(data, "export")
    records = whole.size(data)
    files.guard(Path(output), session.path)
    files.write_json(Path(output), data, force=force)
    return Answer(
        {"file": output, "format": format, "records": records, "left_out": hidden},
        "export",
        text=f"{records:,} records are in {output}",
    )
