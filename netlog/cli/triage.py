"""triage."""

import sys
from typing import Any

from netlog.cli.asking import one_of
from netlog.cli.options import Filters
from netlog.cli.session import Session
from netlog.errors import UsageError
from netlog.output.answer import Answer
from netlog.output.text import shown
from netlog.records import triage as triages


def triage(session: Session, words: Filters = None) -> Answer:
    """Go through contacts without a tier, one key each; every answer is a step of its own, to be undone."""
    if not session.asks:
        raise UsageError(
            "triage asks, and this is no terminal", "in a script: netlog edit REF tier=close, for each"
        )
    if session.key is not None:
        raise UsageError("triage makes a step of every answer", "leave --key out")
    keys = triages.keys(session.ctx.tiers)
    with session.read() as log:
        ids = triages.waiting(log, words or [], session.ctx)
    found: list[dict[str, Any]] = []
    for place, id in enumerate(ids, 1):
        answer = _asked(session, id, f"{place}/{len(ids)}", keys)
        if answer is None:
            continue
        if answer["answer"] == triages.QUIT:
            break
        found.append(answer)
    left = len(ids) - sum(one["answer"] != triages.SKIP for one in found)
    if ids:
        session.notes.append(f"{len(ids) - left} sorted, {left} left")
    return Answer(found, "triage", text=None if found or not ids else "")  # there is somebody, left for later


def _asked(session: Session, id: int, place: str, keys: dict[str, str]) -> dict[str, Any] | None:
    """Ask about one contact and do as answered; None where there is nothing to ask any more."""
    with session.read() as log:
        one = triages.described(log, id, session.ctx)
    if one is None:
        return None
    sys.stderr.write(f"{shown(place)}  {one['ref']}  {shown(one['name'])}  {shown(one['about'])}\n")
    answer = one_of(", ".join(f"{key} {word}" for key, word in keys.items()), keys) or triages.QUIT
    if answer not in (triages.SKIP, triages.QUIT):
        with session.write(command=f"triage {one['ref']} {answer}") as log:
            triages.settle(log, id, answer, session.ctx)
    return {"ref": one["ref"], "name": one["name"], "answer": answer}
