"""import and export."""

from pathlib import Path
from typing import Annotated, Any

from netlog.cli import files
from netlog.cli.options import Param
from netlog.cli.session import Log, Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.records import connections, fates, incoming, record, restoring, whole
from netlog.records.contacts import KIND
from netlog.records.fates import Fate

FORMATS = ("linkedin", "json")
Words = Annotated[
    list[str], Param(metavar="[FORMAT] FILE...|-", help="linkedin or json; else as the file looks.")
]
Tags = Annotated[list[str] | None, Param("--tag", metavar="TAG", help="Tag the new contacts.")]
Cadence = Annotated[str | None, Param("--cadence", metavar="EVERY", help="Their cadence, if new.")]
Private = Annotated[bool, Param("--private", help="Mark the new contacts as private.")]
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
    report: Report = None,
) -> Answer:
    """Bring in LinkedIn's Connections.csv (or its ZIP), or a log that `export json` wrote: all or nothing."""
    format, names = (words[0], words[1:]) if words[0] in FORMATS else (None, words)
    if report == "-":
        raise UsageError("a report goes to a file", "--json prints what became of each record")
    if not names:
        raise UsageError("no file was given", "name it, or `-` for standard input")
    given = {
        "tag": tags or [],
        "cadence": [cadence] if cadence else [],
        "private": ["yes"] if private else [],
    }
    common = record.read_options(
        KIND, {option: words for option, words in given.items() if words}, session.ctx
    )
    if report:
        files.guard(Path(report), session.path, *names)
    read = [(name, *incoming.parsed(files.content(name), name, format)) for name in names]
    done: dict[str, Any] = {"step": None, **dict.fromkeys(fates.FATES, 0), "records": []}
    with session.write() as log:
        for name, found, data, skipped in read:
            became = sorted(
                [*skipped, *_merged(log, found, data, common, session)], key=lambda one: one.line or 0
            )
            one = fates.report(log.step_id, name, became)
            done["records"] += one["records"]
            done["step"] = one["step"]
            for fate in fates.FATES:
                done[fate] += one[fate]
        if report:  # before the log is changed for good: both or neither
            files.write_report(Path(report), done["records"])
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


def _merged(log: Log, format: str, data: Any, common: dict[str, Any], session: Session) -> list[Fate]:
    if format == "linkedin":
        return connections.merge(log, data, common, session.ctx)
    if common:
        raise UsageError("--tag, --cadence and --private are for contacts from elsewhere", "json has its own")
    return restoring.restore(log, data, session.ctx)
