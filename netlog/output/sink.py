"""Where an answer leaves the program: data to stdout in one write, then the notes to stderr."""

from collections.abc import Mapping
from typing import TextIO

from netlog.output.answer import Answer
from netlog.output.text import json_text, shown

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "ids")


def emit(
    answer: Answer, format: str | None, stdout: TextIO, stderr: TextIO, environ: Mapping[str, str]
) -> None:
    """Print an answer; without a format a terminal gets a table and a pipe gets tsv.

    Raises what the streams raise (BrokenPipeError): the caller turns it into an exit code.
    """
    chosen = format or ("table" if stdout.isatty() else "tsv")
    _write(stdout, _body(answer, chosen, stdout, environ))
    _write(stderr, "".join(f"{shown(note)}\n" for note in answer.notes))


def _body(answer: Answer, format: str, stdout: TextIO, environ: Mapping[str, str]) -> str:
    data, view = answer.data, answer.view
    if answer.text is not None and format in ("table", "tsv"):
        return shown(answer.text, multiline=True).rstrip("\n") + "\n" if answer.text else ""
    if format == "table":
        from netlog.output import tables

        return tables.drawn(data, view, stdout, environ)
    if format == "json":
        return json_text(data, 2, not _unicode(stdout)) + "\n"
    if format == "jsonl":
        rows = data if isinstance(data, list) else [data]
        return "".join(json_text(row, None, not _unicode(stdout)) + "\n" for row in rows)
    from netlog.output import flat

    if format == "csv":
        return flat.csv(data, view)
    return flat.tsv(data, view) if format == "tsv" else flat.ids(data, view)


def _unicode(stream: TextIO) -> bool:
    return (stream.encoding or "utf-8").lower().startswith("utf")


def _write(stream: TextIO, text: str) -> None:
    if not text:
        return
    if not _unicode(stream):
        text = text.encode(stream.encoding, "backslashreplace").decode(stream.encoding)
    stream.write(text)
    stream.flush()
